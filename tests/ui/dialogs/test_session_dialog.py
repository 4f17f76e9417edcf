from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from hipstretch.core.pain import Feeling, Hurt, PainPlace, Remedy
from hipstretch.core.person import Side
from hipstretch.core.settings import Appearance
from hipstretch.ui.dialogs.delete_history import delete_history_dialog
from hipstretch.ui.dialogs.session_answer import SessionAnswer
from hipstretch.ui.dialogs.session_dialog import SessionDialog
from hipstretch.ui.dialogs.session_parts import step_parts
from hipstretch.ui.dialogs.session_steps import SessionStep
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.widgets.button import Button
from tests.ui.history_fakes import FIGURE_FOUR, NOW, REPS, TODAY, session
from tests.ui.windows import empty_window

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.core.history_sums import SessionDetail
    from hipstretch.ui.theme import Theme

HURT = Hurt("figure-four", FIGURE_FOUR, Side.RIGHT, NOW, 6, False, Remedy.SKIP)
DETAIL = session(
    1,
    before=Feeling(5, PainPlace.THIGH),
    after=Feeling(3, PainPlace.BUTTOCK),
    note="Looser today.",
    is_complete=False,
    hurts=(HURT,),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window."""
    return empty_window(qtbot, 900, 800)


def opened(
    theme: Theme, window: QWidget, detail: SessionDetail = DETAIL, *, can_again: bool = True
) -> SessionDialog:
    """The dialog of a session."""
    dialog = SessionDialog(theme, detail, TODAY, window, can_again=can_again)
    dialog.open()
    return dialog


def words(dialog: QWidget) -> list[str]:
    """All texts of a dialog, from top to bottom."""
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def test_it_tells_all_about_a_session(window: QWidget, theme: Theme) -> None:
    """When, how it felt, what was noted, what hurt."""
    assert words(opened(theme, window)) == [
        "Morning hip release",
        "Today, 7:40 · 12 min · Stopped early",
        "Pain before",
        "5 of 10, down to the thigh",
        "Pain after",
        "3 of 10, in the buttock",
        "Your note",
        "Looser today.",
        "What hurt",
        "Figure-four stretch, right: 6 of 10. You left it out.",
        "What you did",
        "4 of 6 holds in full",
    ]


def test_every_stretch_is_told_by_side(window: QWidget, theme: Theme) -> None:
    """Planned, done, shortened and skipped."""
    steps = opened(theme, window).findChildren(SessionStep)
    assert [step.accessibleName() for step in steps] == [
        "Figure-four stretch. Left: 1 done. Right: 2 done",
        "Hamstring stretch. Left: 1 shortened. Right: 1 skipped",
        "Glute bridge. Both sides: 1 done",
    ]


def test_what_was_not_told_has_no_head(window: QWidget, theme: Theme) -> None:
    """A session of which little is known."""
    dialog = opened(theme, window, session(2, reps=()))
    assert words(dialog) == ["Morning hip release", "Today, 7:40 · 12 min"]


def test_it_can_be_done_again_or_deleted(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    """Both close the dialog."""
    for name, answer in (("again", SessionAnswer.AGAIN), ("delete", SessionAnswer.DELETE)):
        dialog = opened(theme, window)
        with qtbot.waitSignal(dialog.closed) as told:
            getattr(dialog, name).click()
        assert told.args == [answer]


def test_what_can_be_done_stands_above_closing(window: QWidget, theme: Theme) -> None:
    """The focus is on closing all the same, so that Enter twice does nothing; Tab goes round."""
    dialog = opened(theme, window)
    QApplication.processEvents()
    close = next(one for one in dialog.findChildren(Button) if one.label == "Close")
    tops = [one.mapTo(dialog, QPoint()).y() for one in (dialog.again, dialog.delete, close)]
    assert tops[0] == tops[1] < tops[2]
    assert close.hasFocus()
    for button in (dialog.again, dialog.delete, close):
        dialog.focusNextPrevChild(True)
        assert button.hasFocus()


def test_a_routine_that_is_gone_cannot_be_done_again(window: QWidget, theme: Theme) -> None:
    """Deleting is offered all the same."""
    dialog = opened(theme, window, can_again=False)
    assert dialog.again.isHidden()
    assert dialog.delete.isVisible()


def test_a_bar_tells_how_much_was_held(qtbot: QtBot, theme: Theme) -> None:
    """Where there is room for it."""
    step = SessionStep(theme, step_parts(REPS)[1])
    qtbot.addWidget(step)
    step.resize(500, step.heightForWidth(500))
    image = step.grab().toImage()
    colors = [image.pixelColor(x, 12 + 21 + 13).name() for x in range(500)]
    assert colors.count(LIGHT.primary.name()) > colors.count(LIGHT.track.name()) > 10
    step.resize(300, step.heightForWidth(300))
    narrow = step.grab().toImage()
    row = {narrow.pixelColor(x, 12 + 21 + 13).name() for x in range(300)}
    assert LIGHT.track.name() not in row


def test_it_fits_small_windows_and_large_text(window: QWidget, theme: Theme) -> None:
    """The text scrolls, the buttons stay."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    window.resize(420, 600)
    dialog = opened(theme, window)
    QApplication.processEvents()
    buttons = [button for button in dialog.findChildren(Button) if button.isVisible()]
    places = [button.mapTo(dialog, button.rect().bottomRight()) for button in buttons]
    assert len(buttons) == 3
    assert all(place.y() <= 600 and place.x() <= 420 for place in places)
    assert not dialog.grab().isNull()


def test_deleting_all_says_what_goes_and_what_stays(
    window: QWidget, theme: Theme, qtbot: QtBot
) -> None:
    """Keeping it is what Enter does."""
    dialog = delete_history_dialog(theme, window)
    dialog.open()
    text = dialog.accessibleDescription()
    assert all(word in text for word in ("sessions", "pain", "ice and heat", "settings stay"))
    keep, delete = dialog.findChildren(Button)
    assert keep.hasFocus()
    with qtbot.waitSignal(dialog.closed) as told:
        delete.click()
    assert told.args == [True]
    again = delete_history_dialog(theme, window)
    again.open()
    with qtbot.waitSignal(again.closed) as told:
        again.findChildren(Button)[0].click()
    assert told.args == [False]
