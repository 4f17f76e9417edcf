"""The card of the Breaks page that says how things stand now, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.ui import break_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.break_ring import BreakRing
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.button_pair import ButtonPair
from hipstretch.ui.widgets.card_button import CARD_RADIUS
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_card,
    inner_rect,
    layout_gap,
    start_painting,
)
from hipstretch.ui.widgets.pause_menu import PauseMenu
from hipstretch.ui.widgets.sitting_ring import sitting_look
from hipstretch.ui.widgets.state_tag import StateTag

_SIDE, _NARROW_SIDE, _GAP, _BUTTON = 26, 16, 28, 48
_Direction = QBoxLayout.Direction


class NowCard(QWidget):
    """The large ring, the words beside it, and the answers under them.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        sitting_requested: the person sits again.
        pause_requested: `Pause`, no reminders for so long.
        go_on_requested: the pause is to end.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()
    pause_requested = Signal(object)
    go_on_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_up = self._is_paused = False
        self.ring = BreakRing(theme)
        self.tag = StateTag(theme)
        self.title = Label(theme, Role.SECTION, wrap=True)
        self.advice = Label(theme, Role.BODY, color="ink2", wrap=True)
        self.stretch = self._button(self.tr("Stretch now"), "play", ButtonKind.PRIMARY)
        self.answer = self._button(self.tr("I’m up"), "standing", ButtonKind.SECONDARY)
        self.pause = self._button(self.tr("Pause"), "snooze", ButtonKind.SECONDARY)
        self._pauses: PauseMenu | None = None
        self._row = QBoxLayout(_Direction.LeftToRight, self)
        self._lay_out()
        self.stretch.clicked.connect(self._on_stretch_clicked)
        self.answer.clicked.connect(self._on_answer_clicked)
        self.pause.clicked.connect(self._on_pause_clicked)
        theme.changed.connect(self._on_theme_changed)

    def show_view(self, view: BreaksView) -> None:
        """Say how things stand now, and offer what fits."""
        self._is_up, self._is_paused = view.is_up, view.state is State.PAUSED
        self.ring.show_view(view)
        self.tag.set_state(sitting_look(view).icon, break_words.title(view))
        self.tag.setVisible(view.state is not State.OFF)
        is_off = view.state is State.OFF
        self.title.setText(break_words.title(view) if is_off else break_words.line(view))
        self.advice.setText(break_words.advice(view))
        self.answer.set_label(self.tr("I’m sitting") if self._is_up else self.tr("I’m up"))
        self.answer.set_icon("seated" if self._is_up else "standing")
        self.pause.set_label(self.tr("Go on") if self._is_paused else self.tr("Pause"))
        self.pause.set_icon("bell" if self._is_paused else "snooze")
        for button in (self.answer, self.pause):
            button.setVisible(not is_off)

    def set_narrow(self, is_narrow: bool) -> None:
        """Stand under each other in a narrow window, with a smaller ring."""
        above = _SIDE + FOCUS_MARGIN
        left = _NARROW_SIDE if is_narrow else above
        right = _NARROW_SIDE if is_narrow else _SIDE
        self._row.setContentsMargins(left, above, right, above - FOCUS_MARGIN)
        self._row.setDirection(_Direction.TopToBottom if is_narrow else _Direction.LeftToRight)
        self._row.setSpacing(16 if is_narrow else _GAP - FOCUS_MARGIN)
        self.ring.set_low(is_narrow)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, QRectF(inner_rect(self.rect())), CARD_RADIUS, self._theme.palette)

    def _button(self, text: str, icon: str, kind: ButtonKind) -> Button:
        """One of the answers."""
        return Button(self._theme, text, kind=kind, icon=icon, height=_BUTTON)

    def _lay_out(self) -> None:
        """Put the ring beside the words."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        for widget, above in ((self.tag, 0), (self.title, 10), (self.advice, 2)):
            column.addSpacing(above)
            row = QHBoxLayout()
            row.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
            row.addWidget(widget)
            if widget is self.tag:
                row.addStretch(1)
            column.addLayout(row)
        column.addSpacing(12)
        column.addWidget(self.stretch)
        column.addSpacing(layout_gap(10))
        column.addWidget(ButtonPair(self.answer, self.pause))
        column.addStretch(1)
        self._row.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        self._row.addLayout(column, 1)
        self.set_narrow(False)

    def _pause_menu(self) -> PauseMenu:
        """The lengths of a pause, made when they are first asked for."""
        if self._pauses is None:
            self._pauses = PauseMenu(self._theme, self)
            self._pauses.pause_requested.connect(self.pause_requested)
        return self._pauses

    @Slot()
    def _on_stretch_clicked(self) -> None:
        """Pass the wish on."""
        self.stretch_requested.emit()

    @Slot()
    def _on_answer_clicked(self) -> None:
        """Tell where the person is."""
        if self._is_up:
            self.sitting_requested.emit()
        else:
            self.up_requested.emit()

    @Slot()
    def _on_pause_clicked(self) -> None:
        """Ask for how long, or go on."""
        if self._is_paused:
            self.go_on_requested.emit()
            return
        menu = self._pause_menu()
        place = self.pause.mapToGlobal(QPoint(FOCUS_MARGIN, self.pause.height()))
        menu.popup(place)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
