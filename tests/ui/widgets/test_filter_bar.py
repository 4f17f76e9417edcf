from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Place
from hipstretch.core.catalogue import Filter, Topic
from hipstretch.ui.widgets.filter_bar import FilterBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> FilterBar:
    """The bar as wide as on Home."""
    bar = FilterBar(theme)
    qtbot.addWidget(bar)
    bar.resize(1010, bar.sizeHint().height())
    bar.show()
    return bar


def click(bar: FilterBar, label: str) -> None:
    """Click the chip with these words."""
    chip = next(chip for chip in bar.chips if chip.label == label)
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)


def test_all_is_on_at_the_beginning(bar: FilterBar) -> None:
    """Nothing else is."""
    assert [chip.label for chip in bar.chips if chip.isChecked()] == ["All"]
    assert bar.filter == Filter()


def test_several_choices_make_one_filter(bar: FilterBar) -> None:
    """Each is told as it is made."""
    told: list[Filter] = []
    bar.filter_changed.connect(told.append)
    for label in ("Floor", "Standing", "Sciatica", "Under 10 min", "No equipment", "Mine"):
        click(bar, label)
    assert told[0] == Filter(places=frozenset({Place.FLOOR}))
    assert told[-1] == Filter(
        places=frozenset({Place.FLOOR, Place.STANDING}),
        topics=frozenset({Topic.SCIATICA}),
        short=True,
        needs_nothing=True,
        own=True,
    )
    click(bar, "Floor")
    assert told[-1].places == {Place.STANDING}


def test_all_takes_everything_off(qtbot: QtBot, bar: FilterBar) -> None:
    """And stays on when it is pressed again."""
    click(bar, "Hip")
    bar.mark_all(False)
    for _ in range(2):
        with qtbot.waitSignal(bar.all_requested):
            click(bar, "All")
        assert [chip.label for chip in bar.chips if chip.isChecked()] == ["All"]
        assert bar.filter == Filter()


def test_every_chip_has_room_at_the_usual_width(bar: FilterBar) -> None:
    """Where a few px are missing they stand a little closer."""
    assert bar.sizeHint().width() <= bar.width()
    assert bar.chips[-1].geometry().right() < bar.width()
