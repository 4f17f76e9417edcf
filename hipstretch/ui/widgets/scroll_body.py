"""A part of a dialog that scrolls where the window is too low for it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.edge_fade import EdgeFade
from hipstretch.ui.widgets.slim_scroll_bar import SlimScrollBar

_FADE = 28
_LEAST_HEIGHT = 96
_STEP = 48


class ScrollBody(QScrollArea):
    """Widgets under each other on the ground of a card; as high as they are where there is room."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = QWidget()
        self._content.setAutoFillBackground(False)
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        bar = SlimScrollBar(theme)
        self.setVerticalScrollBar(bar)
        self._trail = bar.sizeHint().width()
        self.setWidget(self._content)
        self.viewport().setAutoFillBackground(False)
        self._content.setAutoFillBackground(False)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fade = EdgeFade(theme, self, ground="surface")
        bar.setSingleStep(_STEP)
        bar.valueChanged.connect(self._on_scrolled)
        bar.rangeChanged.connect(self._on_scrolled)
        theme.changed.connect(self._on_look_changed)

    @property
    def column(self) -> QVBoxLayout:
        """Where to add widgets."""
        return self._column

    def scroll_by(self, steps: float) -> None:
        """Go down by so many steps, or up for a negative number."""
        bar = self.verticalScrollBar()
        bar.setValue(round(bar.value() + steps * bar.singleStep()))

    def hasHeightForWidth(self) -> bool:
        """Text wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of everything inside."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As high as everything at a readable width."""
        width = self._theme.px(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(100, self._theme.px(_LEAST_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fade at the lower edge; the bar lies over the margin at the right."""
        super().resizeEvent(event)
        self._place_fade()

    def _place_fade(self) -> None:
        """Show the fade where there is more below."""
        bar, view = self.verticalScrollBar(), self.viewport().geometry()
        self._fade.setGeometry(QRect(view.left(), view.bottom() + 1 - _FADE, view.width(), _FADE))
        self._fade.setVisible(bar.value() < bar.maximum())
        self._fade.raise_()

    @Slot()
    def _on_scrolled(self) -> None:
        """Show or hide the fade."""
        self._place_fade()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self._fade.update()
