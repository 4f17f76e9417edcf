from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch import paths
from hipstretch.core.conditions import Avoided, Condition
from hipstretch.core.person import Affected, Side
from hipstretch.core.safety import GET_HELP_NOW
from hipstretch.core.settings import Appearance, Settings
from hipstretch.storage.figures import FigureShelf
from hipstretch.ui.pages.settings_cards.phone_field import number_line
from hipstretch.ui.pages.welcome import WelcomePage
from hipstretch.ui.pages.welcome_end import EndStep
from hipstretch.ui.pages.welcome_questions import ConditionStep, PositionStep, SideStep
from hipstretch.ui.pages.welcome_start import StartStep
from hipstretch.ui.widgets.label import Label

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.pages.welcome_step import WelcomeStep
    from hipstretch.ui.theme import Theme

STEPS = (StartStep, SideStep, ConditionStep, PositionStep, EndStep)
SIZES = [(1280, 800), (1280, 600), (900, 640), (480, 800), (420, 600)]


def british() -> str:
    """A country."""
    return "GB"


def shelf() -> FigureShelf:
    """The figures of the checkout."""
    return FigureShelf([paths.bundled("assets") / "figures"])


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> WelcomePage:
    """The welcome at the first start, in an active window."""
    page = WelcomePage(theme, british)
    qtbot.addWidget(page)
    page.begin(Settings())
    page.resize(1280, 800)
    page.show()
    qtbot.waitActive(page)
    page.setFocus()
    return page


@pytest.fixture
def told(page: WelcomePage) -> list[Settings]:
    """What the page tells."""
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    return told


def go_on(page: WelcomePage, times: int = 1) -> WelcomeStep:
    """Click the way on."""
    for _ in range(times):
        QTest.mouseClick(page.next, Qt.MouseButton.LeftButton)
    return page.step


def side_step(page: WelcomePage) -> SideStep:
    """The question of the sore side."""
    step = page.step
    assert isinstance(step, SideStep)
    return step


def test_the_steps_come_one_after_the_other(qtbot: QtBot, page: WelcomePage) -> None:
    """And end; the dots tell where one is."""
    seen: list[type] = [type(page.step)]
    for number in range(2, 6):
        go_on(page)
        seen.append(type(page.step))
        assert page.dots.accessibleName() == f"Step {number} of 5"
    assert seen == list(STEPS)
    with qtbot.waitSignal(page.finished):
        go_on(page)


def test_later_steps_are_made_when_they_are_reached(page: WelcomePage) -> None:
    """The first paint does not wait for them."""
    assert page.findChildren(SideStep) == []
    go_on(page)
    assert len(page.findChildren(SideStep)) == 1


def test_one_can_go_back(page: WelcomePage) -> None:
    """To the answers as they were given; from the first step there is no back."""
    assert not page.back.isVisible()
    go_on(page)
    side_step(page).cards[3].click()
    go_on(page)
    page.back.click()
    assert side_step(page).cards[3].isChecked()
    page.back.click()
    assert isinstance(page.step, StartStep)


def test_nothing_moves_from_step_to_step(page: WelcomePage) -> None:
    """Buttons, stage and title stand where they stood, whatever the button says."""
    places = []
    for _ in range(5):
        title = page.step.title.mapTo(page, QPoint(0, 0))
        places.append((page.next.geometry(), page.stage.geometry(), title))
        if not isinstance(page.step, EndStep):
            go_on(page)
    assert places == [places[0]] * 5


def test_the_signs_that_need_help_come_first(qtbot: QtBot, page: WelcomePage) -> None:
    """In the words of the page of safety, which is one click away."""
    texts = {label.text() for label in page.step.findChildren(Label)}
    assert {line.words for line in GET_HELP_NOW[:5]} < texts
    step = page.step
    assert isinstance(step, StartStep)
    with qtbot.waitSignal(page.safety_requested):
        step.safety.click()


def test_help_is_one_click_away_on_every_step(qtbot: QtBot, page: WelcomePage) -> None:
    """Beside the way out, and in its place on the last step."""
    for _ in range(5):
        with qtbot.waitSignal(page.safety_requested):
            page.help.click()
        assert not page.help.geometry().intersects(page.skip.geometry()) or page.skip.isHidden()
        page.next.click()


