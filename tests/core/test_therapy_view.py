from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Kind, Means, Place, Rest
from hipstretch.core.therapy_view import CardState
from hipstretch.core.therapy_wishes import Chosen
from tests.core.therapy_moments import (
    BACK,
    HIP,
    NOW,
    REST,
    WALL,
    heat,
    ice,
    missed,
    record,
    rested,
    shown,
    therapy,
)


def test_nothing_under_way_offers_both_kinds() -> None:
    """With the lengths of the articles, and nothing that would move."""
    view = shown(therapy())
    assert [card.state for card in view.cards] == [CardState.READY, CardState.READY]
    assert [card.seconds for card in view.cards] == [1200, 1800]
    assert [card.share for card in view.cards] == [0, 0]
    assert view.leading is None
    assert view.next_change is None
    assert view.parts == ()
    assert view.resting is None


def test_what_was_chosen_is_offered() -> None:
    """Length and means of each kind; ice has its pack."""
    chosen = Chosen(heat_means=Means.BATH).with_minutes(Kind.ICE, 10).with_minutes(Kind.HEAT, 15)
    view = shown(therapy(), chosen=chosen)
    assert [card.seconds for card in view.cards] == [600, 900]
    assert [card.means for card in view.cards] == [Means.PACK, Means.BATH]


def test_what_runs_shows_what_is_left() -> None:
    """In whole seconds, with the time to the next look at the skin."""
    card = shown(therapy(ice(439))).ice
    assert card.state is CardState.RUNNING
    assert card.seconds_left == 761
    assert card.share == pytest.approx(761 / 1200)
    assert card.check_in == 161
    assert card.ended_at == WALL + timedelta(seconds=761)


def test_in_the_last_minutes_there_is_no_check() -> None:
    """The end comes first."""
    assert shown(therapy(ice(1000))).ice.check_in is None


def test_an_unanswered_check_is_asked() -> None:
    """Until it is answered."""
    assert shown(therapy(ice(301, checks=1))).ice.state is CardState.CHECKING
    assert shown(therapy(ice(301, checks=1, fine=1))).ice.state is CardState.RUNNING


@pytest.mark.parametrize("rung_at", [None, 99_990.0])
def test_after_the_deadline_it_rings(rung_at: float | None) -> None:
    """Whether or not the alarm has been heard yet."""
    card = shown(therapy(replace(ice(1265), rung_at=rung_at))).ice
    assert card.state is CardState.RINGING
    assert card.over == 65
    assert card.left == 0
    assert card.share == 0


def test_a_missed_alarm_leaves_a_note() -> None:
    """With the time since it ended."""
    card = shown(missed(740)).ice
    assert card.state is CardState.MISSED
    assert card.over == 740
    assert card.next_change == 40


def test_the_other_kind_waits_for_what_is_on_the_place() -> None:
    """Until that is over and the skin has rested."""
    card = shown(therapy(ice(439))).heat
    assert card.state is CardState.BUSY
    assert card.after is Kind.ICE
    assert card.ready_at == WALL + timedelta(seconds=761 + REST)


def test_another_place_is_free() -> None:
    """Ice on the hip and heat on the back go together."""
    assert shown(therapy(ice(439)), chosen=Chosen(BACK)).heat.state is CardState.READY


def test_a_place_rests_from_either_kind() -> None:
    """And the person may wait to be told."""
    of = replace(rested(1500), awaited=frozenset({HIP}))
    view = shown(of)
    for card in view.cards:
        assert card.state is CardState.RESTING
        assert card.after is Kind.ICE
        assert card.ready_at == WALL + timedelta(seconds=REST - 1500)
        assert card.is_awaited
    assert view.next_change is None


def test_today_has_the_latest_first() -> None:
    """What runs is among it until its end is told, and then it is a record."""
    view = shown(therapy(ice(439)), record(8), record(10, Kind.HEAT, 1800))
    assert [part.kind for part in view.parts] == [Kind.ICE, Kind.HEAT, Kind.ICE]
    assert [part.is_running for part in view.parts] == [True, False, False]
    assert view.parts[0].began_at == WALL - timedelta(seconds=439)
    assert shown(therapy(ice(1265, rung_at=NOW.at))).parts == ()


def test_the_rest_of_the_chosen_place_is_known_beforehand() -> None:
    """While something is on it, and while it rests; of no other place."""
    ahead = shown(therapy(ice(439))).resting
    assert ahead is not None
    assert ahead.start == WALL + timedelta(seconds=761)
    assert (ahead.end - ahead.start).total_seconds() == REST
    now = shown(rested(1500)).resting
    assert now is not None
    assert now.start == WALL - timedelta(seconds=1500)
    assert shown(rested(1500), chosen=Chosen(Place.OTHER)).resting is None


def test_the_most_urgent_leads() -> None:
    """An alarm before a check, a check before what runs, then what ends sooner."""
    running = shown(therapy(ice(439), heat(1500)))
    assert running.leading == running.heat
    asking = shown(therapy(ice(301, checks=1), heat(1500)))
    assert asking.leading == asking.ice
    ringing = shown(therapy(ice(301, checks=1), heat(1801)))
    assert ringing.leading == ringing.heat
    assert ringing.card(Kind.HEAT) is ringing.heat
    assert ringing.card(Kind.ICE) is ringing.ice


def test_a_rest_elsewhere_changes_nothing_here() -> None:
    """Each place rests for itself."""
    of = replace(therapy(), rests=(Rest(BACK, Kind.HEAT, NOW.at - 10),))
    assert shown(of).ice.state is CardState.READY


@given(st.floats(0, 1199.999))
def test_the_next_change_is_the_next_second(ago: float) -> None:
    """Just after it the digits are one less, and it never is more than a second away."""
    card = shown(therapy(ice(ago))).ice
    assert card.next_change is not None
    assert 0 < card.next_change <= 1 + 1e-5
    later = Now(NOW.at + card.next_change + 1e-3, WALL)
    assert shown(therapy(ice(ago)), now=later).ice.seconds_left == card.seconds_left - 1


@given(st.floats(0, 599))
def test_an_alarm_counts_up_by_the_second(over: float) -> None:
    """The next change is never more than a second away."""
    card = shown(therapy(ice(1200 + over))).ice
    assert card.next_change is not None
    assert 0 < card.next_change <= 1


def test_what_is_worth_a_note_runs_rings_or_rang_unheard() -> None:
    """Not what rests or is ready."""
    both = shown(therapy(ice(439), heat(1900)))
    assert [card.kind for card in both.noted] == [Kind.ICE, Kind.HEAT]
    assert both.under_way == both.noted
    unheard = shown(missed(740))
    assert [card.state for card in unheard.noted] == [CardState.MISSED]
    assert unheard.under_way == ()
    assert shown(rested(100)).noted == shown(therapy()).noted == ()
