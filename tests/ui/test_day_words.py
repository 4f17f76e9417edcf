from __future__ import annotations

import pytest

from hipstretch.core.reminder import Answer
from hipstretch.core.sitting_day import DaySpan
from hipstretch.core.sitting_totals import Totals
from hipstretch.ui import day_words
from tests.ui.break_views import SITTING, SPANS, moment


def test_a_span_is_told_with_its_times_and_its_length() -> None:
    """As a tooltip says it."""
    assert day_words.span_line(SPANS[0]) == "Sitting, 9:00 to 9:32 (32 min)"


def test_a_short_span_is_at_least_a_minute() -> None:
    """Nobody is helped by seconds."""
    short = DaySpan(SITTING, moment(9), moment(9))
    assert day_words.span_length(short) == "1 min"


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer.STRETCH, "You stretched"),
        (Answer.UP, "You got up"),
        (Answer.LATER, "You chose later"),
        (Answer.LEFT, "You left the desk"),
        (Answer.WITHDRAWN, "Put away"),
        (None, "Waiting for you"),
    ],
)
def test_what_became_of_a_reminder_is_told_without_blame(answer: Answer | None, words: str) -> None:
    """In a row, and with the time."""
    assert day_words.asked(answer) == f"Asked: {words}"
    assert day_words.ask_line(moment(9, 20), answer) == f"Asked at 9:20: {words}"


@pytest.mark.parametrize(("breaks", "words"), [(0, "0 breaks"), (1, "1 break"), (7, "7 breaks")])
def test_the_day_adds_up_in_a_line(breaks: int, words: str) -> None:
    """For who does not see the band."""
    line = day_words.day_line(Totals(4 * 3600 + 59, 29 * 60, breaks))
    assert line == f"Sitting 4 h, on your feet 29 min, {words}"
