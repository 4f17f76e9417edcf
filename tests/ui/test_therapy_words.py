from __future__ import annotations

from dataclasses import replace

import pytest

from hipstretch.core.therapy import Kind, Means, Place, Refusal
from hipstretch.core.therapy_view import CardView
from hipstretch.core.therapy_wishes import Chosen
from hipstretch.ui import therapy_words
from tests.core.therapy_moments import (
    BACK,
    HIP,
    NOW,
    REST,
    WALL,
    ice,
    missed,
    record,
    rested,
    shown,
    therapy,
)

RUNNING = shown(therapy(ice(439))).ice
LAST = shown(therapy(ice(1000))).ice
CHECKING = shown(therapy(ice(612, checks=2, fine=1))).ice
RINGING = shown(therapy(ice(1265))).ice
MISSED = shown(missed(740)).ice
BUSY = shown(therapy(ice(439))).heat
RESTING = shown(rested(1500)).ice
READY = shown(therapy()).heat


@pytest.mark.parametrize(
    ("card", "digits", "caption"),
    [
        (RUNNING, "12:41", "left of 20 min"),
        (RINGING, "+1:05", "over 20 min"),
        (READY, "30:00", "minutes"),
        (RESTING, "20:00", "minutes"),
    ],
)
def test_the_ring_has_digits_and_a_word(card: CardView, digits: str, caption: str) -> None:
    """What is left, how long it is over, or what it will take."""
    assert therapy_words.ring_digits(card) == digits
    assert therapy_words.ring_caption(card) == caption


@pytest.mark.parametrize(
    ("card", "title", "line"),
    [
        (RUNNING, "Running", "Skin check in 2:41.\nA soft sound tells you."),
        (LAST, "Running", "A sound tells you when it is time."),
        (
            CHECKING,
            "Look at your skin",
            "Pink is fine. Very red, white, blotchy or numb: stop.",
        ),
        (RINGING, "Take the ice off now", "Then look at your skin: pink is fine."),
        (
            MISSED,
            "Ice ended 12\N{NO-BREAK SPACE}min\N{NO-BREAK SPACE}ago",
            "If the pack is still on, take it off. Then look at your skin.",
        ),
        (BUSY, "Ready at 16:20", "Two hours after the ice, so your skin can rest."),
        (RESTING, "Ready at 15:42", "Two hours after the ice, so your skin can rest."),
        (READY, "Ready", ""),
    ],
)
def test_a_card_says_what_is_the_case_and_what_to_do(card: CardView, title: str, line: str) -> None:
    """In every state."""
    assert therapy_words.title(card, HIP) == title
    assert therapy_words.line(card, REST) == line


def test_what_runs_elsewhere_says_where() -> None:
    """Where another place is chosen for the next one."""
    assert therapy_words.title(RUNNING, BACK) == "On your right hip"
    other = replace(RUNNING, place=Place.OTHER)
    assert therapy_words.title(other, BACK) == "On another place"


def test_a_bath_is_stepped_out_of() -> None:
    """There is nothing to take off."""
    bath = replace(RINGING, kind=Kind.HEAT, means=Means.BATH)
    assert therapy_words.take_off(bath) == "Step out of the bath now"
    assert therapy_words.taken_off(bath) == "I am out"
    assert therapy_words.taken_off(RINGING) == "It is off"


def test_the_chip_says_where_or_what_is_wanted() -> None:
    """Under the time."""
    words = [therapy_words.chip_line(card) for card in (RUNNING, CHECKING, RINGING)]
    assert words == ["Right hip", "Look at your skin", "Take it off"]


def test_the_alarm_says_how_long_it_was() -> None:
    """And what to look for."""
    line = "20 min are over. Then look at your skin: pink is fine."
    assert therapy_words.alarm_line(RINGING) == line


def test_one_can_be_told_when_a_place_is_ready() -> None:
    """And sees that one will be."""
    assert therapy_words.tell_me(RESTING) == "Tell me at 15:42"
    assert therapy_words.tell_me(replace(RESTING, is_awaited=True)) == "I will tell you"


@pytest.mark.parametrize(
    ("refusal", "words"),
    [
        (Refusal.LENGTH, "Ice is for 5 to 20 minutes. Choose one of these."),
        (Refusal.RUNNING, "Ice is running already. Stop it first."),
        (Refusal.PLACE, "Ice and heat take turns. Stop the other one first."),
        (Refusal.REST, "Let the skin rest until 14:07."),
    ],
)
def test_every_refusal_says_what_to_do(refusal: Refusal, words: str) -> None:
    """Without blame."""
    assert therapy_words.refused(Kind.ICE, refusal, WALL) == words


def test_a_place_is_named_as_the_persons_own() -> None:
    """Any other place is just skin."""
    assert therapy_words.rest_title(HIP, WALL) == "Your right hip rests until 14:07"
    assert therapy_words.rest_title(Place.OTHER, WALL) == "Your skin rests until 14:07"
    assert therapy_words.ready_line(BACK).startswith("Your lower back has rested.")
    assert therapy_words.ready_line(Place.OTHER).startswith("Your skin has rested.")
    assert therapy_words.place_word(Place.OTHER) == "Other"


def test_today_is_counted() -> None:
    """By kind, and only what there was."""
    view = shown(therapy(ice(439)), record(8), record(10, Kind.HEAT))
    assert therapy_words.counts(view.parts) == "2 × ice, 1 × heat"
    assert therapy_words.counts(view.parts[2:]) == "1 × ice"
    assert therapy_words.counts(()) == ""


def test_todays_lengths_are_in_minutes() -> None:
    """What was stopped at once says so."""
    parts = shown(therapy(ice(439)), record(9, seconds=59), record(8, seconds=1199)).parts
    words = [therapy_words.part_length(part) for part in parts]
    assert words == ["running", "under 1 min", "19 min"]


@pytest.mark.parametrize(
    ("seconds", "words"), [(3600, "An hour"), (14400, "Four hours"), (18000, "5 h")]
)
def test_the_rest_is_told_in_hours(seconds: float, words: str) -> None:
    """In words as far as the setting goes."""
    assert therapy_words.rest_word(seconds) == words


@pytest.mark.parametrize("means", Means)
def test_every_means_has_four_lines_and_words_of_its_own(means: Means) -> None:
    """The strip has four signs."""
    assert len(therapy_words.care_words(means)) == 4
    assert therapy_words.means_word(means)
    note = replace(MISSED, means=means)
    assert "look at your skin" in therapy_words.line(note, REST)


def test_the_heat_pack_is_named_as_the_better_one() -> None:
    """A hot-water bottle scalds numb skin."""
    assert therapy_words.bottle_line().startswith("Use a heat pack")


def test_ready_now_has_no_time() -> None:
    """A place that rests has one."""
    assert therapy_words.ready_at(shown(therapy(), now=NOW, chosen=Chosen(BACK)).ice) == "Ready"
