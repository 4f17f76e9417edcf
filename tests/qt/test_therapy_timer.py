from __future__ import annotations

import json
from datetime import timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Slot

from hipstretch.core.therapy import (
    Kind,
    Means,
    Outcome,
    Place,
    Rang,
    Refusal,
    RefusedError,
)
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.qt.therapy_timer import LOOK_EVERY, LOOK_WHILE_RESTING
from tests.qt.therapy_room import Room

HOUR = 3600.0


@pytest.fixture
def room(tmp_path: Path, qapp: QCoreApplication) -> Room:
    """A program that has just been started for the first time."""
    assert qapp
    return Room(tmp_path)


def the_row(room: Room) -> TherapyRecord:
    """The one treatment of the history."""
    (row,) = room.rows()
    return row


def test_a_treatment_goes_its_way_to_the_second(room: Room) -> None:
    """Skin checks, the end, the alarm until its time is up, and one row in the history."""
    room.begin(Kind.ICE)
    room.pass_time(1900)
    assert room.times("check") == [300, 600, 900]
    assert room.times("over") == [1200]
    assert room.times("rang") == [1200 + 12 * number for number in range(50)]
    assert (the_row(room).seconds, the_row(room).outcome) == (1200, Outcome.FINISHED)
    assert [one.kind for one in room.timer.therapy.missed] == [Kind.ICE]
    room.timer.dismiss(Kind.ICE)
    assert room.timer.therapy.missed == ()


def test_the_alarm_grows_until_it_is_answered(room: Room) -> None:
    """Then it is silent at once and for good."""
    room.begin(Kind.ICE)
    room.pass_time(1200 + 60)
    volumes = [rang.volume for _, _, rang in room.told if isinstance(rang, Rang)]
    assert volumes == sorted(set(volumes))
    room.timer.stop(Kind.ICE)
    room.pass_time(1200)
    assert len(room.times("rang")) == len(volumes)
    assert len(room.rows()) == 1


def test_answered_skin_checks_are_kept(room: Room) -> None:
    """With the record."""
    room.begin(Kind.ICE)
    room.pass_time(301)
    room.timer.confirm_skin(Kind.ICE)
    room.pass_time(1000)
    assert (the_row(room).checks, the_row(room).fine) == (3, 1)


def test_a_stop_is_kept_with_its_seconds(room: Room) -> None:
    """It rings no alarm."""
    room.begin(Kind.HEAT, minutes=30)
    room.pass_time(100.5)
    room.timer.stop(Kind.HEAT)
    room.pass_time(3000)
    assert (the_row(room).seconds, the_row(room).outcome) == (100.5, Outcome.STOPPED)
    assert room.times("rang") == []
    assert room.times("over") == [100.5]


def test_21_minutes_of_ice_are_refused(room: Room) -> None:
    """Nothing begins."""
    with pytest.raises(RefusedError) as refused:
        room.begin(Kind.ICE, minutes=21)
    assert refused.value.refusal is Refusal.LENGTH
    assert room.timer.therapy.treatments == ()


def test_who_quits_and_comes_back_finds_it_running(room: Room) -> None:
    """With so much left as is true."""
    room.begin(Kind.ICE)
    room.pass_time(100)
    room.machine.true += 450.25
    room.start()
    (ice,) = room.timer.therapy.treatments
    assert ice.remaining(room.timer.now.at) == 1200 - 550.25
    assert room.times("check") == [550.25]
    room.pass_time(700)
    assert room.times("over") == [1200]
    assert len(room.rows()) == 1


def test_three_hours_of_sleep_are_seen_on_waking(room: Room) -> None:
    """A note tells how long ago it ended; no alarm at night."""
    room.begin(Kind.ICE)
    room.pass_time(600)
    room.machine.sleep(3 * HOUR)
    room.timer._on_timed_out()
    assert room.times("over") == [600 + 3 * HOUR]
    assert room.times("rang") == []
    (missed,) = room.timer.therapy.missed
    assert room.timer.now.at - missed.ends_at == 3 * HOUR - 600
    assert (the_row(room).seconds, the_row(room).ended_at.minute) == (1200, 50)


def test_a_short_sleep_over_the_deadline_rings_on_waking(room: Room) -> None:
    """The pack may still be on."""
    room.begin(Kind.ICE)
    room.pass_time(1190)
    room.machine.sleep(300)
    room.timer._on_timed_out()
    room.pass_time(20)
    assert room.times("rang") == [1490, 1502]


