"""The system's voice, heard by a recorder on a real sound server."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hipstretch.core.ports import Trouble
from tests.system.conftest import wait_until
from tests.system.sound_server import Recording, SoundServer, heard, require_sound_server
from tests.system.written import Line

pytestmark = pytest.mark.system

_ROOT = Path(__file__).parents[2]
LONG = "Lie on your back with both knees bent, breathe slowly, and let the hip grow heavy."
SHORT = "Switch to the left."
LONGEST_SHORT = 2.0
"""Seconds within which the short phrase is over, and the long one is not."""
SOON = 0.3
"""Seconds after which a phrase is heard."""
AT_ONCE = 0.15
"""Seconds after which a voice that was stopped is not heard any more."""
LONGEST_GAP = 0.05
"""Seconds that the window may stand still."""
ATTEMPTS = 3
BLUR = 0.03
"""Seconds by which the recorder's clock may be wrong."""
DISPATCHER, ESPEAK = "speech-dispatcher", "espeak-ng"


class Child:
    """A program that speaks; it finds those engines only that it is given."""

    def __init__(self, server: SoundServer, *engines: str) -> None:
        programs = server.folder / "bin"
        programs.mkdir(exist_ok=True)
        for name in engines:
            program = shutil.which(name)
            assert program is not None
            (programs / name).unlink(missing_ok=True)
            (programs / name).symlink_to(program)
        self._lines: list[Line] = []
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.system.speaking_child"],
            env={**server.environment, "PATH": str(programs)},
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def act(self, command: str) -> float:
        """Have it do something; returns when it did."""
        assert self.process.stdin is not None
        what = command.partition(" ")[0]
        before = len(self.lines(what))
        self.process.stdin.write(command + "\n")
        self.process.stdin.flush()
        wait_until(lambda: len(self.lines(what)) > before, command)
        return self.lines(what)[before].at

    def make(self) -> float:
        """Have the speaker made, and ready to speak: its voices are known then."""
        at = self.act("make")
        self.act("voices")
        wait_until(lambda: self.lines("found"), "the voices")
        self.stillness()
        return at

    def lines(self, what: str) -> list[Line]:
        """What it has written of a kind."""
        return [line for line in list(self._lines) if line.what == what]

    @property
    def troubles(self) -> list[object]:
        """What it has reported."""
        return [line.which for line in self.lines("trouble")]

    def stillness(self) -> float:
        """For how long its event loop stood still at most since this was last asked."""
        self.act("stillness")
        longest = self.lines("stillness")[-1].which
        assert isinstance(longest, float)
        return longest

    def end(self) -> None:
        """Have it end as a program does."""
        self.act("close")
        self.act("end")
        assert self.process.wait(timeout=20) == 0

    def kill(self) -> None:
        """End it whatever it does."""
        self.process.kill()
        self.process.wait(timeout=10)
        self._reader.join(timeout=10)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            with contextlib.suppress(BrokenPipeError):
                pipe.close()

    def _read(self) -> None:
        """Keep what it writes."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.append(Line.read(line))


class Stage:
    """A sound server, and what starts programs that speak."""

    def __init__(self, server: SoundServer) -> None:
        self.server = server
        self.children: list[Child] = []

    def child(self, *engines: str) -> Child:
        """A program that speaks with these engines."""
        self.children.append(Child(self.server, *engines))
        return self.children[-1]

    def record(self) -> contextlib.AbstractContextManager[Recording]:
        """Record what is heard."""
        return self.server.record(self.server.folder / "heard.wav")

    def dispatchers(self) -> list[int]:
        """The processes of speech-dispatcher that were started here: its own and its modules'."""
        mine = f"XDG_RUNTIME_DIR={self.server.folder}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it may just have ended, or be somebody else's
                name = (process / "comm").read_text(encoding="utf-8")
                variables = (process / "environ").read_bytes().split(b"\0")
                if name.startswith(("speech-dispatch", "sd_")) and mine in variables:
                    found.append(int(process.name))
        return found

    def configure(self, text: str) -> None:
        """Give speech-dispatcher its settings."""
        folder = self.server.folder / "config" / "speech-dispatcher"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "speechd.conf").write_text(text, encoding="ascii")

    def kill_dispatcher(self) -> None:
        """End speech-dispatcher and its modules, as a crash does."""
        for process in self.dispatchers():
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """A sound server of the test's own, and nothing that speaks yet."""
    require_sound_server()
    missing = [name for name in (DISPATCHER, ESPEAK) if shutil.which(name) is None]
    if missing and os.environ.get("HIPSTRETCH_TEST_SERVERS") == "required":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    monkeypatch.delenv("SPEECHD_ADDRESS", raising=False)
    server = SoundServer(tmp_path / "s")
    server.start()
    one = Stage(server)
    yield one
    for child in one.children:
        child.kill()
    one.kill_dispatcher()
    server.kill()


