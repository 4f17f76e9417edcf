"""Starts and steers the program without a window that plays a routine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.system.session_bus import SessionBus

_ROOT = Path(__file__).parents[2]


class PlayerProcess:
    """The program in a process of its own."""

    def __init__(self, bus: SessionBus, folder: Path, pause: float = 300.0) -> None:
        self._log = (folder / "player.log").open("ab")
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.system.player_child", str(folder / "own"), str(pause)],
            env=bus.environment,
            cwd=_ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            text=True,
        )

    def tell(self, word: str) -> None:
        """Have it do something."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()

    def read(self) -> str:
        """What it says next."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def end(self) -> int:
        """Let it end by itself; returns its exit status."""
        self.tell("end")
        return self.process.wait(timeout=10)

    def kill(self) -> None:
        """End it as a crash does, and put its pipes away."""
        self.process.kill()
        self.process.wait(timeout=10)
        for pipe in (self.process.stdin, self.process.stdout, self._log):
            assert pipe is not None
            pipe.close()
