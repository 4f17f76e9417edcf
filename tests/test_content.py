from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from hipstretch.cli import main
from hipstretch.core.body import Place, Position
from hipstretch.core.dose import SideRule
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.routine import Routine
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.summary import Outcome, rep_records, summarise
from hipstretch.core.timeline import Cue, CueKind, Phase, Timeline
from hipstretch.storage.library import ExerciseShelf, Library

_ROUTINES = Path(__file__).parents[1] / "routines"
_LIBRARY = Library(_ROUTINES, _ROUTINES / "nobodys")
_SHELF = ExerciseShelf([_ROUTINES / "stretches"])
_FILES = sorted(_ROUTINES.rglob("*.yaml"))
_ROUTINE_IDS = sorted(path.stem for path in _ROUTINES.glob("*.yaml"))
_EXERCISE_IDS = sorted(_SHELF.ids())

INVENTORY = {
    "E1": "cross-legged-forward-bend",
    "E2": "double-knee-to-chest",
    "E3": "lying-hamstring-stretch",
    "E4": "piriformis-stretch",
    "E5": "hip-flexor-stretch",
    "E6": "childs-pose",
    "E7": "seated-glute-stretch",
    "E8": "knee-rocking",
    "E9": "abdominal-bracing",
    "E10": "bent-knee-fallout",
    "E11": "knee-to-chest",
    "E12": "modified-cobra",
    "E13": "seated-hip-stretch",
    "E14": "standing-hamstring-stretch",
    "M1": "hip-massage",
    "M2": "ball-massage",
    "M3": "foam-roller-massage",
    "R1": "chair-rest",
    "R2": "rest-on-back",
    "R3": "reclined-rest",
}
"""What the five source articles name, and the exercise that it became."""

NAMED_IN = {
    "five-ways-to-relieve-hip-pain": ["E1", "E2", "E3", "M1", "M2", "R2"],
    "managing-hip-nerve-pain": ["E4", "E5", "R1"],
    "lower-back-hip-pain-relief": ["E6", "E7", "E8", "E9", "E10"],
    "at-home-exercises-for-sciatica": ["E11", "E12", "E13", "E14"],
}
"""The routines made from an article, and what of it they must have."""

LONGEST_SENTENCE = 28
"""Characters that can be read from the mat, two metres away."""


@pytest.fixture(autouse=True)
def _no_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person has no routines and settings of their own."""
    monkeypatch.setenv("HIPSTRETCH_HOME", str(tmp_path))


def routine(routine_id: str) -> Routine:
    """A bundled routine."""
    found = _LIBRARY.bundled(routine_id)
    assert found is not None
    return found


def exercise(exercise_id: str) -> Exercise:
    """A bundled exercise."""
    found = _SHELF.find(exercise_id)
    assert found is not None
    return found


def seconds(routine_id: str) -> float:
    """How long a bundled routine lasts."""
    return Timeline.of(routine(routine_id), Person()).seconds


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in _FILES])
def test_every_bundled_file_is_without_fault(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`hipstretch check` has nothing to say."""
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr() == ("", "")


def test_there_is_enough_to_choose_from() -> None:
    """At least nine routines."""
    assert len(_ROUTINE_IDS) >= 9


@pytest.mark.parametrize(("number", "exercise_id"), INVENTORY.items())
def test_everything_that_the_sources_name_is_there(number: str, exercise_id: str) -> None:
    """Fourteen exercises, three massages, three ways to rest; the last two by their kind."""
    kinds = {"E": {"stretch", "strength"}, "M": {"massage"}, "R": {"rest"}}
    assert exercise(exercise_id).kind.value in kinds[number[0]]


@pytest.mark.parametrize(("routine_id", "numbers"), NAMED_IN.items())
def test_an_articles_routine_has_what_it_names(routine_id: str, numbers: list[str]) -> None:
    """In the article's own order where it has one, and with the article as its source."""
    made = routine(routine_id)
    assert {INVENTORY[number] for number in numbers} <= {e.id for e in made.exercises}
    assert made.source is not None


