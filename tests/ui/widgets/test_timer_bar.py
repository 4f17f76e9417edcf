from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.timer_bar import BarLook, TimerBar, bar_look
from tests.core.therapy_moments import heat, ice, missed, shown, therapy

RUNNING = shown(therapy(ice(439))).ice


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> TimerBar:
    """A bar that shows ice."""
    bar = TimerBar(theme)
    qtbot.addWidget(bar)
    bar.show_card(RUNNING)
    bar.resize(bar.sizeHint())
    return bar


def test_it_says_what_is_left(bar: TimerBar) -> None:
    """To a screen reader too."""
    assert bar.accessibleName() == "Ice, 12:41 left"
    bar.show_card(shown(therapy(ice(440))).ice)
    assert bar.accessibleName() == "Ice, 12:40 left"


def test_it_is_filled_by_what_is_left(bar: TimerBar) -> None:
    """From the left, in the kind's colour on its soft ground."""
    image = bar.grab().toImage()
    share = RUNNING.share
    edge = 12 + round((bar.width() - 24) * share)
    assert image.pixelColor(edge - 6, 6) == LIGHT.ice_fill
    assert image.pixelColor(edge + 3, 6) == LIGHT.ice_soft


@pytest.mark.parametrize(
    ("card", "look"),
    [
        (shown(therapy(ice(600))).ice, BarLook(Kind.ICE, 0.5, "Ice, 10:00 left")),
        (shown(therapy(ice(1265))).ice, BarLook(Kind.ICE, 1.0, "Ice is over: take it off")),
        (shown(missed(740)).ice, BarLook(Kind.ICE, 0.0, "Ice ended 12 min ago")),
    ],
)
def test_it_is_full_while_it_rings_and_empty_afterwards(card: object, look: BarLook) -> None:
    """The words say the same."""
    assert bar_look(card) == look  # type: ignore[arg-type]  # parametrize knows no types


def test_the_last_second_is_still_seen(bar: TimerBar) -> None:
    """As a dot of gold."""
    bar.show_card(shown(therapy(heat(1799))).heat)
    image = bar.grab().toImage()
    assert image.pixelColor(12 + 4, 6) == LIGHT.heat_fill
    assert image.pixelColor(12 + 12, 6) == LIGHT.heat_soft


def test_it_is_as_wide_as_its_words(bar: TimerBar, theme: Theme) -> None:
    """At least as wide as the menu, and larger with the text."""
    assert bar.minimumSizeHint().width() == 260
    assert bar.sizeHint().height() == 40
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert bar.sizeHint().height() == 52
    bar.show_card(shown(therapy(ice(301, checks=1))).ice)
    assert bar.sizeHint().width() >= 338


def test_before_the_first_card_it_is_empty(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is painted then."""
    bar = TimerBar(theme)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())
    image = bar.grab().toImage()
    assert image.pixelColor(20, 6) == image.pixelColor(20, 25)
