from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.settings import Appearance
from hipstretch.core.therapy import Kind, Means, Place, Therapy
from hipstretch.core.therapy_view import TherapyView
from hipstretch.core.therapy_wishes import AwaitWish, BeginWish, Chosen
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.pages.therapy import TherapyPage
from hipstretch.ui.pages.therapy_actions import Action
from hipstretch.ui.widgets.button import Button
from tests.core.therapy_moments import BACK, HIP, heat, ice, missed, record, rested, shown, therapy

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CHECKING = therapy(ice(301, checks=1))
RINGING = therapy(ice(1265))
STATES = [therapy(), therapy(ice(439)), CHECKING, RINGING, missed(740), rested(1500)]


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> TherapyPage:
    """The page in an active window, nothing under way."""
    page = TherapyPage(theme)
    qtbot.addWidget(page)
    page.resize(1072, 800)
    page.set_view(shown(therapy()))
    page.show()
    qtbot.waitActive(page)
    return page


def press(page: TherapyPage, kind: Kind, action: Action) -> None:
    """Click a button of a card."""
    QTest.mouseClick(page.card(kind).buttons.button(action), Qt.MouseButton.LeftButton)


def heard(signal: object) -> list[object]:
    """A list that grows with every value of a signal."""
    told: list[object] = []
    signal.connect(told.append)  # type: ignore[attr-defined]  # PySide types signals as objects
    return told


def test_one_click_begins_with_what_is_chosen(page: TherapyPage) -> None:
    """Place, means and length."""
    begun = heard(page.begin_requested)
    press(page, Kind.ICE, Action.START)
    page.set_view(shown(therapy(), chosen=Chosen(BACK, heat=15, heat_means=Means.BATH)))
    press(page, Kind.HEAT, Action.START)
    assert begun == [
        BeginWish(Kind.ICE, HIP, Means.PACK, 20),
        BeginWish(Kind.HEAT, BACK, Means.BATH, 15),
    ]


def test_every_other_button_asks_for_its_own(page: TherapyPage) -> None:
    """With the kind, or the place."""
    stopped, fine = heard(page.stop_requested), heard(page.skin_fine_requested)
    read, awaited = heard(page.dismiss_requested), heard(page.await_requested)
    page.set_view(shown(therapy(ice(439))))
    press(page, Kind.ICE, Action.STOP)
    page.set_view(shown(CHECKING))
    press(page, Kind.ICE, Action.FINE)
    page.set_view(shown(RINGING))
    press(page, Kind.ICE, Action.ANSWER)
    page.set_view(shown(missed(740)))
    press(page, Kind.ICE, Action.DISMISS)
    page.set_view(shown(rested(1500)))
    press(page, Kind.HEAT, Action.AWAIT)
    assert stopped == [Kind.ICE, Kind.ICE]
    assert fine == [Kind.ICE]
    assert read == [Kind.ICE]
    assert awaited == [AwaitWish(HIP, is_on=True)]


def test_another_place_is_told(page: TherapyPage) -> None:
    """And what else is chosen stays."""
    page.set_view(shown(therapy(), chosen=Chosen(ice=10)))
    told = heard(page.chosen_changed)
    QTest.mouseClick(page.places.chips[1], Qt.MouseButton.LeftButton)
    assert told == [Chosen(Place.LEFT_HIP, ice=10)]


@pytest.mark.parametrize("words", ["Wait until 15:42", "Start anyway"])
def test_starting_anyway_is_asked_about(page: TherapyPage, words: str) -> None:
    """With the reason; waiting begins nothing. It can be asked again."""
    begun = heard(page.begin_requested)
    page.set_view(shown(rested(1500)))
    for _ in range(2):
        press(page, Kind.ICE, Action.ANYWAY)
        dialog = page.findChildren(CardDialog)[-1]
        buttons = dialog.findChildren(Button)
        QTest.mouseClick(
            next(button for button in buttons if button.label == words), Qt.MouseButton.LeftButton
        )
    wish = BeginWish(Kind.ICE, HIP, Means.PACK, 20, anyway=True)
    assert begun == ([wish, wish] if words == "Start anyway" else [])


