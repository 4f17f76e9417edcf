from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.sitting import (
    LOOK_EVERY,
    STILL_WHILE_UP,
    UP_LEAST,
    UP_MOST,
    WATCHED_MOST,
    Presence,
    Sitting,
    Span,
    Step,
    begin_stretching,
    end_stretching,
    keep_screen,
    let_pass,
    lock,
    say_up,
    see_hands,
    sit_down,
    sleep,
    unlock,
)

SITTING, UP, STRETCHING, AWAY = Presence
START, AWAY_AFTER = 1000.0, 300.0
Change = Callable[[Sitting, float], Step]

moved: Change = partial(see_hands, idle=0.0)
"""The hands move now."""
kept: Change = partial(keep_screen, is_kept=True)
released: Change = partial(keep_screen, is_kept=False)


def slept(seconds: float) -> Change:
    """The machine has slept for so long until now."""
    return partial(sleep, seconds=seconds)


def still(seconds: float) -> Change:
    """The hands are seen, and have been still for so long."""
    return partial(see_hands, idle=seconds)


def after(
    *changes: tuple[float, Change], begun: Sitting | None = None
) -> tuple[Sitting, list[Span]]:
    """The clock after changes at seconds after the start, and the spans that are over."""
    clock = begun or Sitting.begun(START, AWAY_AFTER)
    spans: list[Span] = []
    for at, change in changes:
        clock, over = change(clock, START + at)
        spans.extend(over)
    return clock, spans


def span(presence: Presence, start: float, end: float) -> Span:
    """A span in seconds after the start."""
    return Span(presence, START + start, START + end)


def sat(clock: Sitting, at: float) -> float:
    """The seconds sat at seconds after the start."""
    return clock.seconds_sat(START + at)


# Sitting


def test_a_clock_begins_with_a_sitting_person() -> None:
    """Who may have sat before."""
    clock = Sitting.begun(START, AWAY_AFTER, sat=600.0)
    assert clock.presence is SITTING
    assert sat(clock, 20) == 620


def test_still_hands_are_sitting() -> None:
    """Until they were still for as long as counts as away."""
    clock, spans = after((299.9, let_pass))
    assert (clock.presence, spans) == (SITTING, [])
    assert sat(clock, 299.9) == pytest.approx(299.9)


def test_who_gave_no_sign_for_long_left_at_the_last_one() -> None:
    """What was taken for sitting since is none."""
    clock, spans = after((100, moved), (400, let_pass))
    assert spans == [span(SITTING, 0, 100)]
    assert (clock.presence, clock.since, sat(clock, 400)) == (AWAY, START + 100, 0)


def test_the_hands_bring_an_absent_person_back() -> None:
    """From when they moved, and not from when they were looked at."""
    clock, spans = after((400, let_pass), (500, still(30)))
    assert spans == [span(AWAY, 0, 470)]
    assert (clock.presence, sat(clock, 500)) == (SITTING, 30)


def test_hands_that_moved_before_a_long_stillness_bring_nobody_back() -> None:
    """They were there, and have left again."""
    clock, spans = after((400, let_pass), (900, still(350)))
    assert spans == [span(AWAY, 0, 550)]
    assert (clock.presence, clock.since) == (AWAY, START + 550)


def test_hands_that_moved_before_anyone_missed_them_were_not_away() -> None:
    """A look a minute later only knows the last movement."""
    clock, _ = after((AWAY_AFTER + LOOK_EVERY - 1, moved))
    assert sat(clock, 359) == 359
    clock, spans = after((AWAY_AFTER + LOOK_EVERY, moved))
    assert (spans, sat(clock, 360)) == ([span(AWAY, 0, 360)], 0)


@pytest.mark.parametrize("idle", [50.0, 200.0, 5000.0])
def test_old_hands_say_nothing_new(idle: float) -> None:
    """Neither those known already nor those from before the clock began."""
    clock, _ = after((50, moved))
    assert see_hands(clock, START + 100, idle) == (clock, ())


# A screen that is kept on


def test_a_screen_kept_on_is_watched_sitting() -> None:
    """The stillness before counts too, if nobody had missed the hands."""
    clock, spans = after((200, kept), (5000, let_pass), (5100, released), (5200, let_pass))
    assert (spans, sat(clock, 5200)) == ([], 5200)


def test_nobody_watches_for_days() -> None:
    """After three hours without hands the person left."""
    end = WATCHED_MOST + AWAY_AFTER
    clock, spans = after((0, kept), (end - 1, let_pass))
    assert (clock.presence, spans) == (SITTING, [])
    clock, spans = after((0, kept), (48 * 3600, let_pass))
    assert (clock.presence, spans) == (AWAY, [span(SITTING, 0, WATCHED_MOST)])


def test_a_screen_kept_on_brings_nobody_back() -> None:
    """Only hands do."""
    clock, _ = after((400, let_pass), (500, kept), (900, let_pass), (1000, released))
    assert clock.presence is AWAY


# Locked, and asleep


