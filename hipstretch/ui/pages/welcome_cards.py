"""Large answers: a card with a mark, words and perhaps a picture, two beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from hipstretch.core.body import Picture
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.figure_place import draw_picture
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    blend,
    draw_frame,
    draw_text,
    inner_rect,
    layout_gap,
    text_width,
)

_RADIUS, _PADDING = 20, 16
_LEAST_FOOT, _LEAST_CARD = 64, 92
_MARK, _MARK_GAP, _SIGN = 26, 12, 16
_PICTURE, _PICTURE_EDGE = 118, 8
_TAG_HEIGHT, _TAG_PADDING, _TAG_AT = 28, 12, 12
_QUIET = 0.4
_GAP = 12


class AnswerCard(PaintedButton):
    """An answer with a round mark; `value` is what it stands for.

    With a picture, `tag` is what is said on it while the answer is on, and the picture is quiet
    then. Enter is left to the page, which goes on with it.
    """

    def __init__(
        self,
        theme: Theme,
        text: str,
        value: object,
        *,
        picture: Picture | None = None,
        tag: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._picture, self._tag = picture, tag
        super().__init__(theme, text, parent)
        self.value = value
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if picture is not None:
            theme.figures.drawn.connect(self.update)

    def visible_size(self) -> QSize:
        """A comfortable width."""
        width = self._theme.px(220)
        return QSize(width, self._visible_height(width))

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        widest = max(text_width(word, self._words_font()) for word in self._label.split())
        width = round(widest) + 1 + self._lead() + self._theme.px(_PADDING)
        return QSize(width + 2 * FOCUS_MARGIN, 0)

    def hasHeightForWidth(self) -> bool:
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The picture, and the words below it."""
        return self._visible_height(width - 2 * FOCUS_MARGIN) + 2 * FOCUS_MARGIN

    def corner_radius(self) -> float:
        """A card's."""
        return _RADIUS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose with the space bar; Enter goes on."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the ground, the picture, the mark, the words and the border."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        ground = palette.psoft if self.isChecked() else palette.surface
        draw_frame(painter, rect, _RADIUS, blend(ground, palette.sunken, hover * 0.6))
        foot = QRectF(rect)
        if self._picture is not None:
            foot.setTop(rect.top() + self._theme.px(_PICTURE))
            self._draw_picture(painter, rect, self._picture)
        self._draw_words(painter, foot)
        border = palette.primary if self.isChecked() else palette.line
        width = 2 if self.isChecked() else 1
        draw_frame(painter, rect, _RADIUS, None, border=border, width=width)

    def _draw_picture(self, painter: QPainter, rect: QRectF, picture: Picture) -> None:
        """Draw the figure on its stage, quiet and with the tag where the answer is on."""
        stage = QRectF(rect.left(), rect.top(), rect.width(), self._theme.px(_PICTURE))
        painter.save()
        card, upper = QPainterPath(), QPainterPath()
        card.addRoundedRect(rect, _RADIUS, _RADIUS)
        upper.addRect(stage)
        painter.fillPath(card.intersected(upper), self._theme.palette.stage)
        if self.isChecked():
            painter.setOpacity(_QUIET)
        draw_picture(painter, inner_rect(stage, _PICTURE_EDGE), picture, self._theme)
        painter.restore()
        if self.isChecked() and self._tag:
            self._draw_tag(painter, stage)

    def _draw_tag(self, painter: QPainter, stage: QRectF) -> None:
        """Say on the picture what the answer means."""
        px, palette = self._theme.px, self._theme.palette
        font = make_font(13 * self._theme.text_scale, 600)
        width = text_width(self._tag, font) + 2 * px(_TAG_PADDING)
        box = QRectF(stage.left() + _TAG_AT, stage.top() + _TAG_AT, width, px(_TAG_HEIGHT))
        draw_frame(painter, box, box.height() / 2, palette.surface, border=palette.line)
        draw_text(painter, box, self._tag, font, palette.ink)

    def _draw_words(self, painter: QPainter, foot: QRectF) -> None:
        """Draw the mark, and the words beside it."""
        px, palette = self._theme.px, self._theme.palette
        mark = QRectF(0, 0, px(_MARK), px(_MARK))
        mark.moveCenter(QPointF(foot.left() + px(_PADDING + _MARK / 2), foot.center().y()))
        if self.isChecked():
            draw_frame(painter, mark, mark.width() / 2, palette.primary)
            sign = QRectF(0, 0, px(_SIGN), px(_SIGN))
            sign.moveCenter(mark.center())
            icon = "close" if self._tag else "check"
            self._theme.icons.draw(painter, icon, sign, palette.on_primary)
        else:
            draw_frame(painter, mark, mark.width() / 2, None, border=palette.ctrl, width=1.5)
        text = self._words(foot.width())
        top = foot.center().y() - text.height / 2
        text.draw(painter, QPointF(foot.left() + self._lead(), top), palette.ink)

    def _visible_height(self, width: int) -> int:
        """The height of the card at that width."""
        px = self._theme.px
        words = round(self._words(width).height) + 2 * px(_PADDING)
        if self._picture is None:
            return max(px(_LEAST_CARD), words)
        return px(_PICTURE) + max(px(_LEAST_FOOT), words)

    def _words(self, width: float) -> WrappedText:
        """The words in a card of that width."""
        room = width - self._lead() - self._theme.px(_PADDING)
        line = self._theme.line_height(Role.CARD_TITLE)
        return WrappedText.lay_out(self._label, room, self._words_font(), line)

    def _words_font(self) -> QFont:
        """The font of the words."""
        return self._theme.font(Role.CARD_TITLE if self._picture is None else Role.BODY_STRONG)

    def _lead(self) -> int:
        """The px before the words."""
        return self._theme.px(_PADDING + _MARK + _MARK_GAP)


class AnswerCards(QWidget):
    """Answers two beside each other; of `is_single` ones, one is on at most."""

    def __init__(self, name: str, cards: Sequence[AnswerCard], *, is_single: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(layout_gap(_GAP))
        for number, card in enumerate(cards):
            card.setAutoExclusive(is_single)
            grid.addWidget(card, number // 2, number % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
