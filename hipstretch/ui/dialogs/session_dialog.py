"""All about one session: how it went, how it felt, and what hurt."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.history_sums import SessionDetail
from hipstretch.ui import history_words
from hipstretch.ui.dialogs.reading_dialog import ReadingDialog
from hipstretch.ui.dialogs.session_answer import SessionAnswer
from hipstretch.ui.dialogs.session_parts import reps_words, step_parts
from hipstretch.ui.dialogs.session_steps import SessionStep
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.button_pair import ButtonPair
from hipstretch.ui.words import capitalised

_HEIGHT = 48


class SessionDialog(ReadingDialog):
    """A session to read; `closed` carries a SessionAnswer, or None.

    `can_again` says that its routine is still there.
    """

    def __init__(
        self,
        theme: Theme,
        detail: SessionDetail,
        today: date,
        parent_window: QWidget,
        *,
        can_again: bool,
    ) -> None:
        row = detail.row
        when = history_words.when(row.began_at, today)
        facts = [when, history_words.minutes(row.seconds), *history_words.tags(row)]
        super().__init__(theme, row.routine_name, " · ".join(facts), parent_window)
        before, after = history_words.feeling(row.before), history_words.feeling(row.after)
        self.add_section(self.tr("Pain before"), capitalised(before))
        self.add_section(self.tr("Pain after"), capitalised(after))
        self.add_section(self.tr("Your note"), row.note)
        hurts = [history_words.hurt_line(hurt) for hurt in detail.hurts]
        self.add_points(self.tr("What hurt"), hurts)
        self._add_steps(detail)
        self.again = Button(
            theme, self.tr("Do it again"), kind=ButtonKind.SOFT, icon="play", height=_HEIGHT
        )
        self.delete = Button(theme, self.tr("Delete"), kind=ButtonKind.SECONDARY, height=_HEIGHT)
        pair = ButtonPair(self.again, self.delete)
        self.again.setVisible(can_again)  # in the pair by now, so that it is no window of its own
        stops = [self.again, self.delete] if can_again else [self.delete]
        self.add_actions(pair, stops)
        self.again.clicked.connect(self._on_again_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)

    def _add_steps(self, detail: SessionDetail) -> None:
        """How much in all, then every stretch."""
        if detail.reps:
            self.add_section(self.tr("What you did"), reps_words(detail.reps))
        for part in step_parts(detail.reps):
            self.add_widget(SessionStep(self._theme, part))

    @Slot()
    def _on_again_clicked(self) -> None:
        """Close; the routine is to be played."""
        self.dismiss(SessionAnswer.AGAIN)

    @Slot()
    def _on_delete_clicked(self) -> None:
        """Close; the session is to be deleted."""
        self.dismiss(SessionAnswer.DELETE)
