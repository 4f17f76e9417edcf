"""A number with a minus and a plus key, which may also be typed."""

from __future__ import annotations

from PySide6.QtCore import (
    QDynamicPropertyChangeEvent,
    QEvent,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleValueChangeEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QValidator,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSpinBox, QSizePolicy, QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.key_repeat import KeyRepeat
from hipstretch.ui.widgets.number_editor import LEFT_OUT, NumberEditor
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_focus_ring,
    keyboard_focus,
    start_painting,
)
from hipstretch.ui.widgets.stepper_painting import (
    ERROR_LINE,
    HEIGHT,
    KEY_WIDTH,
    RADIUS,
    draw_error,
    draw_field,
    draw_key,
    field_rect,
    key_at,
    outer_width,
)
from hipstretch.ui.widgets.stepper_values import (
    STOPS_PER_PAGE,
    Stops,
    Unit,
    may_be_typed,
    mended,
    typed_number,
)
from hipstretch.ui.widgets.stepper_words import (
    UNSET,
    bounds_words,
    range_words,
    unit_words,
    value_words,
)

_WHEEL_STEP = 120
_ERASING = {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}


class Stepper(QAbstractSpinBox):
    """A number with its unit between two bounds; `value` is None before it is set.

    A number typed out of bounds is shown with the bounds underneath, and the last good value kept.
    The visible field stands 5 px inside the widget, centred in whatever height it is given.

    Signals:
        value_changed: the person set another value; carries it.
    """

    value_changed = Signal(int)

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        minimum: int,
        maximum: int,
        step: int,
        unit: str = Unit.SECONDS,
        first: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stops = Stops(minimum, maximum, step)
        self._unit = Unit(unit)
        self._first = first
        self._value: int | None = None
        self._error = ""
        self._ring_shown = False
        self._hot = 0
        self._wheeled = 0
        self._editor = NumberEditor(theme)
        self._repeat = KeyRepeat(self)
        self._repeat.stepped.connect(self._on_key_stepped)
        self._set_up(name)
        theme.changed.connect(self._on_look_changed)

    def _set_up(self, name: str) -> None:
        """Make Qt's spin box a bare field that a screen reader knows as one."""
        self.setFrame(False)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.setLineEdit(self._editor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Preferred)
        self.set_name(name)
        self.setProperty("minimum", self._stops.minimum)
        self.setProperty("maximum", self._stops.maximum)
        self._editor.clicked.connect(self._on_number_clicked)
        self._editor.textEdited.connect(self._on_text_edited)
        self._editor.dress(enabled=self.isEnabled())
        self._show_value()

    @property
    def value(self) -> int | None:
        """The last good value; None where none is set yet."""
        return self._value

    @property
    def error(self) -> str:
        """What is wrong with what was typed; empty where nothing is."""
        return self._error

    def set_value(self, value: int | None) -> None:
        """Show a value without telling; raises ValueError out of bounds."""
        if value is not None and not self._stops.allows(value):
            raise ValueError(f"{value} is not {bounds_words(self._stops, self._unit)}")
        self._value = value
        self._set_error("")
        self._editor.stop()
        self._show_value()

    def set_name(self, name: str) -> None:
        """Be called something else; the line inside, which has the focus, is called the same."""
        self.setAccessibleName(name)
        self._editor.setAccessibleName(name)

    def set_range_hint(self, low: int, high: int) -> None:
        """Offer the ends of the prescribed range as stops, and name it in the tooltip."""
        stops = self._stops
        self._stops = Stops(stops.minimum, stops.maximum, stops.step, (low, high))
        words = range_words(low, high, self._unit)
        self.setToolTip(words)
        self.setAccessibleDescription(words)

    def stepBy(self, steps: int) -> None:
        """Go that many stops up, or down for a negative number."""
        if self._value is None:
            self._take(self._stops.first() if self._first is None else self._first)
        else:
            self._take(self._stops.moved(self._value, steps))

    def stepEnabled(self) -> QAbstractSpinBox.StepEnabledFlag:
        """Which ways the value can still go."""
        ways = QAbstractSpinBox.StepEnabledFlag.StepNone
        if self._can_step(-1):
            ways |= QAbstractSpinBox.StepEnabledFlag.StepDownEnabled
        if self._can_step(1):
            ways |= QAbstractSpinBox.StepEnabledFlag.StepUpEnabled
        return ways

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Let digits and the unit be typed, and nothing else; the bounds are checked at the end."""
        meant = mended(text, unit_words(self._unit, self._accessible_value()))
        fits = meant == UNSET or may_be_typed(meant, unit_words(self._unit, 2))
        state = QValidator.State.Acceptable if fits else QValidator.State.Invalid
        return state, meant, position if meant == text else len(meant)

    def sizeHint(self) -> QSize:
        """The keys with the longest value, and room for the line underneath when it is there."""
        longest = value_words(self._stops.maximum, self._unit)
        width = outer_width(longest, bounds_words(self._stops, self._unit), self._theme)
        below = self._theme.px(ERROR_LINE) if self._error else FOCUS_MARGIN
        return QSize(width, self._theme.px(HEIGHT) + 2 * below)

    def minimumSizeHint(self) -> QSize:
        """Never so small that something is cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the field, its keys and what is wrong; the editor paints the number."""
        painter = QPainter(self)
        start_painting(painter)
        painter.setOpacity(1.0 if self.isEnabled() else LEFT_OUT)
        field = self._field()
        draw_field(painter, field, self._theme, wrong=bool(self._error))
        for way in (-1, 1):
            hot = self.isEnabled() and way in {self._hot, self._repeat.direction}
            draw_key(painter, field, self._theme, way, usable=self._can_step(way), hot=hot)
        if self._error:
            draw_error(painter, field, self._theme, self._error, self.width())
        elif self._ring_shown and self.hasFocus():
            draw_focus_ring(painter, field, self._theme.px(RADIUS), self._theme.palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step with the arrow and page keys, go to the ends, or take over what was typed."""
        steps = {
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: STOPS_PER_PAGE,
            Qt.Key.Key_PageDown: -STOPS_PER_PAGE,
        }.get(Qt.Key(event.key()))
        if steps is not None:
            self.stepBy(steps)
        elif event.key() == Qt.Key.Key_Home:
            self._take(self._stops.minimum)
        elif event.key() == Qt.Key.Key_End:
            self._take(self._stops.maximum)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._commit()
        elif event.key() == Qt.Key.Key_Escape and (self._is_edited() or self._editor.is_editing):
            self.set_value(self._value)
        else:
            if event.text().isdigit() or event.key() in _ERASING:
                self._start_editing()
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Step with the wheel, but only with the focus; else the page scrolls."""
        if not self.hasFocus():
            event.ignore()
            return
        self._wheeled += event.angleDelta().y()
        steps = int(self._wheeled / _WHEEL_STEP)
        self._wheeled -= steps * _WHEEL_STEP
        if steps:
            self.stepBy(steps)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Step once, and go on while the key is held."""
        direction = self._key_under(event)
        if direction and event.button() is Qt.MouseButton.LeftButton:
            self._commit()
            self._repeat.press(direction)
        self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stop stepping."""
        self._repeat.release()
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the key under the pointer, and wait where it has left the one it holds."""
        self._hot = self._key_under(event)
        self._repeat.pause(self._hot != self._repeat.direction)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Mark no key."""
        self._hot = 0
        super().leaveEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring where the keyboard brought the focus."""
        self._ring_shown = keyboard_focus(event.reason(), before=self._ring_shown)
        super().focusInEvent(event)
        self._editor.stop()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take over what was typed."""
        self._repeat.release()
        self._commit()
        super().focusOutEvent(event)
        self._editor.stop()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editor between the keys."""
        super().resizeEvent(event)
        self._place_editor()

    def changeEvent(self, event: QEvent) -> None:
        """Fade with the row when it is left out, and keep the editor in its place."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.EnabledChange:
            self._editor.dress(enabled=self.isEnabled())
        elif event.type() is QEvent.Type.StyleChange:
            self._place_editor()

    def event(self, event: QEvent) -> bool:
        """Take over a value that a screen reader sets."""
        if isinstance(event, QDynamicPropertyChangeEvent) and event.propertyName() == b"value":
            self._take_wanted(int(self.property("value")))
        return super().event(event)

    def _take_wanted(self, value: int) -> None:
        """Take what a screen reader wrote over the value; put the value back if it is no good."""
        if value != self._accessible_value():
            if self._stops.allows(value):
                self._take(value)
            else:
                self._show_value()

    def _take(self, value: int) -> None:
        """Make `value` the value and tell where it is a new one."""
        changed = value != self._value
        self.set_value(value)
        if changed:
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, value))
            self.value_changed.emit(value)

    def _commit(self) -> None:
        """Take over the typed number, or say what is wrong with it."""
        if not self._is_edited():
            self._editor.stop()
            return
        number = typed_number(self._editor.text())
        if number is None:
            self.set_value(self._value)
        elif self._stops.allows(number):
            self._take(number)
        else:
            self._editor.setText(value_words(number, self._unit))
            self._editor.selectAll()
            self._set_error(bounds_words(self._stops, self._unit))

    def _start_editing(self) -> None:
        """Let keys reach the number, and show that they do."""
        self._ring_shown = True
        self._editor.start()
        self.update()

    def _is_edited(self) -> bool:
        """Whether the editor shows something else than the value."""
        return self._editor.text() != value_words(self._value, self._unit)

    def _set_error(self, error: str) -> None:
        """Show or clear the line underneath, and say it."""
        if error == self._error:
            return
        self._error = error
        if error:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, error))
        self.setAccessibleDescription(error or self.toolTip())
        self.updateGeometry()
        self.update()

    def _show_value(self) -> None:
        """Write the value into the editor and where a screen reader looks."""
        self._editor.setText(value_words(self._value, self._unit))
        self.setProperty("value", self._accessible_value())
        self.update()

    def _accessible_value(self) -> int:
        """The value as a number, whether or not one is set."""
        return 0 if self._value is None else self._value

    def _can_step(self, direction: int) -> bool:
        """Whether there is a stop that way."""
        return self._value is None or self._stops.moved(self._value, direction) != self._value

    def _field(self) -> QRectF:
        """The visible field."""
        return field_rect(QRectF(self.rect()), self._theme.px(HEIGHT))

    def _key_under(self, event: QMouseEvent) -> int:
        """Which key the pointer is on: -1, 1, or 0 for none."""
        place = event.position()
        return key_at(self._field(), self._theme.px(KEY_WIDTH), place.x(), place.y())

    def _place_editor(self) -> None:
        """Put the editor between the keys."""
        width = self._theme.px(KEY_WIDTH)
        self._editor.setGeometry(self._field().adjusted(width, 2, -width, -2).toRect())

    @Slot(int)
    def _on_key_stepped(self, direction: int) -> None:
        """Go one stop on."""
        self.stepBy(direction)

    @Slot()
    def _on_number_clicked(self) -> None:
        """Let the number be typed."""
        self._start_editing()

    @Slot()
    def _on_text_edited(self) -> None:
        """Forgive the error while it is being mended."""
        self._set_error("")

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._editor.dress(enabled=self.isEnabled())
        self.updateGeometry()
        self._place_editor()
        self.update()
