"""Text in one of the design language's roles."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import WrappedText, elided, start_painting, text_width

_READABLE_WIDTH = 520
"""The px at which a wrapped text asks to be broken where the layout leaves it the choice."""


class Label(QLabel):
    """Plain text painted with the font, line height and colour of its role.

    A wrapped label grows downwards; one with `elide` may be made narrower than its text.
    """

    def __init__(
        self,
        theme: Theme,
        role: Role,
        text: str = "",
        *,
        color: str = "ink",
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._role = role
        self._color = color
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        theme.changed.connect(self._on_look_changed)

    def set_color(self, token: str) -> None:
        """Paint in another colour of the palette."""
        self._color = token
        self.update()

    def set_role(self, role: Role) -> None:
        """Paint in another role."""
        self._role = role
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The text's own size; a wrapped one is broken at a readable width."""
        return self._size_at(self._theme.px(_READABLE_WIDTH) if self.wordWrap() else None)

    def minimumSizeHint(self) -> QSize:
        """The longest word of a wrapped text, the whole of any other."""
        line = self._theme.line_height(self._role)
        if self._elide:
            return QSize(min(self.sizeHint().width(), 3 * line), line)
        if not self.wordWrap():
            return self.sizeHint()
        font = self._theme.font(self._role)
        widest = max((text_width(word, font) for word in self.text().split()), default=0.0)
        return QSize(self._outer_width(widest), line)

    def hasHeightForWidth(self) -> bool:
        """Whether the text is wrapped."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at `width`."""
        return self._size_at(width).height() if self.wordWrap() else -1

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines as the alignment says."""
        painter = QPainter(self)
        start_painting(painter)
        area = self.contentsRect()
        text = self._lines(area.width())
        spare = area.height() - text.height
        text.draw(
            painter,
            QPointF(area.left(), area.top() + spare * self._share_above()),
            self._ink(),
            align=self.alignment(),
            room=area.width(),
        )

    def _ink(self) -> QColor:
        """The colour at present."""
        palette = self._theme.palette
        color: QColor = getattr(palette, self._color) if self.isEnabled() else palette.ink3
        return color

    def _share_above(self) -> float:
        """How much of the spare height stands above the text."""
        if self.alignment() & Qt.AlignmentFlag.AlignTop:
            return 0.0
        return 1.0 if self.alignment() & Qt.AlignmentFlag.AlignBottom else 0.5

    def _lines(self, width: float | None) -> WrappedText:
        """The text broken for `width`; in its own lines where that is None or nothing wraps."""
        font = self._theme.font(self._role)
        text = self.text()
        if self._elide and width is not None and not self.wordWrap():
            text = "\n".join(elided(line, font, width) for line in text.split("\n"))
        room = width if width is not None and self.wordWrap() else float(1 << 20)
        return WrappedText.lay_out(text, room, font, self._theme.line_height(self._role))

    def _size_at(self, width: float | None) -> QSize:
        """The size of the widget with its lines broken at an outer `width`."""
        margins = self.contentsMargins()
        sides = margins.left() + margins.right()
        text = self._lines(None if width is None else width - sides)
        height = round(text.height) + margins.top() + margins.bottom()
        return QSize(self._outer_width(text.width), height)

    def _outer_width(self, width: float) -> int:
        """`width` with the margins, in whole px."""
        margins = self.contentsMargins()
        return math.ceil(width) + margins.left() + margins.right()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()
