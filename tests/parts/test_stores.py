from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.breaks import Now
from hipstretch.core.person import Person
from hipstretch.core.session import Event, Session
from hipstretch.core.therapy import Kind, Means, Place, Therapy, Treatment
from hipstretch.core.therapy_day import Kept
from hipstretch.core.timeline import Timeline
from hipstretch.parts.stores import Stores
from tests.storage.history_examples import fill

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def stores(tmp_path: Path) -> Stores:
    """The files of somebody new."""
    return Stores(tmp_path / "own")


def test_somebody_new_has_no_files_and_gets_none_by_looking(stores: Stores) -> None:
    """Neither a session to go on with nor ice and heat."""
    assert stores.unfinished.find() is None
    assert not stores.has_therapy
    assert not stores.own_folder.exists()
    assert "running" not in stores.__dict__


def test_a_session_that_was_left_is_found_and_can_be_dropped(stores: Stores) -> None:
    """By the next run of the program."""
    entry = stores.library.find("one-minute-break")
    assert entry is not None
    routine = entry.routine
    assert routine is not None
    session, _ = Session.of(Timeline.of(routine, Person())).handle(Event.START, 10.0)
    stores.running.begin(routine)
    stores.running.save(routine, Person(), session, 20.0)
    later = Stores(stores.own_folder)
    found = later.unfinished.find()
    assert found is not None
    assert found.routine.id == "one-minute-break"
    later.unfinished.forget()
    assert Stores(stores.own_folder).unfinished.find() is None


def test_ice_that_runs_is_known_without_opening_it(stores: Stores) -> None:
    """By its file."""
    now = Now(0.0, datetime(2026, 5, 15, 14, 7, tzinfo=UTC))
    one = Treatment("i", Kind.ICE, Place.LOWER_BACK, Means.PACK, 600.0, 0.0)
    stores.own_folder.mkdir()
    stores.therapy_file("boot").save(Kept(Therapy(7200.0, (one,)), ()), now)
    assert stores.has_therapy


def test_the_bundled_routines_are_there(stores: Stores) -> None:
    """By their ids."""
    assert stores.has_routine("one-minute-break")
    assert not stores.has_routine("no-such-routine")


def test_what_was_deleted_and_not_let_go_is_known(stores: Stores) -> None:
    """Also an undo that was cut off; a history alone, or one kept aside, is nothing of it."""
    assert not stores.has_deleted
    fill(stores.database)
    stores.database.path.with_name("history.unreadable.sqlite3").touch()
    assert not stores.has_deleted
    stores.history_bin().take_all()
    assert stores.has_deleted
    stores.history_bin().empty()
    assert not stores.has_deleted
    stores.database.path.with_name("history.since.sqlite3").touch()
    assert stores.has_deleted
