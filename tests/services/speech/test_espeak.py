from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech.espeak import WORDS_A_MINUTE, Espeak
from hipstretch.services.speech.phrase_shell import PhraseShell
from tests.services.speech.conftest import Wait

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="scripts of Unix")

LISTING = """\
Pty Language Age/Gender VoiceName File Other
 2  en-us --/M English_(America) gmw/en-US (en 3)
 2  en-gb --/M English_(Great_Britain) gmw/en (en 2)
"""
BRITISH, AMERICAN = Voice("English (Great Britain)", "en-GB"), Voice("English (America)", "en-US")
SCRIPT = """\
#!/bin/sh
case "$1" in
--voices=*) {listing} ;;
*) echo "$$ $@" >>{log}; {speaking} ;;
esac
"""
FOR_EVER = "exec sleep 1000"
PLAIN = "-v English (Great Britain) -s 143 -- "


class Stage:
    """An engine with a program of the test's own, and what the engine told."""

    def __init__(self, folder: Path, wait: Wait) -> None:
        self.wait = wait
        self.program = folder / "espeak-ng"
        self.log = folder / "log"
        self.log.touch()
        self.install()
        self.engine = Espeak("en-GB", str(self.program))
        self.told: list[object] = []
        self.engine.spoke.connect(self._on_spoke)
        self.engine.stumbled.connect(self._on_stumbled)
        self.engine.gave_up.connect(self.told.append)
        self.engine.voices_found.connect(self.told.append)

    def install(self, speaking: str = "exit 0", listing: str = f"cat <<'E'\n{LISTING}E\n") -> None:
        """Put the program there; it may speak and list in various ways."""
        script = SCRIPT.format(listing=listing, log=self.log, speaking=speaking)
        self.program.write_text(script, encoding="utf-8")
        self.program.chmod(0o755)

    def begin(self) -> Stage:
        """Start the engine and wait for its voices."""
        self.engine.start()
        self.wait_told((BRITISH, AMERICAN))
        self.told.clear()
        return self

    def wait_told(self, what: object) -> None:
        """Wait until the engine has told something."""
        self.wait(lambda: what in self.told)

    def wait_started(self, count: int) -> None:
        """Wait until the program was started for so many phrases."""
        self.wait(lambda: len(self.started) == count)

    @property
    def started(self) -> list[str]:
        """The arguments of each start."""
        return [line.partition(" ")[2] for line in self._starts()]

    def speaking(self) -> list[int]:
        """The processes of phrases that are alive."""
        return [pid for pid in self.processes() if is_alive(pid)]

    def processes(self) -> list[int]:
        """The processes of all phrases."""
        return [int(line.partition(" ")[0]) for line in self._starts()]

    def shell(self) -> int:
        """The process of the shell."""
        (shell,) = self.engine.findChildren(PhraseShell)
        return int(shell._shell.processId())

    def _starts(self) -> list[str]:
        """A line for each start."""
        return self.log.read_text(encoding="utf-8").splitlines()

    def _on_spoke(self) -> None:
        """Write it down."""
        self.told.append("spoke")

    def _on_stumbled(self) -> None:
        """Write it down."""
        self.told.append("stumbled")


def is_alive(process: int) -> bool:
    """Whether a process has not ended yet."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.fixture
def stage(wait: Wait, tmp_path: Path) -> Iterator[Stage]:
    """An engine that has not been started."""
    made = Stage(tmp_path, wait)
    yield made
    made.engine.close()


def test_a_phrase_is_said_with_the_languages_voice_at_the_pace(stage: Stage) -> None:
    """And it is told when it was said."""
    stage.begin()
    stage.engine.set_manner(Pace.SLOW, "")
    stage.engine.say("Hold it.")
    stage.wait_told("spoke")

    pace = WORDS_A_MINUTE[Pace.SLOW]
    assert stage.started == [f"-v English (Great Britain) -s {pace} -- Hold it."]
    assert WORDS_A_MINUTE[Pace.SLOW] < WORDS_A_MINUTE[Pace.USUAL] < WORDS_A_MINUTE[Pace.FAST]


def test_a_phrase_need_not_wait_for_the_voices(stage: Stage) -> None:
    """The program finds one for a language by itself."""
    stage.engine.start()
    stage.engine.say("Hold.")
    stage.wait_told("spoke")

    assert stage.started == ["-v en-gb -s 143 -- Hold."]


@pytest.mark.parametrize(
    ("name", "voice"),
    [("English (America)", "English (America)"), ("Hazel", "English (Great Britain)")],
)
def test_a_voice_is_chosen_by_name(stage: Stage, name: str, voice: str) -> None:
    """An unknown one is the language's own."""
    stage.begin()
    stage.engine.set_manner(Pace.USUAL, name)
    stage.engine.say("Hold.")
    stage.wait_told("spoke")

    assert stage.started == [f"-v {voice} -s 143 -- Hold."]


