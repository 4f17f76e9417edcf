"""The cards of what is good to know."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from hipstretch.core import guidance
from hipstretch.core.guidance import Conflict, Rest, Treatment
from hipstretch.ui import safety_words
from hipstretch.ui.pages.safety_rows import Group
from hipstretch.ui.safety_words import in_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.figure_place import FigurePlace
from hipstretch.ui.widgets.label import Label

_PICTURE, _RADIUS, _TILE_GAP, _WORDS_GAP = 128, 16, 16, 8
_BESIDE_FROM = 520


class RestTile(QWidget):
    """A position to rest in: its figure and how it is done."""

    def __init__(self, theme: Theme, rest: Rest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.picture = FigurePlace(theme, radius=_RADIUS)
        self.picture.set_picture(rest.picture)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.picture)
        column.addSpacing(_WORDS_GAP)
        column.addWidget(Label(theme, Role.BODY_STRONG, in_words(rest.name), wrap=True))
        column.addWidget(Label(theme, Role.BODY, in_words(rest.words), color="ink2", wrap=True))
        column.addStretch(1)
        self._measure()
        theme.changed.connect(self._on_look_changed)

    def _measure(self) -> None:
        """Give the figure its height."""
        self.picture.setFixedHeight(self._theme.px(_PICTURE))

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes."""
        self._measure()


class RestTiles(QWidget):
    """The positions beside each other; under each other where it is narrow."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tiles = tuple(RestTile(theme, rest) for rest in guidance.RESTS)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_TILE_GAP)
        for tile in self.tiles:
            self._row.addWidget(tile, 1)
        theme.changed.connect(self._on_look_changed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is room, or no longer."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Stand beside or under each other."""
        has_room = self.width() >= self._theme.px(_BESIDE_FROM)
        way = QBoxLayout.Direction.LeftToRight if has_room else QBoxLayout.Direction.TopToBottom
        if self._row.direction() is not way:
            self._row.setDirection(way)

    @Slot()
    def _on_look_changed(self) -> None:
        """Lay out for the new text size."""
        self._arrange()


class RestCard(CardPanel):
    """Positions to rest in, and for how long."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Safety", "Resting positions"), parent)
        self.tiles = RestTiles(theme)
        pictures, rules = Group(theme), Group(theme)
        pictures.add(self.tiles)
        rules.add_lines(safety_words.texts(guidance.RESTING))
        self.add_row(pictures)
        self.add_row(rules)


class HabitCard(CardPanel):
    """Posture through the day."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, QCoreApplication.translate("Safety", "Posture through the day"), parent
        )
        group = Group(theme)
        group.add_lines(safety_words.texts(guidance.HABITS))
        self.add_row(group)


class TreatmentCard(CardPanel):
    """What else the articles name, without advice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        super().__init__(theme, tr("Safety", "Other treatments"), parent)
        lead = Group(theme)
        lead.add_text(in_words(guidance.TREATMENTS_LEAD))
        self.add_row(lead)
        self._add_treatments(tr("Safety", "By yourself"), guidance.BY_YOURSELF)
        self._add_treatments(tr("Safety", "With a professional"), guidance.BY_HAND)
        self._add_treatments(tr("Safety", "Medicines and medical care"), guidance.MEDICINES)

    def _add_treatments(self, head: str, treatments: Iterable[Treatment]) -> None:
        """A head and what belongs under it."""
        group = Group(self._theme)
        group.add(Label(self._theme, Role.CAPTION_STRONG, head, color="ink2", wrap=True))
        for one in treatments:
            group.add_head(in_words(one.name))
            group.add_text(in_words(one.words))
        self.add_row(group)


class ConflictCard(CardPanel):
    """Where the articles differ, and how it is settled here."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme, QCoreApplication.translate("Safety", "Where the articles differ"), parent
        )
        for conflict in guidance.CONFLICTS:
            self.add_row(self._row(conflict))

    def _row(self, conflict: Conflict) -> Group:
        """What they say and what is done here."""
        group = Group(self._theme)
        group.add_head(in_words(conflict.topic))
        group.add_text(in_words(conflict.differing))
        group.add(Label(self._theme, Role.BODY, in_words(conflict.settled), wrap=True))
        return group
