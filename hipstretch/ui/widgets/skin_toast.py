"""The skin check where another page is shown: a line at the foot of the window, fine or stop."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardView
from hipstretch.ui import therapy_words
from hipstretch.ui.announce import announce
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import (
    Shadow,
    draw_frame,
    draw_soft_shadow,
    start_painting,
)

_AROUND, _UP, _RADIUS = 24, 24, 18
_WIDEST, _STACKED_UNDER = 830, 640
_PAD, _PAD_ABOVE = 20, 13


class SkinToast(QWidget):
    """Stays until it is answered or put away, and takes no focus by itself.

    Signals:
        fine_requested: `Kind`, the skin is fine.
        stop_requested: `Kind`, the treatment is to end.
    """

    fine_requested = Signal(object)
    stop_requested = Signal(object)

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._kind: Kind | None = None
        self._foot = 0
        self._line = Label(theme, Role.BODY, color="bg", wrap=True)
        self.fine = self._make_button(therapy_words.translate("Therapy", "Fine"), "surface", "ink")
        self.stop = self._make_button(therapy_words.translate("Therapy", "Stop"), "ink", "bg")
        self._row = self._fill()
        self.fine.clicked.connect(self._on_fine_clicked)
        self.stop.clicked.connect(self._on_stop_clicked)
        window.installEventFilter(self)
        theme.changed.connect(self._on_theme_changed)
        self.hide()

    @property
    def text(self) -> str:
        """What is asked, empty where nothing is."""
        return "" if self.isHidden() else self._line.text()

    def ask(self, card: CardView) -> None:
        """Ask for a look at the skin; say it once."""
        is_new = self.isHidden() or self._kind is not card.kind
        self._kind = card.kind
        self._line.setText(therapy_words.skin_question())
        self.setAccessibleName(self._line.text())
        self._place()
        self.raise_()
        self.show()
        if is_new:
            announce(self, self._line.text())

    @Slot()
    def put_away(self) -> None:
        """Ask no longer."""
        self._kind = None
        self.hide()

    def set_foot(self, foot: int) -> None:
        """Keep `foot` px free below, for the tab bar of a narrow window."""
        self._foot = foot
        self._place()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the window's foot."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow and the ground."""
        painter = QPainter(self)
        start_painting(painter)
        card = QRectF(self.rect()).adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        draw_soft_shadow(painter, card, _RADIUS, self._theme.palette, Shadow.PANEL)
        draw_frame(painter, card, _RADIUS, self._theme.palette.ink)

    def _make_button(self, words: str, fill: str, text: str) -> Button:
        """A button on the ground of ink."""
        button = Button(self._theme, words, height=40)
        button.set_accent(fill, text)
        return button

    def _fill(self) -> QBoxLayout:
        """The line, and both buttons beside or under it."""
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in (self.fine, self.stop):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side, above = _AROUND + _PAD, _AROUND + _PAD_ABOVE
        row.setContentsMargins(side, above, side - 8, above - 4)
        row.setSpacing(12)
        row.addWidget(self._line, 1)
        row.addLayout(buttons)
        return row

    def _place(self) -> None:
        """Take the size of the words, in the middle of the window's foot."""
        width = min(self._theme.px(_WIDEST), self._window.width()) + 2 * _AROUND - 2 * _UP
        is_beside = width >= self._theme.px(_STACKED_UNDER)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)
        height = self._row.totalHeightForWidth(width)
        left = (self._window.width() - width) // 2
        top = self._window.height() - self._foot - _UP - height + _AROUND
        self.setGeometry(left, top, width, height)

    @Slot()
    def _on_fine_clicked(self) -> None:
        """Tell it and go."""
        kind = self._kind
        self.put_away()
        self.fine_requested.emit(kind)

    @Slot()
    def _on_stop_clicked(self) -> None:
        """Tell it and go."""
        kind = self._kind
        self.put_away()
        self.stop_requested.emit(kind)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._place()
        self.update()
