from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import DARK, LIGHT
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.label import Label

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

WORDS = "Ease out slowly. Mild pull is fine, sharp or shooting pain is not."


def colors_in(label: Label) -> set[str]:
    """The names of all colours that the label paints."""
    image = label.grab().toImage()
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return {image.pixelColor(x, y).name() for x, y in places}


def shows(label: Label, color: QColor) -> bool:
    """Whether the label paints something in that colour."""
    return color.name() in colors_in(label)


def test_a_label_is_as_high_as_its_role_says(qtbot: QtBot, theme: Theme) -> None:
    """One line takes one line height."""
    label = Label(theme, Role.PAGE_TITLE, "Good morning")
    qtbot.addWidget(label)
    assert label.sizeHint().height() == 36


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_a_wrapped_label_grows_as_it_gets_narrower(
    qtbot: QtBot, theme: Theme, scale: float
) -> None:
    """Its height is a whole number of lines at every text size."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    label = Label(theme, Role.BODY, WORDS, wrap=True)
    qtbot.addWidget(label)
    assert label.hasHeightForWidth()
    assert label.heightForWidth(160) > label.heightForWidth(400)
    assert label.heightForWidth(160) % theme.line_height(Role.BODY) == 0


def test_a_label_that_does_not_wrap_asks_for_its_whole_width(qtbot: QtBot, theme: Theme) -> None:
    """Only one that may be elided can be made narrower."""
    whole, elided = Label(theme, Role.BODY, WORDS), Label(theme, Role.BODY, WORDS, elide=True)
    qtbot.addWidget(whole)
    qtbot.addWidget(elided)
    assert whole.minimumSizeHint() == whole.sizeHint() == elided.sizeHint()
    assert elided.minimumSizeHint().width() < whole.sizeHint().width()


def test_a_label_follows_text_size_and_theme(qtbot: QtBot, theme: Theme) -> None:
    """A change of the look changes its size and its colour."""
    label = Label(theme, Role.SECTION, "Today")
    qtbot.addWidget(label)
    before = label.sizeHint()
    assert shows(label, LIGHT.ink)
    theme.set_look(Appearance.DARK, text_scale=1.3)
    assert label.sizeHint().width() > before.width()
    assert shows(label, DARK.ink)


def test_a_label_takes_another_colour_role_and_text(qtbot: QtBot, theme: Theme) -> None:
    """Each of them is painted at once."""
    label = Label(theme, Role.BODY, "5", color="ink2")
    qtbot.addWidget(label)
    label.set_color("pain")
    label.set_role(Role.HERO)
    assert shows(label, LIGHT.pain)
    assert label.sizeHint().height() == 46
    width = label.sizeHint().width()
    label.setText("55")
    assert label.sizeHint().width() > width
    label.setEnabled(False)
    assert shows(label, LIGHT.ink3)
