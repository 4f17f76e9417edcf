"""Good to know: resting positions, posture, other treatments, and where the articles differ."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from hipstretch.core import guidance
from hipstretch.core.safety import Line
from hipstretch.ui import safety_words
from hipstretch.ui.pages.guidance_cards import ConflictCard, HabitCard, RestCard, TreatmentCard
from hipstretch.ui.pages.safety_cards import SourcesCard
from hipstretch.ui.pages.safety_reading import ReadingPage
from hipstretch.ui.theme import Theme


class GuidancePage(ReadingPage):
    """To be read in peace; back leads to Safety."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, safety_words.guidance_title(), parent=parent)
        self.rest = RestCard(theme)
        self.sources = SourcesCard(theme, _cited())
        cards = (self.rest, HabitCard(theme), TreatmentCard(theme), ConflictCard(theme))
        self.fill((*cards, self.sources))
        self.set_back(is_there=True)


def _cited() -> tuple[Line, ...]:
    """What is on the page and who says it."""
    treatments = (*guidance.BY_YOURSELF, *guidance.BY_HAND, *guidance.MEDICINES)
    return safety_words.cited(
        (Line(rest.name, rest.source) for rest in guidance.RESTS),
        guidance.RESTING,
        guidance.HABITS,
        (Line(one.name, one.source) for one in treatments),
        (Line(conflict.topic, conflict.source) for conflict in guidance.CONFLICTS),
    )
