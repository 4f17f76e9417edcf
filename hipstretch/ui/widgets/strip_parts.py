"""The parts of the strip on Home: the days in a row with this week's dots, and the pain."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from hipstretch.core.history import WEEK, DayMark
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.painting import draw_text, start_painting, text_width
from hipstretch.ui.widgets.week_dots import draw_day, week_words
from hipstretch.ui.words import days_in_a_row

_ICON, _ICON_GAP = 19, 9
_DOT, _DOT_GAP, _DOTS_ABOVE = 22, 5, 8
_LINE_WIDTH, _LINE_HEIGHT, _LINE_GAP, _LEAST_LINE = 88, 22, 16, 48
_LINE_VALUES = 7
_LEAST_SPAN = 3
_LEFT = Qt.AlignmentFlag.AlignLeft


def line_points(values: tuple[int, ...], rect: QRectF) -> list[QPointF]:
    """The points of the pain line in `rect`: more pain is higher, and a small change small."""
    low, high = min(values), max(values)
    unit = rect.height() / max(_LEAST_SPAN, high - low)
    middle = (low + high) / 2
    step = rect.width() / max(1, len(values) - 1)
    return [
        QPointF(rect.left() + number * step, rect.center().y() - (value - middle) * unit)
        for number, value in enumerate(values)
    ]


class StripPart(QWidget):
    """One thing that the strip tells; in narrow windows on one low line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_low = False

    def set_low(self, is_low: bool) -> None:
        """Take one line, or the strip's whole height."""
        self._is_low = is_low
        self.update()

    def low_width(self) -> int:
        """The px that the one line takes; for the subclass to say."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Paint the part into `rect`; for the subclass to do."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the part."""
        painter = QPainter(self)
        start_painting(painter)
        self.draw(painter, QRectF(self.rect()), self._theme.palette)

    def _font(self) -> QFont:
        """The font of the one thing to read."""
        return self._theme.font(Role.BODY_STRONG if self._is_low else Role.BUTTON_LARGE)


class DaysPart(StripPart):
    """How many days in a row, and the seven dots of this week."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._words = ""
        self._week: tuple[DayMark, ...] = ()
        self._is_alone = False

    def set_alone(self, is_alone: bool) -> None:
        """Have the whole strip to itself: the dots stand at the right end then."""
        self._is_alone = is_alone
        self.update()

    def set_days(self, days: int, week: tuple[DayMark, ...]) -> None:
        """Tell other days."""
        self._words = self._kind_words(days, week)
        self._week = week
        self.setAccessibleName(self._words)
        self.setAccessibleDescription(self._week_words())
        self.setToolTip(self._week_words())
        self.update()

    @property
    def words(self) -> str:
        """What stands beside the leaf."""
        return self._words

    def low_width(self) -> int:
        """The leaf and the words."""
        return int(self._lead() + text_width(self._words, self._font()) + 0.999)

    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the words, and the dots below or beside them where there is room."""
        line = QRectF(rect)
        dots = self._theme.px(_DOT)
        if self._is_alone and not self._is_low:
            left = rect.right() - WEEK * (dots + self._theme.px(_DOT_GAP))
            top = round(rect.center().y() - dots / 2)
            self._draw_week(painter, QPointF(left + self._theme.px(_DOT_GAP), top), palette)
        elif not self._is_low:
            height, gap = self._theme.line_height(Role.BUTTON_LARGE), self._theme.px(_DOTS_ABOVE)
            line.setHeight(height)
            line.moveTop(round(rect.center().y() - (height + gap + dots) / 2))
            self._draw_week(painter, QPointF(rect.left(), line.bottom() + gap), palette)
        self._draw_words(painter, line, palette)

    def _draw_words(self, painter: QPainter, line: QRectF, palette: Palette) -> None:
        """Draw the leaf and the words."""
        size = self._theme.px(_ICON)
        box = QRectF(round(line.left()), round(line.center().y() - size / 2), size, size)
        self._theme.icons.draw(painter, "leaf", box, palette.primary)
        words = line.adjusted(self._lead(), 0, 0, 0)
        draw_text(painter, words, self._words, self._font(), palette.ink, align=_LEFT)

    def _draw_week(self, painter: QPainter, top_left: QPointF, palette: Palette) -> None:
        """Draw the seven dots with the first letters of the days."""
        size = self._theme.px(_DOT)
        pitch = size + self._theme.px(_DOT_GAP)
        for number, mark in enumerate(self._week):
            dot = QRectF(round(top_left.x() + number * pitch), round(top_left.y()), size, size)
            self._draw_dot(painter, dot, mark, self._letter(number + 1), palette)

    def _letter(self, weekday: int) -> str:
        """The letter of a day of the week, Monday being 1."""
        letter = self.locale().dayName(weekday, QLocale.FormatType.NarrowFormat)
        return self.locale().dayName(weekday)[:1] if letter.isdigit() else letter

    def _draw_dot(
        self, painter: QPainter, dot: QRectF, mark: DayMark, letter: str, palette: Palette
    ) -> None:
        """Draw a day with its letter."""
        ink = draw_day(painter, dot, mark, palette)
        draw_text(painter, dot, letter, make_font(self._theme.px(11), 600), ink)

    def _lead(self) -> int:
        """The leaf and the gap after it."""
        return self._theme.px(_ICON) + self._theme.px(_ICON_GAP)

    def _kind_words(self, days: int, week: tuple[DayMark, ...]) -> str:
        """The days in a row; after a pause a welcome."""
        if days > 0:
            return days_in_a_row(days)
        return self.tr("A fresh start") if DayMark.DONE in week else self.tr("Welcome back")

    def _week_words(self) -> str:
        """What was done in this week and when was rest."""
        return week_words(self._week, self.locale()) or self.tr("This week is open")


