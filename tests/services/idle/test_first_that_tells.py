from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from hipstretch.services.idle.absent import AbsentIdle
from hipstretch.services.idle.first_that_tells import FirstThatTells


@dataclass
class Way:
    """A way that knows what a test says, once it is let answer."""

    name: str
    still: float | None = None
    tells: bool = False
    asked: list[Callable[[float | None], None]] = field(default_factory=list)
    told: list[Callable[[], None]] = field(default_factory=list)
    is_closed: bool = False

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Remember who asked."""
        self.asked.append(on_idle)

    def answer(self) -> None:
        """Answer who asked first."""
        self.asked.pop(0)(self.still)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Remember it, where it can tell."""
        if self.tells:
            self.told.append(on_active)
        return self.tells

    def close(self) -> None:
        """Remember it."""
        self.is_closed = True


def test_the_first_that_knows_is_taken() -> None:
    """The next is asked only when the one before knows nothing, also when that takes time."""
    one, two, three = Way("one"), Way("two", still=5.0), Way("three", still=7.0)
    ways = FirstThatTells((one, two, three))
    answers: list[float | None] = []
    assert ways.name == "one"
    ways.ask(answers.append)
    assert not two.asked
    one.answer()
    assert answers == []
    two.answer()
    assert answers == [5.0]
    assert not three.asked
    assert ways.name == "two"


def test_it_may_be_another_one_later() -> None:
    """A shell that starts late."""
    one, two = Way("one"), Way("two", still=5.0)
    ways = FirstThatTells((one, two))
    answers: list[float | None] = []
    ways.ask(answers.append)
    one.answer()
    two.answer()
    one.still = 9.0
    ways.ask(answers.append)
    one.answer()
    assert answers == [5.0, 9.0]
    assert ways.name == "one"


def test_nobody_may_know() -> None:
    """That is told, too."""
    answers: list[float | None] = []
    ways = FirstThatTells((AbsentIdle(), AbsentIdle()))
    ways.ask(answers.append)
    assert answers == [None]
    assert not ways.tell_when_active(pytest.fail)


def test_one_that_can_tells_of_movement() -> None:
    """Only the first of them."""
    ways = (Way("one"), Way("two", tells=True), Way("three", tells=True))
    chain = FirstThatTells(ways)
    assert chain.tell_when_active(pytest.fail)
    assert [len(way.told) for way in ways] == [0, 1, 0]


def test_all_are_closed() -> None:
    """Whichever was used."""
    ways = (Way("one"), Way("two"))
    FirstThatTells(ways).close()
    assert all(way.is_closed for way in ways)