@pytest.mark.parametrize("number", ["E2", "E3", "E13"])
def test_where_a_source_says_thirty_seconds_it_is_thirty(number: str) -> None:
    """The exercise's own dose has the source's hold."""
    hold = exercise(INVENTORY[number]).dose.hold
    assert hold is not None
    assert hold.seconds() == 30.0


@pytest.mark.parametrize("exercise_id", _EXERCISE_IDS)
class TestExercises:
    """Every bundled exercise."""

    def test_easier_and_harder_ones_are_there(self, exercise_id: str) -> None:
        """And an exercise is not easier than itself."""
        one = exercise(exercise_id)
        for other in filter(None, (one.easier, one.harder)):
            assert other in _EXERCISE_IDS
            assert other != exercise_id

    @pytest.mark.parametrize("side", [Side.LEFT, Side.RIGHT])
    def test_the_hold_line_can_be_read_from_the_mat(self, exercise_id: str, side: Side) -> None:
        """At most two sentences, each short."""
        line = exercise(exercise_id).instructions.on_side(side).hold
        sentences = re.findall(r"[^.!?]+[.!?]", line)
        assert "".join(sentences) == line
        assert 1 <= len(sentences) <= 2
        for sentence in sentences:
            assert len(sentence.strip()) <= LONGEST_SENTENCE, sentence

    def test_its_origin_is_told(self, exercise_id: str) -> None:
        """What a source says and what the app chose are never mixed up."""
        one = exercise(exercise_id)
        assert one.dose_from is not None
        assert one.source is not None

    def test_what_it_needs_is_told(self, exercise_id: str) -> None:
        """Where it is felt, what to avoid, and what to lie, sit or stand on."""
        one = exercise(exercise_id)
        assert one.feel
        assert one.mistakes
        assert one.cautions
        assert one.equipment

    def test_its_texts_name_the_side_where_it_matters(self, exercise_id: str) -> None:
        """An exercise for one side at a time says which, when it tells how to get into it."""
        one = exercise(exercise_id)
        lines = one.instructions
        names_side = "{side}" in lines.setup + lines.move
        assert names_side is (one.dose.sides is not SideRule.BOTH)


class TestDeskBreak:
    """A break from sitting."""

    def test_it_takes_three_to_five_minutes(self) -> None:
        """With all its pauses."""
        assert 180 <= seconds("desk-break") <= 300

    def test_nobody_has_to_lie_down(self) -> None:
        """On a chair or standing."""
        places = {position.place for position in routine("desk-break").positions}
        assert places <= {Place.SEATED, Place.STANDING}
        assert Position.RECLINING not in routine("desk-break").positions


def test_the_one_minute_break_takes_one_minute() -> None:
    """As its name says."""
    assert seconds("one-minute-break") == pytest.approx(60, abs=5)


