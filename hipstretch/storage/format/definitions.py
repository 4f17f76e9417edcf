"""The keys of the two kinds of file: what reading, checking and the JSON Schema all go by."""

from __future__ import annotations

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import HOLD_BOUNDS, PAUSE_BOUNDS, REPS_BOUNDS, SETS_BOUNDS
from hipstretch.core.exercise import DoseFrom, Kind
from hipstretch.core.routine import MAX_STEPS, Day
from hipstretch.storage.format.faults import Faults
from hipstretch.storage.format.fields import (
    Choice,
    Flag,
    Invalid,
    Key,
    ListOf,
    MapOf,
    Number,
    Read,
    Schema,
    SidesField,
    Tempo,
    Text,
    Time,
)
from hipstretch.storage.format.nodes import MapNode, Node
from hipstretch.storage.format.written_figure import FigureField

_WORD = Text()
_WORDS = ListOf(_WORD, "texts")
_ID = Text(r"[^\s/\\]+", "the id of a file, such as `knee-to-chest`")
_PAUSE = Time("a pause", *PAUSE_BOUNDS, may_be_unset=True)
_FIXED_PAUSE = Time("a pause", *PAUSE_BOUNDS)

_REP_KEYS = {
    "hold": Key(Time("a hold", *HOLD_BOUNDS, may_be_unset=True), "how long one rep is held"),
    "tempo": Key(Tempo(_FIXED_PAUSE), "a moving rep: [out, stay, back]"),
    "for": Key(
        Time("a movement", *HOLD_BOUNDS, may_be_unset=True),
        "continuous movement or rest for a time",
    ),
    "self_paced": Key(Flag(), "each rep waits until the person says done"),
    "reps": Key(Number("reps", *REPS_BOUNDS, may_be_unset=True), "how many, for each side"),
    "sets": Key(Number("sets", *SETS_BOUNDS, may_be_unset=True), "how many sets"),
    "relax": Key(_PAUSE, "pause between two reps of one side"),
    "rest": Key(_PAUSE, "pause between two sets"),
}
_SIDE_DOSE = MapOf("a side's dose", _REP_KEYS)

DOSE_KEYS = {
    "sides": Key(SidesField(), "which sides work, and in which order"),
    **_REP_KEYS,
    "left": Key(_SIDE_DOSE, "what is different on the left"),
    "right": Key(_SIDE_DOSE, "what is different on the right"),
    "affected": Key(_SIDE_DOSE, "what is different on the affected side"),
}

SOURCE = MapOf(
    "the source",
    {
        "title": Key(_WORD, required=True),
        "url": Key(Text(r"https?://\S+", "an address that begins with https://")),
    },
)

_INSTRUCTIONS = MapOf(
    "the instructions",
    {
        "setup": Key(_WORD, "getting into position", required=True),
        "move": Key(_WORD, "into the stretch", required=True),
        "hold": Key(_WORD, "one short line for the hold", required=True),
        "release": Key(_WORD, "out of it again", required=True),
    },
)

EXERCISE = MapOf(
    "an exercise",
    {
        "name": Key(_WORD, required=True),
        "kind": Key(Choice(Kind), required=True),
        "position": Key(Choice(Position), required=True),
        "areas": Key(ListOf(Choice(Area), "areas", 1), required=True),
        "instructions": Key(_INSTRUCTIONS, required=True),
        "dose": Key(MapOf("the dose", DOSE_KEYS), required=True),
        "dose_from": Key(Choice(DoseFrom), "a source's dose or the app's choice"),
        "source": Key(SOURCE),
        "also_called": Key(_WORDS),
        "equipment": Key(_WORDS),
        "feel": Key(_WORD, "where it is felt"),
        "mistakes": Key(_WORDS),
        "cautions": Key(_WORDS),
        "ask_first": Key(_WORDS, "conditions in which to ask a clinician first"),
        "easier": Key(_ID, "the id of an easier exercise"),
        "harder": Key(_ID, "the id of a harder exercise"),
        "figure": Key(FigureField(), "the id of its figure, or the figure itself"),
    },
)

TIMING = MapOf(
    "the timing",
    {
        "get_ready": Key(_FIXED_PAUSE, "before each exercise"),
        "switch": Key(_FIXED_PAUSE, "between two sides"),
        "relax": Key(_FIXED_PAUSE, "between two reps of one side"),
        "rest": Key(_FIXED_PAUSE, "between two sets"),
    },
)


class _ExerciseOrId:
    """An exercise's id, or the exercise written out."""

    def read(self, node: Node, faults: Faults) -> str | Read | Invalid:
        """The id or the exercise's values."""
        return (EXERCISE if isinstance(node, MapNode) else _ID).read(node, faults)

    def schema(self) -> Schema:
        """Either of the two."""
        return {"anyOf": [_ID.schema(), {"$ref": "#/$defs/exercise"}]}


_STRETCH_STEP = MapOf(
    "a step",
    {
        "stretch": Key(_ExerciseOrId(), "an exercise's id, or an exercise", required=True),
        **DOSE_KEYS,
        "note": Key(_WORD, "a note for this step"),
    },
)
_REST_STEP = MapOf(
    "a pause",
    {"rest": Key(_FIXED_PAUSE, "a pause between exercises", required=True)},
)


class _StepField:
    """A step with an exercise, or a pause."""

    def read(self, node: Node, faults: Faults) -> Read | Invalid:
        """The step's values."""
        if not isinstance(node, MapNode):
            return _STRETCH_STEP.read(node, faults)
        keys = {getattr(key, "text", "") for key, _ in node.items}
        if "stretch" in keys or "rest" not in keys:
            return _STRETCH_STEP.read(node, faults)
        return _REST_STEP.read(node, faults)

    def schema(self) -> Schema:
        """Either of the two."""
        return {"anyOf": [_STRETCH_STEP.schema(), _REST_STEP.schema()]}


ROUTINE = MapOf(
    "a routine",
    {
        "name": Key(_WORD, required=True),
        "steps": Key(ListOf(_StepField(), "steps", 1, MAX_STEPS), required=True),
        "summary": Key(_WORD),
        "author": Key(_WORD),
        "source": Key(SOURCE),
        "times_per_day": Key(Number("times a day", 1, 24), "how often a day"),
        "days": Key(ListOf(Choice(Day), "days", 1, 7), "left out: every day"),
        "stop_if": Key(_WORD, "when to stop"),
        "timing": Key(TIMING, "pauses"),
    },
)
