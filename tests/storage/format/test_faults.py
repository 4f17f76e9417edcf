from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch.core.fault import Fault
from hipstretch.storage.format.faults import Faults, Marked, one_of, shorten

KNOWN = ["both", "each", "alternate", "left", "right"]


def message(word: str, *, expected: str = "") -> str:
    """What is said of an unknown word."""
    faults = Faults()
    faults.add_unknown(Marked(1, 1), "unknown word", word, KNOWN, expected=expected)
    (fault,) = faults.in_order()
    return fault.message


def test_a_fault_tells_its_place() -> None:
    """In the form that editors jump to."""
    fault = Fault(3, 7, "unknown key `hodl`")
    assert fault.describe(Path("a b.yaml")) == "a b.yaml:3:7: unknown key `hodl`"


def test_faults_come_in_the_order_of_the_file() -> None:
    """Whenever they were found."""
    faults = Faults()
    for line, column in ((10, 1), (2, 9), (2, 10), (1, 30)):
        faults.add(Marked(line, column), "x")
    assert len(faults) == 4
    assert [(f.line, f.column) for f in faults.in_order()] == [(1, 30), (2, 9), (2, 10), (10, 1)]


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("alternatly", "alternate"), ("eech", "each"), ("LEFT", "left"), ("rigth", "right")],
)
def test_the_nearest_word_is_suggested(word: str, nearest: str) -> None:
    """Also for one in capitals."""
    assert message(word) == f"unknown word `{word}`; did you mean `{nearest}`?"


def test_a_word_like_no_other_gets_what_was_expected() -> None:
    """Or nothing, where nothing was."""
    assert message("zzz", expected="expected a side") == "unknown word `zzz`; expected a side"
    assert message("zzz") == "unknown word `zzz`"


def test_a_very_long_word_is_not_searched_for() -> None:
    """It is shortened, and no time goes into looking for its like."""
    assert message("alternate" * 9) == f"unknown word `{('alternate' * 9)[:59]}…`"


def test_only_the_first_suggestions_are_searched_for() -> None:
    """A file of ten thousand unknown words must not take long."""
    faults = Faults()
    for line in range(1, 41):
        faults.add_unknown(Marked(line, 1), "unknown word", "eech", KNOWN)
    messages = [fault.message for fault in faults.in_order()]
    assert messages[29].endswith("did you mean `each`?")
    assert messages[30:] == ["unknown word `eech`"] * 10


@pytest.mark.parametrize(
    ("text", "short"),
    [("a  b\n c", "a b c"), ("x" * 60, "x" * 60), ("x" * 61, "x" * 59 + "…")],
)
def test_a_text_is_told_on_one_line(text: str, short: str) -> None:
    """Cut where it is long."""
    assert shorten(text) == short


def test_words_are_listed() -> None:
    """With an `or` before the last."""
    assert one_of(["a"]) == "`a`"
    assert one_of(["a", "b"]) == "`a` or `b`"
    assert one_of(iter(["a", "b", "c"])) == "`a`, `b` or `c`"
