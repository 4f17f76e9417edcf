"""The words of the voice: what could be said in each phase, from the fullest to the shortest.

Rules:

- Who listens lies with closed eyes: name, side, number and line suffice without the screen.
- What there was no time to say before a rep is said as it begins.
- A brief rep that comes for the third time needs no line any more, only its number.
- A phase without a length says how to leave it.
- An empty sentence is left out of what it is part of.
"""

from __future__ import annotations

from enum import StrEnum

from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Side
from hipstretch.core.speech_scene import Scene
from hipstretch.core.spoken_words import (
    capitalised,
    duration_words,
    held_words,
    number_words,
    sentences,
    speakable,
)
from hipstretch.core.timeline import PhaseKind
from hipstretch.core.view import Limb, limb_of


class Words(StrEnum):
    """Every sentence that is not an exercise's own."""

    NEXT = "Next: {name}"
    GET_READY = "Get ready."
    SWITCH = "Switch to the {side}."
    BOTH = "Now both sides together."
    SIDE = "{side}."
    COUNT = "{number} of {all}."
    NUMBER = "{number}."
    LAST = "The last one."
    HOLD = "Hold."
    BEGIN = "Begin."
    AGAIN = "Again."
    HOLD_FOR = "Hold for {time}."
    MOVE_FOR = "Keep going for {time}."
    STAY_FOR = "Rest here for {time}."
    OWN_PACE = "At your own pace. Press space, or play on your headset, when you are done."
    LEAVE = "Press space, or play on your headset, to go on."
    HALF = "Half way."
    RELAX = "Relax."
    REST = "Rest."
    REST_FOR = "Rest for {time}."
    NEXT_SET = "Set {number} of {all} is next."
    OPEN_SET = "Set {number} is next."
    PAUSED = "Paused."
    HURT = "Paused. Ease out slowly."
    ASKED = "Paused. Ease out slowly. How is it now?"
    WENT_ON = "Go on."
    ENDED = "That was the last one."
    REST_NOW = "Rest for a moment."


_LIMBS = {
    Limb.LEG: "{side} leg.",
    Limb.ARM: "{side} arm.",
    Limb.HIP: "{side} hip.",
    Limb.BODY: "{side} side.",
}

Option = tuple[str, ...]
"""What could be said, in sentences."""


def ready_options(scene: Scene, *, move_can_wait: bool) -> list[Option]:
    """What comes and how to get there; first of all the move where it cannot wait for the rep."""
    lines, note = scene.lines, scene.note
    setup, move = lines.setup, lines.move
    core = scene.side_setup or sentences(setup)[0]
    rest: list[Option] = [(note, setup, move)]
    if not move_can_wait:
        rest += [(setup, move), (note, core, move), (core, move)]
        rest += [(core, sentences(move)[0]), (move,)]
    rest += [(note, setup), (setup, move), (setup,), (core, move), (core,), (move,), ()]
    name, limb = _announced(scene), _limb(scene)
    return [*((name, limb, *option) for option in rest), (name,), (limb,), (Words.GET_READY,)]


def switch_options(scene: Scene) -> list[Option]:
    """To the other side, and what is different there."""
    side = scene.phase.side or Side.BOTH
    switch, setup, move = _switch(side), scene.side_setup, scene.lines.move
    short: list[Option] = [(switch,), (capitalised(Words.SIDE.format(side=side)),)]
    if scene.is_familiar:
        return short
    return [
        (switch, setup, move),
        (switch, setup or move),
        (switch, move),
        (scene.release, switch),
        *short,
    ]


def relax_options(scene: Scene) -> list[Option]:
    """Out of the rep, in the exercise's own words until they are familiar, or the first of them."""
    relax: list[Option] = [(Words.RELAX,)]
    release = scene.release
    if not release or (scene.done is not None and scene.done.is_familiar):
        return relax
    return [(release,), (speakable(release.partition(", then ")[0]),), *relax]


def rest_options(scene: Scene, left: float | None) -> list[Option]:
    """How long the rest is, where it has a length, and what comes after it."""
    rest = Words.REST if left is None else Words.REST_FOR.format(time=duration_words(left))
    coming = _coming(scene)
    return [
        (scene.release, rest, *coming),
        (rest, *coming),
        (Words.REST, *coming),
        (Words.REST, *coming[:1]),
        (Words.REST,),
    ]


def rep_options(scene: Scene, told: str) -> list[Option]:
    """Which rep it is and what to do; `told` is what the pause before it said."""
    count, number = _count(scene)
    short: list[Option] = [(count,), (number,), (_begin(scene),)]
    options = short if scene.is_familiar else [*_line_options(scene, told, count, number), *short]
    opening = _opening(scene)
    if not opening:
        return options
    return [*((*opening, *option) for option in options), opening, *options]


