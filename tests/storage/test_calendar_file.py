from __future__ import annotations

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

from hipstretch.core.plan import EVERY_DAY, WEEKDAYS, Planned
from hipstretch.storage.calendar_file import write_calendar

TODAY = date(2026, 7, 8)
"""A Wednesday."""
MORNING = Planned("morning", "Morning; loosen up, gently")
CORE = Planned("core", "Kernkräfte", 2, frozenset({0, 4}))


def _events(path: Path) -> list[Event]:
    """The events of a file, read by a calendar's own rules."""
    calendar = Calendar.from_ical(path.read_bytes())
    assert (calendar["version"], calendar["calscale"]) == ("2.0", "GREGORIAN")
    return [one for one in calendar.walk("VEVENT") if isinstance(one, Event)]


def _rule(event: Event) -> str:
    """How an event repeats."""
    rule = event["rrule"].to_ical()
    assert isinstance(rule, bytes)
    return rule.decode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where to write."""
    return tmp_path / "plan.ics"


def test_a_routine_of_every_day_begins_today(path: Path) -> None:
    """At nine by the clock on the wall, for as long as it lasts, with a reminder."""
    write_calendar(path, [(MORNING, 605.0)], TODAY)
    (event,) = _events(path)
    assert event["summary"] == MORNING.name
    assert event.decoded("dtstart") == datetime(2026, 7, 8, 9)  # noqa: DTZ001 -- no zone at all
    assert event.decoded("duration") == timedelta(minutes=11)
    assert event.decoded("dtstamp") == datetime(2026, 7, 8, tzinfo=UTC)
    assert _rule(event) == "FREQ=DAILY"
    (alarm,) = event.walk("VALARM")
    assert (alarm["action"], alarm["description"]) == ("DISPLAY", MORNING.name)
    assert alarm.decoded("trigger") == timedelta()
    assert "TZID" not in path.read_text("utf-8")


def test_each_time_of_the_day_is_an_event_of_its_own(path: Path) -> None:
    """On the routine's weekdays, from the next of them on."""
    write_calendar(path, [(CORE, 600.0)], TODAY)
    starts = [event.decoded("dtstart") for event in _events(path)]
    friday = datetime(2026, 7, 10, 9)  # noqa: DTZ001 -- no zone at all
    assert starts == [friday, friday.replace(hour=18)]
    assert {_rule(event) for event in _events(path)} == {"FREQ=WEEKLY;BYDAY=MO,FR"}


@pytest.mark.parametrize("weekday", range(7))
def test_it_begins_on_a_day_of_its_own(path: Path, weekday: int) -> None:
    """Today where today is one, and never later than in a week."""
    write_calendar(path, [(Planned("r", "R", 1, frozenset({weekday})), 60.0)], TODAY)
    (event,) = _events(path)
    start = event.decoded("dtstart").date()
    assert (start.weekday(), 0 <= (start - TODAY).days < 7) == (weekday, True)
    assert _rule(event) == f"FREQ=WEEKLY;BYDAY={WEEKDAYS[weekday][:2].upper()}"


def test_names_stay_whole(path: Path) -> None:
    """With what calendars write differently, with letters of any language, and however long."""
    long = Planned("long", "Lange Übung, „sanft“; und\\weiter " * 9, 1, EVERY_DAY)
    write_calendar(path, [(CORE, 60.0), (MORNING, 60.0), (long, 60.0)], TODAY)
    names = [event["summary"] for event in _events(path)]
    assert names == [CORE.name, CORE.name, MORNING.name, long.name]
    lines = path.read_bytes().split(b"\r\n")
    assert max(len(line) for line in lines) <= 75


@pytest.mark.parametrize(("seconds", "minutes"), [(10.0, 5), (300.0, 5), (301.0, 6), (3600.0, 60)])
def test_an_event_can_be_read_in_a_days_view(path: Path, seconds: float, minutes: int) -> None:
    """It is five minutes long at least, and whole minutes."""
    write_calendar(path, [(MORNING, seconds)], TODAY)
    (event,) = _events(path)
    assert event.decoded("duration") == timedelta(minutes=minutes)


def test_the_same_plan_has_the_same_names(path: Path) -> None:
    """So that a calendar that takes it in again has no event twice; others have other names."""
    plan = [(CORE, 600.0), (MORNING, 600.0), (Planned("core-2", "Core 2", 3), 60.0)]
    write_calendar(path, plan, TODAY)
    first = [str(event["uid"]) for event in _events(path)]
    longer = [(planned._replace(name="New"), 900.0) for planned, _ in reversed(plan)]
    write_calendar(path, longer, TODAY + timedelta(days=40))
    second = [str(event["uid"]) for event in _events(path)]
    assert sorted(first) == sorted(second)
    assert all(one != other for one, other in itertools.combinations(first, 2))


def test_a_plan_of_nothing_is_an_empty_calendar(path: Path) -> None:
    """It can be read all the same."""
    write_calendar(path, [], TODAY)
    assert _events(path) == []


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path) -> None:
    """The reason is the system's own."""
    folder = tmp_path / "plan.ics"
    folder.mkdir()
    with pytest.raises(OSError, match=r"."):
        write_calendar(folder, [(MORNING, 60.0)], TODAY)
    assert [one.name for one in tmp_path.iterdir()] == ["plan.ics"]
