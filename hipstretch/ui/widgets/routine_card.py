"""The card of a routine: its picture, where it is done, its name and two lines of facts."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.ui.palette import Palette
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_button import (
    CARD_HEIGHT,
    CARD_RADIUS,
    LIST_HEIGHT,
    CardButton,
    round_top_path,
)
from hipstretch.ui.widgets.concern_mark import Mark
from hipstretch.ui.widgets.figure_place import draw_figure_place, draw_picture
from hipstretch.ui.widgets.meta_line import (
    MetaLine,
    MetaPart,
    draw_meta_line,
    meta_width,
    parts_of,
    plain_text,
    wrapped,
)
from hipstretch.ui.widgets.painting import WrappedText, inner_rect
from hipstretch.ui.widgets.place_tag import Tag, draw_tag, tag_height, tag_width

PICTURE_HEIGHT = 142
_SIDE, _TOP, _FOOT, _META_GAP = 18, 13, 17, 3
_THUMB_WIDTH, _THUMB_HEIGHT, _THUMB_EDGE = 104, 80, 10
_ROW_TEXT_GAP, _ROW_PAD, _CHEVRON_ROOM, _ROW_META_GAP = 14, 17, 36, 1
_TAG_EDGE, _TAG_GAP = 12, 6
_TITLE_LINES = 2


class CardContent(NamedTuple):
    """What a routine's card says; `meta` are lines of an icon and a text, `badge` is "Mine".

    `mark` is what the person should mind.
    """

    title: str
    place: str
    place_icon: str
    picture: Picture
    meta: tuple[tuple[str, str], ...] = ()
    badge: str = ""
    mark: Mark = Mark()


class RoutineCard(CardButton):
    """A routine in the library: a tile with a picture, or a row with a small one."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._content = CardContent("", "", "", Picture(Position.STANDING))
        super().__init__(theme, parent)
        theme.figures.drawn.connect(self.update)

    @property
    def content(self) -> CardContent:
        """What it says."""
        return self._content

    def set_content(self, content: CardContent) -> None:
        """Say something else."""
        self._content = content
        words = [content.title, content.place, *(text for _, text in content.meta)]
        words += [content.badge, content.mark.words]
        self.setAccessibleDescription(content.mark.reason)
        self.take_over(", ".join(word.replace(" · ", ", ") for word in words if word))

    def content_height(self, width: float) -> float:
        """The picture and the words; a row grows only when its words need it."""
        room = self._text_width(width)
        title = self._title(room)
        lines = len(self._lines(room)) * (self._theme.line_height(Role.META) + self._meta_gap())
        if self.in_list:
            return max(float(LIST_HEIGHT), title.height + lines + 2 * _ROW_PAD)
        return max(float(CARD_HEIGHT), PICTURE_HEIGHT + _TOP + title.height + lines + _FOOT)

    def cut_words(self) -> str:
        """The title and the facts, where one of them is not there in full; why to mind it."""
        room = self._text_width(inner_rect(self.rect()).width())
        cut = self._title(room).lines != self._title(room, max_lines=None).lines
        cut = cut or any(meta_width(line, self._theme) > room for line in self._lines(room))
        whole = [self._content.title, *(plain_text(line) for line in self._facts())] if cut else []
        return "\n".join([*whole, self._content.mark.reason]).strip("\n")

    def draw_tile(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the picture with its tags, and the words under it."""
        picture = QRectF(rect.left(), rect.top(), rect.width(), PICTURE_HEIGHT)
        painter.fillPath(round_top_path(picture, CARD_RADIUS), palette.stage)
        draw_picture(painter, picture.adjusted(0, 6, 0, -4), self._content.picture, self._theme)
        self._draw_tags(painter, picture)
        top_left = QPointF(rect.left() + _SIDE, picture.bottom() + _TOP)
        self._draw_words(painter, top_left, self._text_width(rect.width()), palette)

    def draw_row(self, painter: QPainter, rect: QRectF, palette: Palette) -> None:
        """Draw the small picture, the words beside it and the sign that it opens."""
        thumb = QRectF(rect.left() + _THUMB_EDGE, 0, _THUMB_WIDTH, _THUMB_HEIGHT)
        thumb.moveTop(round(rect.center().y() - _THUMB_HEIGHT / 2))
        draw_figure_place(painter, thumb, self._content.picture, self._theme, 14)
        room = self._text_width(rect.width())
        title = self._title(room)
        lines = len(self._lines(room)) * (self._theme.line_height(Role.META) + self._meta_gap())
        top = round(rect.center().y() - (title.height + lines) / 2)
        self._draw_words(painter, QPointF(thumb.right() + _ROW_TEXT_GAP, top), room, palette)
        self.draw_chevron(painter, rect, palette)

    def _draw_words(
        self, painter: QPainter, top_left: QPointF, room: float, palette: Palette
    ) -> None:
        """Draw the title and the facts below it."""
        title = self._title(room)
        title.draw(painter, top_left, palette.ink)
        height = self._theme.line_height(Role.META)
        top = top_left.y() + title.height + self._meta_gap()
        for parts in self._lines(room):
            line = QRectF(top_left.x(), top, room, height)
            draw_meta_line(painter, line, parts, self._theme)
            top += height + self._meta_gap()

    def _draw_tags(self, painter: QPainter, picture: QRectF) -> None:
        """Draw the place at the left, and the mark and the badge at the right of the picture."""
        look, content = self._theme, self._content
        rect = QRectF(0, picture.top() + _TAG_EDGE, 0, tag_height(look))
        place = Tag(content.place, content.place_icon)
        rect.setWidth(tag_width(place, look))
        rect.moveLeft(picture.left() + _TAG_EDGE)
        if place.text:
            draw_tag(painter, rect, place, look)
        mark, badge = Tag(content.mark.words, content.mark.icon), Tag(content.badge, soft=True)
        for tag in (mark, badge):
            if tag.text:
                rect.setWidth(tag_width(tag, look))
                rect.moveRight(picture.right() - _TAG_EDGE)
                draw_tag(painter, rect, tag, look)
                rect.translate(0, rect.height() + _TAG_GAP)

    def _lines(self, room: float) -> list[MetaLine]:
        """The lines of facts, broken where they are wider than `room`.

        A row has no tags and little room: it names the place and the first fact of the second line.
        """
        facts = self._facts()
        if not self.in_list:
            return [part for line in facts for part in wrapped(line, room, self._theme)]
        place = MetaPart(self._content.place_icon, self._content.place)
        mark = self._content.mark
        marks = [MetaPart(mark.icon, mark.words)] if mark.words else []
        badge = [MetaPart("", self._content.badge)] if self._content.badge else []
        rest = [MetaPart("", line[0].text) for line in facts[1:2] if line]
        rows = [*facts[:1], (place, *marks, *badge, *rest)]
        return [part for line in rows for part in wrapped(line, room, self._theme)]

    def _facts(self) -> list[MetaLine]:
        """The lines of facts as they were given."""
        return [parts_of(icon, text) for icon, text in self._content.meta]

    def _title(self, room: float, *, max_lines: int | None = _TITLE_LINES) -> WrappedText:
        """The title in its lines."""
        font, height = self._theme.font(Role.CARD_TITLE), self._theme.line_height(Role.CARD_TITLE)
        return WrappedText.lay_out(self._content.title, room, font, height, max_lines=max_lines)

    def _text_width(self, width: float) -> float:
        """The room for words on a card of that visible width."""
        if self.in_list:
            return width - _THUMB_EDGE - _THUMB_WIDTH - _ROW_TEXT_GAP - _CHEVRON_ROOM
        return width - 2 * _SIDE

    def _meta_gap(self) -> int:
        """The px above each line of facts."""
        return _ROW_META_GAP if self.in_list else _META_GAP
