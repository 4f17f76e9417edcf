from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.therapy import (
    CheckAsked,
    Kind,
    Means,
    Outcome,
    Over,
    Place,
    Rang,
    Ready,
    Refusal,
    RefusedError,
    Rest,
    Therapy,
    Told,
    Treatment,
)

HOUR = 3600.0
BEGAN = 5000.0
ICE = Treatment("ice", Kind.ICE, Place.RIGHT_HIP, Means.PACK, 1200.0, BEGAN)
HEAT = Treatment("heat", Kind.HEAT, Place.LOWER_BACK, Means.PAD, 1800.0, BEGAN)
NOTHING = Therapy(2 * HOUR)
RUNNING = NOTHING.begin(ICE)
END = ICE.ends_at


def words(told: tuple[Told, ...]) -> list[str]:
    """What was told, by name."""
    return [type(one).__name__ for one in told]


def test_skin_checks_the_end_and_the_alarm_come_in_their_time() -> None:
    """Looked at every second, each is told once and the alarm every twelve seconds."""
    therapy, told = RUNNING, []
    for at in range(5000, 6300):
        therapy, more = therapy.let_pass(float(at))
        told += [(at - 5000, type(one).__name__) for one in more]
    assert told == [
        (300, "CheckAsked"),
        (600, "CheckAsked"),
        (900, "CheckAsked"),
        (1200, "Over"),
        *((1200 + 12 * number, "Rang") for number in range(9)),
    ]


def test_the_end_is_told_with_its_record_and_its_ring() -> None:
    """As long as it was to be, whenever one looks."""
    after, told = RUNNING.let_pass(END + 60)
    assert told == (
        Over(ICE, Outcome.FINISHED, 1200.0),
        Rang(ICE, pytest.approx(0.7)),  # type: ignore[arg-type]
    )
    assert after.rests == (Rest(Place.RIGHT_HIP, Kind.ICE, END),)


def test_an_answered_skin_check_keeps_the_alarm_soft() -> None:
    """And an answer that nobody asked for changes nothing."""
    assert RUNNING.check(Kind.ICE) is RUNNING
    assert RUNNING.check(Kind.HEAT) is RUNNING
    asked, told = RUNNING.let_pass(BEGAN + 300)
    (check,) = told
    assert isinstance(check, CheckAsked)
    assert check.treatment.asks
    fine = asked.check(Kind.ICE)
    assert fine.treatments == (replace(ICE, checks=1, fine=1),)
    assert fine.let_pass(BEGAN + 301) == (fine, ())


def test_of_skin_checks_that_sleep_ran_over_the_last_is_asked() -> None:
    """The answer goes for all; without it the alarm is as loud as for all of them."""
    asked, told = RUNNING.let_pass(BEGAN + 650)
    assert told == (CheckAsked(replace(ICE, checks=2)),)
    assert asked.treatments[0].alarm_volume(END) == pytest.approx(0.6)
    assert asked.check(Kind.ICE).treatments[0].alarm_volume(END) == pytest.approx(0.4)


def test_an_answer_to_a_skin_check_does_not_soften_an_alarm_that_rings() -> None:
    """The time of looking is over."""
    asked, _ = RUNNING.let_pass(BEGAN + 900)
    ringing, _ = asked.let_pass(END)
    assert ringing.check(Kind.ICE) is ringing


def test_an_answered_alarm_rings_no_more() -> None:
    """And is not told to be over a second time."""
    ringing, _ = RUNNING.let_pass(END)
    after, told = ringing.stop(Kind.ICE, END + 30)
    assert told == ()
    assert (after.treatments, after.missed) == ((), ())
    assert after.let_pass(END + 60) == (after, ())


def test_an_answer_in_the_moment_of_the_alarm_is_an_answer() -> None:
    """It is over and finished, but does not ring any more."""
    after, told = RUNNING.stop(Kind.ICE, END + 1)
    assert told == (Over(ICE, Outcome.FINISHED, 1200.0),)
    assert after.treatments == ()


def test_a_stop_ends_it_with_the_seconds_that_it_had() -> None:
    """The place rests from then on; a skin check due in that moment is not asked."""
    after, told = RUNNING.stop(Kind.ICE, BEGAN + 300.5)
    assert told == (Over(replace(ICE, checks=1), Outcome.STOPPED, 300.5),)
    assert after.rests == (Rest(Place.RIGHT_HIP, Kind.ICE, BEGAN + 300.5),)


def test_a_stop_of_one_kind_leaves_the_other() -> None:
    """Its skin check is asked as ever."""
    both = RUNNING.begin(HEAT)
    after, told = both.stop(Kind.ICE, BEGAN + 300)
    assert [one.kind for one in after.treatments] == [Kind.HEAT]
    assert words(told) == ["CheckAsked", "Over"]


