from __future__ import annotations

import pytest

from hipstretch.core.chimes import Chime, chime_of, is_counted
from hipstretch.core.person import Side
from hipstretch.core.timeline import Cue, CueKind, Instant, Phase, PhaseKind, Timeline


def phase(kind: PhaseKind, seconds: float | None = 30.0, breath: float | None = None) -> Phase:
    """A phase of a kind."""
    return Phase(0.0, seconds, kind, 0, "A", Side.BOTH, 1, 1, 1, 1, breath)


def line(*phases: Phase) -> Timeline:
    """A timeline of phases."""
    return Timeline(phases)


READY = phase(PhaseKind.READY)


@pytest.mark.parametrize(
    ("kind", "chime"),
    [
        (PhaseKind.HOLD, Chime.BEGIN),
        (PhaseKind.MOVE, Chime.BEGIN),
        (PhaseKind.RELAX, Chime.RELEASE),
        (PhaseKind.SWITCH, Chime.SWITCH),
        (PhaseKind.REST, Chime.SET_DONE),
        (PhaseKind.READY, Chime.SET_DONE),
    ],
)
def test_the_beginning_of_a_phase(kind: PhaseKind, chime: Chime) -> None:
    """A rep begins; a pause sounds as what ended before it."""
    assert chime_of(Cue(CueKind.BEGAN, Instant(1)), line(READY, phase(kind))) is chime


@pytest.mark.parametrize("kind", PhaseKind)
def test_nothing_has_ended_before_the_first_phase(kind: PhaseKind) -> None:
    """Only a rep sounds there."""
    chime = chime_of(Cue(CueKind.BEGAN, Instant(0)), line(phase(kind)))
    assert chime is (Chime.BEGIN if kind.is_rep else None)


def test_a_switch_sounds_once() -> None:
    """Its two cues of one instant have one chime."""
    timeline = line(READY, phase(PhaseKind.SWITCH))
    chimes = [chime_of(cue, timeline) for cue in timeline.cues_at(Instant(1))]
    assert chimes == [Chime.SWITCH, None]


@pytest.mark.parametrize(
    ("cue", "chime"),
    [
        (CueKind.HALF, Chime.HALF),
        (CueKind.BREATHE_IN, Chime.BREATHE_IN),
        (CueKind.BREATHE_OUT, Chime.BREATHE_OUT),
        (CueKind.WENT_ON, Chime.BEGIN),
        (CueKind.PAUSED, None),
        (CueKind.RESUMING, None),
    ],
)
def test_within_a_hold(cue: CueKind, chime: Chime | None) -> None:
    """Going on sounds as beginning does; a pause of the person is silent."""
    assert chime_of(Cue(cue, Instant(0, 5.0)), line(phase(PhaseKind.HOLD))) is chime


def test_going_on_in_a_pause_is_silent() -> None:
    """No rep begins there."""
    assert chime_of(Cue(CueKind.WENT_ON, Instant(0, 5.0)), line(READY)) is None


def test_the_end() -> None:
    """It lies after the last phase, where there are none as well; nothing else sounds there."""
    for timeline in (line(), line(READY)):
        assert chime_of(Cue(CueKind.FINISHED, timeline.end), timeline) is Chime.FINISHED
        assert chime_of(Cue(CueKind.PAUSED, timeline.end), timeline) is None


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        (PhaseKind.HOLD, 10.0),
        (PhaseKind.MOVE, 20.0),
        (PhaseKind.READY, 8.0),
        (PhaseKind.RELAX, 8.0),
        (PhaseKind.SWITCH, 8.0),
        (PhaseKind.REST, 8.0),
    ],
)
def test_only_what_is_long_enough_is_counted(kind: PhaseKind, least: float) -> None:
    """Who holds five seconds hears enough already."""
    for seconds, counts in ((least, True), (least - 0.1, False), (None, False)):
        one = phase(kind, seconds)
        assert is_counted(one) is counts
        count = chime_of(Cue(CueKind.COUNTDOWN, Instant(0, 1.0), 3), line(one))
        assert count is (Chime.COUNT if counts else None)


def test_a_routine_as_it_sounds() -> None:
    """From the first word to the end, in order."""
    kinds = [
        (PhaseKind.READY, 10.0),
        (PhaseKind.HOLD, 20.0),
        (PhaseKind.RELAX, 5.0),
        (PhaseKind.HOLD, 5.0),
        (PhaseKind.SWITCH, 8.0),
        (PhaseKind.MOVE, 7.0),
        (PhaseKind.REST, 15.0),
    ]
    timeline = line(*(phase(kind) for kind, _ in kinds)).with_seconds(
        {at: seconds for at, (_, seconds) in enumerate(kinds)}
    )
    cues = timeline.cues(Instant(0, -1.0), timeline.end)
    heard = [(timeline.elapsed(cue.instant), chime_of(cue, timeline)) for cue in cues]
    assert [(at, chime.value) for at, chime in heard if chime is not None] == [
        *((7.0, "count"), (8.0, "count"), (9.0, "count")),
        *((10.0, "begin"), (20.0, "half")),
        *((27.0, "count"), (28.0, "count"), (29.0, "count")),
        *((30.0, "release"), (35.0, "begin"), (40.0, "switch")),
        *((45.0, "count"), (46.0, "count"), (47.0, "count")),
        *((48.0, "begin"), (55.0, "set-done")),
        *((67.0, "count"), (68.0, "count"), (69.0, "count")),
        (70.0, "finished"),
    ]
