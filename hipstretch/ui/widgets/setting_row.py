"""One setting: its name, a line about it, and its control beside or below them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN

_GAP, _BELOW_GAP = 20, 4
_LEAST_WORDS, _LEAST_HEIGHT = 190, 44


class SettingRow(QWidget):
    """Words at the left and the control at the right; below them where the row is narrow."""

    def __init__(
        self,
        theme: Theme,
        title: str,
        line: str = "",
        control: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = Label(theme, Role.BODY_STRONG, title, wrap=True, parent=self)
        self._line = Label(theme, Role.CAPTION, line, color="ink2", wrap=True, parent=self)
        self._line.setVisible(bool(line))
        self._control = control
        if control is not None:
            control.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    @property
    def line(self) -> str:
        """The line about the setting."""
        return self._line.text()

    def set_line(self, line: str) -> None:
        """Say something else about the setting."""
        if line != self._line.text():
            self._line.setText(line)
            self._line.setVisible(bool(line))
            self._lay_out_again()

    def hasHeightForWidth(self) -> bool:
        """Narrow rows are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the words and of the control beside or below them."""
        control = self._control_size(width)
        if self._is_beside(width):
            least = max(control.height(), self._theme.px(_LEAST_HEIGHT))
            return max(self._words_height(self._words_room(width)), least)
        words = self._words_height(width - 2 * FOCUS_MARGIN)
        return words + (_BELOW_GAP + control.height() if self._control is not None else 0)

    def sizeHint(self) -> QSize:
        """A readable width."""
        width = self._theme.px(560)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """The control alone."""
        least = 0 if self._control is None else self._control.minimumSizeHint().width()
        return QSize(max(least, 160), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move words and control to their places."""
        super().resizeEvent(event)
        self._place()

    def event(self, event: QEvent) -> bool:
        """Lay out anew when the control wants another size."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._lay_out_again()
        return super().event(event)

    def _control_size(self, width: int) -> QSize:
        """The size of the control in a row of that width."""
        if self._control is None:
            return QSize(0, 0)
        wanted = self._control.sizeHint()
        return QSize(min(wanted.width(), width), wanted.height())

    def _is_beside(self, width: int) -> bool:
        """Whether the words have room beside the control."""
        if self._control is None:
            return False
        return self._words_room(width) >= min(self._theme.px(_LEAST_WORDS), self._words_width())

    def _words_width(self) -> int:
        """The px that the words take without being broken more than their length asks for."""
        line = 0 if self._line.isHidden() else self._line.sizeHint().width()
        return max(self._title.sizeHint().width(), line)

    def _words_room(self, width: int) -> int:
        """The px for the words beside the control."""
        return width - self._control_size(width).width() - FOCUS_MARGIN - _GAP

    def _words_height(self, room: int) -> int:
        """The height of the title and the line in that room."""
        line = 0 if self._line.isHidden() else self._line.heightForWidth(room)
        return self._title.heightForWidth(room) + line

    def _place(self) -> None:
        """Move words and control to their places."""
        width, control = self.width(), self._control_size(self.width())
        beside = self._is_beside(width)
        room = self._words_room(width) if beside else width - 2 * FOCUS_MARGIN
        height = self._words_height(room)
        top = max(0, (self.height() - height) // 2) if beside else 0
        title = self._title.heightForWidth(room)
        self._title.setGeometry(FOCUS_MARGIN, top, room, title)
        self._line.setGeometry(FOCUS_MARGIN, top + title, room, height - title)
        if self._control is not None:
            left = width - control.width() if beside else 0
            down = (self.height() - control.height()) // 2 if beside else height + _BELOW_GAP
            self._control.setGeometry(QRect(left, down, control.width(), control.height()))

    def _lay_out_again(self) -> None:
        """Ask for the height that is needed now."""
        self.updateGeometry()
        self._place()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes."""
        self._lay_out_again()
