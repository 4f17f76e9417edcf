from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.stepper_values import Unit
from tests.ui.windows import focused_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

NAME = "Hold of knee rocking"


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window with another place for the focus."""
    return focused_window(qtbot, 300, 120)


@pytest.fixture
def hold(window: QWidget, theme: Theme) -> Stepper:
    """A hold of 30 s, without the focus."""
    hold = Stepper(theme, NAME, minimum=5, maximum=300, step=5, parent=window)
    hold.set_value(30)
    hold.resize(hold.sizeHint())
    hold.show()
    return hold


def told_by(stepper: Stepper) -> list[int]:
    """A list that grows with every value the stepper tells."""
    told: list[int] = []
    stepper.value_changed.connect(told.append)
    return told


def words(stepper: Stepper) -> str:
    """What the field shows."""
    return stepper.lineEdit().text()


def type_into(stepper: Stepper, text: str) -> None:
    """Give the stepper the focus and type."""
    stepper.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(stepper, text)


def turn_wheel(stepper: Stepper, angle: int) -> bool:
    """Turn the wheel over the stepper; says whether it took it."""
    event = QWheelEvent(
        QPointF(40, 20),
        stepper.mapToGlobal(QPointF(40, 20)),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stepper, event)
    return event.isAccepted()


def plus(stepper: Stepper) -> QPoint:
    """The middle of the plus key."""
    return QPoint(stepper.width() - 20, stepper.height() // 2)


def minus(stepper: Stepper) -> QPoint:
    """The middle of the minus key."""
    return QPoint(20, stepper.height() // 2)


def test_the_keys_step_and_tell(hold: Stepper) -> None:
    """One stop for each press, nothing at the limit."""
    told = told_by(hold)
    QTest.mouseClick(hold, Qt.MouseButton.LeftButton, pos=plus(hold))
    hold.set_value(10)
    for _ in range(3):
        QTest.mouseClick(hold, Qt.MouseButton.LeftButton, pos=minus(hold))
    assert told == [35, 5]
    assert words(hold) == "5 s"


def test_a_held_key_repeats_while_the_pointer_is_on_it(hold: Stepper) -> None:
    """It never steps the other way, and stops when it is let go."""
    QTest.mousePress(hold, Qt.MouseButton.LeftButton, pos=plus(hold))
    hold._repeat._timer.timeout.emit()
    assert hold.value == 40
    QTest.mouseMove(hold, minus(hold))
    hold._repeat._timer.timeout.emit()
    assert hold.value == 40
    QTest.mouseRelease(hold, Qt.MouseButton.LeftButton, pos=plus(hold))
    assert hold._repeat.interval == 0


@pytest.mark.parametrize(
    ("key", "value"),
    [
        (Qt.Key.Key_Up, 35),
        (Qt.Key.Key_Down, 25),
        (Qt.Key.Key_PageUp, 55),
        (Qt.Key.Key_PageDown, 5),
        (Qt.Key.Key_Home, 5),
        (Qt.Key.Key_End, 300),
    ],
)
def test_keys_of_the_keyboard_step(qtbot: QtBot, hold: Stepper, key: Qt.Key, value: int) -> None:
    """By one, by five, to the ends."""
    hold.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(hold.value_changed) as told:
        QTest.keyClick(hold, key)
    assert told.args == [value]


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_typed_number_is_taken_with_enter(hold: Stepper, end: Qt.Key) -> None:
    """It need not be a multiple of the step; letters are not taken."""
    told = told_by(hold)
    type_into(hold, "4x2")
    assert told == []
    QTest.keyClick(hold, end)
    assert told == [42]
    assert words(hold) == "42 s"


def test_a_typed_number_is_taken_when_the_focus_goes(hold: Stepper, window: QWidget) -> None:
    """Nothing typed means nothing changed."""
    type_into(hold, "75")
    window.setFocus()
    assert hold.value == 75
    hold.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(hold, Qt.Key.Key_Backspace)
    window.setFocus()
    assert hold.value == 75
    assert words(hold) == "75 s"


def test_a_click_into_the_number_chooses_it_all(hold: Stepper) -> None:
    """Typing replaces it; a second click sets the caret, where a digit still is a digit."""
    editor = hold.lineEdit()
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(editor.width() - 2, 10))
    assert editor.selectedText() == "30 s"
    QTest.mouseClick(editor, Qt.MouseButton.LeftButton, pos=QPoint(editor.width() - 2, 10))
    QTest.keyClick(hold, Qt.Key.Key_0)
    QTest.keyClick(hold, Qt.Key.Key_Return)
    assert hold.value == 300


def test_a_number_out_of_bounds_is_shown_with_the_bounds(hold: Stepper) -> None:
    """The last good value is kept, and stepping goes on from it."""
    told = told_by(hold)
    height = hold.sizeHint().height()
    type_into(hold, "400")
    QTest.keyClick(hold, Qt.Key.Key_Return)
    assert hold.error == "5 to 300 seconds"
    assert hold.accessibleDescription() == "5 to 300 seconds"
    assert words(hold) == "400 s"
    assert hold.value == 30
    assert told == []
    assert hold.sizeHint().height() > height
    QTest.keyClick(hold, Qt.Key.Key_Up)
    assert hold.error == ""
    assert told == [35]


def test_an_error_is_painted_with_a_border(hold: Stepper) -> None:
    """And goes while it is being mended."""
    type_into(hold, "4")
    QTest.keyClick(hold, Qt.Key.Key_Return)
    middle = hold.height() // 2
    assert hold.grab().toImage().pixelColor(5, middle) == LIGHT.danger
    QTest.keyClicks(hold, "5")
    assert hold.error == ""
    assert hold.grab().toImage().pixelColor(5, middle) == LIGHT.sunken


def test_escape_gives_up_what_was_typed(hold: Stepper) -> None:
    """The value stays."""
    type_into(hold, "7")
    QTest.keyClick(hold, Qt.Key.Key_Escape)
    assert words(hold) == "30 s"


def test_the_wheel_steps_with_the_focus_only(hold: Stepper) -> None:
    """Without it, the page scrolls."""
    assert not turn_wheel(hold, 120)
    assert hold.value == 30
    hold.setFocus(Qt.FocusReason.MouseFocusReason)
    assert turn_wheel(hold, 60)
    assert hold.value == 30
    assert turn_wheel(hold, 60)
    assert hold.value == 35
    assert turn_wheel(hold, -240)
    assert hold.value == 25


def test_a_value_that_is_not_set_is_a_dash(qtbot: QtBot, theme: Theme) -> None:
    """Stepping starts at the first value, or at the low end of what is prescribed."""
    stepper = Stepper(theme, NAME, minimum=1, maximum=20, step=1, unit=Unit.TIMES, first=8)
    qtbot.addWidget(stepper)
    assert stepper.value is None
    assert words(stepper) == "\N{EN DASH}"
    stepper.stepUp()
    assert stepper.value == 8
    assert words(stepper) == "8 \N{MULTIPLICATION SIGN}"


def test_the_prescribed_range_is_named_and_offered(hold: Stepper) -> None:
    """Its ends are stops."""
    hold.set_range_hint(12, 20)
    assert hold.toolTip() == "12 to 20 s"
    hold.set_value(10)
    hold.stepUp()
    assert hold.value == 12
    hold.set_value(None)
    hold.stepDown()
    assert hold.value == 12


def test_breaths_have_their_singular(qtbot: QtBot, theme: Theme) -> None:
    """One breath, two breaths."""
    stepper = Stepper(theme, NAME, minimum=1, maximum=20, step=1, unit=" breaths")
    qtbot.addWidget(stepper)
    stepper.set_value(1)
    assert words(stepper) == "1 breath"
    stepper.set_value(2)
    assert words(stepper) == "2 breaths"


def test_setting_a_value_tells_nobody(qtbot: QtBot, hold: Stepper) -> None:
    """Out of bounds it is refused."""
    with qtbot.assertNotEmitted(hold.value_changed):
        hold.set_value(45)
    with pytest.raises(ValueError, match="5 to 300 seconds"):
        hold.set_value(301)


def test_a_screen_reader_finds_a_spin_box(hold: Stepper) -> None:
    """With name, number, bounds and words; and it can set the number."""
    interface = QAccessible.queryAccessibleInterface(hold)
    assert interface.role() is QAccessible.Role.SpinBox
    assert interface.text(QAccessible.Text.Name) == NAME
    assert interface.text(QAccessible.Text.Value) == "30 s"
    value = interface.valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (5, 30, 300)
    told = told_by(hold)
    value.setCurrentValue(60)
    value.setCurrentValue(600)
    assert told == [60]
    assert value.currentValue() == hold.value == 60


def test_the_ring_is_shown_for_the_keyboard(hold: Stepper, window: QWidget) -> None:
    """Pressing a key with the mouse shows none."""
    hold.setFocus(Qt.FocusReason.TabFocusReason)
    middle = hold.height() // 2
    assert hold.grab().toImage().pixelColor(1, middle) == LIGHT.focus
    window.setFocus()
    QTest.mouseClick(hold, Qt.MouseButton.LeftButton, pos=plus(hold))
    assert hold.hasFocus()
    assert hold.grab().toImage().pixelColor(1, middle) != LIGHT.focus


def test_the_number_stands_between_the_keys_at_every_text_size(hold: Stepper, theme: Theme) -> None:
    """It is as wide as the longest value needs."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    hold.resize(hold.sizeHint())
    hold.set_value(300)
    editor = hold.lineEdit()
    assert editor.fontMetrics().horizontalAdvance("300 s") + 4 <= editor.width()
    assert editor.geometry().left() == 5 + 42
    assert editor.font().pixelSize() == 20


def test_the_number_is_plain_text_until_it_is_typed(hold: Stepper) -> None:
    """The first digit replaces it; stepping makes it plain again."""
    hold.setFocus(Qt.FocusReason.TabFocusReason)
    editor = hold.lineEdit()
    assert editor.isReadOnly()
    assert editor.selectedText() == ""
    QTest.keyClick(hold, Qt.Key.Key_4)
    assert words(hold) == "4"
    assert not editor.isReadOnly()
    QTest.keyClick(hold, Qt.Key.Key_Up)
    assert words(hold) == "35 s"
    assert editor.isReadOnly()


def test_a_left_out_stepper_fades(hold: Stepper) -> None:
    """Its words too."""
    hold.setEnabled(False)
    assert hold.lineEdit().palette().text().color().alphaF() == pytest.approx(0.45, abs=0.01)
