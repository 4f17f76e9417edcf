from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hipstretch.outgoing import Outgoing, wall_now
from hipstretch.ui.flow.history_export import Outgo

NOW = datetime(2026, 7, 8, 18, 30, tzinfo=UTC)


def _stands() -> datetime:
    """An evening."""
    return NOW


@pytest.mark.parametrize("name", ["json", "tables", "report", "calendar"])
def test_the_history_page_can_have_it_all(tmp_path: Path, qapp: object, name: str) -> None:
    """A file each, also of an empty history, and nothing is made in the person's own folder."""
    assert qapp is not None
    outgo: Outgo = Outgoing(tmp_path / "own", _stands)
    path = tmp_path / "file"
    getattr(outgo, f"save_{name}")(path)
    assert path.stat().st_size > 100
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_the_wall_has_an_offset() -> None:
    """It is the local one, so that late in the evening it is still today."""
    assert wall_now().utcoffset() == datetime.now(UTC).astimezone().utcoffset()
    assert abs(datetime.now(UTC) - wall_now()) < timedelta(minutes=1)
