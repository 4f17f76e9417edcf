from __future__ import annotations

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Trouble
from hipstretch.services.sound.silent import SilentPlayer


def test_the_first_chime_that_is_missed_is_told() -> None:
    """Once, and not before something would have been heard."""
    reported: list[Trouble] = []
    player = SilentPlayer("libpulse is missing", reported.append)

    player.play(Chime.BEGIN, 0.0)
    assert reported == []
    player.play(Chime.BEGIN, 0.7)
    player.play(Chime.HALF, 0.7)
    player.close()

    assert reported == [Trouble.NO_SOUND_LIBRARY]
