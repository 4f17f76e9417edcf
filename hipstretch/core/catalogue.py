"""What Home tells of a routine, and which routines it shows: facts and filters."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from hipstretch.core.body import Area, Picture, Place, Position
from hipstretch.core.fault import Fault

if TYPE_CHECKING:  # Home starts from an index of facts and needs no routine for it
    from hipstretch.core.exercise import Exercise
    from hipstretch.core.person import Person
    from hipstretch.core.routine import Routine

SHORT_SECONDS = 600.0
"""A routine under ten minutes counts as short."""
_EVERYWHERE = frozenset({"mat"})
"""Equipment that the floor itself can stand in for."""


class Topic(StrEnum):
    """The parts of the body as people name them; each gathers several areas."""

    HIP = "hip"
    LOWER_BACK = "lower-back"
    SCIATICA = "sciatica"


_TOPIC_AREAS = {
    Topic.HIP: {Area.HIP, Area.GLUTES, Area.HIP_FLEXORS},
    Topic.LOWER_BACK: {Area.LOWER_BACK, Area.CORE},
    Topic.SCIATICA: {Area.PIRIFORMIS, Area.GLUTES, Area.HAMSTRINGS},
}


class Facts(NamedTuple):
    """What a card tells of a routine; `seconds` is the plan's total for a person.

    `times_per_day` is None where nobody has prescribed it; `days` are named as files name them,
    none for every day. `ask_first` gathers the conditions of all its exercises; `gentle_seconds`
    is the plan's total on a flare-up day.
    """

    id: str
    name: str
    is_own: bool
    seconds: float
    stretches: int
    position: Position
    places: tuple[Place, ...]
    areas: tuple[Area, ...]
    equipment: tuple[str, ...]
    figure: str = ""
    times_per_day: int | None = None
    days: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    gentle_seconds: float = 0.0

    @property
    def picture(self) -> Picture:
        """What shows the routine: its first one-sided stretch, else its first exercise."""
        return Picture(self.position, self.figure)

    @classmethod
    def of(cls, routine: Routine, person: Person, *, is_own: bool) -> Facts:
        """The facts of a routine."""
        from hipstretch.core.flare_up import gentler
        from hipstretch.core.routine import Step
        from hipstretch.core.timeline import Timeline

        leading = _leading(routine)
        positions = routine.positions or (Position.STANDING,)
        return cls(
            routine.id,
            routine.name,
            is_own,
            Timeline.of(routine, person).seconds,
            sum(1 for step in routine.steps if isinstance(step, Step)),
            leading.position if leading is not None else Position.STANDING,
            tuple(dict.fromkeys(position.place for position in positions)),
            routine.areas,
            routine.equipment,
            leading.figure if leading is not None else "",
            routine.times_per_day.low if routine.times_per_day is not None else None,
            tuple(day.value for day in routine.days),
            tuple(dict.fromkeys(one for e in routine.exercises for one in e.ask_first)),
            routine.positions,
            Timeline.of(gentler(routine), person).seconds,
        )

    @property
    def needs_nothing(self) -> bool:
        """Whether it needs no equipment but the floor."""
        return set(self.equipment) <= _EVERYWHERE

    @property
    def main_areas(self) -> tuple[Area, ...]:
        """The first two areas, which are the ones that it is about."""
        return self.areas[:2]


def _leading(routine: Routine) -> Exercise | None:
    """The exercise that stands for a routine; None where it is all pauses."""
    from hipstretch.core.dose import SideRule

    exercises = list(routine.exercises)
    one_sided = (e for e in exercises if e.dose.sides not in {None, SideRule.BOTH})
    stretches = [e for e in one_sided if e.kind == "stretch"]
    return next(iter(stretches or exercises), None)


class RoutineItem(NamedTuple):
    """A routine on Home."""

    facts: Facts


class FaultItem(NamedTuple):
    """A file on Home that could not be read; `key` is its path."""

    key: str
    file_name: str
    faults: tuple[Fault, ...]


HomeItem = RoutineItem | FaultItem


class Filter(NamedTuple):
    """Which routines to show; nothing chosen shows all.

    Within places and within topics one of the chosen must fit; all the rest must fit together.
    """

    text: str = ""
    places: frozenset[Place] = frozenset()
    topics: frozenset[Topic] = frozenset()
    short: bool = False
    needs_nothing: bool = False
    own: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return self == Filter()

    def fits(self, facts: Facts) -> bool:
        """Whether a routine is to be shown."""
        return (
            _has_words(facts, self.text)
            and (not self.places or set(facts.places) <= self.places)
            and (not self.topics or any(_is_about(facts, topic) for topic in self.topics))
            and (not self.short or facts.seconds < SHORT_SECONDS)
            and (not self.needs_nothing or facts.needs_nothing)
            and (not self.own or facts.is_own)
        )


def _is_about(facts: Facts, topic: Topic) -> bool:
    """Whether a routine works on one of a topic's areas, or names it."""
    named = topic.value.replace("-", " ") in facts.name.lower()
    return named or bool(_TOPIC_AREAS[topic] & set(facts.areas))


def _has_words(facts: Facts, text: str) -> bool:
    """Whether every word of a search stands in what the card tells."""
    told = " ".join([facts.name, *facts.areas, *facts.places, *facts.equipment])
    plain = told.replace("-", " ").casefold()
    return all(word in plain for word in text.replace("-", " ").casefold().split())
