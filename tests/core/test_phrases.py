from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product, zip_longest
from math import inf
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch import paths
from hipstretch.core.chimes import chime_of
from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.phrases import CHIME_LEAD, MARGIN, Manner, phrase_of
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.core.settings import Pace, VoiceLevel
from hipstretch.core.speaking_time import speaking_seconds
from hipstretch.core.spoken_words import sentences, speakable
from hipstretch.core.timeline import Cue, CueKind, Instant, PhaseKind, Timeline
from hipstretch.storage.library import Library

MakeExercise = Callable[..., Exercise]
MakeRoutine = Callable[..., Routine]

FULL = Manner(VoiceLevel.FULL, Pace.USUAL, count_seconds=True, count_reps=True)
BEFORE = Instant(0, -1.0)
SHORTEST_SPOKEN = 2.5
"""Seconds from which a phase of a bundled routine is never silent."""
MANNERS = [
    Manner(level, pace, *counts)
    for level, pace, counts in product(
        (VoiceLevel.FULL, VoiceLevel.SHORT), Pace, product((True, False), repeat=2)
    )
]


class Heard(NamedTuple):
    """A phrase, and when it is said: from its first word to its last."""

    cue: Cue
    text: str
    start: float
    end: float


def heard(
    routine: Routine, timeline: Timeline, manner: Manner, lead: float = CHIME_LEAD
) -> Iterator[Heard]:
    """All that is said from the start to the end, the voice waiting for the chimes."""
    for cue in timeline.cues(BEFORE, timeline.end):
        waited = lead if chime_of(cue, timeline) is not None else 0.0
        text = phrase_of(cue, routine, timeline, manner, waited)
        if text:
            start = timeline.elapsed(cue.instant)
            start += 0.0 if cue.kind is CueKind.COUNTDOWN else waited
            yield Heard(cue, text, start, start + speaking_seconds(text, manner.pace))


def deadlines(timeline: Timeline, phrases: list[Heard]) -> Iterator[float]:
    """When each phrase has to be over: at the next one of its phase, or at the phase's end."""
    for phrase, after in zip_longest(phrases, phrases[1:]):
        index = phrase.cue.instant.phase_index
        phase = timeline.phases[index] if index < len(timeline.phases) else None
        if phase is None or phase.seconds is None:
            yield inf
        elif after is not None and after.cue.instant.phase_index == index:
            yield timeline.elapsed(after.cue.instant)
        else:
            yield phase.start + phase.seconds


def check(routine: Routine, timeline: Timeline, manner: Manner, lead: float = CHIME_LEAD) -> None:
    """What holds for every phrase of every routine."""
    phrases = list(heard(routine, timeline, manner, lead))
    for phrase, deadline in zip(phrases, deadlines(timeline, phrases), strict=True):
        assert phrase.end <= deadline, phrase
        assert not set("{}[]<>*_#`|\\\n\r\t") & set(phrase.text), phrase
        assert phrase.text[-1] in ".!?", phrase
        assert phrase.text == " ".join(phrase.text.split()), phrase


HOLD = 1
"""The phase of the hold in `TestCues.routine`."""