@pytest.mark.parametrize("hours", [-5, -1, 1, 5])
@pytest.mark.parametrize("is_restarted", [False, True])
def test_a_clock_that_is_set_moves_no_deadline(
    hours: int, room: Room, *, is_restarted: bool
) -> None:
    """Neither while the program runs nor while it does not."""
    room.begin(Kind.ICE)
    room.pass_time(600)
    room.machine.wall_offset += hours * HOUR
    if is_restarted:
        room.start()
    room.pass_time(700)
    assert room.times("over") == [1200]
    assert room.times("check") == [300, 600, 900]
    assert len(room.rows()) == 1


@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_that_was_set_before_a_new_start_of_the_machine_moves_none_either(
    hours: int, room: Room
) -> None:
    """What is on disk was written anew when the clock was seen to be another."""
    room.begin(Kind.ICE)
    room.pass_time(100)
    room.machine.wall_offset += hours * HOUR
    room.pass_time(2)
    room.machine.start_anew(off=60)
    room.start()
    room.pass_time(1100)
    assert room.times("over") == [1200]


def test_summer_time_and_another_zone_move_no_deadline(room: Room) -> None:
    """Berlin sets its clocks back in the middle; then one lands in Tokyo and starts again."""
    room.machine.zone = ZoneInfo("Europe/Berlin")
    room.machine.true = 1500.0
    room.begin(Kind.ICE)
    room.pass_time(600)
    assert room.machine.now().utcoffset() == timedelta(hours=1)
    room.machine.zone = timezone(timedelta(hours=9))
    room.machine.start_anew(off=100)
    room.start()
    room.pass_time(600)
    assert room.times("over") == [2700]
    assert the_row(room).seconds == 1200


def test_a_machine_that_was_off_over_the_deadline_tells_the_truth(room: Room) -> None:
    """Within ten minutes the alarm, later the note."""
    room.begin(Kind.ICE)
    room.begin(Kind.HEAT, Place.LOWER_BACK, 25)
    room.machine.start_anew(off=1900)
    room.start()
    assert [one.kind for one in room.timer.therapy.missed] == [Kind.ICE]
    assert [rang.treatment.kind for _, _, rang in room.told if isinstance(rang, Rang)] == [
        Kind.HEAT
    ]
    assert len(room.rows()) == 2
    room.start()
    assert len(room.rows()) == len(room.times("over")) == 2


def test_a_clock_set_back_while_the_machine_was_off_rings_at_once(room: Room) -> None:
    """Nobody knows how long the pack has been on."""
    room.begin(Kind.ICE)
    room.machine.wall_offset -= 2 * HOUR
    room.machine.start_anew(off=60)
    room.start()
    room.pass_time(2)
    assert room.times("over") == room.times("rang")[:1]
    assert room.times("rang")[0] - 60 <= 1


def test_a_place_rests_on_through_a_new_start(room: Room) -> None:
    """Unless one says that one starts anyway; who waits is told."""
    room.begin(Kind.ICE)
    room.pass_time(600)
    room.timer.stop(Kind.ICE)
    room.timer.wait_for(Place.RIGHT_HIP, is_awaited=True)
    room.machine.start_anew(off=HOUR)
    room.start()
    with pytest.raises(RefusedError) as refused:
        room.begin(Kind.HEAT)
    assert refused.value.until - room.timer.now.at == HOUR
    room.pass_time(HOUR + LOOK_WHILE_RESTING)
    (ready,) = room.times("ready")
    assert ready == 600 + 2 * HOUR


def test_a_shorter_rest_is_told_at_once(room: Room) -> None:
    """The setting may change while a place rests."""
    room.begin(Kind.ICE)
    room.timer.stop(Kind.ICE)
    room.timer.wait_for(Place.RIGHT_HIP, is_awaited=True)
    room.pass_time(1.5 * HOUR)
    room.timer.set_rest(1)
    assert room.times("ready") == [1.5 * HOUR]
    changes = len(room.times("changed"))
    room.timer.set_rest(1)
    assert len(room.times("changed")) == changes


def test_an_alarm_whose_time_is_up_stands_in_nobodys_way(room: Room) -> None:
    """Even where nobody has looked at the clock since."""
    room.begin(Kind.ICE)
    room.machine.true += 1200 + 601
    room.begin(Kind.ICE, Place.LEFT_HIP)
    assert [one.place for one in room.timer.therapy.treatments] == [Place.LEFT_HIP]


def test_a_record_that_the_history_does_not_take_is_kept_for_later(room: Room) -> None:
    """It is shown all the same, and logged once at the next start that can."""
    room.begin(Kind.ICE)
    room.pass_time(600)
    room.log.is_down = True
    room.timer.stop(Kind.ICE)
    assert room.rows() == []
    assert len(room.times("failed")) == 1
    assert [record.seconds for record in room.timer.records()] == [600]
    room.machine.start_anew(off=60)
    room.start()
    assert [record.seconds for record in room.timer.records()] == [600]
    room.log.is_down = False
    room.start()
    assert the_row(room).seconds == 600
    assert room.timer.records() == (the_row(room),)
    room.start()
    assert len(room.rows()) == 1
    assert len(room.times("over")) == 1


