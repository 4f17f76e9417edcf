"""The page after a session: what was done, how it feels now, and a kind word."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from hipstretch.core.body import Picture
from hipstretch.core.history import DayMark
from hipstretch.core.pain import Feeling, PainPlace, points_to_safety
from hipstretch.core.summary import Summary
from hipstretch.ui.pages.finish_body import NARROW_UNDER, TWO_COLUMNS_FROM, FinishBody
from hipstretch.ui.pages.finish_words import line_words, step_words, title_words
from hipstretch.ui.theme import Role, Theme
from hipstretch.ui.widgets.button import Button, ButtonKind, IconButton
from hipstretch.ui.widgets.done_grid import DoneStep
from hipstretch.ui.widgets.label import Label
from hipstretch.ui.widgets.painting import start_painting
from hipstretch.ui.widgets.scroll_page import ScrollPage
from hipstretch.ui.words import clock


@dataclass(frozen=True, slots=True)
class FinishContent:
    """What the page tells; `pictures` has that of each exercise in order, `week` seven days.

    `before` is how it felt, `last_place` how far the pain reached when that was told last;
    `has_spread` says that something hurt that was new or spread. `saved` says that the session is
    in the history, so that a feeling can be added to it.
    """

    routine_name: str
    summary: Summary
    pictures: tuple[Picture, ...]
    days_in_a_row: int
    week: tuple[DayMark, ...]
    before: Feeling = Feeling()
    last_place: PainPlace | None = None
    has_spread: bool = False
    saved: bool = True

    def points_to_safety(self, after: Feeling) -> bool:
        """Whether there is a reason to read when to get help.

        Where the place of before was not told, that of the last time stands for it.
        """
        before = self.before._replace(place=self.before.place or self.last_place)
        return self.has_spread or points_to_safety(before, after)


@dataclass(frozen=True, slots=True)
class FinishAnswer:
    """How it is now, as far as it was told, and a note."""

    after: Feeling = Feeling()
    note: str = ""


class FinishPage(ScrollPage):
    """Tells what was done and asks how it feels; nothing has to be answered.

    Signals:
        answered: `FinishAnswer`, what the person said; the page is done.
        skipped: nothing was said; the page is done.
        again_requested: the same routine once more; `answer` has what was said.
        ice_requested: ice for a while; `answer` has what was said.
        safety_requested: the person wants to read when to get help.
    """

    answered = Signal(object)
    skipped = Signal()
    again_requested = Signal()
    ice_requested = Signal()
    safety_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAccessibleName(self.tr("After the session"))
        self._told: FinishContent | None = None
        self._form: tuple[bool, bool] | None = None
        self.again = Button(theme, self.tr("Do it again"), kind=ButtonKind.TEXT, icon="reset")
        self.help = IconButton(theme, "safety", self.tr("When to get help"), kind=ButtonKind.TEXT)
        self.header = _Header(theme, self.help)
        self.body = FinishBody(theme)
        self.add_text(self.header)
        self.add_gap(14)
        self.add_wide(self.body)
        self._connect()
        self._arrange()

    def show_finish(self, content: FinishContent) -> None:
        """Tell about a session, with nothing answered yet."""
        self._told = content
        summary = content.summary
        self.header.show_words(title_words(summary), line_words(summary, content.routine_name))
        self.body.summary.show_summary(_numbers(self, summary), _steps(content))
        self.body.pain.ask(content.before.pain, content.last_place)
        self.body.note.clear()
        self.body.days.show_days(content.days_in_a_row, content.week)
        self.body.set_asking(content.saved)
        words = self.tr("Save and close") if content.saved else self.tr("Close")
        self.body.footer.save.set_label(words)
        self._point()
        self.scroll_to_top()

    @property
    def answer(self) -> FinishAnswer:
        """What the person has said so far."""
        return FinishAnswer(self.body.pain.feeling, self.body.note.note)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose the columns by the width."""
        self._arrange()
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit tells the pain; Escape goes back and keeps what was said."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif self._is_saved and event.text() and event.text() in "0123456789":
            self.body.pain.scale.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    @property
    def _is_saved(self) -> bool:
        """Whether what is said can be added to the session."""
        return self._told is not None and self._told.saved

    def _connect(self) -> None:
        """Hear the buttons and Ctrl+Enter."""
        self.again.clicked.connect(self._on_again_clicked)
        self.body.footer.ice.clicked.connect(self.ice_requested)
        self.help.clicked.connect(self.safety_requested)
        self.body.safety.button.clicked.connect(self.safety_requested)
        self.body.pain.feeling_changed.connect(self._on_feeling_changed)
        self.body.footer.skip.clicked.connect(self._on_skip_clicked)
        self.body.footer.save.clicked.connect(self._on_save_clicked)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_save_clicked)

    def _arrange(self) -> None:
        """Stand in the form for the width, where that is another one now."""
        width = self.window().width()
        form = (width >= TWO_COLUMNS_FROM, width < NARROW_UNDER)
        if form == self._form:
            return
        self._form = form
        two_columns, is_narrow = form
        self.header.arrange(None if is_narrow else self.again, is_narrow=is_narrow)
        self.body.footer.arrange(self.again if is_narrow else None)
        self.body.arrange(two_columns=two_columns, is_narrow=is_narrow)
        stops = self.body.stops
        ordered = [self.help, *stops, self.again] if is_narrow else [self.help, self.again, *stops]
        for before, after in pairwise(ordered):
            QWidget.setTabOrder(before, after)

    def _point(self) -> None:
        """Have the card with the way to Safety where there is a reason for it."""
        content = self._told
        points = content is not None and content.points_to_safety(self.body.pain.feeling)
        self.body.safety.setVisible(points)

    def _leave(self) -> None:
        """Go, with what was said if there is anything."""
        if self._is_saved and self.answer != FinishAnswer():
            self._save()
        else:
            self._skip()

    def _save(self) -> None:
        """Tell what was said."""
        self.answered.emit(self.answer)

    def _skip(self) -> None:
        """Say that nothing was said."""
        self.skipped.emit()

    def _request_again(self) -> None:
        """Ask for the same once more."""
        self.again_requested.emit()

    @Slot()
    def _on_again_clicked(self) -> None:
        """Once more."""
        self._request_again()

    @Slot()
    def _on_feeling_changed(self) -> None:
        """Something else was told."""
        self._point()

    @Slot()
    def _on_skip_clicked(self) -> None:
        """Without an answer."""
        self._skip()

    @Slot()
    def _on_save_clicked(self) -> None:
        """Save where the session is in the history; else there is nothing to add to."""
        if self._is_saved:
            self._save()
        else:
            self._skip()


