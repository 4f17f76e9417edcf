"""A field for a name, and the line under it that says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_frame,
    draw_text,
    inner_rect,
    start_painting,
)
from hipstretch.ui.widgets.text_field import draw_field, dress_text

_HEIGHT, _RADIUS, _PADDING = 48, 16, 16
_ICON, _ICON_GAP = 16, 6
_ERROR_LINE = 20
_LONGEST = 80


class NameField(QWidget):
    """One line to type a name in; room for the error is always kept, so that nothing jumps."""

    def __init__(
        self, theme: Theme, name: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._error = ""
        self._editor = _Editor(self)
        self._editor.setAccessibleName(name)
        self._editor.setMaxLength(_LONGEST)
        self._editor.setText(text)
        self._editor.textEdited.connect(self._on_text_edited)
        self.setFocusProxy(self._editor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)
        self._on_look_changed()

    @property
    def editor(self) -> QLineEdit:
        """What is typed into."""
        return self._editor

    @property
    def name(self) -> str:
        """What is typed, on one line without blanks around it."""
        return " ".join(self._editor.text().split())

    @property
    def error(self) -> str:
        """What is wrong; empty where nothing is."""
        return self._error

    def set_error(self, error: str) -> None:
        """Say what is wrong, also to a screen reader, until something is typed."""
        self._error = error
        self._editor.setAccessibleDescription(error)
        if error:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._editor, error))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a name, and for the error under it."""
        height = self._theme.px(_HEIGHT) + self._theme.px(_ERROR_LINE)
        return QSize(self._theme.px(280), height + 2 * FOCUS_MARGIN)

    def minimumSizeHint(self) -> QSize:
        """Room for a short name."""
        return QSize(self._theme.px(140), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editor into the field."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field and the error under it."""
        painter = QPainter(self)
        start_painting(painter)
        palette, radius = self._theme.palette, self._theme.px(_RADIUS)
        field = self._field()
        draw_field(painter, field, radius, palette, focused=self._editor.hasFocus())
        if self._error:
            draw_frame(painter, field, radius, None, border=palette.danger, width=2)
            self._draw_error(painter, field)

    def _draw_error(self, painter: QPainter, field: QRectF) -> None:
        """Draw the sign and the words of what is wrong."""
        color, size = self._theme.palette.danger, self._theme.px(_ICON)
        height = self._theme.line_height(Role.CAPTION)
        line = QRectF(field.left(), field.bottom() + 4, field.width(), height)
        box = QRectF(line.left() + 2, round(line.center().y() - size / 2), size, size)
        self._theme.icons.draw(painter, "info", box, color)
        words = line.adjusted(2 + size + self._theme.px(_ICON_GAP), 0, 0, 0)
        left = Qt.AlignmentFlag.AlignLeft
        font = self._theme.font(Role.CAPTION)
        draw_text(painter, words, self._error, font, color, align=left)

    def _field(self) -> QRectF:
        """The visible field."""
        field = inner_rect(self.rect())
        field.setHeight(self._theme.px(_HEIGHT))
        return field

    def _place(self) -> None:
        """Put the editor into the field."""
        padding = self._theme.px(_PADDING)
        rect: QRect = self._field().adjusted(padding - 2, 2, 2 - padding, -2).toRect()
        self._editor.setGeometry(rect)

    @Slot()
    def _on_text_edited(self) -> None:
        """Forgive the error while it is being mended."""
        if self._error:
            self.set_error("")

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        dress_text(self._editor, self._theme)
        self._place()
        self.updateGeometry()
        self.update()


class _Editor(QLineEdit):
    """The bare line; the field around it is painted with its focus."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setFrame(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus on the field, with the name chosen to be written over."""
        super().focusInEvent(event)
        self.selectAll()
        self._paint_field()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the field at rest."""
        super().focusOutEvent(event)
        self._paint_field()

    def _paint_field(self) -> None:
        """Paint the field around the line."""
        field = self.parentWidget()
        if field is not None:
            field.update()
