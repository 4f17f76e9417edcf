"""Safety: when to get help at once, when to see someone, and what goes for every stretch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hipstretch.core import safety
from hipstretch.core.safety import HelpNumber, Line
from hipstretch.ui import safety_words
from hipstretch.ui.pages.safety_cards import MoreCard, NowCard, SoonCard, SourcesCard, StretchCard
from hipstretch.ui.pages.safety_reading import ReadingPage
from hipstretch.ui.theme import Theme


class SafetyPage(ReadingPage):
    """What cannot wait comes first, with the number to call.

    Signals:
        number_change_requested: the person wants another number.
        guidance_requested: the person wants to read what is good to know.
    """

    number_change_requested = Signal()
    guidance_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, safety_words.title(), safety_words.lead(), parent)
        self.now, self.more = NowCard(theme), MoreCard(theme)
        self.sources = SourcesCard(theme, _cited())
        self.fill((self.now, SoonCard(theme), StretchCard(theme), self.more, self.sources))
        self.now.number_change_requested.connect(self.number_change_requested)
        self.more.guidance_requested.connect(self.guidance_requested)

    def set_number(self, number: HelpNumber) -> None:
        """Show which number to call."""
        self.now.set_number(number)


def _cited() -> tuple[Line, ...]:
    """Every line of the page and who says it."""
    return (
        *safety_words.cited(safety.GET_HELP_NOW, (safety.WHY_NOW,)),
        *safety_words.cited(safety.ASK_TODAY, safety.ASK_SOON, safety.WHILE_STRETCHING),
        *safety_words.cited_pain_steps(),
        *safety_words.cited(safety.AFTER_STRETCHING),
    )