class _Leaf(QWidget):
    """A leaf on a soft round ground."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._on_look_changed)

    def sizeHint(self) -> QSize:
        """68 px."""
        return QSize(self._theme.px(68), self._theme.px(68))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the leaf."""
        painter = QPainter(self)
        start_painting(painter)
        palette, rect = self._theme.palette, QRectF(self.rect())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(palette.psoft)
        painter.drawEllipse(rect)
        size = self._theme.px(34)
        box = QRectF(0, 0, size, size)
        box.moveCenter(rect.center())
        self._theme.icons.draw(painter, "leaf", box, palette.primary)

    @Slot()
    def _on_look_changed(self) -> None:
        """Take over the new sizes and colours."""
        self.updateGeometry()
        self.update()


class _Header(QWidget):
    """The leaf, the greeting and one sentence; help, and what is arranged, at the right end."""

    def __init__(self, theme: Theme, help_button: IconButton) -> None:
        super().__init__()
        self._title = Label(theme, Role.HERO, wrap=True)
        self._line = Label(theme, Role.LEAD, color="ink2", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(20)
        self._row.addWidget(_Leaf(theme), 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(help_button)

    def show_words(self, title: str, line: str) -> None:
        """Greet."""
        self._title.setText(title)
        self._line.setText(line)

    def arrange(self, again: Button | None, *, is_narrow: bool) -> None:
        """Have `again` at the right end; a smaller greeting in narrow windows."""
        self._title.set_role(Role.PAGE_TITLE if is_narrow else Role.HERO)
        self._row.setSpacing(14 if is_narrow else 20)
        if again is not None:
            self._row.addWidget(again)


def _numbers(page: QWidget, summary: Summary) -> tuple[tuple[str, str], ...]:
    """The three numbers with their words."""
    stretches = page.tr("stretch") if summary.stretches == 1 else page.tr("stretches")
    holds = page.tr("hold") if summary.holds == 1 else page.tr("holds")
    return (
        (clock(summary.seconds), page.tr("minutes")),
        (str(summary.stretches), stretches),
        (str(summary.holds), holds),
    )


def _steps(content: FinishContent) -> tuple[DoneStep, ...]:
    """The stretches with their pictures."""
    return tuple(
        DoneStep(step.stretch, picture, step_words(step), is_done=step.reps > 0)
        for step, picture in zip(content.summary.steps, content.pictures, strict=False)
    )