def test_each_answer_is_told_at_once(page: WelcomePage, told: list[Settings]) -> None:
    """With all that was answered before; a crash loses nothing."""
    go_on(page)
    side_step(page).cards[0].click()
    conditions = go_on(page)
    assert isinstance(conditions, ConditionStep)
    conditions.conditions.chips[0].click()
    positions = go_on(page)
    assert isinstance(positions, PositionStep)
    positions.cards[1].click()
    positions.cards[3].click()
    end = go_on(page)
    assert isinstance(end, EndStep)
    end.phone.editor.setText("112")
    go_on(page)
    left = Settings(affected_side=Affected.LEFT, first_side=Side.LEFT)
    asked = left.with_value("conditions", ("hip-replacement",))
    kneeling = asked.with_value("avoided", ("kneeling",))
    both = asked.with_value("avoided", ("kneeling", "standing"))
    assert told == [left, asked, kneeling, both, both.with_value("emergency_number", "112")]


def test_other_conditions_have_ice_and_heat_ask_again(
    page: WelcomePage, told: list[Settings]
) -> None:
    """Also where the welcome is gone through again."""
    page.begin(Settings(welcomed=True, therapy_answers=("diabetes",)))
    step = go_on(page, 2)
    assert isinstance(step, ConditionStep)
    step.conditions.none.click()
    step.conditions.chips[0].click()
    assert [one.therapy_answers for one in told] == [("diabetes",), None]


def test_a_question_can_stay_open(page: WelcomePage, told: list[Settings]) -> None:
    """The button says that it is skipped; that answers nothing."""
    labels: list[str] = []
    for _ in range(4):
        go_on(page)
        labels.append(page.next.label)
    assert labels == [*["Skip this one"] * 3, "Start"]
    assert told == []


@pytest.mark.parametrize("place", [1, 2, 3])
def test_an_easy_answer_is_an_answer(page: WelcomePage, place: int) -> None:
    """Neither side, none of these, all of them work."""
    step = go_on(page, place)
    easy = step.cards[3] if isinstance(step, SideStep) else step.stops[0]
    assert isinstance(easy, QWidget)
    QTest.mouseClick(easy, Qt.MouseButton.LeftButton)
    assert page.next.label == "Next"


def test_all_work_and_the_positions_turn_each_other_off(
    page: WelcomePage, told: list[Settings]
) -> None:
    """One cannot say both."""
    step = go_on(page, 3)
    assert isinstance(step, PositionStep)
    step.cards[0].click()
    step.none.click()
    assert not any(card.isChecked() for card in step.cards)
    step.cards[2].click()
    assert not step.none.isChecked()
    assert [one.avoided for one in told] == [("floor",), (), ("face-down",)]


def test_the_end_tells_what_is_noted(page: WelcomePage) -> None:
    """Or that nothing is."""
    end = go_on(page, 4)
    assert isinstance(end, EndStep)
    lines = [row.line for row in (end.side, end.conditions, end.avoided)]
    assert lines == ["Nothing noted", "Nothing noted", "Nothing noted"]
    page.set_settings(
        Settings(affected_side=Affected.BOTH, conditions=("hernia",), avoided=("floor",))
    )
    lines = [row.line for row in (end.side, end.conditions, end.avoided)]
    assert lines == ["Both", "A hernia", "Getting down to the floor"]
    assert end.phone.editor.text() == "999"


def test_the_number_says_where_it_is_from(page: WelcomePage) -> None:
    """The country's, until the person gives one."""
    end = go_on(page, 4)
    assert isinstance(end, EndStep)
    assert end.number.line == number_line("", "GB")
    end.phone.editor.setText("112")
    assert end.phone.commit()
    assert end.number.line == number_line("112", "GB")


def test_a_number_that_nobody_can_call_holds_one_back(
    qtbot: QtBot, page: WelcomePage, told: list[Settings]
) -> None:
    """The reason stands under it; leaving with Escape keeps the last good one."""
    end = go_on(page, 4)
    assert isinstance(end, EndStep)
    end.phone.editor.setText("nobody")
    with qtbot.assertNotEmitted(page.finished):
        go_on(page)
    assert end.phone.error
    with qtbot.waitSignal(page.finished):
        QTest.keyClick(end.phone.editor, Qt.Key.Key_Escape)
    assert told == []


def test_answers_of_before_are_shown(page: WelcomePage, told: list[Settings]) -> None:
    """Somebody who was welcomed has answered; nothing is told by showing it."""
    page.begin(Settings(welcomed=True, conditions=()))
    for _ in range(3):
        go_on(page)
        assert page.next.label == "Next"
    page.begin(Settings(affected_side=Affected.RIGHT, avoided=("standing",)))
    go_on(page)
    assert [card.isChecked() for card in side_step(page).cards] == [False, True, False, False]
    positions = go_on(page, 2)
    assert isinstance(positions, PositionStep)
    assert [card.isChecked() for card in positions.cards] == [False, False, False, True]
    assert told == []


