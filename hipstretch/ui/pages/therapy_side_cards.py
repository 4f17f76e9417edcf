"""The cards under ice and heat: today so far, and when to ask first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.therapy_view import TherapyView
from hipstretch.ui import therapy_words
from hipstretch.ui.pages.finish_cards import FinishCard
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.therapy_band import TherapyBand
from hipstretch.ui.widgets.therapy_list import TherapyList

_LINK_PADDING, _USUAL_PADDING = 8, 18


class _Link(Button):
    """A quiet button that stands in line with the text above it."""

    def visible_size(self) -> QSize:
        """The words with less padding than other buttons."""
        spare = 2 * self._theme.px(_USUAL_PADDING - _LINK_PADDING)
        return super().visible_size() - QSize(spare, 0)


class TodayCard(FinishCard):
    """Today's band and list; a kind line while there is nothing."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._counts = Label(theme, Role.META, color="ink2")
        self._empty = Label(
            theme,
            Role.BODY,
            self.tr("Nothing yet today. What you do shows up here."),
            color="ink2",
            wrap=True,
        )
        self.band = TherapyBand(theme)
        self.list = TherapyList(theme)
        self.add_inset(Label(theme, Role.CARD_TITLE, self.tr("Today")), self._counts)
        self.column.addSpacing(14)
        self.add_inset(self._empty)
        self.add_inset(self.band)
        self.column.addSpacing(8)
        self.add_inset(self.list)
        self.column.addStretch(1)
        self.column.addSpacing(FOCUS_MARGIN)

    def set_view(self, view: TherapyView) -> None:
        """Show the day; without anything there are no empty axes."""
        has_parts = bool(view.parts)
        self._counts.setText(therapy_words.counts(view.parts))
        self._empty.setVisible(not has_parts)
        self.band.setVisible(has_parts)
        self.list.setVisible(has_parts)
        if has_parts:
            self.band.set_view(view)
            self.list.set_parts(view.parts)


class AskFirstCard(FinishCard):
    """When to talk to a doctor before ice or heat, and the way to the Safety page.

    Signals:
        check_requested: the person wants to go through the questions again.
        safety_requested: the person wants to see the Safety page.
    """

    check_requested = Signal()
    safety_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.add_inset(Label(theme, Role.CARD_TITLE, self.tr("Ask first")))
        self.column.addSpacing(6)
        for words in _ask_first():
            self.add_inset(Label(theme, Role.BODY, words, color="ink2", wrap=True))
            self.column.addSpacing(10)
        self.column.addStretch(1)
        check = self._add_link(theme, self.tr("Answer the questions again"), "list")
        check.clicked.connect(self._on_check_clicked)
        safety = self._add_link(theme, self.tr("Safety page"), "safety")
        safety.clicked.connect(self._on_safety_clicked)

    def _add_link(self, theme: Theme, words: str, icon: str) -> Button:
        """A quiet button in line with the text."""
        link = _Link(theme, words, kind=ButtonKind.TEXT, icon=icon, height=36)
        self.column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        return link

    @Slot()
    def _on_check_clicked(self) -> None:
        """Pass the wish on."""
        self.check_requested.emit()

    @Slot()
    def _on_safety_clicked(self) -> None:
        """Pass the wish on."""
        self.safety_requested.emit()


def _ask_first() -> tuple[str, ...]:
    """What is said on the card."""
    tr = QCoreApplication.translate
    return (
        tr(
            "Therapy",
            "Have diabetes, poor circulation or numb skin? Please talk to your doctor before "
            "using ice or heat.",
        ),
        therapy_words.bottle_line(),
    )
