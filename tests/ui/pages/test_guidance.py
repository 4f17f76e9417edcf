from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from hipstretch.core import guidance
from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.guidance import GuidancePage
from hipstretch.ui.widgets.label import Label
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

TREATMENTS = (*guidance.BY_YOURSELF, *guidance.BY_HAND, *guidance.MEDICINES)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> GuidancePage:
    """The page in an active window."""
    page = GuidancePage(theme)
    page.resize(1000, 800)
    return show_active(qtbot, page)


def texts(page: GuidancePage) -> list[str]:
    """Everything that is written on it and can be seen."""
    labels = page.findChildren(Label)
    return [label.text() for label in labels if label.isVisibleTo(page)]


def test_everything_is_told(page: GuidancePage) -> None:
    """Rests, habits, treatments and where the articles differ."""
    told = texts(page)
    for line in (*guidance.RESTING, *guidance.HABITS):
        assert line.words in told
    for one in (*guidance.RESTS, *TREATMENTS):
        assert one.name in told
        assert one.words in told
    for conflict in guidance.CONFLICTS:
        assert {conflict.topic, conflict.differing, conflict.settled} <= set(told)
    assert guidance.TREATMENTS_LEAD in told


def test_the_rests_have_their_figures(page: GuidancePage) -> None:
    """Each with its own picture."""
    pictures = [tile.picture.picture for tile in page.rest.tiles.tiles]
    assert pictures == [rest.picture for rest in guidance.RESTS]


def test_the_rests_stand_beside_each_other_where_there_is_room(
    qtbot: QtBot, page: GuidancePage, theme: Theme
) -> None:
    """Under each other in a narrow window, and with large text sooner."""
    one, other, _ = page.rest.tiles.tiles
    assert one.y() == other.y()
    page.resize(560, 800)
    qtbot.waitUntil(lambda: one.geometry().bottom() < other.y())
    page.resize(700, 800)
    qtbot.waitUntil(lambda: one.y() == other.y())
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    qtbot.waitUntil(lambda: one.geometry().bottom() < other.y())


def test_back_leads_back(qtbot: QtBot, page: GuidancePage) -> None:
    """By the button and by Escape."""
    with qtbot.waitSignal(page.back_requested):
        QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)


def test_it_says_who_says_what(page: GuidancePage) -> None:
    """On request."""
    QTest.mouseClick(page.sources.toggle, Qt.MouseButton.LeftButton)
    told = texts(page)
    assert guidance.CONFLICTS[0].source in told
    assert guidance.RESTING[0].source in told
    assert not any("app-default" in text for text in told)


@pytest.mark.parametrize("size", [(1280, 800), (800, 700), (480, 800), (420, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot, page: GuidancePage, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """Every line has the height that it needs, inside the page."""
    page.resize(*size)
    theme.set_look(Appearance.DARK, text_scale=scale)
    labels = [label for label in page.findChildren(Label) if label.isVisibleTo(page)]

    def is_laid_out() -> bool:
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    qtbot.waitUntil(is_laid_out)
    for label in labels:
        assert label.mapTo(page, QPoint(label.width(), 0)).x() <= page.width() - 15
