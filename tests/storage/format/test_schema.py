from __future__ import annotations

import runpy
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from hipstretch.storage.format import schema
from hipstretch.storage.format.schema import json_schemas

_CHECKOUT = Path(__file__).parents[3]
_STORED = _CHECKOUT / "assets" / "schema"
_FAULTY = _CHECKOUT / "tests" / "faulty"
REFUSED = [
    *["key-unknown", "key-name-missing", "steps-none", "step-text", "days-unknown"],
    *["reps-too-many", "hold-word", "tempo-of-two", "sides-list-with-each", "self-paced-number"],
    *["step-pause-with-other-keys", "source-without-title", "exercise-written-out-faulty"],
]


def validator(kind: str) -> Draft202012Validator:
    """A validator for routines or for exercises."""
    definition = json_schemas()[f"{kind}.schema.json"]
    Draft202012Validator.check_schema(definition)
    return Draft202012Validator(definition)


def load(path: Path) -> Any:  # noqa: ANN401 -- whatever YAML holds
    """A file as an editor's schema check sees it."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def bundled() -> Iterator[tuple[str, Path]]:
    """Every bundled file with its kind."""
    routines = _CHECKOUT / "routines"
    yield from (("routine", path) for path in sorted(routines.glob("*.yaml")))
    yield from (("exercise", path) for path in sorted((routines / "stretches").glob("*.yaml")))


def test_the_stored_schemas_are_those_of_the_definitions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`python -m hipstretch.storage.format.schema assets/schema` makes them anew."""
    monkeypatch.setattr("sys.argv", ["schema", str(tmp_path)])
    runpy.run_path(schema.__file__, run_name="__main__")
    for name in json_schemas():
        assert (_STORED / name).read_text("utf-8") == (tmp_path / name).read_text("utf-8"), name


@pytest.mark.parametrize(
    ("kind", "path"), [pytest.param(kind, path, id=path.stem) for kind, path in bundled()]
)
def test_the_schema_takes_every_bundled_file(kind: str, path: Path) -> None:
    """An editor with the schema shows no false alarm."""
    assert list(validator(kind).iter_errors(load(path))) == []


@pytest.mark.parametrize("name", REFUSED)
def test_the_schema_refuses_what_check_refuses(name: str) -> None:
    """As far as a schema can see."""
    assert not validator("routine").is_valid(load(_FAULTY / f"{name}.yaml"))