def test_a_record_that_waits_is_logged_with_the_next_one(room: Room) -> None:
    """And not only at the next start."""
    room.begin(Kind.ICE)
    room.log.is_down = True
    room.timer.stop(Kind.ICE)
    room.log.is_down = False
    room.begin(Kind.HEAT, Place.LEFT_HIP)
    room.pass_time(10)
    room.timer.stop(Kind.HEAT)
    assert [record.kind for record in room.timer.records()] == [Kind.ICE, Kind.HEAT]
    assert {row.kind for row in room.rows()} == set(Kind)


def test_a_crash_between_history_and_file_logs_nothing_twice(room: Room) -> None:
    """The file still says that it runs."""
    room.begin(Kind.ICE)
    before = (room.folder / "therapy.json").read_text()
    room.pass_time(1201)
    (room.folder / "therapy.json").write_text(before)
    room.start()
    assert len(room.rows()) == 1


def test_todays_list_does_without_a_history_that_cannot_be_read(room: Room) -> None:
    """It is empty then."""
    (room.folder / "history.sqlite3").write_text("no database at all" * 100)
    assert room.timer.records() == ()


def test_a_file_that_cannot_be_written_stops_nothing(room: Room) -> None:
    """It is said, and the timers run on."""
    (room.folder / "therapy.json").mkdir()
    room.begin(Kind.ICE)
    room.pass_time(1200)
    assert room.times("failed")
    assert room.times("over") == [1200]


def test_a_file_that_cannot_even_be_read_is_told(room: Room) -> None:
    """The program starts with nothing."""
    (room.folder / "therapy.json").mkdir()
    room.start()
    assert len(room.times("failed")) == 1
    assert room.timer.therapy.treatments == ()


def test_21_minutes_in_the_file_are_refused(room: Room) -> None:
    """Nothing runs, and the file is set aside."""
    room.begin(Kind.ICE)
    path = room.folder / "therapy.json"
    values = json.loads(path.read_text())
    values["treatments"][0]["seconds"] = 21 * 60
    path.write_text(json.dumps(values))
    room.start()
    assert room.timer.therapy.treatments == ()
    assert (room.folder / "therapy.unreadable.json").exists()


def test_nothing_runs_where_nothing_is_under_way(room: Room) -> None:
    """No timer; every second while something runs, every minute while places rest."""
    timer = room.timer._timer
    assert not timer.isActive()
    room.begin(Kind.ICE)
    assert timer.interval() == LOOK_EVERY * 1000
    room.timer.stop(Kind.ICE)
    assert timer.interval() == LOOK_WHILE_RESTING * 1000
    room.pass_time(2 * HOUR)
    assert not timer.isActive()


def test_looking_tells_and_writes_nothing_new(room: Room) -> None:
    """A second that brings nothing costs nothing."""
    room.begin(Kind.ICE)
    before = (room.folder / "therapy.json").stat().st_mtime_ns
    room.pass_time(200)
    assert (room.folder / "therapy.json").stat().st_mtime_ns == before
    assert room.times("changed") == [0.0]


def test_each_minute_less_is_told_once(room: Room) -> None:
    """By a look that is taken anyway; where more than a minute changed, that is told alone."""
    room.begin(Kind.ICE)
    looks = room.timer._timer.interval()
    room.pass_time(310)
    assert room.times("minute") == [60, 120, 180, 240]
    assert room.times("changed") == [0, 300]
    assert room.timer._timer.interval() == looks
    room.pass_time(2 * HOUR)
    assert room.times("minute")[-1] == 1140


class Answerer(QObject):
    """Answers as soon as it is told to be over, as somebody quick does."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self._room = room
        self.was_armed: list[bool] = []

    @Slot(object)
    def answer(self, record: TherapyRecord) -> None:
        """Note whether the next look is due already, and answer."""
        self.was_armed.append(self._room.timer._timer.isActive())
        self._room.timer.stop(record.kind)


def test_an_answer_while_it_is_told_silences_the_alarm(room: Room) -> None:
    """The next look is due before anybody is told, who may show a dialog."""
    answerer = Answerer(room)
    room.timer.over.connect(answerer.answer)
    room.begin(Kind.ICE)
    room.pass_time(1300)
    assert answerer.was_armed == [True]
    assert room.times("rang") == []
    assert len(room.rows()) == 1


def test_a_bath_is_a_means_of_heat(room: Room) -> None:
    """And kept as such."""
    room.timer.begin(Kind.HEAT, Place.OTHER, Means.BATH, 10)
    room.timer.stop(Kind.HEAT)
    assert the_row(room).means is Means.BATH