class PainPart(StripPart):
    """The last pain and the one before it, and a small line of the last seven."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._pain: tuple[int, ...] = ()

    @property
    def words(self) -> str:
        """The word and the last numbers."""
        return f"{self.tr('Pain')} {self._numbers()}"

    def set_pain(self, pain: tuple[int, ...]) -> None:
        """Tell other values; nothing is shown without one."""
        self._pain = pain
        self.setVisible(bool(pain))
        self.setAccessibleName(self._spoken())
        self.update()

    def low_width(self) -> int:
        """The word and the numbers."""
        return int(text_width(self.words, self._font()) + 0.999)

    def draw(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the words; in the high form with a caption, and the line at the right."""
        if self._is_low:
            words = QRectF(rect)
            words.setLeft(rect.right() - self.low_width())
            self._draw_words(painter, words, palette)
            return
        caption = self._theme.line_height(Role.CAPTION)
        line = QRectF(rect)
        line.setHeight(self._theme.line_height(Role.BUTTON_LARGE))
        line.moveTop(round(rect.center().y() - (line.height() + caption) / 2))
        self._draw_words(painter, line, palette)
        below = QRectF(rect.left(), line.bottom(), rect.width(), caption)
        font = self._theme.font(Role.CAPTION)
        draw_text(painter, below, self._caption(), font, palette.ink2, align=_LEFT)
        self._draw_line(painter, rect, palette)

    def _draw_words(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the word in ink and the numbers in the colour of pain."""
        font = self._font()
        word = f"{self.tr('Pain')} "
        draw_text(painter, rect, word, font, palette.ink, align=_LEFT)
        numbers = rect.adjusted(text_width(word, font), 0, 0, 0)
        draw_text(painter, numbers, self._numbers(), font, palette.pain, align=_LEFT)

    def _draw_line(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the last values as a line that ends in a dot, where there is room for it."""
        values = self._pain[-_LINE_VALUES:]
        text = max(
            text_width(self._caption(), self._theme.font(Role.CAPTION)),
            text_width(self.words, self._font()),
        )
        room = rect.width() - text - self._theme.px(_LINE_GAP)
        width = min(self._theme.px(_LINE_WIDTH), room)
        if len(values) < 2 or width < _LEAST_LINE:  # noqa: PLR2004 -- a line has two ends
            return
        box = QRectF(rect.right() - width, 0, width - 4, self._theme.px(_LINE_HEIGHT))
        box.moveTop(rect.center().y() - box.height() / 2)
        points = line_points(values, box)
        draw_pain_line(painter, points, palette)

    def _numbers(self) -> str:
        """The last two values, or the only one."""
        return " → ".join(str(value) for value in self._pain[-2:])

    def _caption(self) -> str:
        """What the numbers are."""
        return self.tr("Last session") if len(self._pain) == 1 else self.tr("Last two sessions")

    def _spoken(self) -> str:
        """The numbers in words."""
        if len(self._pain) < 2:  # noqa: PLR2004 -- before and after
            return self.words
        before, now = self._pain[-2:]
        return self.tr("Pain {now} of 10, before that {before}").format(now=now, before=before)


def draw_pain_line(painter: QPainter, points: list[QPointF], palette: Palette) -> None:
    """Draw a line through the points, with a dot at the last."""
    pen = QPen(palette.pain_fill, 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(palette.surface)
    painter.drawEllipse(points[-1], 5.5, 5.5)
    painter.setBrush(palette.pain)
    painter.drawEllipse(points[-1], 3.5, 3.5)
