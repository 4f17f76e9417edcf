"""The buttons of the question what helps, each with its key, and how they stand."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.button import Button, ButtonColors, ButtonKind
from hipstretch.ui.widgets.key_cap import draw_key
from hipstretch.ui.widgets.painting import (
    WrappedText,
    blend,
    draw_frame,
    layout_gap,
    text_width,
)

_HEIGHT, _KEY, _KEY_EDGE, _KEY_PAD, _BESIDE_KEY = 50, 22, 14, 7, 8
_KEY_FONT, _GAP, _LINE = 12.5, 10, 21
_ICON, _BREAKS_AT = 20, 0.48
_MOST_LINES = 2
_SHARES = (1.0, 0.92, 0.85)
"""How much smaller words become where they would take a third line."""


class KeyedButton(Button):
    """A button with the key that does the same at its right end; long words take two lines."""

    def __init__(
        self,
        theme: Theme,
        key: str,
        text: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        large: bool = True,
    ) -> None:
        self._key = key
        self._shows_key = True
        super().__init__(theme, text, kind=kind, height=_HEIGHT, large=large)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(key)

    @property
    def key(self) -> str:
        """The key that does the same."""
        return self._key

    def show_key(self, is_shown: bool) -> None:
        """Show the key, or leave its room to the words; it does the same either way."""
        self._shows_key = is_shown
        self.updateGeometry()
        self.update()

    def visible_size(self) -> QSize:
        """The words, with what is kept free at the ends."""
        width = math.ceil(text_width(self._label, self._words_font())) + sum(self._rooms())
        return QSize(width, self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Half of the words where they can be broken."""
        margins = self.sizeHint() - self.visible_size()
        if " " not in self._label:
            return self.sizeHint()
        words = math.ceil(text_width(self._label, self._words_font()) * _BREAKS_AT)
        return QSize(words + sum(self._rooms()), self._theme.px(_HEIGHT)) + margins

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the field, the words in its middle and the key at its end."""
        colors, (left, right) = self.colors(), self._rooms()
        draw_frame(painter, rect, self.corner_radius(), colors.fill, border=colors.border)
        width = rect.width() - left - right
        words = self._words(width)
        place = QPointF(rect.left() + left, rect.center().y() - words.height / 2)
        center = Qt.AlignmentFlag.AlignHCenter
        words.draw(painter, place, colors.text, align=center, room=width)
        if self._shows_key:
            key, palette = self._key_rect(rect), self._theme.palette
            draw_key(painter, key, self._key, self._key_font(), palette)

    def _words(self, width: float) -> WrappedText:
        """The words in two lines at most, a little smaller where that holds them."""
        font, line = self._words_font(), self._theme.px(_LINE)
        usual = font.pixelSize()
        for share in _SHARES:
            font.setPixelSize(round(usual * share))
            words = WrappedText.lay_out(self._label, width, font, line)
            if len(words.lines) <= _MOST_LINES:
                return words
        return WrappedText.lay_out(self._label, width, font, line, max_lines=_MOST_LINES)

    def _key_font(self) -> QFont:
        """The font on the key."""
        return make_font(_KEY_FONT * self._theme.text_scale, 600)

    def _key_width(self) -> int:
        """The width of the key: a square for a letter."""
        words = text_width(self._key, self._key_font()) + 2 * self._theme.px(_KEY_PAD)
        return max(self._theme.px(_KEY + 2), math.ceil(words))

    def _key_rect(self, rect: QRectF) -> QRectF:
        """Where the key stands."""
        width, height = self._key_width(), self._theme.px(_KEY)
        left = rect.right() - self._theme.px(_KEY_EDGE) - width
        return QRectF(left, round(rect.center().y() - height / 2), width, height)

    def _key_room(self) -> int:
        """What is kept free where the key is."""
        if not self._shows_key:
            return self._theme.px(_KEY_EDGE)
        return self._theme.px(_KEY_EDGE + _BESIDE_KEY) + self._key_width()

    def _rooms(self) -> tuple[int, int]:
        """What is kept free at both ends, alike, so that the words stay in the middle."""
        return self._key_room(), self._key_room()


class SignButton(KeyedButton):
    """A sign that is there or not: on, it has a tick and the colour of pain."""

    def __init__(self, theme: Theme, key: str, text: str) -> None:
        super().__init__(theme, key, text, large=False)
        self.setCheckable(True)

    def _rooms(self) -> tuple[int, int]:
        """Room for the tick, and for the key where that is shown."""
        return self._theme.px(_KEY_EDGE + _ICON + _BESIDE_KEY), self._key_room()

    def colors(self) -> ButtonColors:
        """Quiet, or in the colour of pain."""
        if not self.isChecked():
            return super().colors()
        palette = self._theme.palette
        fill = blend(palette.pain_soft, palette.pain_fill, 0.15 * self.hover_share)
        return ButtonColors(fill, palette.pain, palette.pain_fill)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the tick too, where it is on."""
        super().draw(painter, rect)
        if self.isChecked():
            size = self._theme.px(_ICON)
            left = rect.left() + self._theme.px(_KEY_EDGE)
            box = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, "check", box, self._theme.palette.pain)


