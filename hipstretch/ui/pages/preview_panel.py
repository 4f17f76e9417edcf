"""The panel beside the rows: total time, the person's sides, all holds, and what to do with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.draft import Scale
from hipstretch.core.pain import Feeling
from hipstretch.core.person import Person
from hipstretch.ui.pages.preview_person import PersonControls, heading
from hipstretch.ui.pages.preview_total import PANEL_DIGITS, TotalPart
from hipstretch.ui.pages.preview_totals import Totals
from hipstretch.ui.plan_words import gentle_length
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.pain_now import PainNow
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, start_painting

PANEL_RADIUS = 24
_PADDING, _GAP = 20, 14
_START, _BUTTON_HEIGHT, _TEXT_HEIGHT = 60, 44, 38
_TWO_COLUMNS = 560


@dataclass(frozen=True, slots=True)
class PanelState:
    """What the panel shows of a draft; `gentle_seconds` is None but on a flare-up day."""

    totals: Totals
    scale: Scale | None
    is_changed: bool
    is_own: bool
    is_too_long: bool = False
    gentle_seconds: float | None = None


class Wish(Enum):
    """What the person asks the page to do."""

    START = auto()
    SAVE_AS = auto()
    RESET = auto()
    REMOVE = auto()


class PreviewPanel(QWidget):
    """A card with the settings of the whole routine; without total and Start under the rows.

    Signals:
        person_changed: `Person`, with another sore side, extra hold or first side.
        scale_chosen: `Scale` for all holds.
        wished: `Wish`, one of the buttons was pressed.
        resized: it needs another height.
    """

    person_changed = Signal(object)
    scale_chosen = Signal(object)
    wished = Signal(object)
    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._is_card = False
        self._scale: Scale | None = None
        self._total = TotalPart(theme, PANEL_DIGITS, captioned=True)
        self._gentle = Label(theme, Role.META, color="ink2", wrap=True)
        self._gentle.setVisible(False)
        self._rule = _Rule(theme)
        self._person = PersonControls(theme, self)
        self._pain = PainNow(theme)
        self._chips = {
            Scale.SHORTER: Chip(theme, self.tr("Shorter")),
            Scale.USUAL: Chip(theme, self.tr("Usual")),
            Scale.LONGER: Chip(theme, self.tr("Longer")),
        }
        self._buttons = {
            Wish.START: Button(theme, self.tr("Start"), icon="play", height=_START, large=True),
            Wish.SAVE_AS: self._button(
                self.tr("Save as my routine"), ButtonKind.SECONDARY, "bookmark"
            ),
            Wish.RESET: self._button(self.tr("Reset"), ButtonKind.TEXT, "reset"),
            Wish.REMOVE: self._button(self.tr("Remove"), ButtonKind.TEXT, None),
        }
        self._buttons[Wish.REMOVE].setAccessibleName(self.tr("Remove this routine"))
        self._lay_out()
        self._connect()
        theme.changed.connect(self._on_look_changed)

    @property
    def feeling(self) -> Feeling:
        """How it is before the start, as far as it was told."""
        return self._pain.feeling

    def clear_feeling(self) -> None:
        """Nothing was told about how it is."""
        self._pain.clear()

    def type_pain(self, digit: int) -> None:
        """Tell the pain as a digit key does."""
        self._pain.type_digit(digit)

    def show_state(self, state: PanelState) -> None:
        """Show the sums and what can be done."""
        self._total.show_totals(state.totals, is_too_long=state.is_too_long)
        self._buttons[Wish.START].setEnabled(state.totals.stretches > 0)
        self._buttons[Wish.SAVE_AS].setEnabled(state.totals.stretches > 0)
        self._buttons[Wish.RESET].setVisible(state.is_changed)
        self._buttons[Wish.REMOVE].setVisible(state.is_own)
        self._actions.invalidate()
        self._column.invalidate()
        self._show_gentle(state.gentle_seconds)
        self._scale = state.scale
        self._show_scale()

    def show_person(self, person: Person) -> None:
        """Show the person's sides."""
        self._person.show_person(person)

    def set_form(self, *, is_card: bool, width: int) -> None:
        """Stand beside the rows with everything, or under them without total and Start."""
        self._is_card = is_card
        for part in (self._total, self._rule, self._buttons[Wish.START]):
            part.setVisible(not is_card)
        wide = is_card and width >= self._theme.px(_TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._choices.setDirection(across if wide else down)
        self._actions.setDirection(across if wide else down)

    def heightForWidth(self, width: int) -> int:
        """The height of everything at a width."""
        return self._column.totalHeightForWidth(width)

    def sizeHint(self) -> QSize:
        """As high as it needs to be."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        start_painting(painter)
        draw_card(painter, QRectF(self.rect()), self._theme.px(PANEL_RADIUS), self._theme.palette)

    def _button(self, text: str, kind: ButtonKind, icon: str | None) -> Button:
        """One of the quieter buttons; it keeps its room while it is not there."""
        height = _TEXT_HEIGHT if kind is ButtonKind.TEXT else _BUTTON_HEIGHT
        button = Button(self._theme, text, kind=kind, icon=icon, height=height)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        policy.setRetainSizeWhenHidden(icon == "reset")
        button.setSizePolicy(policy)
        return button

    def _lay_out(self) -> None:
        """Put everything under each other."""
        self._column = QVBoxLayout(self)
        self._choices = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._actions = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        second = QVBoxLayout()
        second.addWidget(self._person.first_part)
        second.addLayout(self._scale_part())
        self._second = second
        self._choices.addWidget(self._person.sore_part, 1, Qt.AlignmentFlag.AlignTop)
        self._choices.addLayout(second, 1)
        quiet = QHBoxLayout()
        quiet.setSpacing(0)
        quiet.addWidget(self._buttons[Wish.RESET])
        quiet.addWidget(self._buttons[Wish.REMOVE])
        self._actions.addWidget(self._buttons[Wish.START])
        self._actions.addWidget(self._buttons[Wish.SAVE_AS])
        self._actions.addLayout(quiet)
        for widget in (self._total, self._gentle, self._rule):
            self._column.addWidget(widget)
        self._column.addLayout(self._choices)
        self._column.addWidget(self._pain)
        self._column.addLayout(self._actions)
        self._space()

    def _scale_part(self) -> QVBoxLayout:
        """The words and the chips for all holds."""
        self._chip_row = QHBoxLayout()
        for chip in self._chips.values():
            chip.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            chip.setMinimumWidth(0)
            self._chip_row.addWidget(chip, 1)
        part = QVBoxLayout()
        part.setSpacing(0)
        part.addWidget(heading(self._theme, self.tr("All holds")))
        part.addLayout(self._chip_row)
        return part

    def _space(self) -> None:
        """Set margins and gaps; the controls bring 5 px of their own."""
        px = self._theme.px
        outer = px(_PADDING) - FOCUS_MARGIN
        self._column.setContentsMargins(outer, px(_PADDING), outer, outer)
        self._column.setSpacing(px(_GAP) - FOCUS_MARGIN)
        for widget in (self._total, self._gentle):
            widget.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        self._choices.setSpacing(px(_GAP) - FOCUS_MARGIN)
        self._second.setSpacing(px(_GAP) - FOCUS_MARGIN)
        self._chip_row.setSpacing(max(0, 8 - 2 * FOCUS_MARGIN))
        self._actions.setSpacing(0)
        self._actions.setContentsMargins(0, px(4), 0, 0)

    def _connect(self) -> None:
        """Listen to the controls."""
        self._person.person_changed.connect(self.person_changed)
        self._pain.resized.connect(self._on_part_resized)
        for chip in self._chips.values():
            chip.clicked.connect(self._on_chip_clicked)
        for button in self._buttons.values():
            button.clicked.connect(self._on_button_clicked)

    def _show_gentle(self, seconds: float | None) -> None:
        """Say how long it takes on a flare-up day."""
        text = "" if seconds is None else self.tr("Flare-up day: {length}")
        if seconds is not None:
            text = text.format(length=gentle_length(seconds))
        had, has = not self._gentle.isHidden(), bool(text)
        self._gentle.setText(text)
        self._gentle.setVisible(has)
        if had != has:
            self.resized.emit()

    def _show_scale(self) -> None:
        """Mark the scale that all holds have."""
        for scale, chip in self._chips.items():
            chip.setChecked(scale is self._scale)

    @Slot()
    def _on_chip_clicked(self) -> None:
        """Ask for a scale; the mark follows when all holds have it."""
        chosen = next(scale for scale, chip in self._chips.items() if chip is self.sender())
        self._show_scale()
        self.scale_chosen.emit(chosen)

    @Slot()
    def _on_button_clicked(self) -> None:
        """Tell what is wished."""
        wish = next(wish for wish, button in self._buttons.items() if button is self.sender())
        self.wished.emit(wish)

    @Slot()
    def _on_part_resized(self) -> None:
        """Ask for the height that is needed now."""
        self._column.invalidate()
        self.resized.emit()

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._space()
        self.updateGeometry()
        self.update()


class _Rule(QWidget):
    """A line between two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(13)
        theme.changed.connect(self._on_look_changed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        room = self.rect().adjusted(FOCUS_MARGIN, 6, -FOCUS_MARGIN, -6)
        QPainter(self).fillRect(room, self._theme.palette.line)

    @Slot()
    def _on_look_changed(self) -> None:
        """Paint in the new look."""
        self.update()
