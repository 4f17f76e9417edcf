from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Picture, Position
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.featured_card import FeaturedCard, FeaturedContent
from hipstretch.ui.widgets.meta_line import MetaPart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CONTENT = FeaturedContent(
    "Today’s routine",
    "Morning hip release",
    (MetaPart("clock", "12 min"), MetaPart("", "9 stretches")),
    Picture(Position.LYING_ON_BACK),
    "Start",
    "Customise",
)


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> FeaturedCard:
    """The card of the home page at 1280x800."""
    card = FeaturedCard(theme)
    card.set_content(CONTENT)
    card.resize(1010, 202)
    qtbot.addWidget(card)
    card.show()
    return card


def test_it_is_192_px_high_and_212_where_it_is_narrow(card: FeaturedCard) -> None:
    """With the 5 px around it that all cards keep."""
    assert card.heightForWidth(1010) == 202
    assert card.heightForWidth(450) == 222


def test_its_buttons_start_and_customise(card: FeaturedCard, qtbot: QtBot) -> None:
    """Each button has its own wish."""
    with qtbot.waitSignal(card.start_requested):
        QTest.mouseClick(card.start_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.customise_requested):
        QTest.mouseClick(card.second_button, Qt.MouseButton.LeftButton)


def test_its_words_are_arguments(card: FeaturedCard) -> None:
    """It also says where to go on."""
    card.set_content(
        CONTENT._replace(eyebrow="Go on where you stopped", start_text="Go on", second_text="")
    )
    assert card.start_button.label == "Go on"
    assert card.second_button.isHidden()
    assert card.accessibleName().startswith("Go on where you stopped, Morning hip release")


def test_the_narrow_form_has_one_button(card: FeaturedCard) -> None:
    """There is room for the figure and for Start."""
    card.resize(450, 222)
    assert card.second_button.isHidden()
    assert card.start_button.isVisible()


def test_the_buttons_stay_inside(card: FeaturedCard, theme: Theme) -> None:
    """At every width and text size."""
    for scale in (1.0, 1.15, 1.3):
        theme.set_look(Appearance.DARK, text_scale=scale)
        for width in (390, 700, 1010):
            card.resize(width, card.heightForWidth(width))
            assert card.rect().contains(card.start_button.geometry())
            assert not card.grab().isNull()


def test_a_long_title_makes_it_higher(card: FeaturedCard) -> None:
    """The title takes a second line, and the facts too."""
    facts = tuple(MetaPart("", "A fact") for _ in range(20))
    card.set_content(CONTENT._replace(title="A long name of a routine " * 3, meta=facts))
    assert card.heightForWidth(1010) > 202 + 36