def test_a_stop_of_nothing_tells_only_what_was_due() -> None:
    """There is nothing to stop."""
    assert NOTHING.stop(Kind.ICE, BEGAN) == (NOTHING, ())
    assert words(RUNNING.stop(Kind.HEAT, BEGAN + 300)[1]) == ["CheckAsked"]


def test_after_ten_minutes_the_alarm_gives_way_to_a_note() -> None:
    """Until it is read, or the next of the kind begins."""
    therapy, told = RUNNING, []
    for at in range(int(END), int(END) + 700, 4):
        therapy, more = therapy.let_pass(float(at))
        told += [at - END for one in more if isinstance(one, Rang)]
    assert told == [12.0 * number for number in range(50)]
    assert (therapy.treatments, [one.id for one in therapy.missed]) == ((), ["ice"])
    assert therapy.dismiss(Kind.HEAT).missed == therapy.missed
    assert therapy.dismiss(Kind.ICE).missed == ()
    assert therapy.begin(replace(ICE, began_at=END + 900), anyway=True).missed == ()


def test_whoever_comes_back_within_ten_minutes_hears_the_alarm() -> None:
    """As loud as it would be by then; and a note only, who comes later."""
    assert words(RUNNING.let_pass(END + 599)[1]) == ["Over", "Rang"]
    late, told = RUNNING.let_pass(END + 600)
    assert told == (Over(ICE, Outcome.FINISHED, 1200.0),)
    assert [one.is_over for one in late.missed] == [True]


def test_a_stop_of_what_ended_long_ago_leaves_the_note() -> None:
    """It tells for how long the pack may have been on."""
    after, told = RUNNING.stop(Kind.ICE, END + 900)
    assert words(told) == ["Over"]
    assert [one.id for one in after.missed] == ["ice"]


def test_one_of_a_kind_at_a_time() -> None:
    """Also while the alarm of the first rings."""
    second = replace(ICE, id="b", place=Place.LEFT_HIP, began_at=END + 30)
    for therapy in (RUNNING, RUNNING.let_pass(END)[0]):
        with pytest.raises(RefusedError) as refused:
            therapy.begin(second, anyway=True)
        assert refused.value.refusal is Refusal.RUNNING


def test_never_two_on_one_place() -> None:
    """Ice and heat together would burn what the ice has numbed."""
    with pytest.raises(RefusedError) as refused:
        RUNNING.begin(replace(HEAT, place=Place.RIGHT_HIP), anyway=True)
    assert refused.value.refusal is Refusal.PLACE
    assert len(RUNNING.begin(HEAT).treatments) == 2


def test_a_place_rests_after_either_kind() -> None:
    """Until its hours are over, or with a word that one starts anyway."""
    after, _ = RUNNING.stop(Kind.ICE, BEGAN + 600)
    heat = replace(HEAT, place=Place.RIGHT_HIP, began_at=BEGAN + 700)
    with pytest.raises(RefusedError) as refused:
        after.begin(heat)
    assert (refused.value.refusal, refused.value.until) == (
        Refusal.REST,
        BEGAN + 600 + 2 * HOUR,
    )
    assert after.begin(heat, anyway=True).treatments == (heat,)
    assert after.begin(replace(heat, place=Place.LEFT_HIP)).treatments
    assert after.begin(replace(heat, began_at=BEGAN + 600 + 2 * HOUR)).treatments


def test_an_end_of_rest_is_told_to_who_waits_for_it() -> None:
    """Once; others are not told."""
    rested, _ = RUNNING.stop(Kind.ICE, BEGAN + 600)
    until = BEGAN + 600 + 2 * HOUR
    waiting = rested.wait_for(Place.RIGHT_HIP, is_awaited=True)
    assert waiting.let_pass(until - 1) == (waiting, ())
    after, told = waiting.let_pass(until)
    assert told == (Ready(rested.rests[0]),)
    assert (after.rests, after.awaited) == ((), frozenset())
    assert rested.let_pass(until)[1] == ()
    assert waiting.wait_for(Place.RIGHT_HIP, is_awaited=False).let_pass(until)[1] == ()


def test_nobody_waits_for_a_place_that_does_not_rest() -> None:
    """Else the end of some later rest would be told unasked."""
    assert NOTHING.wait_for(Place.LEFT_HIP, is_awaited=True) == NOTHING
    rested, _ = RUNNING.stop(Kind.ICE, BEGAN + 600)
    assert rested.wait_for(Place.LEFT_HIP, is_awaited=True).awaited == frozenset()


def test_a_place_that_is_treated_anyway_is_not_told_to_be_ready() -> None:
    """Its old rest is gone; the new one begins at the end."""
    rested, _ = RUNNING.stop(Kind.ICE, BEGAN + 600)
    waiting = rested.wait_for(Place.RIGHT_HIP, is_awaited=True)
    began = BEGAN + 600 + 2 * HOUR - 60
    again = waiting.begin(replace(ICE, id="b", began_at=began), anyway=True)
    assert words(again.let_pass(began + 120)[1]) == []
    assert again.wait_for(Place.RIGHT_HIP, is_awaited=True) == again
    after, _ = again.let_pass(began + 1200)
    assert after.rests == (Rest(Place.RIGHT_HIP, Kind.ICE, began + 1200),)


