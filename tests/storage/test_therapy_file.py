from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Kind, Means, Outcome, Over, Place, Therapy, Treatment
from hipstretch.core.therapy_day import Kept, therapy_record
from hipstretch.storage.therapy_file import TherapyFile

REST = 7200.0
NOW = Now(9000.0, datetime(2026, 7, 3, 9, tzinfo=UTC))
ICE = Treatment("ice", Kind.ICE, Place.RIGHT_HIP, Means.PACK, 1200.0, 8000.0, checks=3, fine=1)
OLD = Treatment("o", Kind.HEAT, Place.LOWER_BACK, Means.BATH, 1800.0, 100.0, rung_at=2500.0)
HEAT = Treatment("h", Kind.HEAT, Place.LEFT_HIP, Means.PAD, 600.0, 8390.0, rung_at=8995.0)
RECORD = therapy_record(Over(OLD, Outcome.FINISHED, 1800.0), NOW)


def _kept() -> Kept:
    """One that runs, one that rings, a note, two rests one of which is awaited, a record."""
    rested, _ = Therapy(REST).begin(replace(OLD, rung_at=None)).stop(Kind.HEAT, 1900.0)
    waiting = rested.wait_for(Place.LOWER_BACK, is_awaited=True)
    ringing, _ = waiting.begin(replace(HEAT, rung_at=None)).let_pass(8990.0)
    therapy = replace(ringing.begin(ICE), missed=(OLD,))
    return Kept(therapy, (RECORD,))


