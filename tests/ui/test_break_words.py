from __future__ import annotations

from datetime import timedelta

import pytest

from hipstretch.core.breaks_view import BreaksView, Pause, State
from hipstretch.core.reminder import Hold
from hipstretch.core.sitting import Presence
from hipstretch.ui import break_words
from tests.ui.break_views import (
    ALL,
    DUE,
    GONE,
    HELD,
    LATER,
    NOW,
    OFF,
    ON_FEET,
    OUTSIDE,
    PAUSED,
    STRETCHES,
    UNTIL_TOMORROW,
    moment,
    view,
)


@pytest.mark.parametrize(
    ("shown", "title", "line"),
    [
        (view(), "Sitting 18 min", "Next break in 12 min"),
        (view(minutes=0.4), "Just sat down", "Next break in 30 min"),
        (view(minutes=0, interval=3600), "Just sat down", "Next break in 1 h"),
        (DUE, "Sitting 47 min", "Time to stand up"),
        (HELD, "Sitting 41 min", "On a call: I will remind you right after"),
        (LATER, "Sitting 35 min", "I will ask again at 14:20"),
        (ON_FEET, "Up since 13:49", "The clock begins when you sit again"),
        (GONE, "Away since 13:49", "The clock waits for you"),
        (STRETCHES, "Stretching", "The clock begins when you sit again"),
        (PAUSED, "Sitting 18 min", "Paused until 15:20"),
        (UNTIL_TOMORROW, "Sitting 18 min", "Paused until tomorrow"),
        (OUTSIDE, "Sitting 18 min", "Outside your hours until 17:00"),
        (OFF, "Reminders are off", "Switch them on under Breaks"),
    ],
)
def test_every_state_is_told_in_two_lines(shown: BreaksView, title: str, line: str) -> None:
    """Where the person is, and what comes next."""
    assert (break_words.title(shown), break_words.line(shown)) == (title, line)


@pytest.mark.parametrize(
    ("hold", "beginning"),
    [
        (Hold.FULL_SCREEN, "Full screen"),
        (Hold.DO_NOT_DISTURB, "Do not disturb is on"),
        (Hold.TIMER, "Your timer ends soon"),
    ],
)
def test_what_holds_a_reminder_back_is_named(hold: Hold, beginning: str) -> None:
    """With the promise that it comes right after."""
    line = break_words.line(view(State.HELD, 40, hold=hold))
    assert line == f"{beginning}: I will remind you right after"


@pytest.mark.parametrize(
    ("until", "line"),
    [
        (moment(9) + timedelta(days=1), "Outside your hours until tomorrow, 9:00"),
        (moment(9) + timedelta(days=3), "Outside your hours until Monday"),
        (None, "Outside your hours"),
    ],
)
def test_outside_the_hours_it_tells_when_they_begin(until: object, line: str) -> None:
    """As near as it helps."""
    assert break_words.line(view(State.OUTSIDE_HOURS, until=until)) == line


def test_both_lines_make_a_sentence_for_tooltips() -> None:
    """What is off needs one only."""
    assert break_words.both(view()) == "Sitting 18 min. Next break in 12 min"
    assert break_words.both(OFF) == "Reminders are off"


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "You have been sitting for a minute."),
        (47, "You have been sitting for 47 minutes."),
        (95, "You have been sitting for 1 h 35 min."),
    ],
)
def test_the_minutes_owed_are_a_sentence(minutes: int, words: str) -> None:
    """The time is kept on one line."""
    owed = break_words.owed(minutes)
    assert owed.replace("\N{NO-BREAK SPACE}", " ") == words
    assert owed.split(" ")[-1].startswith("for")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(20, "One-minute stretch"), (64, "One-minute stretch"), (300, "5-minute stretch")],
)
def test_a_routine_is_called_by_its_length(seconds: float, words: str) -> None:
    """At least a minute."""
    assert break_words.stretch_words(seconds) == words


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (42, "42 min"), (60, "1 h"), (200, "3 h 20 min")]
)
def test_minutes_are_told_in_hours_where_they_are_many(minutes: int, words: str) -> None:
    """And hours without minutes alone."""
    assert break_words.length(minutes) == words


@pytest.mark.parametrize("shown", ALL)
def test_every_state_has_kind_advice(shown: BreaksView) -> None:
    """A sentence, without an exclamation mark."""
    advice = break_words.advice(shown)
    assert advice.endswith(".")
    assert "!" not in advice


@pytest.mark.parametrize(
    ("shown", "word"),
    [(OFF, "off"), (PAUSED, "paused"), (OUTSIDE, "free time"), (ON_FEET, "up"), (GONE, "away")],
)
def test_the_ring_has_a_word_where_no_minutes_count(shown: BreaksView, word: str) -> None:
    """In its middle."""
    assert break_words.ring_word(shown) == word


def test_pauses_and_presences_have_words() -> None:
    """Each its own."""
    assert [break_words.pause_word(pause) for pause in Pause] == [
        "30 minutes",
        "1 hour",
        "Until tomorrow",
    ]
    assert len({break_words.presence_word(presence) for presence in Presence}) == 4
    assert break_words.of_interval(30) == "of 30 min"
    assert break_words.clock_word(NOW.replace(hour=8, minute=5)) == "8:05"
