"""What the player shows at a moment, as plain values that are compared before anything is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication

from hipstretch.core.body import Picture
from hipstretch.core.person import Side
from hipstretch.core.session import RESUME_SECONDS, Event, Status
from hipstretch.core.view import Limb, View
from hipstretch.ui.pages.player_words import (
    breath_word,
    dose_words,
    instruction_words,
    length_words,
    pause_word,
    step_words,
    time_left_words,
    title_words,
    upcoming_side,
)
from hipstretch.ui.widgets.countdown_ring import RingMode, RingState, digits_of

_WITH_MINUTES = 100
"""Seconds from which the ring shows minutes and seconds."""


class MainAction(Enum):
    """What the large button does."""

    PAUSE = auto()
    RESUME = auto()
    DONE = auto()

    @property
    def event(self) -> Event:
        """The event that it asks for."""
        return Event[self.name]


@dataclass(frozen=True, slots=True)
class StageContent:
    """The words and the figure on the stage."""

    title: str
    count: str
    instruction: str
    note: str
    picture: Picture


@dataclass(frozen=True, slots=True)
class NextContent:
    """What comes after this phase; without a picture there is a leaf in its place."""

    caption: str
    title: str
    detail: str
    picture: Picture | None

    @property
    def line(self) -> str:
        """All of it in one line."""
        return self._joined(" · ")

    @property
    def two_lines(self) -> str:
        """The same with the detail on a line of its own."""
        return self._joined("\n")

    def _joined(self, between: str) -> str:
        """Caption and title, and the detail after `between`."""
        caption = f"{self.caption}: " if self.caption else ""
        return caption + between.join(part for part in (self.title, self.detail) if part)


@dataclass(frozen=True, slots=True)
class HeaderContent:
    """Which stretch it is, how many there are, and the time left."""

    step: str
    steps: int
    left: str


@dataclass(frozen=True, slots=True)
class PlayerContent:
    """Everything that stays the same for a while; the ring and the progress run on their own."""

    stage: StageContent
    upcoming: NextContent
    header: HeaderContent
    limb: Limb
    side: Side
    main: MainAction
    has_length: bool


def content_of(view: View) -> PlayerContent:
    """What to show at a moment."""
    title, count = title_words(view)
    words = StageContent(title, count, instruction_words(view), view.note, view.picture)
    steps = len(view.parts)
    left = time_left_words(view.seconds_left)
    return PlayerContent(
        words,
        next_content(view),
        HeaderContent(step_words(view.part + 1, steps), steps, left),
        view.limb,
        view.phase.side or Side.BOTH,
        main_action(view),
        has_length=view.total is not None,
    )


def main_action(view: View) -> MainAction:
    """What the large button does at a moment."""
    if view.status in {Status.PAUSED, Status.READY}:
        return MainAction.RESUME
    if view.status is Status.PLAYING and view.total is None:
        return MainAction.DONE
    return MainAction.PAUSE


def next_content(view: View) -> NextContent:
    """What comes next: in a pause the rep that it leads to, in a rep the next one."""
    upcoming = view.upcoming
    if upcoming is None:
        title = QCoreApplication.translate("Player", "Last one")
        detail = QCoreApplication.translate("Player", "Then you are done")
        return NextContent("", title, detail, None)
    caption = QCoreApplication.translate("Player", "Next")
    phase, exercise = upcoming.phase, upcoming.exercise
    if exercise is None:
        length = length_words(phase.seconds) if phase.seconds is not None else ""
        return NextContent(caption, QCoreApplication.translate("Player", "Rest"), length, None)
    leads_to_it = not view.phase.kind.is_rep and phase.step == view.phase.step
    title = exercise.name
    if leads_to_it:
        caption = QCoreApplication.translate("Player", "Then")
        title = dose_words(phase, exercise.kind)
    return NextContent(
        caption, title, upcoming_side(view), exercise.picture(upcoming.phase.side or Side.BOTH)
    )


def ring_state(view: View, *, small: bool = False) -> RingState:
    """What the ring shows at a moment; a small one has shorter words."""
    if view.status is Status.PAUSED:
        return _paused(view)
    if view.status is Status.RESUMING:
        word = QCoreApplication.translate("Player", "get ready")
        digits = digits_of(view.resume_in)
        return RingState(RingMode.READY, view.resume_in, RESUME_SECONDS, word, digits)
    if view.remaining is None or view.total is None:
        return _self_paced(view, small=small)
    digits = digits_of(view.remaining)
    if not view.phase.kind.is_rep:
        word = pause_word(view.phase.kind)
        return RingState(RingMode.READY, view.remaining, view.total, word, digits)
    state = RingState(RingMode.HOLD, view.remaining, view.total, _unit(view.remaining), digits)
    if view.breath is None:
        return state
    return replace(state, breath=view.breath.fullness, cue=breath_word(view.breath))


def _unit(seconds: float) -> str:
    """The word under the digits of a running time."""
    if math.ceil(seconds - 1e-6) >= _WITH_MINUTES:
        return QCoreApplication.translate("Player", "minutes")
    return QCoreApplication.translate("Player", "seconds")


def _paused(view: View) -> RingState:
    """A time that stands still."""
    if view.remaining is None or view.total is None:
        word = QCoreApplication.translate("Player", "paused")
        return RingState(RingMode.PAUSED, 1.0, 1.0, word, "")
    digits = digits_of(view.remaining)
    words = QCoreApplication.translate("Player", "paused at {time}").format(time=digits)
    return RingState(RingMode.PAUSED, view.remaining, view.total, words, digits)


def _self_paced(view: View, *, small: bool) -> RingState:
    """A phase that lasts until the person says done: its number, and the reps that are left."""
    words = QCoreApplication.translate("Player", "Press Done when ready")
    if small:
        words = QCoreApplication.translate("Player", "Done when ready")
    phase = view.phase
    if phase.rep is None or not phase.kind.is_rep:
        return RingState(RingMode.SELF_PACED, 1.0, 1.0, words, "")
    reps = phase.reps or 0
    left = float(max(0, reps - phase.rep + 1))
    breath = None if view.breath is None else view.breath.fullness
    return RingState(RingMode.SELF_PACED, left, float(reps), words, str(phase.rep), breath)
