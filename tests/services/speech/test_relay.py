from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Signal

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech.engine import FRESH, Engine
from hipstretch.services.speech.relay import MOST_ROUNDS, REST, Relay

BOB = Voice("Bob", "en-GB")


@pytest.fixture(autouse=True)
def _qt(qapp: QCoreApplication) -> None:
    """Engines are Qt's objects."""
    del qapp


class FakeEngine(QObject):
    """Writes down what is asked of it; `broken` ones give up as soon as they are started."""

    spoke = Signal()
    stumbled = Signal()
    gave_up = Signal(object)
    voices_found = Signal(object)

    def __init__(self, name: str, made: list[FakeEngine], parent: QObject) -> None:
        super().__init__(parent)
        self.name = name
        self.asked: list[object] = []
        self.is_broken = name.startswith("broken")
        made.append(self)

    def start(self) -> None:
        """Make ready."""
        self.asked.append("start")
        if self.is_broken:
            self.gave_up.emit(Trouble.NO_VOICE_ENGINE)

    def say(self, text: str) -> None:
        """Say."""
        self.asked.append(("say", text))

    def stop(self) -> None:
        """Stop."""
        self.asked.append("stop")

    def set_manner(self, pace: Pace, voice_name: str) -> None:
        """Take a manner."""
        self.asked.append((pace, voice_name))

    def ask_voices(self) -> None:
        """Ask."""
        self.asked.append("voices")

    def close(self) -> None:
        """Let go."""
        self.asked.append("close")


class Stage:
    """A relay of fake engines, a clock that is set by hand, and what was reported."""

    def __init__(self, *names: str) -> None:
        self.made: list[FakeEngine] = []
        self.reported: list[Trouble] = []
        self.time = 100.0
        makers = tuple(partial(self.make, name) for name in names)
        self.relay = Relay(makers, self.reported.append, lambda: self.time)

    def make(self, name: str, parent: QObject) -> Engine:
        """Make an engine."""
        return FakeEngine(name, self.made, parent)

    @property
    def names(self) -> list[str]:
        """The engines that were made, in order."""
        return [engine.name for engine in self.made]


def test_the_best_engine_is_made_ready_at_once_and_does_all_that_is_asked() -> None:
    """The other one is not even made."""
    stage = Stage("first", "second")
    stage.relay.set_manner(Pace.SLOW, "Bob")
    stage.relay.say("Hold.")
    stage.relay.stop()
    stage.relay.close()

    assert stage.names == ["first"]
    assert stage.made[0].asked == [
        (Pace.USUAL, ""),
        "start",
        (Pace.SLOW, "Bob"),
        ("say", "Hold."),
        "stop",
        "close",
    ]


def test_the_next_engine_takes_over_with_manner_and_phrase() -> None:
    """The phrase is said late rather than never; nobody need hear of it."""
    stage = Stage("first", "second")
    stage.relay.set_manner(Pace.FAST, "Bob")
    stage.relay.say("Hold.")
    stage.time += FRESH - 0.1
    stage.made[0].gave_up.emit(Trouble.VOICE_FAILED)

    assert stage.made[0].asked[-1] == "close"
    assert stage.made[1].asked == [(Pace.FAST, "Bob"), "start", ("say", "Hold.")]
    assert stage.reported == []


@pytest.mark.parametrize("how", ["late", "stopped", "spoken", "lost"])
def test_a_phrase_whose_moment_is_over_is_not_said_again(how: str) -> None:
    """Too late, stopped, already heard, or lost with its server."""
    stage = Stage("first", "second")
    stage.relay.say("Hold.")
    if how == "late":
        stage.time += FRESH
    elif how == "stopped":
        stage.relay.stop()
    elif how == "spoken":
        stage.made[0].spoke.emit()
    else:
        stage.made[0].stumbled.emit()
    stage.made[0].gave_up.emit(Trouble.VOICE_FAILED)

    assert stage.made[1].asked == [(Pace.USUAL, ""), "start"]


