"""The player's words for a moment: side, dose, count, time left and what comes next."""

from __future__ import annotations

import math

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.breathing import Breath
from hipstretch.core.exercise import Exercise, Kind
from hipstretch.core.person import Side
from hipstretch.core.session import Status
from hipstretch.core.timeline import Phase, PhaseKind
from hipstretch.core.view import Limb, View, limb_of
from hipstretch.ui.words import clock

_LONG = 100
"""Seconds from which a length is told in minutes."""
_MINUTE = 60

_SIDES = {
    (Limb.LEG, Side.LEFT): QT_TRANSLATE_NOOP("Player", "Left leg"),
    (Limb.LEG, Side.RIGHT): QT_TRANSLATE_NOOP("Player", "Right leg"),
    (Limb.LEG, Side.BOTH): QT_TRANSLATE_NOOP("Player", "Both legs"),
    (Limb.ARM, Side.LEFT): QT_TRANSLATE_NOOP("Player", "Left arm"),
    (Limb.ARM, Side.RIGHT): QT_TRANSLATE_NOOP("Player", "Right arm"),
    (Limb.ARM, Side.BOTH): QT_TRANSLATE_NOOP("Player", "Both arms"),
    (Limb.HIP, Side.LEFT): QT_TRANSLATE_NOOP("Player", "Left hip"),
    (Limb.HIP, Side.RIGHT): QT_TRANSLATE_NOOP("Player", "Right hip"),
    (Limb.HIP, Side.BOTH): QT_TRANSLATE_NOOP("Player", "Both hips"),
    (Limb.BODY, Side.LEFT): QT_TRANSLATE_NOOP("Player", "Left side"),
    (Limb.BODY, Side.RIGHT): QT_TRANSLATE_NOOP("Player", "Right side"),
    (Limb.BODY, Side.BOTH): QT_TRANSLATE_NOOP("Player", "Whole body"),
}
_PAUSES = {
    PhaseKind.READY: QT_TRANSLATE_NOOP("Player", "get ready"),
    PhaseKind.SWITCH: QT_TRANSLATE_NOOP("Player", "switch"),
    PhaseKind.RELAX: QT_TRANSLATE_NOOP("Player", "relax"),
    PhaseKind.REST: QT_TRANSLATE_NOOP("Player", "rest"),
}


def _tr(word: object) -> str:
    """A marked word of the tables in the person's language."""
    return QCoreApplication.translate("Player", str(word))


def side_words(limb: Limb, side: Side | None) -> str:
    """What works: "Right leg", "Both arms", "Whole body"."""
    return _tr(_SIDES[limb, side or Side.BOTH])


def badge_words(limb: Limb) -> tuple[str, str, str]:
    """The side badge's words for left, right and both."""
    left, right, both = (side_words(limb, side).upper() for side in Side)
    return left, right, both


def pause_word(kind: PhaseKind) -> str:
    """The word under the digits of a pause: "get ready"."""
    return _tr(_PAUSES[kind])


def breath_word(breath: Breath) -> str:
    """The word under the digits of a hold that is breathed through."""
    if breath.is_in:
        return QCoreApplication.translate("Player", "breathe in")
    return QCoreApplication.translate("Player", "breathe out")


