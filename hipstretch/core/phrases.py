"""What the voice says at a cue: the fullest phrase that is over before the next thing is heard.

Rules:

- A phrase fits between its first word and the end of its phase, or the next word in it.
- It is better to say nothing than to run over.
- The seconds that are counted aloud are those that the chimes count.
"""

from __future__ import annotations

from math import inf

from hipstretch.core.chimes import chime_of, is_counted
from hipstretch.core.routine import Routine
from hipstretch.core.session import RESUME_SECONDS
from hipstretch.core.speaking_time import first_fitting, speaking_seconds
from hipstretch.core.speech_scene import Manner, Scene
from hipstretch.core.timeline import Cue, CueKind, Instant, PhaseKind, Timeline
from hipstretch.core.wording import (
    Option,
    Words,
    count_options,
    end_options,
    ready_options,
    relax_options,
    rep_options,
    rest_options,
    switch_options,
    went_on_options,
)

__all__ = ["CHIME_LEAD", "Manner", "phrase_of"]

CHIME_LEAD = 0.5
"""Seconds that a chime sounds before the voice begins."""
MARGIN = 0.3
"""Seconds of silence after a phrase, and for a voice that takes longer than expected."""

_FIXED = {
    CueKind.HALF: Words.HALF,
    CueKind.PAUSED: Words.PAUSED,
    CueKind.HURT: Words.HURT,
    CueKind.ASKED: Words.ASKED,
    CueKind.RESUMING: Words.GET_READY,
}

_UNTIMED = {CueKind.PAUSED, CueKind.HURT, CueKind.ASKED, CueKind.FINISHED}
"""Cues after which no time runs."""


def phrase_of(
    cue: Cue, routine: Routine, timeline: Timeline, manner: Manner, lead: float = 0.0
) -> str:
    """What is said at a cue; empty where nothing is.

    `lead` are the seconds between the cue and the first word, in which the chime sounds. A count of
    the last seconds is said at its cue, together with the chime.
    """
    if not manner.level.speaks:
        return ""
    scene = Scene(routine, timeline, cue.instant.phase_index, manner)
    return first_fitting(_options(cue, scene, lead), _room(cue, scene, lead), manner.pace)


def _options(cue: Cue, scene: Scene, lead: float) -> list[Option]:
    """What could be said at a cue."""
    if cue.kind in _FIXED:
        return [(_FIXED[cue.kind],)]
    if cue.kind is CueKind.FINISHED:
        return end_options(scene)
    if cue.kind is CueKind.COUNTDOWN:
        return count_options(cue.left) if _is_counted(scene) else []
    if cue.kind is CueKind.WENT_ON and scene.phase.kind.is_rep:
        return went_on_options(scene)
    if cue.kind in {CueKind.BEGAN, CueKind.WENT_ON}:
        return _phase_options(cue, scene, lead)
    return []


def _phase_options(cue: Cue, scene: Scene, lead: float) -> list[Option]:
    """What could be said in a phase; a pause without a length says how to leave it."""
    if scene.phase.kind.is_rep:
        return rep_options(scene, _told_before(scene, lead))
    options = _pause_options(cue, scene, lead)
    if scene.phase.seconds is None:
        return [(*option, Words.LEAVE) for option in options]
    return options


def _pause_options(cue: Cue, scene: Scene, lead: float) -> list[Option]:
    """What could be said in a pause; of a rest that goes on, what is left."""
    phase = scene.phase
    if phase.kind is PhaseKind.READY:
        return ready_options(scene, move_can_wait=_rep_has_room_for_move(scene, lead))
    if phase.kind is PhaseKind.SWITCH:
        return switch_options(scene)
    if phase.kind is PhaseKind.RELAX:
        return relax_options(scene)
    return rest_options(
        scene, None if phase.seconds is None else phase.seconds - cue.instant.offset
    )


def _rep_has_room_for_move(scene: Scene, lead: float) -> bool:
    """Whether the rep that comes is long enough to tell the move into it."""
    began = Cue(CueKind.BEGAN, Instant(scene.rep.index))
    room = _room(began, scene.rep, max(lead, CHIME_LEAD))
    return speaking_seconds(scene.lines.move, scene.manner.pace) <= room


def _told_before(scene: Scene, lead: float) -> str:
    """What the pause that leads to a rep said; empty where there was none."""
    before = scene.before
    if before is None or before.phase.kind.is_rep:
        return ""
    began = Cue(CueKind.BEGAN, Instant(before.index))
    chimed = lead if chime_of(began, scene.timeline) is not None else 0.0
    return phrase_of(began, scene.routine, scene.timeline, scene.manner, chimed)


def _room(cue: Cue, scene: Scene, lead: float) -> float:
    """The seconds that a phrase may take."""
    if cue.kind in _UNTIMED:
        return inf
    if cue.kind is CueKind.RESUMING:
        return RESUME_SECONDS - lead - MARGIN
    seconds = scene.phase.seconds
    if seconds is None:
        return inf
    later = scene.timeline.cues(cue.instant, Instant(scene.index, seconds))
    end = next((later.instant.offset for later in later if _is_said(later, scene)), seconds)
    waited = 0.0 if cue.kind is CueKind.COUNTDOWN else lead
    return end - cue.instant.offset - waited - MARGIN


def _is_said(cue: Cue, scene: Scene) -> bool:
    """Whether a later cue of a phase has a word."""
    return cue.kind is CueKind.HALF or (cue.kind is CueKind.COUNTDOWN and _is_counted(scene))


def _is_counted(scene: Scene) -> bool:
    """Whether the last seconds of a phase are counted aloud."""
    return scene.manner.count_seconds and is_counted(scene.phase)