class TestCues:
    """What is said at each kind of cue."""

    @pytest.fixture
    def routine(self, make_routine: MakeRoutine) -> Routine:
        """10 s to get ready, 30 s right, 8 s to switch, 30 s left."""
        return make_routine(Dose(hold=Duration(30.0), sides=SideRule.EACH))

    def said(self, routine: Routine, cue: Cue, manner: Manner = FULL, lead: float = 0.0) -> str:
        """The phrase of a cue."""
        return phrase_of(cue, routine, Timeline.of(routine, Person()), manner, lead)

    @pytest.mark.parametrize(
        ("kind", "offset", "expected"),
        [
            (CueKind.HALF, 15.0, "Half way."),
            (CueKind.PAUSED, 5.0, "Paused."),
            (CueKind.PAUSED, 29.9, "Paused."),
            (CueKind.HURT, 29.9, "Paused. Ease out slowly."),
            (CueKind.ASKED, 29.9, "Paused. Ease out slowly. How is it now?"),
            (CueKind.RESUMING, 5.0, "Get ready."),
            (CueKind.WENT_ON, 5.0, "Hug your right knee in."),
            (CueKind.WENT_ON, 28.5, ""),
            (CueKind.WENT_ON, 25.6, "Go on."),
            (CueKind.BREATHE_IN, 6.0, ""),
            (CueKind.BREATHE_OUT, 3.0, ""),
        ],
    )
    def test_in_a_hold(self, kind: CueKind, offset: float, expected: str, routine: Routine) -> None:
        """Half of it, a pause and the way back; a breath needs no word."""
        assert self.said(routine, Cue(kind, Instant(HOLD, offset))) == expected

    def test_a_switch_is_told_once(self, routine: Routine) -> None:
        """At its beginning; the other cue of that instant says nothing."""
        began, switch = Cue(CueKind.BEGAN, Instant(2)), Cue(CueKind.SWITCH, Instant(2))
        assert self.said(routine, began) == ("Switch to the left. Bend your left knee. Pull it in.")
        assert self.said(routine, switch) == ""

    @pytest.mark.parametrize("pace", Pace)
    def test_the_last_seconds_are_counted(self, pace: Pace, routine: Routine) -> None:
        """At every pace, and with the chime instead of after it."""
        cues = [Cue(CueKind.COUNTDOWN, Instant(HOLD, 30.0 - left), left) for left in (3, 2, 1)]
        manner = FULL._replace(pace=pace)
        for lead in (0.0, CHIME_LEAD):
            told = [self.said(routine, cue, manner, lead) for cue in cues]
            assert told == ["Three.", "Two.", "One."]

    def test_they_are_counted_only_where_wished_and_chimed(self, routine: Routine) -> None:
        """Not in a short hold."""
        cue = Cue(CueKind.COUNTDOWN, Instant(HOLD, 27.0), 3)
        assert self.said(routine, cue, FULL._replace(count_seconds=False)) == ""
        eased = Timeline.of(routine, Person()).with_seconds({HOLD: 9.0})
        cue = Cue(CueKind.COUNTDOWN, Instant(HOLD, 6.0), 3)
        assert phrase_of(cue, routine, eased, FULL) == ""

    def test_the_end(self, routine: Routine) -> None:
        """However long it takes."""
        cue = Cue(CueKind.FINISHED, Instant(4))
        assert self.said(routine, cue) == "That was the last one. Let go. Rest for a moment."

    def test_who_goes_on_in_a_pause_hears_it_again(self, routine: Routine) -> None:
        """As far as what is left of it allows."""
        told = [self.said(routine, Cue(CueKind.WENT_ON, Instant(0, at))) for at in (1.0, 4.0, 6.5)]
        assert told == [
            "Knee to chest. Right leg. Bend your right knee. Pull it in.",
            "Knee to chest. Right leg.",
            "",
        ]

    def test_who_goes_on_in_a_rest_hears_what_is_left(self, make_routine: MakeRoutine) -> None:
        """Not what it was."""
        routine = make_routine(Rest(Duration(60.0)), Dose(hold=Duration(30.0)))
        timeline = Timeline.of(routine, Person())
        cue = Cue(CueKind.WENT_ON, Instant(0, 40.0))
        assert phrase_of(cue, routine, timeline, FULL) == (
            "Rest for twenty seconds. Next: Knee to chest."
        )

    def test_switched_off_nothing_is_said(self, routine: Routine) -> None:
        """At no cue."""
        timeline = Timeline.of(routine, Person())
        silent = FULL._replace(level=VoiceLevel.OFF)
        assert list(heard(routine, timeline, silent)) == []
        assert self.said(routine, Cue(CueKind.PAUSED, Instant(HOLD, 5.0)), silent) == ""