def wait(seconds: float) -> None:
    """Let the person listen."""
    time.sleep(seconds)


def after(recording: Recording, at: float) -> list[tuple[float, float]]:
    """What is heard after a moment: start and end of each sound, in seconds after it."""
    return [(start - at, end - at) for start, end in heard(recording) if end > at + BLUR]


@pytest.mark.parametrize("engine", [DISPATCHER, ESPEAK])
def test_each_phrase_is_heard_in_its_time(stage: Stage, engine: str) -> None:
    """Phrases at given moments: each is heard soon after its own, and over before the next."""
    child = stage.child(engine)
    child.make()
    with stage.record() as recording:
        moments = []
        for _ in range(3):
            moments.append(child.act(f"say {SHORT}"))
            wait(LONGEST_SHORT)

    for at in moments:
        inside = [span for span in after(recording, at) if span[0] < LONGEST_SHORT]
        assert -BLUR < inside[0][0] < SOON
        assert inside[-1][1] < LONGEST_SHORT
    assert child.stillness() < LONGEST_GAP
    assert child.troubles == []


@pytest.mark.parametrize("engine", [DISPATCHER, ESPEAK])
def test_a_phrase_cuts_the_one_before(stage: Stage, engine: str) -> None:
    """A long one is neither heard to its end nor before the next: the next is over in its time."""
    child = stage.child(engine)
    child.make()
    with stage.record() as recording:
        moments = []
        for _ in range(2):
            child.act(f"say {LONG}")
            wait(1.2)
            moments.append(child.act(f"say {SHORT}"))
            wait(LONGEST_SHORT)

    for at in moments:
        inside = [span for span in after(recording, at) if span[0] < LONGEST_SHORT]
        assert inside[0][0] < SOON
        assert inside[-1][1] < LONGEST_SHORT
    assert child.stillness() < LONGEST_GAP


@pytest.mark.parametrize("engine", [DISPATCHER, ESPEAK])
def test_stopping_is_silence_at_once(stage: Stage, engine: str) -> None:
    """Wherever in a phrase it comes, nothing is heard after it; once it may take a bit longer."""
    child = stage.child(engine)
    child.make()
    with stage.record() as recording:
        moments = []
        for second in (0.3, 0.9, 1.7):
            said = child.act(f"say {LONG}")
            wait(second)
            moments.append((said, child.act("stop")))
            wait(1.0)

    late = []
    for said, stopped in moments:
        spoken = [span for span in after(recording, said) if span[0] < stopped - said + 1.0]
        assert spoken[0][0] < SOON
        late.append(spoken[-1][1] - (stopped - said))
    assert statistics.median(late) < AT_ONCE
    assert max(late) < 2 * AT_ONCE


def test_the_first_phrase_starts_the_server_and_is_soon_heard(stage: Stage) -> None:
    """It waits neither for the session's second phrase nor for thousands of voices."""
    child = stage.child(DISPATCHER)
    with stage.record() as recording:
        at = child.act("make")
        child.act(f"say {SHORT}")
        wait(4.0)

    assert after(recording, at)[0][0] < 2.0


