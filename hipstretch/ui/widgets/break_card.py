"""The card that asks the person to get up: why, a standing figure, and three kinds of answers."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.figure_place import draw_picture, stage_brush
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    draw_card,
    draw_frame,
    draw_text,
    start_painting,
    text_width,
    with_alpha,
)

LATER = (5, 10, 20)
"""The minutes by which a reminder may be put off."""
_PICTURE = Picture(Position.STANDING, "standing-hamstring-stretch")
_WIDTH, _HEIGHT, RADIUS = 420, 260, 22
_SIDE = 24
_STAGE = QRect(270, 0, 150, 158)
_STAGE_CORNER, _FIGURE_INSET = 28, 6
_SIGN = QRect(26, 22, 20, 20)
_TITLE_TOP, _TITLE_LINE, _TEXT_TOP, _TEXT_LINE = 50, 36, 91, 22
_TEXT_RIGHT = 258
_STRETCH = QRect(24, 166, 206, 48)
_UP = QRect(240, 166, 156, 48)
_LATER_MIDDLE, _LATER_HEIGHT, _LATER_FIRST, _LATER_PADDING = 235, 32, 114, 10
_LEFT = Qt.AlignmentFlag.AlignLeft


class BreakCard(QWidget):
    """420 by 260 px at 100 % text; nothing on it takes the focus.

    A card that casts no shadow has a border in the light, too.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        later_requested: `int`, ask again after so many minutes.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    later_requested = Signal(int)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, has_border: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_border = has_border
        self._words = ""
        self._stretch = Button(
            theme, self.tr("One-minute stretch"), icon="play", height=_STRETCH.height(), parent=self
        )
        self._up = Button(
            theme, self.tr("I’m up"), kind=ButtonKind.SECONDARY, height=_UP.height(), parent=self
        )
        self._later = tuple(_LaterButton(theme, minutes, self) for minutes in LATER)
        self._stretch.clicked.connect(self._on_stretch_clicked)
        self._up.clicked.connect(self._on_up_clicked)
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for later in self._later:
            later.clicked.connect(self._on_later_clicked)
        theme.changed.connect(self._on_look_changed)
        theme.figures.drawn.connect(self.update)

    @property
    def buttons(self) -> tuple[PaintedButton, ...]:
        """All that can be answered."""
        return (self._stretch, self._up, *self._later)

    @property
    def title(self) -> str:
        """What is asked."""
        return self.tr("Time to stand up")

    def set_words(self, words: str) -> None:
        """Say why: how long the person has been sitting."""
        self._words = words
        self.update()

    def set_stretch(self, words: str) -> None:
        """Call the routine for breaks something else."""
        self._stretch.set_label(words)
        self._stretch.setToolTip(words)
        self._place()

    def sizeHint(self) -> QSize:
        """The size at the chosen text size."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons in their places."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, the figure on its stage, and the words."""
        painter = QPainter(self)
        start_painting(painter)
        palette, card = self._theme.palette, QRectF(self.rect())
        draw_card(painter, card, self._theme.px(RADIUS), palette)
        self._draw_stage(painter, card, palette)
        if palette.dark or self._has_border:
            draw_frame(painter, card, self._theme.px(RADIUS), None, border=palette.line)
        self._draw_words(painter, palette)
        self._draw_later(painter, palette)

    def _draw_stage(self, painter: QPainter, card: QRectF, palette: Palette) -> None:
        """Paint the ground in the upper right corner, and the figure on it."""
        stage = self._scaled(_STAGE)
        corner = self._theme.px(_STAGE_CORNER)
        inside, ground = QPainterPath(), QPainterPath()
        inside.addRoundedRect(card, self._theme.px(RADIUS), self._theme.px(RADIUS))
        ground.addRoundedRect(stage.adjusted(0, -corner, corner, 0), corner, corner)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(stage_brush(stage, palette, player=False))
        painter.drawPath(inside.intersected(ground))
        inset = self._theme.px(_FIGURE_INSET)
        place = stage.adjusted(inset, inset, -inset, -inset)
        draw_picture(painter, place, _PICTURE, self._theme)

    def _draw_words(self, painter: QPainter, palette: Palette) -> None:
        """Paint what this is, what it asks, and why."""
        px, sign = self._theme.px, self._scaled(_SIGN)
        self._theme.icons.draw(painter, "breaks", sign, palette.primary)
        font = make_font(14.5 * self._theme.text_scale, 600)
        word = QRectF(px(52), sign.top(), px(200), sign.height())
        draw_text(painter, word, self.tr("Break"), font, palette.primary, align=_LEFT)
        room = px(_TEXT_RIGHT - _SIDE)
        title = QRectF(px(_SIDE), px(_TITLE_TOP), room, px(_TITLE_LINE))
        big = make_font(
            26 * self._theme.text_scale, 700, -0.6 * self._theme.text_scale, display=True
        )
        draw_text(painter, title, self.title, big, palette.ink, align=_LEFT)
        body = make_font(16 * self._theme.text_scale, 400)
        text = WrappedText.lay_out(self._words, room, body, px(_TEXT_LINE), max_lines=3)
        place = QRectF(px(_SIDE), px(_TEXT_TOP), room, 0)
        text.draw(painter, place.topLeft(), palette.ink2)

    def _draw_later(self, painter: QPainter, palette: Palette) -> None:
        """Paint the sign and the words before the three times."""
        px = self._theme.px
        sign = QRectF(px(24), px(_LATER_MIDDLE - 9), px(18), px(18))
        self._theme.icons.draw(painter, "snooze", sign, palette.ink2)
        font = self._theme.font(Role.META)
        room = self._later[0].x() + FOCUS_MARGIN + px(_LATER_PADDING) - px(49)
        words = QRectF(px(49), sign.top(), room, sign.height())
        draw_text(painter, words, self.tr("Later in"), font, palette.ink2, align=_LEFT)

    def _place(self) -> None:
        """Put the buttons in their places."""
        for button, place in ((self._stretch, _STRETCH), (self._up, _UP)):
            outer = self._scaled(place).toRect()
            margin = FOCUS_MARGIN
            button.setGeometry(outer.adjusted(-margin, -margin, margin, margin))
        words = text_width(self.tr("Later in"), self._theme.font(Role.META))
        least = self._theme.px(49) + round(words) + self._theme.px(14)
        left = max(self._theme.px(_LATER_FIRST), least) - self._theme.px(_LATER_PADDING)
        for later in self._later:
            size = later.sizeHint()
            top = self._theme.px(_LATER_MIDDLE) - size.height() // 2
            later.setGeometry(left - FOCUS_MARGIN, top, size.width(), size.height())
            left += size.width() - 2 * FOCUS_MARGIN

    def _scaled(self, place: QRect) -> QRectF:
        """A place of the design at the chosen text size."""
        px = self._theme.px
        return QRectF(px(place.x()), px(place.y()), px(place.width()), px(place.height()))

    @Slot()
    def _on_stretch_clicked(self) -> None:
        """Pass the wish on."""
        self.stretch_requested.emit()

    @Slot()
    def _on_up_clicked(self) -> None:
        """Pass the word on."""
        self.up_requested.emit()

    @Slot()
    def _on_later_clicked(self) -> None:
        """Tell by how many minutes."""
        button = self.sender()
        if isinstance(button, _LaterButton):
            self.later_requested.emit(button.minutes)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self._place()
        self.update()


class _LaterButton(PaintedButton):
    """A number of minutes to press."""

    def __init__(self, theme: Theme, minutes: int, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.minutes = minutes
        self.set_label(self.tr("{count} min").format(count=minutes))
        self.setAccessibleName(self.tr("Later, in {count} minutes").format(count=minutes))

    def visible_size(self) -> QSize:
        """The words and a little room."""
        words = text_width(self.label, self._words_font())
        width = round(words + 0.5) + 2 * self._theme.px(_LATER_PADDING)
        return QSize(width, self._theme.px(_LATER_HEIGHT))

    def corner_radius(self) -> float:
        """As small fields."""
        return self._theme.px(10)

    def draw(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words, on a soft ground under the pointer."""
        palette = self._theme.palette
        ground = with_alpha(palette.psoft, 1.0 if self.isDown() else self.hover_share)
        draw_frame(painter, rect, self.corner_radius(), ground)
        draw_text(painter, rect, self.label, self._words_font(), palette.primary)

    def _words_font(self) -> QFont:
        """The font of the words."""
        return make_font(14 * self._theme.text_scale, 600)
