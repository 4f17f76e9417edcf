from __future__ import annotations

from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from hipstretch.core.dose import UNSET, Count, Duration, SideRule, Unit
from hipstretch.core.person import Side
from hipstretch.storage.format.faults import Faults
from hipstretch.storage.format.fields import (
    _TIME_PATTERN,
    INVALID,
    Choice,
    Field,
    Flag,
    Key,
    ListOf,
    MapOf,
    Number,
    Read,
    SidesField,
    Tempo,
    Text,
    Time,
    parse_duration,
)
from hipstretch.storage.format.nodes import Node, read_nodes


class Colour(StrEnum):
    """Two words."""

    RED = "red"
    DARK_BLUE = "dark-blue"


PAUSE = Time("a pause", 0.0, 1800.0, may_be_unset=True)
HOLD = Time("a hold", 1.0, 1800.0)
REPS = Number("reps", 1, 100, may_be_unset=True)
SETS = Number("sets", 1, 20)
COLOURS = ListOf(Choice(Colour), "colours", 1, 3)
BOX = MapOf("a box", {"size": Key(SETS, "how big", required=True), "colour": Key(Choice(Colour))})


def node_of(text: str) -> Node:
    """The tree of a text."""
    faults = Faults()
    node = read_nodes(text.encode(), faults)
    assert node is not None, faults.in_order()
    return node


def read(field: Field, text: str) -> tuple[Any, list[str]]:
    """What a field reads of a YAML text, and what it complains of."""
    faults = Faults()
    value = field.read(node_of(text), faults)
    return value, [fault.message for fault in faults.in_order()]


@pytest.mark.parametrize(
    ("text", "duration"),
    [
        ("30", Duration(30.0)),
        ("2.5", Duration(2.5)),
        ("30 s", Duration(30.0)),
        ("30s", Duration(30.0)),
        ("2 min", Duration(120.0)),
        ("1.5min", Duration(90.0)),
        ("1 min 30 s", Duration(90.0)),
        ("1min 30s", Duration(90.0)),
        ("1:30", Duration(90.0)),
        ("0:05", Duration(5.0)),
        ("100:00", Duration(6000.0)),
        ("3 breaths", Duration(3.0, unit=Unit.BREATHS)),
        ("1 breath", Duration(1.0, unit=Unit.BREATHS)),
        ("15-30 s", Duration(15.0, 30.0)),
        ("15-30", Duration(15.0, 30.0)),
        ("15 – 30 s", Duration(15.0, 30.0)),
        ("1-2 min", Duration(60.0, 120.0)),
        ("0.5-1min", Duration(30.0, 60.0)),
        ("2-3 breaths", Duration(2.0, 3.0, Unit.BREATHS)),
        ("0", Duration(0.0)),
    ],
)
def test_every_way_to_write_a_time(text: str, duration: Duration) -> None:
    """Seconds, minutes, both, a clock, breaths, and ranges of them."""
    assert parse_duration(text) == duration


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "s", "min", "30 sec", "30 S", "30  s", " 30 s", "30 s ", "1 h", "-5", "+5"],
        *["1:5", "1:60", "1:30 s", ":30", "1:30:00", "1.5.2", "1,5 s", ".5", "5.", "1e3", "inf"],
        *["nan", "0x10", "1_000", "10000000", "0.0001", "15-", "-15", "15-30-45 s", "15 s-30 s"],
        *["30 s 1 min", "1 min 2 min", "one minute", "3 breathes", "30 s\n", "1:30-2:00"],
    ],
)
def test_what_is_no_time(text: str) -> None:
    """No guess is made."""
    assert parse_duration(text) is None


TIME = "a time such as `30 s`, `2 min`, `1:30`, `15-30 s` or `3 breaths`"
COLOUR = "`red` or `dark-blue`"
WHOLE = "a whole number such as `3`, or a range such as `8-12`"
SIDES = "`both`, `each`, `alternate`, `left`, `right`, `affected` or `other`"

