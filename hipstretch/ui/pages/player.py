"""The player: what to do now, with which side, and for how long, readable from the mat."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.session import Event, Status
from hipstretch.core.timeline import Phase
from hipstretch.core.view import View
from hipstretch.ui.announce import announce
from hipstretch.ui.pages.hurt_dialog import HurtDialog, HurtQuestion
from hipstretch.ui.pages.instruction import Instruction
from hipstretch.ui.pages.next_card import NextCard
from hipstretch.ui.pages.player_content import PlayerContent, content_of, ring_state
from hipstretch.ui.pages.player_controls import PlayerControls
from hipstretch.ui.pages.player_header import PlayerHeader
from hipstretch.ui.pages.player_keys import Wish, digit_of, toggle, wish_of
from hipstretch.ui.pages.player_layout import lay_out
from hipstretch.ui.pages.player_sound import Sound, Told, change, volume_told
from hipstretch.ui.pages.player_words import announcement, badge_words
from hipstretch.ui.pages.stage import Stage
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.countdown_ring import CountdownRing
from hipstretch.ui.widgets.pain_scale import typed_pain
from hipstretch.ui.widgets.side_badge import SideBadge

VOLUME_STEP = 10
"""The percent that a key makes it louder or quieter."""
_STAY_MS, _BRIEF_MS = 8000, 2500
_Place = tuple[object, ...]


class PlayerPage(QWidget):
    """Shows one moment after another; between phases nothing moves, only the content changes.

    Signals:
        event_requested: `Event`, what the person asks of the session.
        close_requested: the person wants to leave; the session is to be kept.
        safety_requested: the person wants to read the Safety lines; a pause is asked for first.
        hurt_told: something hurts; a pause is asked for first.
        hurt_answered: `HurtAnswer`, what was told of it and the way on.
        pain_told: `int`, the pain before the session, where that is asked.
        full_screen_requested: the person wants the whole screen, or back from it.
        voice_toggled: the person wants the voice on, or off.
        mute_toggled: the person wants silence for now, or to hear again.
        volume_step_requested: `int`, so many percent louder, or quieter where it is below 0.
    """

    event_requested = Signal(object)
    close_requested = Signal()
    safety_requested = Signal()
    hurt_told = Signal()
    hurt_answered = Signal(object)
    pain_told = Signal(int)
    full_screen_requested = Signal()
    voice_toggled = Signal()
    mute_toggled = Signal()
    volume_step_requested = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._view: View | None = None
        self._content: PlayerContent | None = None
        self._said: _Place = ()
        self._compact = False
        self._dialog: HurtDialog | None = None
        self._asks_pain = False
        self._pain: int | None = None
        self._sound = Sound()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Player"))
        self.header = PlayerHeader(theme, self)
        self.stage = Stage(theme, self)
        self.instruction = Instruction(theme, self)
        self.badge = SideBadge(theme, self)
        self.ring = CountdownRing(theme, self)
        self.controls = PlayerControls(theme, self)
        self.upcoming = NextCard(theme, self)
        self._connect()
        self._place()

    def show_view(self, view: View) -> None:
        """Show a moment; only what differs from the one before is painted."""
        self._view = view
        self._turn_ring(view)
        self.header.segments.set_progress([round(part, 2) for part in view.parts], view.part)
        content = content_of(view)
        if content != self._content:
            self._apply(content)
        self.stage.show_view(view)
        self._announce(view)
        if view.status in {Status.PLAYING, Status.RESUMING}:
            self.close_question()

    def set_gentle(self, is_gentle: bool) -> None:
        """Say quietly that it is a flare-up day, or not."""
        self.header.set_tag(self.tr("Flare-up day") if is_gentle else "")

    def ask_pain(self, seconds: float) -> None:
        """Ask how the pain is before the session, in a quiet line, for so many seconds or 8."""
        self._asks_pain, self._pain = True, None
        words = self.tr("Pain now? Press 0 to 10")
        self._tell(Told(words, "info"), min(_STAY_MS, round(seconds * 1000)))

    def stop_asking_pain(self) -> None:
        """The session has begun; digits mean nothing any more."""
        self._asks_pain = False

    def ask_what_helps(self, question: HurtQuestion) -> None:
        """Ask what helps, over the player."""
        if self._dialog is not None:
            return
        self._dialog = dialog = HurtDialog(self._theme, question, self)
        dialog.answered.connect(self.hurt_answered)
        dialog.safety_requested.connect(self.safety_requested)
        dialog.closed.connect(self._on_question_closed)
        dialog.present()

    def close_question(self) -> None:
        """Go on without an answer, as when the session goes on by itself."""
        if self._dialog is not None:
            self._dialog.dismiss(None)

    def set_sound(self, voice_on: bool, muted: bool) -> None:
        """Show whether the voice speaks and whether anything is heard; say what has changed."""
        before, self._sound = self._sound, Sound(voice_on, muted)
        self.header.set_sound(self._sound)
        told = change(before, self._sound)
        if told is not None and self.isVisible():
            self._tell(told, _BRIEF_MS)

    def show_volume(self, percent: int) -> None:
        """Say for a moment how loud it is now."""
        self._tell(volume_told(percent), _BRIEF_MS)

    def show_notice(self, text: str) -> None:
        """Say something in a quiet line on the stage for 8 s; nothing moves."""
        self._tell(Told(text, "info"), _STAY_MS)

    def sizeHint(self) -> QSize:
        """The window that the design is drawn for."""
        return QSize(1280, 800)

    def minimumSizeHint(self) -> QSize:
        """The smallest window."""
        return QSize(420, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the ground where it is needed."""
        QPainter(self).fillRect(event.rect(), self._theme.palette.bg)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out for the new size."""
        super().resizeEvent(event)
        self._place()

    def showEvent(self, event: QShowEvent) -> None:
        """Say the phase again to someone who comes back."""
        self._said = ()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means; held keys do nothing more."""
        if self._content is None or event.isAutoRepeat():
            return
        digit = digit_of(event.keyCombination())
        wish = wish_of(event.keyCombination(), self._content.main)
        if digit is not None and self._asks_pain:
            self._tell_pain(digit)
        elif wish is None:
            super().keyPressEvent(event)
        elif isinstance(wish, Event):
            self._request(wish)
        else:
            self._follow(wish)

    def _connect(self) -> None:
        """Hear the parts."""
        self.header.close_pressed.connect(self.close_requested)
        self.header.safety_pressed.connect(self._on_safety_pressed)
        self.header.voice_pressed.connect(self.voice_toggled)
        self.header.mute_pressed.connect(self.mute_toggled)
        self.header.full_screen_pressed.connect(self.full_screen_requested)
        self.stage.clicked.connect(self._on_stage_clicked)
        self.controls.event_requested.connect(self.event_requested)
        self.controls.hurts_pressed.connect(self._on_hurts_pressed)
        self._theme.changed.connect(self._on_theme_changed)

    def _place(self) -> None:
        """Put everything where the layout says."""
        layout = lay_out(self.width(), self.height(), self._theme.text_scale)
        self._compact = layout.compact
        self.header.place(layout)
        self.stage.place(layout)
        self.instruction.place(layout)
        self.badge.set_scale(layout.scale)
        self.badge.setGeometry(layout.badge)
        self.ring.setGeometry(layout.ring)
        self.controls.place(layout)
        self.upcoming.place(layout)
        if self._view is not None:
            self._turn_ring(self._view)

    def _turn_ring(self, view: View) -> None:
        """Let the ring show a moment."""
        self.ring.set_state(ring_state(view, small=self._compact))

    def _apply(self, content: PlayerContent) -> None:
        """Hand the new content to the parts that show it."""
        before, self._content = self._content, content
        self.stage.set_content(content.stage)
        self.instruction.set_content(content.stage)
        self.header.set_content(content.header)
        self.upcoming.set_content(content.upcoming)
        self.controls.set_main(content.main)
        self.controls.set_lengthening(content.has_length)
        if before is None or (before.limb, before.side) != (content.limb, content.side):
            self.badge.set_side(content.side, *badge_words(content.limb))

    def _announce(self, view: View) -> None:
        """Let a screen reader say a new phase, a pause, or what is to be done now."""
        place = (view.status, *_place_of(view.phase))
        before, self._said = self._said, (*place, view.instruction)
        if before[:-1] != place:
            announce(self, announcement(view))
        elif before != self._said and view.instruction:
            announce(self, view.instruction)

    def _request(self, event: Event) -> None:
        """Ask the session for something."""
        self.event_requested.emit(event)

    def _tell(self, told: Told, stay: int) -> None:
        """Show a line for `stay` ms, and let a screen reader say it."""
        self.stage.notice.show_line(told.words, told.icon, stay)
        announce(self, told.words)

    def _follow(self, wish: Wish) -> None:
        """Do what a key asks of the page."""
        match wish:
            case Wish.HURTS:
                self._tell_hurt()
            case Wish.SAFETY:
                self._ask_for_safety()
            case Wish.FULL_SCREEN:
                self.full_screen_requested.emit()
            case Wish.BACK_OUT:
                self._back_out()
            case Wish.LEAVE:
                self.close_requested.emit()
            case Wish.VOICE:
                self.voice_toggled.emit()
            case Wish.MUTE:
                self.mute_toggled.emit()
            case Wish.LOUDER:
                self._step_volume(VOLUME_STEP)
            case Wish.QUIETER:
                self._step_volume(-VOLUME_STEP)

    def _back_out(self) -> None:
        """Leave the full screen first, and the player only then."""
        if self.window().isFullScreen():
            self.full_screen_requested.emit()
        else:
            self.close_requested.emit()

    def _step_volume(self, step: int) -> None:
        """Ask for more or less volume."""
        self.volume_step_requested.emit(step)

    def _tell_hurt(self) -> None:
        """Pause at once and say that something hurts."""
        if self._dialog is None:
            self._request(Event.HURT)
            self.hurt_told.emit()

    def _tell_pain(self, digit: int) -> None:
        """Tell the pain before the session, and show what was understood."""
        self._pain = typed_pain(self._pain, digit)
        words = self.tr("Pain before: {number}").format(number=self._pain)
        self._tell(Told(words, "check"), _BRIEF_MS)
        self.pain_told.emit(self._pain)

    def _ask_for_safety(self) -> None:
        """Pause at once and ask for the Safety lines."""
        self._pause()
        self.safety_requested.emit()

    def _pause(self) -> None:
        """Ask for a pause, unless there is one."""
        if self._view is not None and self._view.status is not Status.PAUSED:
            self._request(Event.PAUSE)

    @Slot()
    def _on_question_closed(self) -> None:
        """Have the keys again."""
        self._dialog = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_hurts_pressed(self) -> None:
        """Something hurts."""
        self._tell_hurt()

    @Slot()
    def _on_safety_pressed(self) -> None:
        """The Safety lines are wanted."""
        self._ask_for_safety()

    @Slot()
    def _on_stage_clicked(self) -> None:
        """Pause, or go on."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._content is not None:
            self._request(toggle(self._content.main))

    @Slot()
    def _on_theme_changed(self) -> None:
        """Lay out and paint in the new look."""
        self._place()
        self.update()


def _place_of(phase: Phase) -> _Place:
    """What tells a phase from another, however long it is made."""
    return phase.step, phase.kind, phase.side, phase.rep, phase.set
