from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.ui.widgets.choice import Choice, Option
from hipstretch.ui.widgets.choice_rows import ChoiceRows

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def rows_of(qtbot: QtBot, theme: Theme, *options: Option) -> ChoiceRows:
    """The rows of a choice."""
    choice = Choice(theme, "Voice", options)
    qtbot.addWidget(choice)
    rows = ChoiceRows(theme, choice, choice)
    rows.resize(300, 40 * len(options))
    return rows


def colors_of(picture: QPixmap) -> set[int]:
    """All colours of a picture."""
    image = picture.toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_a_quiet_word_takes_room_beside_the_words(qtbot: QtBot, theme: Theme) -> None:
    """So that both can be read."""
    plain = rows_of(qtbot, theme, Option(1, "Alan"))
    detailed = rows_of(qtbot, theme, Option(1, "Alan", "United Kingdom"))
    assert detailed.widest() > plain.widest() + 80


def test_the_chosen_one_has_a_check(qtbot: QtBot, theme: Theme) -> None:
    """Never the colour alone."""
    rows = rows_of(qtbot, theme, Option(1, "Alan"), Option(2, "Alan"))
    picture = rows.grab().toImage()
    check = {picture.pixelColor(x, y).rgb() for x in range(10, 28) for y in range(40)}
    empty = {picture.pixelColor(x, y).rgb() for x in range(10, 28) for y in range(40, 80)}
    assert theme.palette.primary.rgb() in check
    assert len(empty) == 1


def test_the_words_come_before_the_quiet_word(qtbot: QtBot, theme: Theme) -> None:
    """Where both do not fit, the quiet one is left out."""
    rows = rows_of(qtbot, theme, Option(1, "Alan", "United Kingdom"))
    assert theme.palette.ink2.rgb() in colors_of(rows.grab())
    rows.resize(110, 40)
    assert theme.palette.ink2.rgb() not in colors_of(rows.grab())
