"""Ice and heat through any sequence of what people and machines do, against a plain reckoning."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from datetime import timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from PySide6.QtCore import QCoreApplication

from hipstretch.core.therapy import (
    ALARM_LASTS,
    Kind,
    Outcome,
    Place,
    Rang,
    Refusal,
    RefusedError,
    Treatment,
)
from hipstretch.core.therapy_day import TherapyRecord
from hipstretch.storage.files import write_atomically
from tests.qt.therapy_room import Room

REST = 7200.0
SHORT = st.sampled_from([0.25, 7.5, 60.0, 299.75, 301.0])
LONG = st.sampled_from([1.0, 60.0, 299.5, 300.0, 900.25, 1800.0, 7199.5, 10800.0])
UNSEEN = st.sampled_from([0.0, 0.0, 0.25, 300.0, 1200.0])
"""Seconds that nobody has looked at yet when somebody does something."""
KINDS = st.sampled_from(Kind)
PLACES = st.sampled_from([Place.RIGHT_HIP, Place.LEFT_HIP])


@dataclass
class Reckoned:
    """What must be true of a treatment, in true time."""

    kind: Kind
    place: Place
    began: float
    seconds: float
    stopped: float | None = None
    answered: float | None = None

    @property
    def ended(self) -> float:
        """When it ended or will end."""
        return self.began + self.seconds if self.stopped is None else self.stopped


class Life(RuleBasedStateMachine):
    """Whatever happens: each thing once, at its time, and never what is not safe."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = Path(tempfile.mkdtemp(prefix="therapy-life-"))
        self._room = Room(self._folder)
        self._reckoned: dict[str, Reckoned] = {}
        self._heard = 0

    def teardown(self) -> None:
        """Put everything away."""
        self._room.timer._timer.stop()
        shutil.rmtree(self._folder)

    @rule(seconds=SHORT)
    def pass_time(self, seconds: float) -> None:
        """The program runs."""
        self._room.pass_time(seconds)

    @rule(seconds=LONG)
    def sleep(self, seconds: float) -> None:
        """The machine sleeps; on waking the program looks."""
        self._room.machine.sleep(seconds)
        self._room.timer._on_timed_out()

    @rule(seconds=st.just(0.0) | LONG, hours=st.sampled_from([0, 0, -3, 3]))
    def be_killed(self, seconds: float, hours: int) -> None:
        """The program is killed, and started after a while in which the clock may be set."""
        self._room.timer._timer.stop()
        self._room.machine.true += seconds
        self._room.machine.wall_offset += hours * 3600
        self._room.start()

    @rule(seconds=LONG, hours=st.sampled_from([0, 0, -3, 3]))
    def be_switched_off(self, seconds: float, hours: int) -> None:
        """The machine loses its power, perhaps soon after its clock was set."""
        if hours:
            self.set_clock(hours)
        self._room.timer._timer.stop()
        self._room.machine.start_anew(seconds)
        self._room.start()

    @rule(hours=st.sampled_from([-25, -3, -1, 1, 3, 25]))
    def set_clock(self, hours: int) -> None:
        """Somebody sets the clock on the wall; within a second the program looks."""
        self._room.machine.wall_offset += hours * 3600
        self._room.timer.look()
        if not self._room.timer.therapy.treatments:
            self._room.machine.wall_offset -= hours * 3600  # a rest may be told a little off

    @rule(hours=st.integers(-11, 12))
    def travel(self, hours: int) -> None:
        """Somebody lands in another zone, or summer time comes."""
        self._room.machine.zone = timezone(timedelta(hours=hours))

    @rule(is_down=st.booleans())
    def lock_history(self, *, is_down: bool) -> None:
        """The history can be used, or not."""
        self._room.log.is_down = is_down

    @rule(
        kind=KINDS, place=PLACES, minutes=st.sampled_from([5, 12.5, 20, 21]), anyway=st.booleans()
    )
    def begin(self, kind: Kind, place: Place, minutes: float, *, anyway: bool) -> None:
        """Begin, or be refused for the reason that there is."""
        expected = self._refusal(kind, place, minutes, anyway=anyway)
        before = {one.id for one in self._room.timer.therapy.treatments}
        assert self._try_to_begin(kind, place, minutes, anyway=anyway) is expected
        if expected is not None:
            return
        (new,) = [one for one in self._room.timer.therapy.treatments if one.id not in before]
        now = self._room.machine.true
        self._reckoned[new.id] = Reckoned(kind, place, now, minutes * 60)

    @rule(kind=KINDS, unseen=UNSEEN)
    def stop(self, kind: Kind, unseen: float) -> None:
        """Stop, or answer the alarm."""
        self._room.machine.sleep(unseen)
        now = self._room.machine.true
        for one in self._occupying():
            if one.kind is kind:
                one.answered = now
                one.stopped = now if now < one.ended else None
        self._room.timer.stop(kind)
        self._room.timer.look()

    @rule(kind=KINDS)
    def confirm(self, kind: Kind) -> None:
        """Say that the skin is fine."""
        self._room.timer.confirm_skin(kind)

    @precondition(lambda self: self._room.timer.therapy.missed)
    @rule(kind=KINDS)
    def dismiss(self, kind: Kind) -> None:
        """Read the note."""
        self._room.timer.dismiss(kind)

    @invariant()
    def everything_was_told_once_and_in_its_time(self) -> None:
        """Checks, rings and ends, of all that was heard since the last look."""
        told = self._room.told[self._heard :]
        self._heard = len(self._room.told)
        for at, _, which in told:
            if isinstance(which, Treatment):
                one = self._reckoned[which.id]
                assert one.began + 300 * which.checks <= at < one.began + one.seconds
            elif isinstance(which, Rang):
                one = self._reckoned[which.treatment.id]
                assert one.began + one.seconds <= at < one.began + one.seconds + ALARM_LASTS
                assert one.answered is None or at < one.answered

    @invariant()
    def every_end_was_told_once(self) -> None:
        """With its seconds; and no check a second time."""
        overs = [which for _, _, which in self._room.told if isinstance(which, TherapyRecord)]
        ended = {key for key, one in self._reckoned.items() if one.ended <= self._room.machine.true}
        assert sorted(record.id for record in overs) == sorted(ended)
        for record in overs:
            one = self._reckoned[record.id]
            assert record.seconds == one.ended - one.began
            assert (record.outcome is Outcome.STOPPED) == (one.stopped is not None)
        checks = [
            (one.id, one.checks) for _, _, one in self._room.told if isinstance(one, Treatment)
        ]
        assert len(checks) == len(set(checks))

    @invariant()
    def what_runs_is_true_and_safe(self) -> None:
        """Never two of a kind or on a place; what is left is what is left."""
        room, there = self._room, self._room.timer.therapy.treatments
        assert len({one.kind for one in there}) == len({one.place for one in there}) == len(there)
        assert {one.id for one in there} == {
            key for key, one in self._reckoned.items() if one in self._occupying()
        }
        for one in there:
            reckoned = self._reckoned[one.id]
            left = max(0.0, reckoned.began + reckoned.seconds - room.machine.true)
            assert one.remaining(room.timer.now.at) == left
        due = room.timer.therapy.next_change(room.timer.now.at)
        assert due > room.timer.now.at

    @precondition(lambda self: not self._room.log.is_down)
    @rule()
    def be_started_with_a_history(self) -> None:
        """What waited is in the history then: every end once, with its seconds."""
        self._room.start()
        rows = {row.id: row.seconds for row in self._room.rows()}
        now = self._room.machine.true
        assert rows == {
            key: one.ended - one.began for key, one in self._reckoned.items() if one.ended <= now
        }
        assert not list(self._folder.glob("*unreadable*"))

    def _try_to_begin(
        self, kind: Kind, place: Place, minutes: float, *, anyway: bool
    ) -> Refusal | None:
        """Begin; tells why it was refused."""
        try:
            self._room.begin(kind, place, minutes, anyway=anyway)
        except RefusedError as error:
            return error.refusal
        return None

    def _occupying(self) -> list[Reckoned]:
        """What runs or rings."""
        now = self._room.machine.true
        return [
            one
            for one in self._reckoned.values()
            if one.answered is None and now < one.ended + ALARM_LASTS
        ]

    def _refusal(self, kind: Kind, place: Place, minutes: float, *, anyway: bool) -> Refusal | None:
        """Why a treatment must be refused now."""
        now = self._room.machine.true
        ends = [one.ended for one in self._reckoned.values() if one.place is place]
        if minutes > 20 and kind is Kind.ICE:
            return Refusal.LENGTH
        if any(one.kind is kind for one in self._occupying()):
            return Refusal.RUNNING
        if any(one.place is place for one in self._occupying()):
            return Refusal.PLACE
        return Refusal.REST if not anyway and ends and now < max(ends) + REST else None


def test_whatever_happens_each_thing_comes_once_and_in_its_time(
    qapp: QCoreApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through restarts, sleep, power cuts and clocks that are set; the disk need not be waited for.

    Nothing here loses what was written.
    """
    assert qapp
    at_once = partial(write_atomically, durable=False)
    monkeypatch.setattr("hipstretch.storage.therapy_file.write_atomically", at_once)
    often = settings(max_examples=40, stateful_step_count=30, deadline=None)
    run_state_machine_as_test(Life, settings=often)
