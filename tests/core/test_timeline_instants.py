from __future__ import annotations

import pytest

from hipstretch.core.dose import Dose, Duration
from hipstretch.core.routine import Rest
from hipstretch.core.timeline import Cue, CueKind, Instant, Moment, PhaseKind, Timeline
from tests.core.timelines import BEFORE, HOLD, PERSON, MakeRoutine, breathed, phases


class TestInstants:
    """Where in the timeline something lies."""

    LINE = phases(10.0, None, 20.0)

    @pytest.mark.parametrize(
        ("elapsed", "instant", "remaining"),
        [
            (0.0, Instant(0), 10.0),
            (9.5, Instant(0, 9.5), 0.5),
            (10.0, Instant(2), 20.0),
            (29.0, Instant(2, 19.0), 1.0),
        ],
    )
    def test_at_passes_by_what_has_no_length(
        self, elapsed: float, instant: Instant, remaining: float
    ) -> None:
        """The moment of so many seconds of the plan."""
        phase = self.LINE.phases[instant.phase_index]
        expected = Moment(instant, phase, remaining, elapsed, 30.0 - elapsed)
        assert self.LINE.at(elapsed) == expected

    @pytest.mark.parametrize("elapsed", [30.0, 31.0, 1e9])
    def test_after_the_end_there_is_no_phase(self, elapsed: float) -> None:
        """However late it is."""
        assert self.LINE.at(elapsed) == Moment(Instant(3), None, None, 30.0, 0.0)

    def test_time_does_not_leave_a_phase_without_a_length(self) -> None:
        """The offset in it goes on, but not the routine's time."""
        inside = self.LINE.walk(self.LINE.start, 100.0)
        assert inside == Instant(1, 90.0)
        moment = self.LINE.moment(inside)
        assert (moment.remaining, moment.elapsed_total) == (None, 10.0)
        assert self.LINE.walk(Instant(2, 5.0), 15.0) == self.LINE.end

    def test_an_empty_timeline_is_over_at_once(self) -> None:
        """Its start is its end."""
        empty = phases()
        assert (empty.seconds, empty.start, empty.walk(empty.start, 1.0)) == (0.0, *[empty.end] * 2)

    def test_the_start_of_a_step(self, make_routine: MakeRoutine) -> None:
        """Or of the next one, where a step has no phase at all; or the end."""
        routine = make_routine(Dose(hold=HOLD), Rest(Duration(0.0)), Dose(hold=HOLD))
        timeline = Timeline.of(routine, PERSON)
        starts = [timeline.step_start(step) for step in range(4)]
        assert starts == [Instant(0), Instant(2), Instant(2), Instant(4)]

    def test_other_lengths_move_what_follows(self) -> None:
        """The phases before and the kinds stay."""
        changed = self.LINE.with_seconds({0: 12.5})
        starts = [(phase.start, phase.seconds) for phase in changed.phases]
        assert starts == [(0.0, 12.5), (12.5, None), (12.5, 20.0)]
        assert (changed.seconds, self.LINE.seconds) == (32.5, 30.0)

    @pytest.mark.parametrize(
        ("instant", "is_there"),
        [
            (Instant(0), True),
            (Instant(0, 9.9), True),
            (Instant(1, 1000.0), True),
            (Instant(0, 10.0), False),
            (Instant(0, -1.0), False),
            (Instant(-1), False),
            (Instant(3), False),
            (Instant(1, float("inf")), False),
            (Instant(1, float("nan")), False),
        ],
    )
    def test_an_instant_lies_in_a_phase_or_nowhere(self, instant: Instant, is_there: bool) -> None:
        """The end lies in none."""
        assert self.LINE.has(instant) is is_there