def test_engines_that_give_up_at_once_are_passed_over() -> None:
    """Before the window has got its speaker."""
    stage = Stage("broken-a", "broken-b", "third")
    stage.relay.say("Hold.")

    assert stage.names == ["broken-a", "broken-b", "third"]
    assert stage.made[2].asked[-1] == ("say", "Hold.")
    assert stage.reported == []


def test_it_is_reported_once_that_no_engine_is_left() -> None:
    """With what the last one had to say; phrases go unheard in silence."""
    stage = Stage("first", "second")
    stage.made[0].gave_up.emit(Trouble.VOICE_FAILED)
    stage.made[1].gave_up.emit(Trouble.NO_VOICE_ENGINE)
    stage.relay.say("Hold.")
    stage.relay.stop()
    stage.relay.set_manner(Pace.SLOW, "")

    assert stage.reported == [Trouble.NO_VOICE_ENGINE]
    assert stage.names == ["first", "second"]


def test_after_a_rest_the_engines_are_tried_again_but_not_for_ever() -> None:
    """The next phrases after a rest try; then there is peace."""
    stage = Stage("broken")
    for _ in range(10):
        stage.relay.say("Hold.")
        stage.time += REST

    assert stage.names == ["broken"] * MOST_ROUNDS
    assert stage.reported == [Trouble.NO_VOICE_ENGINE]


def test_an_engine_that_recovers_says_the_phrase_it_was_tried_for() -> None:
    """And may be lost and tried again as often as before."""
    stage = Stage("first")
    for number in range(5):
        stage.made[-1].gave_up.emit(Trouble.VOICE_FAILED)
        stage.time += REST
        stage.relay.say(f"Phrase {number}.")
        assert stage.made[-1].asked[-1] == ("say", f"Phrase {number}.")
        stage.made[-1].spoke.emit()

    assert stage.reported == [Trouble.VOICE_FAILED] * 5


def test_a_stumble_is_reported_once_until_something_was_heard() -> None:
    """Not at every phrase; but when it comes back after all was well."""
    stage = Stage("first")
    engine = stage.made[0]
    engine.stumbled.emit()
    engine.stumbled.emit()
    assert stage.reported == [Trouble.VOICE_FAILED]

    engine.spoke.emit()
    engine.stumbled.emit()
    assert stage.reported == [Trouble.VOICE_FAILED] * 2
    assert stage.names == ["first"]


def test_everybody_who_asks_is_told_the_voices_once() -> None:
    """The engine tells them when it knows them."""
    stage = Stage("first")
    told: list[tuple[Voice, ...]] = []
    stage.relay.ask_voices(told.append)
    stage.relay.ask_voices(told.append)
    assert told == []

    stage.made[0].voices_found.emit((BOB,))
    stage.made[0].voices_found.emit((BOB,))
    assert told == [(BOB,), (BOB,)]


def test_the_next_engine_is_asked_for_its_voices_if_the_first_never_told() -> None:
    """Who asked need not ask again."""
    stage = Stage("first", "second")
    told: list[tuple[Voice, ...]] = []
    stage.relay.ask_voices(told.append)
    stage.made[0].gave_up.emit(Trouble.VOICE_FAILED)
    assert stage.made[1].asked[-1] == "voices"

    stage.made[1].gave_up.emit(Trouble.VOICE_FAILED)
    assert told == [()]


def test_without_an_engine_there_are_no_voices() -> None:
    """It is told at once."""
    stage = Stage("broken")
    told: list[tuple[Voice, ...]] = []
    stage.relay.ask_voices(told.append)

    assert told == [()]


def test_after_closing_nothing_is_made_or_told() -> None:
    """Whoever still asks is in no need of an answer."""
    stage = Stage("first")
    told: list[tuple[Voice, ...]] = []
    stage.relay.ask_voices(told.append)
    stage.relay.close()
    stage.relay.close()
    stage.relay.say("Hold.")

    assert stage.names == ["first"]
    assert stage.made[0].asked[-1] == "close"
    assert told == []