@pytest.mark.parametrize("engine", [DISPATCHER, ESPEAK])
def test_the_window_does_not_stand_still(stage: Stage, engine: str) -> None:
    """While an engine is made, speaks, is lost and speaks again.

    There are some attempts: on a busy machine whoever starts a process may wait for it.
    """

    def longest() -> float:
        """For how long it stood still."""
        child = stage.child(engine)
        child.act("make")
        child.act(f"say {LONG}")
        wait(1.5)
        stage.kill_dispatcher()
        wait(0.2)
        child.act(f"say {SHORT}")
        wait(1.5)
        return child.stillness()

    assert any(longest() < LONGEST_GAP for _ in range(ATTEMPTS))


def test_only_the_own_voice_is_stopped(stage: Stage) -> None:
    """A screen reader that speaks through the same server goes on."""
    child = stage.child(DISPATCHER)
    child.make()
    child.act(f"say {SHORT}")
    wait(0.5)
    with stage.record() as recording:
        at = time.monotonic()
        reader = subprocess.Popen(["spd-say", "--wait", LONG], env=stage.server.environment)
        wait(1.0)
        child.act("stop")
        child.act("close")
        assert reader.wait(timeout=20) == 0

    assert max(end for _, end in after(recording, at)) > 3.0


def test_a_killed_server_is_reported_once_and_speaks_again(stage: Stage) -> None:
    """The next phrase starts it anew; the ones after that are as if nothing had been."""
    child = stage.child(DISPATCHER)
    child.make()
    child.act(f"say {LONG}")
    wait(0.7)
    stage.kill_dispatcher()
    wait_until(lambda: child.troubles, "the report")
    with stage.record() as recording:
        anew = child.act(f"say {SHORT}")
        wait(4.0)
        again = child.act(f"say {SHORT}")
        wait(LONGEST_SHORT)

    assert after(recording, anew)[0][0] < 2.0
    assert after(recording, again)[0][0] < SOON
    assert child.troubles == [Trouble.VOICE_FAILED]


def test_a_server_without_a_voice_is_passed_over(stage: Stage) -> None:
    """Its recorded complaint is never heard; the other engine says the phrase, and no more."""
    stage.configure('AddModule "dummy" "sd_dummy" ""\n')
    child = stage.child(DISPATCHER, ESPEAK)
    with stage.record() as recording:
        at = child.act("make")
        child.act(f"say {SHORT}")
        wait(1.5)
        started = stage.dispatchers()  # left alone it goes by itself, after five seconds
        wait(3.5)

    spoken = after(recording, at)
    assert started
    assert spoken[0][0] < 2.0
    assert spoken[-1][1] - spoken[0][0] < LONGEST_SHORT
    assert child.troubles == []


def test_without_any_engine_it_is_said_once(stage: Stage) -> None:
    """At the first phrase; the rest is silence."""
    child = stage.child()
    child.act("make")
    with stage.record() as recording:
        child.act(f"say {SHORT}")
        child.act(f"say {SHORT}")
        wait(0.5)

    assert child.troubles == [Trouble.NO_VOICE_ENGINE]
    assert heard(recording) == []


@pytest.mark.parametrize("engines", [(ESPEAK,), (DISPATCHER, ESPEAK)])
def test_a_sound_server_that_comes_back_is_heard_again(
    stage: Stage, engines: tuple[str, ...]
) -> None:
    """It is killed in the middle of a phrase; while it is away, phrases fail in silence."""
    child = stage.child(*engines)
    child.make()
    child.act(f"say {LONG}")
    wait(0.7)
    stage.server.kill()
    for _ in range(4):
        child.act(f"say {SHORT}")
        wait(1.2)
    stage.server.start()
    with stage.record() as recording:
        child.act(f"say {SHORT}")
        wait(4.0)
        at = child.act(f"say {SHORT}")
        wait(LONGEST_SHORT)

    assert after(recording, at)[0][0] < SOON
    assert child.troubles == [Trouble.VOICE_FAILED]
    assert child.stillness() < LONGEST_GAP


