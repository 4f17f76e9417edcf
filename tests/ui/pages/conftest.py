"""What the page tests share: the bundled routines, and views of their sessions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hipstretch.core.person import Person
from hipstretch.core.session import Session, Status
from hipstretch.core.timeline import Instant, Timeline
from hipstretch.core.view import View, view_of
from hipstretch.storage.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable

    from hipstretch.core.routine import Routine

_ROUTINES = Path(__file__).parents[3] / "routines"


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """The bundled routines, and none of a person's own."""
    return Library(_ROUTINES, tmp_path_factory.mktemp("own"))


@pytest.fixture(scope="session")
def routines(library: Library) -> list[Routine]:
    """Every bundled routine."""
    return [entry.routine for entry in library.bundled_entries() if entry.routine is not None]


@pytest.fixture
def view_at(library: Library) -> Callable[..., View]:
    """Gives the view of a bundled routine at a phase, so many seconds in, in a status."""

    def view(
        routine_id: str,
        phase_index: int,
        offset: float = 0.0,
        status: Status = Status.PLAYING,
        person: Person | None = None,
    ) -> View:
        routine = library.bundled(routine_id)
        assert routine is not None
        timeline = Timeline.of(routine, person or Person())
        resume_at = 2.4 if status is Status.RESUMING else 0.0
        at = Instant(phase_index % len(timeline.phases), offset)
        session = Session(timeline, timeline, status, at, 0.0, resume_at)
        shown = view_of(routine, session, 0.0)
        assert shown is not None
        return shown

    return view
