"""The marks of what there is to mind, in their words."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.ui.widgets.concern_mark import Mark

_POSITIONS = {
    "floor": ("floor", QT_TRANSLATE_NOOP("Marks", "On the floor")),
    "kneeling": ("kneeling", QT_TRANSLATE_NOOP("Marks", "Kneels")),
    "face-down": ("face-down", QT_TRANSLATE_NOOP("Marks", "Face down")),
    "standing": ("standing", QT_TRANSLATE_NOOP("Marks", "Stands")),
}
"""An icon and a word for each position that one may be unable to take."""


def ask_mark(reason: str) -> Mark:
    """The mark of what to ask about first."""
    return Mark("safety", QCoreApplication.translate("Marks", "Ask first"), reason)


def hurt_mark(reason: str) -> Mark:
    """The mark of what hurt."""
    return Mark("this-hurts", QCoreApplication.translate("Marks", "Hurt this week"), reason)


def position_mark(avoided: str, reason: str) -> Mark:
    """The mark of a position that one cannot take."""
    icon, word = _POSITIONS[avoided]
    return Mark(icon, QCoreApplication.translate("Marks", str(word)), reason)
