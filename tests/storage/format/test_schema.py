from __future__ import annotations

import json
import re
import runpy
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hipstretch import paths
from hipstretch.storage.format import schema
from hipstretch.storage.format.faults import Faults
from hipstretch.storage.format.nodes import ListNode, Node, Scalar, read_nodes
from hipstretch.storage.format.schema import json_schemas, write_schemas

ROUTINES = sorted(paths.bundled("routines").glob("*.yaml"))
EXERCISES = sorted(paths.bundled("routines").glob("stretches/*.yaml"))
_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def _plain(node: Node) -> Any:  # noqa: ANN401 -- whatever a file holds
    """A tree as plain values, by the rules of YAML 1.2, which editors go by."""
    if isinstance(node, Scalar):
        return _plain_scalar(node)
    if isinstance(node, ListNode):
        return [_plain(item) for item in node.items]
    return {_plain(key): _plain(value) for key, value in node.items}


def _plain_scalar(node: Scalar) -> str | float | bool | None:
    if node.is_null:
        return None
    if node.is_plain and node.text in {"true", "false"}:
        return node.text == "true"
    if node.is_plain and _INTEGER.fullmatch(node.text):
        return int(node.text)
    if node.is_plain and _FLOAT.fullmatch(node.text):
        return float(node.text)
    return node.text


def _read(text: str) -> Any:  # noqa: ANN401 -- whatever a file holds
    faults = Faults()
    node = read_nodes(text.encode(), faults)
    assert node is not None, faults.in_order()
    return _plain(node)


def _validator(name: str) -> Draft202012Validator:
    path = paths.bundled("assets") / "schema" / f"{name}.schema.json"
    return Draft202012Validator(json.loads(path.read_text(encoding="utf-8")))


ROUTINE, EXERCISE = _validator("routine"), _validator("exercise")


@pytest.mark.parametrize("name", json_schemas())
def test_the_files_are_current(name: str, tmp_path: Path) -> None:
    """`python -m hipstretch.storage.format.schema assets/schema` makes them anew."""
    write_schemas(tmp_path)

    bundled = paths.bundled("assets") / "schema" / name
    assert bundled.read_text(encoding="utf-8") == (tmp_path / name).read_text(encoding="utf-8")


