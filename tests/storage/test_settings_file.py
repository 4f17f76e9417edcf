from __future__ import annotations

import json
from pathlib import Path

import pytest

from hipstretch.core.person import Affected, Side
from hipstretch.core.settings import Appearance, Settings
from hipstretch.storage.settings_file import SettingsFile

DARK = Settings(appearance=Appearance.DARK, affected_side=Affected.LEFT, first_side=Side.LEFT)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings lie; the folder is there, the file is not."""
    return tmp_path / "settings.json"


def test_without_a_file_all_is_as_it_comes(path: Path) -> None:
    """And nothing is written until something is changed."""
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert (file.problem, path.exists()) == ("", False)


def test_what_was_saved_is_loaded(path: Path) -> None:
    """By another run of the program."""
    SettingsFile(path).save(DARK)
    file = SettingsFile(path)
    assert (file.load(), file.problem) == (DARK, "")


def test_values_of_a_newer_program_stay(path: Path) -> None:
    """An older one does not throw them away, whether it loaded them or not."""
    for loads_first in (True, False):
        path.write_text('{"appearance": "light", "mood": "calm"}')
        file = SettingsFile(path)
        if loads_first:
            assert file.load().appearance is Appearance.LIGHT
        file.save(DARK)
        saved = json.loads(path.read_text())
        assert (saved["mood"], saved["appearance"]) == ("calm", "dark")


def test_a_value_out_of_bounds_counts_as_its_default(path: Path) -> None:
    """The others are used, and the problem names the setting."""
    path.write_text('{"breath": 900, "text_size": 130}')
    file = SettingsFile(path)
    assert file.load() == Settings(text_size=130)
    assert file.problem.startswith(f"{path}: breath: expected 2 to 20 seconds")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"{", id="torn"),
        pytest.param(b"[1]", id="a list"),
        pytest.param(b"null", id="nothing"),
        pytest.param(b"\xff\xfe{\x00}\x00", id="not UTF-8"),
        pytest.param(b"[" * 100_000, id="nested too deeply"),
    ],
)
def test_a_file_that_is_no_settings_is_set_aside(path: Path, data: bytes) -> None:
    """The defaults count, the problem is told, and saving keeps the file under another name."""
    path.write_bytes(data)
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert str(path) in file.problem
    file.save(DARK)
    aside = path.with_name("settings.unreadable.json")
    assert aside.read_bytes() == data
    assert SettingsFile(path).load() == DARK
    file.save(Settings())
    assert sorted(path.parent.iterdir()) == [path, aside]


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    """It cannot be read, and it is set aside as well."""
    path.mkdir()
    file = SettingsFile(path)
    assert file.load() == Settings()
    assert file.problem
    file.save(DARK)
    assert path.with_name("settings.unreadable.json").is_dir()
    assert SettingsFile(path).load() == DARK


def test_saving_that_fails_is_told(tmp_path: Path) -> None:
    """Where a file lies in the place of the folder."""
    (tmp_path / "file").touch()
    with pytest.raises(OSError, match="file"):
        SettingsFile(tmp_path / "file" / "settings.json").save(DARK)
