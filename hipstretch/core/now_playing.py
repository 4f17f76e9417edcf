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
    """What plays; `position` and `length` are the routine's seconds, `track` its exercise's index.

    In a pause between exercises it is the exercise that comes.
    """

    is_playing: bool
    track: int
    title: str
    side: Side
    routine: str
    position: float
    length: float


def now_playing(view: View, routine: str, position: float, length: float) -> NowPlaying:
    """What plays at a moment of the routine of that name."""
    exercise, side = view.exercise, view.phase.side
    if exercise is None and view.upcoming is not None:
        exercise, side = view.upcoming.exercise, view.upcoming.phase.side
    return NowPlaying(
        view.status in {Status.PLAYING, Status.RESUMING},
        view.part,
        exercise.name if exercise is not None else routine,
        side or Side.BOTH,
        routine,
        position,
        length,
    )


def event_of(command: MediaCommand, status: Status, *, waits: bool = False) -> Event | None:
    """What a command asks of a session in that status; None where it asks for nothing.

    `waits` is whether the session stands in a phase without a length: "play", the one button that a
    headset has, leaves it. `STOP` is no event: the session is left and can be gone on with.
    """
    if command not in _PLAYS:
        return _EVENTS.get(command)
    if status in {Status.PAUSED, Status.READY}:
        return Event.RESUME
    if waits and status is Status.PLAYING:
        return Event.DONE
    return Event.PAUSE if command is MediaCommand.PLAY_PAUSE else None


_PLAYS = {MediaCommand.PLAY, MediaCommand.PLAY_PAUSE}
_EVENTS = {
    MediaCommand.PAUSE: Event.PAUSE,
    MediaCommand.NEXT: Event.SKIP,
    MediaCommand.PREVIOUS: Event.BACK,
}
