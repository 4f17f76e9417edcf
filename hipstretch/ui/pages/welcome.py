"""The welcome at the first start: a few calm steps, each with one question."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from hipstretch.core.settings import Settings
from hipstretch.ui.announce import announce
from hipstretch.ui.pages.welcome_dots import ProgressDots
from hipstretch.ui.pages.welcome_layout import BUTTON_HEIGHT, places
from hipstretch.ui.pages.welcome_stage import WelcomeStage
from hipstretch.ui.pages.welcome_start import StartStep
from hipstretch.ui.pages.welcome_step import Answer, WelcomeStep
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.painting import FOCUS_MARGIN

_STEPS = 5
_TEXT_INSET = 14
"""The px by which a button without a field stands out, so that its words are in line."""
_NEXT_WIDTH = 180
"""The px of the button that goes on, whatever its words; it stays in its place."""


class WelcomePage(QWidget):
    """Fills the window; Enter goes on and Escape leaves. Steps are made when they are reached.

    `country` tells the ISO code of the country whose emergency number is offered.

    Signals:
        settings_changed: `Settings`, the person answered something.
        safety_requested: the person wants to read when to get help.
        finished: the person went through all steps, or left.
    """

    settings_changed = Signal(object)
    safety_requested = Signal()
    finished = Signal()

    def __init__(
        self, theme: Theme, country: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._country = theme, country
        self._settings = Settings()
        self._steps: dict[int, WelcomeStep] = {}
        self._place = 0
        tr = QCoreApplication.translate
        self.stage = WelcomeStage(theme, self)
        self.dots = ProgressDots(theme, _STEPS, self)
        self.skip = Button(theme, tr("Welcome", "Skip all"), kind=ButtonKind.TEXT, parent=self)
        self.skip.setToolTip(tr("Welcome", "Go straight to the stretches (Esc)"))
        words = tr("Welcome", "When to get help")
        self.help = IconButton(theme, "safety", words, kind=ButtonKind.TEXT, parent=self)
        self._body = QWidget(self)
        self._stack = QStackedLayout(self._body)
        self.back = Button(
            theme,
            tr("Welcome", "Back"),
            kind=ButtonKind.SECONDARY,
            icon="chevron-left",
            height=BUTTON_HEIGHT,
            parent=self,
        )
        self.next = Button(theme, "", height=BUTTON_HEIGHT, large=True, parent=self)
        self.setFocusProxy(self.next)
        self.skip.clicked.connect(self.finished)
        self.help.clicked.connect(self.safety_requested)
        self.back.clicked.connect(self._on_back_clicked)
        self.next.clicked.connect(self._on_next_clicked)
        theme.changed.connect(self._on_look_changed)
        self.setAccessibleName(tr("Welcome", "Welcome"))

    @property
    def step(self) -> WelcomeStep:
        """The step in sight."""
        return self._steps[self._place]

    def begin(self, settings: Settings) -> None:
        """Show the first step; what was answered before is shown as it is."""
        self._settings = settings
        self._go_to(0)

    def set_settings(self, settings: Settings) -> None:
        """Show these answers, without telling."""
        self._settings = settings
        if self._steps:
            self.step.show_settings(settings)
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, leave with Escape."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self._go_on()
        elif event.key() == Qt.Key.Key_Escape and not event.isAutoRepeat():
            self.step.settle()
            self.finished.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes through the answers, then through the buttons, and round."""
        stops = [stop for stop in self._stops() if stop.isVisible()]
        present = next((place for place, stop in enumerate(stops) if stop.hasFocus()), -1)
        step = 1 if forward else -1
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(present + step) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the ground."""
        QPainter(self).fillRect(self.rect(), self._theme.palette.bg)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self._arrange()

    def _stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in order; of radio buttons, that is one."""
        tab = Qt.FocusPolicy.TabFocus
        in_step = (one for one in self.step.stops if one.focusPolicy() & tab)
        return (*in_step, self.next, self.back, self.skip, self.help)

    def _go_to(self, place: int) -> None:
        """Show a step and let the focus go where it begins."""
        focused = self.window().focusWidget()
        is_shown = getattr(focused, "focus_shown", False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)  # what goes must not hand it to the next
        self._place = place
        if place not in self._steps:
            self._steps[place] = self._make(place)
        self.step.show_settings(self._settings)
        self.step.scroll_to_top()
        self._stack.setCurrentWidget(self.step)
        self.dots.set_place(place)
        self._refresh()
        self._arrange()
        reason = Qt.FocusReason.TabFocusReason if is_shown else Qt.FocusReason.OtherFocusReason
        first = self._stops()[0] if self.step.is_question else self.next
        first.setFocus(reason)
        words = f"{self.dots.accessibleName()}. {self.step.title.text()} {self.step.lead.text()}"
        announce(self, words)

    def _make(self, place: int) -> WelcomeStep:
        """Make a step, whose answers are heard."""
        step = StartStep(self._theme) if place == 0 else self._make_later(place)
        step.answered.connect(self._on_answered)
        step.safety_requested.connect(self.safety_requested)
        self._stack.addWidget(step)
        return step

    def _make_later(self, place: int) -> WelcomeStep:
        """Make a step after the first; the start does not wait for their modules."""
        from hipstretch.ui.pages.welcome_end import EndStep
        from hipstretch.ui.pages.welcome_questions import ConditionStep, PositionStep, SideStep

        if place == _STEPS - 1:
            return EndStep(self._theme, self._country())
        return (SideStep, ConditionStep, PositionStep)[place - 1](self._theme)

    def _go_on(self) -> None:
        """Go to the next step, or end; a question may stay open."""
        if not self.step.settle():
            return
        if self._place == _STEPS - 1:
            self.finished.emit()
        else:
            self._go_to(self._place + 1)

    def _refresh(self) -> None:
        """Let buttons and stage fit the step and its answer."""
        tr, step = QCoreApplication.translate, self.step
        is_open = step.is_question and not step.is_answered
        words = {0: tr("Welcome", "Begin"), _STEPS - 1: tr("Welcome", "Start")}
        usual = words.get(self._place, tr("Welcome", "Next"))
        self.next.set_label(tr("Welcome", "Skip this one") if is_open else usual)
        self.next.set_kind(ButtonKind.SECONDARY if is_open else ButtonKind.PRIMARY)
        self.back.setVisible(self._place > 0)
        self.skip.setVisible(self._place < _STEPS - 1)
        self.stage.show_scene(step.scene)

    def _arrange(self) -> None:
        """Put everything in its place."""
        if not self._steps:
            return
        banner = self.step.has_banner
        at = places(self.size(), self._theme.text_scale, has_banner=banner)
        self.stage.setVisible(at.stage is not None)
        if at.stage is not None:
            self.stage.setGeometry(at.stage)
        self._body.setGeometry(at.body)
        self.dots.setGeometry(_at_left(at.head, self.dots.sizeHint(), FOCUS_MARGIN))
        skip = _at_right(at.head, self.skip.sizeHint())
        self.skip.setGeometry(skip.translated(_TEXT_INSET, 0))
        left_of_skip = 0 if self._place == _STEPS - 1 else skip.width()
        beside = at.head.adjusted(0, 0, -left_of_skip, 0)
        self.help.setGeometry(_at_right(beside, self.help.sizeHint()))
        self.back.setGeometry(_at_left(at.foot, self.back.sizeHint()))
        least = self._theme.px(_NEXT_WIDTH)
        self.next.setGeometry(_at_right(at.foot, self.next.sizeHint().expandedTo(QSize(least, 0))))

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        """Keep an answer and tell."""
        before = self._settings
        self._settings = before.with_value(answer.name, answer.value).following(before)
        self._refresh()
        self.settings_changed.emit(self._settings)

    @Slot()
    def _on_back_clicked(self) -> None:
        """Go to the step before."""
        self._go_to(self._place - 1)

    @Slot()
    def _on_next_clicked(self) -> None:
        """Go on."""
        self._go_on()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._arrange()
        self.update()


def _at_left(rect: QRect, size: QSize, inset: int = 0) -> QRect:
    """A place of that size at the left of `rect`, in the middle of its height."""
    top = rect.top() + (rect.height() - size.height()) // 2
    return QRect(QPoint(rect.left() + inset, top), size)


def _at_right(rect: QRect, size: QSize) -> QRect:
    """A place of that size at the right of `rect`, in the middle of its height."""
    return _at_left(rect, size, rect.width() - size.width())