def test_a_sound_server_that_hangs_piles_nothing_up(stage: Stage) -> None:
    """Each phrase ends the one that hangs; when the server goes on, the latest is heard alone."""
    child = stage.child(ESPEAK)
    child.make()
    stage.server.freeze()
    for _ in range(5):
        child.act(f"say {LONG}")
        wait(0.2)
    tasks = Path(f"/proc/{child.process.pid}/task")
    children = [task.joinpath("children").read_text().split() for task in tasks.iterdir()]
    stage.server.thaw()
    with stage.record() as recording:
        at = child.act(f"say {SHORT}")
        wait(LONGEST_SHORT)

    assert len([pid for pids in children for pid in pids]) == 1
    assert after(recording, at)[-1][1] < LONGEST_SHORT
    assert child.stillness() < LONGEST_GAP


@pytest.mark.parametrize("engine", [DISPATCHER, ESPEAK])
def test_the_pace_is_heard(stage: Stage, engine: str) -> None:
    """The slow voice takes longer than the usual one, and that longer than the fast one."""
    child = stage.child(engine)
    child.make()
    moments = []
    with stage.record() as recording:
        for pace in ("slow", "usual", "fast"):
            child.act(f"pace {pace}")
            moments.append(child.act(f"say {SHORT}"))
            wait(LONGEST_SHORT)

    sounds = [after(recording, at) for at in moments]
    slow, usual, fast = (max(e for s, e in sound if s < LONGEST_SHORT) for sound in sounds)
    assert slow > usual * 1.1
    assert usual > fast * 1.1


def test_both_engines_offer_the_same_voices(stage: Stage) -> None:
    """A handful, the own country's first: a choice outlives the loss of an engine."""
    names = []
    for engine in (DISPATCHER, ESPEAK):
        child = stage.child(engine)
        child.make()
        names.append(child.lines("found")[0].which)
        child.end()
        (stage.server.folder / "bin" / engine).unlink()
    through, alone = names

    assert isinstance(through, list)
    assert isinstance(alone, list)
    assert through[0] == alone[0] == "English (Great Britain)"
    assert sorted(through) == sorted(alone)
    assert len(through) < 20


def test_a_chosen_voice_is_heard_and_an_unknown_one_is_the_own(stage: Stage) -> None:
    """Each voice says the same phrase with a loudness of its own, and always the same."""
    child = stage.child(ESPEAK)
    child.make()
    moments = []
    with stage.record() as recording:
        for name in ("", "English (America)", "Hazel", "English (America)", ""):
            child.act(f"voice {name}")
            moments.append(child.act(f"say {SHORT}"))
            wait(LONGEST_SHORT)

    sounds = [recording.between(at, at + LONGEST_SHORT) for at in moments]
    own, american, unknown, american_again, own_again = (sum(map(abs, it)) for it in sounds)
    assert unknown == pytest.approx(own, rel=0.02)
    assert own_again == pytest.approx(own, rel=0.02)
    assert american_again == pytest.approx(american, rel=0.02)
    assert american != pytest.approx(own, rel=0.02)


def test_the_server_takes_the_voices_that_are_chosen(stage: Stage) -> None:
    """By what it writes down of each phrase; without a choice it takes the language's own."""
    stage.configure('LogLevel 5\nLogDir "default"\n')
    child = stage.child(DISPATCHER)
    child.make()
    for name in ("", "English (America)", "Hazel"):
        child.act(f"voice {name}")
        child.act(f"say {SHORT}")
        wait(LONGEST_SHORT)

    log = stage.server.folder / "speech-dispatcher" / "log" / "speech-dispatcher.log"
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    set_for = [line.partition("=")[2] for line in lines if line.startswith("synthesis_voice=")]
    languages = {line for line in lines if line.startswith("language=")}
    assert list(dict.fromkeys(set_for)) == ["NULL", "English (America)", "English (Great Britain)"]
    assert languages == {"language=en-gb"}
