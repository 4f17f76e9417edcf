"""The menu of the tray: how long one sits, what runs, what to do, and the way into the app."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidgetAction

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import TherapyView
from hipstretch.ui import break_words, therapy_notes
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.menu import Menu
from hipstretch.ui.widgets.pause_menu import PauseMenu
from hipstretch.ui.widgets.second_hand import SecondHand
from hipstretch.ui.widgets.sitting_head import SittingHead
from hipstretch.ui.widgets.timer_bar import TimerBar


class TrayMenu(QObject):
    """The entries and what they ask for; `is_plain` where the desktop draws menus itself.

    A plain menu has lines of text where the other has the ring and the bars, and no signs. Its
    words of ice and heat stay true for a minute; the other counts the seconds while it is seen.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        sitting_requested: the person sits again.
        pause_requested: `Pause`, no reminders for so long.
        go_on_requested: the pause is to end.
        open_requested: the window is wanted.
        settings_requested: the settings are wanted.
        quit_requested: the program is to end.
        opened: the menu is about to show.
        therapy_requested: it is seen, and wants a fresh view of ice and heat.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()
    pause_requested = Signal(object)
    go_on_requested = Signal()
    open_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()
    opened = Signal()
    therapy_requested = Signal()

    def __init__(self, theme: Theme, parent: QObject | None = None, *, is_plain: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self.menu: QMenu = QMenu() if is_plain else Menu(theme, self.tr("HipStretch"))
        self._head: SittingHead | None = None
        self._lines: tuple[QAction, QAction] | None = None
        self._bars: dict[Kind, TimerBar] = {}
        self._make_head()
        self._timers = {kind: self._make_timer(kind) for kind in Kind}
        self._second_hand = SecondHand(self.menu)
        self.menu.addSeparator()
        self._stretch = self._add(self.tr("One-minute stretch"), "play")
        self._up = self._add(self.tr("I’m up"), "standing")
        self._sitting = self._add(self.tr("I’m sitting again"), "seated")
        self._pauses = PauseMenu(theme, self, is_plain=is_plain)
        self._pause = self._add_below(self._pauses.menu, "snooze")
        self._go_on = self._add(self.tr("Go on with breaks"), "bell")
        self.menu.addSeparator()
        self._open = self._add(self.tr("Open HipStretch"), "today")
        self._settings = self._add(self.tr("Settings"), "settings")
        self._quit = self._add(self.tr("Quit"), "quit")
        self._connect()

    def show_view(self, view: BreaksView) -> None:
        """Tell how things stand, and offer what fits."""
        if self._head is not None:
            self._head.show_view(view)
        if self._lines is not None:
            for action, words in zip(self._lines, _words(view), strict=True):
                _set_text(action, words)
        is_on, is_paused = view.state is not State.OFF, view.state is State.PAUSED
        self._up.setVisible(is_on and not view.is_up)
        self._sitting.setVisible(is_on and view.is_up)
        self._pause.setVisible(is_on and not is_paused)
        self._go_on.setVisible(is_paused)

    def show_therapy(self, view: TherapyView) -> None:
        """Tell what runs, rings, or ended while nobody answered."""
        noted = {card.kind: card for card in view.noted}
        for kind, action in self._timers.items():
            card = noted.get(kind)
            if card is not None and kind in self._bars:
                self._bars[kind].show_card(card)
            elif card is not None:
                _set_text(action, therapy_notes.lasting_line(card))
            action.setVisible(card is not None)
        self._second_hand.follow(view.next_change)

    def set_stretch(self, words: str) -> None:
        """Call the routine for breaks something else: "One-minute stretch"."""
        _set_text(self._stretch, words)

    def _make_head(self) -> None:
        """Put the ring or two lines of text at the top."""
        if isinstance(self.menu, Menu):
            self._head = SittingHead(self._theme)
            place = QWidgetAction(self.menu)
            place.setDefaultWidget(self._head)
            place.setEnabled(False)
            self.menu.addAction(place)
            return
        self._lines = (self.menu.addAction(""), self.menu.addAction(""))
        for action in self._lines:
            action.setEnabled(False)

    def _make_timer(self, kind: Kind) -> QAction:
        """Put the place for ice or heat under the head; it is there only while it has to tell."""
        action = QWidgetAction(self.menu) if isinstance(self.menu, Menu) else QAction(self.menu)
        if isinstance(action, QWidgetAction):
            self._bars[kind] = TimerBar(self._theme)
            action.setDefaultWidget(self._bars[kind])
        self.menu.addAction(action)
        action.setEnabled(False)
        action.setVisible(False)
        return action

    def _add(self, text: str, icon: str) -> QAction:
        """Put an entry at the end."""
        return (
            self.menu.add(text, icon) if isinstance(self.menu, Menu) else self.menu.addAction(text)
        )

    def _add_below(self, menu: QMenu, icon: str) -> QAction:
        """Put an entry at the end that opens another menu."""
        if isinstance(self.menu, Menu) and isinstance(menu, Menu):
            return self.menu.add_below(menu, icon)
        return self.menu.addMenu(menu)

    def _connect(self) -> None:
        """Let every entry ask for what it says."""
        self._stretch.triggered.connect(self._on_stretch_triggered)
        self._up.triggered.connect(self._on_up_triggered)
        self._sitting.triggered.connect(self._on_sitting_triggered)
        self._go_on.triggered.connect(self._on_go_on_triggered)
        self._open.triggered.connect(self._on_open_triggered)
        self._settings.triggered.connect(self._on_settings_triggered)
        self._quit.triggered.connect(self._on_quit_triggered)
        self._pauses.pause_requested.connect(self.pause_requested)
        self.menu.aboutToShow.connect(self._on_about_to_show)
        self._second_hand.ticked.connect(self.therapy_requested)

    @Slot()
    def _on_stretch_triggered(self) -> None:
        """Pass the wish on."""
        self.stretch_requested.emit()

    @Slot()
    def _on_up_triggered(self) -> None:
        """Pass the word on."""
        self.up_requested.emit()

    @Slot()
    def _on_sitting_triggered(self) -> None:
        """Pass the word on."""
        self.sitting_requested.emit()

    @Slot()
    def _on_go_on_triggered(self) -> None:
        """Pass the wish on."""
        self.go_on_requested.emit()

    @Slot()
    def _on_open_triggered(self) -> None:
        """Pass the wish on."""
        self.open_requested.emit()

    @Slot()
    def _on_settings_triggered(self) -> None:
        """Pass the wish on."""
        self.settings_requested.emit()

    @Slot()
    def _on_quit_triggered(self) -> None:
        """Pass the wish on."""
        self.quit_requested.emit()

    @Slot()
    def _on_about_to_show(self) -> None:
        """Say so, for whoever knows what is new."""
        self.opened.emit()
        self.therapy_requested.emit()


def _words(view: BreaksView) -> Sequence[str]:
    """The two lines of a head without a ring."""
    return break_words.title(view), break_words.line(view)


def _set_text(action: QAction, words: str) -> None:
    """Change an entry only where it is another one: each change goes over the bus."""
    text = words.replace("&", "&&")
    if action.text() != text:
        action.setText(text)
