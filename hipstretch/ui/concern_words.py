"""The words for what there is to mind in a routine: reasons, marks and choices."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipstretch.core.body import Position
from hipstretch.core.concerns import Choice, Concern
from hipstretch.core.conditions import Avoided
from hipstretch.ui import words
from hipstretch.ui.mark_words import ask_mark, hurt_mark, position_mark
from hipstretch.ui.widgets.concern_mark import Mark

_TWICE = 2


def reasons(concern: Concern) -> tuple[str, ...]:
    """Every reason to think about an exercise, in sentences, the weightiest first."""
    found = []
    if concern.conditions:
        found.append(conditions_reason(concern.conditions))
    if concern.hurts:
        found.append(_hurts_reason(len(concern.hurts)))
    if concern.avoided is not None:
        found.append(_position_reason(concern.exercise.position, concern.avoided))
    return tuple(found)


def mark_of(concern: Concern) -> Mark:
    """The mark of an exercise, which names the weightiest reason; an empty one without a reason."""
    told = " ".join(reasons(concern))
    if concern.conditions:
        return ask_mark(told)
    if concern.hurts:
        return hurt_mark(told)
    return position_mark(concern.avoided, told) if concern.avoided is not None else Mark()


def conditions_reason(conditions: Sequence[str]) -> str:
    """Why to ask before an exercise."""
    told = QCoreApplication.translate("Concerns", "You told of {conditions}. Ask before this one.")
    return told.format(conditions=_together(conditions))


def choice_words(concern: Concern) -> tuple[tuple[Choice, str], ...]:
    """The choices about an exercise, each in a few words."""
    tr = QCoreApplication.translate
    keep = tr("Concerns", "I have asked") if concern.conditions else tr("Concerns", "Keep")
    leave = (Choice.LEAVE_OUT, tr("Concerns", "Leave out"))
    if concern.easier is None:
        return (Choice.KEEP, keep), leave
    return (Choice.KEEP, keep), (Choice.EASIER, tr("Concerns", "Easier")), leave


def easier_words(concern: Concern) -> str:
    """What the easier exercise is; nothing where there is none."""
    if concern.easier is None:
        return ""
    told = QCoreApplication.translate("Concerns", "Easier: {name}")
    return told.format(name=concern.easier.name)


def _hurts_reason(count: int) -> str:
    """How often an exercise hurt within a week."""
    if count == _TWICE:
        return QCoreApplication.translate("Concerns", "It hurt twice this week.")
    told = QCoreApplication.translate("Concerns", "It hurt {count} times this week.")
    return told.format(count=count)


def _position_reason(position: Position, avoided: Avoided) -> str:
    """Which position an exercise needs."""
    if avoided is Avoided.FLOOR:
        return QCoreApplication.translate("Concerns", "It is done on the floor.")
    told = QCoreApplication.translate("Concerns", "It is done {position}.")
    return told.format(position=_lower(words.position_word(position)))


def _together(conditions: Sequence[str]) -> str:
    """Conditions within a sentence: "a hip replacement and knee pain"."""
    named = [_lower(words.condition_word(condition)) for condition in conditions]
    if len(named) == 1:
        return named[0]
    pattern = QCoreApplication.translate("Words", "{first} and {last}")
    return pattern.format(first=", ".join(named[:-1]), last=named[-1])


def _lower(text: str) -> str:
    """`text` with a small first letter."""
    return text[:1].lower() + text[1:]