class TestRoom:
    """How much time a phrase has."""

    ROUTINE_LINES = Instructions("Lie down.", "Move in.", "Hold on there for a while.", "Let go.")

    def hold(self, make_exercise: MakeExercise, make_routine: MakeRoutine, seconds: float) -> str:
        """What is said as a hold of so many seconds begins, half a second after its chime."""
        exercise = make_exercise(Dose(hold=Duration(seconds)))
        routine = make_routine(Step(replace(exercise, instructions=self.ROUTINE_LINES)))
        timeline = Timeline.of(routine, Person())
        return phrase_of(Cue(CueKind.BEGAN, Instant(HOLD)), routine, timeline, FULL, CHIME_LEAD)

    @pytest.mark.parametrize(
        ("seconds", "expected"),
        [
            (9.0, "Hold on there for a while. Hold for nine seconds."),
            (4.0, "Hold on there for a while."),
            (1.5, "Hold."),
            (1.2, ""),
            (10.0, "Hold on there for a while. Hold for ten seconds."),
            (20.0, "Hold on there for a while. Hold for twenty seconds."),
        ],
    )
    def test_a_phrase_fits_after_the_chime(
        self,
        seconds: float,
        expected: str,
        make_exercise: MakeExercise,
        make_routine: MakeRoutine,
    ) -> None:
        """It is better to say nothing than to run over."""
        assert self.hold(make_exercise, make_routine, seconds) == expected

    def test_a_phrase_is_over_before_the_seconds_are_counted(
        self, make_exercise: MakeExercise, make_routine: MakeRoutine
    ) -> None:
        """Where they are."""
        lines = replace(self.ROUTINE_LINES, hold="Hold on there for a long while and breathe on.")
        exercise = replace(make_exercise(Dose(hold=Duration(10.0))), instructions=lines)
        routine = make_routine(Step(exercise))
        timeline = Timeline.of(routine, Person())
        began = Cue(CueKind.BEGAN, Instant(HOLD))
        counted, uncounted = (
            phrase_of(began, routine, timeline, FULL._replace(count_seconds=counts), 2.0)
            for counts in (True, False)
        )
        assert counted == lines.hold
        assert uncounted == f"{lines.hold} Hold for ten seconds."

    def test_a_pause_that_had_time_for_the_move_only_without_a_chime_has_told_it(
        self, make_exercise: MakeExercise, make_routine: MakeRoutine
    ) -> None:
        """The first pause of a routine has none, so its phrase begins at once."""
        exercise = replace(
            make_exercise(Dose(hold=Duration(30.0))), instructions=self.ROUTINE_LINES
        )
        text = "Knee to chest. Lie down. Move in."
        ready = Duration(speaking_seconds(text, Pace.USUAL) + MARGIN + CHIME_LEAD / 2)
        manner = FULL._replace(count_seconds=False)
        routine = make_routine(Step(exercise), timing=Timing(get_ready=ready))
        first, hold, *_ = heard(routine, Timeline.of(routine, Person()), manner)
        assert (first.text, "Move in." in hold.text) == (text, False)

    def test_a_rep_that_had_time_for_the_move_only_without_a_chime_does_not_tell_it(
        self, make_exercise: MakeExercise, make_routine: MakeRoutine
    ) -> None:
        """The pause does: nobody knows there whether the rep has one."""
        seconds = speaking_seconds("Move in.", Pace.USUAL) + MARGIN + CHIME_LEAD / 2
        exercise = make_exercise(Dose(hold=Duration(seconds)))
        ready = speaking_seconds("Knee to chest. Lie down and stay. Move in.", Pace.USUAL) + MARGIN
        lines = replace(self.ROUTINE_LINES, setup="Lie down and stay. Relax.")
        routine = make_routine(
            Step(replace(exercise, instructions=lines)), timing=Timing(get_ready=Duration(ready))
        )
        manner = FULL._replace(count_seconds=False)
        first, *_ = heard(routine, Timeline.of(routine, Person()), manner)
        assert first.text == "Knee to chest. Lie down and stay. Move in."


def test_a_long_series_without_pauses_is_told_to_its_end(make_routine: MakeRoutine) -> None:
    """However many reps came before."""
    many = Dose(self_paced=True, reps=Count(100), sets=Count(20))
    routine = make_routine(many, timing=Timing(*[Duration(0.0)] * 4))
    timeline = Timeline.of(routine, Person())
    last = Cue(CueKind.BEGAN, Instant(len(timeline.phases) - 1))
    assert phrase_of(last, routine, timeline, FULL) == "100. The last one."


# Properties.

_seconds = st.integers(1, 360).map(lambda n: n / 8)
_durations = st.builds(Duration, _seconds) | st.just(UNSET)
_pauses = st.integers(0, 160).map(lambda n: Duration(n / 8)) | st.just(UNSET)
_doses = st.builds(
    lambda way, reps, sets, sides, relax: replace(
        way, reps=reps, sets=sets, sides=sides, relax=relax
    ),
    st.one_of(
        st.builds(lambda hold: Dose(hold=hold), _durations),
        st.builds(lambda time: Dose(lasting=time), _durations),
        st.builds(lambda *tempo: Dose(tempo=tempo), *[_seconds.map(Duration)] * 3),
        st.just(Dose(self_paced=True)),
    ),
    st.none() | st.builds(Count, st.integers(1, 5)) | st.just(Count(None)),
    st.none() | st.builds(Count, st.integers(1, 3)) | st.just(Count(None)),
    st.none() | st.sampled_from(list(SideRule)),
    st.none() | _pauses,
)
_texts = st.text(max_size=60) | st.sampled_from(
    [
        "Rest your {side} ankle on your {other} thigh, just above the knee. Sit tall.",
        "Roll slowly, about 3 s each way, then rest 1 min 30 s.",
        "<b>Lie</b> down\n- on your **back**\n- [slowly]",
        "{side}",
        "100 100 100 100",
    ]
)
_lines = st.builds(Instructions, _texts, _texts, _texts, _texts)
_steps = st.lists(
    st.tuples(_doses, _texts, _lines, _texts, st.sampled_from(list(Kind))) | _pauses,
    min_size=1,
    max_size=3,
)
_manners = st.builds(
    Manner, st.sampled_from(list(VoiceLevel)), st.sampled_from(list(Pace)), *[st.booleans()] * 2
)
_people = st.builds(
    Person, st.sampled_from(list(Affected)), extra_rep=st.booleans(), breathe_along=st.booleans()
)
_timings = st.builds(Timing, *[_pauses] * 4)
_Drawn = tuple[Dose, str, Instructions, str, Kind] | Duration