def test_a_locked_screen_is_away_at_once() -> None:
    """Unlocking brings back, with the minutes."""
    clock, spans = after((100, lock), (200, unlock), (230, moved))
    assert spans == [span(SITTING, 0, 100), span(AWAY, 100, 200)]
    assert sat(clock, 230) == 130


def test_an_absence_counts_as_up_after_its_time() -> None:
    """A shorter one keeps the seconds."""
    clock, _ = after((100, lock), (399, let_pass))
    assert sat(clock, 399) == 100
    clock, _ = after((100, lock), (400, let_pass))
    assert sat(clock, 400) == 0


def test_hands_on_the_lock_screen_are_not_sitting() -> None:
    """Not before they have unlocked it."""
    clock, _ = after((100, lock), (110, moved), (200, still(20)))
    assert clock.presence is AWAY


def test_hands_older_than_the_lock_say_nothing() -> None:
    """They come late, and do not unlock anything."""
    clock, spans = after((100, lock), (130, still(40)), (150, unlock))
    assert spans == [span(SITTING, 0, 100), span(AWAY, 100, 150)]
    assert sat(clock, 150) == 100


def test_an_unlock_without_a_lock_says_nothing() -> None:
    """An absent person stays absent."""
    clock, spans = after((400, let_pass), (500, unlock))
    assert (clock.presence, spans) == (AWAY, [])


def test_sleep_is_away_from_its_beginning() -> None:
    """A short one keeps the seconds, a long one is a rest."""
    clock, spans = after((50, moved), (300, slept(200)), (301, moved))
    assert spans == [span(SITTING, 0, 100), span(AWAY, 100, 301)]
    assert sat(clock, 301) == 100
    clock, _ = after((50, moved), (500, slept(400)))
    assert sat(clock, 500) == 0


def test_sleep_after_still_hands_is_one_absence_with_them() -> None:
    """The person had left before the machine slept."""
    clock, spans = after((100, moved), (5000, slept(4500)))
    assert (clock.presence, spans) == (AWAY, [span(SITTING, 0, 100)])


def test_sleep_after_a_lock_says_nothing_new() -> None:
    """The absence goes on."""
    clock, spans = after((100, lock), (900, slept(700)), (1000, unlock))
    assert spans == [span(SITTING, 0, 100), span(AWAY, 100, 1000)]
    assert sat(clock, 1000) == 0


def test_sleep_that_is_told_after_the_hands_takes_no_minute_away() -> None:
    """The person is back with their next movement."""
    clock, spans = after((100, lock), (900, unlock), (930, slept(700)), (940, moved), (960, moved))
    assert spans == [span(SITTING, 0, 100), span(AWAY, 100, 900), span(AWAY, 900, 940)]
    assert sat(clock, 960) == 20


def test_hands_that_moved_before_the_machine_woke_bring_nobody_back() -> None:
    """Where the count of idle seconds stands still in sleep they seem to have moved in it."""
    clock, _ = after((100, moved), (5000, slept(4800)), (5010, still(60)))
    assert clock.presence is AWAY
    clock, _ = after((100, moved), (5000, slept(4800)), (5010, still(5)))
    assert (clock.presence, sat(clock, 5010)) == (SITTING, 5)


def test_more_sleep_than_there_was_time_is_bounded() -> None:
    """By the last sign of the person."""
    _, spans = after((100, moved), (200, slept(1e9)))
    assert spans == [span(SITTING, 0, 100)]


# Up, and stretching


@pytest.mark.parametrize("rise", [say_up, begin_stretching])
def test_half_a_minute_up_counts(rise: Change) -> None:
    """Less keeps the seconds."""
    clock, spans = after((100, rise), (100 + UP_LEAST - 1, let_pass))
    assert (spans, sat(clock, 129)) == ([span(SITTING, 0, 100)], 100)
    clock, _ = after((100, rise), (100 + UP_LEAST, let_pass))
    assert sat(clock, 130) == 0


@pytest.mark.parametrize(("rise", "risen"), [(say_up, UP), (begin_stretching, STRETCHING)])
def test_who_was_up_and_then_is_away_has_been_up(rise: Change, risen: Presence) -> None:
    """However short both were."""
    clock, spans = after((100, rise), (105, slept(2)), (120, moved))
    assert [over.presence for over in spans] == [SITTING, risen, AWAY]
    assert sat(clock, 120) == 0


def test_typing_while_standing_is_not_sitting() -> None:
    """As long as it is looked at twice as often as a stillness is long."""
    looks: list[tuple[float, Change]] = [(at, moved) for at in range(30, 3600, 30)]
    clock, _ = after((0, say_up), *looks)
    assert clock.look_within == STILL_WHILE_UP / 2
    assert (clock.presence, sat(clock, 3570)) == (UP, 0)


def test_hands_after_a_minute_of_stillness_sit() -> None:
    """One who walked is back."""
    clock, _ = after((0, say_up), (59, moved))
    assert clock.presence is UP
    clock, spans = after((0, say_up), (60, moved))
    assert (clock.presence, spans) == (SITTING, [span(UP, 0, 60)])


