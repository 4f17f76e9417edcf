from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.pain import Remedy
from hipstretch.core.remedies import Asked, HurtAnswer
from hipstretch.core.settings import Appearance
from hipstretch.ui.pages import hurt_dialog as module
from hipstretch.ui.pages.hurt_dialog import HurtDialog, HurtQuestion
from hipstretch.ui.pages.hurt_words import KEYS
from hipstretch.ui.widgets.label import Label

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

Key = Qt.Key
EASIER = HurtQuestion(Asked(has_easier=True), "Half-way child’s pose")
LONG = HurtQuestion(Asked(has_easier=True), "Lying hamstring stretch with the knee bent", True)


class Room:
    """A page with the question over it, and all that it tells."""

    def __init__(self, qtbot: QtBot, theme: Theme, question: HurtQuestion) -> None:
        self.page = QWidget()
        self.page.resize(1280, 800)
        qtbot.addWidget(self.page)
        self.page.show()
        qtbot.waitActive(self.page)
        self.told: list[object] = []
        self.dialog = HurtDialog(theme, question, self.page)
        self.dialog.answered.connect(self.told.append)
        self.dialog.safety_requested.connect(self._on_safety_requested)
        self.dialog.closed.connect(self._on_closed)
        self.dialog.present()

    def _on_safety_requested(self) -> None:
        """Note it."""
        self.told.append("safety")

    def _on_closed(self) -> None:
        """Note it."""
        self.told.append("closed")

    def press(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(QApplication.focusWidget() or self.dialog, key)

    def offered(self) -> list[str]:
        """The words of the buttons, the advised one first."""
        return [button.label for button in self.dialog.choices.shown]


@pytest.fixture
def room(qtbot: QtBot, theme: Theme) -> Room:
    """The first question about an exercise that has an easier one."""
    return Room(qtbot, theme, EASIER)


def test_it_can_be_answered_without_a_number(room: Room) -> None:
    """Enter takes the advised way: to ease off."""
    assert room.offered()[0] == "Ease off"
    room.press(Key.Key_Return)
    assert room.told == ["closed", HurtAnswer(None, False, Remedy.EASE)]


@pytest.mark.parametrize(
    ("keys", "advice", "offered"),
    [
        (
            "2",
            "It is fine to go on. Ease off if you like.",
            "Go on|Ease off|Instead: Half-way child’s pose|Skip it today|Stop for today",
        ),
        (
            "5",
            "Ease off, and see how the next one feels.",
            "Ease off|Instead: Half-way child’s pose|Skip it today|Stop for today",
        ),
        (
            "6",
            "Leave this one for today.",
            "Skip it today|Stop for today|When to get help",
        ),
        (
            "2N",
            "If it is new or spreads, leave this one for today.",
            "Skip it today|Stop for today|When to get help",
        ),
        (
            "NN",
            "A mild pull is fine. Sharp or shooting pain is not.",
            "Ease off|Instead: Half-way child’s pose|Skip it today|Stop for today",
        ),
    ],
)
def test_the_advice_follows_what_is_told(room: Room, keys: str, advice: str, offered: str) -> None:
    """With the advised way first and with the focus, so that Enter takes it."""
    for letter in keys:
        room.press(Key(ord(letter)))
    assert room.dialog.advice_words == advice
    assert room.offered() == offered.split("|")
    assert room.dialog.choices.shown[0].hasFocus()
    assert all(button.isVisible() for button in room.dialog.choices.shown)
    room.dialog.grab()


def test_one_and_nought_are_ten(room: Room) -> None:
    """And a number can be told anew."""
    for key, number in ((Key.Key_1, 1), (Key.Key_0, 10), (Key.Key_4, 4), (Key.Key_0, 0)):
        room.press(key)
        assert room.dialog.answer == (number, False)


@pytest.mark.parametrize("remedy", Remedy)
def test_each_way_has_its_key_and_can_be_clicked(
    qtbot: QtBot, theme: Theme, remedy: Remedy
) -> None:
    """With what was told before it."""
    for by_key in (True, False):
        room = Room(qtbot, theme, EASIER)
        room.press(Key.Key_3)
        if by_key:
            room.press(Key(ord(KEYS[remedy])))
        else:
            QTest.mouseClick(room.dialog.buttons[remedy], Qt.MouseButton.LeftButton)
        assert room.told == ["closed", HurtAnswer(3, False, remedy)]


def test_what_is_not_offered_has_no_key(room: Room) -> None:
    """Nothing is eased that is strong."""
    room.press(Key.Key_8)
    for key in (Key.Key_E, Key.Key_I, Key.Key_G, Key.Key_H):
        room.press(key)
    assert room.told == []
    QTest.keyClick(room.dialog, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert room.told == []


def test_escape_answers_nothing(room: Room) -> None:
    """Whatever was told."""
    room.press(Key.Key_7)
    room.press(Key.Key_Escape)
    assert room.told == ["closed"]


def test_safety_leaves_the_question_open(room: Room) -> None:
    """By its key at any time, and by its link where there is a reason for it."""
    room.press(Key.Key_F1)
    room.press(Key.Key_N)
    QTest.mouseClick(room.dialog.safety, Qt.MouseButton.LeftButton)
    assert room.told == ["safety", "safety"]
    assert room.dialog.isVisible()


def test_asked_again_going_on_comes_first(qtbot: QtBot, theme: Theme) -> None:
    """In other words; after the last rep it goes on with the next exercise."""
    room = Room(qtbot, theme, HurtQuestion(Asked(again=True)))
    assert room.dialog.accessibleName() == "How is it now?"
    assert room.dialog.advice_words == "Go on if it is easier now."
    assert room.offered()[0] == "Go on"
    room.press(Key.Key_2)
    assert room.dialog.advice_words == "Easing off helped. Go on like this."
    over = Room(qtbot, theme, HurtQuestion(Asked(again=True, is_over=True)))
    assert over.offered() == ["Go on with the next one", "Stop for today"]
    over.press(Key.Key_7)
    assert over.dialog.advice_words == "Leave that one for today."
    assert over.offered()[0] == "Go on with the next one"


def test_what_hurts_often_points_to_safety(qtbot: QtBot, theme: Theme) -> None:
    """With a quiet line, whatever the number is."""
    room = Room(qtbot, theme, HurtQuestion(is_often=True))
    lines = [label.text() for label in room.dialog.findChildren(Label)]
    assert "This one has hurt before this week. You decide whether to keep it." in lines
    assert room.offered()[-1] == "When to get help"


def test_a_new_advice_is_announced(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """For who does not see it."""
    words: list[str] = []

    def note(_widget: QWidget, text: str) -> None:
        words.append(text)

    monkeypatch.setattr(module, "announce", note)
    room.press(Key.Key_9)
    assert words == ["Leave this one for today."]


def test_held_keys_do_nothing_more(room: Room) -> None:
    """Who holds a letter down has told nothing twice."""
    QTest.keyPress(room.dialog, Key.Key_N)
    assert room.dialog.answer == (None, True)


@pytest.mark.parametrize(
    ("width", "height", "scale", "share"),
    [(1280, 800, 1.0, 1.3), (1920, 1080, 1.0, 1.75), (480, 800, 1.0, 1.0), (480, 800, 1.3, 1.3)],
)
def test_it_is_larger_where_there_is_room(
    qtbot: QtBot, theme: Theme, width: int, height: int, scale: float, share: float
) -> None:
    """It is read from the mat; smaller than the person's text it never is."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(width, height)
    dialog = HurtDialog(theme, EASIER, page)
    dialog.present()
    assert dialog._near.text_scale == pytest.approx(share, abs=0.02)


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("size", [(1280, 800), (900, 600), (480, 800), (420, 600)])
def test_everything_is_reached_at_any_size(
    qtbot: QtBot, theme: Theme, size: tuple[int, int], scale: float
) -> None:
    """The ways on are whole, none over another, and the advised one is in sight."""
    theme.set_look(Appearance.DARK, text_scale=scale, reduced_motion=True)
    room = Room(qtbot, theme, LONG)
    room.dialog.reject()
    room.page.resize(*size)
    dialog = HurtDialog(theme, LONG, room.page)
    dialog.present()
    for key in (Key.Key_2, Key.Key_5, Key.Key_8):
        QTest.keyClick(dialog, key)
        QTest.qWait(1)
        assert dialog.rect().contains(dialog._card.geometry())
        choices = dialog.choices
        rects = [button.geometry() for button in choices.shown]
        assert all(choices.rect().contains(rect) for rect in rects)
        assert not any(a.intersects(b) for a in rects for b in rects if a is not b)
        seen = choices.shown[0].visibleRegion().boundingRect()
        assert seen == choices.shown[0].rect()
        last = choices.shown[-1]
        last.setFocus()
        dialog._show_focused()
        assert last.visibleRegion().boundingRect() == last.rect()
        choices.shown[0].setFocus()
    dialog.grab()


def test_keys_are_shown_where_the_player_shows_them(qtbot: QtBot, theme: Theme) -> None:
    """In one column their room is the words'."""
    room = Room(qtbot, theme, EASIER)
    wide = room.dialog.buttons[Remedy.SKIP].sizeHint().width()
    room.dialog.reject()
    theme.set_look(Appearance.LIGHT, text_scale=1.28)
    room.page.resize(480, 800)
    dialog = HurtDialog(theme, EASIER, room.page)
    dialog.present()
    assert dialog.buttons[Remedy.SKIP].sizeHint().width() < wide


def test_it_turns_dark_with_the_rest(room: Room, theme: Theme) -> None:
    """As large as it was."""
    before = room.dialog._near.text_scale
    theme.set_look(Appearance.DARK)
    assert room.dialog._near.palette.dark
    assert room.dialog._near.text_scale == before
    room.press(Key.Key_N)
    room.dialog.grab()