def length_words(seconds: float) -> str:
    """A length in words: "30 seconds", "3 minutes", "1:40"."""
    whole = math.ceil(seconds)
    if whole == 1:
        return QCoreApplication.translate("Player", "1 second")
    if whole < _LONG:
        return QCoreApplication.translate("Player", "%n seconds", "", whole)
    if whole % _MINUTE == 0:
        return QCoreApplication.translate("Player", "%n minutes", "", whole // _MINUTE)
    return clock(whole)


def dose_words(phase: Phase, kind: Kind) -> str:
    """What a rep asks for: "Hold 30 seconds", "Move for 8 seconds", "Move at your own pace"."""
    if phase.seconds is None:
        if phase.kind is PhaseKind.HOLD:
            return QCoreApplication.translate("Player", "Hold as long as you like")
        return QCoreApplication.translate("Player", "Move at your own pace")
    words = QCoreApplication.translate("Player", "Hold {length}")
    if kind is Kind.REST:
        words = QCoreApplication.translate("Player", "Rest for {length}")
    elif phase.kind is PhaseKind.MOVE:
        words = QCoreApplication.translate("Player", "Move for {length}")
    return words.format(length=length_words(phase.seconds))


def title_words(view: View) -> tuple[str, str]:
    """The large and the quiet words on top of the stage."""
    if view.exercise is None:
        return QCoreApplication.translate("Player", "Rest"), ""
    if view.phase.kind is PhaseKind.SWITCH:
        return QCoreApplication.translate("Player", "Switch sides"), view.exercise.name
    return view.exercise.name, count_words(view)


def count_words(view: View) -> str:
    """Which rep it is or comes next: "Hold 1 of 3", "Set 2 of 3 · Hold 1 of 3"; none for one."""
    phase = _rep_of(view)
    if phase is None or phase.rep is None or (phase.reps == 1 and phase.sets == 1):
        return ""
    word = QCoreApplication.translate("Player", "Hold")
    if phase.kind is PhaseKind.MOVE:
        word = QCoreApplication.translate("Player", "Move")
    parts = [_numbered(word, phase.rep, phase.reps)] if phase.reps != 1 else []
    if phase.sets != 1 and phase.set is not None:
        parts.insert(
            0, _numbered(QCoreApplication.translate("Player", "Set"), phase.set, phase.sets)
        )
    return " · ".join(parts)


def _rep_of(view: View) -> Phase | None:
    """The rep of the phase: itself, or the one that a pause leads to."""
    if view.phase.kind.is_rep:
        return view.phase
    return view.upcoming.phase if view.upcoming is not None else None


def _numbered(word: str, number: int, count: int | None) -> str:
    """A number such as "Hold 1 of 3", or "Hold 1" where nobody has said how many."""
    if count is None:
        return f"{word} {number}"
    words = QCoreApplication.translate("Player", "{word} {number} of {count}")
    return words.format(word=word, number=number, count=count)


def step_words(number: int, count: int) -> str:
    """Which stretch it is: "3 of 9"; empty where there is none."""
    if count == 0:
        return ""
    words = QCoreApplication.translate("Player", "{number} of {count}")
    return words.format(number=number, count=count)


def time_left_words(seconds: float) -> str:
    """The time to the end: "8 min left", rounded up; empty where nothing has a length."""
    if seconds <= 0:
        return ""
    words = QCoreApplication.translate("Player", "{count} min left")
    return words.format(count=math.ceil(seconds / _MINUTE - 1e-6))


def instruction_words(view: View) -> str:
    """The one thing to do; a pause has none of its own."""
    return view.instruction or QCoreApplication.translate("Player", "Let go and breathe.")


def announcement(view: View) -> str:
    """What a screen reader says when a phase begins: "Right leg. Hold 30 seconds. Hug ..."."""
    if view.status is Status.PAUSED:
        return QCoreApplication.translate("Player", "Paused.")
    if view.status is Status.RESUMING:
        return QCoreApplication.translate("Player", "Get ready.")
    opening = _opening(view, view.exercise)
    return " ".join([*(f"{words}." for words in opening), instruction_words(view)])


def _opening(view: View, exercise: Exercise | None) -> list[str]:
    """Side and dose of a rep; name, side and length of a pause."""
    phase = view.phase
    if exercise is not None and phase.kind.is_rep:
        return [side_words(view.limb, phase.side), dose_words(phase, exercise.kind)]
    said = [title_words(view)[0]]
    if exercise is not None and phase.kind is not PhaseKind.RELAX:
        said.append(side_words(view.limb, phase.side))
    said.append(pause_word(phase.kind).capitalize())
    if phase.seconds is not None:
        said.append(length_words(phase.seconds))
    return list(dict.fromkeys(said))


def upcoming_side(view: View) -> str:
    """The side of what comes next; empty where that is a pause or nothing."""
    upcoming = view.upcoming
    if upcoming is None or upcoming.exercise is None:
        return ""
    side = upcoming.phase.side
    return side_words(limb_of(upcoming.exercise, side), side)
