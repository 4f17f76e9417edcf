"""The card with the sessions: those that were read so far, and a way to more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_button import CARD_RADIUS
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, inner_rect, start_painting
from hipstretch.ui.widgets.session_list import SessionList
from hipstretch.ui.widgets.session_rows import SessionItem

_SIDE, _ABOVE = 24, 20


class SessionsCard(QWidget):
    """The list, which begins at the card's edge; the visible card stands 5 px inside.

    Signals:
        more_requested: older sessions are wanted.
    """

    more_requested = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.list = SessionList(theme, today)
        self.more = Button(theme, self.tr("Show older ones"), kind=ButtonKind.TEXT)
        self.empty = Label(theme, Role.BODY, color="ink2", wrap=True)
        self.empty.setText(self.tr("Nothing here with this choice. Show all to see the rest."))
        self.empty.setContentsMargins(_SIDE, _ABOVE, _SIDE, _ABOVE)
        self._can_more = False
        column = QVBoxLayout(self)
        column.setContentsMargins(*4 * [FOCUS_MARGIN])
        column.setSpacing(0)
        column.addWidget(self.list)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.empty)
        self.more.clicked.connect(self._on_more_clicked)
        self.list.more_requested.connect(self._on_more_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_items(self, items: Sequence[SessionItem], today: date, *, has_more: bool) -> None:
        """Show these sessions; `has_more` where there are older ones."""
        self._can_more = has_more
        self.list.show_items(items, today)
        self.list.setVisible(bool(items))
        self.more.setVisible(has_more)
        self.empty.setVisible(not items)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, and the line above the way to more."""
        painter = QPainter(self)
        start_painting(painter)
        card, palette = inner_rect(QRectF(self.rect())), self._theme.palette
        draw_card(painter, card, CARD_RADIUS, palette)
        if self.more.isVisible():
            top = self.list.geometry().bottom() + 1
            painter.fillRect(QRectF(card.left(), top, card.width(), 1), palette.line)

    @Slot()
    def _on_more_clicked(self) -> None:
        """Ask for more, where there is any."""
        if self._can_more:
            self.more_requested.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