def test_a_phrase_is_never_an_option_nor_more_than_a_line(stage: Stage) -> None:
    """Whatever it is made of."""
    stage.begin()
    stage.engine.say("--version\n-w x\x1b")
    stage.wait_told("spoke")

    assert stage.started == [PLAIN + "--version -w x"]


def test_a_phrase_of_nothing_starts_nothing(stage: Stage) -> None:
    """The program would wait for a text then."""
    stage.begin()
    stage.engine.say(" \n ")

    assert not stage.engine._limit.isActive()


def test_a_phrase_ends_the_one_before(stage: Stage) -> None:
    """However long that would have gone on; it is not told, and nothing piles up."""
    stage.begin()
    stage.install(FOR_EVER)
    for number in range(1, 6):
        stage.engine.say(f"Phrase {number}.")
        stage.wait_started(number)
    stage.install()
    stage.engine.say("The last one.")
    stage.wait_told("spoke")

    assert len(stage.started) == 6
    assert stage.speaking() == []
    assert stage.told == ["spoke"]


def test_of_phrases_that_come_at_once_the_last_is_said(stage: Stage) -> None:
    """The others end as soon as they begin."""
    stage.begin()
    stage.install(FOR_EVER)
    for number in range(1, 6):
        stage.engine.say(f"Phrase {number}.")
    stage.wait(lambda: stage.started[-1:] == [PLAIN + "Phrase 5."])

    assert stage.speaking() == stage.processes()[-1:]


def test_a_phrase_that_is_stopped_before_it_begins_ends_as_soon_as_it_does(stage: Stage) -> None:
    """The shell was told already; what comes after it is said."""
    stage.begin()
    stage.install(f'case "$*" in *Hold*) {FOR_EVER} ;; esac')
    stage.engine.say("Hold.")
    stage.engine.stop()
    stage.engine.say("Rest.")
    stage.wait_told("spoke")

    assert stage.speaking() == []
    assert stage.told == ["spoke"]


def test_stopping_ends_the_phrase(stage: Stage) -> None:
    """It is not told; there is nothing to tell."""
    stage.begin()
    stage.install(FOR_EVER)
    stage.engine.say("Hold.")
    stage.wait_started(1)
    stage.engine.stop()
    stage.engine.stop()
    stage.wait(lambda: not stage.speaking())

    assert stage.told == []


@pytest.mark.parametrize(
    "speaking",
    [
        "echo 'error: No such file or directory' >&2",
        "echo 'Error: The specified espeak-ng voice does not exist.' >&2; exit 1",
        "exit 1",
        "kill -9 $$",
    ],
)
def test_a_phrase_that_was_not_heard_is_told_and_the_next_is_tried(
    stage: Stage, speaking: str
) -> None:
    """Without a sound server the program complains, and ends as if all were well."""
    stage.begin()
    stage.install(speaking)
    stage.engine.say("Hold.")
    stage.wait_told("stumbled")
    stage.install()
    stage.engine.say("Rest.")
    stage.wait_told("spoke")

    assert stage.told == ["stumbled", "spoke"]


