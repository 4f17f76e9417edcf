"""Measures the program hidden in the tray: memory against a bare Qt window, CPU and wake-ups.

Usage: python tests/bench/bench_tray.py [--seconds 60]

Both programs run on one private Xvfb with a private session bus; the program is started hidden, as
at the login, with reminders on.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from processes import BARE, cpu_seconds, status, switches, welcomed

MEMORY_BUDGET, CPU_BUDGET, WAKES_BUDGET = 1.6, 0.02, 0.2
_ROOT = Path(__file__).resolve().parents[2]
_SETTLED_AFTER = 8.0
"""Seconds after which a start has settled."""


def _start(command: list[str], environment: dict[str, str]) -> subprocess.Popen[bytes]:
    """Start a program and let it settle."""
    process = subprocess.Popen(command, env=environment, cwd=_ROOT)
    time.sleep(_SETTLED_AFTER)
    if process.poll() is not None:
        sys.exit(f"{command} ended with {process.returncode}")
    return process


def _measure(environment: dict[str, str], seconds: float) -> None:
    """Take the figures and print them."""
    bare = _start([sys.executable, "-c", BARE], environment)
    bare_resident = status(bare.pid, "VmRSS") / 1024
    bare.kill()
    bare.wait()
    hidden = _start([sys.executable, "-m", "hipstretch", "--hidden"], environment)
    cpu, woken = cpu_seconds(hidden.pid), switches(hidden.pid)
    time.sleep(seconds)
    used, awake = cpu_seconds(hidden.pid) - cpu, switches(hidden.pid)
    resident = status(hidden.pid, "VmRSS") / 1024
    wakes = sum(count - woken.get(thread, 0) for thread, count in awake.items()) / seconds
    hidden.kill()
    hidden.wait()
    print(f"resident: bare {bare_resident:.0f} MiB, hidden {resident:.0f} MiB, ", end="")
    print(f"ratio {resident / bare_resident:.2f} (budget {MEMORY_BUDGET})")
    print(f"{seconds:.0f} s hidden: {used:.3f} s CPU (budget {CPU_BUDGET}), ", end="")
    print(f"{wakes:.2f} wake-ups a second (budget {WAKES_BUDGET})")


def main() -> None:
    """Start a screen and a bus, measure, and end them."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    read, write = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    display = f":{os.read(read, 16).decode().strip()}"
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert bus.stdout is not None
    try:
        with tempfile.TemporaryDirectory() as home:
            welcomed(f"{home}/own")
            environment = {**os.environ, "DISPLAY": display, "HOME": home}
            environment |= {"HIPSTRETCH_HOME": f"{home}/own", "XDG_RUNTIME_DIR": home}
            environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
            environment.pop("QT_QPA_PLATFORM", None)
            _measure(environment, options.seconds)
    finally:
        for server in (bus, screen):
            server.kill()
            server.wait()


if __name__ == "__main__":
    main()
