"""The words of ice and heat: what runs, what to do now, when a place is ready, what was refused."""

from __future__ import annotations

import math
from datetime import datetime

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.therapy import MINUTES_BOUNDS, Kind, Means, Place, Refusal
from hipstretch.core.therapy_check import lines
from hipstretch.core.therapy_view import CardState, CardView, DayPart
from hipstretch.ui.break_words import clock_word, length
from hipstretch.ui.words import capitalised, clock

translate = QCoreApplication.translate
_MINUTE, _HOUR = 60.0, 3600.0
_CARE = 4

_KINDS = {
    Kind.ICE: QT_TRANSLATE_NOOP("Therapy", "ice"),
    Kind.HEAT: QT_TRANSLATE_NOOP("Therapy", "heat"),
}
_PLACES = {
    Place.RIGHT_HIP: QT_TRANSLATE_NOOP("Therapy", "right hip"),
    Place.LEFT_HIP: QT_TRANSLATE_NOOP("Therapy", "left hip"),
    Place.LOWER_BACK: QT_TRANSLATE_NOOP("Therapy", "lower back"),
    Place.OTHER: QT_TRANSLATE_NOOP("Therapy", "other"),
}
_MEANS = {
    Means.PACK: QT_TRANSLATE_NOOP("Therapy", "Wrapped pack"),
    Means.PAD: QT_TRANSLATE_NOOP("Therapy", "Heating pad"),
    Means.COMPRESS: QT_TRANSLATE_NOOP("Therapy", "Compress"),
    Means.BATH: QT_TRANSLATE_NOOP("Therapy", "Warm bath"),
}
_TAKE_OFF = {
    Means.PACK: QT_TRANSLATE_NOOP("Therapy", "Take the ice off now"),
    Means.PAD: QT_TRANSLATE_NOOP("Therapy", "Take the heat off now"),
    Means.COMPRESS: QT_TRANSLATE_NOOP("Therapy", "Take the heat off now"),
    Means.BATH: QT_TRANSLATE_NOOP("Therapy", "Step out of the bath now"),
}
_HOURS = {
    1: QT_TRANSLATE_NOOP("Therapy", "An hour"),
    2: QT_TRANSLATE_NOOP("Therapy", "Two hours"),
    3: QT_TRANSLATE_NOOP("Therapy", "Three hours"),
    4: QT_TRANSLATE_NOOP("Therapy", "Four hours"),
}
_STILL_ON = {
    Means.PACK: QT_TRANSLATE_NOOP(
        "Therapy", "If the pack is still on, take it off. Then look at your skin."
    ),
    Means.PAD: QT_TRANSLATE_NOOP(
        "Therapy", "If the pad is still on, take it off. Then look at your skin."
    ),
    Means.COMPRESS: QT_TRANSLATE_NOOP(
        "Therapy", "If the compress is still on, take it off. Then look at your skin."
    ),
    Means.BATH: QT_TRANSLATE_NOOP(
        "Therapy", "If you are still in the bath, step out slowly. Then look at your skin."
    ),
}


def kind_word(kind: Kind) -> str:
    """A kind as it stands alone: "Ice"."""
    return capitalised(kind_inside(kind))


def kind_inside(kind: Kind) -> str:
    """A kind as it stands in a sentence: "ice"."""
    return _word(_KINDS[kind])


def place_word(place: Place) -> str:
    """A place as it stands alone: "Right hip", "Other"."""
    return capitalised(_word(_PLACES[place]))


def means_word(means: Means) -> str:
    """With what: "Heating pad"."""
    return _word(_MEANS[means])


def minutes_word(seconds: float) -> str:
    """A length in whole minutes, rounded up: "20 min"."""
    return length(max(1, math.ceil(seconds / _MINUTE)))


def ring_digits(card: CardView) -> str:
    """What stands in the ring: what is left, what it will take, or how long it is over."""
    if card.state is CardState.RINGING:
        return translate("Therapy", "+{time}").format(time=clock(math.floor(card.over)))
    if card.state.is_under_way:
        return clock(card.seconds_left)
    return clock(card.seconds)


