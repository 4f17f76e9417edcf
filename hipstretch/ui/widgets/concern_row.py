"""One exercise to think about: its picture, the reasons, and what to do with it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRect, QSize, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from hipstretch.core.concerns import Choice, Concern
from hipstretch.ui.concern_words import choice_words, easier_words, mark_of, reasons
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.concern_picture import ConcernPicture
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.segmented import Segmented

_WIDTH, _HEIGHT = 76, 56
_GAP, _BELOW, _LEAST_WORDS = 14, 6, 210


class Decided(NamedTuple):
    """What the person chose about an exercise."""

    concern: Concern
    choice: Choice


class ConcernRow(QWidget):
    """Words and choice beside each other, or below each other where the row is narrow.

    It begins with what was decided, or with the careful choice.

    Signals:
        decided: `Decided`, the person chose.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, concern: Concern, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._concern = concern
        self._picture = ConcernPicture(theme, concern, mark_of(concern), self)
        self._name = self._label(Role.BODY_STRONG, concern.exercise.name)
        self._reason = self._label(Role.META, " ".join(reasons(concern)), "ink2")
        self._easier = self._label(Role.META, easier_words(concern), "ink2")
        self._choice = self._segments(concern)
        self._picture.show_choice(concern.suggested)
        self.setAccessibleName(concern.exercise.name)
        self.setAccessibleDescription(self._reason.text())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    @property
    def current(self) -> Decided:
        """What is chosen now."""
        return Decided(self._concern, Choice(str(self._choice.value)))

    @property
    def stop(self) -> QWidget:
        """What Tab reaches: the segment that is on."""
        return next(button for button in self.segments if button.isChecked())

    @property
    def segments(self) -> list[QAbstractButton]:
        """The choices from left to right."""
        return self._choice.findChildren(QAbstractButton)

    def hasHeightForWidth(self) -> bool:
        """Words wrap, and the choice goes below them."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of picture, words and choice."""
        words = max(self._theme.px(_HEIGHT), self._words_height(self._words_room(width)))
        choice = self._choice.sizeHint().height()
        return max(words, choice) if self._is_beside(width) else words + _BELOW + choice

    def sizeHint(self) -> QSize:
        """A readable width."""
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The choice alone."""
        return QSize(self._choice.minimumSizeHint().width(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._place()

    def _label(self, role: Role, text: str, color: str = "ink") -> Label:
        """A text, shown where there is one."""
        label = Label(self._theme, role, text, color=color, wrap=True, parent=self)
        label.setVisible(bool(text))
        return label

    def _segments(self, concern: Concern) -> Segmented:
        """The choices, each in words that are enough for themselves."""
        name = self.tr("{name}: what to do").format(name=concern.exercise.name)
        choice = Segmented(self._theme, name, choice_words(concern), self)
        choice.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        choice.set_value(concern.suggested)
        choice.setAccessibleDescription(easier_words(concern))
        choice.value_changed.connect(self._on_choice_changed)
        return choice

    def _left(self) -> int:
        """Where the words begin."""
        return FOCUS_MARGIN + self._theme.px(_WIDTH) + self._theme.px(_GAP)

    def _is_beside(self, width: int) -> bool:
        """Whether the words have room beside the choice."""
        least = self._choice.minimumSizeHint().width() + self._theme.px(_LEAST_WORDS)
        return width - self._left() - _GAP >= least

    def _choice_width(self, width: int) -> int:
        """The width of the choice beside the words, or below them."""
        wanted = self._choice.sizeHint().width()
        if not self._is_beside(width):
            return min(width, wanted)
        room = width - self._left() - _GAP - self._theme.px(_LEAST_WORDS)
        return max(self._choice.minimumSizeHint().width(), min(wanted, room))

    def _words_room(self, width: int) -> int:
        """The px for the words."""
        beside = self._choice_width(width) + _GAP if self._is_beside(width) else FOCUS_MARGIN
        return max(1, width - self._left() - beside)

    def _texts(self) -> list[Label]:
        """The words that are there, from top to bottom."""
        return [text for text in (self._name, self._reason, self._easier) if text.text()]

    def _words_height(self, room: int) -> int:
        """The height of the words."""
        return sum(text.heightForWidth(room) for text in self._texts())

    def _place(self) -> None:
        """Put picture, words and choice in their places."""
        width, room = self.width(), self._words_room(self.width())
        across, choice = self._choice_width(width), self._choice.sizeHint().height()
        below = not self._is_beside(width)
        first = self.height() - choice - _BELOW if below else self.height()
        high, top = self._theme.px(_HEIGHT), (first - self._words_height(room)) // 2
        self._picture.setGeometry(FOCUS_MARGIN, (first - high) // 2, self._theme.px(_WIDTH), high)
        for text in self._texts():
            text.setGeometry(self._left(), top, room, text.heightForWidth(room))
            top += text.height()
        left = max(0, width - across) if not below else self._left_below(width, across)
        down = first + _BELOW if below else (first - choice) // 2
        self._choice.setGeometry(QRect(left, down, across, choice))

    def _left_below(self, width: int, across: int) -> int:
        """Where the choice begins below the words: in line with them where there is room."""
        left = self._left() - FOCUS_MARGIN
        return left if left + across <= width else 0

    @Slot(object)
    def _on_choice_changed(self, choice: Choice) -> None:
        """Show what will be done, and tell."""
        self._picture.show_choice(choice)
        self.decided.emit(Decided(self._concern, choice))

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes."""
        self.updateGeometry()
        self._place()
