"""What stands where there is nothing to show: a small figure, a title, a line and a button."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.figure_sign import CHILDS_POSE, draw_on_mat
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import start_painting

_FIGURE_WIDTH, _FIGURE_HEIGHT = 220, 96


class EmptyState(QWidget):
    """Says kindly that there is nothing, and offers one way on.

    Signals:
        action_requested: the button was pressed.
    """

    action_requested = Signal()

    def __init__(
        self, theme: Theme, title: str, line: str, action: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = Label(theme, Role.SECTION, title, wrap=True)
        self._line = Label(theme, Role.BODY, line, color="ink2", wrap=True)
        self._button = Button(theme, action, kind=ButtonKind.SOFT)
        self._button.clicked.connect(self._on_button_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 20)
        column.setSpacing(4)
        column.addWidget(_Figure(theme), 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self._title, self._line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(label)
        column.addSpacing(8)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)

    @property
    def button(self) -> Button:
        """The way on."""
        return self._button

    def set_words(self, title: str, line: str) -> None:
        """Say something else."""
        self._title.setText(title)
        self._line.setText(line)

    @Slot()
    def _on_button_clicked(self) -> None:
        """Pass the wish on."""
        self.action_requested.emit()


class _Figure(QWidget):
    """The child's pose."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Small, whatever the text size."""
        return QSize(_FIGURE_WIDTH, _FIGURE_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sign."""
        painter = QPainter(self)
        start_painting(painter)
        draw_on_mat(painter, QRectF(self.rect()), CHILDS_POSE, self._theme.palette)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
