from __future__ import annotations

import pytest

from hipstretch.core.history import DayMark
from hipstretch.core.summary import StepSummary, Summary
from hipstretch.ui.pages.finish_words import (
    days_words,
    line_words,
    note_with_tags,
    step_words,
    title_words,
    week_words,
)

pytestmark = pytest.mark.usefixtures("qapp")
STEPS = (StepSummary(0, "Bridge", 3, 3), StepSummary(1, "Cobra", 0, 2))


def test_a_complete_session_is_told_by_its_name() -> None:
    """In one sentence."""
    summary = Summary(740.0, is_complete=True, steps=STEPS)
    assert title_words(summary) == "Nicely done"
    assert line_words(summary, "Desk break") == "Desk break is complete."


def test_stopping_early_is_a_success_too() -> None:
    """What was done is told, not what was missed."""
    summary = Summary(740.0, is_complete=False, steps=STEPS)
    assert title_words(summary) == "Well done for today"
    assert line_words(summary, "Desk break") == "You did 1 of 2 stretches."
    single = Summary(20.0, is_complete=False, steps=STEPS[:1])
    assert line_words(single, "Desk break") == "Every minute helps."


@pytest.mark.parametrize(
    ("reps", "planned", "words"),
    [(3, 3, "3 holds"), (1, 1, "1 hold"), (2, 3, "2 of 3 holds"), (0, 3, "Left out")],
)
def test_what_was_done_of_a_stretch(reps: int, planned: int, words: str) -> None:
    """In holds."""
    assert step_words(StepSummary(0, "Bridge", reps, planned)) == words


def test_days_in_a_row_and_days_of_the_week() -> None:
    """None is a fresh start."""
    assert days_words(0) == "A fresh start"
    assert days_words(1) == "1 day in a row"
    done, ahead = DayMark.DONE, DayMark.AHEAD
    assert week_words((ahead,) * 7) == "This week is open"
    assert week_words((done, *(ahead,) * 6)) == "1 day this week"
    assert week_words((done, done, *(ahead,) * 5)) == "2 days this week"


@pytest.mark.parametrize(
    ("tags", "text", "note"),
    [
        ((), "", ""),
        (("Felt easy",), "", "Felt easy."),
        ((), " Looser. ", "Looser."),
        (("A bit stiff", "Left tight"), "Looser.", "A bit stiff, Left tight. Looser."),
    ],
)
def test_tags_come_before_what_was_written(tags: tuple[str, ...], text: str, note: str) -> None:
    """As a sentence of their own."""
    assert note_with_tags(tags, text) == note