GOOD: list[tuple[Field, str, object]] = [
    (Text(), "a", "a"),
    (Text(), "'  a  '", "a"),
    (Text(), "'5'", "5"),
    (Text(), "3 reps", "3 reps"),
    (Text(), "|\n  a\n  b\n", "a\n  b".replace("\n  ", "\n")),
    (Text(r"\S+", "a word"), "word", "word"),
    (Choice(Colour), "dark-blue", Colour.DARK_BLUE),
    (Choice(Colour), "'red'", Colour.RED),
    (Flag(), "true", True),
    (Flag(), "false", False),
    (COLOURS, "[red, red, dark-blue]", (Colour.RED, Colour.RED, Colour.DARK_BLUE)),
    (ListOf(Text(), "texts"), "[]", ()),
    (HOLD, "1", Duration(1.0)),
    (HOLD, "30 min", Duration(1800.0)),
    (HOLD, "300 breaths", Duration(300.0, unit=Unit.BREATHS)),
    (HOLD, "1-1800", Duration(1.0, 1800.0)),
    (HOLD, "'30 s'", Duration(30.0)),
    (HOLD, "30-30 s", Duration(30.0, 30.0)),
    (PAUSE, "0", Duration(0.0)),
    (PAUSE, "~", UNSET),
    (REPS, "1", Count(1)),
    (REPS, "100", Count(100)),
    (REPS, "8-12", Count(8, 12)),
    (REPS, "8 – 12", Count(8, 12)),
    (REPS, "8-8", Count(8)),
    (REPS, "null", Count(None)),
    (Tempo(PAUSE), "[3, 1 s, 2 breaths]", None),
    (Tempo(PAUSE), "~", (UNSET, UNSET, UNSET)),
    (SidesField(), "each", SideRule.EACH),
    (SidesField(), "[left, right, both]", (Side.LEFT, Side.RIGHT, Side.BOTH)),
    (BOX, "{size: 3}", {"size": Count(3)}),
    (BOX, "{colour: red, size: 1-2}", {"size": Count(1, 2), "colour": Colour.RED}),
]
TEMPO_READ = (Duration(3.0), Duration(1.0), Duration(2.0, unit=Unit.BREATHS))


@pytest.mark.parametrize(("field", "text", "value"), GOOD)
def test_a_good_value(field: Field, text: str, value: object) -> None:
    """It is read without a fault."""
    found, faults = read(field, text)
    assert faults == []
    assert found == (TEMPO_READ if value is None else value)