def ring_caption(card: CardView) -> str:
    """What stands under the digits."""
    if card.state is CardState.RINGING:
        return translate("Therapy", "over {length}").format(length=minutes_word(card.seconds))
    if card.state.is_under_way:
        return translate("Therapy", "left of {length}").format(length=minutes_word(card.seconds))
    return translate("Therapy", "minutes")


def title(card: CardView, chosen: Place) -> str:
    """What a card says first: "Running", "Look at your skin", "Ready at 16:20".

    Where it runs is told where another place is chosen for the next one.
    """
    if card.state is CardState.RUNNING:
        return translate("Therapy", "Running") if card.place is chosen else _elsewhere(card.place)
    if card.state is CardState.CHECKING:
        return translate("Therapy", "Look at your skin")
    if card.state is CardState.RINGING:
        return take_off(card)
    if card.state is CardState.MISSED:
        return _ended(card, "\N{NO-BREAK SPACE}")
    return ready_at(card)


def line(card: CardView, rest: float) -> str:
    """What a card says then; `rest` is how long places rest, in seconds."""
    if card.state is CardState.RUNNING:
        return _running(card)
    if card.state is CardState.CHECKING:
        return skin_line()
    if card.state is CardState.RINGING:
        return translate("Therapy", "Then look at your skin: pink is fine.")
    if card.state is CardState.MISSED:
        return _word(_STILL_ON[card.means])
    if card.state is CardState.READY:
        return ""
    return _waiting(card, rest)


def skin_line() -> str:
    """What to look for on the skin."""
    return translate("Therapy", "Pink is fine. Very red, white, blotchy or numb: stop.")


def skin_question() -> str:
    """The skin check in one sentence."""
    return translate(
        "Therapy", "Look at your skin: pink is fine. Very red, white, blotchy or numb: stop."
    )


def take_off(card: CardView) -> str:
    """What to do when the time is over: "Take the ice off now"."""
    return _word(_TAKE_OFF[card.means])


def taken_off(card: CardView) -> str:
    """The answer to the alarm: "It is off"."""
    if card.means is Means.BATH:
        return translate("Therapy", "I am out")
    return translate("Therapy", "It is off")


def alarm_line(card: CardView) -> str:
    """What the alarm says under its title: how long it was, and what to do then."""
    words = translate("Therapy", "{length} are over. Then look at your skin: pink is fine.")
    return words.format(length=minutes_word(card.seconds))


def chip_line(card: CardView) -> str:
    """What stands under the time in the rail: what is wanted, or where it runs."""
    return {
        CardState.CHECKING: translate("Therapy", "Look at your skin"),
        CardState.RINGING: translate("Therapy", "Take it off"),
    }.get(card.state, place_word(card.place))


def care_words(means: Means) -> tuple[str, ...]:
    """What to take care of with a means, the four most important lines."""
    return tuple(translate("TherapyCheck", one.words) for one in lines(means)[:_CARE])


def bottle_line() -> str:
    """What is better than a hot-water bottle."""
    return translate("TherapyCheck", lines(Means.PAD)[-1].words)


def ended(card: CardView) -> str:
    """How long ago a treatment ended, while nobody answered: "Ice ended 12 min ago"."""
    return _ended(card, " ")


def ready_at(card: CardView) -> str:
    """When the place is ready: "Ready at 16:20"; "Ready" where it is."""
    if card.ready_at is None:
        return translate("Therapy", "Ready")
    return translate("Therapy", "Ready at {time}").format(time=clock_word(card.ready_at))


def tell_me(card: CardView) -> str:
    """What one presses to be told: "Tell me at 16:20"."""
    time = "" if card.ready_at is None else clock_word(card.ready_at)
    if card.is_awaited:
        return translate("Therapy", "I will tell you")
    return translate("Therapy", "Tell me at {time}").format(time=time)


def start_word(kind: Kind) -> str:
    """What begins a kind: "Start ice"."""
    return translate("Therapy", "Start {kind}").format(kind=kind_inside(kind))


