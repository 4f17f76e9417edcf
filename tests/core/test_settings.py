from __future__ import annotations

import json
import math

import pytest

from hipstretch.core.hours import WeekHours
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.settings import (
    LONGEST_NAME,
    LONGEST_PLAN,
    Appearance,
    Pace,
    Settings,
    StayOn,
    Strength,
    VoiceLevel,
)


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("appearance", "dark", Appearance.DARK),
        ("appearance", Appearance.LIGHT, Appearance.LIGHT),
        ("text_size", 115, 115),
        ("reduced_motion", True, True),
        ("affected_side", "both", Affected.BOTH),
        ("first_side", "left", Side.LEFT),
        ("extra_rep", True, True),
        ("breath", 2, 2.0),
        ("breath", 20.0, 20.0),
        ("breathe_along", True, True),
        ("breath_tone", True, True),
        ("chimes", False, False),
        ("chime_volume", 0, 0),
        ("chime_volume", 100, 100),
        ("voice", "short", VoiceLevel.SHORT),
        ("voice", VoiceLevel.OFF, VoiceLevel.OFF),
        ("voice_pace", "slow", Pace.SLOW),
        ("voice_name", "", ""),
        ("voice_name", "Zoë (en-GB)", "Zoë (en-GB)"),
        ("voice_name", "n" * LONGEST_NAME, "n" * LONGEST_NAME),
        ("count_seconds", True, True),
        ("count_reps", False, False),
    ],
)
def test_a_value_within_bounds_is_taken(name: str, value: object, kept: object) -> None:
    """Values as a file gives them become the setting's own type."""
    assert getattr(Settings().with_value(name, value), name) == kept


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("no_such_setting", 1),
        ("appearance", "blue"),
        ("appearance", []),
        ("appearance", None),
        ("text_size", 101),
        ("text_size", 100.0),
        ("text_size", "100"),
        ("text_size", True),
        ("reduced_motion", 1),
        ("reduced_motion", "true"),
        ("affected_side", "middle"),
        ("affected_side", {}),
        ("first_side", "both"),
        ("first_side", ["left"]),
        ("extra_rep", None),
        ("breath", 1.9),
        ("breath", 20.1),
        ("breath", True),
        ("breath", "6"),
        ("breath", math.nan),
        ("breath", math.inf),
        ("breathe_along", 1),
        ("breath_tone", "yes"),
        ("chimes", None),
        ("chime_volume", -1),
        ("chime_volume", 101),
        ("chime_volume", 70.0),
        ("chime_volume", True),
        ("chime_volume", "70"),
        ("voice", "loud"),
        ("voice", True),
        ("voice_pace", 1.5),
        ("voice_pace", ["slow"]),
        ("voice_name", None),
        ("voice_name", "two\nlines"),
        ("voice_name", "n" * (LONGEST_NAME + 1)),
        ("count_seconds", 3),
        ("count_reps", "true"),
        ("hours", 5),
    ],
)
def test_a_value_out_of_bounds_is_refused(name: str, value: object) -> None:
    """A ValueError, and nothing else, says so."""
    with pytest.raises(ValueError, match=r"."):
        Settings().with_value(name, value)


def test_the_person_is_what_changes_a_plan() -> None:
    """Sore side, first side, extra rep and breath go over, and whether to breathe along."""
    settings = Settings(
        affected_side=Affected.LEFT,
        first_side=Side.LEFT,
        extra_rep=True,
        breath=5.0,
        breathe_along=True,
    )
    assert settings.person == Person(
        Affected.LEFT, Side.LEFT, extra_rep=True, breath=5.0, breathe_along=True
    )


def test_a_session_is_heard_unless_one_turns_it_off() -> None:
    """Chimes and the full voice, reps counted; neither breaths nor seconds."""
    usual = Settings()
    assert (usual.chimes, usual.chime_volume, usual.voice) == (True, 70, VoiceLevel.FULL)
    assert (usual.voice_pace, usual.voice_name, usual.count_reps) == (Pace.USUAL, "", True)
    assert (usual.breathe_along, usual.breath_tone, usual.count_seconds) == (False, False, False)