class TestDailyExercises:
    """The article's four exercises, as it gives them."""

    def phases(self, number: str) -> list[tuple[str, Side | None, float | None]]:
        """Kind, side and length of the reps of one of its exercises."""
        timeline = Timeline.of(routine("at-home-exercises-for-sciatica"), Person())
        name = exercise(INVENTORY[number]).name
        return [
            (phase.kind.value, phase.side, phase.seconds)
            for phase in timeline.phases
            if phase.stretch == name and phase.kind.is_rep
        ]

    def test_the_order(self) -> None:
        """Knee to chest, cobra, seated hip stretch, standing hamstring stretch; every day."""
        made = routine("at-home-exercises-for-sciatica")
        ids = [one.id for one in made.exercises]
        assert ids == [INVENTORY[number] for number in ("E11", "E12", "E13", "E14")]
        assert made.days == ()
        assert made.times_per_day is not None
        assert made.times_per_day.low == 1

    def test_knee_to_chest_alternates_the_legs(self) -> None:
        """After every repeat."""
        sides = [side for _, side, _ in self.phases("E11")]
        assert sides == [Side.RIGHT, Side.LEFT] * (len(sides) // 2)
        assert len(sides) >= 4

    def test_the_cobra_is_held_for_a_few_seconds(self) -> None:
        """With both sides at once, then relaxed."""
        reps = self.phases("E12")
        assert {side for _, side, _ in reps} == {Side.BOTH}
        assert all(length is not None and 3 <= length <= 10 for _, _, length in reps)

    def test_the_seated_stretch_is_held_thirty_seconds_right_then_left(self) -> None:
        """A few times on the right leg, then the same on the left."""
        reps = self.phases("E13")
        grouped = [(side, len(list(group))) for side, group in groupby(reps, lambda rep: rep[1])]
        assert grouped == [(Side.RIGHT, 3), (Side.LEFT, 3)]
        assert {length for _, _, length in reps} == {30.0}

    def test_the_hamstring_is_held_a_few_seconds_and_repeated(self) -> None:
        """On each leg."""
        reps = self.phases("E14")
        assert {side for _, side, _ in reps} == {Side.LEFT, Side.RIGHT}
        assert all(length is not None and 3 <= length <= 10 for _, _, length in reps)
        assert len(reps) >= 4


NOW = 7000.0
TICK = 0.75


def play(timeline: Timeline) -> Iterator[tuple[Phase, float]]:
    """Play to the end with a clock of our own; each phase with the second in which it began."""
    session, cues = Session.of(timeline).handle(Event.START, NOW)
    now = NOW
    while True:
        yield from ((timeline.phases[cue.instant.phase_index], now - NOW) for cue in began(cues))
        if session.is_over:
            break
        now += TICK
        session, cues = session.handle(Event.TICK, now)
    assert session.status is Status.FINISHED
    assert {record.outcome for record in rep_records(session)} == {Outcome.DONE}
    summary = summarise(session)
    assert summary.is_complete
    assert summary.holds == sum(phase.kind.is_rep for phase in timeline.phases)


def began(cues: tuple[Cue, ...]) -> list[Cue]:
    """The cues of beginnings."""
    return [cue for cue in cues if cue.kind is CueKind.BEGAN]


def plan(routine_id: str, affected: Affected, capsys: pytest.CaptureFixture[str]) -> Any:  # noqa: ANN401 -- JSON
    """What the command tells of a routine."""
    more = [] if affected is Affected.NONE else ["--affected", affected.value]
    assert main(["plan", routine_id, "--json", *more]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("affected", [Affected.NONE, Affected.LEFT, Affected.RIGHT])
@pytest.mark.parametrize("routine_id", _ROUTINE_IDS)
def test_every_routine_plays_to_its_end_as_planned(
    routine_id: str, affected: Affected, capsys: pytest.CaptureFixture[str]
) -> None:
    """Phase after phase, at its second, what `hipstretch plan` prints."""
    timeline = Timeline.of(routine(routine_id), Person(affected))
    planned = plan(routine_id, affected, capsys)
    played = list(play(timeline))
    assert [
        {k: value for k, value in phase._asdict().items() if k not in {"step", "breath"}}
        for phase, _ in played
    ] == planned["phases"]
    for phase, at in played:
        assert 0.0 <= at - phase.start < TICK
    assert planned["seconds"] == timeline.seconds == sum(p["seconds"] for p in planned["phases"])
    assert planned["name"] == routine(routine_id).name


def test_the_sore_side_gets_more_where_a_routine_says_so() -> None:
    """One-sided sciatica: three repeats on the sore side, two on the other, massage there alone."""
    for sore in (Side.LEFT, Side.RIGHT):
        timeline = Timeline.of(routine("one-sided-sciatica"), Person(Affected(sore.value)))
        reps = [phase for phase in timeline.phases if phase.kind.is_rep]
        knee = [phase.side for phase in reps if phase.stretch == "Knee to chest"]
        assert (knee.count(sore), knee.count(sore.opposite)) == (3, 2)
        assert {p.side for p in reps if p.stretch == "Fingertip hip massage"} == {sore}
