"""A D-Bus bus of the test's own, with services that python-dbusmock plays on it."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from jeepney import DBusAddress, Message, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection
from jeepney.wrappers import unwrap_msg

_PYTHON = "/usr/bin/python3"
_PATIENCE = 10.0
_CONFIGURATION = """\
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
"""Of the usual one all but the services that the machine would start by itself."""


def require_bus(*programs: str, mock: bool = False) -> None:
    """Skip where a bus and `programs` are a luxury, fail where they are required."""
    missing = [name for name in ("dbus-daemon", *programs) if shutil.which(name) is None]
    if mock and subprocess.run([_PYTHON, "-c", "import dbusmock"], check=False).returncode:
        missing.append("python3-dbusmock")
    if missing and os.environ.get("HIPSTRETCH_TEST_SERVERS") == "required":
        pytest.fail(f"not installed: {', '.join(missing)}")
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")


@dataclass(frozen=True)
class Server:
    """A process that serves the test."""

    process: subprocess.Popen[bytes]

    def freeze(self) -> None:
        """Let it hang: it takes what is sent and answers nothing."""
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self.process.send_signal(signal.SIGCONT)

    def kill(self) -> None:
        """End it as a crash does, also where it hangs."""
        self.process.kill()
        self.process.wait(timeout=_PATIENCE)


class SessionBus:
    """A private bus; it stands for the person's bus and for the machine's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = f"unix:path={folder / 'bus'}"
        self.environment = {
            **os.environ,
            "DBUS_SESSION_BUS_ADDRESS": self.address,
            "DBUS_SYSTEM_BUS_ADDRESS": self.address,
        }
        self.daemon: Server
        self._servers: list[Server] = []

    @classmethod
    @contextlib.contextmanager
    def running(cls, folder: Path) -> Iterator[SessionBus]:
        """A bus that is running while the block does."""
        bus = cls(folder)
        bus.start()
        try:
            yield bus
        finally:
            bus.stop()

    def lend(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let the test's own process find it as the person's and as the machine's."""
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", self.address)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", self.address)

    def start(self) -> None:
        """Start the bus and wait until it answers; also again after it was killed."""
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / "bus").unlink(missing_ok=True)
        configuration = self.folder / "bus.conf"
        configuration.write_text(
            _CONFIGURATION.format(socket=self.folder / "bus"), encoding="utf-8"
        )
        self.daemon = self._run("dbus-daemon", "--nofork", f"--config-file={configuration}")
        self._wait_until_it_listens()

    def start_mock(self, name: str, path: str, interface: str) -> Server:
        """Start a service that has nothing yet but a name; methods come by `ask`."""
        mock = self._run(_PYTHON, "-m", "dbusmock", name, path, interface)
        self.wait_for(name)
        return mock

    def start_template(self, template: str | Path, name: str) -> Server:
        """Start a service from a template of python-dbusmock or from one's own; it has `name`."""
        mock = self._run(_PYTHON, "-m", "dbusmock", "--template", str(template))
        self.wait_for(name)
        return mock

    def stop(self) -> None:
        """End all that was started here."""
        while self._servers:
            self._servers.pop().kill()

    def ask(
        self,
        address: DBusAddress,
        member: str,
        signature: str | None = None,
        body: tuple[object, ...] = (),
    ) -> tuple[object, ...]:
        """Call a method as somebody else on the bus; raises DBusErrorResponse."""
        return self._ask(new_method_call(address, member, signature, body))

    def has(self, name: str) -> bool:
        """Whether somebody on the bus has that name."""
        return bool(self._ask(message_bus.NameHasOwner(name))[0])

    def names(self) -> list[str]:
        """The names that are taken, without the numbers."""
        (names,) = self._ask(message_bus.ListNames())
        assert isinstance(names, list)
        return sorted(name for name in names if not name.startswith(":"))

    def wait_for(self, name: str) -> None:
        """Wait until somebody has that name."""
        until = time.monotonic() + _PATIENCE
        while not self.has(name):
            if time.monotonic() > until:
                pytest.fail(f"{name} does not come, see {self.folder / 'servers.log'}")
            time.sleep(0.02)

    def _ask(self, message: Message) -> tuple[object, ...]:
        """Send a call on a connection of its own and wait for the reply."""
        with open_dbus_connection(self.address) as connection:
            reply: tuple[object, ...] = unwrap_msg(
                connection.send_and_get_reply(message, timeout=_PATIENCE)
            )
        return reply

    def _run(self, *command: str) -> Server:
        """Start a server; what it says is written into a file beside the bus."""
        with (self.folder / "servers.log").open("ab") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)
        server = Server(process)
        self._servers.append(server)
        return server

    def _wait_until_it_listens(self) -> None:
        """Wait until the bus takes connections."""
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            try:
                self.names()
            except OSError:
                time.sleep(0.01)
            else:
                return
        pytest.fail(f"the bus does not answer, see {self.folder / 'servers.log'}")
