from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Picture, Position
from hipstretch.core.history import DayMark
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.settings import Appearance
from hipstretch.core.summary import StepSummary, Summary
from hipstretch.ui.pages.finish import FinishAnswer, FinishContent, FinishPage
from hipstretch.ui.widgets.label import Label
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

WEEK = (*(DayMark.DONE,) * 4, DayMark.TODAY, DayMark.AHEAD, DayMark.AHEAD)
STEPS = (
    StepSummary(0, "Knee to chest", 3, 3),
    StepSummary(1, "Bridge", 0, 2),
    StepSummary(3, "Hamstring stretch, knee bent", 2, 4),
)
LYING, STANDING = Picture(Position.LYING_ON_BACK), Picture(Position.STANDING)
PICTURES = (LYING, LYING, STANDING)
CONTENT = FinishContent(
    "Desk break", Summary(740.0, is_complete=True, steps=STEPS), PICTURES, 5, WEEK, Feeling(5)
)


class Answers:
    """Everything that the page says, in order."""

    def __init__(self, page: FinishPage) -> None:
        self.seen: list[object] = []
        page.answered.connect(self.seen.append)
        page.skipped.connect(self._on_skipped)
        page.again_requested.connect(self._on_again_requested)
        page.ice_requested.connect(self._on_ice_requested)
        page.safety_requested.connect(self._on_safety_requested)

    def _on_skipped(self) -> None:
        """Note it."""
        self.seen.append("skipped")

    def _on_again_requested(self) -> None:
        """Note it."""
        self.seen.append("again")

    def _on_ice_requested(self) -> None:
        """Note it."""
        self.seen.append("ice")

    def _on_safety_requested(self) -> None:
        """Note it."""
        self.seen.append("safety")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> FinishPage:
    """The page after a complete session, shown and active."""
    page = FinishPage(theme)
    page.resize(1280, 800)
    page.show_finish(CONTENT)
    show_active(qtbot, page)
    page.setFocus()
    return page


@pytest.fixture
def answers(page: FinishPage) -> Answers:
    """What the page says."""
    return Answers(page)


def texts_of(page: FinishPage) -> list[str]:
    """The words of all labels."""
    return [label.text() for label in page.findChildren(Label) if label.isVisibleTo(page)]


def test_it_tells_what_was_done(page: FinishPage) -> None:
    """In words, numbers and pictures."""
    assert {"Nicely done", "Desk break is complete.", "5 days in a row"} <= set(texts_of(page))
    numbers = page.body.summary.numbers.accessibleName()
    assert numbers == "12:20 minutes, 2 stretches, 5 holds"
    steps = page.body.summary.grid.steps
    assert [step.words for step in steps] == ["3 holds", "Left out", "2 of 4 holds"]
    assert [step.picture for step in steps] == list(PICTURES)
    assert page.body.pain.before.accessibleName() == "Before: 5"


def test_stopping_early_has_kind_words(page: FinishPage) -> None:
    """And the number of one is in the singular."""
    summary = Summary(30.0, is_complete=False, steps=(StepSummary(0, "Bridge", 1, 3), STEPS[1]))
    page.show_finish(replace(CONTENT, summary=summary, before=Feeling()))
    assert {"Well done for today", "You did 1 of 2 stretches."} <= set(texts_of(page))
    assert page.body.summary.numbers.accessibleName() == "0:30 minutes, 1 stretch, 1 hold"
    assert not page.body.pain.before.isVisibleTo(page)


def test_saving_tells_pain_tags_and_note(page: FinishPage, answers: Answers) -> None:
    """By mouse."""
    page.body.pain.scale.set_value(3)
    page.body.note.field.setFocus()
    QTest.keyClicks(page.body.note.field, "Looser today.")
    QTest.mouseClick(page.body.note.chips.chips[3], Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.body.footer.save, Qt.MouseButton.LeftButton)
    assert answers.seen == [FinishAnswer(Feeling(3), "Right tight. Looser today.")]


def test_digits_tell_the_pain_but_not_in_the_note(page: FinishPage) -> None:
    """In the note they are written."""
    QTest.keyClick(page, Qt.Key.Key_4)
    assert page.answer == FinishAnswer(Feeling(4))
    page.body.note.field.setFocus()
    QTest.keyClicks(page.body.note.field, "7 out of 9")
    assert page.answer == FinishAnswer(Feeling(4), "7 out of 9")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_control_and_enter_save(page: FinishPage, answers: Answers, key: Qt.Key) -> None:
    """Also from within the note."""
    field = page.body.note.field
    field.setFocus()
    QTest.keyClicks(field, "Good.")
    QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
    assert answers.seen == [FinishAnswer(note="Good.")]