def test_grumbling_is_not_failing(stage: Stage) -> None:
    """The sound library grumbles of its own accord."""
    stage.begin()
    stage.install("echo 'ALSA lib conf.c: error: nothing' >&2")
    stage.engine.say("Hold.")
    stage.wait_told("spoke")

    assert stage.told == ["spoke"]


def test_a_phrase_that_hangs_is_ended_and_told(stage: Stage) -> None:
    """So it does when the sound server hangs."""
    stage.begin()
    stage.install(FOR_EVER)
    stage.engine.say("Hold.")
    stage.wait_started(1)
    assert stage.engine._limit.isActive()
    stage.engine._limit.stop()
    stage.engine._limit.timeout.emit()
    stage.wait(lambda: not stage.speaking())
    stage.install()
    stage.engine.say("Rest.")
    stage.wait_told("spoke")

    assert [told for told in stage.told if isinstance(told, str)] == ["stumbled", "spoke"]


def test_a_shell_that_was_killed_is_told_and_replaced(stage: Stage) -> None:
    """What it was running goes with it."""
    stage.begin()
    stage.install(FOR_EVER)
    stage.engine.say("Hold.")
    stage.wait_started(1)
    os.kill(stage.shell(), signal.SIGKILL)
    stage.wait_told("stumbled")
    stage.wait(lambda: not stage.speaking())
    stage.install()
    stage.engine.say("Rest.")
    stage.wait_told("spoke")


def test_a_system_without_a_shell_is_told_at_each_phrase(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is none to be had."""
    monkeypatch.setattr("hipstretch.services.speech.phrase_shell.SHELL", "/nowhere/sh")
    stage.engine.start()
    stage.wait_told("stumbled")
    stage.engine.say("Hold.")
    stage.wait(lambda: stage.told == ["stumbled"] * 2)


def test_a_program_that_vanished_is_told_at_each_phrase(stage: Stage) -> None:
    """It may be just being updated."""
    stage.begin()
    stage.program.unlink()
    stage.engine.say("Hold.")
    stage.wait_told("stumbled")
    stage.install()
    stage.engine.say("Rest.")
    stage.wait_told("spoke")


@pytest.mark.parametrize("listing", [":", "exit 1", "echo Pty"])
def test_a_program_without_voices_is_no_engine(stage: Stage, listing: str) -> None:
    """Its data may not be installed."""
    stage.install(listing=listing)
    stage.engine.start()
    stage.wait_told(Trouble.NO_VOICE_ENGINE)

    assert stage.told == [Trouble.NO_VOICE_ENGINE]


def test_voices_are_told_again_to_who_asks_later(stage: Stage) -> None:
    """And not before they are known."""
    stage.engine.start()
    stage.engine.ask_voices()
    assert stage.told == []

    stage.wait_told((BRITISH, AMERICAN))
    stage.engine.ask_voices()
    assert stage.told == [(BRITISH, AMERICAN)] * 2


def test_closing_leaves_no_process_and_no_engine_behind(
    stage: Stage, qapp: QCoreApplication
) -> None:
    """Not the phrase either, and at once: the window may be about to go."""
    stage.begin()
    stage.install(FOR_EVER)
    stage.engine.say("Hold.")
    stage.wait_started(1)
    shell, engine = stage.shell(), stage.engine
    stage.engine = Espeak("en-GB", str(stage.program))
    engine.close()
    assert not is_alive(shell)
    stage.wait(lambda: not stage.speaking())

    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert stage.told == []
    assert not shiboken6.isValid(engine)


def test_closing_ends_a_listing_too(stage: Stage) -> None:
    """The page that asked for it may be gone."""
    stage.install(listing=FOR_EVER)
    stage.engine.start()
    shell = stage.shell()
    stage.engine.close()
    stage.engine = Espeak("en-GB", str(stage.program))

    assert not is_alive(shell)
    assert stage.told == []


def test_a_shell_that_was_left_tells_nothing(qapp: QCoreApplication) -> None:
    """What it has printed until then may still come."""
    del qapp
    told: list[str] = []
    shell = PhraseShell("espeak-ng", "en")
    shell.listed.connect(told.append)
    shell.leave()
    shell._take(["@listed"])

    assert told == []
