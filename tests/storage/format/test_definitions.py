from __future__ import annotations

from hipstretch.storage.format.definitions import DOSE_KEYS, EXERCISE, ROUTINE, TIMING


def required(kind: str) -> set[str]:
    """The keys that must be there."""
    keys = {"exercise": EXERCISE, "routine": ROUTINE}[kind].keys
    return {name for name, key in keys.items() if key.required}


def test_the_dose_has_the_keys_of_the_format() -> None:
    """The table on the format's page."""
    assert set(DOSE_KEYS) == {
        *("sides", "hold", "tempo", "for", "self_paced", "reps", "sets", "relax", "rest"),
        *("left", "right", "affected"),
    }


def test_what_must_be_there() -> None:
    """Of an exercise everything down to its dose, of a routine its name and steps."""
    exercise = {"name", "kind", "position", "areas", "instructions", "dose"}
    assert required("exercise") == exercise
    assert required("routine") == {"name", "steps"}


def test_the_four_pauses() -> None:
    """Each has a default."""
    assert {name: key.required for name, key in TIMING.keys.items()} == dict.fromkeys(
        ("get_ready", "switch", "relax", "rest"), False
    )
