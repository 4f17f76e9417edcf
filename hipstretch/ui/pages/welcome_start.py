"""The first step: what this is, and which signs need help rather than stretches."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hipstretch.core.safety import GET_HELP_NOW
from hipstretch.ui import safety_words
from hipstretch.ui.pages.safety_rows import Group
from hipstretch.ui.pages.welcome_step import WelcomeStep
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.card_panel import CardPanel

_SIGNS = 5
"""How many signs are named here, the gravest; the page of safety has all of them."""
_BUTTON_ABOVE = 8


class StartStep(WelcomeStep):
    """A welcome and the short safety note."""

    figure = "lying-hamstring-stretch"
    is_question = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        lead = tr(
            "Welcome",
            "Gentle stretches for hips, back and sciatica, at your own pace. Three short questions "
            "make them fit you. What you answer stays on this computer.",
        )
        super().__init__(theme, tr("Welcome", "Welcome to HipStretch"), lead, parent)
        heading = tr("Welcome", "Some signs need help now, not stretches")
        self.note = CardPanel(theme, heading)
        signs = Group(theme)
        signs.add_lines(safety_words.texts(GET_HELP_NOW[:_SIGNS]))
        self.safety = Button(
            theme, tr("Welcome", "When to get help"), kind=ButtonKind.SOFT, icon="safety"
        )
        self.safety.clicked.connect(self.safety_requested)
        self.note.add_row(_under_each_other(signs, self.safety))
        self.add_card(self.note)
        self.add_stretch()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The way to the page of safety."""
        return (self.safety,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the note less room at the sides in narrow windows."""
        self.note.set_narrow(self.window().width() < NARROW_WINDOW)
        super().resizeEvent(event)


def _under_each_other(lines: QWidget, button: QWidget) -> QWidget:
    """Lines and a button in one row of a card."""
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(_BUTTON_ABOVE)
    column.addWidget(lines)
    column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    return row