BAD: list[tuple[Field, str, list[str]]] = [
    (Text(), "5", ["expected a text (put it in quotes), not `5`"]),
    (Text(), "-1.5e3", ["expected a text (put it in quotes), not `-1.5e3`"]),
    (Text(), "0x1F", ["expected a text (put it in quotes), not `0x1F`"]),
    (Text(), "No", ["expected a text (put it in quotes), not `No`"]),
    (Text(), "''", ["expected a text, not ``"]),
    (Text(), "~", ["expected a text, not nothing"]),
    (Text(), "[a]", ["expected a text, not a list"]),
    (Text(), "{a: b}", ["expected a text, not keys and values"]),
    (Text(r"\S+", "a word"), "two words", ["expected a word, not `two words`"]),
    (Choice(Colour), "reed", ["unknown word `reed`; did you mean `red`?"]),
    (Choice(Colour), "xyz", [f"unknown word `xyz`; expected {COLOUR}"]),
    (Choice(Colour), "~", [f"expected {COLOUR}, not nothing"]),
    (Choice(Colour), "[red]", [f"expected {COLOUR}, not a list"]),
    (Flag(), "True", ["expected `true` or `false`, not `True`"]),
    (Flag(), "'true'", ["expected `true` or `false` without quotes, not `true`"]),
    (Flag(), "[true]", ["expected `true` or `false`, not a list"]),
    (COLOURS, "red", ["expected a list of colours, not `red`"]),
    (COLOURS, "[]", ["expected 1 to 3 colours"]),
    (COLOURS, "[red, red, red, red]", ["expected 1 to 3 colours"]),
    (HOLD, "0.9 s", ["a hold is 1 s to 30 min, not `0.9 s`"]),
    (HOLD, "30:01", ["a hold is 1 s to 30 min, not `30:01`"]),
    (HOLD, "301 breaths", ["a hold is 1 s to 30 min, not `301 breaths`"]),
    (HOLD, "0-5 s", ["a hold is 1 s to 30 min, not `0-5 s`"]),
    (HOLD, "29-31 min", ["a hold is 1 s to 30 min, not `29-31 min`"]),
    (HOLD, "30-15 s", ["expected a range with the shorter time first, not `30-15 s`"]),
    (HOLD, "5-0 s", ["expected a range with the shorter time first, not `5-0 s`"]),
    (HOLD, "~", [f"expected {TIME}, not nothing"]),
    (HOLD, "soon", [f"expected {TIME}, not `soon`"]),
    (HOLD, "[3]", [f"expected {TIME}, not a list"]),
    (PAUSE, "1801", ["a pause is 0 s to 30 min, not `1801`"]),
    (REPS, "0", ["reps: 1 to 100, not `0`"]),
    (REPS, "101", ["reps: 1 to 100, not `101`"]),
    (REPS, "0-5", ["reps: 1 to 100, not `0-5`"]),
    (REPS, "99-101", ["reps: 1 to 100, not `99-101`"]),
    (REPS, "12-8", ["expected a range with the lower number first, not `12-8`"]),
    (REPS, "2.0", [f"expected {WHOLE}, not `2.0`"]),
    (REPS, "{a: b}", [f"expected {WHOLE}, not keys and values"]),
    (SETS, "~", [f"expected {WHOLE}, not nothing"]),
    (Tempo(HOLD), "[3, 1]", ["expected three times: `[out, stay, back]`, not a list"]),
    (Tempo(HOLD), "3", ["expected three times: `[out, stay, back]`, not `3`"]),
    (Tempo(PAUSE), "[0, 0 s, 0]", ["a moving rep takes some time; all three are 0"]),
    (SidesField(), "eech", ["unknown word `eech`; did you mean `each`?"]),
    (SidesField(), "~", [f"expected {SIDES}, not nothing"]),
    (SidesField(), "[]", ["expected 1 to 20 sides"]),
    (BOX, "3", ["expected a box with keys such as `size` or `colour`, not `3`"]),
]


@pytest.mark.parametrize(("field", "text", "messages"), BAD)
def test_a_bad_value(field: Field, text: str, messages: list[str]) -> None:
    """It is not used, and the fault says what was expected."""
    assert read(field, text) == (INVALID, messages)


def test_the_good_values_of_a_list_are_kept() -> None:
    """Each of the others is told."""
    value, faults = read(COLOURS, "[reed, red, xyz]")
    assert value == (Colour.RED,)
    assert len(faults) == 2


def test_every_bad_part_of_a_tempo_is_told() -> None:
    """And none is used."""
    value, faults = read(Tempo(HOLD), "[0, soon, 3]")
    assert value is INVALID
    assert len(faults) == 2


