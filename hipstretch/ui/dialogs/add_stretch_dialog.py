"""All exercises, to search in and to add one from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.exercise import Exercise
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.exercise_list import ExerciseList
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.text_field import SearchField

_WIDTH = 560


class AddStretchDialog(CardDialog):
    """A search field over a list; the arrow keys go from the field into the list.

    Signals:
        exercise_chosen: `Exercise`, to be added; the dialog is closed.
    """

    exercise_chosen = Signal(object)

    def __init__(self, theme: Theme, exercises: Sequence[Exercise], parent_window: QWidget) -> None:
        title = QCoreApplication.translate("AddStretchDialog", "Add a stretch")
        super().__init__(theme, title, "", parent_window, width=_WIDTH)
        self._search = SearchField(theme, self.tr("Search stretches"))
        self._list = ExerciseList(theme, exercises)
        self._nothing = Label(theme, Role.BODY, color="ink2", wrap=True)
        self._nothing.setText(self.tr("Nothing by that name. Try an area, such as hip."))
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.hide()
        self.add_content(self._search, [self._search])
        self.add_content(self._list, [self._list])
        self.add_content(self._nothing)
        self.add_choice(self.tr("Cancel"), ButtonKind.SECONDARY, None)
        self._search.installEventFilter(self)
        self._search.textChanged.connect(self._on_text_changed)
        self._list.chosen.connect(self._on_exercise_chosen)
        self.closed.connect(self._on_closed)

    def open(self) -> None:
        """Come up."""
        self.present()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the field into the list, or choose its first one with Enter."""
        is_press = watched is self._search and event.type() is QEvent.Type.KeyPress
        if is_press and isinstance(event, QKeyEvent) and self._take_key(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        """Act on a key in the search field; tells whether there was anything to do."""
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._list.choose_current()
        elif key == Qt.Key.Key_Down and self._list.shown:
            self._list.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        """Show what is found."""
        self._list.search(text)
        self._list.setVisible(bool(self._list.shown))
        self._nothing.setVisible(not self._list.shown)

    @Slot(object)
    def _on_exercise_chosen(self, exercise: Exercise) -> None:
        """Close with the exercise."""
        self.dismiss(exercise)

    @Slot(object)
    def _on_closed(self, exercise: object) -> None:
        """Tell the exercise, unless the person gave up."""
        if isinstance(exercise, Exercise):
            self.exercise_chosen.emit(exercise)