def test_skip_says_nothing(page: FinishPage, answers: Answers) -> None:
    """Whatever was entered."""
    page.body.pain.scale.set_value(3)
    QTest.mouseClick(page.body.footer.skip, Qt.MouseButton.LeftButton)
    assert answers.seen == ["skipped"]


def test_escape_goes_back_and_loses_nothing(page: FinishPage, answers: Answers) -> None:
    """What was said is kept."""
    QTest.keyClick(page, Qt.Key.Key_Escape)
    QTest.keyClick(page, Qt.Key.Key_2)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert answers.seen == ["skipped", FinishAnswer(Feeling(2))]


def test_it_can_be_done_again(page: FinishPage, answers: Answers) -> None:
    """With one click, in a wide and in a narrow window."""
    QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    page.resize(480, 800)
    QTest.mouseClick(page.again, Qt.MouseButton.LeftButton)
    assert answers.seen == ["again", "again"]


def test_the_next_session_starts_with_empty_answers(page: FinishPage) -> None:
    """Nothing of the last one is left."""
    page.body.pain.scale.set_value(3)
    page.body.pain.places.chips[1].click()
    page.body.note.field.setPlainText("Looser.")
    page.body.note.chips.chips[0].setChecked(True)
    page.show_finish(CONTENT)
    assert page.answer == FinishAnswer()


def test_without_a_history_nothing_is_asked(page: FinishPage, answers: Answers) -> None:
    """It says why, and the one button closes."""
    page.show_finish(replace(CONTENT, saved=False))
    assert not page.body.pain.isVisibleTo(page)
    assert not page.body.note.isVisibleTo(page)
    assert any("cannot be kept" in text for text in texts_of(page))
    QTest.keyClick(page, Qt.Key.Key_5)
    QTest.mouseClick(page.body.footer.save, Qt.MouseButton.LeftButton)
    assert page.body.footer.save.label == "Close"
    assert answers.seen == ["skipped"]
    page.show_finish(CONTENT)
    assert page.body.pain.isVisibleTo(page)


def test_tab_goes_through_it_in_order(page: FinishPage) -> None:
    """From the top to the buttons at the foot, also after the window was narrow."""
    for width in (480, 1280):
        page.resize(width, 800)
        QTest.qWait(1)
    order: list[object] = []
    for _ in range(16):
        QTest.keyClick(page.window().focusWidget() or page, Qt.Key.Key_Tab)
        order.append(page.window().focusWidget())
    body = page.body
    footer = (body.footer.ice, body.footer.skip, body.footer.save)
    rest = [*body.pain.places.chips, body.note.field, *body.note.chips.chips, *footer]
    assert order == [page.help, page.again, order[2], *rest]
    assert order[2] in body.pain.scale.children()


def test_help_is_one_click_away_whatever_was_told(page: FinishPage, answers: Answers) -> None:
    """By a button with a name, wide and narrow."""
    for width in (480, 1280):
        page.resize(width, 800)
        QTest.mouseClick(page.help, Qt.MouseButton.LeftButton)
    assert page.help.accessibleName() == "When to get help"
    assert answers.seen == ["safety", "safety"]


def test_how_far_it_reaches_may_be_told(page: FinishPage, answers: Answers) -> None:
    """One place; a second press takes it back."""
    chips = page.body.pain.places.chips
    for chip in (chips[2], chips[3]):
        QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.answer == FinishAnswer(Feeling(None, PainPlace.BELOW_KNEE))
    QTest.mouseClick(chips[3], Qt.MouseButton.LeftButton)
    assert page.answer == FinishAnswer()
    QTest.mouseClick(chips[1], Qt.MouseButton.LeftButton)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert answers.seen == [FinishAnswer(Feeling(None, PainPlace.BUTTOCK))]


def test_ten_is_typed_as_one_and_nought(page: FinishPage) -> None:
    """As everywhere."""
    QTest.keyClick(page, Qt.Key.Key_1)
    QTest.keyClick(page.window().focusWidget() or page, Qt.Key.Key_0)
    assert page.answer == FinishAnswer(Feeling(10))


