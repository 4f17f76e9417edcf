"""Written text as a voice can read it: numbers and times in words, no signs, whole sentences."""

from __future__ import annotations

import re
from math import isclose

_MINUTE = 60
_HALF_MINUTE = 30
_SECONDS_UNDER = 90
"""Times shorter than this are told in seconds, except a minute."""

_UP_TO_NINETEEN = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_UNITS = {
    "s": "second",
    "sec": "second",
    "secs": "second",
    "min": "minute",
    "mins": "minute",
    "h": "hour",
    "hr": "hour",
    "hrs": "hour",
    "mm": "millimetre",
    "cm": "centimetre",
    "kg": "kilogram",
}
_WITH_UNIT = re.compile(rf"(\d+(?:\.\d+)?) ?({'|'.join(_UNITS)})\b")
_READ_AS = (
    (re.compile(r"<[^<>]*>|https?://\S+"), " "),
    (re.compile(r"\s[-–—]\s"), ", "),
    (re.compile(r"\be\.g\.", re.IGNORECASE), "for example"),
    (re.compile(r"\bi\.e\.", re.IGNORECASE), "that is"),
    (re.compile(r"½|\b1/2\b"), "half"),
    (re.compile(r"¼|\b1/4\b"), "a quarter"),
    (re.compile(r"¾|\b3/4\b"), "three quarters"),
    (re.compile(r"(\d) ?/ ?(\d)"), r"\1 of \2"),
    (re.compile(r"(?<=[a-z]) ?/ ?(?=[a-z])", re.IGNORECASE), " or "),
    (re.compile(r"(?<=\d) ?[-–] ?(?=\d)"), " to "),
    (re.compile(r"(?<=\d) ?[x×](?![a-z0-9])", re.IGNORECASE), " times"),
    (re.compile(r"(?<=\d) ?°C?"), " degrees"),
    (re.compile(r"(?<=\d) ?%"), " percent"),
    (re.compile(r"[&+]"), " and "),
    (re.compile(r"~ ?(?=\d)"), "about "),
)
"""What voices misread, and how it is said."""
_NUMBER = re.compile(r"(?<![\w.,])\d{1,2}(?![.,]?\d)\b")
"""A whole number that has a word; no part of a longer one."""
_SIGN = re.compile(r"[^\w\s.,;:!?'’\"()–-]|_")
"""What is no part of a sentence: markup and signs that some engines take for commands."""
_SPACES = re.compile(r"\s+")
_BEFORE_STOP = re.compile(r"\s+(?=[.,;:!?])")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_WORD = re.compile(r"\w")


def number_words(number: int) -> str:
    """A count in words, "forty-two"; from a hundred on in digits."""
    if number < len(_UP_TO_NINETEEN):
        return _UP_TO_NINETEEN[number]
    tens, ones = divmod(number, 10)
    if tens >= len(_TENS):
        return str(number)
    return f"{_TENS[tens]}-{_UP_TO_NINETEEN[ones]}" if ones else _TENS[tens]


def duration_words(seconds: float) -> str:
    """A time in words: "thirty seconds", "one and a half minutes", "two minutes"."""
    whole = max(1, round(seconds))
    minutes, rest = divmod(whole, _MINUTE)
    if whole < _SECONDS_UNDER and whole != _MINUTE:
        return counted(whole, "second")
    if rest == _HALF_MINUTE:
        return f"{number_words(minutes)} and a half minutes"
    told = counted(minutes, "minute")
    return f"{told} and {counted(rest, 'second')}" if rest else told


def held_words(seconds: float, breath: float | None) -> str:
    """A hold in words: in breaths of so many seconds where it has a whole number of them."""
    breaths = seconds / breath if breath is not None else 0.0
    if round(breaths) and isclose(breaths, round(breaths)):
        return counted(round(breaths), "breath")
    return duration_words(seconds)


def counted(number: int, thing: str) -> str:
    """So many things: "one breath", "five breaths"."""
    return f"{number_words(number)} {thing}" if number == 1 else f"{number_words(number)} {thing}s"


def speakable(text: str) -> str:
    """`text` in one line that a voice reads well; empty where nothing of it can be said."""
    for pattern, words in _READ_AS:
        text = pattern.sub(words, text)
    text = _NUMBER.sub(_in_words, _WITH_UNIT.sub(_unit_in_full, text))
    text = _SPACES.sub(" ", _SIGN.sub(" ", text))
    text = _BEFORE_STOP.sub("", text).strip(" -–,;:")
    if not _WORD.search(text):
        return ""
    return text if text[-1] in ".!?" else f"{text}."


def capitalised(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def sentences(text: str) -> list[str]:
    """The sentences of a text."""
    return _SENTENCE_END.split(text)


def _unit_in_full(found: re.Match[str]) -> str:
    """A number with its unit: "30 seconds"."""
    number, unit = found.groups()
    return f"{number} {_UNITS[unit]}" if float(number) == 1 else f"{number} {_UNITS[unit]}s"


def _in_words(found: re.Match[str]) -> str:
    """A whole number in words."""
    return number_words(int(found.group()))
