from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from hipstretch.core.pain import Feeling
from hipstretch.core.routine import Routine
from hipstretch.core.settings import Appearance
from hipstretch.storage.library import Library
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.stepper import Stepper
from tests.ui.pages.preview_examples import (
    Told,
    asks_about,
    click,
    preview_page,
    rows,
    seven_stretches,
)

Press = Callable[[Qt.Key], None]


@pytest.fixture
def routine(library: Library) -> Routine:
    """A bundled routine of seven stretches."""
    return seven_stretches(library)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, library: Library, routine: Routine) -> PreviewPage:
    """The page in an active window, with the routine on it."""
    return preview_page(qtbot, theme, library, routine)


@pytest.fixture
def told(page: PreviewPage) -> Told:
    """What the page tells."""
    return Told(page)


def test_what_there_is_to_mind_is_marked_and_listed(page: PreviewPage, routine: Routine) -> None:
    """In the row with its reason, and on a card under the rows; else neither."""
    page.show_concerns([asks_about(routine, "modified-cobra")])
    marked = [row for row in rows(page) if row._title.toolTip()]
    assert [row.name for row in marked] == ["Modified cobra"]
    assert marked[0]._title.accessibleDescription().startswith("You told of wrist pain.")
    assert marked[0]._title.accessibleName() == "Modified cobra, Ask first · Hip flexors"
    assert page._minded.isVisible()
    assert page._minded.geometry().top() > page._rows.geometry().bottom()
    page.show_concerns([])
    assert not any(row._title.toolTip() for row in rows(page))
    assert not page._minded.isVisible()


def test_tab_comes_from_the_rows_to_what_there_is_to_mind(
    page: PreviewPage, routine: Routine, press: Press
) -> None:
    """Then to the panel."""
    page.show_concerns([asks_about(routine, "modified-cobra")])
    rows(page)[-1].stops()[-1].setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is page._minded.rows[0].stop
    press(Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert page._panel.isAncestorOf(focused)


def test_digits_tell_the_pain_but_not_in_a_field(page: PreviewPage) -> None:
    """A number that is typed into a stepper is that stepper's."""
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_6)
    assert page.feeling == Feeling(6)
    page.clear_feeling()
    stepper = page.findChild(Stepper)
    assert isinstance(stepper, Stepper)
    stepper.setFocus(Qt.FocusReason.TabFocusReason)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_6)
    assert page.feeling == Feeling()
    QTest.keyClick(page, Qt.Key.Key_6, Qt.KeyboardModifier.ControlModifier)
    assert page.feeling == Feeling()


def test_the_panel_grows_with_the_pain(page: PreviewPage) -> None:
    """And nothing of it is cut."""
    before = page._panel.height()
    QTest.keyClick(page, Qt.Key.Key_4)
    assert page._panel.height() > before
    assert page._panel.height() == page._panel.heightForWidth(page._panel.width())


def test_the_plan_is_told_in_the_head(page: PreviewPage, qtbot: QtBot) -> None:
    """The facts name the days once it is planned."""
    page.show_plan("Mon, Wed, Fri, once a day", is_in=False)
    chip = page._header._plan
    facts = page._header._facts
    assert "Mon" not in facts.accessibleName()
    with qtbot.waitSignal(page.plan_switched, timeout=0) as told:
        click(chip)
    assert told.args == [True]
    page.show_plan("Mon, Wed, Fri, once a day", is_in=True)
    assert facts.accessibleName().endswith("Mon, Wed, Fri, once a day")
    assert chip.isChecked()


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 800), (1000, 700), (480, 800), (420, 600)])
def test_what_matters_for_the_person_is_inside_the_window(
    page: PreviewPage, theme: Theme, routine: Routine, size: tuple[int, int], scale: float
) -> None:
    """With everything open."""
    page.show_concerns([asks_about(routine, exercise.id) for exercise in routine.exercises])
    page.show_flare_up(is_on=True)
    QTest.keyClick(page, Qt.Key.Key_4)
    theme.set_look(Appearance.LIGHT, text_scale=scale, reduced_motion=True)
    page.resize(*size)
    QApplication.processEvents()
    QApplication.processEvents()
    for widget in page.findChildren(PaintedButton):
        if widget.isVisible():
            left = widget.mapTo(page, QPoint(0, 0)).x()
            assert left >= 0
            assert left + widget.width() <= page.width() + 5
