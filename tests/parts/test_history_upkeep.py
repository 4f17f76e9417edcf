from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.app import App
from hipstretch.core.plan import PlanChange
from hipstretch.storage.history import History
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.storage.settings_file import SettingsFile
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.flow.history_export import HistoryExport
from hipstretch.ui.pages.history import HistoryPage
from hipstretch.ui.pages.history_view import Export
from hipstretch.ui.pages.home import HomePage
from tests.qt.fake_clock import WALL, FakeClock
from tests.storage.history_examples import RECORD, all_rows, as_anybody, fill
from tests.storage.test_history_faults import needs_permissions, open_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from hipstretch.storage.database import Database

__all__ = ["open_folder"]  # a fixture

TODAY = WALL.date()


class Program:
    """The whole program on a folder of the test, without its desktop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        file = SettingsFile(folder / "settings.json")
        settings = file.load().with_value("welcomed", True).with_value("plan", ["core-steadier"])
        file.save(settings.with_value("reduced_motion", True))
        self.app = App(folder, FakeClock())

    @property
    def database(self) -> Database:
        """The history."""
        return self.app._stores.database

    @property
    def home(self) -> HomePage:
        """Home's page."""
        page = self.app.home._page
        assert isinstance(page, HomePage)
        return page

    @property
    def history(self) -> HistoryPage:
        """The History page, which is in sight."""
        page = self.app.window.page
        assert isinstance(page, HistoryPage)
        return page

    @property
    def has_strip(self) -> bool:
        """Whether Home shows the week."""
        strip = self.home._strip
        return strip is not None and strip.days.isVisible()

    def begin(self, qtbot: QtBot) -> None:
        """Open the window, until it is painted and all routines are known."""
        self.app.show()
        qtbot.waitUntil(lambda: self.app.window._is_painted and self.app.home._is_complete)
        qtbot.waitUntil(lambda: self.app.home._was_painted)

    def delete_all(self) -> None:
        """As the person does, on the page."""
        self.app.pages.show("history")
        self.history.delete_all.click()
        self.app.window.findChildren(CardDialog)[-1].dismiss(True)


@pytest.fixture
def program(qtbot: QtBot, tmp_path: Path) -> Iterator[Program]:
    """Somebody with a history and a plan."""
    program = Program(tmp_path / "own")
    qtbot.addWidget(program.app.window)
    fill(program.database)
    program.database.path.with_suffix(".copy").write_bytes(program.database.path.read_bytes())
    History(program.database).add(RECORD._replace(began_at=WALL, ended_at=WALL))
    yield program
    program.app.pages.close()


def test_all_history_is_deleted_and_comes_back_on_every_page(
    program: Program, qtbot: QtBot
) -> None:
    """Charts, Home's week and the flare-up day go and come; the plan is known in between, too."""
    program.begin(qtbot)
    assert program.has_strip
    before = all_rows(program.database)
    program.delete_all()
    assert program.history.empty.isVisible()
    assert program.app._stores.has_deleted
    plan = PlanChange(TODAY, frozenset({0, 2, 4}))
    assert program.app._stores.day_marks.plan_changes() == (plan,)
    program.app.pages.show("today")
    assert not program.has_strip
    program.app.window.toast._action.click()
    assert program.has_strip
    assert all_rows(program.database) == before
    assert not program.app._stores.has_deleted
    program.app.pages.show("history")
    assert len(program.history.sessions.list.items) == 2


def test_what_is_done_before_the_undo_stays(program: Program, qtbot: QtBot) -> None:
    """A session of the meantime is there beside the old ones."""
    program.begin(qtbot)
    program.delete_all()
    History(program.database).add(RECORD._replace(routine_name="Meanwhile", began_at=WALL))
    program.history.undo_requested.emit()
    names = [item.row.routine_name for item in program.history.sessions.list.items]
    assert sorted(names) == ["Meanwhile", "Mornings", "Mornings"]


def test_a_flare_up_day_goes_with_the_history(program: Program, qtbot: QtBot) -> None:
    """And comes back with it."""
    program.begin(qtbot)
    program.app._day.set_flare_up(is_on=True)
    program.delete_all()
    assert not program.app._day.is_flare_up
    program.app.window.toast._action.click()
    assert program.app._day.is_flare_up


def test_the_next_start_lets_go_of_what_was_deleted(program: Program, qtbot: QtBot) -> None:
    """Once the window is seen, and before anything is written."""
    HistoryBin(program.database).take_all()
    program.app.show()
    assert program.app._stores.has_deleted
    qtbot.waitUntil(lambda: not program.app._stores.has_deleted)
    assert not program.has_strip


def test_the_next_start_finishes_an_undo_that_was_cut_off(program: Program, qtbot: QtBot) -> None:
    """Home shows what came back."""
    HistoryBin(program.database).take_all()
    since = program.database.path.with_name("history.since.sqlite3")
    since.write_bytes(program.database.path.with_suffix(".copy").read_bytes())
    program.app.show()
    assert not program.has_strip
    qtbot.waitUntil(lambda: program.has_strip)
    assert HistoryReader(program.database).count() == 2


@needs_permissions
def test_what_cannot_be_let_go_is_told(qtbot: QtBot, open_folder: Path) -> None:
    """The person knows that it is still there."""
    program = Program(open_folder)
    qtbot.addWidget(program.app.window)
    fill(program.database)
    HistoryBin(program.database).take_all()
    open_folder.chmod(0o555)
    with as_anybody():
        program.app.pages.upkeep.let_go_of_deleted()
    told = "What was deleted is still on the disk. The history or its folder is protected."
    assert program.app.window.toast.text == told


def test_a_start_with_nothing_deleted_opens_no_bin(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It costs two looks at the folder."""

    def refuse(_bin: HistoryBin) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(HistoryBin, "empty", refuse)
    program.app.pages.upkeep.let_go_of_deleted()


@needs_permissions
def test_a_history_that_takes_nothing_is_told_on_home(
    qtbot: QtBot,
    open_folder: Path,
) -> None:
    """One that does, is not."""
    program = Program(open_folder)
    qtbot.addWidget(program.app.window)
    fill(program.database)
    program.app.pages.upkeep.tell_trouble()
    assert program.app.window.toast.text == ""
    program.database.path.chmod(0o444)
    with as_anybody():
        program.app.pages.upkeep.tell_trouble()
    assert program.app.window.toast.text == "New sessions cannot be saved now. History says why."


def test_the_end_of_the_program_leaves_no_half_file(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    """Whatever is being written then."""
    program.begin(qtbot)
    program.app.pages.show("history")
    out = tmp_path / "out"
    out.mkdir()
    with program.database.change() as rows:
        rows.executemany("INSERT INTO flare_up VALUES (?)", ((f"{n:08}",) for n in range(90_000)))
    export = program.app.pages.history.findChildren(HistoryExport)[0]
    export._choose = lambda _parent, _wanted: out / "history.json"
    program.history.export_requested.emit(Export.JSON)
    program.app.pages.close()
    assert list(out.iterdir()) == []
