"""What stands on the cards of Safety: marked lines, the number to call, and who says what."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.safety import HelpNumber
from hipstretch.ui import safety_words
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_frame, draw_text, start_painting

_INDENT, _DOT_AT, _DOT, _ABOVE = 22, 7, 3, 4
_TAG_WIDTH, _TAG_HEIGHT, _TAG_GAP, _TAG_RADIUS = 58, 28, 14, 9
_BAND_RADIUS, _BAND_SIDE, _BAND_ABOVE, _ROOM_BESIDE = 16, 20, 14, 480
_GROUP_ABOVE = 14


class MarkedLine(Label):
    """A line with a dot before it."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__(theme, Role.BODY, text, wrap=True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._indent()
        theme.changed.connect(self._on_size_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the dot, then the line."""
        painter = QPainter(self)
        start_painting(painter)
        px = self._theme.px
        middle = px(_ABOVE) + self._theme.line_height(Role.BODY) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.palette.ctrl)
        painter.drawEllipse(QPointF(px(_DOT_AT), middle), px(_DOT), px(_DOT))
        painter.end()
        super().paintEvent(event)

    def _indent(self) -> None:
        """Keep room for the dot."""
        px = self._theme.px
        self.setContentsMargins(px(_INDENT), px(_ABOVE), 0, px(_ABOVE))

    @Slot()
    def _on_size_changed(self) -> None:
        """Take over the new sizes."""
        self._indent()


class _Tag(QWidget):
    """A span of the scale of pain, on its soft colour."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme, self._text = theme, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._measure()
        theme.changed.connect(self._on_look_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the numbers."""
        painter = QPainter(self)
        start_painting(painter)
        palette, rect = self._theme.palette, QRectF(self.rect())
        draw_frame(painter, rect, self._theme.px(_TAG_RADIUS), palette.pain_soft)
        font = make_font(15 * self._theme.text_scale, 600)
        draw_text(painter, rect, self._text, font, palette.pain)

    def _measure(self) -> None:
        """Be as large as the text size asks for."""
        self.setFixedSize(self._theme.px(_TAG_WIDTH), self._theme.px(_TAG_HEIGHT))

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._measure()
        self.update()


class PainLine(QWidget):
    """What to do at a pain of so much: the numbers, and the words beside them."""

    def __init__(self, theme: Theme, low: int, high: int, text: str) -> None:
        super().__init__()
        span = f"{low}–{high}"
        self.words = Label(theme, Role.BODY, text, wrap=True)
        self.words.setAccessibleName(f"{safety_words.pain_span(low, high)}: {text}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(_TAG_GAP)
        row.addWidget(_Tag(theme, span), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


class NumberBand(QWidget):
    """The number to call, large, and the way to change it where that makes sense.

    Signals:
        change_requested: the person wants another number.
    """

    change_requested = Signal()

    def __init__(self, theme: Theme, *, can_change: bool = True) -> None:
        super().__init__()
        self._theme = theme
        self.call = Label(theme, Role.PAGE_TITLE, wrap=True)
        self.note = Label(theme, Role.CAPTION, color="ink2", wrap=True)
        for label in (self.call, self.note):
            label.setMinimumWidth(1)  # a long number is broken, not cut
        self.change = Button(
            theme, self.tr("Change the number"), kind=ButtonKind.SECONDARY, icon="pencil", height=40
        )
        if not can_change:
            self.change.hide()
        self.change.clicked.connect(self._on_change_clicked)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        side = _BAND_SIDE - FOCUS_MARGIN
        self._row.setContentsMargins(side, _BAND_ABOVE, side, _BAND_ABOVE)
        words = QVBoxLayout()
        words.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        words.setSpacing(0)
        words.addWidget(self.call)
        words.addWidget(self.note)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        theme.changed.connect(self._on_look_changed)

    def set_number(self, number: HelpNumber) -> None:
        """Show which number to call, and where it is from."""
        self.call.setText(safety_words.call(number))
        self.note.setText(safety_words.number_note(number))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button beside the words where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        start_painting(painter)
        draw_frame(painter, QRectF(self.rect()), _BAND_RADIUS, self._theme.palette.psoft)

    def _arrange(self) -> None:
        """Stand side by side or under each other."""
        has_room = self.width() >= self._theme.px(_ROOM_BESIDE)
        way = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)

    @Slot()
    def _on_change_clicked(self) -> None:
        """Pass the wish on."""
        self.change_requested.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._arrange()
        self.update()


class Group(QWidget):
    """Lines under each other, in line with the controls of a card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        self._column.setSpacing(0)

    def add(self, widget: QWidget, *, above: int = 0) -> None:
        """Put a widget under those that are there."""
        if above:
            self._column.addSpacing(above)
        self._column.addWidget(widget)

    def add_head(self, text: str) -> None:
        """The words above some lines."""
        above = _GROUP_ABOVE if self._column.count() else 0
        self.add(Label(self._theme, Role.BODY_STRONG, text, wrap=True), above=above)

    def add_text(self, text: str, *, above: int = 0) -> None:
        """A paragraph."""
        self.add(Label(self._theme, Role.BODY, text, color="ink2", wrap=True), above=above)

    def add_lines(self, texts: Iterable[str]) -> None:
        """Lines with a dot each."""
        for text in texts:
            self.add(MarkedLine(self._theme, text))