def test_the_voice_speaks_at_two_of_its_levels() -> None:
    """Off is silence."""
    assert [level.speaks for level in VoiceLevel] == [True, True, False]


def test_settings_survive_plain_values() -> None:
    """What goes to a file as JSON comes back the same."""
    settings = Settings(
        *(Appearance.DARK, 130, True, Affected.RIGHT, Side.LEFT, True, 7.5, True, True, False, 40),
        voice=VoiceLevel.SHORT,
        voice_pace=Pace.FAST,
        voice_name="English (GB)",
        count_seconds=True,
        count_reps=False,
    )
    back = Settings()
    for name, value in json.loads(json.dumps(settings.as_dict())).items():
        back = back.with_value(name, value)
    assert back == settings


def test_one_is_reminded_as_the_articles_say_unless_one_chooses() -> None:
    """After half an hour, at any hour, up to a window, while there is a tray."""
    usual = Settings()
    assert (usual.reminders, usual.sit_minutes, usual.away_minutes) == (True, 30, 5)
    assert (usual.reminder_strength, usual.hours_on) == (Strength.WINDOW, False)
    assert WeekHours.parse(usual.hours).days.count(None) == 2
    assert (usual.break_routine, usual.stay_on) == ("one-minute-break", StayOn.WITH_TRAY)
    assert usual.told_stay_on is False


NIGHTS = ["22:00-06:00", "", "", "", "", "", "00:00-00:00"]


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("reminders", False, False),
        ("sit_minutes", 20, 20),
        ("sit_minutes", 60, 60),
        ("away_minutes", 2, 2),
        ("away_minutes", 15, 15),
        ("reminder_strength", 1, Strength.TRAY),
        ("reminder_strength", Strength.NOTIFICATION, Strength.NOTIFICATION),
        ("hours_on", True, True),
        ("hours", NIGHTS, tuple(NIGHTS)),
        ("hours", ("",) * 7, ("",) * 7),
        ("break_routine", "desk-break", "desk-break"),
        ("stay_on", "always", StayOn.ALWAYS),
        ("stay_on", StayOn.NEVER, StayOn.NEVER),
        ("told_stay_on", True, True),
    ],
)
def test_a_choice_of_reminders_is_taken(name: str, value: object, kept: object) -> None:
    """Values as a file gives them become the setting's own type."""
    chosen = getattr(Settings().with_value(name, value), name)
    assert (chosen, type(chosen)) == (kept, type(kept))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("reminders", 1),
        ("sit_minutes", 19),
        ("sit_minutes", 61),
        ("sit_minutes", 30.0),
        ("sit_minutes", True),
        ("away_minutes", 1),
        ("away_minutes", 16),
        ("away_minutes", "5"),
        ("reminder_strength", 0),
        ("reminder_strength", 4),
        ("reminder_strength", True),
        ("reminder_strength", "window"),
        ("hours_on", "true"),
        ("hours", "09:00-17:30"),
        ("hours", NIGHTS[:6]),
        ("hours", [*NIGHTS[:6], "25:00-26:00"]),
        ("hours", [None] * 7),
        ("hours", None),
        ("break_routine", 7),
        ("break_routine", "two\nlines"),
        ("stay_on", "sometimes"),
        ("stay_on", True),
        ("told_stay_on", 0),
    ],
)
def test_a_choice_of_reminders_out_of_bounds_is_refused(name: str, value: object) -> None:
    """A ValueError says so, and nothing changes."""
    with pytest.raises(ValueError, match=r"."):
        Settings().with_value(name, value)


def test_choices_of_reminders_survive_plain_values() -> None:
    """What goes to a file as JSON comes back the same."""
    chosen = Settings(
        reminders=False,
        sit_minutes=45,
        away_minutes=10,
        reminder_strength=Strength.TRAY,
        hours_on=True,
        hours=tuple(NIGHTS),
        break_routine="desk-break",
        stay_on=StayOn.ALWAYS,
        told_stay_on=True,
    )
    back = Settings()
    for name, value in json.loads(json.dumps(chosen.as_dict())).items():
        back = back.with_value(name, value)
    assert back == chosen


PLAN = tuple(f"routine-{n}" for n in range(LONGEST_PLAN))


