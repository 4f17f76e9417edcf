"""When to get help, whom to ask soon, and what goes for every stretch; and the number to call.

Sources: NHS 111 Wales on sciatica; summaries of NICE CKS 2018, and BMJ Best Practice, on the
nerves low in the back; lists of warning signs (drneilcuninghame, backpaindoctor.com.au,
peregianbeach, dreugenewong); pain-monitoring leaflets (Provide Physiotherapy, Fusion Physio); Bob
and Brad and reliefcare on pain that moves down the leg; the articles that the exercises are from.
`app-default` is what the program chose itself. The words are our own. No clinician has reviewed
them, and the page says so.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import NamedTuple

NHS = "NHS 111 Wales, on sciatica"
FIVE_WAYS = "5 Ways to Relieve Hip Pain from Sciatica"
MANAGING = "Managing Hip Nerve Pain"
GUIDE = "Lower Back Hip Pain Relief"
CAUSES = "Causes of Hip and Lower Back Pain"
EXERCISES = "At-Home Exercises For Sciatica"
APP_DEFAULT = "app-default"
_NICE = "summaries of NICE CKS 2018"
_BMJ = "BMJ Best Practice"
_SIGNS = "lists of warning signs (drneilcuninghame, backpaindoctor.com.au and others)"
_PAIN_LEAFLETS = "Provide Physiotherapy; Fusion Physio"


class Line(NamedTuple):
    """A line to show, and who says so."""

    words: str
    source: str


class PainStep(NamedTuple):
    """What to do with a stretch at a pain of `low` to `high`, and who says so."""

    low: int
    high: int
    words: str
    source: str


class NumberFrom(Enum):
    """Where a number to call is from."""

    PERSON = auto()
    COUNTRY = auto()
    GENERAL = auto()


class HelpNumber(NamedTuple):
    """The number to call, as it is shown, and where it is from."""

    text: str
    origin: NumberFrom


GET_HELP_NOW = (
    Line("Sciatica down both legs", f"{NHS}; {_NICE}"),
    Line("Weakness or numbness in both legs, bad or getting worse", f"{NHS}; {_NICE}"),
    Line("Numbness around or under your genitals, or around your bottom", f"{NHS}; {_NICE}"),
    Line(
        "New trouble peeing: hard to start, hard to hold, or you cannot feel it",
        f"{NHS}; {_NICE}; {MANAGING}",
    ),
    Line(
        "New trouble with your bowels: you do not notice it, or cannot hold it",
        f"{NHS}; {_NICE}; {MANAGING}",
    ),
    Line("A new change in sexual feeling or function", _BMJ),
    Line("Pain that began with a serious accident or fall", _SIGNS),
    Line("Chest pain, or trouble breathing", _SIGNS),
    Line("A throbbing lump in your belly", _SIGNS),
)
"""What cannot wait; signs of cauda equina first."""
WHY_NOW = Line("With these, help within hours matters. Do not wait and see.", _BMJ)

ASK_TODAY = (
    Line(
        "One leg or foot is getting weaker or more numb, or the foot drops",
        f"{MANAGING}; {_SIGNS}",
    ),
    Line("Sudden, severe pain", f"{MANAGING}; {FIVE_WAYS}"),
    Line("Pain that clearly gets worse, or spreads", MANAGING),
    Line("Fever, chills or feeling very unwell as well", f"{MANAGING}; {_SIGNS}"),
    Line("Losing weight without trying, or sweating at night", f"{MANAGING}; {_SIGNS}"),
    Line("Pain at night that no position eases", _SIGNS),
    Line("New pain, and you have or had cancer", _SIGNS),
    Line("New pain, and you take steroids or have osteoporosis", _SIGNS),
)
"""What a doctor should hear of on the same day."""

ASK_SOON = (
    Line("Not better after a few weeks of care at home", f"{NHS}; {MANAGING}; {GUIDE}"),
    Line("It slowly gets worse, or keeps you from your usual day", NHS),
    Line("Numbness, tingling or weakness in a leg that stays as it is", GUIDE),
    Line("Your first back pain ever, and you are under 20 or over 55", _SIGNS),
    Line("You are not sure what it is, or what is safe for you", f"{GUIDE}; {EXERCISES}"),
)
"""What to have looked at in the next days or weeks."""

WHILE_STRETCHING = (
    Line("A mild pull is fine. Sharp or shooting pain is not.", f"{FIVE_WAYS}; {EXERCISES}"),
    Line("Move slowly, and only as far as is comfortable.", f"{MANAGING}; {EXERCISES}"),
    Line(
        "Stop if pain, tingling or numbness is new or moves further down your leg, "
        "however weak it is.",
        f"{MANAGING}; Bob and Brad; reliefcare",
    ),
    Line(
        "Pain that draws back from the leg towards your spine is all right. Stay gentle.",
        "Bob and Brad; reliefcare",
    ),
)
"""What goes for every stretch, whatever the pain is."""

PAIN_STEPS = (
    PainStep(0, 3, "Go on.", _PAIN_LEAFLETS),
    PainStep(
        4,
        5,
        "Ease off: less far, or for less long. Then see how it feels.",
        f"{_PAIN_LEAFLETS}; {APP_DEFAULT}",
    ),
    PainStep(6, 10, "Stop this stretch and leave it out today.", _PAIN_LEAFLETS),
)
"""What to do at which pain; together they cover the scale."""

AFTER_STRETCHING = (
    Line(
        "More pain afterwards should settle within 24 hours. If not, do less next time.",
        _PAIN_LEAFLETS,
    ),
    Line("If it stays worse for days, ask someone.", "Provide Physiotherapy"),
)

ABOUT = (
    "HipStretch is not medical advice, and it cannot tell what you have.",
    "No clinician has reviewed these lines.",
    "They are our own words for what the articles and published leaflets say.",
)
"""What these lines are not."""

GENERAL_NUMBER = "112"
"""The number in the European Union; mobile phones reach help by it in many other countries too."""
_NUMBERS = {
    **dict.fromkeys(("GB", "GG", "IM", "JE"), "999"),
    "IE": "112 or 999",
    **dict.fromkeys(("US", "CA", "PR"), "911"),
    "AU": "000",
    "NZ": "111",
}
_UNION = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"
_NUMBER = re.compile(r"\+?[0-9 ().-]*")
_DIGITS_BOUNDS = (2, 15)
"""From the shortest emergency numbers to the longest telephone numbers (ITU-T E.164)."""
LONGEST_NUMBER = 24


def emergency_number(country: str) -> str:
    """The number to call in a country by its ISO code, such as GB; the general one elsewhere."""
    return _NUMBERS.get(country.upper(), GENERAL_NUMBER)


def help_number(own: str, country: str) -> HelpNumber:
    """The person's own number where there is one, else the country's, else the general one."""
    if own:
        return HelpNumber(own, NumberFrom.PERSON)
    is_known = country.upper() in _NUMBERS or country.upper() in _UNION.split()
    origin = NumberFrom.COUNTRY if is_known else NumberFrom.GENERAL
    return HelpNumber(emergency_number(country), origin)


def is_phone_number(text: str) -> bool:
    """Whether a text can be called: digits with what people put between them, a plus in front."""
    low, high = _DIGITS_BOUNDS
    digits = sum(char in "0123456789" for char in text)
    is_written_so = _NUMBER.fullmatch(text) is not None and text == text.strip()
    return is_written_so and low <= digits <= high and len(text) <= LONGEST_NUMBER