class TestMap:
    """Keys that are fixed."""

    def read(self, text: str) -> tuple[Read, list[str]]:
        """What is read of a box."""
        value, faults = read(BOX, text)
        assert isinstance(value, Read)
        return value, faults

    def test_what_is_no_good_is_left_out(self) -> None:
        """The good rest is there, and the nodes of all known keys for later faults."""
        box, faults = self.read("{size: 0, colour: red}")
        assert box == {"colour": Colour.RED}
        assert set(box.nodes) == {"size", "colour"}
        assert not box.is_whole
        assert faults == ["sets: 1 to 20, not `0`"]

    def test_a_key_that_is_there_but_bad_is_not_missing(self) -> None:
        """One fault, not two."""
        assert self.read("{size: ~}")[1] == [f"expected {WHOLE}, not nothing"]

    def test_a_missing_key(self) -> None:
        """Only those that must be there."""
        assert self.read("{}")[1] == ["`size` is missing in a box"]

    def test_unknown_and_doubled_keys(self) -> None:
        """The first of two counts."""
        box, faults = self.read("size: 1\nsize: 2\nsice: 3\nxxxxxx: 4\n? [a]\n: 5\n? {a: b}\n: 6\n")
        assert box == {"size": Count(1)}
        assert faults == [
            "`size` is written twice (first in line 1)",
            "unknown key `sice`; did you mean `size`?",
            "unknown key `xxxxxx`; expected `size` or `colour`",
            "expected a key, not a list",
            "expected a key, not keys and values",
        ]

    def test_a_whole_map_is_whole(self) -> None:
        """Also where another one before it had faults."""
        faults = Faults()
        BOX.read(node_of("{}"), faults)
        box = BOX.read(node_of("{size: 1}"), faults)
        assert isinstance(box, Read)
        assert box.is_whole


SCHEMA_GOOD: list[tuple[Field, list[object]]] = [
    (Text(), ["a"]),
    (Text(r"https?://\S+"), ["https://a.example"]),
    (Choice(Colour), ["red"]),
    (Flag(), [True, False]),
    (COLOURS, [["red"]]),
    (HOLD, [1, 1800, 2.5, "30 s", "1:30", "15-30 s", "3 breaths"]),
    (PAUSE, [None, 0]),
    (REPS, [None, 1, 100, "8-12"]),
    (Tempo(HOLD), [None, [3, 1, "2 s"]]),
    (SidesField(), ["each", ["left", "right", "both"]]),
    (BOX, [{"size": 1}, {"size": "1-2", "colour": "red"}]),
]
SCHEMA_BAD: list[tuple[Field, list[object]]] = [
    (Text(), ["", 5, None]),
    (Text(r"https?://\S+"), ["www.a.example"]),
    (Choice(Colour), ["reed", None]),
    (Flag(), ["true", 1]),
    (COLOURS, [[], ["red"] * 4, ["reed"], "red"]),
    (HOLD, [0.5, 1801, None, "soon", [3]]),
    (REPS, [0, 101, 2.5, "three"]),
    (Tempo(HOLD), [[3, 1], 3]),
    (SidesField(), ["eech", [], ["each"]]),
    (BOX, [{}, {"size": 1, "x": 2}, {"size": 0}]),
]


@pytest.mark.parametrize(
    ("field", "value", "is_good"),
    [
        *[(field, value, True) for field, values in SCHEMA_GOOD for value in values],
        *[(field, value, False) for field, values in SCHEMA_BAD for value in values],
    ],
)
def test_the_schema_says_the_same(field: Field, value: object, is_good: bool) -> None:
    """For editors, that complete and check a file while it is typed."""
    schema = field.schema()
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid(value) is is_good


_examples = settings(max_examples=200, deadline=None)


@_examples
@given(st.from_regex(f"\\A(?:{_TIME_PATTERN})\\Z"))
def test_whatever_the_schema_takes_for_a_time_is_one(text: str) -> None:
    """The pattern for editors and the reader go by the same."""
    duration = parse_duration(text)
    assert duration is not None
    assert duration.low is not None
    assert duration.low >= 0


@_examples
@given(st.text(alphabet="0123456789.:- –smin breath", max_size=14))
def test_no_text_breaks_a_time_or_a_number(text: str) -> None:
    """It is one within its bounds, or a fault."""
    faults = Faults()
    node = node_of(f"'{text}'")
    time = HOLD.read(node, faults)
    assert (time is INVALID) is (len(faults) == 1)
    if isinstance(time, Duration):
        factor = 6.0 if time.unit is Unit.BREATHS else 1.0
        assert 1.0 <= (time.low or 0.0) * factor <= (time.high or time.low or 0.0) * factor <= 1800
    count = REPS.read(node, Faults())
    if isinstance(count, Count):
        assert 1 <= (count.low or 0) <= (count.high or count.low or 0) <= 100
