"""One row of the editor: grip, name, hold, times, sides, and whether it is on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from hipstretch.core.draft import Row
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Rest
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.concern_mark import Mark
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import (
    FOCUS_MARGIN,
    Shadow,
    draw_frame,
    draw_soft_shadow,
    start_painting,
)
from hipstretch.ui.widgets.row_geometry import HOLD_WIDTH, Part, RowGeometry, RowPlaces
from hipstretch.ui.widgets.row_grip import RowGrip
from hipstretch.ui.widgets.row_steppers import StepperSpec, length_spec, reps_spec, whole
from hipstretch.ui.widgets.row_title import RowTitle
from hipstretch.ui.widgets.row_words import below_texts, pace_words, row_name, row_picture
from hipstretch.ui.widgets.side_keys import SideKeys
from hipstretch.ui.widgets.stepper import Stepper
from hipstretch.ui.widgets.toggle import Toggle

_LIFTED_RADIUS = 16
_ERROR_ROOM = 17


class Change(Enum):
    """What of a row was changed."""

    LENGTH = auto()
    REPS = auto()
    SIDES = auto()
    ON = auto()


@dataclass(frozen=True, slots=True)
class RowEdit:
    """A change that the person made in a row; `value` is a number or the sides that are on."""

    index: int
    change: Change
    value: int | frozenset[Side] = 0


class EditorRow(QWidget):
    """A row of a draft with its controls; it shows values and tells what is wished.

    Signals:
        edited: `RowEdit`, the person changed something.
        opened: `int`, the row's index: show all about its stretch.
        grabbed: `int`, the grip was pressed so many px down in the row.
        pulled: `int`, the grip is pulled; the pointer's height on the screen.
        let_go: the grip was released.
    """

    edited = Signal(object)
    opened = Signal(int)
    grabbed = Signal(int)
    pulled = Signal(int)
    let_go = Signal()

    def __init__(
        self, theme: Theme, row: Row, person: Person, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.index = 0
        self._row = row
        self._person = person
        self._mark = Mark()
        self._is_lifted = False
        self._hold_width = 0
        self._heights: dict[int, int] = {}
        self._specs = _specs(row)
        self._grip = RowGrip(theme, self)
        self._title = RowTitle(theme, self)
        self._hold = self._stepper(self._specs[0])
        self._pace = self._pace_label() if self._hold is None else None
        self._times = self._stepper(self._specs[1])
        self._keys = None if isinstance(row.step, Rest) else SideKeys(theme, self)
        self._toggle = Toggle(theme, "", self)
        self._connect()
        self._show_all()
        theme.changed.connect(self._on_look_changed)

    @property
    def row(self) -> Row:
        """What is shown."""
        return self._row

    @property
    def name(self) -> str:
        """The stretch's name."""
        return row_name(self._row)

    def fits(self, row: Row) -> bool:
        """Whether the row's controls are those that this one has."""
        is_pause = isinstance(row.step, Rest)
        return is_pause == (self._keys is None) and _specs(row) == self._specs

    def show_row(self, row: Row, person: Person) -> bool:
        """Show a row's values; tells whether that can have changed the height."""
        before, was = self._row, self._person
        if row is before and person == was:
            return False
        self._row, self._person = row, person
        is_renamed = row_name(row) != row_name(before) or row.is_on is not before.is_on
        if is_renamed:
            self._show_all()
        else:
            self._show_values()
        return is_renamed

    def show_again(self) -> None:
        """Show the values once more, where a control shows what is not taken over."""
        self._show_all()

    def set_mark(self, mark: Mark) -> None:
        """Show what there is to mind about the stretch."""
        if mark != self._mark:
            self._mark = mark
            self._title.set_mark(mark)
            self._show_all()

    def stops(self) -> list[QWidget]:
        """What Tab reaches, in order."""
        keys = self._keys.findChildren(QAbstractButton) if self._keys is not None else []
        found = [self._title, self._hold, self._times, *keys, self._toggle]
        return [widget for widget in found if widget is not None]

    def focus_title(self) -> None:
        """Put the focus where the row begins."""
        target = self._toggle if self._keys is None else self._title
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def set_lifted(self, lifted: bool) -> None:
        """Stand out from the list while it is dragged."""
        self._is_lifted = lifted
        self.update()

    def wanted_hold_width(self) -> int:
        """The px that the first stepper needs."""
        usual = self._theme.px(HOLD_WIDTH)
        if self._hold is None:
            return usual
        return max(usual, self._hold.sizeHint().width() - 2 * FOCUS_MARGIN)

    def set_hold_width(self, width: int) -> None:
        """Give the first stepper the width that it has in all rows."""
        if width != self._hold_width:
            self._hold_width = width
            self._heights.clear()

    def height_at(self, width: int) -> int:
        """The height at a width."""
        if width not in self._heights:
            self._heights[width] = self._places(width).height
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as its words and lines of controls need."""
        return QSize(self.width(), self.height_at(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put everything in its place."""
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a card below the row while it is dragged; else the list paints the ground."""
        if not self._is_lifted:
            return
        painter = QPainter(self)
        start_painting(painter)
        palette, radius = self._theme.palette, self._theme.px(_LIFTED_RADIUS)
        card = QRectF(self.rect()).adjusted(6, 3, -6, -4)
        draw_soft_shadow(painter, card, radius, palette, Shadow.KNOB)
        draw_frame(painter, card, radius, palette.surface, border=palette.line)

    def _stepper(self, spec: StepperSpec | None) -> Stepper | None:
        """The stepper of a specification."""
        if spec is None:
            return None
        stepper = Stepper(
            self._theme,
            "",
            minimum=spec.minimum,
            maximum=spec.maximum,
            step=spec.step,
            unit=spec.unit,
            first=spec.first,
            parent=self,
        )
        if spec.hint is not None:
            stepper.set_range_hint(*spec.hint)
        return stepper

    def _pace_label(self) -> Label:
        """The words in place of the first stepper."""
        return Label(self._theme, Role.META, color="ink2", parent=self)

    def _connect(self) -> None:
        """Listen to the controls."""
        self._grip.grabbed.connect(self.grabbed)
        self._grip.pulled.connect(self.pulled)
        self._grip.let_go.connect(self.let_go)
        self._title.clicked.connect(self._on_title_clicked)
        self._toggle.clicked.connect(self._on_toggle_clicked)
        if self._hold is not None:
            self._hold.value_changed.connect(self._on_length_changed)
        if self._times is not None:
            self._times.value_changed.connect(self._on_reps_changed)
        if self._keys is not None:
            self._keys.sides_changed.connect(self._on_sides_changed)

    def _show_all(self) -> None:
        """Show name and values, and whether the row is on."""
        row, name = self._row, row_name(self._row)
        self._heights.clear()
        self._title.set_content(name, below_texts(row, self._mark), row_picture(row))
        self._title.set_left_out(not row.is_on)
        self._toggle.setChecked(row.is_on)
        self._toggle.setAccessibleName(self.tr("{name}: on").format(name=name))
        controls = (self._hold, self._pace, self._times, self._keys)
        for control in controls:
            if control is not None:
                control.setEnabled(row.is_on)
        if self._hold is not None:
            self._hold.set_name(self.tr("{name}: hold").format(name=name))
        if self._times is not None:
            self._times.set_name(self.tr("{name}: times").format(name=name))
        self._show_values()

    def _show_values(self) -> None:
        """Show hold, times and sides."""
        row, (hold, times) = self._row, self._specs
        if self._hold is not None and hold is not None and row.length is not None:
            _show_number(self._hold, hold.holding(whole(row.length.low)))
        if self._times is not None and times is not None and row.reps is not None:
            _show_number(self._times, times.holding(row.reps.low))
        if self._pace is not None:
            short, full = pace_words(row, self._person)
            self._pace.setText(short)
            self._pace.setToolTip(full)
        if self._keys is not None:
            self._show_sides(self._keys)

    def _show_sides(self, keys: SideKeys) -> None:
        """Show which sides work, and what the sore one gets on top."""
        sides = self._row.sides(self._person)
        is_sided = sides != {Side.BOTH}
        extra = self._row.extra_reps(self._person) if is_sided and self._row.is_on else 0
        keys.set_sided(is_sided)
        keys.set_sides(sides)
        keys.set_extra(self._person.sore_side if extra else None, extra or 1)

    def _geometry(self, width: int) -> RowGeometry:
        """What the row is measured with."""
        hold = self._hold_width or self.wanted_hold_width()
        return RowGeometry(width, self._theme.px, hold)

    def _places(self, width: int) -> RowPlaces:
        """Where everything stands at a width."""
        geometry = self._geometry(width)
        shown = {
            Part.HOLD: self._hold or self._pace,
            Part.TIMES: self._times,
            Part.SIDES: self._keys,
        }
        parts = frozenset(part for part, widget in shown.items() if widget is not None)
        return geometry.places(self._title.height_at(geometry.title_width), parts)

    def arrange(self) -> None:
        """Put everything in its place, with the room for the focus ring around it."""
        spots = self._places(self.width())
        if self._pace is not None:
            is_one_line = self._geometry(self.width()).is_one_line
            align = Qt.AlignmentFlag.AlignHCenter if is_one_line else Qt.AlignmentFlag.AlignLeft
            self._pace.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self._grip.setGeometry(spots.grip)
        self._title.setGeometry(_with_ring(spots.title))
        self._toggle.setGeometry(_with_ring(spots.toggle))
        hold = spots.parts.get(Part.HOLD)
        if hold is not None:
            for widget in (self._hold, self._pace):
                if widget is not None:
                    widget.setGeometry(self._stepper_rect(hold))
        if self._times is not None:
            self._times.setGeometry(self._stepper_rect(spots.parts[Part.TIMES]))
        if self._keys is not None:
            keys = QRect(QPoint(), self._keys.sizeHint())
            keys.moveCenter(spots.parts[Part.SIDES].center())
            self._keys.setGeometry(keys)

    def _stepper_rect(self, field: QRect) -> QRect:
        """The field with room for the ring and for what may be said under it."""
        below = self._theme.px(_ERROR_ROOM)
        return field.adjusted(-FOCUS_MARGIN, -below, FOCUS_MARGIN, below)

    @Slot()
    def _on_title_clicked(self) -> None:
        """Ask for all about the stretch."""
        self.opened.emit(self.index)

    @Slot()
    def _on_toggle_clicked(self) -> None:
        """Tell that the row is to be switched."""
        self.edited.emit(RowEdit(self.index, Change.ON))

    @Slot(int)
    def _on_length_changed(self, value: int) -> None:
        """Tell the new hold."""
        self.edited.emit(RowEdit(self.index, Change.LENGTH, value))

    @Slot(int)
    def _on_reps_changed(self, value: int) -> None:
        """Tell the new number of times."""
        self.edited.emit(RowEdit(self.index, Change.REPS, value))

    @Slot(object)
    def _on_sides_changed(self, sides: frozenset[Side]) -> None:
        """Tell the new sides."""
        self.edited.emit(RowEdit(self.index, Change.SIDES, sides))

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self._hold_width = 0
        self._heights.clear()
        self.arrange()
        self.update()


def _specs(row: Row) -> tuple[StepperSpec | None, StepperSpec | None]:
    """What the two steppers of a row count."""
    return length_spec(row), reps_spec(row)


def _show_number(stepper: Stepper, value: int | None) -> None:
    """Show a value; what is typed or wrong stays where the value is the same."""
    if stepper.value != value:
        stepper.set_value(value)


def _with_ring(rect: QRect) -> QRect:
    """A visible rectangle with the room for the focus ring."""
    return rect.adjusted(-FOCUS_MARGIN, -FOCUS_MARGIN, FOCUS_MARGIN, FOCUS_MARGIN)
