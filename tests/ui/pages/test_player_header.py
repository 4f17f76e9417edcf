from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.player_content import HeaderContent
from hipstretch.ui.pages.player_header import PlayerHeader
from hipstretch.ui.pages.player_layout import lay_out
from hipstretch.ui.pages.player_sound import Sound
from hipstretch.ui.widgets.painting import text_width
from hipstretch.ui.widgets.player_button import PlayerButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> PlayerHeader:
    """The row as at 1280x800."""
    header = PlayerHeader(theme)
    qtbot.addWidget(header)
    header.place(lay_out(1280, 800))
    return header


def test_the_buttons_stand_at_the_ends(header: PlayerHeader) -> None:
    """Round, 52 px."""
    close = header.close_button.visible_rect().translated(header.close_button.pos())
    full = header.full_screen.visible_rect().translated(header.full_screen.pos())
    assert (header.x() + close.x(), close.width(), close.height()) == (40, 52, 52)
    assert header.x() + full.right() == 1240


def test_the_progress_keeps_its_width_through_a_session(header: PlayerHeader) -> None:
    """Whatever number and time stand beside it."""
    widths = set()
    for number, minutes in ((1, 12), (9, 8), (10, 1)):
        content = HeaderContent(f"{number} of 10", 10, f"{minutes} min left")
        header.set_content(content)
        widths.add(header.segments.width())
    assert len(widths) == 1
    assert header.accessibleName() == "10 of 10, 1 min left"


@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("width", [1280, 900, 800, 480, 420])
def test_there_is_room_for_everything(
    header: PlayerHeader, theme: Theme, width: int, scale: float
) -> None:
    """Whatever the window and the text size: nothing meets, and the progress can be seen."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    header.place(lay_out(width, 800, scale))
    header.set_content(HeaderContent("10 of 12", 12, "45 min left"))
    buttons = [header.close_button, header.safety, header.voice, header.volume]
    assert header.full_screen.isHidden() is (width == 420)
    buttons += [] if header.full_screen.isHidden() else [header.full_screen]
    visible = [button.visible_rect().translated(button.pos()).toRect() for button in buttons]
    parts = [*visible, header.segments.geometry(), header._texts]
    assert not any(one.intersects(other) for one, other in combinations(parts, 2))
    assert all(header.rect().contains(part) for part in parts)
    assert header.segments.width() >= 150
    words = text_width("10 of 12", header._step_font())
    assert header._texts.left() + words < header._time_left()
    time = text_width("45 min left", header._time_font())
    assert header._time_left() + time <= header._texts.right() + 2
    assert header._time_font().pixelSize() >= 12
    header.grab()


def test_in_narrow_windows_the_texts_stand_over_the_progress(header: PlayerHeader) -> None:
    """There the buttons are 44 px, large enough for a finger."""
    header.place(lay_out(420, 600))
    header.set_content(HeaderContent("3 of 9", 9, "8 min left"))
    assert header._texts.bottom() < header.segments.y()
    buttons = [one for one in header.findChildren(PlayerButton) if not one.isHidden()]
    sizes = {button.visible_rect().width() for button in buttons}
    assert sizes == {44}


@pytest.mark.parametrize(
    ("sound", "voice", "volume"),
    [
        (Sound(), "Voice is on. Turn it off", "Sound is on. Turn it off"),
        (Sound(False, True), "Voice is off. Turn it on", "Sound is off. Turn it on"),
    ],
)
def test_voice_and_sound_say_their_state(
    header: PlayerHeader, sound: Sound, voice: str, volume: str
) -> None:
    """And what a press does; the tooltip has the key."""
    header.set_sound(sound)
    assert header.voice.accessibleName() == voice
    assert header.voice.toolTip() == f"{voice} (V)"
    assert header.volume.accessibleName() == volume
    assert header.volume.toolTip() == f"{volume} (M)"


def test_what_is_off_is_crossed_out(header: PlayerHeader) -> None:
    """Each button has another picture then."""
    before = [button.grab().toImage() for button in (header.voice, header.volume)]
    header.set_sound(Sound(voice_on=False, muted=True))
    after = [button.grab().toImage() for button in (header.voice, header.volume)]
    assert all(one != other for one, other in zip(before, after, strict=True))


def test_the_shield_says_what_it_opens_and_by_which_key(qtbot: QtBot, header: PlayerHeader) -> None:
    """One press, in every window."""
    header.place(lay_out(420, 600))
    assert not header.safety.isHidden()
    assert (header.safety.accessibleName(), header.safety.toolTip()) == ("Safety", "Safety (F1)")
    with qtbot.waitSignal(header.safety_pressed):
        QTest.mouseClick(header.safety, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("name", ["voice", "mute"])
def test_a_press_asks_for_the_other_state(qtbot: QtBot, header: PlayerHeader, name: str) -> None:
    """It changes nothing by itself."""
    button = header.voice if name == "voice" else header.volume
    before = button.accessibleName()
    with qtbot.waitSignal(getattr(header, f"{name}_pressed")):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.accessibleName() == before


@pytest.mark.parametrize(
    ("width", "height", "scale", "is_there"),
    [(1280, 800, 1.0, True), (900, 600, 1.3, True), (800, 700, 1.0, True), (420, 600, 1.0, False)],
)
def test_a_tag_stands_where_there_is_room(
    header: PlayerHeader, theme: Theme, width: int, height: int, scale: float, is_there: bool
) -> None:
    """Over nothing else; for a screen reader it always is there."""
    theme.set_look(Appearance.LIGHT, text_scale=scale)
    header.place(lay_out(width, height, scale))
    header.set_content(HeaderContent("10 of 12", 12, "45 min left"))
    before = header.segments.geometry()
    header.set_tag("Flare-up day")
    assert header.accessibleDescription() == "Flare-up day"
    tag = header._tag_rect.toAlignedRect()
    assert tag.isValid() is is_there
    assert not tag.intersects(header.segments.geometry())
    if is_there:
        assert header.rect().contains(tag)
        seen = header.grab().toImage().pixelColor(tag.left() + tag.height() // 2, tag.top() + 3)
        assert seen == theme.palette.psoft
    header.set_tag("")
    assert header._tag_rect.isEmpty()
    assert header.segments.geometry() == before
