from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from hipstretch.core.exercise_report import ExerciseReport
from hipstretch.core.person import Side
from hipstretch.core.report import WeekReport
from hipstretch.ui import report_words as words
from hipstretch.ui.report_words import Figure, Item
from tests.ui.report.reports import EMPTY, FULL, QUIET, USUAL


def test_the_page_says_what_it_is_and_of_which_days() -> None:
    """And where it is from, and what it is not."""
    assert words.title() == "Stretching report"
    assert words.period(USUAL) == "11 June 2026 to 8 July 2026, four weeks"
    assert words.fields() == ("Name", "Date of birth")
    assert words.footer() == ("Made by HipStretch on the person’s own machine; not a diagnosis.")


def test_the_numbers_at_the_head() -> None:
    """Pain is told by the first and the last week in which there was any."""
    assert words.figures(USUAL) == (
        Figure("5", "sessions"),
        Figure("4 of 28", "days with a session"),
        Figure("45 min", "of stretching", "11 min a week"),
        Figure("6 → 3", "pain before", "first week to last"),
        Figure("5 → 2", "pain after", "first week to last"),
    )


def test_pain_of_one_week_has_no_way_and_none_has_a_dash() -> None:
    """Nothing is made up."""
    *_, before, after = words.figures(QUIET)
    assert (before, after) == (Figure("–", "pain before"), Figure("–", "pain after"))
    weeks = (*EMPTY.weeks[:3], WeekReport(EMPTY.weeks[3].first, 60.0, 1, 4.5, None))
    *_, before, after = words.figures(replace(EMPTY, weeks=weeks))
    assert (before.number, before.more, after.number) == ("4.5", "", "–")


@pytest.mark.parametrize(
    ("first", "last", "label"),
    [
        (date(2026, 6, 11), date(2026, 6, 17), "11–17 Jun"),
        (date(2026, 6, 25), date(2026, 7, 1), "25 Jun – 1 Jul"),
        (date(2026, 12, 28), date(2027, 1, 3), "28 Dec – 3 Jan"),
    ],
)
def test_a_week_is_named_by_its_days(first: date, last: date, label: str) -> None:
    """The month once, where it is one."""
    assert words.week_label(WeekReport(first, 0.0, 0, None, None), last) == label


def test_the_table_tells_counts_and_times() -> None:
    """A dash where there is nothing."""
    rocking, bridge = USUAL.exercises
    assert len(words.columns()) == len(words.cells(rocking))
    assert words.cells(rocking) == ("5", "1", "–", "40 s", "10 min", "2 min", "1")
    assert words.cells(bridge) == ("–", "–", "1", "–", "–", "–", "2")


def test_a_moment_is_a_second_at_least() -> None:
    """What was held is not nothing."""
    assert words.cells(ExerciseReport("A", left=0.2))[3] == "1 s"


def test_what_hurt_is_told_with_side_number_and_most_pain() -> None:
    """In the order of the report; without any of it, that is said."""
    assert words.hurting(USUAL) == (
        Item("Bridge", "left, 2 times, up to 7, spreading"),
        Item("Knee rocking", "once"),
    )
    assert words.hurting(QUIET) == (Item("Nothing was marked as hurting."),)
    (both,) = {item.amount.split(",")[0] for item in words.hurting(FULL)}
    assert both == "left and right"


def test_routines_are_told_with_their_days() -> None:
    """Where these are not the same number, and say more than one day."""
    assert words.routines(USUAL) == (
        Item("Evenings", "3 times on 2 days"),
        Item("Mornings", "2 times"),
    )
    assert words.routines(QUIET) == (Item("Mornings", "once"),)
    assert words.routines(EMPTY) == (Item("None."),)


def test_what_else_there_was() -> None:
    """Flare-up days by the month, treatments, and places from the furthest up."""
    assert words.besides(USUAL) == (
        Item("Flare-up days", "11, 12 Jun, 8 Jul"),
        Item("Ice and heat", "ice 4 times, heat once"),
        Item("Pain down to the thigh", "in 1 session"),
        Item("Pain in the buttock", "in 2 sessions"),
    )
    assert words.besides(QUIET) == (Item("Flare-up days", "–"), Item("Ice and heat", "–"))


def test_many_flare_up_days_are_told_by_their_number() -> None:
    """A line of them all would be cut off."""
    assert words.besides(FULL)[0] == Item("Flare-up days", "28 days")


def test_notes_have_their_day() -> None:
    """The newest first."""
    assert words.notes(USUAL) == (
        Item("Slept well.", "8 Jul"),
        Item("Stiff this morning.", "11 Jun"),
    )
    assert words.notes(QUIET) == (Item("None."),)


@pytest.mark.parametrize(("most", "shown"), [(4, "abcd"), (9, "abcd"), (3, "ab+"), (1, "+")])
def test_where_there_is_no_room_the_last_line_counts_the_rest(most: int, shown: str) -> None:
    """Shown and counted ones together are all."""
    items = [Item(name) for name in "abcd"]
    found = words.capped(items, most)
    assert len(found) == len(shown)
    expected = [item.words for item in items if item.words in shown]
    if "+" in shown:
        expected.append(f"and {len(items) - most + 1} more")
    assert [item.words for item in found] == expected


def test_the_side_of_nobody_is_no_word() -> None:
    """Where both sides worked at once, none is named."""
    one = ExerciseReport("A", hurts=1, hurt_sides=(Side.BOTH,))
    assert words.hurting(replace(EMPTY, exercises=(one,))) == (Item("A", "once"),)
