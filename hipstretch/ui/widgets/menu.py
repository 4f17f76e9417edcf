"""A menu that looks like the rest of the app; its keys and what screen readers hear are Qt's."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QAction, QColor, QFont, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionMenuItem,
    QWidget,
)

from hipstretch.ui.compositing import is_composited, round_corners
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import (
    Shadow,
    draw_frame,
    draw_soft_shadow,
    draw_text,
    start_painting,
    text_width,
)

_RADIUS, _ROW_RADIUS = 20, 12
_AROUND = 18
"""The px around the card that its shadow takes, where windows can be see-through."""
_SIDE, _ABOVE = 10, 10
_ROW, _SEPARATOR = 40, 13
_ICON_LEFT, _ICON, _TEXT_LEFT, _TRAIL, _CHEVRON = 12, 20, 44, 24, 18
_LEAST_WIDTH = 160
_LEFT = Qt.AlignmentFlag.AlignLeft
_Metric = QStyle.PixelMetric


class Menu(QMenu):
    """A card of words; `add` puts one under the others."""

    def __init__(self, theme: Theme, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons: dict[QAction, str] = {}
        self._is_flat = not is_composited()
        self.setAccessibleName(name)
        self.setTitle(name)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_flat)
        self._style = _MenuStyle(theme, self)
        self.setStyle(self._style)
        theme.changed.connect(self._on_look_changed)

    @property
    def around(self) -> int:
        """The px around the visible card."""
        return 0 if self._is_flat else _AROUND

    def add(self, text: str, icon: str = "") -> QAction:
        """Put an entry at the end."""
        action = self.addAction(text)
        self._icons[action] = icon
        return action

    def add_below(self, menu: Menu, icon: str = "") -> QAction:
        """Put an entry at the end that opens another menu."""
        action = self.addMenu(menu)
        self._icons[action] = icon
        return action

    @property
    def has_icons(self) -> bool:
        """Whether any entry has a sign."""
        return any(self._icons.values())

    def icon_at(self, rect: QRect) -> str:
        """The sign of the entry that stands there."""
        action = self.actionAt(rect.center())
        return "" if action is None else self._icons.get(action, "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have round corners in any case."""
        super().resizeEvent(event)
        if self._is_flat:
            round_corners(self, self.rect(), self._theme.px(_RADIUS))

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.setStyle(self._style)


class _MenuStyle(QProxyStyle):
    """Measures and paints the entries of one menu."""

    def __init__(self, theme: Theme, menu: Menu) -> None:
        super().__init__()
        self.setParent(menu)
        self._theme = theme
        self._menu = menu

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """The room around the entries."""
        around, px = self._menu.around, self._theme.px
        ours = {
            _Metric.PM_MenuPanelWidth: around,
            _Metric.PM_MenuHMargin: px(_SIDE),
            _Metric.PM_MenuVMargin: px(_ABOVE),
            _Metric.PM_SubMenuOverlap: px(_SIDE) - px(4) - around,
        }
        return ours[metric] if metric in ours else super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 -- Qt's name
    ) -> int:
        """Keep Qt from cutting the menu's corners itself."""
        if hint is QStyle.StyleHint.SH_Menu_Mask:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    def sizeFromContents(
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget | None = None,
    ) -> QSize:
        """The size of an entry."""
        if not isinstance(option, QStyleOptionMenuItem):
            # PySide's types forget that there may be no widget.
            return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if option.menuItemType is QStyleOptionMenuItem.MenuItemType.Separator:
            return QSize(10, self._theme.px(_SEPARATOR))
        words = text_width(_words(option), self._font())
        width = self._text_left() + self._theme.px(_TRAIL) + round(words + 0.5)
        return QSize(max(self._theme.px(_LEAST_WIDTH), width), self._theme.px(_ROW))

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the card, and no frame."""
        if element is QStyle.PrimitiveElement.PE_PanelMenu:
            self._draw_card(painter)
        elif element is not QStyle.PrimitiveElement.PE_FrameMenu:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Paint an entry; the ground is painted already."""
        if not isinstance(option, QStyleOptionMenuItem):
            super().drawControl(element, option, painter, widget)
        elif element is QStyle.ControlElement.CE_MenuItem:
            start_painting(painter)
            self._draw_item(painter, option)

    def _draw_card(self, painter: QPainter) -> None:
        """Paint the card and its shadow."""
        start_painting(painter)
        palette, around = self._theme.palette, self._menu.around
        card = QRectF(self._menu.rect()).adjusted(around, around, -around, -around)
        radius = self._theme.px(_RADIUS)
        if around:
            draw_soft_shadow(painter, card, radius, palette, Shadow.CARD)
        draw_frame(painter, card, radius, palette.surface, border=palette.line)

    def _draw_item(self, painter: QPainter, option: QStyleOptionMenuItem) -> None:
        """Paint a line, or a sign and words."""
        rect, palette, px = QRectF(option.rect), self._theme.palette, self._theme.px
        if option.menuItemType is QStyleOptionMenuItem.MenuItemType.Separator:
            middle = round(rect.center().y())
            painter.fillRect(
                QRectF(rect.left() + px(12), middle, rect.width() - px(24), 1), palette.line
            )
            return
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen:
            draw_frame(painter, rect, px(_ROW_RADIUS), palette.psoft)
        ink = palette.primary if is_chosen else palette.ink
        if not option.state & QStyle.StateFlag.State_Enabled:
            ink = palette.ink3
        self._draw_sign(painter, rect, self._menu.icon_at(option.rect), px(_ICON_LEFT), ink)
        words = rect.adjusted(self._text_left(), 0, -px(12), 0)
        draw_text(painter, words, _words(option), self._font(), ink, align=_LEFT)
        if option.menuItemType is QStyleOptionMenuItem.MenuItemType.SubMenu:
            right = rect.width() - px(8 + _CHEVRON)
            self._draw_sign(painter, rect, "chevron-right", right, palette.ink3)

    def _draw_sign(
        self, painter: QPainter, row: QRectF, icon: str, left: float, ink: QColor
    ) -> None:
        """Paint a sign in a row, so many px from its left edge."""
        if not icon:
            return
        size = self._theme.px(_CHEVRON if icon == "chevron-right" else _ICON)
        top = round(row.center().y() - size / 2)
        self._theme.icons.draw(painter, icon, QRectF(row.left() + left, top, size, size), ink)

    def _text_left(self) -> int:
        """Where words begin: after the signs, where the menu has any."""
        return self._theme.px(_TEXT_LEFT if self._menu.has_icons else _ICON_LEFT)

    def _font(self) -> QFont:
        """The font of the words."""
        return make_font(15 * self._theme.text_scale, 500)


def _words(option: QStyleOptionMenuItem) -> str:
    """The words of an entry, without the sign of its letter for the keyboard."""
    return option.text.partition("\t")[0].replace("&&", "&")
