from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.history_card import ChartCard
from hipstretch.ui.widgets.year_legend import YearLegend

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def card(qtbot: QtBot, theme: Theme) -> ChartCard:
    """A card with something beside its heading."""
    chart = QWidget()
    chart.setFixedHeight(100)
    card = ChartCard(theme, "Your year", chart, "Nothing yet.", beside=YearLegend(theme))
    qtbot.addWidget(card)
    card.resize(900, 200)
    card.show()
    return card


def test_what_stands_beside_the_heading_goes_below_in_narrow_windows(card: ChartCard) -> None:
    """And back."""
    legend = card.findChildren(YearLegend)[0]
    for _ in range(2):
        assert legend.geometry().bottom() < card.chart.y() + 1
        card.set_narrow(True)
        QApplication.processEvents()
        assert legend.y() > card.chart.geometry().bottom()
        card.set_narrow(False)
        QApplication.processEvents()


def test_the_way_to_the_table_ends_with_the_chart(card: ChartCard) -> None:
    """Its words stand over the chart's right edge."""
    QApplication.processEvents()
    words = card.table.geometry().right() - 5 - 10
    assert abs(words - card.chart.geometry().right()) <= 1


def test_a_choice_is_told_whole_where_it_is_cut(card: ChartCard) -> None:
    """In a tooltip."""
    card.show_choice("Hamstring stretch, left")
    assert card.heading.text() == "Your year: Hamstring stretch, left"
    assert card.heading.toolTip() == "Hamstring stretch, left"
    card.show_choice("")
    assert (card.heading.text(), card.heading.toolTip()) == ("Your year", "")


def test_without_a_chart_there_is_a_line(card: ChartCard, theme: Theme) -> None:
    """And no table; in the dark, too."""
    card.show_chart(False)
    assert card.empty.isVisible()
    assert card.table.isHidden()
    theme.set_look(Appearance.DARK)
    assert not card.grab().isNull()