def test_a_longer_rest_holds_for_places_that_rest_already() -> None:
    """The setting is the person's."""
    rested, _ = RUNNING.stop(Kind.ICE, BEGAN + 600)
    longer = replace(rested, rest=4 * HOUR)
    assert rested.resting(Place.RIGHT_HIP, BEGAN + 3 * HOUR) is None
    assert longer.resting(Place.RIGHT_HIP, BEGAN + 3 * HOUR) == rested.rests[0]


def test_the_next_change_is_what_comes_first() -> None:
    """A skin check, the end, a ring, the end of the alarm, the end of a rest; then nothing."""
    assert NOTHING.next_change(0.0) == inf
    assert RUNNING.next_change(BEGAN) == BEGAN + 300
    assert RUNNING.next_change(BEGAN + 900) == END
    ringing, _ = RUNNING.let_pass(END)
    assert ringing.next_change(END) == END + 12
    late, _ = RUNNING.let_pass(END + 595)
    assert late.next_change(END + 595) == END + 600
    after, _ = ringing.stop(Kind.ICE, END)
    assert after.next_change(END) == END + 2 * HOUR


def test_on_another_clock_everything_lies_as_far_away() -> None:
    """Treatments, rings, notes and rests."""
    ringing, _ = RUNNING.begin(HEAT).let_pass(END)
    missed, _ = RUNNING.let_pass(END + 600)
    therapy = replace(ringing, missed=missed.missed)
    moved = therapy.shifted(1000.0)
    assert [one.ends_at for one in moved.treatments] == [END + 1000, HEAT.ends_at + 1000]
    assert [one.rung_at for one in moved.treatments] == [END + 1000, None]
    assert [one.ends_at for one in moved.missed] == [END + 1000]
    assert [rest.since for rest in moved.rests] == [END + 1000]
    assert moved.shifted(-1000.0) == therapy


def test_what_nobody_can_time_is_cut_short() -> None:
    """What runs ends now; what rings goes on to ring."""
    ringing, _ = RUNNING.begin(HEAT).let_pass(END)
    cut = ringing.cut_short(END + 5)
    assert [one.ends_at for one in cut.treatments] == [END, END + 5]
    assert words(cut.let_pass(END + 5)[1]) == ["Over", "Rang"]


@given(
    began=st.floats(0, 1e7),
    minutes=st.floats(5, 20),
    late=st.lists(st.floats(0, 400), min_size=1, max_size=8),
)
def test_who_looks_when_something_is_due_looks_seldom_and_in_the_end_no_more(
    began: float, minutes: float, late: list[float]
) -> None:
    """However late each look comes: the next one is always ahead, and there are few."""
    at, looks = began, 0
    therapy = NOTHING.begin(replace(ICE, began_at=began, seconds=minutes * 60))
    while (due := therapy.next_change(at)) < inf:
        assert due > at
        at = due + late[looks % len(late)]
        therapy, _ = therapy.let_pass(at)
        looks += 1
    assert looks <= 3 + 1 + 50 + 1 + 1
    assert (therapy.treatments, therapy.rests) == ((), ())
    assert therapy.let_pass(at) == (therapy, ())


@given(st.floats(5000, 20000), st.floats(0, 3000))
def test_a_second_look_at_the_same_moment_tells_nothing(at: float, more: float) -> None:
    """And two looks tell of the end and the skin no more than one."""
    once, told = RUNNING.begin(HEAT).let_pass(at)
    assert once.let_pass(at) == (once, ())
    twice, told_later = once.let_pass(at + more)
    overs = [one.treatment.id for one in (*told, *told_later) if isinstance(one, Over)]
    assert len(overs) == len(set(overs))
    ended = {one.id for one in (ICE, HEAT) if one.ends_at <= at + more}
    assert set(overs) == ended
    assert {one.id for one in twice.treatments if not one.is_over} == {"ice", "heat"} - ended


@pytest.mark.parametrize(
    ("after", "minutes"),
    [(0, 20), (0.5, 20), (59.5, 20), (60, 19), (1199, 1), (1200, 0), (1300, 0)],
)
def test_the_minutes_left_are_whole_ones(after: float, minutes: int) -> None:
    """Rounded up; of each treatment."""
    both = RUNNING.begin(HEAT)
    assert RUNNING.minutes_left(BEGAN + after) == (minutes,)
    assert both.minutes_left(BEGAN + after)[0] == minutes
    assert both.minutes_left(BEGAN) == (20, 30)
    assert NOTHING.minutes_left(BEGAN) == ()
