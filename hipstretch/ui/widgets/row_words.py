"""The words of an editor row."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hipstretch.core.body import Picture
from hipstretch.core.draft import Row
from hipstretch.core.person import Person
from hipstretch.core.routine import Rest
from hipstretch.ui import words
from hipstretch.ui.widgets.concern_mark import Mark

_AREAS = 2


def row_name(row: Row) -> str:
    """The stretch's name, or that it is a pause."""
    if isinstance(row.step, Rest):
        return QCoreApplication.translate("EditorRow", "Pause")
    return row.step.exercise.name


def below_texts(row: Row, mark: Mark) -> tuple[str, ...]:
    """What stands below the name, the longest text first; what to mind stands before all else."""
    tr = QCoreApplication.translate
    if not row.is_on:
        return (tr("EditorRow", "Left out today"),)
    if isinstance(row.step, Rest):
        return (tr("EditorRow", "Between stretches"), "")
    areas = row.step.exercise.areas
    if mark.words:
        return f"{mark.words} · {words.areas_phrase(areas[:1])}", mark.words
    return words.areas_phrase(areas[:_AREAS]), words.areas_phrase(areas[:1])


def row_picture(row: Row) -> Picture | None:
    """What the thumbnail shows; None for a pause."""
    return None if isinstance(row.step, Rest) else row.step.exercise.picture()


def pace_words(row: Row, person: Person) -> tuple[str, str]:
    """What stands in place of a single time, short and in full."""
    tr = QCoreApplication.translate
    tempo = None if isinstance(row.step, Rest) else row.step.full_dose.tempo
    if tempo is None:
        return tr("EditorRow", "Your pace"), tr("EditorRow", "You say when each one is done")
    parts = [part.seconds(person.breath) for part in tempo]
    if None in parts:
        return tr("EditorRow", "Not set yet"), tr("EditorRow", "You are asked before you start")
    out, stay, back = (f"{seconds:g}" for seconds in parts)
    full = tr("EditorRow", "{out} s out, {stay} s still, {back} s back")
    short = tr("EditorRow", "{out} · {stay} · {back} s")
    values = {"out": out, "stay": stay, "back": back}
    return short.format(**values), full.format(**values)
