"""The person's choices: every setting with its default and bounds, in one table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from enum import IntEnum, StrEnum
from typing import Any

from hipstretch.core.hours import WeekHours
from hipstretch.core.person import Affected, Person, Side

TEXT_SIZES = (100, 115, 130)
"""The sizes in percent that the layouts are made for."""
BREATH_BOUNDS = (2, 20)
"""Seconds of one breath in and out: faster and slower than anyone breathes at rest."""
SIT_BOUNDS = (20, 60)
"""Minutes of sitting after which one may be reminded; the articles say 30."""
AWAY_BOUNDS = (2, 15)
"""Minutes without a sign of the person that count as being up."""
REST_BOUNDS = (1, 4)
"""Hours for which a place rests after ice or heat; 2 to 3 are published most often."""
USUAL_HOURS = (*("09:00-17:30",) * 5, "", "")
"""The working hours that are offered, Monday first."""
LOUDEST = 100
"""The full volume of the chimes, in percent."""
LONGEST_NAME = 200
LONGEST_PLAN = 50
"""The most routines that one may plan."""


class VoiceLevel(StrEnum):
    """How much the voice says."""

    FULL = "full"
    SHORT = "short"
    OFF = "off"

    @property
    def speaks(self) -> bool:
        """Whether it says anything at all."""
        return self is not VoiceLevel.OFF


class Pace(StrEnum):
    """How fast the voice speaks."""

    SLOW = "slow"
    USUAL = "usual"
    FAST = "fast"


class Strength(IntEnum):
    """How loudly a reminder to get up asks."""

    TRAY = 1
    NOTIFICATION = 2
    WINDOW = 3


class StayOn(StrEnum):
    """Whether reminders go on when the window is closed."""

    WITH_TRAY = "with-tray"
    ALWAYS = "always"
    NEVER = "never"


class Appearance(StrEnum):
    """Light, dark, or as the desktop is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings; the field's default is the setting's default.

    `text_size` and `chime_volume` are in percent, `breath` in seconds for one breath in and out.
    `voice_name` is a voice of the system, empty for the one that fits the language.
    `therapy_answers` are the conditions that matter for ice and heat, None before they were asked.
    `conditions` are those that matter for exercises, None before they were asked; `avoided` are the
    positions that the person cannot take. `emergency_number` is empty for the country's own;
    `plan` has the ids of the routines that the person means to do.
    """

    appearance: Appearance = Appearance.SYSTEM
    text_size: int = 100
    reduced_motion: bool = False
    affected_side: Affected = Affected.NONE
    first_side: Side = Side.RIGHT
    extra_rep: bool = False
    breath: float = 6.0
    breathe_along: bool = False
    breath_tone: bool = False
    chimes: bool = True
    chime_volume: int = 70
    voice: VoiceLevel = VoiceLevel.FULL
    voice_pace: Pace = Pace.USUAL
    voice_name: str = ""
    count_seconds: bool = False
    count_reps: bool = True
    reminders: bool = True
    sit_minutes: int = 30
    away_minutes: int = 5
    reminder_strength: Strength = Strength.WINDOW
    hours_on: bool = False
    hours: tuple[str, ...] = USUAL_HOURS
    break_routine: str = "one-minute-break"
    stay_on: StayOn = StayOn.WITH_TRAY
    told_stay_on: bool = False
    rest_hours: int = 2
    therapy_answers: tuple[str, ...] | None = None
    welcomed: bool = False
    conditions: tuple[str, ...] | None = None
    avoided: tuple[str, ...] = ()
    emergency_number: str = ""
    plan: tuple[str, ...] = ()

    @property
    def person(self) -> Person:
        """What of the settings changes a plan."""
        return Person(
            self.affected_side, self.first_side, self.extra_rep, self.breath, self.breathe_along
        )

    def with_value(self, name: str, value: object) -> Settings:
        """A copy with one setting changed; raises ValueError where the value is out of bounds."""
        if name not in _ALLOWED:
            raise ValueError(f"there is no setting {name}")
        change: dict[str, Any] = {name: _ALLOWED[name](value)}
        return replace(self, **change)

    def following(self, before: Settings) -> Settings:
        """These settings after `before`, with what follows from the change.

        A sore side that was just chosen comes first; other conditions have ice and heat ask again.
        """
        change: dict[str, Any] = {}
        affected = self.affected_side
        if affected is not before.affected_side and self.first_side is before.first_side:
            change["first_side"] = self.person.with_sore(affected).first_side
        if (self.conditions or ()) != (before.conditions or ()):
            change["therapy_answers"] = None
        return replace(self, **change) if change else self

    def as_dict(self) -> dict[str, object]:
        """Plain values for a file."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def _flag(value: object) -> bool:
    """Accept true or false only."""
    if not isinstance(value, bool):
        raise ValueError(f"expected true or false, not {value!r}")  # noqa: TRY004
    return value


