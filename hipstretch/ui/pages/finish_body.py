"""The finish page's cards in two columns, or in one where the window is narrow."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.treatment import USUAL_MINUTES, Kind
from hipstretch.ui.pages.finish_cards import (
    RADIUS,
    DaysCard,
    FinishCard,
    NoteCard,
    PainCard,
    SafetyCard,
    SummaryCard,
)
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_grid import BLEED
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painted_button import PaintedButton
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    draw_soft_shadow,
    inner_rect,
    layout_gap,
    start_painting,
)

TWO_COLUMNS_FROM = 900
"""The width of the window from which the cards stand in two columns."""
NARROW_UNDER = 720
_COLUMN_GAP, _ROW_GAP = 28, 20


class IceButton(Button):
    """Ice for a while, with a blue flake."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, kind=ButtonKind.SECONDARY, icon="ice", height=52, large=True)
        words = self.tr("Ice for {count} min").format(count=USUAL_MINUTES[Kind.ICE])
        self.set_label(words)

    def icon_color(self) -> QColor:
        """The colour of ice."""
        return self._theme.palette.ice


class FinishFooter(QWidget):
    """Ice, skip, and save and close; in narrow windows with "Do it again" under each other."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ice = IceButton(theme)
        self.skip = Button(theme, self.tr("Skip"), kind=ButtonKind.TEXT, height=52, large=True)
        self.save = Button(theme, self.tr("Save and close"), height=52, large=True)
        self.save.setToolTip(self.tr("Save and close (Ctrl+Enter)"))
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._main = QHBoxLayout()
        self._second, self._third = QHBoxLayout(), QHBoxLayout()
        for row in (self._main, self._second, self._third):
            self._rows.addLayout(row)

    def arrange(self, again: Button | None) -> None:
        """Put the buttons in one row; with `again` in three, two of them over the whole width."""
        for row in (self._main, self._second, self._third):
            _empty(row)
        if again is None:
            self._main.addWidget(self.ice)
            self._main.addStretch(1)
            self._main.addWidget(self.skip)
            self._main.addWidget(self.save)
            return
        self._main.addWidget(self.save, 1)
        self._second.addWidget(self.ice, 1)
        self._third.addWidget(again)
        self._third.addStretch(1)
        self._third.addWidget(self.skip)


class FinishBody(QWidget):
    """All cards and the buttons; it paints the cards' shadows into its own margins."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.summary = SummaryCard(theme)
        self.pain = PainCard(theme)
        self.safety = SafetyCard(theme)
        self.note = NoteCard(theme)
        self.days = DaysCard(theme)
        self.unsaved = _Unsaved(theme)
        self.footer = FinishFooter(theme)
        self._side = QWidget()
        self._fill_side()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(BLEED, 0, BLEED, 0)
        self._grid.setHorizontalSpacing(layout_gap(_COLUMN_GAP))
        self._grid.setVerticalSpacing(layout_gap(_ROW_GAP))
        theme.changed.connect(self._on_theme_changed)

    @property
    def cards(self) -> tuple[FinishCard, ...]:
        """The cards, whether they are shown or not."""
        return (self.summary, self.pain, self.safety, self.note, self.days, self.unsaved)

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops, in order."""
        cells, places = self.pain.scale.findChildren(PaintedButton), self.pain.places.chips
        note, footer = (self.note.field, *self.note.chips.chips), self.footer
        ends = (footer.ice, footer.skip, footer.save)
        return [*cells, *places, self.safety.button, *note, *ends]

    def set_asking(self, is_asking: bool) -> None:
        """Ask how it was, or say why that cannot be kept."""
        self.pain.setVisible(is_asking)
        self.note.setVisible(is_asking)
        self.footer.skip.setVisible(is_asking)
        self.unsaved.setVisible(not is_asking)

    def arrange(self, *, two_columns: bool, is_narrow: bool) -> None:
        """Stand in two columns, or in one with the questions first."""
        for card in self.cards:
            card.set_narrow(is_narrow)
        places = (
            ((0, 0, 1), (0, 1, 1), (1, 0, 2)) if two_columns else ((2, 0, 1), (0, 0, 1), (1, 0, 1))
        )
        parts = (self.summary, self._side, self.footer)
        for part, (row, column, columns) in zip(parts, places, strict=True):
            self._grid.addWidget(part, row, column, 1, columns)
        self._grid.setColumnStretch(0, 20)
        self._grid.setColumnStretch(1, 21 if two_columns else 0)
        self._grid.setRowStretch(0, int(two_columns))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadows of the cards."""
        painter = QPainter(self)
        start_painting(painter)
        for card in self.cards:
            if card.isVisibleTo(self):
                rect = QRectF(card.rect()).translated(card.mapTo(self, QPoint()))
                draw_soft_shadow(painter, inner_rect(rect), RADIUS, self._theme.palette)

    def _fill_side(self) -> None:
        """Put the questions and the days under each other."""
        column = QVBoxLayout(self._side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(layout_gap(_ROW_GAP))
        column.addWidget(self.unsaved)
        column.addWidget(self.pain)
        column.addWidget(self.safety)
        column.addWidget(self.note, 1)
        column.addWidget(self.days)
        column.addStretch(0)

    @Slot()
    def _on_theme_changed(self) -> None:
        """Paint in the new look."""
        self.update()


class _Unsaved(FinishCard):
    """Says why nothing is asked."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        words = self.tr("The history cannot be used now, so how it felt cannot be kept.")
        label = Label(theme, Role.BODY, words, color="ink2", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.add_inset(label)
        self.column.addSpacing(FOCUS_MARGIN)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)


def _empty(row: QHBoxLayout) -> None:
    """Take everything out of a row; widgets stay where they are until they get another place."""
    while row.count():
        row.takeAt(0)
