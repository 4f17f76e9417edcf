"""The card of a routine file that could not be read: which file, what is wrong, where to look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_button import CARD_HEIGHT, LIST_HEIGHT, CardButton
from hipstretch.ui.widgets.painting import WrappedText, blend, draw_text, inner_rect, text_width

_PAD, _SIGN, _SIGN_GAP, _GAP = 20, 44, 12, 4
_ROW_SIGN_LEFT, _ROW_TEXT_LEFT, _ROW_PAD, _CHEVRON_ROOM = 40, 128, 15, 36
_TITLE_LINES = 2


@dataclass(frozen=True, slots=True)
class FaultContent:
    """A file's name, the first message about it, and how many there are."""

    file_name: str
    message: str
    count: int = 1


class FaultCard(CardButton):
    """A file that is not a routine yet; it opens to show every fault."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._content = FaultContent("", "")
        super().__init__(theme, parent)

    @property
    def content(self) -> FaultContent:
        """What it says."""
        return self._content

    def set_content(self, content: FaultContent) -> None:
        """Say something else."""
        self._content = content
        words = (content.file_name, self._count_words(), content.message, self.tr("Show"))
        self.take_over(", ".join(words))

    def content_height(self, width: float) -> float:
        """As high as a routine's card, higher where the words need it."""
        title, message = self._title(width), self._message(width)
        if self.in_list:
            return max(float(LIST_HEIGHT), title.height + message.height + _GAP + 2 * _ROW_PAD)
        words = title.height + _GAP + message.height
        foot = self._theme.line_height(Role.BUTTON)
        return max(float(CARD_HEIGHT), 2 * _PAD + _SIGN + _SIGN_GAP + words + _GAP + foot)

    def cut_words(self) -> str:
        """The name and the message, where they are not there in full."""
        width = inner_rect(self.rect()).width()
        whole = self._message(width, max_lines=None), self._title(width, max_lines=None)
        if (self._message(width).lines, self._title(width).lines) == tuple(
            text.lines for text in whole
        ):
            return ""
        return f"{self._content.file_name}\n{self._content.message}"

    def draw_tile(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the sign, the words under it and the link at the foot."""
        sign = QRectF(rect.left() + _PAD, rect.top() + _PAD, _SIGN, _SIGN)
        self._draw_sign(painter, sign, palette)
        self._draw_words(painter, QPointF(sign.left(), sign.bottom() + _SIGN_GAP), rect, palette)
        height = self._theme.line_height(Role.BUTTON)
        foot = QRectF(sign.left(), rect.bottom() - _PAD - height, rect.width() - 2 * _PAD, height)
        font, left = self._theme.font(Role.CAPTION), Qt.AlignmentFlag.AlignLeft
        draw_text(painter, foot, self._count_words(), font, palette.ink3, align=left)
        self._draw_link(painter, foot, palette)

    def draw_row(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the sign, the words beside it and the sign that it opens."""
        middle = rect.center().y()
        sign = QRectF(rect.left() + _ROW_SIGN_LEFT, round(middle - _SIGN / 2), _SIGN, _SIGN)
        self._draw_sign(painter, sign, palette)
        title, message = self._title(rect.width()), self._message(rect.width())
        top = round(middle - (title.height + _GAP + message.height) / 2)
        self._draw_words(painter, QPointF(rect.left() + _ROW_TEXT_LEFT, top), rect, palette)
        self.draw_chevron(painter, rect, palette)

    def _draw_sign(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the icon of an error on a faint ground of its colour."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(blend(palette.surface, palette.danger, 0.11))
        painter.drawEllipse(rect)
        icon = rect.adjusted(10, 10, -10, -10)
        self._theme.icons.draw(painter, "info", icon, palette.danger)

    def _draw_words(
        self, painter: QPainter, top_left: QPointF, rect: QRectF, palette: Palette
    ) -> None:
        """Draw the file's name and the message below it."""
        title = self._title(rect.width())
        title.draw(painter, top_left, palette.ink)
        below = top_left + QPointF(0, title.height + _GAP)
        self._message(rect.width()).draw(painter, below, palette.ink2)

    def _draw_link(self, painter: QPainter, foot: QRectF, palette: Palette) -> None:
        """Draw the word that says what a click does, underlined while it can be clicked."""
        font = self._theme.font(Role.BUTTON)
        font.setUnderline(self.lift > 0)
        words, right = self.tr("Show"), Qt.AlignmentFlag.AlignRight
        foot.setLeft(foot.right() - text_width(words, font) - 1)
        draw_text(painter, foot, words, font, palette.primary, align=right)

    def _count_words(self) -> str:
        """How many faults there are."""
        if self._content.count == 1:
            return self.tr("1 fault")
        return self.tr("{count} faults").format(count=self._content.count)

    def _title(self, width: float, *, max_lines: int | None = _TITLE_LINES) -> WrappedText:
        """The file's name in its lines, one of them in a row."""
        lines = 1 if self.in_list and max_lines is not None else max_lines
        return self._wrapped(self._content.file_name, width, Role.CARD_TITLE, lines)

    def _message(self, width: float, *, max_lines: int | None = 3) -> WrappedText:
        """The message in its lines, two of them in a row."""
        lines = 2 if self.in_list and max_lines is not None else max_lines
        return self._wrapped(self._content.message, width, Role.META, lines)

    def _wrapped(self, text: str, width: float, role: Role, lines: int | None) -> WrappedText:
        """Words of a role, broken for a card of that visible width."""
        room = width - _ROW_TEXT_LEFT - _CHEVRON_ROOM if self.in_list else width - 2 * _PAD
        font, height = self._theme.font(role), self._theme.line_height(role)
        return WrappedText.lay_out(text, room, font, height, max_lines=lines)
