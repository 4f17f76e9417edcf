from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hipstretch.core.conditions import Avoided, Condition
from hipstretch.core.person import Affected, Side
from hipstretch.core.ports import Voice
from hipstretch.core.settings import Appearance, Pace, Settings, VoiceLevel
from hipstretch.ui.pages.settings import SettingsPage
from hipstretch.ui.pages.settings_cards.conditions_dialog import ConditionsDialog
from hipstretch.ui.widgets.segmented import Segmented
from tests.ui.windows import show_active

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
    page.set_folder("/home/someone/.local/share/hipstretch/routines")
    page.set_version("1.2.3")
    page.set_voices(VOICES)
    page.resize(1000, 1100)
    return show_active(qtbot, page)


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
    assert told[0] == Settings(appearance=Appearance.DARK)
    assert len(told) == 16
    assert told[-1] == CHOSEN


def test_a_choice_changes_what_is_offered_beside_it(page: SettingsPage) -> None:
    """A sore side makes an extra hold possible, a silent voice counts nothing."""
    choose(page.you.affected, Affected.LEFT)
    assert page.you.extra.isEnabled()
    choose(page.voice.level, VoiceLevel.OFF)
    assert not page.voice.reps.isEnabled()


def test_cards_stand_from_the_person_to_the_program(page: SettingsPage) -> None:
    """Everything that can be set comes before what is only told."""
    page.resize(1000, 3000)
    tops = [card.y() for card in page.cards]
    assert tops == sorted(set(tops))
    assert page.cards == (*page.setting_cards, page.files, page.about)
    assert {page.health, page.therapy} < set(page.setting_cards)


def test_what_to_ask_about_is_answered_on_a_card(page: SettingsPage, told: list[Settings]) -> None:
    """It shows what was answered before; ice and heat ask again then."""
    before = Settings(conditions=("osteoporosis",), therapy_answers=("diabetes",))
    page.set_settings(before)
    click(page.health.change)
    dialog = page.findChild(ConditionsDialog)
    assert dialog is not None
    chips = {chip.value: chip for chip in dialog.chips.chips}
    assert [value for value, chip in chips.items() if chip.isChecked()] == ["osteoporosis"]
    chips["hip-replacement"].click()
    dialog.save.click()
    assert [one.conditions for one in told] == [("hip-replacement", "osteoporosis")]
    assert told[0].therapy_answers is None
    assert page.health.conditions_row.line == "A hip replacement, osteoporosis"


def test_what_follows_from_an_answer_stays_with_the_next_choice(
    page: SettingsPage, told: list[Settings]
) -> None:
    """A later choice does not bring old answers of ice and heat back."""
    page.set_settings(Settings(conditions=(), therapy_answers=("diabetes",)))
    click(page.health.change)
    dialog = page.findChild(ConditionsDialog)
    assert dialog is not None
    dialog.chips.chips[0].click()
    dialog.save.click()
    click(page.sound.chimes)
    assert [one.therapy_answers for one in told] == [None, None]


def test_positions_and_number_are_told_at_once(page: SettingsPage, told: list[Settings]) -> None:
    """Each with all that was chosen before."""
    page.set_country("GB")
    page.health.positions.chips[1].click()
    page.health.phone.editor.setText("112")
    page.health.phone.commit()
    assert [(one.avoided, one.emergency_number) for one in told] == [
        (("kneeling",), ""),
        (("kneeling",), "112"),
    ]


def test_the_first_questions_and_those_of_ice_and_heat_can_be_asked_again(
    qtbot: QtBot, page: SettingsPage
) -> None:
    """By a button each."""
    with qtbot.waitSignal(page.welcome_requested):
        page.health.again.click()
    with qtbot.waitSignal(page.therapy_check_requested):
        page.therapy.check.click()


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
    for _ in range(28):
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
    page.set_settings(Settings(conditions=tuple(Condition), avoided=tuple(Avoided)))
    rows = (page.files.row, page.voice.level_row, page.health.conditions_row)
    qtbot.waitUntil(lambda: all(row.height() >= row.heightForWidth(row.width()) for row in rows))
    controls: list[QWidget] = [control for card in page.setting_cards for control in card.controls]
    for control in [*controls, page.sound.try_it, page.voice.try_it]:
        assert control.width() >= control.minimumSizeHint().width()
        assert control.height() >= control.minimumSizeHint().height()
        assert control.mapTo(page, QPoint(control.width(), 0)).x() <= page.width() - 15
