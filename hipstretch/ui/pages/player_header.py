"""The player's top row: close, progress, stretch, time left; safety, voice, sound, full screen."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from hipstretch.ui.pages.player_content import HeaderContent
from hipstretch.ui.pages.player_layout import PlayerLayout
from hipstretch.ui.pages.player_sound import (
    Sound,
    sound_icon,
    sound_name,
    voice_icon,
    voice_name,
)
from hipstretch.ui.pages.player_words import step_words, time_left_words
from hipstretch.ui.palette import player_palette
from hipstretch.ui.theme import Theme, make_font
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    baseline,
    draw_frame,
    draw_text,
    start_painting,
    text_width,
)
from hipstretch.ui.widgets.player_button import PlayerButton
from hipstretch.ui.widgets.progress_segments import ProgressSegments

_WIDEST_TIME = 88 * 60.0
_EMPTY = HeaderContent("", 0, "")
_STACKED_UNDER = 560
"""The width of the row in px under which the texts stand over the progress."""
_ALL_BUTTONS_FROM = 430
"""The width of the row in px under which F alone is left for the full screen."""
_LINE, _STACK_GAP = 1.25, 5
_TAG, _TAG_HEIGHT, _TAG_PAD, _LEAST_SEGMENTS = 17, 34, 14, 160


class PlayerHeader(QWidget):
    """Close at one end, safety, voice, sound and full screen at the other, the progress between.

    In narrow windows the texts stand over the progress and not beside it.

    Signals:
        close_pressed: the person wants to leave.
        safety_pressed: the person wants to read when to get help.
        voice_pressed: the person wants the voice on, or off.
        mute_pressed: the person wants silence, or to hear again.
        full_screen_pressed: the person wants the whole screen, or back.
    """

    close_pressed = Signal()
    safety_pressed = Signal()
    voice_pressed = Signal()
    mute_pressed = Signal()
    full_screen_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._scale = 1.0
        self._compact = self._stacked = False
        self._content = _EMPTY
        self._texts = QRect()
        self._share = 1.0
        self._tag = ""
        self._tag_rect = QRectF()
        self.close_button = self._button("close")
        self.close_button.set_name(self.tr("Close"), self.tr("Close (Esc)"))
        self.segments = ProgressSegments(theme, self)
        self.safety = self._button("safety")
        self.safety.set_name(self.tr("Safety"), self.tr("Safety (F1)"))
        self.voice = self._button("voice")
        self.volume = self._button("volume")
        self.full_screen = self._button("full-screen")
        self.full_screen.set_name(self.tr("Full screen"), self.tr("Full screen (F)"))
        self.close_button.clicked.connect(self._on_close_clicked)
        self.safety.clicked.connect(self._on_safety_clicked)
        self.voice.clicked.connect(self._on_voice_clicked)
        self.volume.clicked.connect(self._on_volume_clicked)
        self.full_screen.clicked.connect(self._on_full_screen_clicked)
        self.set_sound(Sound())

    def set_content(self, content: HeaderContent) -> None:
        """Show which stretch it is and the time left."""
        if content == self._content:
            return
        steps, self._content = self._content.steps, content
        self.setAccessibleName(f"{content.step}, {content.left}".strip(", "))
        if steps != content.steps:
            self._place_parts()
        self.update(self._texts)

    def set_tag(self, words: str) -> None:
        """Say quietly what sort of session it is; nothing for a usual one."""
        if words != self._tag:
            self._tag = words
            self.setAccessibleDescription(words)
            self._place_parts()
            self.update()

    def set_sound(self, sound: Sound) -> None:
        """Show whether the voice speaks and whether anything is heard, crossed out where not."""
        self.voice.set_words("", voice_icon(sound))
        self.voice.set_name(voice_name(sound), f"{voice_name(sound)} (V)")
        self.volume.set_words("", sound_icon(sound))
        self.volume.set_name(sound_name(sound), f"{sound_name(sound)} (M)")

    def place(self, layout: PlayerLayout) -> None:
        """Take the row of the layout."""
        self._scale, self._compact = layout.scale, layout.compact
        self._stacked = layout.compact and layout.header.width() < _STACKED_UNDER
        margin = FOCUS_MARGIN
        self.setGeometry(layout.header.adjusted(-margin, -margin, margin, margin))
        self.segments.set_scale(layout.scale)
        self._place_parts()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the two texts."""
        if not event.rect().intersects(self._texts.united(self._tag_rect.toAlignedRect())):
            return
        painter = QPainter(self)
        start_painting(painter)
        palette = player_palette(self._theme.palette)
        if not self._tag_rect.isEmpty():
            radius = self._tag_rect.height() / 2
            draw_frame(painter, self._tag_rect, radius, palette.psoft)
            draw_text(painter, self._tag_rect, self._tag, self._tag_font(), palette.ink2)
        step, left = self._step_font(), self._time_font()
        foot = baseline(self._texts.center().y() + 0.5, step)
        painter.setFont(step)
        painter.setPen(palette.ink)
        painter.drawText(QPointF(self._texts.left(), foot), self._content.step)
        painter.setFont(left)
        painter.setPen(palette.ink2)
        painter.drawText(QPointF(self._time_left(), foot), self._content.left)

    def _button(self, icon: str) -> PlayerButton:
        """A round button with an icon."""
        return PlayerButton(self._theme, "", icon=icon, size=24, parent=self)

    def _place_parts(self) -> None:
        """Buttons at the ends; texts with room for their longest words, and the progress."""
        row = self.rect().adjusted(FOCUS_MARGIN, FOCUS_MARGIN, -FOCUS_MARGIN, -FOCUS_MARGIN)
        left = self._place_buttons(row)
        start = row.left() + row.height() + self._px(20, 12)
        self._share = 1.0
        words = math.ceil(self._step_width() + self._gap() + self._time_width())
        if self._stacked:
            self._place_stacked(QRect(start, row.top(), left - 12 - start, row.height()), words)
            return
        self._texts = QRect(left - self._px(26, 16) - words, 0, words, self.height())
        end = self._texts.left() - self._px(20, 12)
        end = self._place_tag(start, end)
        height = self.segments.sizeHint().height()
        self.segments.setGeometry(start, (self.height() - height) // 2, end - start, height)

    def _place_buttons(self, row: QRect) -> int:
        """Close at the left, the others at the right; returns where these begin."""
        side = row.height()
        scale = 0.8 if self._compact else self._scale
        self.close_button.place(QRect(row.topLeft(), QSize(side, side)), scale, side / 2)
        left = row.right() + 1
        has_all = row.width() >= _ALL_BUTTONS_FROM
        self.full_screen.setVisible(has_all)
        buttons = [self.volume, self.voice, self.safety]
        for button in [self.full_screen, *buttons] if has_all else buttons:
            left -= side
            button.place(QRect(left, row.top(), side, side), scale, side / 2)
            left -= self._px(12, 6)
        return left + self._px(12, 6)

    def _place_stacked(self, room: QRect, words: int) -> None:
        """The texts over the progress, smaller where the room is too narrow for them."""
        self._share = min(1.0, room.width() / max(1, words))
        bar = self.segments.sizeHint().height()
        line = round(self._step_font().pixelSize() * _LINE)
        top = room.top() + (room.height() - line - _STACK_GAP - bar) // 2
        self._texts = QRect(room.left(), top, room.width(), line)
        self._tag_rect = self._stacked_tag()
        self.segments.setGeometry(room.left(), top + line + _STACK_GAP, room.width(), bar)

    def _place_tag(self, start: int, end: int) -> int:
        """The tag before the texts, where there is room; returns where the progress ends."""
        size = self._tag_size()
        left = end - size.width()
        fits = bool(self._tag) and left - start >= _LEAST_SEGMENTS * self._scale
        self._tag_rect = QRectF()
        if not fits:
            return end
        top = (self.height() - size.height()) / 2
        self._tag_rect = QRectF(left, round(top), size.width(), size.height())
        return left - self._px(20, 12)

    def _stacked_tag(self) -> QRectF:
        """The tag between the two texts; none where there is no room for it."""
        left = self._texts.left() + self._step_width() + self._gap()
        room = self._texts.right() + 1 - self._time_width() - self._gap() - left
        size = self._tag_size()
        if not self._tag or room < size.width():
            return QRectF()
        rect = QRectF(0, 0, size.width(), min(size.height(), self._texts.height()))
        rect.moveCenter(QPointF(left + room / 2, self._texts.center().y() + 0.5))
        return rect

    def _tag_size(self) -> QSize:
        """The tag with its words."""
        width = text_width(self._tag, self._tag_font()) + 2 * self._px(_TAG_PAD, 10)
        height = max(self._tag_font().pixelSize() * 1.5, _TAG_HEIGHT * self._scale)
        return QSize(math.ceil(width), round(height))

    def _tag_font(self) -> QFont:
        """The font of the tag."""
        return make_font(max(12.0, _TAG * self._text_scale()), 500)

    def _time_left(self) -> float:
        """Where the second text begins: after the first one, or at the end of the progress."""
        if self._stacked:
            return self._texts.right() + 1 - text_width(self._content.left, self._time_font())
        return self._texts.left() + self._step_width() + self._gap()

    def _px(self, base: float, compact: int) -> int:
        """A distance: at the player's scale, or as given in one column."""
        return compact if self._compact else round(base * self._scale)

    def _gap(self) -> int:
        """The distance between the texts."""
        return self._px(16, 8)

    def _step_font(self) -> QFont:
        """The font of "3 of 9"."""
        return make_font(28 * self._text_scale(), 600, display=True)

    def _time_font(self) -> QFont:
        """The font of "8 min left"."""
        return make_font(22 * self._text_scale(), 500)

    def _text_scale(self) -> float:
        """How large the texts are drawn."""
        return self._scale * self._theme.text_scale * self._share

    def _step_width(self) -> float:
        """Room for the last of the stretches, so that nothing moves."""
        steps = self._content.steps
        longest = max((step_words(n, steps) for n in (steps, 1)), key=len)
        return text_width(longest, self._step_font())

    def _time_width(self) -> float:
        """Room for a time of two digits, so that nothing moves; more for a longer one."""
        usual = text_width(time_left_words(_WIDEST_TIME), self._time_font())
        return max(usual, text_width(self._content.left, self._time_font()))

    @Slot()
    def _on_close_clicked(self) -> None:
        """The person wants to leave."""
        self.close_pressed.emit()

    @Slot()
    def _on_safety_clicked(self) -> None:
        """The person wants to read when to get help."""
        self.safety_pressed.emit()

    @Slot()
    def _on_voice_clicked(self) -> None:
        """The person wants the voice on, or off."""
        self.voice_pressed.emit()

    @Slot()
    def _on_volume_clicked(self) -> None:
        """The person wants silence, or to hear again."""
        self.mute_pressed.emit()

    @Slot()
    def _on_full_screen_clicked(self) -> None:
        """The person wants the whole screen, or back."""
        self.full_screen_pressed.emit()
