"""The head of the preview: back, the routine's name and facts, and a way to add a stretch."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.routine import Routine
from hipstretch.ui import words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.meta_line import MetaLine, MetaPart, draw_meta_line, plain_text, wrapped
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, start_painting

_MOST_AREAS = 3
_GAP, _LEAST_WIDTH = 14, 300


def facts_of(routine: Routine, schedule: str = "") -> MetaLine:
    """Where it is done, what it works on, what it needs, and on which days it is planned."""
    places = tuple(dict.fromkeys(position.place for position in routine.positions))
    parts = [MetaPart(words.place_icon(place), words.place_word(place)) for place in places]
    areas = words.areas_phrase(routine.areas[:_MOST_AREAS])
    if areas:
        parts.append(MetaPart("", areas))
    parts.append(MetaPart("", words.equipment_phrase(routine.equipment)))
    if schedule:
        parts.append(MetaPart("bookmark", schedule))
    return tuple(parts)


class FactsLine(QWidget):
    """Facts with dots between them, in as many lines as they need."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts: MetaLine = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._on_look_changed)

    def set_facts(self, facts: MetaLine) -> None:
        """Show other facts."""
        self._facts = facts
        self.setAccessibleName(plain_text(facts))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines."""
        lines = wrapped(self._facts, width, self._theme)
        return max(1, len(lines)) * self._theme.line_height(Role.META)

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._theme.line_height(Role.META))

    def minimumSizeHint(self) -> QSize:
        """One line of a few words."""
        return QSize(self._theme.px(80), self._theme.line_height(Role.META))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        start_painting(painter)
        height = self._theme.line_height(Role.META)
        for number, line in enumerate(wrapped(self._facts, self.width(), self._theme)):
            rect = QRectF(0, number * height, self.width(), height)
            draw_meta_line(painter, rect, line, self._theme)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


class PreviewHeader(QWidget):
    """Back at the left, name and facts, and "Add a stretch" at the right or below.

    Signals:
        back_requested: back to where one came from.
        add_requested: choose a stretch to add.
        plan_switched: `bool`, the routine is to be in the plan, or not.
    """

    back_requested = Signal()
    add_requested = Signal()
    plan_switched = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_narrow: bool | None = None
        self._back = IconButton(theme, "chevron-left", self.tr("Back"), parent=self)
        self._plan = Chip(theme, self.tr("Add to my plan"), icon="bookmark", parent=self)
        self._plan.setAccessibleName(self.tr("In my plan"))
        self._add = Button(
            theme, self.tr("Add a stretch"), kind=ButtonKind.SECONDARY, icon="plus", parent=self
        )
        self._routine: Routine | None = None
        self._schedule = ""
        self._name = Label(theme, Role.PAGE_TITLE, wrap=True)
        self._facts = FactsLine(theme)
        self._summary = Label(theme, Role.META, color="ink2", wrap=True)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._lay_out()
        self.set_narrow(False)
        self._back.clicked.connect(self._on_back_clicked)
        self._add.clicked.connect(self._on_add_clicked)
        self._plan.clicked.connect(self._on_plan_clicked)
        theme.changed.connect(self._on_look_changed)

    @property
    def last_stop(self) -> QWidget:
        """What Tab reaches last."""
        return self._add

    def show_routine(self, routine: Routine) -> None:
        """Show a routine's name and facts."""
        self._routine = routine
        self._name.setText(routine.name)
        self._show_facts()
        self._summary.setText(routine.summary)
        self._summary.setVisible(bool(routine.summary))

    def show_plan(self, schedule: str, *, is_in: bool) -> None:
        """Show whether the routine is in the plan, and when it would be done."""
        self._plan.setChecked(is_in)
        self._plan.set_label(self.tr("In my plan") if is_in else self.tr("Add to my plan"))
        self._plan.setToolTip(schedule)
        self._plan.setAccessibleDescription(schedule)
        self._fit_actions()
        self._schedule = schedule if is_in else ""
        self._show_facts()

    def set_full(self, is_full: bool) -> None:
        """Say that no more stretches fit in."""
        if is_full is not self._add.isEnabled():
            return
        self._add.setEnabled(not is_full)
        self._add.set_label(
            self.tr("200 stretches at most") if is_full else self.tr("Add a stretch")
        )

    def set_narrow(self, narrow: bool) -> None:
        """Put "Add a stretch" below the words, or beside them."""
        if narrow == self._is_narrow:
            return
        self._is_narrow = narrow
        self._grid.removeItem(self._actions)
        top = Qt.AlignmentFlag.AlignTop
        if narrow:
            self._grid.addLayout(self._actions, 1, 0, 1, 2, top | Qt.AlignmentFlag.AlignLeft)
        else:
            self._grid.addLayout(self._actions, 0, 2, top)
        self._space()
        self._fit_actions()

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window, whatever the form is still."""
        return QSize(_LEAST_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under each other where they are too wide for one line."""
        super().resizeEvent(event)
        self._fit_actions()

    def _fit_actions(self) -> None:
        """Have the buttons in one line, or, in the narrow form, in two where they need it."""
        wanted = sum(button.sizeHint().width() for button in (self._plan, self._add))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        is_wide = not self._is_narrow or wanted <= self.width()
        self._actions.setDirection(across if is_wide else down)

    def _show_facts(self) -> None:
        """Show the facts."""
        if self._routine is not None:
            self._facts.set_facts(facts_of(self._routine, self._schedule))

    def _lay_out(self) -> None:
        """Back beside a column of words."""
        column = QVBoxLayout()
        column.setSpacing(0)
        for widget in (self._name, self._facts, self._summary):
            column.addWidget(widget)
        self._actions = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._actions.setSpacing(0)
        self._actions.addWidget(self._plan)
        self._actions.addWidget(self._add)
        self._grid.addWidget(self._back, 0, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addLayout(column, 0, 1)

    def _space(self) -> None:
        """Set the gaps; the buttons bring 5 px of their own."""
        px = self._theme.px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(_GAP) - FOCUS_MARGIN)
        self._grid.setVerticalSpacing(px(6))
        self._name.setContentsMargins(0, 0, 0, px(1))
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._summary.setContentsMargins(0, px(6), 0, 0)

    @Slot()
    def _on_back_clicked(self) -> None:
        """Ask to go back."""
        self.back_requested.emit()

    @Slot()
    def _on_add_clicked(self) -> None:
        """Ask for a stretch."""
        self.add_requested.emit()

    @Slot()
    def _on_plan_clicked(self) -> None:
        """Tell whether it is to be planned."""
        self.plan_switched.emit(self._plan.isChecked())

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes."""
        self._space()
        self._fit_actions()