class TestCues:
    """What is worth hearing, and when."""

    def test_a_long_hold(self) -> None:
        """Its beginning, half of it, and the last three seconds."""
        line = phases(20.0)
        assert line.cues(BEFORE, line.end) == (
            Cue(CueKind.BEGAN, Instant(0)),
            Cue(CueKind.HALF, Instant(0, 10.0)),
            Cue(CueKind.COUNTDOWN, Instant(0, 17.0), 3),
            Cue(CueKind.COUNTDOWN, Instant(0, 18.0), 2),
            Cue(CueKind.COUNTDOWN, Instant(0, 19.0), 1),
            Cue(CueKind.FINISHED, Instant(1)),
        )

    @pytest.mark.parametrize(
        ("seconds", "kind", "expected"),
        [
            (19.9, PhaseKind.HOLD, ["began", "3", "2", "1"]),
            (60.0, PhaseKind.MOVE, ["began", "3", "2", "1"]),
            (8.0, PhaseKind.SWITCH, ["began", "switch", "3", "2", "1"]),
            (3.0, PhaseKind.RELAX, ["began", "2", "1"]),
            (1.0, PhaseKind.HOLD, ["began"]),
            (0.5, PhaseKind.READY, ["began"]),
            (None, PhaseKind.MOVE, ["began"]),
            (None, PhaseKind.SWITCH, ["began", "switch"]),
        ],
    )
    def test_other_phases(
        self, seconds: float | None, kind: PhaseKind, expected: list[str]
    ) -> None:
        """Half-way is for long holds; a count needs more seconds than it counts."""
        line = phases(seconds, kind=kind)
        cues = line.cues(BEFORE, Instant(0, 1e9))
        assert [str(cue.left or cue.kind.value) for cue in cues] == expected

    def test_a_breath_is_told_where_it_turns(self) -> None:
        """Out after half of it; the first one in begins with the hold, the last ends with it."""
        line = breathed(20.0, 8.0)
        assert [(cue.kind.value, cue.instant.offset) for cue in line.cues(BEFORE, line.end)] == [
            *(("began", 0.0), ("breathe-out", 4.0), ("breathe-in", 8.0)),
            *(("half", 10.0), ("breathe-out", 12.0), ("breathe-in", 16.0)),
            *(("countdown", 17.0), ("countdown", 18.0), ("countdown", 19.0), ("finished", 0.0)),
        ]

    @pytest.mark.parametrize("tenths", range(20, 201, 7))
    @pytest.mark.parametrize("breaths", [1, 5, 15, 31])
    def test_no_breath_turns_where_the_hold_ends(self, tenths: int, breaths: int) -> None:
        """Also where the seconds of so many breaths are inexact, as 31 times 2.1 are."""
        breath = tenths / 10
        line = breathed(breaths * breath, breath)
        turns = [
            cue
            for cue in line.cues(BEFORE, line.end)
            if cue.kind in {CueKind.BREATHE_IN, CueKind.BREATHE_OUT}
        ]
        assert len(turns) == 2 * breaths - 1
        assert all(line.has(cue.instant) for cue in turns)
        assert turns[-1].kind is CueKind.BREATHE_OUT

    def test_a_phase_without_a_length_tells_no_breaths(self) -> None:
        """Nobody knows how many there will be."""
        line = breathed(None, 6.0)
        assert line.cues(BEFORE, Instant(0, 1e9)) == (Cue(CueKind.BEGAN, Instant(0)),)

    @pytest.mark.parametrize(
        ("instant", "seconds"),
        [
            (Instant(0), 10.0),
            (Instant(0, 9.5), 0.5),
            (Instant(0, 10.0), 7.0),
            (Instant(0, 18.5), 0.5),
            (Instant(0, 19.0), None),
            (Instant(1, 5.0), None),
            (Instant(2), None),
        ],
    )
    def test_the_time_to_the_next_cue(self, instant: Instant, seconds: float | None) -> None:
        """Of the same phase; the last one, a phase without a length and the end have none."""
        assert phases(20.0, None).until_cue(instant) == seconds

    def test_a_cue_belongs_to_the_later_end_of_a_span(self) -> None:
        """After `before`, up to and with `after`: each exactly once."""
        line = phases(20.0, 20.0)
        half = Cue(CueKind.HALF, Instant(0, 10.0))
        assert line.cues(Instant(0, 9.0), Instant(0, 10.0)) == (half,)
        assert line.cues(Instant(0, 10.0), Instant(0, 11.0)) == ()

    def test_the_end_is_told_once(self) -> None:
        """Not again by whoever looks again."""
        line = phases(5.0)
        assert line.cues(Instant(0, 4.5), line.end) == (Cue(CueKind.FINISHED, line.end),)
        assert line.cues(line.end, line.end) == ()

    def test_stale_cues_are_left_out(self) -> None:
        """After two minutes only the beginning of the phase that one is in still matters."""
        line = phases(20.0, 20.0, 20.0, 200.0, kind=PhaseKind.SWITCH)
        reached = line.walk(line.start, 120.0)
        assert line.fresh(line.cues(line.start, reached), reached) == (
            Cue(CueKind.BEGAN, Instant(3)),
            Cue(CueKind.SWITCH, Instant(3)),
        )

    def test_a_cue_of_a_second_ago_is_fresh(self) -> None:
        """A tick that comes once a second misses nothing."""
        line = phases(20.0)
        half = (Cue(CueKind.HALF, Instant(0, 10.0)),)
        assert line.fresh(half, Instant(0, 11.0)) == half
        assert line.fresh(half, Instant(0, 11.1)) == ()

    def test_the_end_is_never_stale(self) -> None:
        """An hour later it is still told that the routine is over."""
        line = phases(5.0, 60.0)
        reached = line.walk(line.start, 3600.0)
        found = line.fresh(line.cues(line.start, reached), reached)
        assert found[-1] == Cue(CueKind.FINISHED, line.end)

    def test_one_who_jumps_hears_what_begins_there(self) -> None:
        """Not the cues on the way; in the middle of a phase none."""
        line = phases(20.0, 8.0, kind=PhaseKind.SWITCH)
        began = (Cue(CueKind.BEGAN, Instant(1)), Cue(CueKind.SWITCH, Instant(1)))
        assert line.cues_at(Instant(1)) == began
        assert line.cues_at(Instant(1, 0.5)) == ()
        assert line.cues_at(line.end) == (Cue(CueKind.FINISHED, line.end),)
