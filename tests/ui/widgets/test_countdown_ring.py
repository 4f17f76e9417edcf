from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QImage, QPaintEvent, QRegion

from hipstretch.core.settings import Appearance
from hipstretch.ui.palette import player_palette
from hipstretch.ui.widgets.countdown_ring import (
    CountdownRing,
    RingMode,
    RingState,
    arc_damage,
    digits_of,
    look_of,
)
from hipstretch.ui.widgets.ring_breath import breath_color
from hipstretch.ui.widgets.ring_painting import RingGeometry

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPixmap
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


class WatchedRing(CountdownRing):
    """A ring that keeps the regions that it was asked to paint."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.painted: list[QRegion] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        """Note the region."""
        self.painted.append(QRegion(event.region()))
        super().paintEvent(event)


@pytest.fixture
def ring(qtbot: QtBot, theme: Theme) -> WatchedRing:
    """A visible ring of the size at 1280x800."""
    ring = WatchedRing(theme)
    ring.resize(424, 424)
    qtbot.addWidget(ring)
    with qtbot.waitExposed(ring):
        ring.show()
    ring.painted.clear()
    return ring


def hold(remaining: float, total: float = 30.0) -> RingState:
    """A hold with so many seconds left."""
    return RingState(RingMode.HOLD, remaining, total, "seconds", digits_of(remaining))


def breathed(remaining: float, fullness: float, cue: str = "breathe in") -> RingState:
    """A hold that is breathed through."""
    return replace(hold(remaining), breath=fullness, cue=cue)


def rgb_bytes(picture: QPixmap) -> bytes:
    """All colours of a picture, one after the other."""
    return bytes(picture.toImage().convertToFormat(QImage.Format.Format_RGB888).constBits())


def color_at(ring: CountdownRing, degrees: float) -> QColor:
    """The colour of the ring so far clockwise from 12 o'clock."""
    point = RingGeometry.within(QRectF(ring.rect())).point_at(degrees).toPoint()
    return ring.grab().toImage().pixelColor(point)


@pytest.mark.parametrize(
    ("seconds", "digits"),
    [(0, "0"), (0.2, "1"), (24.0, "24"), (23.01, "24"), (99, "99"), (100, "1:40"), (761, "12:41")],
)
def test_a_time_is_rounded_up_and_has_minutes_from_100_s(seconds: float, digits: str) -> None:
    """Three digits would be too small to read from the mat."""
    assert digits_of(seconds) == digits


def test_the_arc_is_the_part_that_remains(ring: WatchedRing, theme: Theme) -> None:
    """It runs clockwise from 12 o'clock."""
    ring.set_state(hold(15))
    palette = player_palette(theme.palette)
    assert color_at(ring, 90) == palette.primary
    assert color_at(ring, 270) == palette.track


def test_a_pause_turns_the_arc_grey(ring: WatchedRing, theme: Theme) -> None:
    """Nothing runs, and the colour says so."""
    ring.set_state(RingState(RingMode.PAUSED, 24, 30, "paused at 24", "24"))
    assert color_at(ring, 90) == theme.palette.ctrl
    assert ring.accessibleName() == "paused at 24"


def test_getting_ready_shows_one_bead_a_second(ring: WatchedRing, theme: Theme) -> None:
    """The beads of the seconds that are left are ink, clockwise from 12 o'clock."""
    ring.set_state(RingState(RingMode.READY, 3, 4, "get ready", "3"))
    colors = [color_at(ring, middle) for middle in (45, 135, 225, 315)]
    assert colors == [theme.palette.ink] * 3 + [theme.palette.track]


def test_more_than_ten_seconds_to_get_ready_are_ten_beads() -> None:
    """More beads could not be told apart."""
    look = look_of(RingState(RingMode.READY, 11, 20, "switch sides", "11"))
    assert (look.beads, look.lit) == (10, 6)


@pytest.mark.parametrize(("remaining", "ending"), [(3.1, False), (3.0, True), (0.5, True)])
def test_the_last_three_seconds_of_a_hold_are_special(remaining: float, ending: bool) -> None:
    """The digits turn teal when 3 is reached."""
    assert look_of(hold(remaining)).ending is ending


def test_counted_moves_have_no_last_seconds() -> None:
    """Three moves left are not three seconds left."""
    assert not look_of(RingState(RingMode.MOVES, 3, 10, "times left", "3")).ending


def test_a_ring_without_a_total_is_empty() -> None:
    """No division by nothing."""
    assert look_of(RingState(RingMode.SELF_PACED, 0, 0, "Done when ready", "1")).span == 0


def test_reduced_motion_steps_once_a_second() -> None:
    """Between two seconds the look stays the same."""
    assert look_of(hold(23.9), by_seconds=True) == look_of(hold(23.1), by_seconds=True)


