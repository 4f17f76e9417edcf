from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hipstretch.outgoing import Outgoing, always, wall_now
from hipstretch.storage.database import Database, HistoryUnavailable
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


@pytest.mark.parametrize("name", ["json", "tables"])
def test_what_is_not_wanted_any_more_leaves_nothing(tmp_path: Path, name: str) -> None:
    """Neither half a file nor a temporary one; what lay there stays."""
    own, out = tmp_path / "own", tmp_path / "out"
    out.mkdir()
    with Database(own / "history.sqlite3").change() as rows:
        rows.executemany(
            "INSERT INTO flare_up VALUES (?)",
            ((f"{day:08}",) for day in range(20_000)),
        )
    path = out / "file"
    path.write_text("older", encoding="utf-8")
    asked: list[bool] = []

    def is_wanted() -> bool:
        asked.append(True)
        return len(asked) < 3

    with pytest.raises(HistoryUnavailable):
        getattr(Outgoing(own, _stands), f"save_{name}")(path, is_wanted)
    assert len(asked) == 3
    assert [one.name for one in out.iterdir()] == ["file"]
    assert path.read_text(encoding="utf-8") == "older"


@pytest.mark.parametrize("name", ["json", "tables"])
def test_what_stays_wanted_is_written_whole(tmp_path: Path, name: str) -> None:
    """Also where nobody says so."""
    outgo = Outgoing(tmp_path / "own", _stands)
    paths = [tmp_path / "one", tmp_path / "two"]
    getattr(outgo, f"save_{name}")(paths[0], always)
    getattr(outgo, f"save_{name}")(paths[1])
    assert paths[0].read_bytes() == paths[1].read_bytes()
