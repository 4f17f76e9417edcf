"""The check before ice and heat: what to ask about first, and what to keep in mind each time.

Sources: the leaflets "Safe use of cold treatment" and "Safe use of heat treatment" of Midlands
Partnership NHS; the pharmacist's advice of tmmagazine; an evidence snapshot of 2012 on heat and
cold (scribd 497157376); Long Eaton Osteopaths on ice; NHS 111 Wales on sciatica; the Pain Toolkit;
cedarhealth.ca on heat; Rachel Neal on ice; the article that the lengths are from. `leaflets` are
these together, where several say the same; `app-default` is what the program chose itself.

The answers are a setting: None before the check was made, and again when it is to be repeated.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from hipstretch.core.treatment import Kind, Means

_BOTH = (Kind.ICE, Kind.HEAT)
_NHS = "Midlands Partnership NHS"
_LEAFLETS = "leaflets"
_ARTICLE = "the article that the lengths are from"
_SNAPSHOT = "evidence snapshot 2012"
_PHARMACIST = "tmmagazine"


class Condition(StrEnum):
    """What makes it wise to ask first, in the order in which it is asked."""

    NUMB_SKIN = "numb-skin"
    NERVE_DAMAGE = "nerve-damage"
    DIABETES = "diabetes"
    POOR_CIRCULATION = "poor-circulation"
    COLD_REACTION = "cold-reaction"
    HEART_CONDITION = "heart-condition"
    HIGH_BLOOD_PRESSURE = "high-blood-pressure"
    BROKEN_SKIN = "broken-skin"
    SCAR = "scar"
    FRESH_SWELLING = "fresh-swelling"
    INFECTION = "infection"
    CANCER = "cancer"
    PREGNANCY = "pregnancy"


class Question(NamedTuple):
    """A condition in plain words, the kinds for which it matters, and who says so."""

    condition: Condition
    words: str
    kinds: tuple[Kind, ...]
    source: str


class Line(NamedTuple):
    """A line to show before and during a treatment, and who says so."""

    words: str
    source: str


CHECK = (
    Question(Condition.NUMB_SKIN, "Numb skin, or skin that feels less", _BOTH, _LEAFLETS),
    Question(Condition.NERVE_DAMAGE, "Nerve damage, from diabetes or otherwise", _BOTH, _LEAFLETS),
    Question(Condition.DIABETES, "Diabetes", _BOTH, _PHARMACIST),
    Question(Condition.POOR_CIRCULATION, "Poor circulation", _BOTH, _LEAFLETS),
    Question(
        Condition.COLD_REACTION,
        "Raynaud’s, a cold allergy, or a bad reaction to cold before",
        (Kind.ICE,),
        "Long Eaton Osteopaths; leaflets",
    ),
    Question(
        Condition.HEART_CONDITION,
        "A heart condition or angina",
        _BOTH,
        f"{_SNAPSHOT} for ice; app-default for heat",
    ),
    Question(Condition.HIGH_BLOOD_PRESSURE, "Very high blood pressure", (Kind.ICE,), _SNAPSHOT),
    Question(Condition.BROKEN_SKIN, "Broken skin, eczema or a rash there", _BOTH, _LEAFLETS),
    Question(Condition.SCAR, "Scar tissue there", _BOTH, _LEAFLETS),
    Question(
        Condition.FRESH_SWELLING, "A fresh swelling or bruise there", (Kind.HEAT,), _PHARMACIST
    ),
    Question(Condition.INFECTION, "An infection, or a fever", _BOTH, _LEAFLETS),
    Question(Condition.CANCER, "Cancer in that part of the body, now or before", _BOTH, _LEAFLETS),
    Question(Condition.PREGNANCY, "A pregnancy", (Kind.HEAT,), _LEAFLETS),
)
"""What is asked before the first treatment; sciatica often comes with numb skin, so that first."""

_KNOWN_AS = {"blood-clot": Condition.POOR_CIRCULATION.value}
"""Conditions of exercises that have another name here; most have the same."""

_CLOTH = {
    Means.PACK: Line("Put a cloth between the pack and your skin.", f"{_ARTICLE}; {_NHS}"),
    Means.PAD: Line("Put a cloth between the pad and your skin.", _NHS),
    Means.COMPRESS: Line("Put a cloth between the compress and your skin.", _NHS),
    Means.BATH: Line("Make the bath warm, not hot.", f"{_ARTICLE}: a warm bath; app-default"),
}
_AWAKE = {
    Means.PACK: Line("Stay awake. Do not lie on the pack.", "Pain Toolkit; app-default"),
    Means.PAD: Line("Stay awake. Do not lie on the pad.", f"{_NHS}; cedarhealth.ca"),
    Means.COMPRESS: Line("Stay awake. Do not lie on the compress.", f"{_NHS}; cedarhealth.ca"),
    Means.BATH: Line("Stay awake. Get out slowly.", f"{_NHS}; app-default"),
}
_LOOK = Line(
    "Look at your skin every 5 minutes. A soft sound tells you.", "Rachel Neal; cedarhealth.ca"
)
_STOP = Line("Stop if it stings, burns or goes numb.", "app-default")
_NO_BOTTLE = Line(
    "Use a heat pack rather than a hot-water bottle: numb skin does not feel a scald.",
    "NHS 111 Wales, on sciatica",
)


def ask_first(answers: Collection[str], kind: Kind) -> tuple[Question, ...]:
    """What to ask a doctor about before a kind, of the conditions that apply; none if it is fine.

    `answers` are the ids of the conditions that the person has.
    """
    return tuple(one for one in CHECK if one.condition in answers and kind in one.kinds)


def known_answers(conditions: Collection[str]) -> tuple[str, ...]:
    """What of the check the conditions tell that a person has named for exercises, in its order.

    `conditions` and what is given are ids. A clot is told as poor circulation.
    """
    named = {_KNOWN_AS.get(one, one) for one in conditions}
    return tuple(one.value for one in Condition if one.value in named)


def lines(means: Means) -> tuple[Line, ...]:
    """What to keep in mind each time, the most important first."""
    always = (_CLOTH[means], _LOOK, _STOP, _AWAKE[means])
    return (*always, _NO_BOTTLE) if means in {Means.PAD, Means.COMPRESS} else always
