from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QSignalSpy

from hipstretch.core.body import Picture, Position
from hipstretch.core.person import Side
from hipstretch.core.settings import Appearance
from hipstretch.storage.figures import FigureShelf
from hipstretch.ui.figure import thumbnails
from hipstretch.ui.figure.thumbnails import Thumbnails
from hipstretch.ui.widgets.figure_place import FigurePlace

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.core.figure.figure import Figure
    from hipstretch.ui.theme import Theme

_FIGURES = Path(__file__).parents[3] / "assets" / "figures"
KNEE = Picture(Position.LYING_ON_BACK, "knee-to-chest", Side.RIGHT)
CHAIR = Picture(Position.SITTING_ON_CHAIR, "seated-hip-stretch", Side.RIGHT)
RECT = QRectF(0, 0, 160, 90)


class Source:
    """The bundled figures, and a note of which ones were asked for."""

    def __init__(self, folders: list[Path]) -> None:
        self._shelf = FigureShelf(folders)
        self.asked: list[str] = []

    def find(self, figure_id: str) -> Figure | None:
        """The figure of an id."""
        self.asked.append(figure_id)
        return self._shelf.find(figure_id)


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """The bundled figures and a faulty one."""
    (tmp_path / "broken.yaml").write_text("keyframes: [", encoding="utf-8")
    return Source([tmp_path, _FIGURES])


@pytest.fixture
def figures(qtbot: QtBot, source: Source) -> Thumbnails:
    """Thumbnails of those figures."""
    del qtbot
    found = Thumbnails()
    found.set_source(lambda: source)
    return found


