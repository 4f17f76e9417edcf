from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.conditions import Avoided
from hipstretch.core.settings import Settings
from hipstretch.ui.pages.settings_cards.health import HealthCard
from hipstretch.ui.pages.settings_cards.phone_field import number_line
from hipstretch.ui.pages.settings_cards.setting_card import Change

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> HealthCard:
    """The card in Britain with the usual settings."""
    card = HealthCard(theme)
    qtbot.addWidget(card)
    card.set_country("GB")
    card.show_settings(Settings())
    return card


@pytest.mark.parametrize(
    ("conditions", "line"),
    [
        (None, "Not asked yet."),
        ((), "None of them."),
        (("hip-replacement", "hernia"), "A hip replacement, a hernia"),
    ],
)
def test_it_tells_what_to_ask_about(
    card: HealthCard, conditions: tuple[str, ...] | None, line: str
) -> None:
    """None is another thing than not asked."""
    card.show_settings(Settings(conditions=conditions))
    assert card.conditions_row.line == line


def test_positions_are_shown_and_told(card: HealthCard) -> None:
    """All that are on, in their order."""
    told: list[Change] = []
    card.setting_chosen.connect(told.append)
    card.show_settings(Settings(avoided=("standing",)))
    chips = card.positions.chips
    assert [chip.value for chip in chips] == list(Avoided)
    assert [chip.isChecked() for chip in chips] == [False, False, False, True]
    chips[1].click()
    chips[3].click()
    assert told == [Change("avoided", ("kneeling", "standing")), Change("avoided", ("kneeling",))]


def test_the_number_says_where_it_is_from(card: HealthCard) -> None:
    """The country's until the person gives one."""
    assert card.number_row.line == number_line("", "GB")
    card.show_settings(Settings(emergency_number="112"))
    assert card.phone.editor.text() == "112"
    assert card.number_row.line == number_line("112", "GB")
    card.set_country("US")
    assert card.number_row.line == number_line("112", "US")


def test_what_it_asks_for_is_told(qtbot: QtBot, card: HealthCard) -> None:
    """The list of conditions, and all questions again."""
    with qtbot.waitSignal(card.conditions_requested):
        card.change.click()
    with qtbot.waitSignal(card.welcome_requested):
        card.again.click()
