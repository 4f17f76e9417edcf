"""A sound server of the test's own, a recorder of all that is heard, and ears for the recording."""

from __future__ import annotations

import contextlib
import math
import os
import shutil
import signal
import subprocess
import threading
import time
import wave
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from operator import mul
from pathlib import Path

import pytest

RATE = 48000
"""Samples a second of a recording, those of the output: nothing is resampled on the way."""
FRAME = 0.005
"""Seconds between two looks of the ears."""
HEARD_FROM = 0.004
"""The level (root mean square, full scale is 1) from which something is heard."""
_NEEDED = ("pulseaudio", "parec", "pactl")
_PATIENCE = 10.0
_SINK = "ears"
_CHUNK = 65536


def require_sound_server() -> None:
    """Skip where PulseAudio is a luxury, fail where it is required."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing and os.environ.get("HIPSTRETCH_TEST_SERVERS") == "required":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@dataclass
class Recording:
    """What was heard: 16-bit samples of one channel, the first of them at `started`.

    `started` is in seconds of the monotonic clock: what came soonest after it was heard tells it.
    """

    rate: int = RATE
    started: float = math.inf
    samples: array[int] = field(default_factory=lambda: array("h"))
    _odd: bytes = b""

    def take(self, data: bytes, at: float) -> None:
        """Add what came in at a moment."""
        whole = self._odd + data
        even = len(whole) // 2 * 2
        self.samples.frombytes(whole[:even])
        self._odd = whole[even:]
        self.started = min(self.started, at - len(self.samples) / self.rate)

    @property
    def ended(self) -> float:
        """The moment of the last sample."""
        return self.started + len(self.samples) / self.rate

    def between(self, start: float, end: float) -> array[int]:
        """The samples between two moments, as far as there are any."""
        first = max(0, round((start - self.started) * self.rate))
        return self.samples[first : max(first, round((end - self.started) * self.rate))]

    def write(self, path: Path) -> None:
        """Keep it as a WAV file, for people to listen to."""
        with wave.open(str(path), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(self.rate)
            file.writeframes(self.samples.tobytes())


class SoundServer:
    """A private PulseAudio with one output that leads nowhere but to the recorder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_STATE_PATH": str(folder / "state"),
            "PULSE_CLIENTCONFIG": str(folder / "client.conf"),
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_SERVER": f"unix:{folder / 'native'}",
        }
        self.environment.pop("PULSE_SINK", None)
        self._process: subprocess.Popen[bytes] | None = None
        for name in ("", "config", "pulse", "state"):
            (folder / name).mkdir(parents=True, exist_ok=True, mode=0o700)

    def start(self) -> None:
        """Start the server and wait until it answers; also again after `kill`."""
        (self.folder / "client.conf").write_text("autospawn = no\n", encoding="ascii")
        without_bus = {**self.environment, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command(), env=without_bus, stdout=log, stderr=log
            )
        until = time.monotonic() + _PATIENCE
        while self.control("info").returncode:
            if time.monotonic() > until:
                pytest.fail(f"PulseAudio does not answer, see {self.folder / 'server.log'}")
            time.sleep(0.02)

    def kill(self) -> None:
        """End the server as a crash does: its socket stays behind, nobody is told."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(timeout=_PATIENCE)
            self._process = None

    def freeze(self) -> None:
        """Let the server hang: it takes what is sent and answers nothing."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let a frozen server go on."""
        self._signal(signal.SIGCONT)

    def control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Have `pactl` do something."""
        return subprocess.run(
            ["pactl", *arguments],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
        )

    def add_output(self, name: str) -> str:
        """Plug in an output; returns what `remove_output` takes."""
        return self.control("load-module", "module-null-sink", f"sink_name={name}").stdout.strip()

    def remove_output(self, module: str) -> None:
        """Unplug an output again."""
        self.control("unload-module", module)

    @contextlib.contextmanager
    def record(self, path: Path, output: str = _SINK) -> Iterator[Recording]:
        """Record what an output plays while the block runs; `path` gets the WAV at its end."""
        recording = Recording()
        recorder = subprocess.Popen(
            [
                *("parec", "--raw", f"--device={output}.monitor", "--latency-msec=10"),
                *(f"--rate={RATE}", "--channels=1", "--format=s16le"),
            ],
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        reader = threading.Thread(target=_read, args=(recorder, recording), daemon=True)
        reader.start()
        until = time.monotonic() + _PATIENCE
        while not recording.samples:
            if time.monotonic() > until:
                pytest.fail("the recorder hears nothing, not even silence")
            time.sleep(0.01)
        try:
            yield recording
        finally:
            recorder.kill()
            reader.join(timeout=_PATIENCE)
            recorder.wait(timeout=_PATIENCE)
            recording.write(path)

    def _command(self) -> list[str]:
        """The server's command line: no files of anyone's, one socket, one output."""
        socket = self.folder / "native"
        return [
            *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
            *("--high-priority=yes", "--realtime=no"),  # as far as it may; a desktop's has it too
            *("-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1"),
            *("-L", f"module-null-sink sink_name={_SINK} rate={RATE} channels=1"),
        ]

    def _signal(self, number: signal.Signals) -> None:
        """Send the server a signal."""
        assert self._process is not None
        self._process.send_signal(number)


def _read(recorder: subprocess.Popen[bytes], recording: Recording) -> None:
    """Hand on what the recorder hears, with the moment at which it came."""
    assert recorder.stdout is not None
    with recorder.stdout as pipe:
        while data := os.read(pipe.fileno(), _CHUNK):
            recording.take(data, time.monotonic())


def levels(recording: Recording) -> list[float]:
    """How loud each frame of `FRAME` seconds is: its root mean square, full scale is 1."""
    step = round(FRAME * recording.rate)
    samples = recording.samples
    frames = (samples[at : at + step] for at in range(0, len(samples) - step + 1, step))
    return [math.sqrt(sum(map(mul, frame, frame)) / step) / 32768 for frame in frames]


def heard(recording: Recording, silence: float = 0.1) -> list[tuple[float, float]]:
    """The stretches in which something is heard: start and end of each, in monotonic seconds.

    A silence shorter than `silence` seconds belongs to the stretch that it lies in.
    """
    loud = [at for at, level in enumerate(levels(recording)) if level >= HEARD_FROM]
    if not loud:
        return []
    gaps = [(left, right) for left, right in pairwise(loud) if (right - left) * FRAME > silence]
    starts = [loud[0], *(right for _, right in gaps)]
    ends = [*(left for left, _ in gaps), loud[-1]]
    began = recording.started
    return [
        (began + start * FRAME, began + (end + 1) * FRAME)
        for start, end in zip(starts, ends, strict=True)
    ]


def onsets(recording: Recording, silence: float = 0.1) -> list[float]:
    """The moments, in monotonic seconds, at which something begins after a silence."""
    return [start for start, _ in heard(recording, silence)]


def loudness_at(recording: Recording, hertz: float, start: float, seconds: float) -> float:
    """How loud one pitch is from a moment on: its amplitude, full scale is 1 (Goertzel)."""
    samples = recording.between(start, start + seconds)
    turn = 2 * math.cos(2 * math.pi * hertz / recording.rate)
    before = last = 0.0
    for sample in samples:
        before, last = last, sample + turn * last - before
    power = max(0.0, last * last + before * before - turn * last * before)
    return 2 * math.sqrt(power) / max(1, len(samples)) / 32768
