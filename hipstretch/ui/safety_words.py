"""The words around the Safety lines: the number to call, spans of pain, and who says what."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from hipstretch.core.safety import APP_DEFAULT, PAIN_STEPS, HelpNumber, Line, NumberFrom

translate = QCoreApplication.translate


def in_words(text: str) -> str:
    """A line of the core in the language of the window."""
    return translate("Safety", text)


def texts(lines: Iterable[Line]) -> list[str]:
    """The words of lines."""
    return [in_words(line.words) for line in lines]


def call(number: HelpNumber) -> str:
    """What to do, with the number."""
    return translate("Safety", "Call {number}").format(number=number.text)


def number_note(number: HelpNumber) -> str:
    """Where the number is from."""
    return {
        NumberFrom.PERSON: translate("Safety", "The number that you chose in the settings"),
        NumberFrom.COUNTRY: translate(
            "Safety", "The emergency number of the country that this computer is set to"
        ),
        NumberFrom.GENERAL: in_words(
            "The number in Europe and on most mobile phones; check which one is yours"
        ),
    }[number.origin]


def pain_span(low: int, high: int) -> str:
    """A span of the scale of pain."""
    return translate("Safety", "{low} to {high}").format(low=low, high=high)


def pain_steps() -> list[str]:
    """What to do at which pain, a line each."""
    return [f"{pain_span(step.low, step.high)}: {in_words(step.words)}" for step in PAIN_STEPS]


def cited(*groups: Iterable[Line]) -> tuple[Line, ...]:
    """Lines and who says each of them, in words for people."""
    own = translate("Safety", "our own choice")
    return tuple(
        Line(in_words(words), source.replace(APP_DEFAULT, own))
        for group in groups
        for words, source in group
    )


def cited_pain_steps() -> tuple[Line, ...]:
    """What to do at which pain, and who says it."""
    pairs = zip(pain_steps(), PAIN_STEPS, strict=True)
    return cited(Line(words, step.source) for words, step in pairs)


def title() -> str:
    """The name of the page."""
    return translate("Safety", "Safety")


def lead() -> str:
    """How to come here."""
    return translate("Safety", "F1 opens this from every page, and while you stretch.")


def dialog_lead() -> str:
    """What is said over a session, or its end."""
    return translate("Safety", "What is open here stays as it is.")


def now_heading() -> str:
    """The heading over what cannot wait."""
    return translate("Safety", "Get help now")


def now_lead() -> str:
    """What to do at one of those signs."""
    return translate(
        "Safety", "Call, or go to the nearest emergency department, with any one of these:"
    )


def soon_heading() -> str:
    """The heading over what can wait a little."""
    return translate("Safety", "See someone soon")


def today_lead() -> str:
    """Whom to ask on the same day."""
    return translate("Safety", "Today: your doctor, or the out-of-hours service")


def soon_lead() -> str:
    """Whom to ask in the next days or weeks."""
    return translate("Safety", "In the next days or weeks: your doctor or physiotherapist")


def stretch_heading() -> str:
    """The heading over what goes for every stretch."""
    return translate("Safety", "While you stretch")


def pain_heading() -> str:
    """The words over what to do at which pain."""
    return translate("Safety", "How strong is the pain, from 0 to 10?")


def guidance_title() -> str:
    """The name of the page with more to read."""
    return translate("Safety", "Good to know")


def guidance_lead() -> str:
    """What is on that page."""
    return translate(
        "Safety", "Resting positions, posture, other treatments, and where the articles differ."
    )


def about_heading() -> str:
    """The heading over what these lines are not."""
    return translate("Safety", "About these lines")
