"""The chimes, and which of them is heard at a cue.

Rules:

- Each rep begins with `begin`; going on after a pause sounds the same.
- A rep ends with the chime of what follows: `release` before the next rep of that side, `switch`
  before the other side, `set-done` before a rest or the next exercise, `finished` at the end.
- What begins a phase is heard at its `BEGAN`; the `SWITCH` of the same instant adds nothing.
- Only what is long enough is counted down: who holds five seconds hears enough already.
"""

from __future__ import annotations

from enum import StrEnum

from hipstretch.core.timeline import Cue, CueKind, Phase, PhaseKind, Timeline

COUNTED_FROM = {PhaseKind.HOLD: 10.0, PhaseKind.MOVE: 20.0}
"""Seconds from which a rep's last three are counted."""
PAUSE_COUNTED_FROM = 8.0
"""The same for a pause."""


class Chime(StrEnum):
    """A sound of the app; the value is its file's name."""

    BEGIN = "begin"
    HALF = "half"
    COUNT = "count"
    RELEASE = "release"
    SWITCH = "switch"
    SET_DONE = "set-done"
    FINISHED = "finished"
    BREATHE_IN = "breathe-in"
    BREATHE_OUT = "breathe-out"
    SKIN_CHECK = "skin-check"
    ALARM = "alarm"


_BY_CUE = {
    CueKind.HALF: Chime.HALF,
    CueKind.BREATHE_IN: Chime.BREATHE_IN,
    CueKind.BREATHE_OUT: Chime.BREATHE_OUT,
    CueKind.FINISHED: Chime.FINISHED,
}
_BY_PHASE = {
    PhaseKind.HOLD: Chime.BEGIN,
    PhaseKind.MOVE: Chime.BEGIN,
    PhaseKind.RELAX: Chime.RELEASE,
    PhaseKind.SWITCH: Chime.SWITCH,
    PhaseKind.REST: Chime.SET_DONE,
    PhaseKind.READY: Chime.SET_DONE,
}


def chime_of(cue: Cue, timeline: Timeline) -> Chime | None:
    """The chime of a cue; None for one that has none."""
    index = cue.instant.phase_index
    if index >= len(timeline.phases):
        return _BY_CUE.get(cue.kind)
    phase = timeline.phases[index]
    if cue.kind is CueKind.BEGAN:
        return _BY_PHASE[phase.kind] if index > 0 or phase.kind.is_rep else None
    if cue.kind is CueKind.WENT_ON:
        return Chime.BEGIN if phase.kind.is_rep else None
    if cue.kind is CueKind.COUNTDOWN:
        return Chime.COUNT if is_counted(phase) else None
    return _BY_CUE.get(cue.kind)


def is_counted(phase: Phase) -> bool:
    """Whether the last three seconds of a phase are counted."""
    return (phase.seconds or 0.0) >= COUNTED_FROM.get(phase.kind, PAUSE_COUNTED_FROM)