class HurtChoices(QWidget):
    """One of several sets of buttons; its height is that of the highest, so that nothing jumps.

    The first button of a set takes a whole row, and so do others while there are rows to spare.
    """

    def __init__(self, sets: Sequence[Sequence[Button]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sets = sets
        self._shown = sets[0]
        self._reserves = True
        for button in {button: None for buttons in sets for button in buttons}:
            button.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def shown(self) -> Sequence[Button]:
        """The buttons that can be chosen now."""
        return self._shown

    def set_reserving(self, reserves: bool) -> None:
        """Be as high as the highest set, or only as the one that is shown."""
        self._reserves = reserves
        self.updateGeometry()

    def show_set(self, number: int) -> None:
        """Offer another set."""
        self._shown = self._sets[number]
        for button in {button: None for buttons in self._sets for button in buttons}:
            button.setVisible(button in self._shown)
        self.updateGeometry()
        self._place()

    def hasHeightForWidth(self) -> bool:
        """Narrow, they need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The rows of the set with the most of them, or of the one that is shown."""
        most = self._row_count(width)
        return most * self._row_height() + (most - 1) * layout_gap(_GAP)

    def sizeHint(self) -> QSize:
        """Two in a row."""
        width = 2 * max(button.sizeHint().width() for buttons in self._sets for button in buttons)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One in a row, their words broken."""
        least = (button.minimumSizeHint().width() for buttons in self._sets for button in buttons)
        width = max(least)
        return QSize(width, self.heightForWidth(max(width, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in their places."""
        super().resizeEvent(event)
        self._place()

    def _row_height(self) -> int:
        """The height of a row."""
        return self._sets[0][0].sizeHint().height()

    def _row_count(self, width: int) -> int:
        """How many rows there are."""
        sets = self._sets if self._reserves else [self._shown]
        return max(len(rows_of(buttons, width)) for buttons in sets)

    def _place(self) -> None:
        """Put the buttons that are offered in their rows."""
        height, gap, top = self._row_height(), layout_gap(_GAP), 0
        for row in rows_of(self._shown, self.width(), self._row_count(self.width())):
            width = (self.width() - (len(row) - 1) * gap) // len(row)
            for place, button in enumerate(row):
                button.setGeometry(QRect(place * (width + gap), top, width, height))
            top += height + gap


def rows_of(buttons: Sequence[Button], width: int, least: int = 0) -> list[tuple[Button, ...]]:
    """The buttons in rows of one or two: the first alone, and what is too wide for a half.

    Pairs are parted, the first of them first, until there are `least` rows.
    """
    half = (width - layout_gap(_GAP)) // 2
    rows: list[tuple[Button, ...]] = [(buttons[0],)]
    rest = list(buttons[1:])
    if len(rest) % 2:
        rows.append((rest.pop(0),))
    for pair in zip(rest[::2], rest[1::2], strict=True):
        fits = all(button.minimumSizeHint().width() <= half for button in pair)
        rows.extend([pair] if fits else [(button,) for button in pair])
    while len(rows) < least and (pairs := [row for row in rows if len(row) > 1]):
        at = rows.index(pairs[0])
        rows[at : at + 1] = [(button,) for button in pairs[0]]
    return rows
