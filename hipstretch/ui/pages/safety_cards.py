"""The cards of the Safety page."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from hipstretch.core import safety
from hipstretch.core.safety import HelpNumber
from hipstretch.ui import safety_words
from hipstretch.ui.pages.safety_rows import Group, NumberBand, PainLine
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.label import Label

_LINE_GAP, _PART_GAP = 10, 14
_LINK_PADDING, _USUAL_PADDING = 8, 18


class NowCard(CardPanel):
    """The number to call, and when.

    Signals:
        number_change_requested: the person wants another number.
    """

    number_change_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, safety_words.now_heading(), parent)
        self.band = NumberBand(theme)
        self.band.change_requested.connect(self.number_change_requested)
        group = Group(theme)
        group.add(self.band)
        group.add_text(safety_words.now_lead(), above=_PART_GAP)
        group.add_lines(safety_words.texts(safety.GET_HELP_NOW))
        group.add_text(safety_words.in_words(safety.WHY_NOW.words), above=_LINE_GAP)
        self.add_row(group)

    def set_number(self, number: HelpNumber) -> None:
        """Show which number to call."""
        self.band.set_number(number)


class SoonCard(CardPanel):
    """When to ask today, and when to ask soon."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, safety_words.soon_heading(), parent)
        today, soon = Group(theme), Group(theme)
        today.add_head(safety_words.today_lead())
        today.add_lines(safety_words.texts(safety.ASK_TODAY))
        soon.add_head(safety_words.soon_lead())
        soon.add_lines(safety_words.texts(safety.ASK_SOON))
        self.add_row(today)
        self.add_row(soon)


class StretchCard(CardPanel):
    """What goes for every stretch, and what to do at which pain."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, safety_words.stretch_heading(), parent)
        rules, pain = Group(theme), Group(theme)
        rules.add_lines(safety_words.texts(safety.WHILE_STRETCHING))
        pain.add_head(safety_words.pain_heading())
        for low, high, words, _source in safety.PAIN_STEPS:
            pain.add(PainLine(theme, low, high, safety_words.in_words(words)), above=4)
        for text in safety_words.texts(safety.AFTER_STRETCHING):
            pain.add_text(text, above=_LINE_GAP)
        self.add_row(rules)
        self.add_row(pain)


class QuietButton(Button):
    """A button of words only, in line with the text above it."""

    def __init__(self, theme: Theme, text: str, icon: str) -> None:
        super().__init__(theme, text, kind=ButtonKind.TEXT, icon=icon, height=40)

    def visible_size(self) -> QSize:
        """The words with less padding than other buttons."""
        spare = 2 * self._theme.px(_USUAL_PADDING - _LINK_PADDING)
        return super().visible_size() - QSize(spare, 0)


class MoreCard(CardPanel):
    """The way to what is good to know.

    Signals:
        guidance_requested: the person wants to read on.
    """

    guidance_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, safety_words.guidance_title(), parent)
        group = Group(theme)
        group.add_text(safety_words.guidance_lead())
        self.add_row(group)
        self.open_it = Button(theme, self.tr("Read on"), kind=ButtonKind.SOFT)
        self.open_it.setAccessibleDescription(safety_words.guidance_lead())
        self.open_it.clicked.connect(self._on_open_clicked)
        self._column.addSpacing(_LINE_GAP)
        self._column.addWidget(self.open_it, 0, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def _on_open_clicked(self) -> None:
        """Pass the wish on."""
        self.guidance_requested.emit()


class SourcesCard(CardPanel):
    """What these lines are not, and, on request, who says each of them."""

    def __init__(
        self, theme: Theme, cited: tuple[safety.Line, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, safety_words.about_heading(), parent)
        self._cited = cited
        about, self._sources = Group(theme), Group(theme)
        for at, text in enumerate(safety.ABOUT):
            about.add_text(safety_words.in_words(text), above=6 if at else 0)
        self.add_row(about)
        self.toggle = QuietButton(theme, "", "list")
        self.toggle.clicked.connect(self._on_toggled)
        self._column.addSpacing(_LINE_GAP)
        self._column.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self._sources)
        self._show_sources(is_shown=False)

    @property
    def is_open(self) -> bool:
        """Whether it says who says each line."""
        return not self._sources.isHidden()

    def _show_sources(self, *, is_shown: bool) -> None:
        """Show or hide the sources, and say on the button what it does."""
        if is_shown:
            self._fill()
        self._sources.setVisible(is_shown)
        words = self.tr("Hide the sources") if is_shown else self.tr("Where each line comes from")
        self.toggle.set_label(words)

    def _fill(self) -> None:
        """Write the sources down; once, as they are long and seldom read."""
        cited, self._cited = self._cited, ()
        for line in cited:
            said = Label(self._theme, Role.CAPTION_STRONG, line.words, wrap=True)
            by = Label(self._theme, Role.CAPTION, line.source, color="ink2", wrap=True)
            self._sources.add(said, above=_LINE_GAP)
            self._sources.add(by)

    @Slot()
    def _on_toggled(self) -> None:
        """Show them, or hide them."""
        self._show_sources(is_shown=not self.is_open)
