from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Dose, Duration
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.storage.figures import FigureShelf
from hipstretch.ui.dialogs.add_stretch_dialog import AddStretchDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.exercise_list import ExerciseList
from hipstretch.ui.widgets.text_field import SearchField
from tests.ui.windows import empty_window

COBRA = Exercise(
    id="cobra",
    name="Modified cobra",
    kind=Kind.STRETCH,
    position=Position.LYING_FACE_DOWN,
    areas=(Area.LOWER_BACK, Area.CORE),
    instructions=Instructions("a", "b", "c", "d"),
    dose=Dose(hold=Duration(5)),
    also_called=("Sphinx",),
)
ROCKING = replace(
    COBRA, id="rocking", name="Knee rocking", position=Position.LYING_ON_BACK, also_called=()
)
SEATED = replace(
    COBRA, id="seated", name="Seated stretch", position=Position.SITTING_ON_CHAIR, also_called=()
)
Press = Callable[[Qt.Key], None]


class PaintCounter(QObject):
    """Counts how often a widget is painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 -- Qt's name
        """Note a paint."""
        self.count += event.type() is QEvent.Type.Paint
        return False


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """An active window."""
    return empty_window(qtbot, 700, 600)


@pytest.fixture
def dialog(window: QWidget, theme: Theme) -> AddStretchDialog:
    """The open dialog with three exercises."""
    dialog = AddStretchDialog(theme, [ROCKING, COBRA, SEATED], window)
    dialog.open()
    return dialog


@pytest.fixture
def chosen(dialog: AddStretchDialog) -> list[Exercise]:
    """What was chosen."""
    told: list[Exercise] = []
    dialog.exercise_chosen.connect(told.append)
    return told


def field(dialog: AddStretchDialog) -> SearchField:
    """The search field."""
    found = dialog.findChild(SearchField)
    assert isinstance(found, SearchField)
    return found


def shown(dialog: AddStretchDialog) -> list[str]:
    """The names in the list."""
    found = dialog.findChild(ExerciseList)
    assert isinstance(found, ExerciseList)
    return [exercise.name for exercise in found.shown]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("knee", ["Knee rocking"]),
        ("sphinx", ["Modified cobra"]),
        ("lower-back chair", ["Seated stretch"]),
        ("core", ["Knee rocking", "Modified cobra", "Seated stretch"]),
        ("nothing", []),
    ],
)
def test_the_search_knows_name_area_and_position(
    dialog: AddStretchDialog, text: str, names: list[str]
) -> None:
    """Every word must fit."""
    QTest.keyClicks(field(dialog), text)
    assert shown(dialog) == names


def test_enter_in_the_field_chooses_the_first_one(
    dialog: AddStretchDialog, chosen: list[Exercise]
) -> None:
    """Of what is found."""
    QTest.keyClicks(field(dialog), "cobra")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    assert chosen == [COBRA]


def test_nothing_found_chooses_nothing(dialog: AddStretchDialog, chosen: list[Exercise]) -> None:
    """The dialog stays."""
    QTest.keyClicks(field(dialog), "zzz")
    QTest.keyClick(field(dialog), Qt.Key.Key_Return)
    QTest.keyClick(field(dialog), Qt.Key.Key_Down)
    assert chosen == []
    assert dialog.isVisible()


def test_the_arrows_lead_into_the_list(
    dialog: AddStretchDialog, chosen: list[Exercise], press: Press
) -> None:
    """And Enter there chooses."""
    assert field(dialog).hasFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        press(key)
    assert chosen == [COBRA]


def test_a_click_chooses(dialog: AddStretchDialog, chosen: list[Exercise]) -> None:
    """What is under the pointer."""
    items = dialog.findChild(ExerciseList)
    assert isinstance(items, ExerciseList)
    QApplication.processEvents()
    place = items.visualRect(items.model().index(2, 0)).center()
    QTest.mouseClick(items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen == [SEATED]


def test_escape_chooses_nothing(
    dialog: AddStretchDialog, chosen: list[Exercise], press: Press
) -> None:
    """Also from the list."""
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Escape)
    assert chosen == []
    assert not dialog._open


def test_a_screen_reader_hears_what_an_exercise_is(dialog: AddStretchDialog) -> None:
    """Name, area and position."""
    items = dialog.findChild(ExerciseList)
    assert isinstance(items, ExerciseList)
    text = items.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Knee rocking, Lower back and core, Lying on your back"


def test_the_list_paints_again_when_a_picture_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    """Of an exercise whose figure is not there it then shows the position's sign."""
    theme.figures.set_source(lambda: FigureShelf([]))
    exercises = ExerciseList(theme, [replace(COBRA, figure="unknown")])
    qtbot.addWidget(exercises)
    painted = PaintCounter(exercises.viewport())
    with qtbot.waitSignal(theme.figures.drawn):
        exercises.show()
    before = painted.count

    qtbot.waitUntil(lambda: painted.count > before)
