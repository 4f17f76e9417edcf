from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from hipstretch.core.breaks_view import BreaksView, State
from hipstretch.core.reminder import Answer
from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import LIGHT
from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.day_band import DayBand, is_done
from tests.ui.break_views import DUE, NOW, moment, view

WIDTH = 1000
BAND_TOP, BAND_FOOT = 22, 66


@pytest.fixture
def band(qtbot: QtBot, theme: Theme) -> DayBand:
    """The band of the day, from eight to six."""
    band = DayBand(theme)
    qtbot.addWidget(band)
    band.show_view(view())
    band.resize(WIDTH, band.sizeHint().height())
    return band


def x_of(hour: int, minute: int = 0) -> int:
    """The px of a time."""
    return round((hour + minute / 60 - 8) * WIDTH / 10)


def color(image: QImage, x: int, y: int) -> str:
    """The colour of a px."""
    return image.pixelColor(x, y).name()


def test_sitting_lies_low_and_being_up_stands_high(band: DayBand) -> None:
    """So that it can be told without colours."""
    image = band.grab().toImage()
    sitting, up, stretching = x_of(9, 16), x_of(9, 35), x_of(10, 11)
    assert color(image, sitting, BAND_FOOT - 4) == LIGHT.ctrl.name()
    assert color(image, sitting, BAND_TOP + 4) == LIGHT.sunken.name()
    assert color(image, up, BAND_TOP + 4) == LIGHT.pmid.name()
    assert color(image, stretching, BAND_TOP + 4) == LIGHT.primary.name()


def test_away_is_striped(band: DayBand) -> None:
    """Between ground and lines."""
    image = band.grab().toImage()
    seen = {color(image, x, 44) for x in range(x_of(12, 10), x_of(13, 30))}
    assert LIGHT.sunken.name() in seen
    assert LIGHT.track.name() in seen


def test_asks_are_marked_above_it(band: DayBand) -> None:
    """Filled where the person got up, hollow where not, and for the one that waits."""
    band.show_view(DUE)
    image = band.grab().toImage()
    assert color(image, x_of(9, 30), 10) == LIGHT.primary.name()
    assert color(image, x_of(10, 42), 10) == LIGHT.surface.name()
    assert color(image, x_of(14, 5), 10) == LIGHT.surface.name()


@pytest.mark.parametrize(
    ("x", "words"),
    [
        (x_of(9, 16), "Sitting, 9:00 to 9:32 (32 min)"),
        (x_of(9, 36), "Up, 9:32 to 9:38 (6 min)"),
        (x_of(9, 30), "Asked at 9:30: You got up"),
        (x_of(10, 42) + 3, "Asked at 10:42: You chose later"),
        (x_of(8, 30), ""),
        (x_of(16), ""),
    ],
)
def test_the_pointer_has_every_time_told(band: DayBand, x: int, words: str) -> None:
    """Nothing where nothing is known."""
    assert band.words_at(x) == words


@pytest.mark.qt_log_ignore("does not support raise", extend=True)
def test_the_tooltip_says_what_the_pointer_is_on(band: DayBand, qapp: QApplication) -> None:
    """When it rests there."""
    del qapp
    band.show()
    place = QPoint(x_of(9, 16), 40)
    event = QHelpEvent(QEvent.Type.ToolTip, place, band.mapToGlobal(place))
    QApplication.sendEvent(band, event)
    assert QToolTip.text() == "Sitting, 9:00 to 9:32 (32 min)"
    QToolTip.hideText()


def test_an_empty_band_tells_nothing(qtbot: QtBot, theme: Theme) -> None:
    """Before the first view, and on a day that has not begun."""
    band = DayBand(theme)
    qtbot.addWidget(band)
    assert band.words_at(10) == ""
    ground = band.grab().toImage()
    assert ground.pixelColor(5, 40) == ground.pixelColor(200, 40)
    band.show_view(BreaksView(State.SITTING, NOW, since=moment(14)))
    assert band.words_at(10) == ""


def test_hours_stand_under_it_within_its_ends(band: DayBand, theme: Theme) -> None:
    """Also where the text is large and the room is small."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    band.resize(260, band.sizeHint().height())
    foot = band.grab(QRect(0, 94, 260, 20)).toImage()
    inked = [
        x
        for x in range(foot.width())
        if any(foot.pixelColor(x, y).lightness() < 160 for y in range(foot.height()))
    ]
    assert inked
    assert min(inked) >= 0
    assert max(inked) < 260


@pytest.mark.parametrize(
    ("answer", "done"),
    [
        (Answer.UP, True),
        (Answer.STRETCH, True),
        (Answer.LEFT, True),
        (Answer.LATER, False),
        (Answer.WITHDRAWN, False),
    ],
)
def test_leaving_the_desk_is_getting_up(answer: Answer, *, done: bool) -> None:
    """Whatever button was pressed."""
    assert is_done(answer) is done