KEPT = _kept()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where it lies."""
    return tmp_path / "therapy.json"


def test_before_the_first_treatment_there_is_nothing(path: Path) -> None:
    """And no file is made."""
    assert TherapyFile(path, "one").load(REST, NOW) == Kept(Therapy(REST))
    assert not path.exists()


def test_in_the_same_start_of_the_machine_everything_is_as_it_was(path: Path) -> None:
    """Whatever was done to the clock on the wall meanwhile."""
    TherapyFile(path, "one").save(KEPT, NOW)
    for hours in (-5, 0, 5):
        later = Now(9100.0, NOW.wall + timedelta(hours=hours))
        assert TherapyFile(path, "one").load(REST, later) == KEPT


def test_the_rest_is_the_settings_and_not_the_files(path: Path) -> None:
    """It may have been changed meanwhile."""
    TherapyFile(path, "one").save(KEPT, NOW)
    assert TherapyFile(path, "one").load(3600.0, NOW).therapy.rest == 3600.0


@pytest.mark.parametrize(("saved_by", "loaded_by"), [("one", "two"), ("", ""), ("one", "")])
def test_after_another_start_the_wall_tells_the_time(
    saved_by: str, loaded_by: str, path: Path
) -> None:
    """Deadlines are as far away as they were, less the time that went by."""
    TherapyFile(path, saved_by).save(KEPT, NOW)
    now = Now(12.5, NOW.wall + timedelta(seconds=90))
    therapy = TherapyFile(path, loaded_by).load(REST, now).therapy
    (ringing, ice), (missed,) = therapy.treatments, therapy.missed
    assert ice.remaining(12.5) == ICE.remaining(9000.0) - 90
    assert 12.5 - ringing.ends_at == 9000.0 - HEAT.ends_at + 90
    assert 12.5 - missed.ends_at == 9000.0 - OLD.ends_at + 90
    assert [12.5 - rest.since for rest in therapy.rests] == [
        9000.0 - rest.since + 90 for rest in KEPT.therapy.rests
    ]


def test_a_clock_that_shows_less_than_before_is_of_another_start(path: Path) -> None:
    """Whatever the system calls itself."""
    TherapyFile(path, "one").save(KEPT, NOW)
    now = Now(10.0, NOW.wall + timedelta(seconds=60))
    ice = TherapyFile(path, "one").load(REST, now).therapy.of_kind(Kind.ICE)
    assert ice is not None
    assert ice.remaining(10.0) == 140.0


def test_a_change_of_zone_or_summer_time_passes_no_time(path: Path) -> None:
    """The offset is part of the time."""
    TherapyFile(path, "one").save(KEPT, NOW)
    tokyo = timezone(timedelta(hours=9))
    now = Now(5.0, (NOW.wall + timedelta(seconds=30)).astimezone(tokyo))
    ice = TherapyFile(path, "two").load(REST, now).therapy.of_kind(Kind.ICE)
    assert ice is not None
    assert ice.remaining(5.0) == 170.0


def test_where_the_clock_was_set_back_what_runs_is_over_at_once(path: Path) -> None:
    """Rather too short than too long; rests go on from where they were."""
    TherapyFile(path, "one").save(KEPT, NOW)
    now = Now(5.0, NOW.wall - timedelta(hours=1))
    therapy = TherapyFile(path, "two").load(REST, now).therapy
    ice = therapy.of_kind(Kind.ICE)
    assert ice is not None
    assert ice.remaining(5.0) == 0.0
    assert not ice.is_over
    assert [5.0 - rest.since for rest in therapy.rests] == [
        9000.0 - rest.since for rest in KEPT.therapy.rests
    ]


def test_a_clock_that_set_itself_right_by_seconds_ends_nothing(path: Path) -> None:
    """That is no reason to ring."""
    TherapyFile(path, "one").save(KEPT, NOW)
    now = Now(5.0, NOW.wall - timedelta(seconds=2))
    ice = TherapyFile(path, "two").load(REST, now).therapy.of_kind(Kind.ICE)
    assert ice is not None
    assert ice.remaining(5.0) == 200.0


@given(st.floats(0, 1e8), st.floats(1e-3, 1e6), st.datetimes(timezones=st.just(UTC)))
def test_whatever_the_clocks_show_it_can_be_loaded_saved_and_logged(
    tmp_path_factory: pytest.TempPathFactory, at: float, passed: float, wall: datetime
) -> None:
    """Also where a clock starts in the year 1 or ends in 9999."""
    path = tmp_path_factory.mktemp("therapy") / "therapy.json"
    TherapyFile(path, "one").save(KEPT, NOW)
    now = Now(at, max(wall, datetime(1970, 1, 1, tzinfo=UTC)))
    kept = TherapyFile(path, "two").load(REST, now)
    TherapyFile(path, "two").save(kept, Now(at + passed, now.wall))
    again = TherapyFile(path, "two").load(REST, Now(at + passed, now.wall))
    assert again == kept
    assert not list(path.parent.glob("*unreadable*"))
    for one in kept.therapy.treatments:
        assert therapy_record(Over(one, Outcome.FINISHED, one.seconds), now).id == one.id


def _damage(change: Callable[[dict[str, Any]], object], path: Path) -> str:
    """Change what is in the file; tells its text."""
    values = json.loads(path.read_text())
    change(values)
    text = json.dumps(values)
    path.write_text(text)
    return text


def _minutes(minutes: float) -> Callable[[dict[str, Any]], object]:
    """A change that makes the ice last so long."""
    return lambda values: values["treatments"][1].update(seconds=minutes * 60)


def test_21_minutes_of_ice_in_the_file_are_refused(path: Path) -> None:
    """20 are taken; longer ones set the file aside, and nothing runs."""
    file = TherapyFile(path, "one")
    file.save(KEPT, NOW)
    _damage(_minutes(20), path)
    assert file.load(REST, NOW) == KEPT
    text = _damage(_minutes(21), path)
    assert file.load(REST, NOW) == Kept(Therapy(REST))
    assert path.with_name("therapy.unreadable.json").read_text() == text


DAMAGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "another version": lambda v: v.update(version=2),
    "no version": lambda v: v.pop("version"),
    "no instant": lambda v: v.update(at=None),
    "an instant beyond time": lambda v: v.update(at=1e11),
    "no number": lambda v: v.update(at=float("nan")),
    "a truth for a number": lambda v: v.update(at=True),
    "no wall": lambda v: v.update(wall="yesterday"),
    "a wall without offset": lambda v: v.update(wall="2026-07-03T09:00:00"),
    "treatments that are none": lambda v: v.update(treatments=5),
    "a treatment that is a text": lambda v: v.update(treatments=["ice"]),
    "31 minutes of heat": lambda v: v["treatments"][0].update(seconds=1860),
    "an ice bath": lambda v: v["treatments"][1].update(means="bath"),
    "another place": lambda v: v["treatments"][0].update(place="knee"),
    "begun in the future": lambda v: v["treatments"][1].update(began_at=9002.0),
    "rung in the future": lambda v: v["treatments"][0].update(rung_at=9500.0),
    "two of a kind": lambda v: v["treatments"][0].update(kind="ice", means="pack"),
    "two on a place": lambda v: v["treatments"][0].update(place="right-hip"),
    "half a check": lambda v: v["treatments"][1].update(checks=1.5),
    "a true check": lambda v: v["treatments"][1].update(checks=True),
    "too many checks": lambda v: v["treatments"][1].update(checks=6),
    "more answers than checks": lambda v: v["treatments"][1].update(fine=4),
    "no id": lambda v: v["treatments"][0].update(id=5),
    "an empty id": lambda v: v["treatments"][0].update(id=""),
    "an id of half a character": lambda v: v["treatments"][0].update(id="\ud800"),
    "an id without end": lambda v: v["treatments"][0].update(id="i" * 1000),
    "a note of another kind": lambda v: v["missed"][0].update(kind="warm"),
    "a rest in the future": lambda v: v["rests"][0].update(since=1e9),
    "a rest nowhere": lambda v: v["rests"][0].update(place=None),
    "nowhere awaited": lambda v: v.update(awaited=["knee"]),
    "no records": lambda v: v.pop("unlogged"),
    "a record without time": lambda v: v["unlogged"][0].update(began_at=""),
    "a record of another outcome": lambda v: v["unlogged"][0].update(outcome="burnt"),
    "a record of no length": lambda v: v["unlogged"][0].update(seconds="long"),
}


@pytest.mark.parametrize("name", DAMAGES)
def test_what_cannot_be_true_is_set_aside(name: str, path: Path) -> None:
    """Whoever wants it can still look at it, and a new one is begun."""
    file = TherapyFile(path, "one")
    file.save(KEPT, NOW)
    text = _damage(DAMAGES[name], path)
    assert file.load(REST, NOW) == Kept(Therapy(REST))
    assert path.with_name("therapy.unreadable.json").read_text() == text
    file.save(KEPT, NOW)
    assert file.load(REST, NOW) == KEPT


@pytest.mark.parametrize("text", ["", "[]", "{}", "null", "nonsense", "[" * 100_000])
def test_what_is_no_such_file_is_set_aside(text: str, path: Path) -> None:
    """However it came there."""
    path.write_text(text)
    assert TherapyFile(path, "one").load(REST, NOW) == Kept(Therapy(REST))
    assert not path.exists()


def test_a_time_long_past_is_no_reason_to_fail(path: Path) -> None:
    """A clock that was wrong by two thousand years when it was saved."""
    file = TherapyFile(path, "one")
    file.save(KEPT, Now(9000.0, datetime(1, 1, 2, tzinfo=UTC)))
    kept = TherapyFile(path, "two").load(REST, NOW)
    _, told = kept.therapy.let_pass(NOW.at)
    records = [therapy_record(one, NOW) for one in told if isinstance(one, Over)]
    assert [record.id for record in records] == ["ice"]
