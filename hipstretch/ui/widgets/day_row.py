"""The quiet row of Home about today: what is planned and left, and the switch of a flare-up day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from hipstretch.ui.plan_words import kept_row_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.toggle import Toggle

if TYPE_CHECKING:  # most people have no plan yet
    from hipstretch.core.plan import PlanItem
    from hipstretch.ui.widgets.plan_chips import PlanChips

_GAP = 12


class DayRow(QWidget):
    """The plan at the left and the switch at the right, or under each other where it is narrow.

    Signals:
        flare_up_switched: `bool`, today is to be a flare-up day, or an ordinary one.
        routine_opened: `str`, the id of a planned routine to look at.
    """

    flare_up_switched = Signal(bool)
    routine_opened = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plan: PlanChips | None = None
        words = self.tr("Flare-up day")
        self._words = Label(theme, Role.META, words, color="ink2")
        self._toggle = Toggle(theme, words)
        self._toggle.setToolTip(kept_row_words())
        self._toggle.setAccessibleDescription(kept_row_words())
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_GAP - FOCUS_MARGIN)
        switch = QHBoxLayout()
        switch.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        switch.setSpacing(_GAP - FOCUS_MARGIN)
        switch.addStretch(1)
        switch.addWidget(self._words)
        switch.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addLayout(switch)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._toggle.clicked.connect(self._on_toggle_clicked)

    @property
    def toggle(self) -> Toggle:
        """The switch."""
        return self._toggle

    @property
    def plan(self) -> PlanChips | None:
        """What is planned, once there was a plan."""
        return self._plan

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches, from left to right."""
        chips = self._plan.chips if self._plan is not None else ()
        return (*chips, self._toggle)

    def set_flare_up(self, is_on: bool) -> None:
        """Show whether it is a flare-up day."""
        self._toggle.setChecked(is_on)

    def set_plan(self, items: Sequence[PlanItem]) -> None:
        """Show what is planned for today; nothing where there is nothing."""
        if items and self._plan is None:
            self._plan = self._make_plan()
        if self._plan is not None:
            self._plan.set_items(items)
            self._plan.setVisible(bool(items))

    def set_narrow(self, is_narrow: bool) -> None:
        """Take two lines, or one."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(down if is_narrow else across)

    def _make_plan(self) -> PlanChips:
        """The plan, made when there first is one."""
        from hipstretch.ui.widgets.plan_chips import PlanChips

        plan = PlanChips(self._theme)
        plan.routine_opened.connect(self.routine_opened)
        self._row.insertWidget(0, plan, 1)
        return plan

    @Slot()
    def _on_toggle_clicked(self) -> None:
        """Tell what is wished."""
        self.flare_up_switched.emit(self._toggle.isChecked())
