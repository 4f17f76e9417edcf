"""Asks again what to ask about first."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.pages.welcome_conditions import ConditionChips
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.scroll_body import ScrollBody

_WIDTH = 620
_FOOT, _FOCUS_ROOM = 16, 32


class ConditionsDialog(CardDialog):
    """The chips of the welcome on a card; what is on counts once it is saved.

    Signals:
        answered: `tuple[str, ...]`, the ids of the conditions that apply.
    """

    answered = Signal(object)

    def __init__(
        self, theme: Theme, parent_window: QWidget, conditions: tuple[str, ...] | None
    ) -> None:
        tr = QCoreApplication.translate
        title = tr("Welcome", "Does any of this fit you?")
        text = tr(
            "Welcome", "Stretches to ask your doctor or physiotherapist about are then marked."
        )
        super().__init__(theme, title, text, parent_window, width=_WIDTH)
        self.chips = ConditionChips(theme)
        self.chips.set_conditions(conditions)
        self._body = ScrollBody(theme)
        self._body.column.setContentsMargins(0, 0, 0, _FOOT)
        self._body.column.addWidget(self.chips)
        self.add_content(self._body, self.chips.stops)
        self.save = self.add_choice(tr("Settings", "Save"), ButtonKind.PRIMARY, True)
        self.cancel = self.add_choice(tr("Settings", "Cancel"), ButtonKind.TEXT, None)
        self.closed.connect(self._on_closed)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab inside, and what has the focus in sight."""
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            self._body.ensureWidgetVisible(focused, 0, _FOCUS_ROOM)
        return moved

    @Slot(object)
    def _on_closed(self, result: object) -> None:
        """Tell what applies, unless the person gave up."""
        if result is True:
            self.answered.emit(self.chips.conditions or ())