def _draw(
    figures: Thumbnails,
    picture: Picture,
    rect: QRectF = RECT,
    *,
    dark: bool = False,
    ratio: int = 1,
) -> tuple[bool, QImage]:
    """Draw a picture on a clear ground; tells whether there is a figure, and what is to be seen."""
    image = QImage(320 * ratio, 200 * ratio, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    is_figure = figures.draw(painter, rect, picture, dark=dark)
    painter.end()
    return is_figure, image


def _drawn(qtbot: QtBot, figures: Thumbnails, picture: Picture, *, dark: bool = False) -> QImage:
    """The picture as it is when it is ready."""
    with qtbot.waitSignal(figures.drawn):
        _draw(figures, picture, dark=dark)
    return _draw(figures, picture, dark=dark)[1]


def _is_clear(image: QImage) -> bool:
    """Whether nothing was drawn."""
    clear = image.copy()
    clear.fill(Qt.GlobalColor.transparent)
    return image == clear


def test_a_picture_is_drawn_later(qtbot: QtBot, figures: Thumbnails, source: Source) -> None:
    """The first paint does not wait for it, nor reads its file; `drawn` says when it is there."""
    is_figure, image = _draw(figures, KNEE)
    assert is_figure
    assert _is_clear(image)
    assert source.asked == []

    with qtbot.waitSignal(figures.drawn):
        pass

    is_figure, image = _draw(figures, KNEE)
    assert is_figure
    assert not _is_clear(image)


def test_a_picture_is_kept(qtbot: QtBot, figures: Thumbnails, source: Source) -> None:
    """However often it is shown, it is drawn once."""
    first = _drawn(qtbot, figures, KNEE)
    spy = QSignalSpy(figures.drawn)

    assert _draw(figures, KNEE)[1] == first
    qtbot.wait(0)

    assert source.asked == ["knee-to-chest"]
    assert spy.count() == 0


def test_pictures_are_drawn_one_at_a_time(
    qtbot: QtBot, figures: Thumbnails, source: Source
) -> None:
    """In the order in which they were asked for; who still lacks one asks again."""
    figures.drawn.connect(lambda: (_draw(figures, KNEE), _draw(figures, CHAIR)))
    _draw(figures, KNEE)
    _draw(figures, CHAIR)
    _draw(figures, KNEE)

    with qtbot.waitSignal(figures.drawn):
        pass
    assert source.asked == ["knee-to-chest"]
    with qtbot.waitSignal(figures.drawn):
        pass
    assert source.asked == ["knee-to-chest", "seated-hip-stretch"]


def test_what_nobody_shows_any_more_is_not_drawn(
    qtbot: QtBot, figures: Thumbnails, source: Source
) -> None:
    """As the sizes that a card had on its way while the window grew."""
    spy = QSignalSpy(figures.drawn)
    for width in range(100, 110):
        _draw(figures, KNEE, QRectF(0, 0, width, 90))
    qtbot.waitUntil(lambda: spy.count() == 1)

    qtbot.wait(0)

    assert (source.asked, spy.count()) == (["knee-to-chest"], 1)


def test_dark_light_and_the_sides_differ(qtbot: QtBot, figures: Thumbnails) -> None:
    """Each is a picture of its own."""
    light = _drawn(qtbot, figures, KNEE)
    dark = _drawn(qtbot, figures, KNEE, dark=True)
    left = _drawn(qtbot, figures, KNEE._replace(side=Side.LEFT))

    assert light != dark
    assert light != left
    assert _draw(figures, KNEE)[1] == light


def test_a_fine_screen_has_a_fine_picture(qtbot: QtBot, figures: Thumbnails) -> None:
    """At twice the pixels the edge of the body is drawn anew, not blown up."""
    coarse = _drawn(qtbot, figures, KNEE)
    with qtbot.waitSignal(figures.drawn):
        _draw(figures, KNEE, ratio=2)

    fine = _draw(figures, KNEE, ratio=2)[1]

    assert fine.size() == coarse.size() * 2
    assert fine != coarse.scaled(fine.size())


@pytest.mark.parametrize("figure", ["unknown", "broken", '{"keyframes": 5}'])
def test_without_a_figure_there_is_the_sign(qtbot: QtBot, figures: Thumbnails, figure: str) -> None:
    """An id that there is none of, a faulty file, or a faulty figure in an exercise's own file."""
    picture = Picture(Position.STANDING, figure)

    _drawn(qtbot, figures, picture)

    assert not _draw(figures, picture)[0]
    assert not _draw(figures, picture, QRectF(0, 0, 50, 50))[0]
    assert figures.figure(picture) is None


def test_an_exercise_without_a_figure_asks_for_none(figures: Thumbnails, source: Source) -> None:
    """An exercise without a figure asks for none."""
    picture = Picture(Position.STANDING)

    assert not _draw(figures, picture)[0]
    assert figures.figure(picture) is None
    assert source.asked == []


def test_without_a_source_there_are_no_figures() -> None:
    """As in a window that is built for a test."""
    figures = Thumbnails()

    assert not _draw(figures, KNEE)[0]
    assert figures.figure(KNEE) is None


def test_a_place_without_room_draws_nothing(
    qtbot: QtBot, figures: Thumbnails, source: Source
) -> None:
    """A place without room draws nothing."""
    assert _draw(figures, KNEE, QRectF(0, 0, 100, 0.3))[0]
    qtbot.wait(0)

    assert source.asked == []


def test_another_size_is_shown_until_the_picture_is_there(
    qtbot: QtBot, figures: Thumbnails
) -> None:
    """So that nothing flickers while a window grows."""
    _drawn(qtbot, figures, KNEE)
    wide = QRectF(0, 0, 200, 110)

    stand_in = _draw(figures, KNEE, wide)[1]
    with qtbot.waitSignal(figures.drawn):
        pass
    own = _draw(figures, KNEE, wide)[1]

    assert not _is_clear(stand_in)
    assert stand_in != own


def test_no_more_pictures_are_kept_than_the_cap(
    qtbot: QtBot, figures: Thumbnails, source: Source, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The one that was shown longest ago goes first."""
    monkeypatch.setattr(thumbnails, "MOST_KEPT", 2)
    left = KNEE._replace(side=Side.LEFT)
    for picture in (KNEE, CHAIR):
        _drawn(qtbot, figures, picture)
    _draw(figures, KNEE)
    _drawn(qtbot, figures, left)
    source.asked.clear()

    assert not _is_clear(_draw(figures, KNEE)[1])
    assert not _is_clear(_draw(figures, left)[1])
    assert _is_clear(_draw(figures, CHAIR)[1])


def test_a_figure_to_move_is_found_at_once(figures: Thumbnails) -> None:
    """The player's figure does not wait for a timer."""
    figure = figures.figure(CHAIR)

    assert figure is not None
    assert figure.plan.id == "seated-hip-stretch"


def test_a_place_shows_the_figure_when_it_is_drawn(
    qtbot: QtBot, theme: Theme, source: Source
) -> None:
    """It paints again by itself, in the look of the theme, and the sign where there is none."""
    theme.figures.set_source(lambda: source)
    place, sign = FigurePlace(theme), FigurePlace(theme)
    for widget, picture in ((place, KNEE), (sign, KNEE._replace(figure="unknown"))):
        qtbot.addWidget(widget)
        widget.resize(320, 142)
        widget.set_picture(picture)
        with qtbot.waitSignal(theme.figures.drawn):
            empty = widget.grab().toImage()
        assert widget.grab().toImage() != empty
    light = place.grab().toImage()
    assert light != sign.grab().toImage()

    theme.set_look(Appearance.DARK)
    with qtbot.waitSignal(theme.figures.drawn):
        place.grab()
    assert place.grab().toImage() != light
