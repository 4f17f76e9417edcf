"""Exercises and routines as YAML text in the public format; reading it gives the same again."""

from __future__ import annotations

import re
from dataclasses import fields
from typing import Any

import yaml

from hipstretch.core.dose import Count, Dose, Duration, SideRule, Unit
from hipstretch.core.exercise import Exercise, Source
from hipstretch.core.routine import Rest, Routine, Step, Timing
from hipstretch.storage.format.faults import Faults, Marked
from hipstretch.storage.format.fields import INVALID, Text
from hipstretch.storage.format.nodes import Scalar
from hipstretch.storage.format.written_figure import plain_figure

Plain = dict[str, Any]

_MINUTES_FROM = 120
_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""Line breaks that pyyaml writes as if they were blanks."""
_DOSE_KEYS = {
    "sides": "sides",
    "hold": "hold",
    "tempo": "tempo",
    "lasting": "for",
    "reps": "reps",
    "sets": "sets",
    "relax": "relax",
    "rest": "rest",
}


def write_routine(routine: Routine, *, written_out: bool = False) -> str:
    """A routine as YAML; `written_out` puts every exercise in, so that the file travels alone."""
    plain = plain_routine(routine, written_out=written_out)
    return yaml.dump(plain, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)


class _Dumper(yaml.SafeDumper):
    """Puts a text in quotes where it would not be read as it is."""


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    """A text, in quotes where the reader would take it for a number, a flag or another line."""
    is_plain = Text().read(Scalar(Marked(1, 1), text, is_plain=True), Faults()) is not INVALID
    style = '"' if _ODD_BREAK.search(text) else None if is_plain else "'"
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style)


_Dumper.add_representer(str, _represent_text)


def plain_routine(routine: Routine, *, written_out: bool) -> Plain:
    """A routine as plain lists, maps and texts."""
    timing = {
        field.name: plain_duration(getattr(routine.timing, field.name))
        for field in fields(Timing)
        if getattr(routine.timing, field.name) != getattr(Timing(), field.name)
    }
    plain: Plain = {
        "name": routine.name,
        "summary": routine.summary,
        "author": routine.author,
        "source": _plain_source(routine.source),
        "times_per_day": None
        if routine.times_per_day is None
        else plain_count(routine.times_per_day),
        "days": [day.value for day in routine.days],
        "stop_if": routine.stop_if,
        "timing": timing,
    }
    kept = {key: value for key, value in plain.items() if value}
    steps = [plain_step(step, written_out=written_out) for step in routine.steps]
    return {**kept, "steps": steps}


def plain_step(step: Step | Rest, *, written_out: bool = False) -> Plain:
    """A step with what differs from its exercise."""
    if isinstance(step, Rest):
        return {"rest": plain_duration(step.duration)}
    whole = written_out or step.written_out
    stretch = plain_exercise(step.exercise) if whole else step.exercise.id
    note = {"note": step.note} if step.note else {}
    return {"stretch": stretch, **plain_dose(step.dose), **note}


def plain_exercise(exercise: Exercise) -> Plain:
    """An exercise with all that is said of it."""
    lines = exercise.instructions
    plain: Plain = {
        "name": exercise.name,
        "also_called": list(exercise.also_called),
        "kind": exercise.kind.value,
        "position": exercise.position.value,
        "areas": [area.value for area in exercise.areas],
        "equipment": list(exercise.equipment),
        "instructions": {
            "setup": lines.setup,
            "move": lines.move,
            "hold": lines.hold,
            "release": lines.release,
        },
        "dose": plain_dose(exercise.dose),
        "dose_from": exercise.dose_from.value if exercise.dose_from is not None else None,
        "source": _plain_source(exercise.source),
        "feel": exercise.feel,
        "mistakes": list(exercise.mistakes),
        "cautions": list(exercise.cautions),
        "ask_first": list(exercise.ask_first),
        "easier": exercise.easier,
        "harder": exercise.harder,
        "figure": plain_figure(exercise.figure),
    }
    return {key: value for key, value in plain.items() if value}


def _plain_source(source: Source | None) -> Plain | None:
    """A source with its address, where it has one."""
    if source is None:
        return None
    return {"title": source.title, **({"url": source.url} if source.url else {})}


def plain_dose(dose: Dose) -> Plain:
    """What a dose says, key by key."""
    plain: Plain = {
        key: plain_dose_value(getattr(dose, name))
        for name, key in _DOSE_KEYS.items()
        if getattr(dose, name) is not None
    }
    if dose.self_paced:
        plain["self_paced"] = True
    for side in ("left", "right", "affected"):
        own = getattr(dose, side)
        if own is not None:
            plain[side] = plain_dose(own)
    return plain


def plain_dose_value(value: SideRule | tuple[Any, ...] | Duration | Count) -> object:
    """One value of a dose."""
    if isinstance(value, Duration):
        return plain_duration(value)
    if isinstance(value, Count):
        return plain_count(value)
    if isinstance(value, SideRule):
        return value.value
    if all(part == Duration(None) for part in value):
        return None
    return [plain_dose_value(part) if isinstance(part, Duration) else part.value for part in value]


def plain_count(count: Count) -> int | str | None:
    """`3`, `8-12`, or nothing."""
    return f"{count.low}-{count.high}" if count.is_range else count.low


def plain_duration(duration: Duration) -> str | None:
    """`30 s`, `2 min`, `15-30 s`, `3 breaths`, or nothing."""
    if duration.low is None:
        return None
    ends = [duration.low] if duration.high is None else [duration.low, duration.high]
    if duration.unit is Unit.BREATHS:
        return f"{_range(ends)} breaths"
    if duration.low >= _MINUTES_FROM and all(end % 60 == 0 for end in ends):
        return f"{_range([end / 60 for end in ends])} min"
    return f"{_range(ends)} s"


def _range(ends: list[float]) -> str:
    """`15` or `15-30`."""
    return "-".join(f"{round(end, 3):.10g}" for end in ends)
