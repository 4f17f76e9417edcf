"""A field for a time of the day."""

from __future__ import annotations

import re
from datetime import time

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, inner_rect, start_painting, text_width
from hipstretch.ui.widgets.text_field import draw_field, dress_text

_HEIGHT, _RADIUS, _PAD = 40, 12, 10
_STEP, _DAY = 15, 24 * 60
_TYPED = re.compile(r"\s*(\d{1,2})\s*[:.h,]?\s*(\d{2})?\s*")


def typed_time(text: str) -> time | None:
    """The time that was meant by "9", "9:30", "9.30" or "0930"; None where there is none."""
    found = _TYPED.fullmatch(text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None  # noqa: PLR2004


def stepped(moment: time, steps: int) -> time:
    """A time so many quarters of an hour later, or earlier; over midnight it goes on."""
    minutes = moment.hour * 60 + moment.minute
    quarter = minutes // _STEP if steps > 0 else -(-minutes // _STEP)
    hour, minute = divmod((quarter + steps) * _STEP % _DAY, 60)
    return time(hour, minute)


class TimeField(QLineEdit):
    """A time to type; the arrows go by quarters of an hour. What is no time is put back.

    Signals:
        time_changed: the person set another time.
    """

    time_changed = Signal()

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._time = time(9)
        self.setFrame(False)
        self.setMaxLength(5)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._on_editing_finished)
        theme.changed.connect(self._on_look_changed)
        self._on_look_changed()
        self.set_value(self._time)

    @property
    def value(self) -> time:
        """The last good time."""
        return self._time

    def set_value(self, moment: time) -> None:
        """Show a time without telling."""
        self._time = moment
        self.setText(f"{moment.hour}:{moment.minute:02}")

    def sizeHint(self) -> QSize:
        """Five digits and the room around them."""
        words = round(text_width("00:00", self._theme.font(Role.BODY)) + 0.5)
        width = words + 2 * self._theme.px(_PAD) + 2 * FOCUS_MARGIN
        return QSize(width, self._theme.px(_HEIGHT) + 2 * FOCUS_MARGIN)

    def minimumSizeHint(self) -> QSize:
        """As its hint."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, then the text over it."""
        painter = QPainter(self)
        start_painting(painter)
        rect, radius = inner_rect(self.rect()), self._theme.px(_RADIUS)
        draw_field(painter, rect, radius, self._theme.palette, focused=self.hasFocus())
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go by quarters with the arrows."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._take(stepped(typed_time(self.text()) or self._time, steps))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard write over the time."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def _take(self, moment: time) -> None:
        """Set a time, and tell where it is another one."""
        is_new = moment != self._time
        self.set_value(moment)
        if is_new:
            self.time_changed.emit()

    @Slot()
    def _on_editing_finished(self) -> None:
        """Take over what was typed, or put the last good time back."""
        self._take(typed_time(self.text()) or self._time)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        dress_text(self, self._theme)
        margin = FOCUS_MARGIN + 2
        self.setTextMargins(margin, FOCUS_MARGIN, margin, FOCUS_MARGIN)
        self.updateGeometry()
        self.update()
