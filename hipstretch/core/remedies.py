"""What is offered when an exercise hurts, the advised way first.

Rules:

- 0 to 3: go on. 4 and 5: ease off, then be asked again; going on is advised after that.
- 6 and more, and what is new or spreads: leave the exercise; it is not eased or replaced then.
- Without a number it is as with 4 and 5. Stopping for today is always offered.
- When it is asked after the exercise's last rep, there is nothing left to ease or to replace.
"""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.pain import Advice, Remedy


class HurtAnswer(NamedTuple):
    """What the person told, and the way on that was chosen."""

    pain: int | None
    spreads: bool
    remedy: Remedy


class Asked(NamedTuple):
    """How it is asked: for the first time or again; when the exercise is over; what is easier."""

    again: bool = False
    is_over: bool = False
    has_easier: bool = False


def remedies(advice: Advice, asked: Asked) -> tuple[Remedy, ...]:
    """The ways on, the advised one first."""
    if advice is Advice.STOP:
        return Remedy.SKIP, Remedy.STOP
    if asked.is_over:
        return Remedy.GO_ON, Remedy.STOP
    easier = (Remedy.EASIER,) if asked.has_easier else ()
    goes_on = advice is Advice.GO_ON or asked.again
    return (
        *((Remedy.GO_ON,) if goes_on else ()),
        Remedy.EASE,
        *easier,
        Remedy.SKIP,
        Remedy.STOP,
    )


def is_to_be_kept(answer: HurtAnswer, asked: Asked) -> bool:
    """Whether it is one more hurt: not where it was asked again and it is fine to go on."""
    return not (asked.again and answer.remedy is Remedy.GO_ON)
