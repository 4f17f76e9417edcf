from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.sitting_head import SittingHead
from tests.ui.break_views import HELD, view


@pytest.fixture
def head(qtbot: QtBot, theme: Theme) -> SittingHead:
    """A head that shows a sitting person."""
    head = SittingHead(theme)
    qtbot.addWidget(head)
    head.show_view(view())
    return head


def test_it_says_both_lines_to_a_screen_reader(head: SittingHead) -> None:
    """And follows."""
    assert head.accessibleName() == "Sitting 18 min. Next break in 12 min"
    head.show_view(HELD)
    assert head.accessibleName().startswith("Sitting 41 min. On a call")


def test_it_is_as_wide_as_its_words(head: SittingHead) -> None:
    """At least as wide as the menu."""
    assert head.sizeHint().width() == 260
    head.show_view(HELD)
    assert head.minimumSizeHint().width() > 300


def test_it_grows_with_the_text(head: SittingHead, theme: Theme) -> None:
    """And paints in the dark."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert head.sizeHint().height() == 78
    head.resize(head.sizeHint())
    image = head.grab().toImage()
    assert image.pixelColor(16 + 55, 39).lightness() > 120


def test_before_the_first_view_it_is_empty(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is painted then."""
    head = SittingHead(theme)
    qtbot.addWidget(head)
    image = head.grab().toImage()
    assert image.pixelColor(12, 30) == image.pixelColor(200, 30)
