"""Buttons with words, and round or square ones with an icon only."""

from __future__ import annotations

import math
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import blend, draw_frame, draw_text, text_width, with_alpha

_SMALL_HEIGHT = 44


class ButtonKind(Enum):
    """How much a button asks for attention; at most one primary in one place."""

    PRIMARY = auto()
    SECONDARY = auto()
    SOFT = auto()
    TEXT = auto()


class ButtonColors(NamedTuple):
    """What a button is painted with; None paints nothing."""

    fill: QColor | None
    text: QColor
    border: QColor | None = None


def button_colors(kind: ButtonKind, palette: Palette, hover: float) -> ButtonColors:
    """The colours of an enabled button, `hover` (0 to 1) of the way to its hover colour."""
    match kind:
        case ButtonKind.PRIMARY:
            fill = blend(palette.primary, palette.primary_hover, hover)
            return ButtonColors(fill, palette.on_primary)
        case ButtonKind.SECONDARY:
            fill = blend(palette.surface, palette.sunken, hover)
            return ButtonColors(fill, palette.ink, palette.line)
        case ButtonKind.SOFT:
            return ButtonColors(blend(palette.psoft, palette.pmid, hover * 0.2), palette.primary)
        case ButtonKind.TEXT:
            return ButtonColors(with_alpha(palette.sunken, hover), palette.primary)


def accent_colors(fill: QColor, text: QColor, palette: Palette, hover: float) -> ButtonColors:
    """The colours of a button in a colour of its own: ice or heat."""
    return ButtonColors(blend(fill, palette.ink, hover * 0.15), text)


def disabled_colors(kind: ButtonKind, palette: Palette) -> ButtonColors:
    """The colours of a button that cannot be used now; its words stay readable."""
    fill = None if kind is ButtonKind.TEXT else palette.sunken
    return ButtonColors(fill, palette.ink3)


class _FilledButton(PaintedButton):
    """The colours and the corners of both sorts of buttons."""

    def __init__(
        self, theme: Theme, text: str, kind: ButtonKind, height: int, parent: QWidget | None
    ) -> None:
        super().__init__(theme, text, parent)
        self._kind = kind
        self._height = height
        self._accent: tuple[str, str] | None = None

    def set_accent(self, fill_token: str, text_token: str) -> None:
        """Fill with another colour of the palette than the kind's own."""
        self._accent = (fill_token, text_token)
        self.update()

    def set_kind(self, kind: ButtonKind) -> None:
        """Ask for more or less attention than before."""
        self._kind = kind
        self.update()

    def colors(self) -> ButtonColors:
        """The colours of the state it is in."""
        palette = self._theme.palette
        hover = 1.0 if self.isDown() else self.hover_share
        if not self.isEnabled():
            return disabled_colors(self._kind, palette)
        if self._accent is not None:
            fill, text = (getattr(palette, token) for token in self._accent)
            return accent_colors(fill, text, palette, hover)
        return button_colors(self._kind, palette, hover)

    def corner_radius(self) -> float:
        """14 px, large ones 16."""
        return self._theme.px(14 if self._height <= _SMALL_HEIGHT else 16)


class Button(_FilledButton):
    """A button with words and, before them, an icon."""

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        *,
        kind: ButtonKind = ButtonKind.PRIMARY,
        icon: str | None = None,
        height: int = _SMALL_HEIGHT,
        large: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._large = large
        super().__init__(theme, text, kind, height, parent)

    def set_icon(self, icon: str | None) -> None:
        """Show another icon, or none."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def visible_size(self) -> QSize:
        """The words with the icon and the padding."""
        padding = self._theme.px(24 if self._large else 18)
        return QSize(math.ceil(self._content_width() + 2 * padding), self._theme.px(self._height))

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the field, and icon and words together in its middle."""
        colors = self.colors()
        radius = min(self.corner_radius(), rect.height() / 2)
        draw_frame(painter, rect, radius, colors.fill, border=colors.border)
        room = min(self._content_width(), rect.width() - 2 * self._theme.px(8))
        left = rect.center().x() - room / 2
        lead = self._icon_width()
        if self._icon is not None:
            size = self._icon_size()
            box = QRectF(round(left), round(rect.center().y() - size / 2), size, size)
            self._theme.icons.draw(painter, self._icon, box, self.icon_color())
        words = QRectF(left + lead, rect.top(), room - lead, rect.height())
        draw_text(painter, words, self._label, self._words_font(), colors.text)

    def icon_color(self) -> QColor:
        """The colour of the icon: that of the words."""
        return self.colors().text

    def _words_font(self) -> QFont:
        """The font of the words."""
        return self._theme.font(Role.BUTTON_LARGE if self._large else Role.BUTTON)

    def _icon_size(self) -> int:
        """The icon's edge in px."""
        return self._theme.px(20 if self._large else 18)

    def _icon_width(self) -> int:
        """What the icon and the gap after it take."""
        return 0 if self._icon is None else self._icon_size() + self._theme.px(9)

    def _content_width(self) -> float:
        """What icon and words take."""
        return self._icon_width() + text_width(self._label, self._words_font())


class IconButton(_FilledButton):
    """A button with an icon only; its name is its tooltip and what a screen reader says."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        name: str,
        *,
        size: int = _SMALL_HEIGHT,
        round: bool = False,  # noqa: A002  # the word a reader looks for
        kind: ButtonKind = ButtonKind.SECONDARY,
        parent: QWidget | None = None,
    ) -> None:
        self._icon = icon
        self._round = round
        super().__init__(theme, "", kind, size, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Say what it does now."""
        self.setToolTip(name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def visible_size(self) -> QSize:
        """A square."""
        edge = self._theme.px(self._height)
        return QSize(edge, edge)

    def corner_radius(self) -> float:
        """Half its size where it is round."""
        return self._theme.px(self._height) / 2 if self._round else super().corner_radius()

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the field and the icon in its middle."""
        colors = self.colors()
        radius = min(self.corner_radius(), rect.height() / 2)
        draw_frame(painter, rect, radius, colors.fill, border=colors.border)
        size = self._theme.px(22 if self._height >= _SMALL_HEIGHT else self._height / 2)
        box = QRectF(0, 0, size, size)
        box.moveCenter(rect.center())
        self._theme.icons.draw(painter, self._icon, box, colors.text)
