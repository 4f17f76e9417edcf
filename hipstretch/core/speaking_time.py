"""How long a text takes to say, and the fullest of several that fits into a time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from hipstretch.core.settings import Pace


class Rate(NamedTuple):
    """How fast a voice is: letters a second, and seconds of silence between two sentences."""

    letters: float
    pause: float


RATES = {Pace.SLOW: Rate(12.5, 0.65), Pace.USUAL: Rate(15.0, 0.5), Pace.FAST: Rate(18.0, 0.4)}
"""The rates of espeak-ng 1.51's British voice at 120, 143 and 170 words a minute.

Measured on the 320 phrases of the bundled routines: none takes 0.1 s longer than it is taken for,
and all together a tenth less.
"""
START = 0.15
"""Seconds that even one letter takes."""
COMMA = 0.5
"""The pause at a comma, as a share of that between two sentences."""
DIGIT_LETTERS = 5
"""Letters that a digit stands for on top of itself: "30" is said as "thirty"."""

_STOP = re.compile(r"[.!?:]\s")
_COMMA = re.compile(r"[,;]\s")
_DIGIT = re.compile(r"\d")


def speaking_seconds(text: str, pace: Pace) -> float:
    """How long a voice takes for `text`, in seconds; nothing for nothing."""
    if not text:
        return 0.0
    letters, pause = RATES[pace]
    length = len(text) + DIGIT_LETTERS * len(_DIGIT.findall(text))
    pauses = len(_STOP.findall(text)) + COMMA * len(_COMMA.findall(text))
    return START + length / letters + pauses * pause


def first_fitting(options: Iterable[Iterable[str]], room: float, pace: Pace) -> str:
    """The first of `options` that is said within `room` seconds; empty where none is.

    An option is the sentences that it is made of; empty ones are left out.
    """
    texts = (" ".join(filter(None, option)) for option in options)
    return next((text for text in texts if text and speaking_seconds(text, pace) <= room), "")
