"""What to think of before a routine begins: one choice for each exercise that gives a reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipstretch.core.concerns import Concern
from hipstretch.ui.dialogs.dialog import CardDialog
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.concern_row import ConcernRow
from hipstretch.ui.widgets.scroll_body import ScrollBody

_WIDTH = 740
_BETWEEN, _FOOT = 18, 16


class BeforeStartDialog(CardDialog):
    """The exercises with their reasons; Enter starts with what is chosen, Escape goes back.

    Signals:
        decided: tuple of `Decided`, one for each exercise; the routine may begin.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, concerns: Sequence[Concern], parent_window: QWidget) -> None:
        tr = QCoreApplication.translate
        title = tr("BeforeStart", "Before you start")
        text = tr("BeforeStart", "You decide. Your choice is kept until a reason changes.")
        super().__init__(theme, title, text, parent_window, width=_WIDTH)
        self._body = ScrollBody(theme)
        self._body.column.setContentsMargins(0, 0, 0, _FOOT)
        self._body.column.setSpacing(_BETWEEN)
        self._rows = [ConcernRow(theme, concern) for concern in concerns]
        for row in self._rows:
            self._body.column.addWidget(row)
            for segment in row.segments:
                segment.installEventFilter(self)
        self.add_content(self._body)
        self._buttons: tuple[Button, ...] = (
            self.add_choice(tr("BeforeStart", "Start"), ButtonKind.PRIMARY, True),
            self.add_choice(tr("BeforeStart", "Go back"), ButtonKind.TEXT, None),
        )
        self._buttons[0].set_icon("play")
        self.closed.connect(self._on_closed)

    @property
    def rows(self) -> tuple[ConcernRow, ...]:
        """The exercises from top to bottom."""
        return tuple(self._rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Start with Enter from a choice, which would take it for itself."""
        if isinstance(watched, QAbstractButton) and _is_enter(event):
            self.dismiss(True)
            return True
        return super().eventFilter(watched, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go through the choices, each at the segment that is on, and the buttons."""
        self._stops = [*(row.stop for row in self._rows), *self._buttons]
        moved = super().focusNextPrevChild(forward)
        focused = self.focusWidget()
        if focused is not None and self._body.isAncestorOf(focused):
            self._body.ensureWidgetVisible(focused, 0, 80)
        return moved

    @Slot(object)
    def _on_closed(self, result: object) -> None:
        """Tell what was decided, unless the person went back."""
        if result is True:
            self.decided.emit(tuple(row.current for row in self._rows))


def _is_enter(event: QEvent) -> bool:
    """Whether Enter was pressed, and not just held."""
    if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
        return False
    return event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat()


def nothing_left_dialog(theme: Theme, parent_window: QWidget) -> CardDialog:
    """Says that everything is left out; `closed` carries True where the routine is to be shown."""
    tr = QCoreApplication.translate
    dialog = CardDialog(
        theme,
        tr("BeforeStart", "Nothing is left of this routine"),
        tr(
            "BeforeStart",
            "You left out all of its exercises. Choose another routine, or look at this one and "
            "decide anew.",
        ),
        parent_window,
    )
    dialog.add_choice(tr("BeforeStart", "Choose another"), ButtonKind.PRIMARY, False)
    dialog.add_choice(tr("BeforeStart", "Look at this one"), ButtonKind.SECONDARY, True)
    return dialog
