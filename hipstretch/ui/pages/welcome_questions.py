"""The three questions of the welcome: the sore side, what to ask about, and positions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core.body import Picture, Position
from hipstretch.core.person import Affected
from hipstretch.core.settings import Settings
from hipstretch.ui import words
from hipstretch.ui.pages.welcome_cards import AnswerCard, AnswerCards
from hipstretch.ui.pages.welcome_chips import AnswerChip, ChipFlow
from hipstretch.ui.pages.welcome_conditions import ConditionChips
from hipstretch.ui.pages.welcome_step import Answer, Scene, WelcomeStep
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.painted_button import leave_one_tab_stop

_CARDS_ABOVE = 8
_POSITIONS = {
    "floor": Picture(Position.LYING_ON_BACK, "rest-on-back"),
    "kneeling": Picture(Position.KNEELING, "half-way-childs-pose"),
    "face-down": Picture(Position.LYING_FACE_DOWN, "prop-on-elbows"),
    "standing": Picture(Position.STANDING, "standing"),
}


class SideStep(WelcomeStep):
    """Which side is sore; the figure beside it shows the answer."""

    figure = "standing"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        title = tr("Welcome", "Which side is sore?")
        lead = tr("Welcome", "Your own left and right, as seen from behind.")
        super().__init__(theme, title, lead, parent)
        options = (
            (Affected.LEFT, tr("Welcome", "Left")),
            (Affected.RIGHT, tr("Welcome", "Right")),
            (Affected.BOTH, tr("Welcome", "Both")),
            (Affected.NONE, tr("Welcome", "Neither")),
        )
        self.cards = tuple(AnswerCard(theme, text, value) for value, text in options)
        for card in self.cards:
            card.clicked.connect(self._on_card_clicked)
        leave_one_tab_stop(self.cards, self.cards[0])
        self.add(AnswerCards(title, self.cards, is_single=True))
        self.add_stretch()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The cards, of which Tab reaches one."""
        return self.cards

    @property
    def is_answered(self) -> bool:
        """Whether a side was chosen."""
        return self._chosen is not None

    @property
    def scene(self) -> Scene:
        """A standing figure whose sore leg is marked."""
        sore = self._chosen or Affected.NONE
        return Scene(Picture(Position.STANDING, self.figure), sore)

    def show_settings(self, settings: Settings) -> None:
        """Show the sore side; none that was never asked for is no answer."""
        side = settings.affected_side
        if side is Affected.NONE and not settings.welcomed and not self.is_answered:
            return
        card = next(card for card in self.cards if card.value is side)
        card.setChecked(True)
        leave_one_tab_stop(self.cards, card)

    @property
    def _chosen(self) -> Affected | None:
        """The side that was chosen."""
        return next((Affected(str(one.value)) for one in self.cards if one.isChecked()), None)

    @Slot()
    def _on_card_clicked(self) -> None:
        """Tell which side it is."""
        card = next(card for card in self.cards if card.isChecked())
        leave_one_tab_stop(self.cards, card)
        self.answered.emit(Answer("affected_side", card.value))


class ConditionStep(WelcomeStep):
    """What to ask about first."""

    figure = "chair-rest"
    has_banner = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        title = tr("Welcome", "Does any of this fit you?")
        lead = tr(
            "Welcome",
            "Stretches to ask your doctor or physiotherapist about are then marked.",
        )
        super().__init__(theme, title, lead, parent)
        self.conditions = ConditionChips(theme, leaves_enter=True)
        self.conditions.conditions_changed.connect(self._on_conditions_changed)
        self.add(self.conditions)
        self.add_stretch()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The chips."""
        return self.conditions.stops

    @property
    def is_answered(self) -> bool:
        """Whether there is any answer."""
        return self.conditions.conditions is not None

    def show_settings(self, settings: Settings) -> None:
        """Show the conditions."""
        self.conditions.set_conditions(settings.conditions)

    @Slot(object)
    def _on_conditions_changed(self, conditions: tuple[str, ...] | None) -> None:
        """Tell what applies."""
        self.answered.emit(Answer("conditions", conditions))


class PositionStep(WelcomeStep):
    """Which positions do not work."""

    figure = "double-knee-to-chest"
    has_banner = False

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        tr = QCoreApplication.translate
        title = tr("Welcome", "Which of these do not work for you?")
        lead = tr("Welcome", "Stretches that need one are marked. Often there is an easier one.")
        super().__init__(theme, title, lead, parent)
        self.none = AnswerChip(theme, tr("Welcome", "They all work"), leaves_enter=True)
        self.none.clicked.connect(self._on_none_clicked)
        short = ChipFlow(tr("Welcome", "The short answer"))
        short.add_chip(self.none)
        self.cards = tuple(self._card(name) for name in _POSITIONS)
        self.add(short)
        self.add_gap(_CARDS_ABOVE)
        self.add(AnswerCards(title, self.cards))
        self.add_stretch()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """The short answer and the cards."""
        return (self.none, *self.cards)

    @property
    def is_answered(self) -> bool:
        """Whether there is any answer."""
        return self.none.isChecked() or bool(self._avoided)

    def show_settings(self, settings: Settings) -> None:
        """Show the positions; none that was never asked for is no answer."""
        for card in self.cards:
            card.setChecked(card.value in settings.avoided)
        if settings.avoided or settings.welcomed:
            self.none.setChecked(not settings.avoided)

    @property
    def _avoided(self) -> tuple[str, ...]:
        """The positions that do not work."""
        return tuple(str(card.value) for card in self.cards if card.isChecked())

    def _card(self, name: str) -> AnswerCard:
        """The card of a position."""
        tag = QCoreApplication.translate("Welcome", "Not for me")
        text, picture = words.avoided_word(name), _POSITIONS[name]
        card = AnswerCard(self._theme, text, name, picture=picture, tag=tag)
        card.clicked.connect(self._on_card_clicked)
        return card

    @Slot()
    def _on_none_clicked(self) -> None:
        """All of them work, or that is open again."""
        for card in self.cards:
            card.setChecked(False)
        self.answered.emit(Answer("avoided", ()))

    @Slot()
    def _on_card_clicked(self) -> None:
        """A position works or not."""
        self.none.setChecked(False)
        self.answered.emit(Answer("avoided", self._avoided))
