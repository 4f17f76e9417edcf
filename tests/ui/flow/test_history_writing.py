from __future__ import annotations

from pathlib import Path
from threading import Event, get_ident
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from hipstretch.ui.flow.history_writing import HistoryWriting, IsWanted, Written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def writing(qapp: QApplication) -> Iterator[HistoryWriting]:
    """What writes on a thread of its own."""
    assert qapp is not None
    writing = HistoryWriting()
    yield writing
    writing.close()


def test_a_file_is_written_on_another_thread_and_told_on_this_one(
    writing: HistoryWriting, qtbot: QtBot, tmp_path: Path
) -> None:
    """Then the next one can come."""
    threads: list[int] = []

    def write(path: Path, is_wanted: IsWanted) -> None:
        threads.append(get_ident())
        assert is_wanted()
        path.touch()

    def note(_written: Written) -> None:
        threads.append(get_ident())

    writing.ended.connect(note)
    for name in ("one", "two"):
        with qtbot.waitSignal(writing.ended) as told:
            writing.start(write, tmp_path / name)
            assert writing.is_busy
        assert told.args == [Written(tmp_path / name)]
        assert not writing.is_busy
    assert threads[0] != get_ident() == threads[1]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "two"]


def test_two_at_once_are_refused(writing: HistoryWriting, qtbot: QtBot, tmp_path: Path) -> None:
    """The first goes on."""
    may_end = Event()

    def write(_path: Path, _is_wanted: IsWanted) -> None:
        may_end.wait(5)

    writing.start(write, tmp_path)
    with pytest.raises(RuntimeError):
        writing.start(write, tmp_path)
    with qtbot.waitSignal(writing.ended):
        may_end.set()


@pytest.mark.parametrize("error", [OSError("no room"), ValueError("a defect")])
def test_whatever_goes_wrong_is_told(
    writing: HistoryWriting, qtbot: QtBot, tmp_path: Path, error: Exception
) -> None:
    """It does not stay busy for ever."""

    def write(_path: Path, _is_wanted: IsWanted) -> None:
        raise error

    with qtbot.waitSignal(writing.ended) as told:
        writing.start(write, tmp_path)
    assert told.args == [Written(tmp_path, error)]
    assert not writing.is_busy


def test_the_programs_end_waits_until_the_thread_has_given_up(
    writing: HistoryWriting, qtbot: QtBot, tmp_path: Path
) -> None:
    """Nobody is told then."""
    steps: list[str] = []

    def write(_path: Path, is_wanted: IsWanted) -> None:
        steps.append("begun")
        while is_wanted():
            pass
        steps.append("given up")

    with qtbot.assertNotEmitted(writing.ended):
        writing.start(write, tmp_path)
        writing.close()
        assert steps == ["begun", "given up"]
        QApplication.processEvents()
    assert not writing.is_busy
