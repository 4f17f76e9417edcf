"""What to ask about first: the conditions in three groups, and an easy answer for none of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.core.conditions import Condition
from hipstretch.ui import words
from hipstretch.ui.pages.welcome_chips import AnswerChip, ChipFlow
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN

_ABOVE_GROUP, _BELOW_HEAD = 14, 2
_HIP_AND_KNEE = (
    Condition.HIP_REPLACEMENT,
    Condition.GROIN_PINCH,
    Condition.KNEE_PAIN,
    Condition.KNEE_REPLACEMENT,
)
_BACK = (Condition.ACUTE_SCIATICA, Condition.HERNIATED_DISC, Condition.SPINAL_STENOSIS)
_GENERAL = tuple(one for one in Condition if one not in {*_HIP_AND_KNEE, *_BACK})


class ConditionChips(QWidget):
    """One chip for each condition; "None of these" turns all of them off, and they turn it off.

    With `leaves_enter`, Enter is the page's.

    Signals:
        conditions_changed: `tuple[str, ...] | None`, the ids that apply; None without any answer.
    """

    conditions_changed = Signal(object)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, leaves_enter: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme, self._leaves_enter = theme, leaves_enter
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        tr = QCoreApplication.translate
        none = tr("Welcome", "None of these")
        self.none = AnswerChip(theme, none, leaves_enter=leaves_enter)
        first = ChipFlow(tr("Welcome", "The short answer"))
        first.add_chip(self.none)
        self.none.clicked.connect(self._on_none_clicked)
        self._column.addWidget(first)
        self._chips: list[AnswerChip] = []
        self._add_group(tr("Welcome", "Hip and knee"), _HIP_AND_KNEE)
        self._add_group(tr("Welcome", "Back"), _BACK)
        self._add_group(tr("Welcome", "General"), _GENERAL)

    @property
    def chips(self) -> tuple[AnswerChip, ...]:
        """One chip for each condition, from top to bottom."""
        return tuple(self._chips)

    @property
    def stops(self) -> tuple[AnswerChip, ...]:
        """What Tab reaches."""
        return (self.none, *self._chips)

    @property
    def conditions(self) -> tuple[str, ...] | None:
        """The ids that apply, in the order in which they are kept; None without any answer."""
        chosen = {chip.value for chip in self._chips if chip.isChecked()}
        if not chosen and not self.none.isChecked():
            return None
        return tuple(one.value for one in Condition if one.value in chosen)

    def set_conditions(self, conditions: tuple[str, ...] | None) -> None:
        """Show these, without telling."""
        self.none.setChecked(conditions == ())
        for chip in self._chips:
            chip.setChecked(chip.value in (conditions or ()))

    def _add_group(self, name: str, conditions: tuple[Condition, ...]) -> None:
        """The name of a group and its chips."""
        head = Label(self._theme, Role.BODY_STRONG, name, color="ink2")
        head.setContentsMargins(FOCUS_MARGIN, _ABOVE_GROUP, FOCUS_MARGIN, _BELOW_HEAD)
        self._column.addWidget(head)
        flow = ChipFlow(name)
        for condition in conditions:
            flow.add_chip(self._chip(condition))
        self._column.addWidget(flow)

    def _chip(self, condition: Condition) -> AnswerChip:
        """The chip of a condition."""
        text, leaves_enter = words.condition_word(condition), self._leaves_enter
        chip = AnswerChip(self._theme, text, condition.value, leaves_enter=leaves_enter)
        chip.clicked.connect(self._on_chip_clicked)
        self._chips.append(chip)
        return chip

    @Slot()
    def _on_none_clicked(self) -> None:
        """None of them applies, or that is open again."""
        for chip in self._chips:
            chip.setChecked(False)
        self.conditions_changed.emit(self.conditions)

    @Slot()
    def _on_chip_clicked(self) -> None:
        """A condition applies or not."""
        self.none.setChecked(False)
        self.conditions_changed.emit(self.conditions)
