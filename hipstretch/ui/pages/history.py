"""History: the year, the weeks, the pain, and every session."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.pages.history_charts import ChartCards
from hipstretch.ui.pages.history_filter import HistoryFilterBar
from hipstretch.ui.pages.history_header import HistoryHeader
from hipstretch.ui.pages.history_sessions import SessionsCard
from hipstretch.ui.pages.history_trouble import HistoryTroubleCard
from hipstretch.ui.pages.history_view import HistoryCharts, HistoryView
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.empty_state import EmptyState
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.quiet_button import QuietButton
from hipstretch.ui.widgets.scroll_page import ScrollPage, side_padding

_CARD_GAP, _LIST_ABOVE, _LIST_BELOW = 18, 26, 10
_TWO_COLUMNS_FROM, _FILTER_ROW_FROM = 700, 640
_ROOM_AROUND = 60
_Direction = QBoxLayout.Direction


class HistoryPage(ScrollPage):
    """Charts above, sessions below; one calm card where there is nothing to show.

    Signals:
        export_requested: `Export`, what is to be taken out.
        table_requested: `Chart`, one is wanted as a table.
        day_chosen: `date`, the sessions of a day are wanted.
        filter_changed: `HistoryFilter`, other sessions are wanted.
        clear_requested: all sessions are wanted again.
        more_requested: older sessions are wanted.
        session_opened: `int`, all about a session is wanted.
        delete_requested: `int`, a session is to be deleted.
        delete_all_requested: all sessions are to be deleted.
        home_requested: a routine is to be chosen.
        undo_requested: what was deleted last is wanted back.
        new_requested: a new history is to begin in the place of a damaged one.
        retry_requested: the history is to be opened once more.
    """

    export_requested = Signal(object)
    table_requested = Signal(object)
    day_chosen = Signal(object)
    filter_changed = Signal(object)
    clear_requested = Signal()
    more_requested = Signal()
    session_opened = Signal(int)
    delete_requested = Signal(int)
    delete_all_requested = Signal()
    home_requested = Signal()
    undo_requested = Signal()
    new_requested = Signal()
    retry_requested = Signal()

    def __init__(self, theme: Theme, today: date, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("History"))
        self.header = HistoryHeader(theme)
        self.charts = ChartCards(theme, HistoryCharts(today), self)
        self.filter = HistoryFilterBar(theme)
        self.sessions = SessionsCard(theme, today)
        self.delete_all = QuietButton(theme, self.tr("Delete all history"))
        self.empty = EmptyState(
            theme,
            self.tr("Your history begins with one stretch"),
            self.tr("Each session shows up here, and how it felt."),
            self.tr("Choose a routine"),
        )
        self.trouble = HistoryTroubleCard(theme)
        self._below_trouble = QWidget()
        self._pair = QBoxLayout(_Direction.LeftToRight)
        self._fill()
        self._connect()
        self.show_nothing()

    def show_view(self, view: HistoryView) -> None:
        """Show what there is."""
        self._show_only(self._parts())
        self.header.show_totals(view.totals)
        self.charts.show_charts(view.charts)
        self.filter.set_exercises(view.exercises)
        self.charts.show_choice(self.filter.words)

    def show_charts(self, charts: HistoryCharts) -> None:
        """Show other sums after another choice."""
        self.charts.show_charts(charts)
        self.charts.show_choice(self.filter.words)

    def show_nothing(self) -> None:
        """Say kindly that there is nothing yet."""
        self._show_only([self.empty])
        self.header.show_totals(None)

    def show_trouble(self, trouble: HistoryTrouble, path: Path | None) -> None:
        """Say why there is nothing to be seen, and what helps."""
        self._show_only([self.trouble])
        self.header.show_totals(None)
        self.trouble.show_trouble(trouble, path)

    def show_not_kept(self, trouble: HistoryTrouble, path: Path | None) -> None:
        """Say above what is shown why nothing can be added to it."""
        self.trouble.show_not_kept(trouble, path)
        self._show_note()

    def show_set_aside(self, path: Path) -> None:
        """Say above what is shown where the old file lies."""
        self.trouble.show_set_aside(path)
        self._show_note()

    def go_to_sessions(self) -> None:
        """Bring the list's beginning into view and let the keyboard go on there."""
        self.sessions.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        top = self.filter.mapTo(self._content, QPoint(0, 0)).y()
        self.verticalScrollBar().setValue(top - self._theme.px(_LIST_ABOVE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the cards out for the room."""
        self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo by the keyboard, too."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)

    def ensureWidgetVisible(
        self,
        childWidget: QWidget,  # noqa: N803 -- Qt's name
        xmargin: int = 50,
        ymargin: int = 50,
    ) -> None:
        """Bring a widget into view; the list is long and tells its row itself."""
        if childWidget is not self.sessions.list:
            super().ensureWidgetVisible(childWidget, xmargin, ymargin)

    def _parts(self) -> list[QWidget]:
        """What is there when there is any history."""
        return [*self.charts.cards, self.filter, self.sessions, self.delete_all]

    def _show_only(self, shown: Sequence[QWidget]) -> None:
        """Show these widgets and no others; the focus of one that goes stays on the page."""
        focus = self.window().focusWidget()
        is_inside = focus is not None and self.isAncestorOf(focus)
        for widget in (*self._parts(), self.empty, self.trouble, self._below_trouble):
            widget.setVisible(widget in shown)
        if is_inside and focus is not None and not focus.isVisible():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_note(self) -> None:
        """Let the card stand above what is shown."""
        self.trouble.show()
        self._below_trouble.show()

    def _fill(self) -> None:
        """Put everything on the page."""
        gap, charts = layout_gap(_CARD_GAP), self.charts
        self.add(self.header)
        self.add_gap(14 - FOCUS_MARGIN)
        self.add_card(self.trouble)
        self._below_trouble.setFixedHeight(gap)
        self.add(self._below_trouble)
        self.add_card(charts.year)
        self.add(self.empty)
        self.add_gap(gap)
        self._pair.setSpacing(gap)
        for card in (charts.weeks, charts.pain):
            self._pair.addWidget(card, 1)
            self.shade(card)
        self.add_layout(self._pair)
        self.add_gap(_LIST_ABOVE - 2 * FOCUS_MARGIN)
        self.add(self.filter)
        self.add_gap(max(0, _LIST_BELOW - 2 * FOCUS_MARGIN))
        self.add_card(self.sessions)
        self.add_gap(gap)
        self.add_card(charts.left_right)
        self.add_gap(gap)
        self.add(self.delete_all)
        self.add_stretch()

    def _connect(self) -> None:
        """Hear the parts."""
        self.header.export_requested.connect(self.export_requested)
        self.charts.table_requested.connect(self.table_requested)
        self.charts.map.day_chosen.connect(self.day_chosen)
        self.filter.filter_changed.connect(self.filter_changed)
        self.filter.clear_requested.connect(self.clear_requested)
        self.sessions.more_requested.connect(self.more_requested)
        self.sessions.list.opened.connect(self.session_opened)
        self.sessions.list.delete_requested.connect(self.delete_requested)
        self.sessions.list.row_shown.connect(self._on_row_shown)
        self.delete_all.clicked.connect(self.delete_all_requested)
        self.empty.action_requested.connect(self.home_requested)
        self.trouble.new_requested.connect(self.new_requested)
        self.trouble.retry_requested.connect(self.retry_requested)
        self._theme.changed.connect(self._on_look_changed)

    def _arrange(self) -> None:
        """Lay the cards out for the room and the size of the text."""
        window, px = self.window().width(), self._theme.px
        is_narrow = window < NARROW_WINDOW
        room = self.width() - 2 * side_padding(window, self.width())
        is_wide = room >= px(_TWO_COLUMNS_FROM)
        direction = _Direction.LeftToRight if is_wide else _Direction.TopToBottom
        self._pair.setDirection(direction)
        self.filter.set_narrow(room < px(_FILTER_ROW_FROM))
        for card in self.charts.cards:
            card.set_narrow(is_narrow)
        self.trouble.set_narrow(is_narrow)

    @Slot(QRect)
    def _on_row_shown(self, rect: QRect) -> None:
        """Bring a row of the list into view."""
        place = self.sessions.list.mapTo(self._content, rect.center())
        self.ensureVisible(place.x(), place.y(), 0, rect.height() // 2 + _ROOM_AROUND)

    @Slot()
    def _on_look_changed(self) -> None:
        """Lay the cards out for another size of the text."""
        self._arrange()
