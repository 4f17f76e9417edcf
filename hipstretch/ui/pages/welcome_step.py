"""One step of the welcome: a question, a line about it, and what to answer with."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.core.person import Affected
from hipstretch.core.settings import Settings
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_grid import NARROW_WINDOW
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN
from hipstretch.ui.widgets.scroll_page import ScrollPage

CONTENT_WIDTH = 700
_LEAD_GAP, _CONTENT_GAP = 8, 20


class Answer(NamedTuple):
    """A setting by its name, and what the person answered."""

    name: str
    value: object


class Scene(NamedTuple):
    """What the stage beside a step shows; `sore` paints the legs of a standing figure."""

    picture: Picture
    sore: Affected | None = None


class WelcomeStep(ScrollPage):
    """A step; the subclass adds its answers, which are `stops` for Tab.

    Signals:
        answered: `Answer`, the person chose something.
        safety_requested: the person wants to read when to get help.
    """

    answered = Signal(object)
    safety_requested = Signal()

    figure = ""
    """The figure on the stage."""
    is_question = True
    """Whether it can be left open."""
    has_banner = True
    """Whether narrow windows show the stage above it."""

    def __init__(self, theme: Theme, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent, content_width=CONTENT_WIDTH)
        self.title = Label(theme, Role.PAGE_TITLE, title, wrap=True)
        self.lead = Label(theme, Role.LEAD, lead, color="ink2", wrap=True)
        self.add_text(self.title)
        self.add_gap(_LEAD_GAP)
        self.add_text(self.lead)
        self.add_gap(_CONTENT_GAP - FOCUS_MARGIN)
        self.setAccessibleName(title)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab reaches, in order; for a subclass to say."""
        return ()

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer; for a question to say."""
        return True

    @property
    def scene(self) -> Scene:
        """What the stage shows now."""
        return Scene(Picture(Position.LYING_ON_BACK, self.figure))

    def show_settings(self, settings: Settings) -> None:
        """Show what was answered before, without telling; for a subclass to do."""

    def settle(self) -> bool:
        """Take what is half typed; whether one can go on. For a subclass with a field to do."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have a smaller title in narrow windows."""
        is_narrow = self.window().width() < NARROW_WINDOW
        self.title.set_role(Role.PAGE_TITLE_NARROW if is_narrow else Role.PAGE_TITLE)
        super().resizeEvent(event)
