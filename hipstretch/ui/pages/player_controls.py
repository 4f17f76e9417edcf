"""The player's buttons and, under them, the keys that do the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.session import Event
from hipstretch.ui.pages.player_content import MainAction
from hipstretch.ui.pages.player_layout import PlayerLayout
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import ButtonKind
from hipstretch.ui.widgets.key_cap import KeyCap
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.player_button import PlayerButton

_RADIUS, _SMALL_RADIUS = 28, 18
_COMPACT_SCALE = 0.72


class PlayerControls(QWidget):
    """This hurts, back, pause, skip and 10 s more.

    Signals:
        event_requested: `Event`, what the pressed button asks of the session.
        hurts_pressed: something hurts.
    """

    event_requested = Signal(object)
    hurts_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._main_action = MainAction.PAUSE
        self.hurts = PlayerButton(
            theme,
            self.tr("This hurts"),
            words=self.tr("This hurts"),
            icon="this-hurts",
            parent=self,
        )
        self.back = PlayerButton(theme, self.tr("Back"), icon="back", size=28, parent=self)
        self.main = PlayerButton(
            theme, "", words=" ", size=24, kind=ButtonKind.PRIMARY, parent=self
        )
        self.skip = PlayerButton(theme, self.tr("Skip"), icon="skip", size=28, parent=self)
        self.more = PlayerButton(
            theme, self.tr("10 seconds more"), words=self.tr("+10 s"), size=24, parent=self
        )
        self._caps = self._make_caps()
        self._name_keys()
        self._connect()
        self._show_main()

    def set_main(self, action: MainAction) -> None:
        """Let the large button do something else."""
        if action is not self._main_action:
            self._main_action = action
            self._show_main()

    def set_lengthening(self, possible: bool) -> None:
        """Offer 10 s more only where there is a time to make longer."""
        self.more.setEnabled(possible)

    def place(self, layout: PlayerLayout) -> None:
        """Take the places of the layout."""
        places = layout.controls
        area = QRect(places.all[0])
        for rect in (*places.all, *([places.caps] if places.caps else [])):
            area = area.united(rect)
        area.adjust(-FOCUS_MARGIN, -FOCUS_MARGIN, FOCUS_MARGIN, FOCUS_MARGIN)
        self.setGeometry(area)
        scale = max(layout.scale, _COMPACT_SCALE) if layout.compact else layout.scale
        radius = _SMALL_RADIUS if layout.compact else _RADIUS * layout.scale
        for button, rect in zip(self._buttons(), places.all, strict=True):
            button.place(rect.translated(-area.topLeft()), scale, radius)
        self._place_caps(layout, area)

    def _buttons(self) -> tuple[PlayerButton, ...]:
        """The five buttons from left to right."""
        return (self.hurts, self.back, self.main, self.skip, self.more)

    def _make_caps(self) -> tuple[KeyCap, ...]:
        """The key hints, in the order of the buttons; the last one is for Done."""
        pairs = (
            ("H", ""),
            ("←", self.tr("Back")),
            (self.tr("Space"), ""),
            ("→", self.tr("Skip")),
            ("↑", ""),
            (self.tr("Enter"), ""),
        )
        return tuple(KeyCap(self._theme, key, word, self) for key, word in pairs)

    def _name_keys(self) -> None:
        """Tell in the tooltips which keys do the same."""
        self.hurts.set_name(self.tr("This hurts"), self.tr("Pause and choose what helps (H)"))
        self.back.set_name(self.tr("Back"), self.tr("Back to the start of this part (←)"))
        self.skip.set_name(
            self.tr("Skip"), self.tr("Skip this part (→), the whole stretch with Shift+→")
        )
        self.more.set_name(self.tr("10 seconds more"), self.tr("10 seconds more (↑)"))

    def _connect(self) -> None:
        """Hear the buttons."""
        self.hurts.clicked.connect(self._on_hurts_clicked)
        self.back.clicked.connect(self._on_back_clicked)
        self.main.clicked.connect(self._on_main_clicked)
        self.skip.clicked.connect(self._on_skip_clicked)
        self.more.clicked.connect(self._on_more_clicked)

    def _show_main(self) -> None:
        """Show what the large button does now, and its key."""
        words, icon, key = {
            MainAction.PAUSE: (self.tr("Pause"), "pause", self.tr("Space")),
            MainAction.RESUME: (self.tr("Resume"), "play", self.tr("Space")),
            MainAction.DONE: (self.tr("Done"), "check", self.tr("Enter")),
        }[self._main_action]
        self.main.set_words(words, icon)
        self.main.set_name(words, f"{words} ({key})")
        self._show_caps()

    def _show_caps(self) -> None:
        """Show the key of what the large button does, where there is room for keys at all."""
        is_done = self._main_action is MainAction.DONE
        has_caps = not self._caps[0].isHidden()
        self._caps[2].setVisible(has_caps and not is_done)
        self._caps[5].setVisible(has_caps and is_done)

    def _place_caps(self, layout: PlayerLayout, area: QRect) -> None:
        """Put each key under its button; none in one column."""
        row = layout.controls.caps
        places = (*layout.controls.all, layout.controls.main)
        for cap, place in zip(self._caps, places, strict=True):
            cap.setVisible(row is not None)
            if row is not None:
                cap.set_scale(layout.scale)
                half = max(place.width(), cap.sizeHint().width()) // 2 + 1
                rect = QRect(place.center().x() - half, row.top(), 2 * half + 1, row.height())
                cap.setGeometry(rect.translated(-area.topLeft()))
        self._show_caps()

    def _request(self, event: Event) -> None:
        """Ask for an event."""
        self.event_requested.emit(event)

    @Slot()
    def _on_hurts_clicked(self) -> None:
        """Something hurts."""
        self.hurts_pressed.emit()

    @Slot()
    def _on_back_clicked(self) -> None:
        """Back to the start of the phase or to the one before."""
        self._request(Event.BACK)

    @Slot()
    def _on_main_clicked(self) -> None:
        """Whatever the large button says."""
        self._request(self._main_action.event)

    @Slot()
    def _on_skip_clicked(self) -> None:
        """On to the next phase."""
        self._request(Event.SKIP)

    @Slot()
    def _on_more_clicked(self) -> None:
        """Ten seconds more."""
        self._request(Event.MORE)
