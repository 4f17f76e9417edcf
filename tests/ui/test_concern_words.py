from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hipstretch.core.body import Position
from hipstretch.core.concerns import Choice, Concern
from hipstretch.core.conditions import Avoided
from hipstretch.core.exercise import Exercise
from hipstretch.core.pain import Hurt, Remedy
from hipstretch.core.person import Side
from hipstretch.storage.library import Library
from hipstretch.ui.concern_words import choice_words, easier_words, mark_of, reasons

_ROUTINES = Path(__file__).parents[2] / "routines"
_HURT = Hurt("x", "X", Side.LEFT, datetime(2026, 5, 15, tzinfo=UTC), 5, False, Remedy.SKIP)


def exercise(name: str) -> Exercise:
    """A bundled exercise."""
    found = Library(_ROUTINES, Path("/nowhere")).exercises.find(name)
    assert found is not None
    return found


POSE = Concern(exercise("childs-pose"))
ALL_FOURS = Concern(exercise("half-way-childs-pose"))


@pytest.mark.parametrize(
    ("concern", "told"),
    [
        (
            replace(POSE, conditions=("hip-replacement",)),
            ("You told of a hip replacement. Ask before this one.",),
        ),
        (
            replace(POSE, conditions=("hip-replacement", "knee-pain", "pregnancy")),
            ("You told of a hip replacement, knee pain and pregnancy. Ask before this one.",),
        ),
        (replace(POSE, hurts=(_HURT,) * 2), ("It hurt twice this week.",)),
        (replace(POSE, hurts=(_HURT,) * 3), ("It hurt 3 times this week.",)),
        (replace(POSE, avoided=Avoided.KNEELING), ("It is done kneeling.",)),
        (replace(POSE, avoided=Avoided.FLOOR), ("It is done on the floor.",)),
        (
            replace(POSE, avoided=Avoided.KNEELING, hurts=(_HURT,) * 2, conditions=("knee-pain",)),
            (
                "You told of knee pain. Ask before this one.",
                "It hurt twice this week.",
                "It is done kneeling.",
            ),
        ),
        (POSE, ()),
    ],
)
def test_every_reason_is_a_plain_sentence(concern: Concern, told: tuple[str, ...]) -> None:
    """The weightiest first."""
    assert reasons(concern) == told


def test_the_position_is_the_exercises_own() -> None:
    """Somebody who cannot kneel reads that it is on all fours."""
    fours = replace(POSE.exercise, position=Position.ALL_FOURS)
    concern = Concern(fours, avoided=Avoided.KNEELING)
    assert reasons(concern) == ("It is done on all fours.",)


def test_the_mark_names_the_weightiest_reason() -> None:
    """And carries all of them."""
    hurt = replace(POSE, hurts=(_HURT,) * 2, avoided=Avoided.KNEELING)
    assert mark_of(hurt)[:2] == ("this-hurts", "Hurt this week")
    assert mark_of(hurt).reason == "It hurt twice this week. It is done kneeling."
    assert mark_of(replace(hurt, conditions=("knee-pain",)))[:2] == ("safety", "Ask first")
    assert mark_of(replace(POSE, avoided=Avoided.KNEELING))[:2] == ("kneeling", "Kneels")
    assert not any(mark_of(POSE))


def test_the_choices_say_what_they_mean() -> None:
    """Who is to ask first keeps an exercise because of having asked; easier where there is one."""
    asks = replace(POSE, conditions=("knee-pain",))
    assert choice_words(asks) == ((Choice.KEEP, "I have asked"), (Choice.LEAVE_OUT, "Leave out"))
    kneels = replace(POSE, avoided=Avoided.KNEELING, easier=ALL_FOURS.exercise)
    assert choice_words(kneels) == (
        (Choice.KEEP, "Keep"),
        (Choice.EASIER, "Easier"),
        (Choice.LEAVE_OUT, "Leave out"),
    )
    assert easier_words(kneels) == f"Easier: {ALL_FOURS.exercise.name}"
    assert easier_words(asks) == ""
