"""How the pain is before a session: closed it is one line, open a small scale and the places."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.chip import Chip
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.pain_scale import PainScale
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_text, inner_rect, start_painting

_CELL, _GAP, _IN_ROW, _LEAST_CELL = 36, 6, 6, 24
_BUTTON = 32
_CHIP_ROWS = (
    (PainPlace.BACK, PainPlace.BUTTOCK, PainPlace.THIGH),
    (PainPlace.BELOW_KNEE, PainPlace.FOOT),
)


def place_words(place: PainPlace) -> str:
    """A place on its own: "Below the knee"."""
    tr = QCoreApplication.translate
    return {
        PainPlace.BACK: tr("PainNow", "Back"),
        PainPlace.BUTTOCK: tr("PainNow", "Buttock"),
        PainPlace.THIGH: tr("PainNow", "Thigh"),
        PainPlace.BELOW_KNEE: tr("PainNow", "Below the knee"),
        PainPlace.FOOT: tr("PainNow", "Foot"),
    }[place]


def two_row_rects(width: float, cell: float, gap: float) -> list[QRectF]:
    """Eleven cells in two rows of six, the last place of the second row being free."""
    across = (width - (_IN_ROW - 1) * gap) / _IN_ROW
    places = [divmod(number, _IN_ROW) for number in range(11)]
    return [
        QRectF(round(at * (across + gap)), row * (cell + gap), round(across), cell)
        for row, at in places
    ]


class SmallPainScale(PainScale):
    """The scale in two rows, for a narrow panel."""

    def sizeHint(self) -> QSize:
        """Two rows over the captions."""
        return QSize(self._width_of(_CELL), self._height())

    def minimumSizeHint(self) -> QSize:
        """Cells that can still be hit."""
        return QSize(self._width_of(_LEAST_CELL), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what the two ends mean."""
        painter = QPainter(self)
        start_painting(painter)
        font, color = self._theme.font(Role.CAPTION), self._theme.palette.ink2
        line = QRectF(self.rect()).adjusted(FOCUS_MARGIN, 0, -FOCUS_MARGIN, 0)
        line.setTop(line.bottom() - self._theme.line_height(Role.CAPTION))
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        draw_text(painter, line, self.tr("0 none"), font, color, align=left)
        draw_text(painter, line, self.tr("10 the worst"), font, color, align=right)

    def _height(self) -> int:
        """Both rows and the captions."""
        rows = 2 * self._theme.px(_CELL) + _GAP
        return FOCUS_MARGIN + rows + _GAP + self._theme.line_height(Role.CAPTION)

    def _width_of(self, cell: int) -> int:
        """The width for cells of that width."""
        return _IN_ROW * cell + (_IN_ROW - 1) * _GAP + 2 * FOCUS_MARGIN

    def _place(self) -> None:
        """Put the cells in their rows."""
        rects = two_row_rects(self.width() - 2 * FOCUS_MARGIN, self._theme.px(_CELL), _GAP)
        for cell, rect in zip(self._cells, rects, strict=True):
            place = rect.translated(FOCUS_MARGIN, FOCUS_MARGIN)
            cell.setGeometry(inner_rect(place, -FOCUS_MARGIN).toRect())


class PainNow(QWidget):
    """A line that opens to the scale; the places come after a number. Nothing has to be told.

    Signals:
        resized: it takes another height now.
    """

    resized = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = Label(theme, Role.CAPTION_STRONG, self.tr("Pain now"))
        self._head.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        self._switch = Button(theme, kind=ButtonKind.TEXT, height=_BUTTON)
        self._switch.setToolTip(self.tr("Keys 0 to 9, and 1 0 for 10"))
        self._scale = SmallPainScale(theme)
        self._where = QWidget()
        self._chips = {place: Chip(theme, place_words(place)) for place in PainPlace}
        self._lay_out()
        self._show_open(is_open=False)
        self._switch.clicked.connect(self._on_switch_clicked)
        self._scale.value_changed.connect(self._on_pain_chosen)
        for chip in self._chips.values():
            chip.clicked.connect(self._on_chip_clicked)

    @property
    def feeling(self) -> Feeling:
        """What was told."""
        place = next((place for place, chip in self._chips.items() if chip.isChecked()), None)
        return Feeling(self._scale.value, place if self._scale.value is not None else None)

    @property
    def switch(self) -> Button:
        """The button that opens it, and takes back what was told."""
        return self._switch

    def clear(self) -> None:
        """Nothing was told, and it is one line again."""
        self._scale.set_value(None)
        self._choose_place(None)
        self._show_open(is_open=False)

    def type_digit(self, digit: int) -> None:
        """Choose as a digit key does."""
        self._show_open(is_open=True)
        self._scale.type_digit(digit)

    def _lay_out(self) -> None:
        """The head, the scale and the places under each other."""
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.addWidget(self._head, 1)
        self._switch.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head.addWidget(self._switch)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scale)
        column.addWidget(self._where)
        self._fill_where()

    def _fill_where(self) -> None:
        """The word above the chips, and the chips in two rows."""
        column = QVBoxLayout(self._where)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        label = Label(self._theme, Role.CAPTION_STRONG, self.tr("How far it reaches"))
        label.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        column.addWidget(label)
        for places in _CHIP_ROWS:
            row = QHBoxLayout()
            row.setSpacing(0)
            for place in places:
                row.addWidget(self._chips[place])
            row.addStretch(1)
            column.addLayout(row)

    def _show_open(self, *, is_open: bool) -> None:
        """Show the scale, or one line."""
        told = self._scale.value is not None
        self._switch.set_label(self.tr("Clear") if is_open else self.tr("Add"))
        name = self.tr("Clear the pain") if is_open else self.tr("Add the pain now")
        self._switch.setAccessibleName(name)
        self._scale.setVisible(is_open)
        self._where.setVisible(is_open and told)
        self.updateGeometry()
        self.resized.emit()

    def _choose_place(self, place: PainPlace | None) -> None:
        """Mark one place, or none."""
        for one, chip in self._chips.items():
            chip.setChecked(one is place)

    @Slot()
    def _on_switch_clicked(self) -> None:
        """Open, or take back what was told."""
        if self._scale.isHidden():
            self._show_open(is_open=True)
        else:
            self.clear()

    @Slot()
    def _on_pain_chosen(self) -> None:
        """Ask where, too."""
        self._show_open(is_open=True)

    @Slot()
    def _on_chip_clicked(self) -> None:
        """Mark the place; pressed again, none."""
        chip = self.sender()
        pressed = next((place for place, one in self._chips.items() if one is chip), None)
        is_on = pressed is not None and self._chips[pressed].isChecked()
        self._choose_place(pressed if is_on else None)
