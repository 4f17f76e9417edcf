"""The finish page's words; stopping early is a success too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipstretch.core.history import DayMark
from hipstretch.core.summary import StepSummary, Summary
from hipstretch.ui.words import days_in_a_row, holds


def title_words(summary: Summary) -> str:
    """The greeting."""
    if summary.is_complete:
        return QCoreApplication.translate("Finish", "Nicely done")
    return QCoreApplication.translate("Finish", "Well done for today")


def line_words(summary: Summary, routine_name: str) -> str:
    """What was done, in one sentence."""
    if summary.is_complete:
        words = QCoreApplication.translate("Finish", "{routine} is complete.")
        return words.format(routine=routine_name)
    done, count = summary.stretches, len(summary.steps)
    if count == 1:
        return QCoreApplication.translate("Finish", "Every minute helps.")
    words = QCoreApplication.translate("Finish", "You did {done} of {count} stretches.")
    return words.format(done=done, count=count)


def step_words(step: StepSummary) -> str:
    """What was done of a stretch: "3 holds", "2 of 3 holds", "Left out"."""
    if step.reps == 0:
        return QCoreApplication.translate("Finish", "Left out")
    if step.reps < step.planned_reps:
        words = QCoreApplication.translate("Finish", "{done} of {count}")
        return words.format(done=step.reps, count=holds(step.planned_reps))
    return holds(step.reps)


def days_words(days: int) -> str:
    """The days in a row."""
    if days < 1:
        return QCoreApplication.translate("Finish", "A fresh start")
    return days_in_a_row(days)


def week_words(week: Sequence[DayMark]) -> str:
    """How many days of this week have a session."""
    done = sum(mark is DayMark.DONE for mark in week)
    if done == 0:
        return QCoreApplication.translate("Finish", "This week is open")
    if done == 1:
        return QCoreApplication.translate("Finish", "1 day this week")
    return QCoreApplication.translate("Finish", "%n days this week", "", done)


def note_with_tags(tags: Sequence[str], text: str) -> str:
    """The chosen tags as a sentence before what was written."""
    parts = [", ".join(tags) + "." if tags else "", text.strip()]
    return " ".join(part for part in parts if part)
