"""The words for a history that cannot be used: what is the matter, and what helps."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history_trouble import HistoryTrouble


class TroubleWords(NamedTuple):
    """A title, and a paragraph below it."""

    title: str
    text: str


_CANNOT_OPEN = QT_TRANSLATE_NOOP("Trouble", "Your history cannot be opened")
_NOT_KEPT = QT_TRANSLATE_NOOP("Trouble", "New sessions cannot be saved now")
_MEANWHILE = QT_TRANSLATE_NOOP(
    "Trouble", "You can stretch as usual; sessions cannot be saved until then."
)
_TO_SEE = {
    HistoryTrouble.DAMAGED: (
        QT_TRANSLATE_NOOP("Trouble", "Your history cannot be read"),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "The file is damaged, or it is no history of HipStretch. Nothing in it was changed. "
            "If you have a copy of it, put that in its place. Otherwise begin a new history; the "
            "old file is kept.",
        ),
    ),
    HistoryTrouble.NEWER: (
        QT_TRANSLATE_NOOP("Trouble", "Your history is from a newer HipStretch"),
        QT_TRANSLATE_NOOP(
            "Trouble",
            "This version cannot read it and leaves it as it is. Install the newer version to see "
            "it again.",
        ),
    ),
    HistoryTrouble.READ_ONLY: (
        _CANNOT_OPEN,
        QT_TRANSLATE_NOOP(
            "Trouble",
            "The file or its folder is protected. Allow reading and writing there, then try again.",
        ),
    ),
    HistoryTrouble.FULL: (
        _CANNOT_OPEN,
        QT_TRANSLATE_NOOP("Trouble", "The disk is full. Make some room, then try again."),
    ),
    HistoryTrouble.BUSY: (
        _CANNOT_OPEN,
        QT_TRANSLATE_NOOP(
            "Trouble", "Another program is using the file. Close that program, then try again."
        ),
    ),
}
_TO_SEE_ELSE = (
    _CANNOT_OPEN,
    QT_TRANSLATE_NOOP("Trouble", "See whether the file is there and may be read, then try again."),
)
_TO_KEEP = {
    HistoryTrouble.READ_ONLY: (
        _NOT_KEPT,
        QT_TRANSLATE_NOOP(
            "Trouble",
            "The file or its folder is protected. All that is there can be seen. Allow writing "
            "there, and sessions are saved again.",
        ),
    ),
    HistoryTrouble.FULL: (
        _NOT_KEPT,
        QT_TRANSLATE_NOOP(
            "Trouble",
            "The disk is full. All that is there can be seen. Make some room, and sessions are "
            "saved again.",
        ),
    ),
}


_REASONS = {
    HistoryTrouble.DAMAGED: QT_TRANSLATE_NOOP("Trouble", "The history is damaged."),
    HistoryTrouble.NEWER: QT_TRANSLATE_NOOP("Trouble", "The history is from a newer HipStretch."),
    HistoryTrouble.READ_ONLY: QT_TRANSLATE_NOOP(
        "Trouble", "The history or its folder is protected."
    ),
    HistoryTrouble.FULL: QT_TRANSLATE_NOOP("Trouble", "The disk is full."),
    HistoryTrouble.BUSY: QT_TRANSLATE_NOOP("Trouble", "Another program is using the history."),
}
_REASON_ELSE = QT_TRANSLATE_NOOP("Trouble", "The history cannot be opened.")


def reason(error: Exception) -> str:
    """Why something could not be done, in a sentence."""
    if isinstance(error, HistoryUnavailable):
        return _translated(_REASONS.get(error.trouble, _REASON_ELSE))
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}."
    return str(error)


def words_to_see(trouble: HistoryTrouble) -> TroubleWords:
    """Why the history cannot be shown, and what helps."""
    title, text = _TO_SEE.get(trouble, _TO_SEE_ELSE)
    return TroubleWords(_translated(title), f"{_translated(text)} {_translated(_MEANWHILE)}")


def words_to_keep(trouble: HistoryTrouble) -> TroubleWords:
    """Why nothing can be added to a history that can be shown, and what helps."""
    title, text = _TO_KEEP[trouble]
    return TroubleWords(_translated(title), _translated(text))


def words_set_aside() -> TroubleWords:
    """What was done with a damaged file."""
    tr = QCoreApplication.translate
    title = tr("Trouble", "A new history has begun")
    return TroubleWords(title, tr("Trouble", "The old file is kept as it was:"))


def _translated(text: object) -> str:
    """A text in the person's language."""
    return QCoreApplication.translate("Trouble", str(text))
