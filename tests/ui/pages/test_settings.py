from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.person import Affected, Side
from hipstretch.core.ports import Voice
from hipstretch.core.settings import Appearance, Pace, Settings, VoiceLevel
from hipstretch.ui.pages.settings import SettingsPage
from hipstretch.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

CHOSEN = Settings(
    appearance=Appearance.DARK,
    text_size=115,
    reduced_motion=True,
    affected_side=Affected.RIGHT,
    first_side=Side.LEFT,
    extra_rep=True,
    breath=7.0,
    breathe_along=True,
    breath_tone=True,
    chimes=False,
    chime_volume=80,
    voice=VoiceLevel.SHORT,
    voice_pace=Pace.SLOW,
    voice_name="Alan",
    count_seconds=True,
    count_reps=False,
)
VOICES = (Voice("Alan", "en-GB"), Voice("Bea", "en-IE"))


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> SettingsPage:
    """A page with the default settings in an active window."""
    page = SettingsPage(theme)
    qtbot.addWidget(page)
    page.set_folder("/home/someone/.local/share/hipstretch/routines")
    page.set_version("1.2.3")
    page.set_voices(VOICES)
    page.resize(1000, 1100)
    page.show()
    qtbot.waitActive(page)
    return page


@pytest.fixture
def told(page: SettingsPage) -> list[Settings]:
    """What the page tells."""
    told: list[Settings] = []
    page.settings_changed.connect(told.append)
    return told


def choose(control: Segmented, value: object) -> None:
    """Click the segment of a value."""
    segment = next(segment for segment in control._segments if segment.value == value)
    QTest.mouseClick(segment, Qt.MouseButton.LeftButton)


def click(*controls: QWidget) -> None:
    """Click each of them."""
    for control in controls:
        QTest.mouseClick(control, Qt.MouseButton.LeftButton)


def test_settings_are_shown_without_telling(page: SettingsPage, told: list[Settings]) -> None:
    """Every card shows its own."""
    page.set_settings(CHOSEN)
    assert page.look.appearance.value is Appearance.DARK
    assert page.you.affected.value is Affected.RIGHT
    assert page.sound.volume.value == 80
    assert page.voice.voice.value == "Alan"
    assert page.breathing.breath.value == 7
    assert told == []


def test_every_choice_is_told_at_once(page: SettingsPage, told: list[Settings]) -> None:
    """With all that was chosen before."""
    look, you, sound, voice, breathing = page.setting_cards
    assert (page.look, page.you, page.sound) == (look, you, sound)
    choose(page.look.appearance, Appearance.DARK)
    choose(page.look.text_size, 115)
    click(page.look.reduced_motion)
    choose(page.you.affected, Affected.RIGHT)
    choose(page.you.first, Side.LEFT)
    click(page.you.extra, page.sound.chimes)
    QTest.keyClick(page.sound.volume, Qt.Key.Key_Up)
    choose(page.voice.level, VoiceLevel.SHORT)
    QTest.keyClick(page.voice.voice, Qt.Key.Key_Down)
    choose(page.voice.pace, Pace.SLOW)
    click(page.voice.seconds, page.voice.reps)
    QTest.keyClick(page.breathing.breath, Qt.Key.Key_Up)
    click(page.breathing.along, page.breathing.tone)
    assert (page.voice, page.breathing) == (voice, breathing)
    assert told[0] == Settings(appearance=Appearance.DARK)
    assert len(told) == 16
    assert told[-1] == CHOSEN


def test_a_choice_changes_what_is_offered_beside_it(page: SettingsPage) -> None:
    """A sore side makes an extra hold possible, a silent voice counts nothing."""
    choose(page.you.affected, Affected.LEFT)
    assert page.you.extra.isEnabled()
    choose(page.voice.level, VoiceLevel.OFF)
    assert not page.voice.reps.isEnabled()


def test_chimes_and_voice_can_be_tried(qtbot: QtBot, page: SettingsPage) -> None:
    """Each by its own button."""
    with qtbot.waitSignal(page.chime_try_requested):
        click(page.sound.try_it)
    with qtbot.waitSignal(page.voice_try_requested):
        click(page.voice.try_it)


def test_the_folder_is_shown_and_can_be_opened(qtbot: QtBot, page: SettingsPage) -> None:
    """By a button beside its path."""
    assert page.files.row.line.endswith("hipstretch/routines")
    with qtbot.waitSignal(page.open_folder_requested):
        click(page.files.open_folder)


def test_it_says_which_version_it_is(page: SettingsPage) -> None:
    """On the last card."""
    assert page.about.version_row.line == "Version 1.2.3"
    assert page.cards[-1] is page.about


def test_the_keyboard_reaches_every_control(
    press: Callable[[Qt.Key], None], page: SettingsPage
) -> None:
    """From top to bottom and from left to right, each with a name."""
    page.set_settings(CHOSEN)
    page.setFocus()
    places: list[tuple[int, int]] = []
    for _ in range(19):
        press(Qt.Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        assert widget.accessibleName() or getattr(widget, "label", "")
        middle = widget.mapTo(page, widget.rect().center())
        places.append((middle.y() + page.verticalScrollBar().value(), middle.x()))
    assert places == sorted(set(places))


def test_an_open_list_lies_over_the_page(page: SettingsPage, told: list[Settings]) -> None:
    """And takes nothing of what lies under it."""
    page.ensureWidgetVisible(page.voice.voice)
    click(page.voice.voice)
    assert page.voice.voice.is_open
    press_at = QApplication.focusWidget()
    assert press_at is not None
    QTest.keyClick(press_at, Qt.Key.Key_Down)
    QTest.keyClick(press_at, Qt.Key.Key_Return)
    assert [settings.voice_name for settings in told] == ["Alan"]


@pytest.mark.parametrize("size", [(1280, 800), (800, 700), (480, 800), (420, 600)])
@pytest.mark.parametrize("scale", [1.0, 1.3])
@pytest.mark.parametrize("voices", [VOICES, ()])
def test_nothing_is_cut_in_any_window(
    qtbot: QtBot,
    page: SettingsPage,
    theme: Theme,
    size: tuple[int, int],
    scale: float,
    voices: tuple[Voice, ...],
) -> None:
    """Every control keeps the room that it needs, inside the page."""
    page.resize(*size)
    theme.set_look(Appearance.DARK, text_scale=scale)
    page.set_folder("/home/" + "a-rather-long-folder-name/" * 6)
    page.set_voices(voices)
    rows = (page.files.row, page.voice.level_row)
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
    controls: list[QWidget] = [control for card in page.setting_cards for control in card.controls]
    for control in [*controls, page.sound.try_it, page.voice.try_it]:
        assert control.width() >= control.minimumSizeHint().width()
        assert control.height() >= control.minimumSizeHint().height()
        assert control.mapTo(page, QPoint(control.width(), 0)).x() <= page.width() - 15
