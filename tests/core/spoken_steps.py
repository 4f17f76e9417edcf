"""Steps whose lines tell their sides, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable

from hipstretch.core.dose import Dose, Duration
from hipstretch.core.exercise import Exercise, Instructions
from hipstretch.core.person import Person
from hipstretch.core.phrases import MARGIN, Manner, phrase_of
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.settings import Pace, VoiceLevel
from hipstretch.core.speaking_time import speaking_seconds
from hipstretch.core.timeline import Cue, CueKind, Instant, Timeline

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]
MakeStep = Callable[..., Step]

FULL = Manner(VoiceLevel.FULL, Pace.USUAL, count_seconds=False, count_reps=True)
SHORT = FULL._replace(level=VoiceLevel.SHORT)
UNCOUNTED = FULL._replace(count_reps=False)
LINES = Instructions(
    setup="Lie on your back. Rest your {side} ankle on your {other} knee.",
    move="Draw the {other} knee in.",
    hold="Hug your {other} knee. Let go.",
    release="Lower your {other} foot, then the {side} one.",
)
LONG = Duration(30.0)
HOLD = Dose(hold=LONG)
SLOW_TIMING = Timing(*[Duration(30.0)] * 4)
"""Pauses in which everything can be said."""
NO_PAUSES = Timing(*[Duration(0.0)] * 4)


def enough(text: str) -> Duration:
    """A time in which a text can just be said, where there is no chime before it."""
    return Duration(speaking_seconds(text, Pace.USUAL) + MARGIN + 0.01)


def said(
    make_routine: MakeRoutine,
    *steps: Step | Rest,
    manner: Manner = FULL,
    timing: Timing = SLOW_TIMING,
    person: Person | None = None,
) -> list[str]:
    """What is said as each phase begins, and at the end."""
    routine = make_routine(*steps, timing=timing)
    timeline = Timeline.of(routine, person or Person())
    began = [Cue(CueKind.BEGAN, Instant(index)) for index in range(len(timeline.phases))]
    cues = [*began, Cue(CueKind.FINISHED, timeline.end)]
    return [phrase_of(cue, routine, timeline, manner) for cue in cues]
