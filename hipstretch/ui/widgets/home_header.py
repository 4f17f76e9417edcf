"""The head of Home: the greeting, the date, the search, and the way to a new routine."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, IconButton
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import FOCUS_MARGIN, layout_gap
from hipstretch.ui.widgets.search_box import SearchBox

_GAP = 18
_LEAST_SEARCH, _MOST_SEARCH = 200, 260


class HeaderForm(Enum):
    """How much stands in the row; the search is in it in the two wider forms."""

    WIDE = auto()
    STACKED = auto()
    WITHOUT_SEARCH = auto()
    NARROW = auto()

    @property
    def has_search(self) -> bool:
        """Whether the search stands in the row."""
        return self in {HeaderForm.WIDE, HeaderForm.STACKED}


class HomeHeader(QHBoxLayout):
    """One row, laid out by the room that there is; all its widgets belong to the page.

    `new_button` and `new_icon_button` do the same, one of them is shown.
    """

    def __init__(
        self,
        theme: Theme,
        search: SearchBox,
        new_button: Button,
        new_icon_button: IconButton,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._search = search
        self._new, self._new_icon = new_button, new_icon_button
        self.form = HeaderForm.WIDE
        self._title = Label(theme, Role.PAGE_TITLE)
        self._date_beside = Label(theme, Role.BODY, color="ink2")
        self._date_below = Label(theme, Role.META, color="ink2")
        self._fill()

    @property
    def new_buttons(self) -> tuple[Button, IconButton]:
        """The two buttons for a new routine, of which one is shown."""
        return self._new, self._new_icon

    @property
    def greeting(self) -> str:
        """The words of the title."""
        return self._title.text()

    @property
    def date(self) -> str:
        """The date as it is shown."""
        return self._date_beside.text()

    def set_words(self, greeting: str, date: str) -> None:
        """Greet otherwise, or on another day."""
        self._title.setText(greeting)
        self._date_beside.setText(date)
        self._date_below.setText(date)

    def form_for(self, room: int, *, narrow: bool) -> HeaderForm:
        """The form with the most in it that fits into `room` px."""
        self._title.set_role(Role.PAGE_TITLE_NARROW if narrow else Role.PAGE_TITLE)
        if narrow:
            return HeaderForm.NARROW
        title, button = self._title.sizeHint().width(), self._new.sizeHint().width() + _GAP
        date = self._date_beside.sizeHint().width() + _GAP
        search = self._theme.px(_LEAST_SEARCH) + 2 * _GAP
        if title + search + date + button <= room:
            return HeaderForm.WIDE
        stacked = max(title, self._date_below.sizeHint().width()) + button
        if stacked + search <= room:
            return HeaderForm.STACKED
        return HeaderForm.WITHOUT_SEARCH if stacked <= room else HeaderForm.NARROW

    def apply(self, form: HeaderForm) -> None:
        """Take a form; the page moves the search where the row does not have it."""
        self.form = form
        self._date_beside.setVisible(form is HeaderForm.WIDE)
        self._date_below.setVisible(form is not HeaderForm.WIDE)
        self._new.setVisible(form is not HeaderForm.NARROW)
        self._new_icon.setVisible(form is HeaderForm.NARROW)
        most = self._theme.px(_MOST_SEARCH) if form.has_search else 1 << 20
        self._search.setMaximumWidth(most)
        if form.has_search and self.indexOf(self._search) < 0:
            self.insertWidget(2, self._search)

    def _fill(self) -> None:
        """Put everything into the row, in its widest form."""
        title = QVBoxLayout()
        title.setContentsMargins(FOCUS_MARGIN, 0, 0, 0)
        title.setSpacing(0)
        title.addWidget(self._title)
        title.addWidget(self._date_below)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(layout_gap(_GAP))
        self.addLayout(title)
        self.addStretch(1)
        self.addWidget(self._search)
        self.addWidget(self._date_beside)
        self.addWidget(self._new)
        self.addWidget(self._new_icon)
        self.setAlignment(self._date_beside, Qt.AlignmentFlag.AlignVCenter)
        self._date_beside.setContentsMargins(FOCUS_MARGIN, 0, FOCUS_MARGIN, 0)
