from __future__ import annotations

import gc
from threading import Thread
from typing import TYPE_CHECKING
from weakref import ref

import pytest

from hipstretch.qt.collector import Collector

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


class Ring:
    """Something that only a collection takes away."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def collector(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    """A collector that comes soon."""
    assert qapp is not None
    monkeypatch.setattr("hipstretch.qt.collector.EVERY_MS", 20)
    was_on = gc.isenabled()
    yield Collector()
    gc.unfreeze()
    if was_on:
        gc.enable()


@pytest.mark.usefixtures("collector")
def test_no_other_thread_collects() -> None:
    """However much it makes."""
    gone = ref(Ring())
    thread = Thread(target=lambda: [[] for _ in range(100_000)])
    thread.start()
    thread.join()
    assert gone() is not None
    assert not gc.isenabled()


@pytest.mark.usefixtures("collector")
def test_it_collects_by_itself(qtbot: QtBot) -> None:
    """On its own thread, after a while."""
    gone = ref(Ring())
    qtbot.waitUntil(lambda: gone() is None)
