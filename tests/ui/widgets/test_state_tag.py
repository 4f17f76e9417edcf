from __future__ import annotations

from pytestqt.qtbot import QtBot

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.state_tag import StateTag


def test_it_is_as_wide_as_its_words(qtbot: QtBot, theme: Theme) -> None:
    """On a soft ground, with a name for screen readers."""
    tag = StateTag(theme)
    qtbot.addWidget(tag)
    tag.set_state("seated", "Sitting 18 min")
    wide = tag.sizeHint().width()
    tag.resize(tag.sizeHint())
    assert tag.grab().toImage().pixelColor(4, 16).name() == LIGHT.psoft.name()
    tag.set_state("standing", "Up")
    assert tag.sizeHint().width() < wide
    assert tag.text == tag.accessibleName() == "Up"
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    assert tag.sizeHint().height() == 42
    assert tag.minimumSizeHint().width() == 104
