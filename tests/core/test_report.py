from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.history_sums import PainPoint, SessionDetail
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.report import (
    DAYS,
    WEEKS,
    Material,
    Note,
    PlaceReport,
    Report,
    RoutineReport,
    WeekReport,
    first_day,
)
from tests.core.report_days import FIRST, TODAY, hurt, rep, session

DAY = timedelta(days=1)
near_days = st.integers(-2, DAYS + 2).map(lambda n: TODAY - n * DAY)
pains = st.builds(Feeling, st.none() | st.integers(0, 10), st.none() | st.sampled_from(PainPlace))
sessions = st.lists(
    st.builds(session, near_days, before=pains, after=pains, hour=st.integers(0, 23)), max_size=12
)


def test_four_weeks_end_with_today() -> None:
    """Of seven days each."""
    report = Report.of(Material(), TODAY)
    assert first_day(TODAY) == FIRST
    assert (report.first, report.last) == (FIRST, TODAY)
    assert [week.first for week in report.weeks] == [FIRST + 7 * n * DAY for n in range(WEEKS)]


def test_an_empty_history_has_an_empty_report() -> None:
    """Nothing is told, and no week has pain."""
    report = Report.of(Material(), TODAY)
    assert report.is_empty
    assert (report.sessions, report.seconds, report.active_days) == (0, 0.0, 0)
    assert (report.weeks_with_pain, report.pain, report.hurting) == ((), (), ())
    assert report.weeks[0] == WeekReport(FIRST, 0.0, 0, None, None)


@pytest.mark.parametrize(
    "material",
    [
        Material([session(TODAY)]),
        Material(hurts=[hurt("Bridge")]),
        Material(flare_ups=frozenset({TODAY})),
        Material(ice=1),
        Material(heat=1),
    ],
)
def test_any_one_thing_is_worth_a_report(material: Material) -> None:
    """A session, a hurt, a flare-up day, ice or heat."""
    assert not Report.of(material, TODAY).is_empty


def test_what_lies_outside_the_four_weeks_is_left_out() -> None:
    """The day before them, and what a wrong clock left in the future."""
    outside = (FIRST - DAY, TODAY + DAY)
    material = Material(
        [session(day, rep(), note="x", before=Feeling(3, PainPlace.FOOT)) for day in outside],
        [hurt("Bridge", day) for day in outside],
        frozenset(outside),
    )
    assert Report.of(material, TODAY) == Report.of(Material(), TODAY)


def test_the_weeks_add_up_what_was_done_and_felt() -> None:
    """Means are of all that was told in a week."""
    report = Report.of(
        Material(
            [
                session(TODAY, seconds=300.0, before=Feeling(2), after=Feeling(1)),
                session(FIRST, seconds=60.0, before=Feeling(6)),
                session(FIRST + 6 * DAY, seconds=90.0, before=Feeling(5), after=Feeling(4)),
            ]
        ),
        TODAY,
    )
    first, *empty, last = report.weeks
    assert first == WeekReport(FIRST, 150.0, 2, 5.5, 4.0)
    assert [week.sessions for week in empty] == [0, 0]
    assert last == WeekReport(TODAY - 6 * DAY, 300.0, 1, 2.0, 1.0)
    assert report.weeks_with_pain == (first, last)
    assert (report.sessions, report.seconds, report.active_days) == (3, 450.0, 3)


def test_pain_is_told_by_the_day() -> None:
    """In order; days without a number have none."""
    report = Report.of(
        Material(
            [
                session(TODAY, after=Feeling(3)),
                session(TODAY - DAY, before=Feeling(6)),
                session(TODAY, before=Feeling(5), after=Feeling(2)),
                session(TODAY - 2 * DAY),
            ]
        ),
        TODAY,
    )
    assert report.pain == (PainPoint(TODAY - DAY, 6.0, None), PainPoint(TODAY, 5.0, 2.5))


def test_routines_are_told_with_times_days_and_ends() -> None:
    """Those that were done most often first."""
    report = Report.of(
        Material(
            [
                session(TODAY, routine="Core"),
                session(TODAY - DAY, routine="Evenings"),
                session(TODAY, routine="Evenings", is_complete=False),
                session(TODAY, routine="Evenings", hour=20),
            ]
        ),
        TODAY,
    )
    assert report.routines == (RoutineReport("Evenings", 3, 2, 2), RoutineReport("Core", 1, 1, 1))


def test_a_place_is_counted_once_a_session() -> None:
    """Whether it was told before, after or both times; from the back down."""
    foot, back = PainPlace.FOOT, PainPlace.BACK
    report = Report.of(
        Material(
            [
                session(TODAY, before=Feeling(5, foot), after=Feeling(3, foot)),
                session(TODAY, before=Feeling(5, foot), after=Feeling(3, back)),
                session(TODAY),
            ]
        ),
        TODAY,
    )
    assert report.places == (PlaceReport(back, 1), PlaceReport(foot, 2))


def test_notes_stand_in_one_line_the_newest_first() -> None:
    """Empty ones are none."""
    report = Report.of(
        Material(
            [
                session(TODAY, note="Better.\n\n Slept  well."),
                session(TODAY - DAY, note="Stiff."),
                session(TODAY, note="\n "),
            ]
        ),
        TODAY,
    )
    assert report.notes == (Note(TODAY, "Better. Slept well."), Note(TODAY - DAY, "Stiff."))


def test_what_hurt_most_often_comes_first() -> None:
    """With equal numbers, what hurt most."""
    hurts = [
        hurt("Bridge", pain=4),
        hurt("Lean", pain=7),
        hurt("Rock"),
        hurt("Curl", pain=2),
        hurt("Curl", pain=1),
    ]
    report = Report.of(Material([session(TODAY, rep("Calm"))], hurts), TODAY)
    assert [one.stretch for one in report.hurting] == ["Curl", "Lean", "Bridge", "Rock"]


def test_flare_up_days_are_in_order() -> None:
    """With the treatments, as they were counted."""
    days = frozenset({TODAY, TODAY - 9 * DAY, FIRST})
    report = Report.of(Material(flare_ups=days, ice=3, heat=2), TODAY)
    assert report.flare_ups == (FIRST, TODAY - 9 * DAY, TODAY)
    assert (report.ice, report.heat) == (3, 2)


def test_a_session_belongs_to_the_day_on_the_wall() -> None:
    """Late in the evening it is still that day, whatever day it is elsewhere."""
    report = Report.of(Material([session(FIRST, hour=0), session(TODAY, hour=23)]), TODAY)
    assert (report.sessions, report.active_days) == (2, 2)


@given(sessions)
def test_every_session_is_counted_once(done: list[SessionDetail]) -> None:
    """In the weeks, in the routines, and on a day, in whatever order the sessions come."""
    within = [one for one in done if FIRST <= one.row.began_at.date() <= TODAY]
    report, again = Report.of(Material(done), TODAY), Report.of(Material(done[::-1]), TODAY)
    assert report.sessions == len(within) == sum(one.times for one in report.routines)
    assert (report.weeks, report.places) == (again.weeks, again.places)
    days = [point.day for point in report.pain]
    assert days == sorted(set(days))
    assert len(days) <= report.active_days <= DAYS
