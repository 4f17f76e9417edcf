"""The player's instruction: the one thing to do, as large as its place allows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from hipstretch.ui.pages.player_content import StageContent
from hipstretch.ui.pages.player_layout import PlayerLayout
from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.fitted_text import FittedText, fit
from hipstretch.ui.widgets.painting import start_painting

_TWO_LINES = 112
"""The px above the foot of its place at which the instruction begins on the stage."""
_COMPACT_SCALE = 0.75
"""In one column the instruction starts larger than the rest is scaled: there is room."""


class Instruction(QLabel):
    """The one thing to do, as large as its place allows, with a quiet note under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._note = ""
        self._scale = 1.0
        self._on_stage = True
        self._centred = False
        self._fitted: FittedText | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._on_look_changed)

    def set_content(self, content: StageContent) -> None:
        """Show the instruction and the note."""
        if (content.instruction, content.note) == (self.text(), self._note):
            return
        self._note = content.note
        self.setText(content.instruction)
        self.setAccessibleDescription(content.note)
        self._fitted = None
        self.update()

    def place(self, layout: PlayerLayout) -> None:
        """Take the place of the layout."""
        self._scale = max(layout.scale, _COMPACT_SCALE) if layout.compact else layout.scale
        self._on_stage = not layout.compact
        self._centred = layout.compact and not layout.beside
        self.setGeometry(layout.instruction)
        self._fitted = None
        self.update()

    def fitted(self) -> FittedText:
        """The lines as they are painted."""
        if self._fitted is None:
            scale = self._scale * self._theme.text_scale
            self._fitted = fit(self.text(), self._note, self.width(), self.height(), scale)
        return self._fitted

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        start_painting(painter)
        fitted, palette = self.fitted(), player_palette(self._theme.palette)
        align = Qt.AlignmentFlag.AlignHCenter if self._centred else Qt.AlignmentFlag.AlignLeft
        top = QPointF(0, self._top(fitted.height))
        fitted.draw(painter, top, self.width(), (palette.ink, palette.ink2), align)

    def _top(self, height: float) -> float:
        """Where the lines begin: on the stage always at one height, as long as they fit."""
        spare = self.height() - height
        if self._on_stage:
            return min(self.height() - _TWO_LINES * self._scale, spare)
        return 0.0 if self._centred else spare / 2

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._fitted = None
        self.update()
