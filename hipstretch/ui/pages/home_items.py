"""What the library on Home shows: routines and files that are none, their words, what fits."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from hipstretch.core.catalogue import Facts, FaultItem, Filter, HomeItem, RoutineItem
from hipstretch.ui import words
from hipstretch.ui.mark_words import ask_mark, position_mark
from hipstretch.ui.plan_words import gentle_length
from hipstretch.ui.widgets.concern_mark import Mark
from hipstretch.ui.widgets.routine_card import CardContent

if TYPE_CHECKING:
    from hipstretch.ui.widgets.fault_card import FaultContent

_SEPARATOR = " · "


class PersonToday(NamedTuple):
    """What of the person matters for cards: what to ask about, to avoid, and a flare-up day."""

    conditions: tuple[str, ...] = ()
    avoided: tuple[str, ...] = ()
    is_flare_up: bool = False


_ANYBODY = PersonToday()


def fits(item: HomeItem, chosen: Filter) -> bool:
    """Whether an item is to be shown; a faulty file only where nothing of a routine is asked."""
    if isinstance(item, RoutineItem):
        return chosen.fits(item.facts)
    if chosen._replace(text="", own=False) != Filter():
        return False
    name = item.file_name.casefold()
    return all(word in name for word in chosen.text.casefold().split())


def fitting(items: Iterable[HomeItem], chosen: Filter) -> list[HomeItem]:
    """The items to be shown, in their order."""
    return [item for item in items if fits(item, chosen)]


def routine_content(facts: Facts, person: PersonToday = _ANYBODY) -> CardContent:
    """The words of a routine's card for a person."""
    place = facts.places[0]
    return CardContent(
        facts.name,
        words.place_word(place),
        words.place_icon(place),
        facts.picture,
        (("clock", length_line(facts, person)), ("target", area_line(facts))),
        QCoreApplication.translate("Home", "Mine") if facts.is_own else "",
        mark_of(facts, person),
    )


def mark_of(facts: Facts, person: PersonToday) -> Mark:
    """What to mind about a routine: what to ask about first, else a position; else nothing."""
    conditions = tuple(one for one in facts.ask_first if one in person.conditions)
    if conditions:
        told = QCoreApplication.translate("Home", "Ask first with {conditions}.")
        return ask_mark(told.format(conditions=words.conditions_phrase(conditions)))
    return _position_mark(facts, person.avoided) if person.avoided else Mark()


def _position_mark(facts: Facts, avoided: tuple[str, ...]) -> Mark:
    """The first of the avoided positions that a routine takes."""
    from hipstretch.core.conditions import Avoided

    for one in Avoided:
        taken = (position for position in facts.positions if one.covers(position))
        position = next(taken, None)
        if one in avoided and position is not None:
            told = QCoreApplication.translate("Home", "A part of it is: {position}.")
            return position_mark(one, told.format(position=words.position_word(position).lower()))
    return Mark()


def fault_content(item: FaultItem) -> FaultContent:
    """The words of a faulty file's card."""
    from hipstretch.ui.widgets.fault_card import FaultContent

    message = item.faults[0].message if item.faults else ""
    return FaultContent(item.file_name, message, len(item.faults))


def length_line(facts: Facts, person: PersonToday = _ANYBODY) -> str:
    """How long it takes and how many stretches it has: "10 min · 7 stretches".

    On a flare-up day some of them rest.
    """
    if person.is_flare_up:
        return gentle_length(facts.gentle_seconds)
    return _SEPARATOR.join((words.minutes(facts.seconds), words.stretches(facts.stretches)))


def area_line(facts: Facts) -> str:
    """What it is for and what it needs: "Hip and lower back · Pillow"."""
    things = () if facts.needs_nothing else _worth_naming(facts.equipment)
    told = (words.areas_phrase(facts.main_areas), words.equipment_phrase(things))
    return _SEPARATOR.join(part for part in told if part)


def _worth_naming(equipment: tuple[str, ...]) -> tuple[str, ...]:
    """The equipment without the mat, which the floor can stand in for."""
    return tuple(thing for thing in equipment if thing != "mat")
