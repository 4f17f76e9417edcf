from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from hipstretch.core.history_sums import DaySum, PainPoint
from hipstretch.core.pain import Feeling, Hurt, PainPlace, Remedy
from hipstretch.core.person import Side
from hipstretch.ui import history_words
from tests.ui.history_fakes import TODAY, session

MAY_7 = date(2026, 5, 7)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (TODAY, "Today"),
        (date(2026, 5, 14), "Yesterday"),
        (date(2026, 5, 13), "Wed 13 May"),
        (date(2025, 12, 31), "Wed 31 Dec 2025"),
    ],
)
def test_days_are_told_as_people_say_them(day: date, words: str) -> None:
    """The year only where it is another one."""
    assert history_words.day_word(day, TODAY) == words


def test_a_session_has_its_day_and_time() -> None:
    """Without a leading nought."""
    moment = datetime(2026, 5, 15, 7, 5, tzinfo=UTC)
    assert history_words.when(moment, TODAY) == "Today, 7:05"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 min"), (4, "1 min"), (3960, "66 min"), (7140, "119 min"), (7500, "2 h 5 min")],
)
def test_lengths_are_in_whole_minutes(seconds: float, words: str) -> None:
    """Anything at all is at least one; long ones are told in hours."""
    assert history_words.minutes(seconds) == words


def test_counts_have_their_plural() -> None:
    """And large ones their comma, as the locale writes it."""
    assert history_words.sessions(1) == "1 session"
    assert history_words.sessions(148) == "148 sessions"
    assert history_words.days(1) == "1 day"
    assert history_words.days(5) == "5 days"


@pytest.mark.parametrize(
    ("done", "is_flare_up", "words"),
    [
        (None, False, "Thu 7 May: rest"),
        (None, True, "Thu 7 May: flare-up day"),
        (DaySum(MAY_7, 720, 2), False, "Thu 7 May: 12 min, 2 sessions"),
        (DaySum(MAY_7, 720, 1), True, "Thu 7 May: 12 min, 1 session, flare-up day"),
    ],
)
def test_a_day_of_the_map_is_told_in_a_line(
    done: DaySum | None, *, is_flare_up: bool, words: str
) -> None:
    """A day without a session is a rest, never one missed."""
    assert history_words.day_line(MAY_7, done, TODAY, is_flare_up=is_flare_up) == words


def test_weeks_are_told_by_their_monday() -> None:
    """This one by its own name."""
    assert history_words.week_line(date(2026, 5, 11), TODAY) == "This week"
    assert history_words.week_line(date(2026, 4, 27), TODAY) == "Week of 27 Apr"


@pytest.mark.parametrize(
    ("value", "words"), [(5.0, "5"), (4.5, "4.5"), (4.96, "5"), (0.0, "0"), (3.333, "3.3")]
)
def test_means_of_pain_are_short(value: float, words: str) -> None:
    """One figure after the point, where it says anything."""
    assert history_words.pain_number(value) == words


def test_pain_is_told_as_far_as_it_is_known() -> None:
    """Before, after, or both."""
    assert history_words.pain_line(PainPoint(TODAY, 5.0, 3.5)) == "before 5, after 3.5"
    assert history_words.pain_change(Feeling(5), Feeling(3)) == "5 → 3"
    assert history_words.pain_change(Feeling(), Feeling(3)) == "after 3"
    assert history_words.pain_change(Feeling(5), Feeling()) == "before 5"
    assert history_words.pain_change(Feeling(), Feeling()) == ""


@pytest.mark.parametrize("place", list(PainPlace))
def test_every_place_has_its_words(place: PainPlace) -> None:
    """Within a sentence."""
    assert history_words.feeling(Feeling(5, place)).startswith("5 of 10, ")
    assert len(history_words.place_word(place)) > 5


def test_a_feeling_may_be_a_place_alone() -> None:
    """Or nothing."""
    assert history_words.feeling(Feeling(None, PainPlace.THIGH)) == "down to the thigh"
    assert history_words.feeling(Feeling()) == ""


@pytest.mark.parametrize("remedy", list(Remedy))
def test_every_remedy_has_its_sentence(remedy: Remedy) -> None:
    """Told without blame."""
    assert history_words.remedy_line(remedy).startswith("You ")


def test_what_hurt_is_told_in_a_line() -> None:
    """With the side, the number and what came of it, as far as they are known."""
    at = datetime(2026, 5, 15, 7, 45, tzinfo=UTC)
    hurt = Hurt("bridge", "Bridge", Side.RIGHT, at, 6, True, Remedy.SKIP)
    words = "Bridge, right: 6 of 10, new or spreading. You left it out."
    assert history_words.hurt_line(hurt) == words
    plain = hurt._replace(side=Side.BOTH, pain=None, spreads=False, remedy=Remedy.EASE)
    assert history_words.hurt_line(plain) == "Bridge. You eased off."


def test_a_row_is_said_whole() -> None:
    """What was special, the pain and the note included."""
    row = session(
        1, before=Feeling(5), after=Feeling(3), note="Looser.", is_complete=False, is_gentle=True
    ).row
    assert history_words.row_line(row, TODAY) == (
        "Morning hip release, Today, 7:40, 12 min, Gentler, Stopped early, "
        "pain before 5, after 3, Looser."
    )
    assert history_words.row_line(session(2, 1).row, TODAY) == (
        "Morning hip release, Yesterday, 7:40, 12 min"
    )