@settings(max_examples=200, deadline=None)
@given(_steps, _timings, _people, _manners, st.sampled_from([0.0, CHIME_LEAD, 1.25]))
def test_no_phrase_runs_over_in_any_routine(
    make_exercise: MakeExercise,
    make_routine: MakeRoutine,
    steps: list[_Drawn],
    timing: Timing,
    person: Person,
    manner: Manner,
    lead: float,
) -> None:
    """Whatever its lengths and texts are, each is one clean line that ends in time."""
    routine = make_routine(*(_step(make_exercise, drawn) for drawn in steps), timing=timing)
    check(routine, Timeline.of(routine, person), manner, lead)


def _step(make_exercise: MakeExercise, drawn: _Drawn) -> Step | Rest:
    """A step of what was drawn."""
    if isinstance(drawn, Duration):
        return Rest(drawn)
    dose, name, lines, note, kind = drawn
    exercise = replace(make_exercise(dose), name=name, instructions=lines, kind=kind)
    return Step(exercise, note=note)


_ROUTINES = sorted(path.stem for path in paths.bundled("routines").glob("*.yaml"))


@pytest.fixture(scope="module")
def bundled() -> Callable[[str], Routine]:
    """Find a routine as it comes."""
    library = Library(paths.bundled("routines"), Path("nowhere"))

    def find(routine_id: str) -> Routine:
        found = library.bundled(routine_id)
        assert found is not None
        return found

    return find


@pytest.mark.parametrize("routine_id", _ROUTINES)
class TestBundled:
    """The routines that come with the program, in every manner."""

    def test_no_phrase_runs_over(self, routine_id: str, bundled: Callable[[str], Routine]) -> None:
        """Each is over before the next one, and before its phase is."""
        routine = bundled(routine_id)
        timeline = Timeline.of(routine, Person(Affected.LEFT, extra_rep=True))
        for manner in MANNERS:
            check(routine, timeline, manner)

    def test_no_phase_is_silent(self, routine_id: str, bundled: Callable[[str], Routine]) -> None:
        """Who listens always knows where they are."""
        routine = bundled(routine_id)
        timeline = Timeline.of(routine, Person())
        long_enough = {
            index
            for index, phase in enumerate(timeline.phases)
            if phase.seconds is None or phase.seconds >= SHORTEST_SPOKEN
        }
        for manner in MANNERS:
            told = {
                phrase.cue.instant.phase_index
                for phrase in heard(routine, timeline, manner)
                if phrase.cue.kind is CueKind.BEGAN
            }
            assert long_enough <= told, manner

    def test_how_to_begin_is_told_in_time(
        self, routine_id: str, bundled: Callable[[str], Routine]
    ) -> None:
        """In full, as the first rep begins: name, side, and the move or the line to hold."""
        routine = bundled(routine_id)
        timeline = Timeline.of(routine, Person())
        told = dict.fromkeys(range(len(timeline.phases)), "")
        for phrase in heard(routine, timeline, FULL._replace(count_seconds=False)):
            if phrase.cue.kind is CueKind.BEGAN:
                told[phrase.cue.instant.phase_index] = phrase.text
        for index, phase in enumerate(timeline.phases):
            step = routine.steps[phase.step]
            if phase.kind is PhaseKind.READY and phase.side and isinstance(step, Step):
                lines = step.exercise.instructions.on_side(phase.side)
                both = f"{told[index]} {told[index + 1]}"
                assert step.exercise.name in told[index]
                assert phase.side is Side.BOTH or f"{phase.side.value.title()} " in told[index]
                move = sentences(speakable(lines.move))[0]
                assert move in both or speakable(lines.hold) in both