def test_up_ends_after_an_hour() -> None:
    """Whose hands moved lately sits, another one is away."""
    typing: list[tuple[float, Change]] = [(at, moved) for at in range(50, 3600, 50)]
    clock, spans = after((0, say_up), *typing, (UP_MOST + 10, let_pass))
    assert (clock.presence, spans) == (SITTING, [span(UP, 0, UP_MOST)])
    assert sat(clock, UP_MOST + 10) == 10
    clock, spans = after((0, say_up), (UP_MOST, let_pass))
    assert (clock.presence, spans) == (AWAY, [span(UP, 0, UP_MOST)])
    clock, _ = after((0, say_up), *typing, (UP_MOST * 3, let_pass))
    assert (clock.presence, clock.since) == (AWAY, START + UP_MOST)


def test_who_says_again_that_they_are_up_is_up_for_another_hour() -> None:
    """From then on."""
    clock, spans = after((0, say_up), (3000, say_up), (UP_MOST + 2999, let_pass))
    assert (clock.presence, spans) == (UP, [span(UP, 0, 3000)])


def test_who_says_that_they_sit_again_sits() -> None:
    """Who sits already has said nothing."""
    clock, spans = after((0, say_up), (40, sit_down))
    assert (clock.presence, spans) == (SITTING, [span(UP, 0, 40)])
    assert sit_down(clock, START + 50) == (clock, ())


def test_who_sits_down_to_watch_has_moved_their_hands() -> None:
    """Three hours are watched from then on."""
    clock, _ = after((0, kept), (WATCHED_MOST, begin_stretching), (12000, end_stretching))
    assert clock.next_change() == START + 12000 + WATCHED_MOST + AWAY_AFTER


def test_stretching_ends_with_the_session() -> None:
    """Hands and locks change nothing in it."""
    clock, spans = after(
        (10, begin_stretching), (80, moved), (90, lock), (95, unlock), (110, end_stretching)
    )
    assert spans == [span(SITTING, 0, 10), span(STRETCHING, 10, 110)]
    assert (clock.presence, sat(clock, 110)) == (SITTING, 0)


def test_a_session_that_ends_under_a_lock_leaves_nobody_sitting() -> None:
    """Nobody sits at a locked screen."""
    clock, _ = after((10, begin_stretching), (20, lock), (90, end_stretching))
    assert clock.presence is AWAY
    clock, _ = after((10, lock), (20, say_up), (100, sit_down))
    assert clock.presence is AWAY


def test_a_session_that_ends_after_one_has_left_it_changes_nothing() -> None:
    """Sleep or "I'm up" came before."""
    for change, presence in ((slept(5), AWAY), (say_up, UP)):
        clock, _ = after((10, begin_stretching), (50, change), (60, end_stretching))
        assert clock.presence is presence


# What time alone changes


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ([], AWAY_AFTER),
        ([(100, moved)], 100 + AWAY_AFTER),
        ([(100, moved), (100, kept)], 100 + WATCHED_MOST + AWAY_AFTER),
        ([(100, lock)], 100 + AWAY_AFTER),
        ([(100, lock), (500, let_pass)], inf),
        ([(100, say_up)], 100 + UP_LEAST),
        ([(100, say_up), (140, let_pass)], 100 + UP_MOST),
        ([(100, begin_stretching)], 100 + UP_LEAST),
        ([(100, begin_stretching), (140, let_pass)], inf),
    ],
)
def test_the_next_change_is_known(changes: list[tuple[float, Change]], at: float) -> None:
    """Before it nothing changes, and then something does."""
    clock, _ = after(*changes)
    assert clock.next_change() == START + at
    now = clock.presence, clock.sat > 0
    if at < inf:
        before, _ = let_pass(clock, START + at - 0.5)
        reached, _ = let_pass(clock, START + at)
        assert (before.presence, before.sat > 0) == now != (reached.presence, reached.sat > 0)


CHANGES: list[Change] = [
    let_pass,
    moved,
    still(20),
    still(400),
    lock,
    unlock,
    slept(30),
    slept(4000),
    kept,
    released,
    say_up,
    sit_down,
    begin_stretching,
    end_stretching,
]


@given(
    st.lists(st.tuples(st.floats(0, 5000, allow_nan=False), st.sampled_from(CHANGES)), max_size=40)
)
def test_whatever_happens_every_instant_belongs_to_one_span(
    waits: list[tuple[float, Change]],
) -> None:
    """In any order: without gaps, without overlaps, and never more seconds sat than there were."""
    clock, at, end = Sitting.begun(START, AWAY_AFTER), START, START
    for wait, change in waits:
        at += wait
        clock, spans = change(clock, at)
        for over in spans:
            assert over.start == end < over.end <= at
            end = over.end
        assert clock.since == end
        assert 0 <= clock.seconds_sat(at) <= at - START + 1e-6
        assert not (clock.is_locked and clock.presence is SITTING)


def test_a_clock_can_be_told_another_time_away() -> None:
    """It counts at once, also for the absence that goes on."""
    clock, _ = after((100, lock), begun=Sitting.begun(START, 900.0))
    shorter = replace(clock, away_after=120.0)
    assert sat(let_pass(shorter, START + 230)[0], 230) == 0
