"""The system's voice: speech-dispatcher or espeak-ng on Linux, Qt's engines elsewhere."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hipstretch.core.ports import Report, Speaker
    from hipstretch.services.speech.engine import MakeEngine

_log = logging.getLogger(__name__)


def create(language: str, report: Report) -> Speaker:
    """A speaker of a language, such as `en-GB`; one that stays silent and says so where none is.

    It may report from now on. It reaches for its engine at once, so that the first phrase is in
    time, and waits for nothing.
    """
    if sys.platform in {"win32", "darwin"}:
        try:
            from hipstretch.services.speech.native import NativeSpeaker
        except ImportError as error:
            _log.warning("no voice: %s", error)
        else:
            return NativeSpeaker(language, report)
    elif makers := _makers(language):
        from hipstretch.services.speech.relay import Relay

        return Relay(makers, report)
    from hipstretch.services.speech.silent import SilentSpeaker

    return SilentSpeaker(report)


def _makers(language: str) -> tuple[MakeEngine, ...]:
    """What makes the engines that this system has, the best first."""
    from hipstretch.services.speech import dispatcher, espeak, server

    makers: list[MakeEngine] = []
    path = server.socket_path(os.environ)
    if os.access(path, os.W_OK) or shutil.which(server.PROGRAM):
        makers.append(partial(dispatcher.Dispatcher, language, path, server.PROGRAM))
    if shutil.which(espeak.PROGRAM):
        makers.append(partial(espeak.Espeak, language, espeak.PROGRAM))
    return tuple(makers)
