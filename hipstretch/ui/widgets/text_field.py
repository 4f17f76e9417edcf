"""Fields to type in: one line to search, and several for a note."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import ButtonKind, IconButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_frame,
    inner_rect,
    start_painting,
)

_HALO = 3
_RADIUS = 16
_HEIGHT = 44
_PADDING = 14
_ICON = 20
_ICON_GAP = 8
_CLEAR = 32
_CLEAR_EDGE = 6
_NOTE_LINES = 4


def draw_field(
    painter: QPainter, rect: QRectF, radius: float, palette: Palette, *, focused: bool
) -> None:
    """Paint a field to type in; with the focus it has a strong border and a soft halo."""
    if focused:
        half = _HALO / 2
        painter.setPen(QPen(palette.psoft, _HALO))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        halo = rect.adjusted(-half, -half, half, half)
        painter.drawRoundedRect(halo, radius + half, radius + half)
        draw_frame(painter, rect, radius, palette.surface, border=palette.primary, width=2)
    else:
        draw_frame(painter, rect, radius, palette.surface, border=palette.ctrl)


def dress_text(widget: QWidget, theme: Theme) -> None:
    """Give a text widget the look's font and colours, on no ground of its own."""
    look = theme.palette
    colors = QPalette(widget.palette())
    colors.setColor(QPalette.ColorRole.Base, QColor(Qt.GlobalColor.transparent))
    colors.setColor(QPalette.ColorRole.Text, look.ink)
    colors.setColor(QPalette.ColorRole.PlaceholderText, look.ink3)
    colors.setColor(QPalette.ColorRole.Highlight, look.psoft)
    colors.setColor(QPalette.ColorRole.HighlightedText, look.ink)
    widget.setPalette(colors)
    widget.setFont(theme.font(Role.BODY))


def draw_search_ground(painter: QPainter, place: QRect, theme: Theme, *, focused: bool) -> None:
    """Paint the field of a search, and its sign."""
    rect, palette = inner_rect(place), theme.palette
    draw_field(painter, rect, theme.px(_RADIUS), palette, focused=focused)
    size = theme.px(_ICON)
    top = round(rect.center().y() - size / 2)
    box = QRectF(rect.left() + theme.px(_PADDING), top, size, size)
    theme.icons.draw(painter, "search", box, palette.ink3)


def search_height(theme: Theme) -> int:
    """The height of a search field with the room for its ring."""
    return theme.px(_HEIGHT) + 2 * FOCUS_MARGIN


def search_text_left(theme: Theme) -> int:
    """Where the words of a search field begin."""
    return FOCUS_MARGIN + theme.px(_PADDING + _ICON + _ICON_GAP)


class SearchField(QLineEdit):
    """One line with a search sign before it and, once something is typed, a key that clears it."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._clear = IconButton(
            theme,
            "close",
            self.tr("Clear the search"),
            size=_CLEAR,
            round=True,
            kind=ButtonKind.TEXT,
            parent=self,
        )
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.hide()
        self._clear.clicked.connect(self._on_clear_clicked)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for some words."""
        return QSize(self._theme.px(280), search_height(self._theme))

    def minimumSizeHint(self) -> QSize:
        """Room for one word."""
        return QSize(self._theme.px(160), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the clearing key at the right end."""
        super().resizeEvent(event)
        self._place_clear()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the search sign, then the text over it."""
        painter = QPainter(self)
        start_painting(painter)
        draw_search_ground(painter, self.rect(), self._theme, focused=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    def _place_clear(self) -> None:
        """Put the clearing key at the right end, in the middle of the height."""
        size = self._clear.sizeHint()
        left = self.width() - self._theme.px(_CLEAR_EDGE) - size.width()
        top = (self.height() - size.height()) // 2
        self._clear.setGeometry(left, top, size.width(), size.height())

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        """Offer to clear what is there."""
        self._clear.setVisible(bool(text))

    @Slot()
    def _on_clear_clicked(self) -> None:
        """Empty the field and go on typing."""
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        dress_text(self, self._theme)
        lead = search_text_left(self._theme) - 2
        trail = FOCUS_MARGIN + self._theme.px(_CLEAR) + self._theme.px(_CLEAR_EDGE)
        self.setTextMargins(lead, FOCUS_MARGIN, trail, FOCUS_MARGIN)
        self._place_clear()
        self.updateGeometry()
        self.update()


class NoteField(QPlainTextEdit):
    """A few lines of plain text; Tab leaves it. `lines` are those that it asks room for."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        placeholder: str = "",
        parent: QWidget | None = None,
        *,
        lines: int = _NOTE_LINES,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_look_changed)
        self._on_look_changed()

    def sizeHint(self) -> QSize:
        """Room for the lines that are usual."""
        return QSize(self._theme.px(360), self._height_for(self._lines))

    def minimumSizeHint(self) -> QSize:
        """Room for two lines."""
        return QSize(self._theme.px(160), self._height_for(2))

    def event(self, event: QEvent) -> bool:
        """Paint the frame around the text; the text area paints itself."""
        if event.type() is QEvent.Type.Paint:
            self._paint_frame()
            return True
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return super().event(event)

    def _paint_frame(self) -> None:
        """Paint the field."""
        painter = QPainter(self)
        start_painting(painter)
        radius, palette = self._theme.px(_RADIUS), self._theme.palette
        draw_field(painter, inner_rect(self.rect()), radius, palette, focused=self.hasFocus())

    def _height_for(self, lines: int) -> int:
        """The outer height for that many lines."""
        margins = 2 * (FOCUS_MARGIN + self._theme.px(_PADDING))
        return lines * self._theme.line_height(Role.BODY) + margins

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        dress_text(self, self._theme)
        sides = FOCUS_MARGIN + self._theme.px(_PADDING + 4)
        above = FOCUS_MARGIN + self._theme.px(_PADDING)
        self.setViewportMargins(sides, above, sides, above)
        self.updateGeometry()
        self.update()
