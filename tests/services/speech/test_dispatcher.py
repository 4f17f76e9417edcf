from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QTimer

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech.conversation import RATES
from hipstretch.services.speech.dispatcher import Dispatcher
from hipstretch.services.speech.engine import longest
from tests.services.speech.conftest import Wait
from tests.services.speech.speechd import Speechd
from tests.services.speech.speechd_socket import SpeechdSocket

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sockets with paths")


class Stage:
    """An engine, its server, and what the engine told."""

    def __init__(self, server: SpeechdSocket, wait: Wait) -> None:
        self.server = server
        self.wait = wait
        self.engine = Dispatcher("en-GB", server.path, str(server.program))
        self.told: list[object] = []
        self._starts = 0
        self.engine.spoke.connect(self._on_spoke)
        self.engine.stumbled.connect(self._on_stumbled)
        self.engine.gave_up.connect(self.told.append)
        self.engine.voices_found.connect(self.told.append)

    def wait_for(self, *commands: str) -> None:
        """Wait until the server has heard commands, as the last ones."""
        heard = self.server
        self.wait(lambda: heard.rules.commands[-len(commands) :] == list(commands))

    def wait_told(self, what: object) -> None:
        """Wait until the engine has told something."""
        self.wait(lambda: what in self.told)

    def begin(self) -> Stage:
        """Start the engine, with a server that runs, until all is settled."""
        self.server.open()
        self.engine.start()
        self.wait_told((Voice("English (Great Britain)", "en-GB"), AMERICAN))
        self.told.clear()
        return self

    def open_when_asked(self) -> None:
        """Let the server be there as soon as somebody starts it."""
        self._starts += 1
        self.wait(lambda: len(self.server.asked) == self._starts)
        self.server.open()

    def say(self, text: str) -> None:
        """Have something said, and wait until the server has taken it."""
        self.engine.say(text)
        self.wait(lambda: self.server.rules.sounding == text)
        self.wait(self.engine._limit.isActive)

    def _on_spoke(self) -> None:
        """Write it down."""
        self.told.append("spoke")

    def _on_stumbled(self) -> None:
        """Write it down."""
        self.told.append("stumbled")


AMERICAN = Voice("English (America)", "en-US")


@pytest.fixture
def stage(wait: Wait, tmp_path: Path) -> Iterator[Stage]:
    """An engine that has not been started."""
    made = Stage(SpeechdSocket(tmp_path), wait)
    yield made
    made.engine.close()
    made.server.end()


def ring(timer: QTimer) -> None:
    """Let the time of a timer be over; it must have been running."""
    assert timer.isActive()
    timer.stop()
    timer.timeout.emit()


def test_the_server_is_started_and_says_what_was_wanted_meanwhile(stage: Stage) -> None:
    """The first phrase of a session need not wait for the second one."""
    stage.engine.start()
    stage.engine.say("Hold.")
    stage.open_when_asked()
    stage.wait_for("SPEAK", "Hold.", "LIST SYNTHESIS_VOICES")

    assert stage.server.rules.rate == RATES[Pace.USUAL]
    assert not stage.engine._moment.isActive()


def test_a_phrase_that_the_server_comes_too_late_for_is_not_said(stage: Stage) -> None:
    """The session is somewhere else by then."""
    stage.server.is_hanging = True
    stage.engine.start()
    stage.engine.say("Hold.")
    ring(stage.engine._moment)
    stage.server.end()
    stage.server.is_hanging = False
    stage.server.open()
    stage.wait_for("LIST SYNTHESIS_VOICES")

    assert stage.server.rules.said == []


def test_phrases_follow_each_other_and_are_told_when_they_were_said(stage: Stage) -> None:
    """A phrase takes the place of the one before."""
    stage.begin()
    stage.say("Hold.")
    stage.server.notice(701)
    stage.server.notice(702)
    stage.wait_told("spoke")
    assert not stage.engine._limit.isActive()

    stage.say("Rest.")
    stage.say("Switch sides.")
    stage.wait_for("CANCEL SELF", "SPEAK", "Switch sides.")
    assert stage.told == ["spoke"]


def test_stopping_is_silence(stage: Stage) -> None:
    """And nothing is waited for any more, whatever the server still tells."""
    stage.begin()
    stage.say("Hold.")
    stage.engine.stop()
    stage.server.notice(701)
    stage.wait_for("CANCEL SELF")

    assert stage.server.rules.sounding == ""
    assert not stage.engine._limit.isActive()


def test_a_manner_is_kept_for_every_connection(stage: Stage) -> None:
    """Set before, during, or for the time after a loss."""
    stage.engine.set_manner(Pace.SLOW, "English (America)")
    stage.begin()
    assert stage.server.rules.rate == RATES[Pace.SLOW]
    assert stage.server.rules.voice == "English (America)"

    stage.engine.set_manner(Pace.FAST, "English (America)")
    stage.wait_for(f"SET SELF RATE {RATES[Pace.FAST]}", "SET SELF SYNTHESIS_VOICE " + AMERICAN.name)

    stage.server.drop()
    stage.wait_told("stumbled")
    stage.server.rules = Speechd()
    stage.engine.say("Hold.")
    stage.wait(lambda: stage.server.rules.said == ["Hold."])
    assert stage.server.rules.rate == RATES[Pace.FAST]