def count_options(left: int) -> list[Option]:
    """The seconds that are left."""
    return [(capitalised(Words.NUMBER.format(number=number_words(left))),)]


def went_on_options(scene: Scene) -> list[Option]:
    """Back in a rep after a pause of the person."""
    return [(scene.lines.hold,), (Words.WENT_ON,)]


def end_options(scene: Scene) -> list[Option]:
    """After the last phase; out of the last rep, too."""
    has_worked = scene.done is not None and not scene.done.is_resting
    rest = Words.REST_NOW if has_worked and scene.is_full else ""
    return [(Words.ENDED, scene.release, rest)]


def _line_options(scene: Scene, told: str, count: str, number: str) -> list[Option]:
    """A rep with its line; in its place the move where that has not been told."""
    move, hold = scene.lines.move, scene.lines.hold
    how_long = _how_long(scene)
    options: list[Option] = [(count, hold, how_long), (count, hold), (number, hold)]
    if move in told or scene.phase.rep != 1 or scene.phase.set != 1:
        return options
    comes_again = scene.phase.kind is PhaseKind.MOVE or (scene.phase.reps or 1) > 1
    return [
        (count, move, how_long, "" if comes_again else hold),
        (count, move, how_long),
        (count, move),
        (number, move),
        (move,),
        *options,
    ]


def _announced(scene: Scene) -> str:
    """The exercise's name, after another exercise as the next."""
    name = speakable(scene.exercise.name) if scene.exercise is not None else ""
    follows = scene.before is not None and scene.before.exercise is not None
    return Words.NEXT.format(name=name) if follows and name else name


def _limb(scene: Scene) -> str:
    """The side that works, by its limb; empty for both."""
    side, exercise = scene.phase.side, scene.exercise
    if side is None or side is Side.BOTH or exercise is None:
        return ""
    return capitalised(_LIMBS[limb_of(exercise, side)].format(side=side))


def _switch(side: Side) -> str:
    """To a side."""
    return Words.BOTH if side is Side.BOTH else Words.SWITCH.format(side=side)


def _coming(scene: Scene) -> Option:
    """What comes after a rest: the next set, or the next exercise."""
    phase = scene.phase
    if phase.set is not None:
        words = Words.NEXT_SET if phase.sets is not None else Words.OPEN_SET
        numbers = {"number": number_words(phase.set), "all": number_words(phase.sets or 0)}
        return words.format(**numbers), _limb(scene)
    coming = scene.next_exercise
    return () if coming is None else (_next(coming),)


def _opening(scene: Scene) -> Option:
    """What a pause would have said where the routine has none before a rep."""
    if scene.before is None or scene.before.phase.step != scene.phase.step:
        return _announced(scene), _limb(scene)
    done = scene.done
    if done is not None and done.phase.side is not scene.phase.side:
        return (_switch(scene.phase.side or Side.BOTH),)
    return ()


def _count(scene: Scene) -> tuple[str, str]:
    """The rep's number of all, and the number alone; empty where nothing is counted."""
    phase = scene.phase
    if not scene.manner.count_reps or phase.rep is None or (phase.reps or 1) == 1:
        return "", ""
    number = capitalised(Words.NUMBER.format(number=number_words(phase.rep)))
    if phase.kind is PhaseKind.MOVE and scene.is_brief:
        return (f"{number} {Words.LAST}" if phase.rep == phase.reps else number), number
    count = Words.COUNT.format(number=number_words(phase.rep), all=number_words(phase.reps or 1))
    return capitalised(count), number


def _begin(scene: Scene) -> str:
    """The one word that begins a rep."""
    if scene.phase.kind is PhaseKind.HOLD:
        return Words.HOLD
    return Words.BEGIN if scene.phase.rep == 1 else Words.AGAIN


def _how_long(scene: Scene) -> str:
    """How long the first rep lasts; a brief movement shows it by itself."""
    phase = scene.phase
    if not scene.is_first_rep:
        return ""
    if phase.seconds is None:
        return Words.OWN_PACE
    moves = phase.kind is PhaseKind.MOVE
    if not scene.is_full or (moves and scene.is_brief):
        return ""
    if scene.is_resting:
        return Words.STAY_FOR.format(time=duration_words(phase.seconds))
    words = Words.MOVE_FOR if moves else Words.HOLD_FOR
    return words.format(time=held_words(phase.seconds, phase.breath))


def _next(exercise: Exercise) -> str:
    """An exercise as the next."""
    name = speakable(exercise.name)
    return Words.NEXT.format(name=name) if name else ""
