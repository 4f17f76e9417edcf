from __future__ import annotations

import re

import pytest

from hipstretch.core.ports import Trouble
from hipstretch.ui.trouble_words import session_words, trouble_words

pytestmark = pytest.mark.usefixtures("qapp")
SYSTEMS = ["linux", "darwin", "win32", "freebsd14"]


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("trouble", Trouble)
def test_every_trouble_has_calm_words_on_every_system(trouble: Trouble, system: str) -> None:
    """One or two short sentences, with nothing left to fill in."""
    for words in (trouble_words(trouble, system), session_words(trouble)):
        assert 1 <= len(re.findall(r"[.:](?:\s|$)", words)) <= 2
        assert len(words) <= 110
        assert not {"{", "}", "!"} & set(words)


@pytest.mark.parametrize(
    ("trouble", "package"),
    [
        (Trouble.NO_VOICE_ENGINE, "speech-dispatcher-espeak-ng"),
        (Trouble.NO_SOUND_LIBRARY, "libpulse0"),
    ],
)
def test_linux_is_told_which_package_helps(trouble: Trouble, package: str) -> None:
    """As a command on a line of its own; elsewhere there is none."""
    assert trouble_words(trouble, "linux").endswith(f"\nsudo apt install {package}")
    for system in SYSTEMS[1:]:
        assert "sudo" not in trouble_words(trouble, system)


@pytest.mark.parametrize("trouble", [Trouble.NO_VOICE_ENGINE, Trouble.NO_SOUND_DEVICE])
def test_other_systems_are_told_where_in_the_settings(trouble: Trouble) -> None:
    """By the names that the settings have there."""
    assert "System Settings, " in trouble_words(trouble, "darwin")
    assert "Settings, " in trouble_words(trouble, "win32")
    assert "settings" in trouble_words(trouble, "freebsd14")


def test_on_the_mat_nothing_is_to_be_done() -> None:
    """The session goes on."""
    words = "No sound device. The session goes on in silence."
    assert session_words(Trouble.NO_SOUND_DEVICE) == words
    assert not any("sudo" in session_words(trouble) for trouble in Trouble)
