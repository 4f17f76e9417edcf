"""The frame of a page: it scrolls downwards, keeps its content in the middle and fades out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_button import CARD_RADIUS
from hipstretch.ui.widgets.card_grid import BLEED, NARROW_WINDOW, CardGrid
from hipstretch.ui.widgets.edge_fade import EdgeFade
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_soft_shadow,
    inner_rect,
    start_painting,
)
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

CONTENT_WIDTH = 1180
_TOP, _SIDE, _NARROW_SIDE, _FOOT = 28, 36, 20, 40
_FADE = 28
_FOCUS_ROOM = 40


def side_padding(window_width: int, page_width: int, content_width: int = CONTENT_WIDTH) -> int:
    """The px at each side of the content: at least the padding, more on very wide pages."""
    least = _NARROW_SIDE if window_width < NARROW_WINDOW else _SIDE
    return max(least, (page_width - content_width) // 2)


class _Ground(QWidget):
    """The content, on the ground of the window, and the shadows of its cards."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._cards: list[QWidget] = []
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def shade(self, card: QWidget) -> None:
        """Paint the shadow of a card, which reaches beyond it, wherever the card goes."""
        self._cards.append(card)
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the shadow follow its card."""
        if event.type() in {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        }:
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the shadows."""
        painter = QPainter(self)
        palette = self._theme.palette
        painter.fillRect(event.rect(), palette.bg)
        start_painting(painter)
        for card in self._cards:
            if card.isVisibleTo(self):
                draw_soft_shadow(painter, inner_rect(QRectF(card.geometry())), CARD_RADIUS, palette)


class ScrollPage(QScrollArea):
    """A page whose widgets are added from top to bottom.

    Controls and cards keep 5 px free around them for the focus ring; the padding takes that
    into account, so their visible edges stand at 36 px (20 in narrow windows). Use `add` for
    these, `add_card` for cards with a shadow that stands still, and `add_text` for plain text,
    which has no such margin. `content_width` is the most that the content takes.
    """

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, content_width: int = CONTENT_WIDTH
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content_width = content_width
        self._content = _Ground(theme)
        self._body = QVBoxLayout(self._content)
        self._body.setSpacing(0)
        self._view = self._own_viewport()
        self._fade = EdgeFade(theme, self._view)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = SlimScrollBar(theme)
        self.setVerticalScrollBar(bar)
        self.setViewportMargins(0, 0, -bar.sizeHint().width(), 0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setWidget(self._content)
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        theme.changed.connect(self._on_theme_changed)
        self._pad()

    def add(self, widget: QWidget) -> None:
        """Put a control, a card or a grid of cards at the end of the page."""
        self._add_row(0 if isinstance(widget, CardGrid) else BLEED).addWidget(widget)

    def add_card(self, widget: QWidget) -> None:
        """Put a card at the end of the page, whose shadow the page paints."""
        self.add(widget)
        self.shade(widget)

    def shade(self, card: QWidget) -> None:
        """Paint the shadow of a card that is on the page."""
        self._content.shade(card)

    def add_layout(self, layout: QLayout) -> None:
        """Put a layout of controls at the end of the page."""
        self._add_row(BLEED).addLayout(layout)

    def add_text(self, widget: QWidget) -> None:
        """Put text at the end of the page, in line with the visible edges of the controls."""
        self._add_row(BLEED + FOCUS_MARGIN).addWidget(widget)

    def add_wide(self, widget: QWidget) -> None:
        """Put a widget that keeps `BLEED + FOCUS_MARGIN` px at both sides for shadows itself."""
        self._add_row(0).addWidget(widget)

    def add_gap(self, height: int) -> None:
        """Leave `height` px free; controls bring 5 px of their own above and below."""
        self._body.addSpacing(height)

    def add_stretch(self) -> None:
        """Let what comes now stand at the foot of the page."""
        self._body.addStretch(1)

    def _add_row(self, side: int) -> QVBoxLayout:
        """A place at the end of the page with `side` px free at both sides."""
        row = QVBoxLayout()
        row.setContentsMargins(side, 0, side, 0)
        self._body.addLayout(row)
        return row

    def scroll_to_top(self) -> None:
        """Show the beginning of the page."""
        self.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        """The smallest window."""
        return QSize(300, 200)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the content in the middle and the fade at the lower edge."""
        self._pad()
        super().resizeEvent(event)
        self._place_fade()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the ends; the pages keys scroll as everywhere."""
        bar = self.verticalScrollBar()
        ends: dict[int, int] = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[event.key()])
            return
        super().keyPressEvent(event)

    def _own_viewport(self) -> QWidget:
        """A viewport under the scroll bar in place of Qt's, which is not known here by its type.

        To find the type, PySide would load every widget class there is: 10 ms of the start.
        """
        view = QWidget()
        self.setViewport(view)
        view.lower()
        return view

    def _pad(self) -> None:
        """Set the padding for the width."""
        wide = self._content_width
        side = side_padding(self.window().width(), self.width(), wide) - FOCUS_MARGIN - BLEED
        self._body.setContentsMargins(side, _TOP - FOCUS_MARGIN, side, _FOOT - FOCUS_MARGIN)

    def _place_fade(self) -> None:
        """Lay the fade over the lower edge, and show it only where there is more below."""
        bar = self.verticalScrollBar()
        width, height = self._view.width(), self._view.height()
        self._fade.setGeometry(0, height - _FADE, width, _FADE)
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.raise_()

    @Slot()
    def _on_scrolled(self) -> None:
        """Show or hide the fade."""
        self._place_fade()

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring a widget of the page that got the focus into view."""
        if now is not None and self._content.isAncestorOf(now) and self.isVisible():
            self.ensureWidgetVisible(now, 0, _FOCUS_ROOM)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self._content.update()
        self._fade.update()
