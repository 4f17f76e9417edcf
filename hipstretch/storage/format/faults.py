"""What is wrong in a file, where, and what was expected."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from hipstretch.core.fault import Fault

_MOST_SUGGESTIONS = 30
_LONGEST_WORD = 40


class Marked(NamedTuple):
    """A place in a file; line and column count from 1."""

    line: int
    column: int


class Faults:
    """The faults of one file, gathered while it is read."""

    def __init__(self) -> None:
        self._found: list[Fault] = []
        self._suggestions = 0

    def add(self, mark: Marked, message: str) -> None:
        """Note a fault at a place."""
        self._found.append(Fault(mark.line, mark.column, message))

    def add_unknown(
        self, mark: Marked, what: str, word: str, known: Iterable[str], *, expected: str = ""
    ) -> None:
        """Note a word that is not known, with the nearest one that is."""
        nearest = self._nearest(word, known)
        hint = f"; did you mean `{nearest}`?" if nearest else f"; {expected}" if expected else ""
        self.add(mark, f"{what} `{shorten(word)}`{hint}")

    def in_order(self) -> tuple[Fault, ...]:
        """All faults by their place in the file."""
        return tuple(sorted(self._found))

    def __len__(self) -> int:
        return len(self._found)

    def _nearest(self, word: str, known: Iterable[str]) -> str:
        """The known word that looks most like `word`, or nothing; searched for a while only."""
        if len(word) > _LONGEST_WORD or self._suggestions >= _MOST_SUGGESTIONS:
            return ""
        from difflib import get_close_matches

        self._suggestions += 1
        matches = get_close_matches(word.lower(), list(known), n=1, cutoff=0.55)
        return matches[0] if matches else ""


def shorten(text: str, most: int = 60) -> str:
    """`text` on one line, cut to `most` characters."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def one_of(words: Iterable[str]) -> str:
    """`a`, `b` or `c`."""
    *first, last = [f"`{word}`" for word in words]
    return f"{', '.join(first)} or {last}" if first else last
