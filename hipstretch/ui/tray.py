"""The app in the desktop's tray: an icon that shows the sitting, its words, and the menu."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QSystemTrayIcon

from hipstretch.core.breaks_view import BreaksView
from hipstretch.core.therapy_view import TherapyView
from hipstretch.ui import break_words, therapy_notes
from hipstretch.ui.theme import Theme
from hipstretch.ui.tray_icon import TrayLook, tray_icon, tray_look
from hipstretch.ui.tray_menu import TrayMenu

_Reason = QSystemTrayIcon.ActivationReason


class Place(Protocol):
    """Where icons are shown; see `TrayPlace`."""

    changed: SignalInstance

    @property
    def is_known(self) -> bool:
        """Whether what there is has been found out."""

    @property
    def is_there(self) -> bool:
        """Whether an icon would be seen."""

    @property
    def draws_menus(self) -> bool:
        """Whether the desktop draws the menus of icons."""


class Tray(QObject):
    """The icon and its menu, from `show` to `hide`; it paints only what looks different.

    An icon that was shown before there is a tray appears with it. It has no timer: it shows what
    `show_view` was told last.

    Signals:
        stretch_requested: the routine for breaks is to begin.
        up_requested: the person is up.
        sitting_requested: the person sits again.
        pause_requested: `Pause`, no reminders for so long.
        go_on_requested: the pause is to end.
        open_requested: the window is wanted; the icon was clicked, or its entry in the menu.
        settings_requested: the settings are wanted.
        quit_requested: the program is to end.
        menu_opened: the menu is about to show; what it tells may be a minute old.
        therapy_requested: the menu is seen, and wants a fresh view of ice and heat.
        place_changed: a panel has come or gone; ask `is_available` again.
    """

    stretch_requested = Signal()
    up_requested = Signal()
    sitting_requested = Signal()
    pause_requested = Signal(object)
    go_on_requested = Signal()
    open_requested = Signal()
    settings_requested = Signal()
    quit_requested = Signal()
    menu_opened = Signal()
    therapy_requested = Signal()
    place_changed = Signal()

    def __init__(self, theme: Theme, place: Place, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._place = place
        self._view: BreaksView | None = None
        self._therapy: TherapyView | None = None
        self._look: TrayLook | None = None
        self._stretch = ""
        self._is_wanted = self._is_plain = False
        self._icon: QSystemTrayIcon | None = None
        self._menu: TrayMenu | None = None
        place.changed.connect(self._on_place_changed)

    @property
    def is_available(self) -> bool:
        """Whether there is a tray now that shows the icon."""
        return self._place.is_there

    def show_view(self, view: BreaksView) -> None:
        """Show how things stand now."""
        self._view = view
        if self._icon is None or self._menu is None:
            return
        self._show_words(view, self._icon)
        look = tray_look(view)
        if look != self._look:
            self._look = look
            self._icon.setIcon(tray_icon(look))
        self._menu.show_view(view)

    def show_therapy(self, view: TherapyView) -> None:
        """Show how ice and heat stand now."""
        self._therapy = view
        if self._icon is None or self._menu is None or self._view is None:
            return
        self._show_words(self._view, self._icon)
        self._menu.show_therapy(view)

    def set_stretch(self, words: str) -> None:
        """Call the routine for breaks something else in the menu."""
        self._stretch = words
        if self._menu is not None:
            self._menu.set_stretch(words)

    def show(self, view: BreaksView) -> None:
        """Be in the tray, now or as soon as there is one."""
        self._is_wanted = True
        self._view = view
        if self._icon is None and self._place.is_known:
            self._make()
        self.show_view(view)
        if self._icon is not None:
            self._icon.show()

    def hide(self) -> None:
        """Be gone from the tray."""
        self._is_wanted = False
        self._drop()

    def _show_words(self, view: BreaksView, icon: QSystemTrayIcon) -> None:
        """Tell in the tooltip, with what runs first; in words that stay true for a minute."""
        notes = "" if self._therapy is None else therapy_notes.lasting_notes(self._therapy)
        parts = [part for part in (notes, break_words.both(view)) if part]
        words = self.tr("HipStretch: {words}").format(words=self.tr(". ").join(parts))
        if words != icon.toolTip():
            icon.setToolTip(words)

    def _make(self) -> None:
        """Make the icon and the menu that fits the panel."""
        self._is_plain = self._place.draws_menus
        self._menu = self._make_menu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu.menu)
        self._icon.activated.connect(self._on_activated)

    def _drop(self) -> None:
        """Let the icon and the menu go."""
        if self._icon is not None and self._menu is not None:
            self._icon.hide()
            self._icon.deleteLater()
            self._menu.menu.deleteLater()
            self._menu.deleteLater()
        self._icon, self._menu, self._look = None, None, None

    def _make_menu(self) -> TrayMenu:
        """The menu, whose wishes are passed on."""
        menu = TrayMenu(self._theme, self, is_plain=self._is_plain)
        if self._stretch:
            menu.set_stretch(self._stretch)
        if self._therapy is not None:
            menu.show_therapy(self._therapy)
        menu.stretch_requested.connect(self.stretch_requested)
        menu.up_requested.connect(self.up_requested)
        menu.sitting_requested.connect(self.sitting_requested)
        menu.pause_requested.connect(self.pause_requested)
        menu.go_on_requested.connect(self.go_on_requested)
        menu.open_requested.connect(self.open_requested)
        menu.settings_requested.connect(self.settings_requested)
        menu.quit_requested.connect(self.quit_requested)
        menu.opened.connect(self.menu_opened)
        menu.therapy_requested.connect(self.therapy_requested)
        return menu

    @Slot(QSystemTrayIcon.ActivationReason)
    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        """A click opens the window."""
        if reason is _Reason.Trigger:
            self.open_requested.emit()

    @Slot()
    def _on_place_changed(self) -> None:
        """Move to a panel of another kind; one of the same kind finds the icon by itself."""
        if self._place.draws_menus != self._is_plain:
            self._drop()
        if self._is_wanted and self._view is not None:
            self.show(self._view)
        self.place_changed.emit()
