"""The exercises that ever came in a session: by which key they go, and under which name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from hipstretch.core.history_sums import NamedExercise

if TYPE_CHECKING:
    import sqlite3


class Stretch(NamedTuple):
    """An exercise under one name; `last` is the newest session in which it was done, if any."""

    id: int
    exercise: str
    name: str
    last: int | None


class StretchNames:
    """All exercises under all names that they had.

    The key is the exercise's id. Sessions of older versions know names only: such a name goes by
    the id that it has in newer sessions, where that is one alone, and else by itself.
    """

    def __init__(self, stretches: Iterable[Stretch]) -> None:
        self._stretches = sorted(stretches, key=_age)
        ids = defaultdict(set)
        for one in self._stretches:
            if one.exercise:
                ids[one.name].add(one.exercise)
        self._ids = {name: min(found) for name, found in ids.items() if len(found) == 1}
        self.keys: Mapping[int, str] = {one.id: self._key(one) for one in self._stretches}
        self.names: Mapping[str, str] = {self._key(one): one.name for one in self._stretches}
        """The newest name of each key."""

    @classmethod
    def of(cls, database: sqlite3.Connection) -> StretchNames:
        """Those of the history."""
        query = (
            "SELECT id, exercise, name, (SELECT max(session) FROM rep "
            "WHERE rep.stretch = stretch.id AND outcome <> 'skipped') FROM stretch"
        )
        return cls(Stretch(*row) for row in database.execute(query))

    def done(self) -> tuple[NamedExercise, ...]:
        """Each exercise that was ever done, by name."""
        keys = {self.keys[one.id] for one in self._stretches if one.last is not None}
        found = (NamedExercise(key, self.names[key]) for key in keys)
        return tuple(sorted(found, key=_in_order))

    def ids_of(self, key: str) -> list[int]:
        """The numbers by which the reps of an exercise go."""
        return [stretch for stretch, its_key in self.keys.items() if its_key == key]

    def _key(self, one: Stretch) -> str:
        """The key of an exercise."""
        return one.exercise or self._ids.get(one.name, one.name)


def _age(one: Stretch) -> tuple[int, int]:
    """The order in which names were last used."""
    return one.last or 0, one.id


def _in_order(one: NamedExercise) -> tuple[str, str]:
    """The order of a list of exercises."""
    return one.name.casefold(), one.key
