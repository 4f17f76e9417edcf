from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.settings import Appearance, Settings
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.settings_file import SettingsFile

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings lie."""
    return tmp_path / "home" / "settings.json"


def _keeper(path: Path) -> tuple[SettingsKeeper, list[Settings], list[str]]:
    """A keeper with what it tells."""
    keeper = SettingsKeeper(SettingsFile(path))
    changed: list[Settings] = []
    failures: list[str] = []
    keeper.changed.connect(changed.append)
    keeper.saving_failed.connect(failures.append)
    return keeper, changed, failures


def test_at_first_the_defaults_are_in_force(path: Path) -> None:
    """Without a file there is no problem, and none is made by looking."""
    keeper, _, _ = _keeper(path)

    assert keeper.settings == Settings()
    assert keeper.problem == ""
    assert not path.exists()


def test_a_change_is_told_and_saved_at_once(path: Path) -> None:
    """The next start finds it."""
    keeper, changed, failures = _keeper(path)
    dark = Settings(appearance=Appearance.DARK, text_size=130)

    keeper.change(dark)

    assert (keeper.settings, changed, failures) == (dark, [dark], [])
    assert SettingsFile(path).load() == dark


def test_what_is_in_force_already_is_no_change(path: Path) -> None:
    """Nothing is told, nothing written."""
    keeper, changed, _ = _keeper(path)

    keeper.change(Settings())

    assert changed == []
    assert not path.exists()


def test_what_a_page_changes_of_the_person_is_kept(path: Path) -> None:
    """The person's four settings change, the others stay."""
    keeper, changed, _ = _keeper(path)
    keeper.change(Settings(text_size=115))
    person = Person(Affected.LEFT, Side.LEFT, extra_rep=True, breath=4.5)

    keeper.change_person(person)

    assert keeper.settings.person == person
    assert keeper.settings.text_size == 115
    assert len(changed) == 2
    assert SettingsFile(path).load().person == person


def test_settings_that_cannot_be_saved_are_in_force_all_the_same(path: Path) -> None:
    """A file in the place of the folder is said, each time it matters."""
    path.parent.write_text("a file", encoding="utf-8")
    keeper, changed, failures = _keeper(path)

    keeper.change(Settings(text_size=115))
    keeper.change(Settings(text_size=130))

    assert keeper.settings.text_size == 130
    assert len(changed) == len(failures) == 2
    assert path.parent.read_text(encoding="utf-8") == "a file"


def test_a_file_with_a_fault_is_told(path: Path) -> None:
    """What of it cannot be used has its default, and the keeper says so."""
    path.parent.mkdir()
    path.write_text('{"text_size": 7, "reduced_motion": true}', encoding="utf-8")

    keeper, _, _ = _keeper(path)

    assert keeper.settings == Settings(reduced_motion=True)
    assert "text_size" in keeper.problem
