"""The words of the question what helps when something hurts: calm, and without blame."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.pain import Advice, Remedy
from hipstretch.core.remedies import Asked

KEYS = {
    Remedy.GO_ON: "G",
    Remedy.EASE: "E",
    Remedy.EASIER: "I",
    Remedy.SKIP: "S",
    Remedy.STOP: "T",
}
"""One key for each way on."""
SPREADS_KEY, SAFETY_KEY = "N", "F1"

_REMEDIES = {
    Remedy.GO_ON: QT_TRANSLATE_NOOP("Hurt", "Go on"),
    Remedy.EASE: QT_TRANSLATE_NOOP("Hurt", "Ease off"),
    Remedy.EASIER: QT_TRANSLATE_NOOP("Hurt", "Instead: {easier}"),
    Remedy.SKIP: QT_TRANSLATE_NOOP("Hurt", "Skip it today"),
    Remedy.STOP: QT_TRANSLATE_NOOP("Hurt", "Stop for today"),
}
_ADVICE = {
    Advice.GO_ON: QT_TRANSLATE_NOOP("Hurt", "It is fine to go on. Ease off if you like."),
    Advice.EASE: QT_TRANSLATE_NOOP("Hurt", "Ease off, and see how the next one feels."),
    Advice.STOP: QT_TRANSLATE_NOOP("Hurt", "Leave this one for today."),
}
_AGAIN = {
    Advice.GO_ON: QT_TRANSLATE_NOOP("Hurt", "Easing off helped. Go on like this."),
    Advice.EASE: QT_TRANSLATE_NOOP("Hurt", "Stay gentle, or leave it for today."),
}


def _tr(text: object) -> str:
    """A marked text of the tables in the person's language."""
    return QCoreApplication.translate("Hurt", str(text))


def title_words(asked: Asked) -> str:
    """The dialog's title."""
    return _tr("How is it now?") if asked.again else _tr("This hurts")


def opening_words(asked: Asked) -> str:
    """The line under the title."""
    if asked.again:
        return _tr("Paused. Type 0 to 10, or choose what helps.")
    return _tr("Paused. Ease out slowly.")


def question_words(asked: Asked) -> str:
    """What the scale asks; empty where the title does."""
    return "" if asked.again else _tr("How is it now?")


def spreads_words() -> str:
    """The switch for what stops an exercise at any number."""
    return _tr("New, spreading down the leg, tingling or numb")


def advice_words(advice: Advice, asked: Asked, *, told: bool, spreads: bool) -> str:
    """One line that follows from what was told."""
    if spreads:
        return _tr("If it is new or spreads, leave this one for today.")
    if advice is Advice.STOP and asked.is_over:
        return _tr("Leave that one for today.")
    if not told:
        if asked.again:
            return _tr("Go on if it is easier now.")
        return _tr("A mild pull is fine. Sharp or shooting pain is not.")
    table = _AGAIN if asked.again and advice in _AGAIN else _ADVICE
    return _tr(table[advice])


def remedy_words(remedy: Remedy, asked: Asked, easier: str) -> str:
    """A way on; after the exercise's last rep going on and skipping lead to the next one."""
    if asked.is_over and remedy in {Remedy.GO_ON, Remedy.SKIP}:
        return _tr("Go on with the next one")
    return _tr(_REMEDIES[remedy]).format(easier=easier)


def safety_words() -> str:
    """The quiet link to Safety."""
    return _tr("When to get help")


def often_words() -> str:
    """What is said of an exercise that has hurt before this week."""
    return _tr("This one has hurt before this week. You decide whether to keep it.")
