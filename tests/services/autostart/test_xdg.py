from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from hipstretch.services.autostart import start_command
from hipstretch.services.autostart.macos import LaunchAgent
from hipstretch.services.autostart.xdg import AutostartEntry, autostart_folder

AWKWARD = ('/home/a b/"x" $1 `y` 5% \\z/python', "-m", "hipstretch", "--hidden")


def _exec_words(path: Path) -> list[str]:
    """The words that a desktop makes of an entry, read by GLib."""
    script = (
        "import gi,sys\nfrom gi.repository import Gio,GLib\n"
        "key=GLib.KeyFile.new(); key.load_from_file(sys.argv[1],0)\n"
        "line=key.get_string('Desktop Entry','Exec').replace('%%','%')\n"
        "print('\\n'.join(GLib.shell_parse_argv(line)[1]))"
    )
    done = subprocess.run(
        ["/usr/bin/python3", "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        pytest.skip("no GLib to read the entry with")
    return done.stdout.splitlines()


def test_the_switch_writes_and_removes_the_entry(tmp_path: Path) -> None:
    """In a folder that need not be there yet."""
    entry = AutostartEntry(("/opt/bin/hipstretch", "--hidden"), tmp_path / "autostart")
    assert not entry.is_on
    entry.switch(is_on=True)
    assert entry.is_on
    text = (tmp_path / "autostart/hipstretch.desktop").read_text()
    assert "Exec=/opt/bin/hipstretch --hidden\n" in text
    entry.switch(is_on=False)
    assert not entry.is_on
    entry.switch(is_on=False)


def test_every_path_survives_the_quoting(tmp_path: Path) -> None:
    """Spaces, quotes, dollars, backslashes and percent signs come back as they were."""
    AutostartEntry(AWKWARD, tmp_path).switch(is_on=True)
    assert _exec_words(tmp_path / "hipstretch.desktop") == [*AWKWARD]


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_switched_off_is_off(line: str, tmp_path: Path) -> None:
    """Desktops keep the entry and mark it."""
    path = tmp_path / "hipstretch.desktop"
    path.write_text(f"[Desktop Entry]\n{line}\n")
    assert not AutostartEntry(("hipstretch",), tmp_path).is_on


def test_the_folder_is_the_desktops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder counts as none, as the specification says."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert autostart_folder() == tmp_path / "autostart"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    assert autostart_folder() == Path.home() / ".config/autostart"


def test_the_command_starts_this_very_program(tmp_path: Path) -> None:
    """Its script where there is one, Python with the package otherwise, itself when frozen."""
    script = tmp_path / "hipstretch"
    script.touch()
    module = ("/usr/bin/python3", "-m", "hipstretch", "--hidden")
    python = "/usr/bin/python3"
    assert start_command(python, str(script), is_frozen=False) == (str(script), "--hidden")
    assert start_command(python, "-m", is_frozen=False) == module
    assert start_command(python, str(tmp_path / "gone/hipstretch"), is_frozen=False) == module
    assert start_command("/opt/HipStretch", "x", is_frozen=True) == ("/opt/HipStretch", "--hidden")


def test_a_launch_agent_is_written_and_removed(tmp_path: Path) -> None:
    """The same switch on macOS."""
    agent = LaunchAgent(("/opt/HipStretch", "--hidden"), tmp_path / "LaunchAgents")
    assert not agent.is_on
    agent.switch(is_on=True)
    assert agent.is_on
    agent.switch(is_on=False)
    assert not agent.is_on