def test_a_skin_check_takes_the_focus_and_its_keys(
    page: TherapyPage, press: Callable[[Qt.Key], None]
) -> None:
    """F for fine and S for stop, from anywhere on the page."""
    stopped, fine = heard(page.stop_requested), heard(page.skin_fine_requested)
    page.set_view(shown(CHECKING))
    assert page.card(Kind.ICE).buttons.button(Action.FINE).hasFocus()
    press(Qt.Key.Key_F)
    page.places.chips[0].setFocus()
    press(Qt.Key.Key_S)
    assert fine == [Kind.ICE]
    assert stopped == [Kind.ICE]


def test_a_card_that_asks_comes_into_sight_as_a_whole(page: TherapyPage) -> None:
    """Its title says what to do, and the button alone would not."""
    page.resize(480, 420)
    QTest.qWait(1)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    page.set_view(shown(CHECKING))
    card = page.card(Kind.ICE)
    top = card.mapTo(page, QPoint(0, 0)).y()
    assert top >= 0
    assert top + card.height() <= page.height()


def test_a_button_that_goes_takes_the_page_nowhere(page: TherapyPage) -> None:
    """The focus stays with the card, and no key presses what comes next."""
    page.resize(480, 500)
    page.set_view(shown(CHECKING))
    QTest.qWait(1)
    bar = page.verticalScrollBar()
    before = bar.value()
    seen = heard(bar.valueChanged)
    assert page.card(Kind.ICE).buttons.button(Action.FINE).hasFocus()
    page.set_view(shown(rested(1)))
    assert page.card(Kind.ICE).buttons.hasFocus()
    assert set(seen) <= {before}


def test_a_skin_check_leaves_who_types_alone(
    page: TherapyPage, press: Callable[[Qt.Key], None]
) -> None:
    """But its keys reach the page from a number, too."""
    fine = heard(page.skin_fine_requested)
    minutes = page.card(Kind.HEAT).choices.minutes
    page.set_view(shown(therapy(ice(290)), chosen=Chosen(BACK)))
    minutes.setFocus()
    page.set_view(shown(CHECKING, chosen=Chosen(BACK)))
    assert minutes.hasFocus()
    press(Qt.Key.Key_F)
    assert fine == [Kind.ICE]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_the_alarm_is_answered_by_any_large_key(page: TherapyPage, key: Qt.Key) -> None:
    """From its button, which has the focus, and from the page itself."""
    stopped = heard(page.stop_requested)
    page.set_view(shown(RINGING))
    answer = page.card(Kind.ICE).buttons.button(Action.ANSWER)
    assert answer.hasFocus()
    QTest.keyClick(answer, key)
    page.setFocus()
    QTest.keyClick(page, key)
    assert stopped == [Kind.ICE, Kind.ICE]


def test_other_keys_are_the_pages_own(page: TherapyPage) -> None:
    """S ends nothing while no check is asked."""
    stopped = heard(page.stop_requested)
    page.set_view(shown(therapy(ice(439))))
    QTest.keyClick(page, Qt.Key.Key_S)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert stopped == []


def test_it_asks_for_views_by_the_second_and_only_while_it_is_seen(
    qtbot: QtBot, page: TherapyPage
) -> None:
    """And at once when it comes back into sight."""
    page.set_view(shown(therapy(ice(439.99))))
    with qtbot.waitSignal(page.view_requested, timeout=1500):
        pass
    page.set_view(shown(therapy(ice(439))))
    assert page._second_hand.is_running
    page.hide()
    assert not page._second_hand.is_running
    page.set_view(shown(therapy(ice(440))))
    assert not page._second_hand.is_running
    with qtbot.waitSignal(page.view_requested, timeout=1500):
        page.show()


