from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from hipstretch.core.pain import PainPlace
from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.pain_places import PainPlaces, place_words

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def places(qtbot: QtBot, theme: Theme) -> PainPlaces:
    """With the place of the last time marked."""
    places = PainPlaces(theme)
    qtbot.addWidget(places)
    places.resize(560, places.sizeHint().height())
    places.show()
    places.ask(PainPlace.THIGH)
    return places


def test_the_places_go_down_the_leg(places: PainPlaces) -> None:
    """In plain words."""
    assert [chip.label for chip in places.chips] == [
        *("Back", "Buttock", "Thigh", "Below the knee", "Foot")
    ]
    assert place_words(PainPlace.FOOT) == "Foot"


def is_near(seen: QColor, wanted: QColor) -> bool:
    """Whether a colour is another one, but for smooth edges."""
    pairs = zip(seen.getRgb(), wanted.getRgb(), strict=True)  # type: ignore[call-overload]
    return all(abs(a - b) <= 12 for a, b in pairs)


def test_one_or_none_is_chosen(places: PainPlaces) -> None:
    """Each change is told once."""
    told: list[PainPlace | None] = []

    def note() -> None:
        told.append(places.place)

    places.place_changed.connect(note)
    for number in (0, 4, 4):
        places.chips[number].click()
    assert told == [PainPlace.BACK, PainPlace.FOOT, None]


def test_asking_anew_chooses_nothing_and_tells_nobody(qtbot: QtBot, places: PainPlaces) -> None:
    """The mark may go elsewhere."""
    places.chips[1].click()
    with qtbot.assertNotEmitted(places.place_changed):
        places.ask(PainPlace.BACK)
    assert places.place is None
    described = [chip.accessibleDescription() for chip in places.chips]
    assert described == ["As the last time", "", "", "", ""]


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
def test_the_last_place_is_lightly_marked(
    theme: Theme, places: PainPlaces, appearance: Appearance
) -> None:
    """By its border; what is chosen is filled in the colour of pain."""
    theme.set_look(appearance)
    palette, chip = theme.palette, places.chips[2]
    rect = chip.visible_rect().toRect()
    at_edge, inside = (rect.left(), rect.center().y()), (rect.left() + 8, rect.center().y())
    image = chip.grab().toImage()
    assert is_near(image.pixelColor(*at_edge), palette.pain_fill)
    assert image.pixelColor(*inside) != palette.pain
    chip.click()
    assert chip.grab().toImage().pixelColor(*inside) == palette.pain
