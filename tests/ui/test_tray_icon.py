from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from hipstretch.core.breaks_view import BreaksView
from hipstretch.ui.tray_icon import SIZES, TrayLook, TraySign, tray_icon, tray_look
from tests.ui.break_views import (
    DUE,
    GONE,
    HELD,
    LATER,
    OFF,
    ON_FEET,
    OUTSIDE,
    PAUSED,
    STRETCHES,
    view,
)


def picture(look: TrayLook, size: int) -> QImage:
    """The icon of a look."""
    return tray_icon(look).pixmap(QSize(size, size), 1.0).toImage()


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that clearly differ in lightness."""
    width, height = one.width(), one.height()
    pairs = [
        (one.pixelColor(x, y), other.pixelColor(x, y)) for x in range(width) for y in range(height)
    ]
    return sum(abs(a.lightness() - b.lightness()) > 40 for a, b in pairs) / len(pairs)


@pytest.mark.parametrize(
    ("shown", "look"),
    [
        (view(), TrayLook(TraySign.CLOCK, 18, 30)),
        (view(minutes=29.9), TrayLook(TraySign.CLOCK, 29, 30)),
        (LATER, TrayLook(TraySign.CLOCK, 30, 30)),
        (ON_FEET, TrayLook(TraySign.CLOCK, 0, 30)),
        (STRETCHES, TrayLook(TraySign.CLOCK, 0, 30)),
        (GONE, TrayLook(TraySign.CLOCK, 0, 30)),
        (DUE, TrayLook(TraySign.DUE)),
        (HELD, TrayLook(TraySign.DUE)),
        (PAUSED, TrayLook(TraySign.PAUSED)),
        (OUTSIDE, TrayLook(TraySign.OFF)),
        (OFF, TrayLook(TraySign.OFF)),
    ],
)
def test_every_state_has_its_look(shown: BreaksView, look: TrayLook) -> None:
    """The ring goes by whole minutes, so that it is painted once a minute."""
    assert tray_look(shown) == look


def test_a_second_more_looks_the_same() -> None:
    """Nothing is painted in between."""
    assert tray_look(view(minutes=18.1)) == tray_look(view(minutes=18.9))


@pytest.mark.parametrize("size", [16, 22, 24])
def test_states_differ_by_more_than_their_colour(qapp: QApplication, size: int) -> None:
    """In shades of grey, too, at the sizes of trays."""
    del qapp
    looks = [TrayLook(TraySign.CLOCK, 18, 30), *(TrayLook(sign) for sign in list(TraySign)[1:])]
    for one, other in combinations(looks, 2):
        assert difference(picture(one, size), picture(other, size)) > 0.1


def test_the_ring_fills_clockwise_from_the_top(qapp: QApplication) -> None:
    """Half of the interval is its right half."""
    del qapp
    image = picture(TrayLook(TraySign.CLOCK, 15, 30), 64)
    right, left = image.pixelColor(56, 32), image.pixelColor(8, 32)
    assert right.lightness() > 240
    assert left.lightness() < 180


def test_the_icon_has_its_own_ground(qapp: QApplication) -> None:
    """Its corners are free, and all else is filled, whatever the tray's colour."""
    del qapp
    for sign in TraySign:
        image = picture(TrayLook(sign), 24)
        assert image.pixelColor(0, 0).alpha() < 40
        assert image.pixelColor(12, 3).alpha() == 255


def test_there_is_a_picture_for_every_size(qapp: QApplication) -> None:
    """None has to be scaled."""
    del qapp
    sizes = {size.width() for size in tray_icon(TrayLook(TraySign.DUE)).availableSizes()}
    assert sizes == set(SIZES)
