from __future__ import annotations

import pytest

from hipstretch.core.plan import EVERY_DAY, PlanItem, Planned
from hipstretch.ui.plan_words import gentle_length, item_words, schedule_words


@pytest.mark.parametrize(
    ("times", "weekdays", "words"),
    [
        (1, frozenset({0, 2, 4}), "Mon, Wed, Fri, once a day"),
        (2, EVERY_DAY, "Every day, twice a day"),
        (3, frozenset({6}), "Sun, 3 times a day"),
    ],
)
def test_a_plan_is_told_with_days_and_times(
    times: int, weekdays: frozenset[int], words: str
) -> None:
    """Monday first."""
    assert schedule_words(Planned("r", "R", times, weekdays)) == words


def test_what_is_done_is_told_up_to_what_is_planned() -> None:
    """More than planned is just done."""
    planned = Planned("core", "Core steadier", 2)
    assert item_words(PlanItem(planned, 1)) == "Core steadier 1 of 2"
    assert item_words(PlanItem(planned, 5)) == "Core steadier 2 of 2"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (45, "about 45 s, gentler"),
        (60, "about 2 min, gentler"),
        (89, "about 2 min, gentler"),
        (121, "about 3 min, gentler"),
    ],
)
def test_a_gentle_length_is_rounded(seconds: float, words: str) -> None:
    """It is not told to the second."""
    assert gentle_length(seconds) == words
