from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind
from hipstretch.ui.palette import DARK
from hipstretch.ui.widgets.kind_tag import KindTag

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_it_names_the_kind_on_its_soft_colour(qtbot: QtBot, theme: Theme) -> None:
    """In words, not by the colour alone; larger with the text."""
    tag = KindTag(theme, Kind.HEAT)
    qtbot.addWidget(tag)
    small = tag.sizeHint()
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert tag.sizeHint().width() > small.width()
    tag.resize(tag.sizeHint())
    assert tag.accessibleName() == "Heat"
    assert tag.grab().toImage().pixelColor(tag.width() // 2, 3) == DARK.heat_soft
