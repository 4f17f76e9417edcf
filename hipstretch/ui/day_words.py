"""The words of a day of sitting: its spans, what became of the reminders, and its sums."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.reminder import Answer
from hipstretch.core.sitting_day import DaySpan
from hipstretch.core.sitting_totals import Totals
from hipstretch.ui.break_words import clock_word, length, presence_word

translate = QCoreApplication.translate

_ANSWERS = {
    Answer.STRETCH: QT_TRANSLATE_NOOP("Breaks", "You stretched"),
    Answer.UP: QT_TRANSLATE_NOOP("Breaks", "You got up"),
    Answer.LATER: QT_TRANSLATE_NOOP("Breaks", "You chose later"),
    Answer.LEFT: QT_TRANSLATE_NOOP("Breaks", "You left the desk"),
    Answer.WITHDRAWN: QT_TRANSLATE_NOOP("Breaks", "Put away"),
}


def from_to(start: datetime, end: datetime) -> str:
    """A time of the day from one to another: "9:02 to 9:31"."""
    return translate("Breaks", "{start} to {end}").format(
        start=clock_word(start), end=clock_word(end)
    )


def answer_word(answer: Answer | None) -> str:
    """What became of a reminder: "You got up"; None is one that has no answer yet."""
    if answer is None:
        return translate("Breaks", "Waiting for you")
    return translate("Breaks", str(_ANSWERS[answer]))


def asked(answer: Answer | None) -> str:
    """That the person was asked, and what became of it: "Asked: You got up"."""
    return translate("Breaks", "Asked: {answer}").format(answer=answer_word(answer))


def ask_line(asked_at: datetime, answer: Answer | None) -> str:
    """A reminder in a line: "Asked at 9:20: You got up"."""
    words = translate("Breaks", "Asked at {time}: {answer}")
    return words.format(time=clock_word(asked_at), answer=answer_word(answer))


def span_line(span: DaySpan) -> str:
    """A time of one presence in a line: "Sitting, 9:26 to 10:02 (36 min)"."""
    words = translate("Breaks", "{presence}, {time} ({length})")
    return words.format(
        presence=presence_word(span.presence),
        time=from_to(span.began_at, span.ended_at),
        length=span_length(span),
    )


def span_length(span: DaySpan) -> str:
    """How long a time of one presence was, at least a minute."""
    return length(max(1, round((span.ended_at - span.began_at).total_seconds() / 60)))


def day_line(totals: Totals) -> str:
    """The sums of a day in a line, for who does not see the band."""
    words = translate("Breaks", "Sitting {sat}, on your feet {up}, {breaks}")
    return words.format(
        sat=length(int(totals.sat // 60)),
        up=length(int(totals.up // 60)),
        breaks=breaks_count(totals.breaks),
    )


def breaks_count(count: int) -> str:
    """How often the person got up: "7 breaks"."""
    if count == 1:
        return translate("Breaks", "1 break")
    return translate("Breaks", "%n breaks", "", count)
