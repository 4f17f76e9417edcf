"""The large card on top of the home page: the routine to do now, with its Start button."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFont, QLinearGradient, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.figure_place import draw_picture
from hipstretch.ui.widgets.meta_line import MetaLine, draw_meta_line, plain_text, wrapped
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    WrappedText,
    baseline,
    draw_frame,
    inner_rect,
    start_painting,
)

_RADIUS = 24
_BUTTON_HEIGHT = 52
_BUTTON_GAP = 12
_TEXT_PADDING = 18
_LEAST_FIGURE = 90
_NARROW = 620


class FeaturedContent(NamedTuple):
    """What the card says; an empty `second_text` or `dismiss_text` leaves its button out.

    In the narrow form there is room for the second button only together with the third.
    """

    eyebrow: str
    title: str
    meta: MetaLine
    picture: Picture
    start_text: str
    second_text: str = ""
    second_icon: str = "settings"
    dismiss_text: str = ""


class FeaturedForm(NamedTuple):
    """The measures of the wide or of the narrow form, in px."""

    side: int
    top: int
    title_size: float
    title_line: float
    title_gap: int
    meta_gap: int
    button_gap: int
    foot: int
    least_height: int
    words_share: float


WIDE = FeaturedForm(32, 25, 30, 36, 7, 7, 16, 12, 192, 0.58)
NARROW = FeaturedForm(20, 18, 24, 30, 4, 4, 47, 20, 212, 1.0)


class FeaturedCard(QWidget):
    """An eyebrow, the routine's name, its facts, and one to three buttons; the figure at the right.

    Signals:
        start_requested: the first button was pressed.
        customise_requested: the second button was pressed.
        dismissed: the third button, a quiet one, was pressed.
    """

    start_requested = Signal()
    customise_requested = Signal()
    dismissed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._content = FeaturedContent("", "", (), Picture(Position.STANDING), "")
        height = _BUTTON_HEIGHT
        self._start = Button(theme, icon="play", height=height, large=True, parent=self)
        self._second = Button(
            theme,
            kind=ButtonKind.SECONDARY,
            icon="settings",
            height=height,
            large=True,
            parent=self,
        )
        self._dismiss = Button(theme, kind=ButtonKind.TEXT, height=height, parent=self)
        self._start.clicked.connect(self._on_start_clicked)
        self._second.clicked.connect(self._on_second_clicked)
        self._dismiss.clicked.connect(self._on_dismiss_clicked)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_theme_changed)
        theme.figures.drawn.connect(self.update)

    @property
    def start_button(self) -> Button:
        """The button that starts, for the page's first focus."""
        return self._start

    @property
    def second_button(self) -> Button:
        """The second button; hidden in the narrow form and without a text."""
        return self._second

    @property
    def dismiss_button(self) -> Button:
        """The third button; hidden without a text."""
        return self._dismiss

    def set_content(self, content: FeaturedContent) -> None:
        """Say something else."""
        self._content = content
        self._start.set_label(content.start_text)
        self._second.set_label(content.second_text)
        self._second.set_icon(content.second_icon)
        self._dismiss.set_label(content.dismiss_text)
        self.setAccessibleName(
            ", ".join((content.eyebrow, content.title, plain_text(content.meta)))
        )
        self._place()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The width of the page at 1280x800."""
        return QSize(1010, self.heightForWidth(1010))

    def minimumSizeHint(self) -> QSize:
        """Room for the start button in the smallest window."""
        return QSize(300, 0)

    def hasHeightForWidth(self) -> bool:
        """Long titles make it higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the card and the 5 px around it, which the cards below keep too."""
        visible = width - 2 * FOCUS_MARGIN
        form = self._form(visible)
        rows = len(self._button_rows(visible))
        buttons = rows * (self._button_height() + _BUTTON_GAP) - _BUTTON_GAP
        height = self._words_height(visible) + form.button_gap + buttons + form.foot
        return max(form.least_height, int(height + 0.999)) + 2 * FOCUS_MARGIN

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the figure's place and the words."""
        painter = QPainter(self)
        start_painting(painter)
        rect = inner_rect(self.rect())
        palette = self._theme.palette
        self._draw_ground(painter, rect, palette)
        figure = self._figure_rect(rect)
        if figure.width() >= _LEAST_FIGURE:
            draw_picture(painter, figure, self._content.picture, self._theme)
        self._draw_words(painter, rect, palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons at the foot."""
        super().resizeEvent(event)
        self._place()

    def _form(self, visible: float) -> FeaturedForm:
        """The form for a visible width."""
        return NARROW if visible < self._theme.px(_NARROW) else WIDE

    def _place(self) -> None:
        """Move the buttons to the foot of the card."""
        rect = inner_rect(self.rect())
        form = self._form(rect.width())
        rows = self._button_rows(rect.width())
        for button in (self._second, self._dismiss):
            button.setVisible(any(button in row for row in rows))
        foot = round(rect.bottom()) - form.foot + FOCUS_MARGIN
        for row in reversed(rows):
            left = round(rect.left()) + form.side - FOCUS_MARGIN
            left -= min(self._theme.px(_TEXT_PADDING), form.side) if row[0] is self._dismiss else 0
            for button in row:
                size = button.sizeHint()
                button.setGeometry(left, foot - size.height(), size.width(), size.height())
                left += size.width() + _BUTTON_GAP - 2 * FOCUS_MARGIN
            foot -= self._button_height() + _BUTTON_GAP

    def _button_rows(self, visible: float) -> list[list[Button]]:
        """The buttons that are shown, in more than one row where the words have too little room."""
        content = self._content
        has_second = content.second_text and (content.dismiss_text or self._form(visible) is WIDE)
        shown = [self._start, *([self._second] if has_second else [])]
        shown += [self._dismiss] if content.dismiss_text else []
        rows: list[list[Button]] = [[]]
        for button in shown:
            if rows[-1] and self._row_width([*rows[-1], button]) > self._room(visible):
                rows.append([])
            rows[-1].append(button)
        return rows

    def _row_width(self, row: list[Button]) -> int:
        """The visible width of buttons beside each other."""
        widths = sum(button.visible_size().width() for button in row)
        return widths + _BUTTON_GAP * (len(row) - 1)

    def _draw_ground(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Fill the card with its gradient; in the dark it has a border."""
        gradient = QLinearGradient(rect.topLeft(), rect.topRight())
        gradient.setColorAt(0, palette.featured_start)
        gradient.setColorAt(1, palette.featured_end)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(gradient)
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        if palette.dark:
            draw_frame(painter, rect, _RADIUS, None, border=palette.line)

    def _figure_rect(self, rect: QRectF) -> QRectF:
        """Where the figure's place is: at the right, or beside the button at the foot."""
        form = self._form(rect.width())
        if form is WIDE:
            return QRectF(
                rect.right() - rect.width() * 0.38, rect.top(), rect.width() * 0.36, rect.height()
            )
        top = rect.top() + self._words_height(rect.width())
        rows = self._button_rows(rect.width())
        left = max(button.geometry().right() for row in rows for button in row)
        return QRectF(left, top, rect.right() - left, rect.bottom() - 8 - top)

    def _draw_words(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the eyebrow, the title and the facts."""
        form = self._form(rect.width())
        eyebrow = self._theme.font(Role.EYEBROW)
        left, top = rect.left() + form.side, rect.top() + form.top
        height = self._theme.line_height(Role.EYEBROW)
        painter.setFont(eyebrow)
        painter.setPen(palette.primary)
        painter.drawText(
            QPointF(left, baseline(top + height / 2, eyebrow)), self._content.eyebrow.upper()
        )
        title = self._title(rect.width())
        top += height + form.title_gap
        title.draw(painter, QPointF(left, top), palette.ink)
        top += title.height + form.meta_gap
        room, height = self._room(rect.width()), self._theme.line_height(Role.BODY)
        for facts in self._facts(rect.width()):
            draw_meta_line(painter, QRectF(left, top, room, height), facts, self._theme, Role.BODY)
            top += height

    def _words_height(self, visible: float) -> float:
        """The px from the top of the card to the foot of the facts."""
        form = self._form(visible)
        facts = len(self._facts(visible)) * self._theme.line_height(Role.BODY)
        lines = self._theme.line_height(Role.EYEBROW) + facts
        title = self._title(visible).height
        return form.top + lines + form.title_gap + title + form.meta_gap

    def _facts(self, visible: float) -> list[MetaLine]:
        """The facts, in more than one line where they are wider than the card."""
        return wrapped(self._content.meta, self._room(visible), self._theme, Role.BODY)

    def _title(self, visible: float) -> WrappedText:
        """The title in its lines."""
        form = self._form(visible)
        line = self._theme.px(form.title_line)
        return WrappedText.lay_out(
            self._content.title, self._room(visible), self._title_font(form), line, max_lines=2
        )

    def _title_font(self, form: FeaturedForm) -> QFont:
        """The page title's font, smaller in the narrow form."""
        if form is WIDE:
            return self._theme.font(Role.PAGE_TITLE)
        return make_font(self._theme.px(form.title_size), 700, -0.4, display=True)

    def _room(self, visible: float) -> float:
        """The width of the words."""
        form = self._form(visible)
        return visible * form.words_share - form.side * (2 if form is NARROW else 1)

    def _button_height(self) -> int:
        """The visible height of the buttons."""
        return self._theme.px(_BUTTON_HEIGHT)

    @Slot()
    def _on_start_clicked(self) -> None:
        """Pass the wish on."""
        self.start_requested.emit()

    @Slot()
    def _on_second_clicked(self) -> None:
        """Pass the wish on."""
        self.customise_requested.emit()

    @Slot()
    def _on_dismiss_clicked(self) -> None:
        """Pass the wish on."""
        self.dismissed.emit()

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self._place()
        self.updateGeometry()
        self.update()