def test_it_repaints_nothing_that_looks_the_same(ring: WatchedRing, qtbot: QtBot) -> None:
    """A step below 0.15 degrees is not painted."""
    ring.set_state(hold(20.0))
    qtbot.waitUntil(lambda: bool(ring.painted))
    ring.painted.clear()
    ring.set_state(hold(19.999))
    qtbot.wait(1)
    assert ring.painted == []
    assert ring.state.remaining == 19.999


def test_a_frame_of_a_hold_repaints_only_the_end_of_the_arc(
    ring: WatchedRing, qtbot: QtBot
) -> None:
    """The digits and the rest of the ring stay as they are."""
    ring.set_state(hold(19.9))
    qtbot.waitUntil(lambda: bool(ring.painted))
    ring.painted.clear()
    ring.set_state(hold(19.867))
    qtbot.waitUntil(lambda: bool(ring.painted))
    box = ring.painted[0].boundingRect()
    assert box.width() < 60
    assert box.height() < 60


def test_the_damage_covers_the_arc_between_two_spans() -> None:
    """Every point of the stroke between the spans lies in it."""
    geometry = RingGeometry.within(QRectF(0, 0, 424, 424))
    damage = arc_damage(geometry, 80.0, 100.0)
    assert all(damage.contains(geometry.point_at(degrees)) for degrees in range(80, 101))
    assert damage.right() >= 424


def test_partial_repaints_give_the_same_picture_as_a_whole_one(
    ring: WatchedRing, qtbot: QtBot
) -> None:
    """No crumbs are left behind the arc's end."""
    for step in range(60):
        ring.set_state(hold(20.0 - step / 30))
        qtbot.wait(1)
    on_screen = rgb_bytes(ring.screen().grabWindow(ring.winId()))
    whole = rgb_bytes(ring.grab())
    assert max(abs(a - b) for a, b in zip(on_screen, whole, strict=True)) <= 12


def test_the_disc_swells_with_the_breath(ring: WatchedRing, theme: Theme) -> None:
    """A place near the ring is ground while the lungs are empty, and disc while they are full."""
    places = []
    for fullness in (0.0, 1.0):
        ring.set_state(breathed(20.0, fullness))
        picture = ring.grab().toImage()
        ground = picture.pixelColor(0, 0)
        places.append((picture.pixelColor(212, 212 - 165), ground))
    assert places[0][0] == places[0][1]
    assert places[1][0].rgb() == breath_color(player_palette(theme.palette)).rgb()


def test_a_step_of_the_breath_leaves_the_middle_alone(ring: WatchedRing, qtbot: QtBot) -> None:
    """Only around the disc's edge is there anything new."""
    ring.set_state(breathed(19.9, 0.5))
    qtbot.waitUntil(lambda: bool(ring.painted))
    ring.painted.clear()
    ring.set_state(breathed(19.867, 0.52))
    qtbot.waitUntil(lambda: bool(ring.painted))
    assert not ring.painted[0].contains(QPoint(212, 212))
    assert ring.painted[0].contains(QPoint(212 - 156, 212))


def test_partial_repaints_of_a_breath_give_the_same_picture_too(
    ring: WatchedRing, qtbot: QtBot
) -> None:
    """No rims are left behind, neither when it swells nor when it sinks."""
    for step in range(120):
        fullness = 1 - abs(1 - step / 60)
        ring.set_state(breathed(19.9 - step / 200, fullness))
        qtbot.wait(1)
    on_screen = rgb_bytes(ring.screen().grabWindow(ring.winId()))
    whole = rgb_bytes(ring.grab())
    assert max(abs(a - b) for a, b in zip(on_screen, whole, strict=True)) <= 12


def test_with_little_motion_only_the_word_changes() -> None:
    """There is no disc at all."""
    first = look_of(breathed(19.9, 0.2), by_seconds=True)
    assert first == look_of(breathed(19.4, 0.7), by_seconds=True)
    assert first.breath == 0
    out = look_of(breathed(19.4, 0.7, "breathe out"), by_seconds=True)
    assert (first.caption, out.caption) == ("breathe in", "breathe out")


def test_a_breath_does_not_change_its_name(ring: WatchedRing) -> None:
    """A screen reader would not stop talking else."""
    ring.set_state(breathed(24.0, 0.0))
    ring.set_state(breathed(21.0, 1.0, "breathe out"))
    assert ring.accessibleName() == "24 seconds"


def test_it_says_digits_and_caption(ring: WatchedRing) -> None:
    """A screen reader says what is written in the ring."""
    ring.set_state(hold(24))
    assert ring.accessibleName() == "24 seconds"


def test_another_look_repaints_it(ring: WatchedRing, theme: Theme) -> None:
    """The arc takes the dark theme's colour."""
    ring.set_state(hold(15))
    theme.set_look(Appearance.DARK)
    assert color_at(ring, 90) == theme.palette.primary
