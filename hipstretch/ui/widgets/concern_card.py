"""The quiet card of a preview that lists what to mind in its routine."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.concerns import Concern
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.concern_row import ConcernRow
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, draw_card, start_painting

CONCERN_RADIUS = 24
_SIDE, _TOP, _FOOT, _BETWEEN = 20, 18, 18, 20


class ConcernCard(QWidget):
    """The exercises with their reasons and choices; nothing at all where there are none.

    Signals:
        decided: `Decided`, the person chose.
    """

    decided = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[ConcernRow] = []
        self._concerns: tuple[Concern, ...] = ()
        self._title = Label(theme, Role.CARD_TITLE, self.tr("To mind in this routine"), wrap=True)
        words = self.tr("What you choose holds at every start. The routine stays as it is.")
        self._line = Label(theme, Role.META, words, color="ink2", wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(
            _SIDE - FOCUS_MARGIN, _TOP, _SIDE - FOCUS_MARGIN, _FOOT - FOCUS_MARGIN
        )
        self._column.setSpacing(_BETWEEN)
        head = QVBoxLayout()
        head.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._line)
        self._column.addLayout(head)
        self.setAccessibleName(self._title.text())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()
        theme.changed.connect(self._on_look_changed)

    @property
    def rows(self) -> tuple[ConcernRow, ...]:
        """The exercises from top to bottom."""
        return tuple(self._rows)

    def set_concerns(self, concerns: Sequence[Concern]) -> None:
        """List other exercises; those that are listed already stay as they are."""
        if tuple(concerns) == self._concerns:
            return
        self._concerns = tuple(concerns)
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [ConcernRow(self._theme, concern) for concern in concerns]
        for row in self._rows:
            row.decided.connect(self.decided)
            self._column.addWidget(row)
        self.setVisible(bool(concerns))

    def heightForWidth(self, width: int) -> int:
        """The height of everything; none where nothing is listed."""
        return self._column.totalHeightForWidth(width) if self._rows else 0

    def sizeHint(self) -> QSize:
        """As high as everything."""
        return QSize(self.width(), self.heightForWidth(max(1, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the lines between the rows."""
        painter = QPainter(self)
        start_painting(painter)
        palette = self._theme.palette
        draw_card(painter, QRectF(self.rect()), self._theme.px(CONCERN_RADIUS), palette)
        for row in self._rows:
            top = row.y() - _BETWEEN // 2
            painter.fillRect(QRectF(_SIDE, top, self.width() - 2 * _SIDE, 1), palette.line)

    @Slot()
    def _on_look_changed(self) -> None:
        """Paint in the new look."""
        self.update()
