"""A page to read: a title, perhaps with the way back, and cards under each other."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import IconButton
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.scroll_page import ScrollPage

_CONTENT_WIDTH = 760
_TITLE_GAP, _CARD_GAP, _BACK_GAP = 18, 20, 14


class ReadingPage(ScrollPage):
    """The arrows, page keys, Home and End scroll it; Escape goes back where there is a way back.

    Signals:
        back_requested: back to where one came from.
    """

    back_requested = Signal()

    def __init__(
        self, theme: Theme, title: str, lead: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent, content_width=_CONTENT_WIDTH)
        self.setAccessibleName(title)
        self.back = IconButton(theme, "chevron-left", self.tr("Back"))
        self.back.hide()
        self.back.clicked.connect(self._on_back_clicked)
        self._title = Label(theme, Role.PAGE_TITLE, title, wrap=True)
        self._lead = Label(theme, Role.META, lead, color="ink2", wrap=True)
        if not lead:
            self._lead.hide()
        self._cards: list[CardPanel] = []

    @property
    def cards(self) -> tuple[CardPanel, ...]:
        """The cards from top to bottom."""
        return tuple(self._cards)

    def set_back(self, *, is_there: bool) -> None:
        """Offer the way back, or not."""
        self.back.setVisible(is_there)
        self._inset_title()

    def fill(self, cards: Iterable[CardPanel]) -> None:
        """Put the title and the cards on the page."""
        head = QHBoxLayout()
        head.setSpacing(_BACK_GAP - FOCUS_MARGIN)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head.addLayout(words, 1)
        self._inset_title()
        self.add_layout(head)
        self.add_gap(_TITLE_GAP - FOCUS_MARGIN)
        for card in cards:
            if self._cards:
                self.add_gap(layout_gap(_CARD_GAP))
            self._cards.append(card)
            self.add_card(card)
        self.add_stretch()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the cards less room at the sides in narrow windows."""
        for card in self._cards:
            card.set_narrow(self.window().width() < NARROW_WINDOW)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back."""
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.back_requested.emit()
        else:
            super().keyPressEvent(event)

    def _inset_title(self) -> None:
        """Keep the title in line with the cards where no button stands before it."""
        left = FOCUS_MARGIN if self.back.isHidden() else 0
        for label in (self._title, self._lead):
            label.setContentsMargins(left, 0, FOCUS_MARGIN, 0)

    @Slot()
    def _on_back_clicked(self) -> None:
        """Pass the wish on."""
        self.back_requested.emit()
