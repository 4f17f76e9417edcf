from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.chip_bar import ChipBar
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

NAMES = ("All", "Floor", "Seated", "Standing", "Hip", "Lower back", "Sciatica", "Under 10 min")


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> ChipBar:
    """A bar that is too narrow for its chips, in an active window."""
    bar = ChipBar(theme)
    for name in NAMES[:4]:
        bar.add_chip(Chip(theme, name))
    bar.add_divider()
    for name in NAMES[4:]:
        bar.add_chip(Chip(theme, name))
    bar.resize(300, bar.sizeHint().height())
    return show_active(qtbot, bar)


def turn_wheel(bar: ChipBar, angle: int, *, touch: QPoint | None = None) -> bool:
    """Turn the wheel over the bar; says whether the bar took it."""
    event = QWheelEvent(
        QPointF(100, 20),
        bar.mapToGlobal(QPointF(100, 20)),
        touch or QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(bar, event)
    return event.isAccepted()


def test_chips_stand_in_one_row_eight_px_apart(bar: ChipBar) -> None:
    """Their free margins lie on each other."""
    first, second = bar.chips[:2]
    gap = second.visible_rect().left() + second.x()
    gap -= first.visible_rect().right() + first.x()
    assert gap == 8
    assert len({chip.y() for chip in bar.chips}) == 1


def test_the_wheel_scrolls_sideways_as_far_as_there_is_more(bar: ChipBar) -> None:
    """At the end, the page gets the wheel."""
    assert turn_wheel(bar, -120)
    assert bar.offset == 60
    for _ in range(20):
        turn_wheel(bar, -120)
    assert bar.offset == bar.sizeHint().width() - bar.width()
    assert not turn_wheel(bar, -120)


def test_a_touch_pad_scrolls_the_page_up_and_down(bar: ChipBar) -> None:
    """The row under the pointer does not hold it up."""
    assert not turn_wheel(bar, -120, touch=QPoint(0, -40))
    assert bar.offset == 0


def test_a_row_that_fits_leaves_the_wheel_to_the_page(bar: ChipBar) -> None:
    """Growing scrolls it back."""
    bar.scroll_to(80)
    bar.resize(bar.sizeHint())
    assert bar.offset == 0
    assert not turn_wheel(bar, -120)


def test_tab_brings_every_chip_into_view(press: Callable[[Qt.Key], None], bar: ChipBar) -> None:
    """Also back again."""
    bar.chips[0].setFocus(Qt.FocusReason.TabFocusReason)
    for chip in bar.chips[1:]:
        press(Qt.Key.Key_Tab)
        assert chip.hasFocus()
        assert bar.rect().contains(chip.geometry().adjusted(5, 0, -5, 0))
    for chip in reversed(bar.chips[:-1]):
        press(Qt.Key.Key_Backtab)
        assert chip.hasFocus()
        assert bar.rect().contains(chip.geometry().adjusted(5, 0, -5, 0))


def test_dragging_scrolls_and_presses_no_chip(bar: ChipBar) -> None:
    """Where the pointer stays, the chip is pressed as ever."""
    chip = bar.chips[2]
    start = chip.rect().center()
    QTest.mousePress(chip, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(chip, start - QPoint(60, 0))
    QTest.mouseRelease(chip, Qt.MouseButton.LeftButton, pos=start)
    assert bar.offset == 60
    assert not chip.isChecked()
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert chip.isChecked()


def test_a_cut_edge_fades_into_the_ground(bar: ChipBar) -> None:
    """Only the edge that is cut."""
    left, right = bar._fades
    assert not left.isVisible()
    assert right.isVisible()
    bar.scroll_to(40)
    assert left.isVisible()
    image = bar.grab().toImage()
    assert image.pixelColor(0, bar.height() // 2) == LIGHT.bg
    bar.scroll_to(9999)
    assert not right.isVisible()


def test_the_bar_grows_with_the_text(bar: ChipBar, theme: Theme) -> None:
    """The chips are laid out again."""
    before = bar.sizeHint()
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert bar.sizeHint().width() > before.width()
    assert bar.chips[1].width() == bar.chips[1].sizeHint().width()