def _text_size(value: object) -> int:
    """Accept one of the three sizes."""
    if isinstance(value, int) and value in TEXT_SIZES:
        return value
    raise ValueError(f"expected 100, 115 or 130, not {value!r}")


def _breath(value: object) -> float:
    """Accept the length of one breath."""
    low, high = BREATH_BOUNDS
    if isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high:
        return float(value)
    raise ValueError(f"expected {low} to {high} seconds, not {value!r}")


def _within(low: int, high: int) -> Callable[[object], int]:
    """Accept whole numbers within bounds."""

    def accept(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        raise ValueError(f"expected {low} to {high}, not {value!r}")

    return accept


def _strength(value: object) -> Strength:
    """Accept a strength by its number."""
    return Strength(_within(Strength.TRAY, Strength.WINDOW)(value))


def _hours(value: object) -> tuple[str, ...]:
    """Accept the hours of seven days as texts."""
    if not isinstance(value, list | tuple):
        raise ValueError(f"expected the hours of seven days, not {value!r}")  # noqa: TRY004
    texts = tuple(str(day) for day in value)
    WeekHours.parse(texts)
    return texts


def _name(value: object) -> str:
    """Accept a name of one line that is not too long."""
    if isinstance(value, str) and len(value) <= LONGEST_NAME and value.isprintable():
        return value
    raise ValueError(f"expected a name, not {value!r}")


def _therapy_answers(value: object) -> tuple[str, ...] | None:
    """Accept known conditions, each once and in the order of the check, or None."""
    if value is None:
        return None
    if not isinstance(value, list | tuple):
        raise ValueError(f"expected a list of conditions, not {value!r}")  # noqa: TRY004
    from hipstretch.core.therapy_check import Condition

    answered = {Condition(one) for one in value}
    return tuple(one.value for one in Condition if one in answered)


def _texts(value: object) -> list[str]:
    """Accept a list of texts."""
    if not isinstance(value, list | tuple) or not all(isinstance(one, str) for one in value):
        raise ValueError(f"expected a list of texts, not {value!r}")
    return [str(one) for one in value]


def _conditions(value: object) -> tuple[str, ...] | None:
    """Accept known conditions, each once and in the order in which they are asked, or None."""
    if value is None:
        return None
    from hipstretch.core.conditions import Condition

    chosen = {Condition(one) for one in _texts(value)}
    return tuple(one.value for one in Condition if one in chosen)


def _avoided(value: object) -> tuple[str, ...]:
    """Accept positions to avoid, each once and in the order in which they are asked."""
    texts = _texts(value)
    if not texts:
        return ()
    from hipstretch.core.conditions import Avoided

    chosen = {Avoided(one) for one in texts}
    return tuple(one.value for one in Avoided if one in chosen)


def _emergency_number(value: object) -> str:
    """Accept nothing or a telephone number."""
    if value == "":
        return ""
    from hipstretch.core.safety import is_phone_number

    if isinstance(value, str) and is_phone_number(value):
        return value
    raise ValueError(f"expected a telephone number, not {value!r}")


def _plan(value: object) -> tuple[str, ...]:
    """Accept the names of routines, each once."""
    names = tuple(dict.fromkeys(_name(one) for one in _texts(value)))
    if len(names) > LONGEST_PLAN or "" in names:
        raise ValueError(f"expected up to {LONGEST_PLAN} routines, not {value!r}")
    return names


def _first_side(value: object) -> Side:
    """Accept left or right."""
    side = Side(str(value))
    if side is Side.BOTH:
        raise ValueError("expected left or right")
    return side


_ALLOWED: dict[str, Callable[[Any], object]] = {
    "appearance": Appearance,
    "text_size": _text_size,
    "reduced_motion": _flag,
    "affected_side": Affected,
    "first_side": _first_side,
    "extra_rep": _flag,
    "breath": _breath,
    "breathe_along": _flag,
    "breath_tone": _flag,
    "chimes": _flag,
    "chime_volume": _within(0, LOUDEST),
    "voice": VoiceLevel,
    "voice_pace": Pace,
    "voice_name": _name,
    "count_seconds": _flag,
    "count_reps": _flag,
    "reminders": _flag,
    "sit_minutes": _within(*SIT_BOUNDS),
    "away_minutes": _within(*AWAY_BOUNDS),
    "reminder_strength": _strength,
    "hours_on": _flag,
    "hours": _hours,
    "break_routine": _name,
    "stay_on": StayOn,
    "told_stay_on": _flag,
    "rest_hours": _within(*REST_BOUNDS),
    "therapy_answers": _therapy_answers,
    "welcomed": _flag,
    "conditions": _conditions,
    "avoided": _avoided,
    "emergency_number": _emergency_number,
    "plan": _plan,
}
