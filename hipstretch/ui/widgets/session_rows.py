"""How a session of the list is painted: picture, name and time, and how it felt."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from hipstretch.core.body import Picture
from hipstretch.core.history_sums import SessionRow
from hipstretch.ui import history_words
from hipstretch.ui.theme import Role, Theme, make_font
from hipstretch.ui.widgets.figure_place import draw_picture
from hipstretch.ui.widgets.painting import draw_frame, draw_text, text_width

WIDE_FROM = 700
"""The px of width from which all stands in one line."""
WIDE_ROW, NARROW_ROW = 66, 92
_PAD, _THUMB_WIDTH, _THUMB_HEIGHT, _THUMB_RADIUS = 18, 68, 48, 14
_NARROW_PAD, _NARROW_THUMB = 12, 56
_GAP, _CHEVRON, _TAG, _TAG_PAD, _TAG_GAP = 16, 20, 24, 9, 8
_NAME_SHARE, _LENGTH = 0.26, 86
_LINE = 10
_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class SessionItem(NamedTuple):
    """A session and the picture of its routine; None where the routine is gone."""

    row: SessionRow
    picture: Picture | None = None


def row_height(width: float, theme: Theme) -> int:
    """The px of a row in a list of that width."""
    return theme.px(WIDE_ROW if is_wide(width, theme) else NARROW_ROW)


def is_wide(width: float, theme: Theme) -> bool:
    """Whether all of a session stands in one line."""
    return width >= theme.px(WIDE_FROM)


def draw_session(
    painter: QPainter, rect: QRectF, item: SessionItem, today: date, theme: Theme
) -> None:
    """Draw a session into its row, wide or narrow."""
    wide = is_wide(rect.width(), theme)
    px, pad = theme.px, theme.px(_PAD if wide else _NARROW_PAD)
    width = px(_THUMB_WIDTH if wide else _NARROW_THUMB)
    thumb = QRectF(rect.left() + pad, 0, width, px(_THUMB_HEIGHT))
    thumb.moveTop(round(rect.center().y() - thumb.height() / 2))
    _draw_thumb(painter, thumb, item.picture, theme)
    inside = rect.adjusted(thumb.right() - rect.left() + px(_GAP), 0, -pad, 0)
    _draw_chevron(painter, inside, theme)
    inside.setRight(inside.right() - px(_CHEVRON + _GAP))
    if wide:
        _draw_in_a_line(painter, inside, item.row, today, theme)
    else:
        _draw_in_lines(painter, inside, item.row, today, theme)


def _draw_thumb(painter: QPainter, rect: QRectF, picture: Picture | None, theme: Theme) -> None:
    """Draw the routine's figure; a sign where the routine is gone."""
    radius = theme.px(_THUMB_RADIUS)
    draw_frame(painter, rect, radius, theme.palette.sunken)
    if picture is not None:
        draw_picture(painter, rect, picture, theme)
        return
    size = theme.px(24)
    box = QRectF(0, 0, size, size)
    box.moveCenter(rect.center())
    theme.icons.draw(painter, "history", box, theme.palette.ink3)


def _draw_chevron(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    """Draw the sign that a row opens."""
    size = theme.px(_CHEVRON)
    box = QRectF(rect.right() - size, round(rect.center().y() - size / 2), size, size)
    theme.icons.draw(painter, "chevron-right", box, theme.palette.ink3)


def _draw_in_a_line(
    painter: QPainter, rect: QRectF, row: SessionRow, today: date, theme: Theme
) -> None:
    """Draw name over time, length, note and tags, and pain beside each other."""
    px, palette = theme.px, theme.palette
    names = QRectF(rect)
    names.setWidth(round(rect.width() * _NAME_SHARE))
    _draw_name(painter, names, row, history_words.when(row.began_at, today), theme)
    length = QRectF(names.right() + px(_GAP), rect.top(), px(_LENGTH - _GAP), rect.height())
    body = theme.font(Role.BODY)
    words = history_words.minutes(row.seconds)
    draw_text(painter, length, words, body, palette.ink2, align=_LEFT)
    pain_width = draw_pain(painter, rect, row, theme)
    rest = QRectF(length.right() + px(_GAP), rect.top(), 0, rect.height())
    rest.setRight(rect.right() - pain_width - px(_GAP))
    _draw_tags_and_note(painter, rest, row, theme)


def _draw_in_lines(
    painter: QPainter, rect: QRectF, row: SessionRow, today: date, theme: Theme
) -> None:
    """Draw name, time with length, and tags with the note under each other."""
    pain_width = draw_pain(painter, rect, row, theme)
    words = rect.adjusted(0, 0, -(pain_width + theme.px(_TAG_GAP) if pain_width else 0), 0)
    when = f"{history_words.when(row.began_at, today)} · {history_words.minutes(row.seconds)}"
    if not (row.note or history_words.tags(row)):
        _draw_name(painter, words, row, when, theme)
        return
    down = theme.px(13)
    _draw_name(painter, words.translated(0, -down), row, when, theme)
    third = QRectF(words.left(), rect.center().y() + down - 2, words.width(), theme.px(_TAG))
    _draw_tags_and_note(painter, third, row, theme)


def _draw_name(painter: QPainter, rect: QRectF, row: SessionRow, when: str, theme: Theme) -> None:
    """Draw the routine's name and, under it, when it was."""
    palette, half = theme.palette, theme.px(_LINE)
    name, small = theme.font(Role.BODY_STRONG), theme.font(Role.CAPTION)
    draw_text(painter, rect.translated(0, -half), row.routine_name, name, palette.ink, align=_LEFT)
    draw_text(painter, rect.translated(0, half), when, small, palette.ink3, align=_LEFT)


def _draw_tags_and_note(painter: QPainter, rect: QRectF, row: SessionRow, theme: Theme) -> None:
    """Draw what was special, then the note in what room is left."""
    px, palette, left = theme.px, theme.palette, rect.left()
    font = make_font(12.5 * theme.text_scale, 600)
    for words in history_words.tags(row):
        width = text_width(words, font) + 2 * px(_TAG_PAD)
        tag = QRectF(left, round(rect.center().y() - px(_TAG) / 2), width, px(_TAG))
        if tag.right() > rect.right():
            return
        draw_frame(painter, tag, px(8), palette.sunken)
        draw_text(painter, tag, words, font, palette.ink2)
        left = tag.right() + px(_TAG_GAP)
    note = QRectF(rect)
    note.setLeft(left)
    if row.note and note.width() > px(_TAG):
        line = " ".join(row.note.split())
        draw_text(painter, note, line, theme.font(Role.META), palette.ink2, align=_LEFT)


def draw_pain(painter: QPainter, rect: QRectF, row: SessionRow, theme: Theme) -> float:
    """Draw how it felt at the right end; returns the px that it takes."""
    words = history_words.pain_change(row.before, row.after)
    if words:
        font, ink = theme.font(Role.BODY_STRONG), theme.palette.pain
        draw_text(painter, rect, words, font, ink, align=_RIGHT)
        return text_width(words, font)
    return 0.0