def advice() -> str:
    """Who advises the gentler length."""
    return translate("Therapy", "as NHS leaflets advise")


def ready_line(place: Place) -> str:
    """What is told when the rest of a place is over."""
    if place is Place.OTHER:
        return translate("Therapy", "Your skin has rested. Ice or heat is fine again.")
    words = translate("Therapy", "Your {place} has rested. Ice or heat is fine again.")
    return words.format(place=_word(_PLACES[place]))


def rest_title(place: Place, until: datetime) -> str:
    """That a place rests: "Your right hip rests until 16:20"."""
    if place is Place.OTHER:
        words = translate("Therapy", "Your skin rests until {time}")
        return words.format(time=clock_word(until))
    words = translate("Therapy", "Your {place} rests until {time}")
    return words.format(place=_word(_PLACES[place]), time=clock_word(until))


def refused(kind: Kind, refusal: Refusal, until: datetime | None = None) -> str:
    """Why a treatment cannot begin, and what to do instead; `until` is the end of a rest."""
    low, high = MINUTES_BOUNDS[kind]
    if refusal is Refusal.LENGTH:
        words = translate("Therapy", "{kind} is for {low} to {high} minutes. Choose one of these.")
        return words.format(kind=kind_word(kind), low=low, high=high)
    if refusal is Refusal.RUNNING:
        words = translate("Therapy", "{kind} is running already. Stop it first.")
        return words.format(kind=kind_word(kind))
    if refusal is Refusal.REST and until is not None:
        words = translate("Therapy", "Let the skin rest until {time}.")
        return words.format(time=clock_word(until))
    return translate("Therapy", "Ice and heat take turns. Stop the other one first.")


def counts(parts: tuple[DayPart, ...]) -> str:
    """How often today: "2 × ice, 1 × heat"."""
    words = []
    for kind in Kind:
        number = sum(part.kind is kind for part in parts)
        if number:
            pattern = translate("Therapy", "{count} × {kind}")
            words.append(pattern.format(count=number, kind=kind_inside(kind)))
    return translate("Therapy", ", ").join(words)


def part_length(part: DayPart) -> str:
    """How long one of today's was: "20 min", "running"."""
    if part.is_running:
        return translate("Therapy", "running")
    if part.seconds < _MINUTE:
        return translate("Therapy", "under 1 min")
    return length(int(part.seconds // _MINUTE))


def rest_word(rest: float) -> str:
    """How long places rest: "Two hours"."""
    hours = round(rest / _HOUR)
    return _word(_HOURS[hours]) if hours in _HOURS else length(round(rest / _MINUTE))


def _running(card: CardView) -> str:
    """When the skin is to be looked at, or what tells the end."""
    if card.check_in is None:
        return translate("Therapy", "A sound tells you when it is time.")
    words = translate("Therapy", "Skin check in {time}.\nA soft sound tells you.")
    return words.format(time=clock(card.check_in))


def _ended(card: CardView, space: str) -> str:
    """How long ago a treatment ended, with that space between the words of its time."""
    time = length(max(1, int(card.over // _MINUTE)))
    ago = translate("Therapy", "{time} ago").format(time=time).replace(" ", space)
    return translate("Therapy", "{kind} ended {ago}").format(kind=kind_word(card.kind), ago=ago)


def _elsewhere(place: Place) -> str:
    """Where it runs: "On your left hip"."""
    if place is Place.OTHER:
        return translate("Therapy", "On another place")
    return translate("Therapy", "On your {place}").format(place=_word(_PLACES[place]))


def _waiting(card: CardView, rest: float) -> str:
    """Why one waits: "Two hours after the ice, so your skin can rest."."""
    after = card.after or card.kind
    words = translate("Therapy", "{time} after the {kind}, so your skin can rest.")
    return words.format(time=rest_word(rest), kind=kind_inside(after))


def _word(marked: object) -> str:
    """A word of the tables in the person's language; PySide types a marked text as any object."""
    return translate("Therapy", str(marked))