def test_nothing_ticks_where_nothing_runs(page: TherapyPage) -> None:
    """A rest ends by the timer's word."""
    page.set_view(shown(rested(1500)))
    assert not page._second_hand.is_running


def test_today_is_shown_once_there_is_something(page: TherapyPage) -> None:
    """Before, a kind line and no empty axes."""
    assert not page.today.band.isVisible()
    page.set_view(shown(therapy(), record(8)))
    assert page.today.band.isVisible()
    assert page.today.list.isVisible()
    assert page.today._counts.text() == "1 × ice"


def test_the_care_lines_follow_what_is_under_way(page: TherapyPage) -> None:
    """A bath has no cloth."""
    assert page.care.accessibleName().startswith("Put a cloth between the pack")
    page.set_view(shown(therapy(heat(60, means=Means.BATH))))
    assert page.care.accessibleName().startswith("Make the bath warm")


def test_the_questions_can_be_answered_again(qtbot: QtBot, page: TherapyPage) -> None:
    """And the Safety page is reached from beside them."""
    buttons = page.ask_first.findChildren(Button)
    with qtbot.waitSignal(page.check_requested):
        QTest.mouseClick(buttons[0], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(page.safety_requested):
        QTest.mouseClick(buttons[1], Qt.MouseButton.LeftButton)


def test_before_the_first_view_the_usual_is_chosen(qtbot: QtBot, theme: Theme) -> None:
    """The lengths of the articles."""
    page = TherapyPage(theme)
    qtbot.addWidget(page)
    assert page.chosen == Chosen()


@pytest.mark.parametrize(("of", "stops"), [(therapy(), 10), (rested(1500), 7), (CHECKING, 6)])
def test_the_keyboard_reaches_every_control_in_its_order(
    page: TherapyPage, press: Callable[[Qt.Key], None], of: Therapy, stops: int
) -> None:
    """From the place through both cards to the foot, each with a name."""
    page.set_view(shown(of))
    page.setFocus()
    ground = page.widget()
    assert ground is not None
    places: list[tuple[int, int]] = []
    for _ in range(stops):
        press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.accessibleName() or getattr(widget, "label", "")
        card = next((one for one in map(page.card, Kind) if one.isAncestorOf(widget)), None)
        middle = widget.mapTo(ground, widget.rect().center())
        column = page.card(Kind.ICE).y() + 1 + list(Kind).index(card.kind) if card else middle.y()
        places.append((column, middle.y()))
    assert places == sorted(set(places))
    assert QApplication.focusWidget() is page.ask_first.findChildren(Button)[-1]


def pieces(page: TherapyPage) -> list[QWidget]:
    """Everything on the page that can be pressed or read."""
    kinds = [page.card(kind) for kind in Kind]
    words: list[QWidget] = [widget for card in kinds for widget in (card.title, card.line)]
    found: list[QWidget] = [*page.findChildren(Button), *words, page.care, page.today.list]
    return [widget for widget in found if widget.isVisible()]


@pytest.mark.parametrize("width", [1208, 828, 480, 420])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("of", STATES)
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot, page: TherapyPage, theme: Theme, width: int, scale: float, of: Therapy
) -> None:
    """Every piece keeps the room that it needs, inside the page."""
    theme.set_look(Appearance.DARK, text_scale=scale)
    view: TherapyView = shown(of, record(8))
    page.resize(width, 700)
    page.set_view(view)

    def all_fit() -> bool:
        """Whether everything has its size, and rings are round."""
        rings = [page.card(kind).ring for kind in Kind]
        return all(ring.size() == ring.sizeHint() for ring in rings) and all(
            piece.height() >= max(piece.heightForWidth(piece.width()), 1)
            and piece.width() >= piece.minimumSizeHint().width()
            and piece.mapTo(page, QPoint(piece.width(), 0)).x() <= width
            for piece in pieces(page)
        )

    qtbot.waitUntil(all_fit)
