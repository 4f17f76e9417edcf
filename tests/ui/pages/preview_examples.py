"""The preview of a test, what it told, and what is on it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from hipstretch.core.concerns import Concern
from hipstretch.core.draft import Draft
from hipstretch.core.exercise import Exercise
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine
from hipstretch.core.settings import Appearance
from hipstretch.storage.library import Library
from hipstretch.ui.pages.preview import PreviewPage
from hipstretch.ui.pages.preview_total import TotalPart
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.editor_row import EditorRow
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.row_list import RowList
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.toggle import Toggle


class Told:
    """What the page told, in order."""

    def __init__(self, page: PreviewPage) -> None:
        self.drafts: list[Draft] = []
        self.others: list[tuple[str, object]] = []
        page.draft_changed.connect(self.drafts.append)
        page.person_changed.connect(self._noting("person"))
        page.start_requested.connect(self._noting("start"))
        page.save_as_requested.connect(self._noting("save as"))
        for name in ("reset", "remove", "back"):
            getattr(page, f"{name}_requested").connect(self._noting(name))

    def _noting(self, name: str) -> Callable[..., None]:
        def note(value: object = None) -> None:
            self.others.append((name, value))

        return note


def seven_stretches(library: Library) -> Routine:
    """A bundled routine of seven stretches."""
    found = library.bundled("lower-back-and-hip")
    assert found is not None
    return found


def preview_page(qtbot: QtBot, theme: Theme, library: Library, routine: Routine) -> PreviewPage:
    """The page in an active window, with the routine on it."""
    theme.set_look(Appearance.LIGHT, reduced_motion=True)
    shelf = library.exercises

    def exercises() -> list[Exercise]:
        found = (shelf.find(exercise_id) for exercise_id in sorted(shelf.ids()))
        return [exercise for exercise in found if exercise is not None]

    page = PreviewPage(theme, exercises)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show_draft(Draft.of(routine), Person(), is_own=False)
    page.show()
    qtbot.waitActive(page)
    return page


def rows(page: PreviewPage) -> tuple[EditorRow, ...]:
    """The rows from top to bottom."""
    found = page.findChild(RowList)
    assert isinstance(found, RowList)
    return found.rows


def names(page: PreviewPage) -> list[str]:
    """Their names."""
    return [row.name for row in rows(page)]


def steppers(row: EditorRow) -> list[Stepper]:
    """Hold and times of a row."""
    return row.findChildren(Stepper)


def switch(row: EditorRow) -> Toggle:
    """The toggle of a row."""
    found = row.findChild(Toggle)
    assert isinstance(found, Toggle)
    return found


def button(page: QWidget, text: str) -> Button:
    """The visible button with these words."""
    return next(b for b in page.findChildren(Button) if b.label == text and b.isVisible())


def key(page: PreviewPage, row: int, name: str) -> QWidget:
    """The key of a side in a row."""
    found = (w for w in rows(page)[row].findChildren(QWidget) if w.accessibleName() == name)
    return next(found)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """A click of the left button."""
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())


def total_text(page: PreviewPage) -> list[str]:
    """What the visible total says."""
    part = next(p for p in page.findChildren(TotalPart) if p.isVisible())
    return [label.text() for label in part.findChildren(Label) if label.isVisible()]


def chip(page: PreviewPage, text: str) -> Chip:
    """A chip by its words."""
    return next(chip for chip in page.findChildren(Chip) if chip.label == text)


def choose(group: QWidget, text: str) -> None:
    """Click a segment."""
    segments = [w for w in group.findChildren(QWidget) if getattr(w, "label", "") == text]
    click(segments[0])


def asks_about(routine: Routine, exercise_id: str) -> Concern:
    """Somebody is to ask about one of the routine's exercises."""
    exercise = next(one for one in routine.exercises if one.id == exercise_id)
    return Concern(exercise, ("wrist-pain",))
