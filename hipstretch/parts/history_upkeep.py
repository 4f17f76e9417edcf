"""The history kept in order: what was deleted is let go of, and all pages are of what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from hipstretch.storage.database import HistoryUnavailable

if TYPE_CHECKING:
    from hipstretch.parts.stores import Stores
    from hipstretch.ui.flow.person_day import PersonDay
    from hipstretch.ui.flow.plan_keeper import PlanKeeper
    from hipstretch.ui.main_window import MainWindow


class HistoryUpkeep(QObject):
    """What is to be done for the history after the first paint, and when it is another one."""

    def __init__(
        self,
        window: MainWindow,
        stores: Stores,
        day: PersonDay,
        plan: PlanKeeper,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._stores = window, stores
        self._day, self._plan = day, plan

    @Slot()
    def let_go_of_deleted(self) -> None:
        """Remove for good what the last run deleted; an undo that it did not finish is finished."""
        if not self._stores.has_deleted:
            return
        try:
            self._stores.history_bin().empty()
        except HistoryUnavailable as error:
            from hipstretch.ui.history_trouble_words import reason

            text = self.tr("What was deleted is still on the disk. %1")
            self._window.toast.show_message(text.replace("%1", reason(error)), icon="info")
        self._look_anew()

    def tell_trouble(self) -> None:
        """Say once where the history can be seen, and nothing can be added to it."""
        from hipstretch.ui.flow.history_check import trouble_of_writing

        trouble = trouble_of_writing(self._stores.database.path)
        if trouble is not None:
            from hipstretch.ui.history_trouble_words import words_to_keep

            title = words_to_keep(trouble).title
            text = self.tr("%1. History says why.").replace("%1", title)
            self._window.toast.show_message(text, icon="info")

    @Slot()
    def take_up_change(self) -> None:
        """The history is another one: keep the plan in it, and let all in sight be of it."""
        self._plan.note()
        self._look_anew()

    def _look_anew(self) -> None:
        """Have Home and the preview look whether it is a flare-up day, and at all else."""
        self._day.look()
        self._day.flare_up_changed.emit()
