from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core import safety
from hipstretch.core.safety import HelpNumber, NumberFrom
from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.safety import SafetyPage
from hipstretch.ui.pages.safety_dialog import safety_dialog
from hipstretch.ui.pages.safety_rows import NumberBand, PainLine
from hipstretch.ui.widgets.label import Label
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

BRITISH = HelpNumber("999", NumberFrom.COUNTRY)
LONGEST = HelpNumber("+44 (0) 20 7946 0000 12", NumberFrom.PERSON)
UNBROKEN = HelpNumber("123456789012345", NumberFrom.GENERAL)
LINES = (*safety.GET_HELP_NOW, *safety.ASK_TODAY, *safety.ASK_SOON, *safety.WHILE_STRETCHING)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SafetyPage:
    """The page with a number, in an active window."""
    page = SafetyPage(theme)
    page.set_number(BRITISH)
    page.resize(1000, 800)
    return show_active(qtbot, page)


def shown(widget: QWidget) -> list[str]:
    """The texts in sight from top to bottom."""
    labels = [label for label in widget.findChildren(Label) if label.isVisibleTo(widget)]
    labels.sort(key=lambda label: label.mapTo(widget, QPoint(0, 0)).y())
    return [label.text() for label in labels if label.text()]


def test_help_comes_first_with_the_number_large(page: SafetyPage, theme: Theme) -> None:
    """Before anything has to be scrolled, at 1000x800."""
    texts = shown(page)
    assert texts[:5] == [
        "Safety",
        "F1 opens this from every page, and while you stretch.",
        "Get help now",
        "Call 999",
        "The emergency number of the country that this computer is set to",
    ]
    call = page.now.band.call
    assert call.mapTo(page, QPoint(0, call.height())).y() < 250
    assert call.sizeHint().height() >= theme.px(36)


def test_every_line_is_on_the_page_in_its_order(page: SafetyPage) -> None:
    """Now, today, soon, while stretching; and what it is not."""
    texts = shown(page)
    places = [texts.index(line.words) for line in LINES]
    assert places == sorted(places)
    for text in (safety.WHY_NOW.words, *safety.ABOUT):
        assert text in texts
    assert [step.words for step in safety.PAIN_STEPS] == [
        row.words.text() for row in page.findChildren(PainLine)
    ]


def test_a_screen_reader_says_the_pain_before_what_to_do(page: SafetyPage) -> None:
    """The numbers stand beside the words for the eye only."""
    row = page.findChildren(PainLine)[1]
    face = QAccessible.queryAccessibleInterface(row.words)
    assert face is not None
    assert face.text(QAccessible.Text.Name).startswith("4 to 5: Ease off")
    assert [card.accessibleName() for card in page.cards] == [
        "Get help now",
        "See someone soon",
        "While you stretch",
        "Good to know",
        "About these lines",
    ]
    assert page.accessibleName() == "Safety"


def test_the_number_can_be_changed(qtbot: QtBot, page: SafetyPage) -> None:
    """By a button beside it."""
    with qtbot.waitSignal(page.number_change_requested):
        QTest.mouseClick(page.now.band.change, Qt.MouseButton.LeftButton)
    page.set_number(LONGEST)
    assert page.now.band.call.text() == "Call +44 (0) 20 7946 0000 12"
    assert page.now.band.note.text() == "The number that you chose in the settings"


def test_one_can_read_on(qtbot: QtBot, page: SafetyPage) -> None:
    """The button says to a screen reader what is there."""
    assert "posture" in page.more.open_it.accessibleDescription()
    with qtbot.waitSignal(page.guidance_requested):
        QTest.mouseClick(page.more.open_it, Qt.MouseButton.LeftButton)


def test_sources_are_shown_on_request(page: SafetyPage) -> None:
    """And hidden again; each line with who says it."""
    card = page.sources
    assert not card.is_open
    assert not any("NHS 111 Wales" in text for text in shown(card))
    for is_open, label in ((True, "Hide the sources"), (False, "Where each line comes from")):
        QTest.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
        assert card.is_open is is_open
        assert card.toggle.label == label
    QTest.mouseClick(card.toggle, Qt.MouseButton.LeftButton)
    texts = shown(card)
    for line in (*LINES, safety.WHY_NOW, *safety.AFTER_STRETCHING):
        assert texts[texts.index(line.words) + 1] == line.source
    assert "6 to 10: Stop this stretch and leave it out today." in texts
    assert not any("app-default" in text for text in texts)


def test_the_keyboard_scrolls_and_reaches_every_button(
    press: Callable[[Qt.Key], None], page: SafetyPage
) -> None:
    """From top to bottom, each brought into sight."""
    page.setFocus()
    bar = page.verticalScrollBar()
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    press(Qt.Key.Key_Home)
    assert bar.value() == 0
    reached = []
    for _ in range(3):
        press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        reached.append(widget)
        top = widget.mapTo(page, QPoint(0, 0)).y()
        assert 0 <= top <= page.height() - widget.height()
    assert reached == [page.now.band.change, page.more.open_it, page.sources.toggle]


def test_there_is_a_way_back_only_where_it_leads_somewhere(qtbot: QtBot, page: SafetyPage) -> None:
    """From the rail there is none, and Escape does nothing."""
    assert page.back.isHidden()
    with qtbot.assertNotEmitted(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    page.set_back(is_there=True)
    with qtbot.waitSignal(page.back_requested):
        QTest.keyClick(page, Qt.Key.Key_Escape)
    with qtbot.waitSignal(page.back_requested):
        QTest.mouseClick(page.back, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("size", [(1280, 800), (800, 700), (480, 800), (420, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("number", [BRITISH, LONGEST, UNBROKEN])
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot,
    page: SafetyPage,
    theme: Theme,
    size: tuple[int, int],
    scale: float,
    number: HelpNumber,
) -> None:
    """Every line has the height that it needs, inside the page."""
    page.resize(*size)
    theme.set_look(Appearance.DARK, text_scale=scale)
    page.set_number(number)
    QTest.mouseClick(page.sources.toggle, Qt.MouseButton.LeftButton)
    labels = [label for label in page.findChildren(Label) if label.isVisibleTo(page)]
    assert len(labels) > 60

    def is_laid_out() -> bool:
        return all(label.height() >= label.heightForWidth(label.width()) for label in labels)

    qtbot.waitUntil(is_laid_out)
    for widget in (*labels, page.now.band.change, page.more.open_it, page.sources.toggle):
        assert widget.mapTo(page, QPoint(widget.width(), 0)).x() <= page.width() - 15
    band = page.now.band
    assert band.change.geometry().bottom() <= band.height()
    assert not band.change.geometry().intersects(band.call.geometry())


def test_the_same_lines_stand_in_a_dialog(qtbot: QtBot, theme: Theme, page: SafetyPage) -> None:
    """With the number, and without a way out of what is under it but Close."""
    dialog = safety_dialog(theme, BRITISH, page)
    dialog.present()
    texts = shown(dialog)
    for line in (*LINES, safety.WHY_NOW, *safety.AFTER_STRETCHING):
        assert line.words in texts
    assert set(safety.ABOUT) <= set(texts)
    assert "0 to 3: Go on." in texts
    assert "Call 999" in texts
    assert dialog.accessibleDescription().startswith("Call 999. ")
    (band,) = dialog.findChildren(NumberBand)
    assert band.change.isHidden()
    with qtbot.waitSignal(dialog.closed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
