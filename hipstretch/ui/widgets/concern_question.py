"""The quiet question on Home whether what hurt has settled, and what helps where it has not."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, inner_rect, start_painting

_RADIUS = 20
_SIDE, _ABOVE, _HEIGHT, _CLOSE = 22, 9, 40, 36
_NARROW_ABOVE = 8


class Settled(Enum):
    """What the person answers."""

    YES = auto()
    NOT_YET = auto()
    NOT_TOLD = auto()


class SettledCard(QWidget):
    """A sentence and two or three buttons; the visible card stands 5 px inside.

    Signals:
        answered: `Settled`, the answer.
        flare_up_requested: today is to be a flare-up day.
        safety_requested: when to get help.
        dismissed: what was offered is put away.
    """

    answered = Signal(object)
    flare_up_requested = Signal()
    safety_requested = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_asking = True
        self._words = Label(theme, Role.BODY, wrap=True)
        self._yes = Button(theme, self.tr("Yes"), kind=ButtonKind.SOFT, height=_HEIGHT)
        self._not_yet = Button(theme, self.tr("Not yet"), kind=ButtonKind.SOFT, height=_HEIGHT)
        self._gently = Button(
            theme, self.tr("Flare-up day"), kind=ButtonKind.SOFT, icon="leaf", height=_HEIGHT
        )
        self._help = Button(
            theme, self.tr("When to get help"), kind=ButtonKind.TEXT, icon="safety", height=_HEIGHT
        )
        self._close = IconButton(
            theme, "close", self.tr("Not now"), size=_CLOSE, kind=ButtonKind.TEXT
        )
        self._lay_out()
        self._connect()
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def buttons(self) -> tuple[Button | IconButton, ...]:
        """The buttons from left to right, those that are not shown too."""
        return self._yes, self._not_yet, self._gently, self._help, self._close

    def ask(self, words: str) -> None:
        """Ask whether it has settled."""
        self._show(words, is_asking=True, has_gently=False)

    def offer_help(self, *, is_flare_up: bool) -> None:
        """Offer a gentler day, unless it is one already, and when to get help."""
        words = self.tr("Then take it gently today.")
        if is_flare_up:
            words = self.tr("Then go on gently. Today is a flare-up day.")
        self._show(words, is_asking=False, has_gently=not is_flare_up)
        (self._help if is_flare_up else self._gently).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the buttons below the words, or beside them."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)
        self._words.setContentsMargins(FOCUS_MARGIN, _NARROW_ABOVE if is_narrow else 0, 0, 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, inner_rect(QRectF(self.rect())), _RADIUS, self._theme.palette)

    def _show(self, words: str, *, is_asking: bool, has_gently: bool) -> None:
        """Say something with the buttons that belong to it."""
        self._is_asking = is_asking
        self._words.setText(words)
        self.setAccessibleName(words)
        for button in (self._yes, self._not_yet):
            button.setVisible(is_asking)
        self._gently.setVisible(has_gently)
        self._help.setVisible(not is_asking)
        self.show()

    def _lay_out(self) -> None:
        """Words at the left, buttons at the right."""
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDE, _ABOVE, _SIDE - 8, _ABOVE)
        self._row.setSpacing(4)
        self._words.setMinimumWidth(1)
        self._words.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        self._row.addWidget(self._words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        for button in self.buttons:
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.insertStretch(len(self.buttons) - 1, 0)
        self._row.addLayout(buttons)

    def _connect(self) -> None:
        """Listen to the buttons."""
        self._yes.clicked.connect(self._on_yes_clicked)
        self._not_yet.clicked.connect(self._on_not_yet_clicked)
        self._gently.clicked.connect(self.flare_up_requested)
        self._help.clicked.connect(self.safety_requested)
        self._close.clicked.connect(self._on_close_clicked)
        self._theme.changed.connect(self._on_look_changed)

    @Slot()
    def _on_yes_clicked(self) -> None:
        """Tell that it has settled."""
        self.answered.emit(Settled.YES)

    @Slot()
    def _on_not_yet_clicked(self) -> None:
        """Tell that it has not."""
        self.answered.emit(Settled.NOT_YET)

    @Slot()
    def _on_close_clicked(self) -> None:
        """Tell nothing, or put away what is offered."""
        if self._is_asking:
            self.answered.emit(Settled.NOT_TOLD)
        else:
            self.dismissed.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        """Paint in the new look."""
        self.update()