def test_voices_are_told_again_to_who_asks_later(stage: Stage) -> None:
    """Without asking the server."""
    stage.begin()
    stage.engine.ask_voices()

    assert stage.told == [(Voice("English (Great Britain)", "en-GB"), AMERICAN)]
    assert stage.server.rules.commands.count("LIST SYNTHESIS_VOICES") == 1


def test_voices_are_asked_for_anew_when_the_server_was_lost(stage: Stage) -> None:
    """The page that shows them may be opened at any time."""
    stage.begin()
    stage.server.drop()
    stage.wait_told("stumbled")
    stage.engine.ask_voices()
    stage.wait_told((Voice("English (Great Britain)", "en-GB"), AMERICAN))

    assert stage.server.visits == 2


def test_a_lost_server_is_reached_again_for_the_next_phrase(stage: Stage) -> None:
    """The phrase that was cut is not repeated."""
    stage.begin()
    stage.say("Hold.")
    stage.server.end()
    stage.wait_told("stumbled")
    stage.engine.say("Rest.")
    stage.open_when_asked()
    stage.wait(lambda: stage.server.rules.sounding == "Rest.")

    assert stage.server.rules.said == ["Rest."]
    assert stage.told[0] == "stumbled"


def test_a_server_that_goes_again_and_again_is_given_up(stage: Stage) -> None:
    """A phrase that was heard in between makes good for it."""
    stage.begin()
    stage.server.drop()
    stage.wait_told("stumbled")
    stage.say("Hold.")
    stage.server.notice(702)
    stage.wait_told("spoke")
    for outcome in ("stumbled", "stumbled", Trouble.VOICE_FAILED):
        stage.told.clear()
        stage.say("Rest.")
        stage.server.drop()
        stage.wait_told(outcome)

    assert stage.told.count(Trouble.VOICE_FAILED) == 1
    assert "stumbled" not in stage.told


def test_a_server_that_cannot_be_started_is_no_engine(wait: Wait, tmp_path: Path) -> None:
    """Its program may not be there."""
    told: list[object] = []
    engine = Dispatcher("en-GB", tmp_path / "s", str(tmp_path / "nothing"))
    engine.gave_up.connect(told.append)
    engine.start()
    wait(lambda: bool(told))
    engine.close()

    assert told == [Trouble.NO_VOICE_ENGINE]


def test_a_server_that_cannot_speak_the_language_is_no_engine(stage: Stage) -> None:
    """It has the mute module only."""
    stage.server.rules.module = "dummy"
    stage.server.open()
    stage.engine.start()
    stage.engine.say("Hold.")
    stage.wait_told(Trouble.NO_VOICE_ENGINE)

    assert stage.server.rules.said == []
    assert stage.told == [Trouble.NO_VOICE_ENGINE]


def test_a_server_that_hangs_is_given_up(stage: Stage) -> None:
    """It takes everything and answers nothing, as it does without a sound server."""
    stage.server.is_hanging = True
    stage.server.open()
    stage.engine.start()
    stage.wait(stage.engine._patience.isActive)
    ring(stage.engine._patience)

    assert stage.told == [Trouble.VOICE_FAILED]


def test_the_list_of_voices_may_take_longer_than_other_replies(stage: Stage) -> None:
    """Slow machines are no broken ones."""
    stage.begin()

    assert stage.engine._patience.interval() == 10000
    stage.say("Hold.")
    assert stage.engine._patience.interval() == 2000
    assert not stage.engine._patience.isActive()


@pytest.mark.parametrize("has_begun", [False, True])
def test_a_phrase_that_does_not_end_is_the_end_of_the_engine(stage: Stage, has_begun: bool) -> None:
    """A server whose module has died goes on taking phrases."""
    stage.begin()
    stage.say("Hold.")
    if has_begun:
        stage.server.notice(701)
        limit = round(longest("Hold.") * 1000)
        stage.wait(lambda: stage.engine._limit.interval() == limit)
    ring(stage.engine._limit)

    assert stage.told == [Trouble.VOICE_FAILED]


def test_something_else_at_that_address_is_left(stage: Stage) -> None:
    """Nothing is said to it any more."""
    stage.begin()
    stage.server.write(b"HTTP/1.1 400 Bad Request\r\n")
    stage.wait_told(Trouble.VOICE_FAILED)
    stage.engine.stop()
    stage.engine.set_manner(Pace.SLOW, "")

    assert stage.told == [Trouble.VOICE_FAILED]


def test_closing_silences_and_says_goodbye_and_the_engine_is_gone(
    stage: Stage, qapp: QCoreApplication
) -> None:
    """Nothing is told of it."""
    stage.begin()
    stage.say("Hold.")
    engine, stage.engine = stage.engine, Dispatcher("en-GB", stage.server.path, "nothing")
    engine.close()
    stage.wait_for("CANCEL SELF", "QUIT")
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    assert stage.told == []
    assert not shiboken6.isValid(engine)
