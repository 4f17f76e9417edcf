"""The place where a figure stands; where there is none, a calm sign of the position."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QBrush, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.figure_sign import draw_position
from hipstretch.ui.widgets.painting import start_painting


def stage_brush(rect: QRectF, palette: Palette, *, player: bool) -> QBrush:
    """The ground behind a figure: plain, or the player's vertical gradient."""
    if not player:
        return QBrush(palette.stage)
    gradient = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    gradient.setColorAt(0, palette.stage_top)
    gradient.setColorAt(1, palette.stage_bottom)
    return QBrush(gradient)


def draw_figure_place(
    painter: QPainter,
    rect: QRectF,
    picture: Picture,
    theme: Theme,
    radius: float = 14.0,
    *,
    player: bool = False,
) -> None:
    """Draw a round-cornered stage with a figure on it."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stage_brush(rect, theme.palette, player=player))
    painter.drawRoundedRect(rect, radius, radius)
    draw_picture(painter, rect, picture, theme)


def draw_picture(painter: QPainter, rect: QRectF, picture: Picture, theme: Theme) -> None:
    """Draw a figure, or the sign of its position where there is none."""
    if not theme.figures.draw(painter, rect, picture, dark=theme.palette.dark):
        draw_position(painter, rect, picture.position, theme.palette)


class FigurePlace(QWidget):
    """A stage for the figure; `player` gives it the player's gradient."""

    def __init__(
        self,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        radius: float = 32.0,
        player: bool = False,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._radius = radius
        self._player = player
        self._picture = Picture(Position.STANDING)
        self._figure_box: QRectF | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        theme.changed.connect(self._on_theme_changed)
        theme.figures.drawn.connect(self.update)

    @property
    def picture(self) -> Picture:
        """What is shown."""
        return self._picture

    def set_picture(self, picture: Picture) -> None:
        """Show another figure or sign."""
        if picture != self._picture:
            self._picture = picture
            self.update()

    def set_radius(self, radius: float) -> None:
        """Round the corners by `radius` px."""
        self._radius = radius
        self.update()

    def set_figure_box(self, box: QRectF | None) -> None:
        """Keep the sign inside `box` (in the widget's px), so that words have their own room."""
        self._figure_box = box
        self.update()

    def sizeHint(self) -> QSize:
        """The picture of a card."""
        return QSize(320, 142)

    def minimumSizeHint(self) -> QSize:
        """The smallest thumbnail."""
        return QSize(56, 40)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the stage and the sign."""
        painter = QPainter(self)
        start_painting(painter)
        rect = QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stage_brush(rect, self._theme.palette, player=self._player))
        painter.drawRoundedRect(rect, self._radius, self._radius)
        self.draw_figure(painter, self._figure_box or rect)

    def draw_figure(self, painter: QPainter, box: QRectF) -> None:
        """Draw what is shown into its box."""
        draw_picture(painter, box, self._picture, self._theme)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()