def test_the_module_writes_the_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As a program it takes the folder."""
    monkeypatch.setattr(sys, "argv", ["schema", str(tmp_path / "schema")])

    runpy.run_path(str(schema.__file__), run_name="__main__")

    assert {path.name for path in (tmp_path / "schema").iterdir()} == set(json_schemas())


@pytest.mark.parametrize("validator", [ROUTINE, EXERCISE])
def test_the_schemas_are_schemas(validator: Draft202012Validator) -> None:
    """They keep to the dialect that they name."""
    Draft202012Validator.check_schema(validator.schema)


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_every_bundled_routine_is_valid(path: Path) -> None:
    """An editor marks nothing in a good routine."""
    assert list(ROUTINE.iter_errors(_read(path.read_text(encoding="utf-8")))) == []


@pytest.mark.parametrize("path", EXERCISES, ids=lambda path: path.stem)
def test_every_bundled_exercise_is_valid(path: Path) -> None:
    """An editor marks nothing in a good exercise, nor in a routine that holds it in full."""
    exercise = _read(path.read_text(encoding="utf-8"))

    assert list(EXERCISE.iter_errors(exercise)) == []
    assert list(ROUTINE.iter_errors({"name": "A", "steps": [{"stretch": exercise}]})) == []


@pytest.mark.parametrize(
    "step",
    [
        "stretch: x",
        "stretch: x\n  hold: 30",
        "stretch: x\n  hold: 30.5 s",
        "stretch: x\n  hold: 2 min",
        "stretch: x\n  hold: 1 min 30 s",
        "stretch: x\n  hold: 1:30",
        "stretch: x\n  hold: 3 breaths",
        "stretch: x\n  hold: 15-30 s",
        "stretch: x\n  hold: 15–30 s",
        "stretch: x\n  hold:\n  reps:\n  sets:\n  relax:\n  rest:",
        "stretch: x\n  tempo: [2, 0 s, 2 s]\n  reps: 8-12",
        "stretch: x\n  tempo:",
        "stretch: x\n  for: 1 min\n  sides: [left, right, both]",
        "stretch: x\n  self_paced: true\n  affected: {reps: 4}",
        "rest: 1 min",
    ],
)
def test_what_the_format_says_is_valid(step: str) -> None:
    """Each way of saying a dose that the format names."""
    assert list(ROUTINE.iter_errors(_read(f"name: A\nsteps:\n- {step}\n"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "name: A\n",
        "steps:\n- rest: 5\n",
        "name: A\nsteps: []\n",
        "name: A\nsteps: some\n",
        "name: 5\nsteps:\n- rest: 5\n",
        "name:\nsteps:\n- rest: 5\n",
        "name: ''\nsteps:\n- rest: 5\n",
        "name: A\nstep: b\nsteps:\n- rest: 5\n",
        "name: A\ndays: [mon, someday]\nsteps:\n- rest: 5\n",
        "name: A\ndays: mon\nsteps:\n- rest: 5\n",
        "name: A\ntimes_per_day: 0\nsteps:\n- rest: 5\n",
        "name: A\ntimes_per_day: 1.5\nsteps:\n- rest: 5\n",
        "name: A\ntiming: {get_ready: long}\nsteps:\n- rest: 5\n",
        "name: A\ntiming: {begin: 5}\nsteps:\n- rest: 5\n",
        "name: A\nsource: {url: https://a.org}\nsteps:\n- rest: 5\n",
        "name: A\nsource: {title: B, url: a.org}\nsteps:\n- rest: 5\n",
        "name: A\nsteps:\n- rest:\n",
        "name: A\nsteps:\n- rest: 1801\n",
        "name: A\nsteps:\n- rest: 5\n  note: x\n",
        "name: A\nsteps:\n- stretch: x\n  hold: 0\n",
        "name: A\nsteps:\n- stretch: x\n  hold: 1801\n",
        "name: A\nsteps:\n- stretch: x\n  hold: 30 seconds\n",
        "name: A\nsteps:\n- stretch: x\n  hold: -5\n",
        "name: A\nsteps:\n- stretch: x\n  hold: [5]\n",
        "name: A\nsteps:\n- stretch: x\n  reps: 101\n",
        "name: A\nsteps:\n- stretch: x\n  reps: 2.5\n",
        "name: A\nsteps:\n- stretch: x\n  reps: three\n",
        "name: A\nsteps:\n- stretch: x\n  sets: 21\n",
        "name: A\nsteps:\n- stretch: x\n  sides: alternating\n",
        "name: A\nsteps:\n- stretch: x\n  sides: []\n",
        "name: A\nsteps:\n- stretch: x\n  sides: [left, affected]\n",
        "name: A\nsteps:\n- stretch: x\n  tempo: [1, 2]\n",
        "name: A\nsteps:\n- stretch: x\n  self_paced: 'true'\n",
        "name: A\nsteps:\n- stretch: x\n  affected: {sides: left}\n",
        "name: A\nsteps:\n- stretch: x y\n",
        "name: A\nsteps:\n- stretch: {name: B}\n",
    ],
)
def test_a_fault_is_not_valid(text: str) -> None:
    """A wrong type, an unknown key, a missing one or a number out of bounds is marked."""
    assert list(ROUTINE.iter_errors(_read(text))) != []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: stretch", "kind: stretching"),
        ("position: lying-on-back", "position: on-back"),
        ("position: lying-on-back\n", ""),
        ("areas: [lower-back, glutes, hip]", "areas: []"),
        ("areas: [lower-back, glutes, hip]", "areas: hip"),
        ("  release:", "  out:"),
        ("dose_from: app-default", "dose_from: me"),
        ("hold: 20-30 s", "hold: 5000"),
        ("harder:", "hardest:"),
        ("  - Tensing the neck and shoulders.", "  - 5"),
    ],
)
def test_a_fault_in_an_exercise_is_not_valid(old: str, new: str) -> None:
    """The same goes for exercises."""
    path = paths.bundled("routines") / "stretches" / "knee-to-chest.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text

    assert list(EXERCISE.iter_errors(_read(text.replace(old, new)))) != []


def test_every_key_is_explained_where_its_name_does_not_do() -> None:
    """An editor shows what a key of a dose is for."""
    dose = json_schemas()["exercise.schema.json"]["properties"]["dose"]["properties"]

    assert [key for key, value in dose.items() if not value.get("description")] == []