def test_ice_is_one_press_away(page: FinishPage, answers: Answers) -> None:
    """What was said is asked of the page."""
    assert page.body.footer.ice.label == "Ice for 20 min"
    QTest.mouseClick(page.body.footer.ice, Qt.MouseButton.LeftButton)
    page.resize(480, 800)
    QTest.qWait(1)
    assert page.body.footer.ice.isVisibleTo(page)
    assert answers.seen == ["ice"]


@pytest.mark.parametrize(
    ("before", "last", "after", "points"),
    [
        (Feeling(5), None, Feeling(6), True),
        (Feeling(7), None, Feeling(7), False),
        (Feeling(5), None, Feeling(5), False),
        (Feeling(5, PainPlace.BACK), None, Feeling(3, PainPlace.THIGH), True),
        (Feeling(5), PainPlace.THIGH, Feeling(3, PainPlace.FOOT), True),
        (Feeling(5), PainPlace.FOOT, Feeling(3, PainPlace.THIGH), False),
        (Feeling(5), None, Feeling(None, PainPlace.FOOT), False),
    ],
)
def test_what_is_told_may_point_to_safety(
    page: FinishPage,
    answers: Answers,
    before: Feeling,
    last: PainPlace | None,
    after: Feeling,
    points: bool,
) -> None:
    """More pain than before, or pain further down the leg than before or the last time."""
    page.show_finish(replace(CONTENT, before=before, last_place=last))
    assert not page.body.safety.isVisibleTo(page)
    if after.pain is not None:
        QTest.keyClick(page, Qt.Key(ord(str(after.pain))))
    for chip in page.body.pain.places.chips:
        if chip.place is after.place:
            chip.click()
    assert page.body.safety.isVisibleTo(page) is points
    page.body.safety.button.click()
    assert answers.seen == ["safety"]


def test_what_spread_in_the_session_points_to_safety_at_once(page: FinishPage) -> None:
    """Without a number."""
    page.show_finish(replace(CONTENT, has_spread=True))
    assert page.body.safety.isVisibleTo(page)
    page.show_finish(CONTENT)
    assert not page.body.safety.isVisibleTo(page)


def place_in(page: FinishPage, name: str) -> QRect:
    """Where a card lies on the page's content."""
    card = getattr(page.body, name)
    content = page.widget()
    assert content is not None
    return QRect(card.mapTo(content, QPoint()), card.size())


def test_wide_windows_have_two_columns(page: FinishPage) -> None:
    """What was done at the left, the questions at the right; both end alike."""
    summary, pain, days = (place_in(page, name) for name in ("summary", "pain", "days"))
    assert summary.right() < pain.left()
    assert summary.top() == pain.top()
    assert summary.bottom() == days.bottom()


@pytest.mark.parametrize("width", [800, 480, 420])
def test_narrow_windows_have_one_column(page: FinishPage, width: int) -> None:
    """The questions and the buttons come first."""
    page.resize(width, 700)
    QTest.qWait(1)
    names = ("pain", "note", "days", "footer", "summary")
    places = [place_in(page, name) for name in names]
    assert all(a.bottom() < b.top() for a, b in pairwise(places))
    assert all(place.right() < width for place in places)
    page.resize(1280, 800)
    QTest.qWait(1)
    assert place_in(page, "summary").right() < place_in(page, "pain").left()


@pytest.mark.parametrize("text_scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [1280, 1000, 900, 800, 720, 480, 420])
def test_nothing_is_cut_at_any_width(
    page: FinishPage, theme: Theme, width: int, text_scale: float
) -> None:
    """Every label has the room that it needs, and the page never scrolls sideways."""
    theme.set_look(Appearance.DARK, text_scale=text_scale)
    page.show_finish(replace(CONTENT, has_spread=True))
    page.resize(width, 700)
    QTest.qWait(1)
    content = page.widget()
    assert content is not None
    assert content.width() <= page.width()
    for label in page.findChildren(Label):
        if label.isVisibleTo(page):
            right = label.mapTo(content, QPoint(label.width(), 0)).x()
            assert right <= content.width()
            assert label.width() >= label.minimumSizeHint().width()
            if label.hasHeightForWidth():
                assert label.height() >= label.heightForWidth(label.width())
    grid = page.body.summary.grid
    assert grid.height() >= grid.heightForWidth(grid.width())
    page.grab()


def test_larger_text_puts_the_dots_under_the_words(page: FinishPage, theme: Theme) -> None:
    """Where they do not fit beside them."""
    days = page.body.days
    assert days.dots.y() < days._words.geometry().bottom()
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    page.resize(420, 700)
    QTest.qWait(1)
    assert days.dots.y() > days._words.y()
