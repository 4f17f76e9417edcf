"""A card with a longer text to read, in sections, which the arrow keys scroll."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_text,
    start_painting,
)
from hipstretch.ui.widgets.scroll_body import ScrollBody

WIDTH = 560
_PAGE_STEPS = 6
_ABOVE_SECTION, _ABOVE_FIRST, _BELOW_HEAD = 18, 4, 3


class ReadingDialog(CardDialog):
    """Sections under each other, and a button to close at the foot; Escape closes as well.

    Closing has the focus at first, whatever else can be done.
    """

    def __init__(self, theme: Theme, title: str, text: str, parent_window: QWidget) -> None:
        super().__init__(theme, title, text, parent_window, width=WIDTH)
        self._body = ScrollBody(theme)
        self._body.column.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 20)
        self.add_content(self._body)
        actions = QWidget()
        self._actions = QVBoxLayout(actions)
        self._actions.setContentsMargins(0, 0, 0, 0)
        self.add_content(actions)
        self.add_choice(self.tr("Close"), ButtonKind.SECONDARY, None)

    def open(self) -> None:
        """Come up."""
        self.present()

    def add_actions(self, widget: QWidget, stops: Sequence[QWidget]) -> None:
        """Put what else can be done above the button to close; `stops` are what Tab reaches."""
        self._actions.addWidget(widget)
        self._stops.extend(stops)

    def add_widget(self, widget: QWidget) -> None:
        """Put a widget under the sections that are there."""
        self._body.column.addWidget(widget)

    def add_section(self, head: str, text: str) -> None:
        """A head with a paragraph; nothing where there is no text."""
        if text:
            self._add_head(head)
            self.add_widget(Label(self._theme, Role.BODY, text, wrap=True))

    def add_steps(self, head: str, texts: Sequence[str]) -> None:
        """A head with numbered steps."""
        self._add_items(head, texts, numbered=True)

    def add_points(self, head: str, texts: Sequence[str]) -> None:
        """A head with a list of points; one alone is a paragraph."""
        if len(texts) == 1:
            self.add_section(head, texts[0])
        else:
            self._add_items(head, texts, numbered=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll with the arrow and page keys, and go to the ends."""
        bar = self._body.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: _PAGE_STEPS,
            Qt.Key.Key_PageUp: -_PAGE_STEPS,
        }
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        key = Qt.Key(event.key())
        if key in steps:
            self._body.scroll_by(steps[key])
        elif key in ends:
            bar.setValue(ends[key])
        else:
            super().keyPressEvent(event)
        event.accept()

    def _add_items(self, head: str, texts: Sequence[str], *, numbered: bool) -> None:
        """A head with items, each with its number or a dot."""
        if texts:
            self._add_head(head)
        for number, text in enumerate(texts, start=1):
            self.add_widget(_Item(self._theme, text, number if numbered else None))

    def _add_head(self, head: str) -> None:
        """The words above a section."""
        label = Label(self._theme, Role.CAPTION_STRONG, head, color="ink2", wrap=True)
        above = _ABOVE_SECTION if self._body.column.count() else _ABOVE_FIRST
        label.setContentsMargins(0, above, 0, _BELOW_HEAD)
        self.add_widget(label)


_INDENT, _BADGE, _ITEM_ABOVE = 34, 24, 3


class _Item(Label):
    """A text with a number in a soft round field, or with a dot, before it."""

    def __init__(self, theme: Theme, text: str, number: int | None) -> None:
        self._number = number
        super().__init__(theme, Role.BODY, text, wrap=True)
        self._indent()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_size_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the number or the dot, then the text."""
        painter = QPainter(self)
        start_painting(painter)
        palette, px = self._theme.palette, self._theme.px
        middle = self.contentsMargins().top() + self._theme.line_height(Role.BODY) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        if self._number is None:
            painter.setBrush(palette.ctrl)
            painter.drawEllipse(QPointF(px(6), middle), px(2.5), px(2.5))
        else:
            badge = QRectF(0, middle - px(_BADGE) / 2, px(_BADGE), px(_BADGE))
            painter.setBrush(palette.psoft)
            painter.drawEllipse(badge)
            font = make_font(13 * self._theme.text_scale, 600)
            draw_text(painter, badge, str(self._number), font, palette.ink)
        painter.end()
        super().paintEvent(event)

    def _indent(self) -> None:
        """Keep room for what stands before the text."""
        px = self._theme.px
        if self._number is None:
            self.setContentsMargins(px(18), 1, 0, px(_ITEM_ABOVE))
        else:
            self.setContentsMargins(px(_INDENT), px(_ITEM_ABOVE), 0, px(_ITEM_ABOVE))

    @Slot()
    def _on_size_changed(self) -> None:
        """Take over the new sizes."""
        self._indent()
