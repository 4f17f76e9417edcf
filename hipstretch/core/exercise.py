"""An exercise: what it is, how to do it, and its usual dose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from hipstretch.core.body import Area, Picture, Position
from hipstretch.core.dose import Dose
from hipstretch.core.person import Side


class Kind(StrEnum):
    """What an exercise is for."""

    STRETCH = "stretch"
    STRENGTH = "strength"
    MASSAGE = "massage"
    REST = "rest"


class DoseFrom(StrEnum):
    """Whether the dose is a source's or the app's choice."""

    SOURCE = "source"
    APP_DEFAULT = "app-default"


@dataclass(frozen=True, slots=True)
class Source:
    """Where something is from."""

    title: str
    url: str = ""


PLACEHOLDERS = ("{side}", "{other}")
_PLACEHOLDER_AND_SPACE = re.compile(r"\{(?:side|other)\} ?")


@dataclass(frozen=True, slots=True)
class Instructions:
    """The four lines that guide through an exercise; `hold` is the one read from the mat."""

    setup: str
    move: str
    hold: str
    release: str

    def on_side(self, side: Side) -> Instructions:
        """The lines with the side's name put in; with both sides the word is left out."""
        return Instructions(
            *(name_side(text, side) for text in (self.setup, self.move, self.hold, self.release))
        )


def name_side(text: str, side: Side) -> str:
    """`text` with `{side}` and `{other}` as "right" and "left"; for both sides without them."""
    if side is Side.BOTH:
        return _PLACEHOLDER_AND_SPACE.sub("", text)
    return text.replace("{side}", side.value).replace("{other}", side.opposite.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """One exercise, as its file describes it.

    `figure` is the id of its figure, or the figure itself as its file writes it out.
    """

    id: str
    name: str
    kind: Kind
    position: Position
    areas: tuple[Area, ...]
    instructions: Instructions
    dose: Dose
    dose_from: DoseFrom | None = None
    source: Source | None = None
    also_called: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    feel: str = ""
    mistakes: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    ask_first: tuple[str, ...] = ()
    easier: str = ""
    harder: str = ""
    figure: str = ""

    def picture(self, side: Side = Side.RIGHT) -> Picture:
        """What shows it when `side` works."""
        return Picture(self.position, self.figure, side)
