"""The chimes' player: by the sound server's own library on Linux, by Qt's elsewhere, else silence.

Qt's players are no good beside a Linux sound server (6.11): two overlapping effects send the event
loop round and round, a sink ends the program when the server dies and waits for one that hangs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import ChimePlayer, Report


def create(folder: Path, report: Report) -> ChimePlayer:
    """A player of the chimes in `folder`; one that stays silent and says so where none works."""
    try:
        if sys.platform == "linux":
            return _create_for_server(folder, report)
        from hipstretch.services.sound.sinks import SinkPlayer

        return SinkPlayer(folder, report)
    except (ImportError, OSError) as error:
        from hipstretch.services.sound.silent import SilentPlayer

        return SilentPlayer(str(error), report)


def _create_for_server(folder: Path, report: Report) -> ChimePlayer:
    """A player that talks to the sound server; raises OSError where its library is missing."""
    from hipstretch.services.sound.pulse import PulseOutput
    from hipstretch.services.sound.threads import ThreadPlayer

    return ThreadPlayer(folder, PulseOutput(), report)
