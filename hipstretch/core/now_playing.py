"""What plays, in the words of a media player: for headsets, phones and the desktop's widget."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.person import Side
from hipstretch.core.session import Event, Status
from hipstretch.core.view import View


class MediaCommand(StrEnum):
    """What a media key asks for."""

    PLAY = "play"
    PAUSE = "pause"
    PLAY_PAUSE = "play-pause"
    NEXT = "next"
    PREVIOUS = "previous"
    STOP = "stop"


class NowPlaying(NamedTuple):
    """What plays; `position` and `length` are the routine's seconds, `track` its phase."""

    is_playing: bool
    track: int
    title: str
    side: Side
    routine: str
    position: float
    length: float


def now_playing(view: View, routine: str, position: float, length: float) -> NowPlaying:
    """What plays at a moment of the routine of that name."""
    exercise = view.exercise
    if exercise is None and view.upcoming is not None:
        exercise = view.upcoming.exercise
    return NowPlaying(
        view.status in {Status.PLAYING, Status.RESUMING},
        view.part,
        exercise.name if exercise is not None else routine,
        view.phase.side or Side.BOTH,
        routine,
        position,
        length,
    )


def event_of(command: MediaCommand, status: Status) -> Event | None:
    """What a command asks of a session in that status; None where it asks for nothing.

    `STOP` is no event: the session is left and can be gone on with.
    """
    is_paused = status in {Status.PAUSED, Status.READY}
    if command is MediaCommand.PLAY_PAUSE:
        return Event.RESUME if is_paused else Event.PAUSE
    if command is MediaCommand.PLAY:
        return Event.RESUME if is_paused else None
    return _EVENTS.get(command)


_EVENTS = {
    MediaCommand.PAUSE: Event.PAUSE,
    MediaCommand.NEXT: Event.SKIP,
    MediaCommand.PREVIOUS: Event.BACK,
}
