"""History: what was done, read when the page is shown, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from hipstretch.core.body import Picture
from hipstretch.core.history_sums import HistoryFilter, SessionRow
from hipstretch.core.ports import Clock
from hipstretch.qt.settings_keeper import SettingsKeeper
from hipstretch.storage.database import Database, HistoryUnavailable
from hipstretch.storage.day_marks import DayMarks
from hipstretch.storage.history_bin import HistoryBin
from hipstretch.storage.history_reader import HistoryReader
from hipstretch.ui.dialogs.session_answer import SessionAnswer
from hipstretch.ui.flow.history_deletion import HistoryDeletion
from hipstretch.ui.flow.history_export import ChoosePath, HistoryExport, Outgo, choose_path
from hipstretch.ui.flow.history_reading import HistoryReading
from hipstretch.ui.flow.history_trouble import HistoryTroubles
from hipstretch.ui.main_window import MainWindow
from hipstretch.ui.pages.history import HistoryPage
from hipstretch.ui.pages.history_view import Chart, HistoryCharts, HistoryView
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.session_rows import SessionItem

KEY = "history"
"""The page's key in the rail."""
_FIRST, _MORE = 8, 20
"""How many sessions are read at first, and each time more are wanted."""


class HistoryFlow(QObject):
    """Fills the History page and does what is asked there.

    Signals:
        start_requested: `str`, the id of a routine to do again.
        home_requested: a routine is to be chosen.
        changed: sessions were deleted or put back, or a new history has begun.
    """

    start_requested = Signal(str)
    home_requested = Signal()
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        window: MainWindow,
        database: Database,
        reader: HistoryReader,
        history_bin: HistoryBin,
        marks: DayMarks,
        settings: SettingsKeeper,
        clock: Clock,
        outgo: Outgo,
        pictures: Callable[[str], Picture | None],
        choose: ChoosePath = choose_path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._window = theme, window
        self._reader, self._reading = reader, HistoryReading(reader, marks)
        self._settings, self._clock, self._pictures = settings, clock, pictures
        self._export = export = HistoryExport(window, settings, clock, outgo, choose, self)
        self._deletion = HistoryDeletion(theme, window, history_bin, export.is_reading, self)
        self._charts = HistoryCharts(self._today)
        self._rows: tuple[SessionRow, ...] = ()
        self._day: date | None = None
        self._most = _FIRST
        self._opened: SessionRow | None = None
        self._page = HistoryPage(theme, self._today)
        self._troubles = HistoryTroubles(window, self._page, database, self)
        self._failed: Callable[[], None] = self._show_all
        self._connect()

    def show(self) -> None:
        """Show all of the history as it is now."""
        self._day, self._most = None, _FIRST
        self._page.filter.reset()
        self._troubles.forget()
        self._refresh()
        self._page.scroll_to_top()
        self._window.show_page(self._page, KEY)

    def close(self) -> None:
        """The program ends: leave no half file."""
        self._export.close()

    @property
    def _today(self) -> date:
        """The day that it is."""
        return self._clock.now().date()

    def _connect(self) -> None:
        """Hear the page and what changes the history."""
        page = self._page
        page.export_requested.connect(self._export.export)
        page.table_requested.connect(self._on_table_requested)
        page.day_chosen.connect(self._on_day_chosen)
        page.filter_changed.connect(self._on_filter_changed)
        page.clear_requested.connect(self._on_clear_requested)
        page.more_requested.connect(self._on_more_requested)
        page.session_opened.connect(self._on_session_opened)
        page.delete_requested.connect(self._deletion.delete)
        page.delete_all_requested.connect(self._deletion.ask_for_all)
        page.home_requested.connect(self.home_requested)
        page.undo_requested.connect(self._deletion.undo)
        page.new_requested.connect(self._on_new_requested)
        page.retry_requested.connect(self._refresh)
        self._deletion.changed.connect(self._refresh)
        self._deletion.changed.connect(self.changed)

    @Slot()
    def _refresh(self) -> None:
        """Read everything anew."""
        self._attempt(self._show_all)

    def _attempt(self, work: Callable[[], None]) -> bool:
        """Read and show something, or say calmly why the history cannot be used; tells which."""
        try:
            work()
        except HistoryUnavailable as error:
            self._failed = work
            self._troubles.tell(error)
            return False
        return True

    def _show_all(self) -> None:
        """Read and show the charts and the list."""
        view = self._reading.view(self._today, self._settings.settings.affected_side)
        if view is None:
            self._page.show_nothing()
        else:
            self._show_view(view)
        self._troubles.tell_beside()

    def _show_view(self, view: HistoryView) -> None:
        """Show charts and list, by what is chosen."""
        self._page.show_view(view)
        self._charts = view.charts
        if not self._chosen.is_empty:
            self._show_filtered()
        self._show_sessions()

    @property
    def _chosen(self) -> HistoryFilter:
        """What is to be shown."""
        return self._page.filter.chosen

    def _show_filtered(self) -> None:
        """Show what was chosen on the map and in the bars."""
        self._charts = self._reading.filtered(self._charts, self._chosen)
        self._page.show_charts(self._charts)

    def _show_sessions(self) -> None:
        """Show the newest sessions, or those of the chosen day."""
        if self._day is not None:
            rows, has_more = self._reading.sessions_on(self._day, self._chosen), False
        else:
            read = self._reading.sessions(self._chosen, self._most + 1)
            rows, has_more = read[: self._most], len(read) > self._most
        self._show_rows(rows, has_more=has_more)

    def _add_older(self) -> None:
        """Read on from the last session that is shown."""
        older = self._reading.sessions(self._chosen, _MORE + 1, self._rows[-1].id)
        rows = (*self._rows, *older[:_MORE])
        self._most = len(rows)
        self._show_rows(rows, has_more=len(older) > _MORE)

    def _show_detail(self, session: int) -> None:
        """Open the dialog of a session; one that has gone leaves the list."""
        from hipstretch.ui.dialogs.session_dialog import SessionDialog

        detail = self._reader.detail(session)
        if detail is None:
            self._show_all()
            return
        self._opened = detail.row
        can_again = self._pictures(detail.row.routine_id) is not None
        dialog = SessionDialog(self._theme, detail, self._today, self._window, can_again=can_again)
        dialog.closed.connect(self._on_session_closed)
        dialog.open()

    def _show_rows(self, rows: tuple[SessionRow, ...], *, has_more: bool) -> None:
        """Show sessions with their pictures."""
        self._rows = rows
        items = [SessionItem(row, self._pictures(row.routine_id)) for row in rows]
        self._page.filter.show_day(self._day, self._today)
        self._page.sessions.show_items(items, self._today, has_more=has_more)

    def _show_chosen(self) -> None:
        """Show charts and list after another choice."""
        self._most = _FIRST
        self._show_filtered()
        self._show_sessions()

    @Slot(object)
    def _on_filter_changed(self, _chosen: HistoryFilter) -> None:
        """Show what was chosen."""
        self._attempt(self._show_chosen)

    @Slot()
    def _on_clear_requested(self) -> None:
        """Show all again."""
        self._day = None
        self._attempt(self._show_chosen)

    @Slot(object)
    def _on_day_chosen(self, day: date) -> None:
        """Show the sessions of a day, and go there."""
        self._day = day
        self._attempt(self._show_sessions)
        self._page.go_to_sessions()

    @Slot()
    def _on_more_requested(self) -> None:
        """Show older sessions below those that are there."""
        self._attempt(self._add_older)

    @Slot(object)
    def _on_table_requested(self, chart: Chart) -> None:
        """Show a chart as a table."""
        from hipstretch.ui.dialogs.chart_table import ChartTableDialog
        from hipstretch.ui.pages.history_tables import table_of

        ChartTableDialog(self._theme, table_of(chart, self._charts), self._window).open()

    @Slot(int)
    def _on_session_opened(self, session: int) -> None:
        """Show all about a session."""
        self._attempt(partial(self._show_detail, session))

    @Slot(object)
    def _on_session_closed(self, answer: object) -> None:
        """Delete it, do it again, or nothing."""
        row, self._opened = self._opened, None
        if row is not None and answer is SessionAnswer.DELETE:
            self._deletion.delete(row.id)
        elif row is not None and answer is SessionAnswer.AGAIN:
            self.start_requested.emit(row.routine_id)

    @Slot()
    def _on_new_requested(self) -> None:
        """Begin a new history, unless somebody has mended the old one meanwhile."""
        is_mended = self._attempt(self._failed)
        if is_mended or self._troubles.set_aside():
            self._refresh()
            self.changed.emit()