@pytest.mark.parametrize(
    ("name", "value", "kept"),
    [
        ("welcomed", True, True),
        ("conditions", None, None),
        ("conditions", [], ()),
        (
            "conditions",
            ["pregnancy", "osteoporosis", "pregnancy"],
            ("osteoporosis", "pregnancy"),
        ),
        ("avoided", ("kneeling", "floor"), ("floor", "kneeling")),
        ("avoided", [], ()),
        ("emergency_number", "", ""),
        ("emergency_number", "999", "999"),
        ("emergency_number", "+44 20 7946 0000", "+44 20 7946 0000"),
        ("plan", ["desk-break", "core", "desk-break"], ("desk-break", "core")),
        ("plan", list(PLAN), PLAN),
    ],
)
def test_what_is_known_of_the_person_is_taken(name: str, value: object, kept: object) -> None:
    """Each once, conditions and positions in the order in which they are asked."""
    chosen = getattr(Settings().with_value(name, value), name)
    assert (chosen, type(chosen)) == (kept, type(kept))
    if isinstance(chosen, tuple):
        assert {type(one) for one in chosen} <= {str}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("welcomed", 1),
        ("conditions", "pregnancy"),
        ("conditions", {"pregnancy": True}),
        ("conditions", ["tired"]),
        ("conditions", [None]),
        ("avoided", None),
        ("avoided", "floor"),
        ("avoided", ["sitting"]),
        ("avoided", [["floor"]]),
        ("emergency_number", None),
        ("emergency_number", 999),
        ("emergency_number", "help"),
        ("plan", None),
        ("plan", "core"),
        ("plan", [7]),
        ("plan", [""]),
        ("plan", ["two\nlines"]),
        ("plan", [*PLAN, "one-more"]),
    ],
)
def test_what_cannot_be_of_the_person_is_refused(name: str, value: object) -> None:
    """A ValueError says so, whatever stands in the file."""
    with pytest.raises(ValueError, match=r"."):
        Settings().with_value(name, value)


def test_nothing_is_taken_for_granted_of_the_person() -> None:
    """Conditions were never asked, nothing is avoided, and nothing is planned."""
    usual = Settings()
    assert (usual.welcomed, usual.conditions, usual.avoided) == (False, None, ())
    assert (usual.emergency_number, usual.plan) == ("", ())


def test_what_is_known_of_the_person_survives_plain_values() -> None:
    """What goes to a file as JSON comes back the same."""
    chosen = Settings(
        welcomed=True,
        conditions=("osteoporosis", "pregnancy"),
        avoided=("floor",),
        emergency_number="112",
        plan=("core", "desk-break"),
    )
    back = Settings()
    for name, value in json.loads(json.dumps(chosen.as_dict())).items():
        back = back.with_value(name, value)
    assert back == chosen


@pytest.mark.parametrize(
    ("before", "after", "asks_again"),
    [
        (None, ("pregnancy",), True),
        (("pregnancy",), None, True),
        (("pregnancy",), ("pregnancy", "hernia"), True),
        (("pregnancy",), (), True),
        (("pregnancy",), ("pregnancy",), False),
        (None, (), False),
        ((), None, False),
        (None, None, False),
    ],
)
def test_other_conditions_have_ice_and_heat_ask_again(
    before: tuple[str, ...] | None, after: tuple[str, ...] | None, *, asks_again: bool
) -> None:
    """Saying that there are none, where nothing was told before, changes nothing."""
    answers = ("numb-skin",)
    old = Settings(conditions=before, therapy_answers=answers)
    new = Settings(conditions=after, therapy_answers=answers, text_size=130)
    followed = new.following(old)
    assert followed.therapy_answers == (None if asks_again else answers)
    assert (followed.conditions, followed.text_size) == (after, 130)


def test_a_sore_side_that_was_just_chosen_comes_first() -> None:
    """Unless the first side was chosen with it; a first side that is chosen later stays."""
    old = Settings(affected_side=Affected.RIGHT)
    sore = old.with_value("affected_side", "left").following(old)
    assert sore.first_side is Side.LEFT
    other = sore.with_value("first_side", "right").following(sore)
    assert other.first_side is Side.RIGHT
    assert other.with_value("text_size", 115).following(other).first_side is Side.RIGHT