def test_the_figure_shows_which_side_is_sore(page: WelcomePage, theme: Theme) -> None:
    """Left on the left; both legs, or none, where that is the answer."""
    theme.figures.set_source(shelf)
    go_on(page)
    orange: list[tuple[bool, bool]] = []
    for card in side_step(page).cards:
        card.click()
        orange.append(orange_halves(page.stage))
    assert orange == [(True, False), (False, True), (True, True), (False, False)]


def orange_halves(stage: QWidget) -> tuple[bool, bool]:
    """Whether there is orange in the left and in the right half of a stage's figure."""
    image = stage.grab().toImage()
    found = [
        x
        for x in range(0, image.width(), 3)
        for y in range(image.height() // 3, image.height(), 3)
        if is_orange(image.pixelColor(x, y).getRgb())  # type: ignore[arg-type]
    ]
    legs = sorted(found)
    middle = image.width() / 2 - 4
    return bool(legs) and legs[0] < middle - 20, bool(legs) and legs[-1] > middle + 20


def is_orange(rgb: tuple[int, int, int, int]) -> bool:
    """Whether a colour is the one of the leg that works."""
    red, green, blue, _ = rgb
    return red > 180 and 80 < green < 160 and blue < 100


def test_enter_goes_on_and_the_space_bar_answers(
    page: WelcomePage, told: list[Settings], press: Callable[[Qt.Key], None]
) -> None:
    """The whole way by keyboard."""
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Enter)
    assert isinstance(page.step, EndStep)
    assert told[-1] == Settings(affected_side=Affected.RIGHT, conditions=(), avoided=("floor",))
    assert QApplication.focusWidget() is page.next


def test_the_arrows_move_a_choice_and_tab_leaves_it(
    page: WelcomePage, told: list[Settings], press: Callable[[Qt.Key], None]
) -> None:
    """The four sides are one stop."""
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.next
    press(Qt.Key.Key_Backtab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    assert [one.affected_side for one in told] == [Affected.RIGHT, Affected.NONE]
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.next


def test_escape_leaves_from_everywhere(
    page: WelcomePage, press: Callable[[Qt.Key], None], told: list[Settings]
) -> None:
    """Nothing is answered by that."""
    left: list[bool] = []
    page.finished.connect(lambda: left.append(True))
    for _ in range(5):
        press(Qt.Key.Key_Escape)
        go_on(page)
    assert len(left) == 6
    assert told == []


def test_all_of_it_can_be_skipped(qtbot: QtBot, page: WelcomePage) -> None:
    """On every step but the last, which ends by itself."""
    for _ in range(4):
        with qtbot.waitSignal(page.finished):
            page.skip.click()
        go_on(page)
    assert not page.skip.isVisible()


def test_tab_goes_round_through_everything_that_is_there(
    page: WelcomePage, press: Callable[[Qt.Key], None]
) -> None:
    """Answers first, then the ways on, back and out; each has a name."""
    for place in range(5):
        seen: list[QWidget] = []
        for _ in range(40):
            widget = QApplication.focusWidget()
            assert widget is not None
            if widget in seen:
                break
            assert widget.accessibleName() or getattr(widget, "label", "")
            seen.append(widget)
            press(Qt.Key.Key_Tab)
        ways = [way for way in (page.next, page.back, page.skip) if way.isVisible()]
        assert set(ways) < set(seen)
        page.next.setFocus()
        press(Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() in page.step.stops
        if place < 4:
            go_on(page)


def test_a_step_begins_at_its_top(page: WelcomePage) -> None:
    """Also in a low window, with a field further down."""
    page.resize(480, 600)
    for _ in range(4):
        assert go_on(page).verticalScrollBar().value() == 0


def has_room(step: WelcomeStep) -> bool:
    """Whether every answer is as wide as its words need."""
    return all(stop.width() >= stop.minimumSizeHint().width() for stop in step.stops)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot, page: WelcomePage, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """Answers and buttons keep the room that they need; the rest can be scrolled to."""
    page.resize(*size)
    theme.set_look(Appearance.DARK, text_scale=scale)
    page.set_settings(Settings(conditions=tuple(Condition), avoided=tuple(Avoided)))
    for place in range(5):
        step = page.step
        qtbot.waitUntil(partial(has_room, step))
        for button in (page.next, page.back, page.skip):
            assert page.rect().contains(button.geometry())
            assert button.width() >= button.minimumSizeHint().width()
        for stop in step.stops:
            assert stop.mapTo(page, QPoint(0, 0)).x() >= 0
            assert stop.mapTo(page, QPoint(stop.width(), 0)).x() <= page.width()
        assert not page.back.geometry().intersects(page.next.geometry())
        if place < 4:
            go_on(page)
