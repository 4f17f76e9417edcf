from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hipstretch.core.pain import Remedy
from hipstretch.core.person import Affected, Person, Side
from hipstretch.core.remedies import HurtAnswer
from hipstretch.core.session import Event, Session, Status
from hipstretch.core.settings import Appearance
from hipstretch.core.timeline import Instant, Timeline
from hipstretch.core.view import view_of
from hipstretch.ui.pages import player as module
from hipstretch.ui.pages.hurt_dialog import HurtQuestion
from hipstretch.ui.pages.player import PlayerPage
from hipstretch.ui.widgets.countdown_ring import RingMode
from hipstretch.ui.widgets.player_button import PlayerButton
from tests.ui.windows import show_active

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from hipstretch.core.routine import Routine
    from hipstretch.core.view import View
    from hipstretch.ui.pages.hurt_dialog import HurtDialog
    from hipstretch.ui.theme import Theme

    ViewAt = Callable[..., View]

SCIATICA = "at-home-exercises-for-sciatica"
Key = Qt.Key
BREAKPOINTS = [(1280, 800), (1000, 700), (900, 600), (800, 700), (480, 800), (420, 600)]


class Wishes:
    """Everything that the page asks for, in order."""

    def __init__(self, page: PlayerPage) -> None:
        self.seen: list[object] = []
        page.event_requested.connect(self.seen.append)
        page.close_requested.connect(self._on_close_requested)
        page.safety_requested.connect(self._on_safety_requested)
        page.hurt_told.connect(self._on_hurt_told)
        page.hurt_answered.connect(self.seen.append)
        page.pain_told.connect(self.seen.append)
        page.full_screen_requested.connect(self._on_full_screen_requested)
        page.voice_toggled.connect(self._on_voice_toggled)
        page.mute_toggled.connect(self._on_mute_toggled)
        page.volume_step_requested.connect(self.seen.append)

    def _on_close_requested(self) -> None:
        """Note it."""
        self.seen.append("close")

    def _on_safety_requested(self) -> None:
        """Note it."""
        self.seen.append("safety")

    def _on_hurt_told(self) -> None:
        """Note it."""
        self.seen.append("hurts")

    def _on_full_screen_requested(self) -> None:
        """Note it."""
        self.seen.append("full screen")

    def _on_voice_toggled(self) -> None:
        """Note it."""
        self.seen.append("voice")

    def _on_mute_toggled(self) -> None:
        """Note it."""
        self.seen.append("mute")


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, view_at: ViewAt) -> PlayerPage:
    """The player in a hold, shown and active."""
    page = PlayerPage(theme)
    page.resize(1280, 800)
    page.show_view(view_at(SCIATICA, 1, 6.0))
    show_active(qtbot, page)
    page.setFocus()
    return page


@pytest.fixture
def wishes(page: PlayerPage) -> Wishes:
    """What the page asks for."""
    return Wishes(page)


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told."""
    words: list[str] = []

    def note(_widget: QWidget, text: str) -> None:
        words.append(text)

    monkeypatch.setattr(module, "announce", note)
    return words


def self_paced(view: View) -> View:
    """The same without a length."""
    phase = view.phase._replace(seconds=None)
    return replace(view, phase=phase, remaining=None, total=None)


def dialog_of(page: PlayerPage) -> HurtDialog:
    """The question that is asked."""
    dialog = page._dialog
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


@pytest.mark.parametrize(
    ("key", "event"),
    [
        (Key.Key_Space, Event.PAUSE),
        (Key.Key_P, Event.PAUSE),
        (Key.Key_Left, Event.BACK),
        (Key.Key_PageUp, Event.BACK),
        (Key.Key_Right, Event.SKIP),
        (Key.Key_PageDown, Event.SKIP),
        (Key.Key_Up, Event.MORE),
        (Key.Key_MediaPlay, Event.PAUSE),
        (Key.Key_MediaNext, Event.SKIP),
        (Key.Key_F, "full screen"),
        (Key.Key_V, "voice"),
        (Key.Key_M, "mute"),
        (Key.Key_Plus, 10),
        (Key.Key_Minus, -10),
        (Key.Key_Escape, "close"),
        (Key.Key_MediaStop, "close"),
    ],
)
def test_each_key_asks_for_its_event(
    page: PlayerPage, wishes: Wishes, key: Qt.Key, event: object
) -> None:
    """Once, and nothing else."""
    QTest.keyClick(page, key)
    assert wishes.seen == [event]


def test_a_held_key_does_nothing_more(page: PlayerPage, wishes: Wishes) -> None:
    """Its repetitions are passed over."""
    for key, text in ((Key.Key_Right, ""), (Key.Key_Plus, "+"), (Key.Key_MediaNext, "")):
        repeated = QKeyEvent(
            QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text, autorep=True
        )
        QApplication.sendEvent(page, repeated)
    assert wishes.seen == []


def test_shift_and_right_skip_the_exercise(page: PlayerPage, wishes: Wishes) -> None:
    """The tooltip of Skip says so."""
    QTest.keyClick(page, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert wishes.seen == [Event.SKIP_EXERCISE]
    assert "Shift+→" in page.controls.skip.toolTip()


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("back", Event.BACK),
        ("main", Event.PAUSE),
        ("skip", Event.SKIP),
        ("more", Event.MORE),
    ],
)
def test_each_button_asks_for_its_event(
    page: PlayerPage, wishes: Wishes, name: str, event: Event
) -> None:
    """By a click, after which the space bar still pauses."""
    QTest.mouseClick(getattr(page.controls, name), Qt.MouseButton.LeftButton)
    assert wishes.seen == [event]
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_Space)
    assert wishes.seen == [event, Event.PAUSE]


def test_the_top_row_has_buttons_that_ask(page: PlayerPage, wishes: Wishes) -> None:
    """After which the space bar still pauses."""
    header = page.header
    for button in (header.close_button, header.voice, header.volume, header.full_screen):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QTest.keyClick(page.window().focusWidget() or page, Key.Key_Space)
    assert wishes.seen == ["close", "voice", "mute", "full screen", Event.PAUSE]


def test_escape_leaves_full_screen_first(
    page: PlayerPage, wishes: Wishes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only then does it close; the stop key of a keyboard leaves at once."""
    monkeypatch.setattr(page, "isFullScreen", lambda: True)
    QTest.keyClick(page, Key.Key_Escape)
    QTest.keyClick(page, Key.Key_MediaStop)
    assert wishes.seen == ["full screen", "close"]


def test_space_presses_the_button_that_tab_came_to(page: PlayerPage, wishes: Wishes) -> None:
    """Its ring says so; arrows keep their meaning."""
    page.controls.skip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(page.controls.skip, Key.Key_Space)
    QTest.keyClick(page.controls.skip, Key.Key_Left)
    QTest.keyClick(page.controls.skip, Key.Key_Return)
    assert wishes.seen == [Event.SKIP, Event.BACK, Event.SKIP]


def test_tab_reaches_every_button(page: PlayerPage) -> None:
    """From the top row to the bottom one."""
    order = []
    for _ in range(10):
        QTest.keyClick(page.window().focusWidget() or page, Key.Key_Tab)
        order.append(page.window().focusWidget())
    header, controls = page.header, page.controls
    assert order == [
        header.close_button,
        header.safety,
        header.voice,
        header.volume,
        header.full_screen,
        controls.hurts,
        controls.back,
        controls.main,
        controls.skip,
        controls.more,
    ]


def test_a_click_on_the_stage_pauses_and_goes_on(
    page: PlayerPage, wishes: Wishes, view_at: ViewAt
) -> None:
    """Anywhere, also on the words."""
    place = page.instruction.geometry().center() - page.stage.pos()
    QTest.mouseClick(page.stage, Qt.MouseButton.LeftButton, pos=place)
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    QTest.mouseClick(page.stage, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    QTest.mouseClick(page.stage, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
    assert wishes.seen == [Event.PAUSE, Event.RESUME]
    assert page.childAt(page.instruction.geometry().center()) is page.stage


def test_paused_it_goes_on_with_every_way_of_pausing(
    page: PlayerPage, wishes: Wishes, view_at: ViewAt
) -> None:
    """The large button says so."""
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    assert page.controls.main.label == "Resume"
    QTest.keyClick(page, Key.Key_Space)
    QTest.keyClick(page, Key.Key_P)
    QTest.mouseClick(page.controls.main, Qt.MouseButton.LeftButton)
    assert wishes.seen == [Event.RESUME] * 3
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.RESUMING))
    assert page.controls.main.label == "Pause"


def test_without_a_length_the_large_button_is_done(
    page: PlayerPage, wishes: Wishes, view_at: ViewAt
) -> None:
    """Space, Enter and D press it, P and the stage pause; there is nothing to make longer."""
    page.show_view(self_paced(view_at(SCIATICA, 1)))
    assert page.controls.main.label == "Done"
    assert not page.controls.more.isEnabled()
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_D, Key.Key_P, Key.Key_Space):
        QTest.keyClick(page, key)
    QTest.mouseClick(page.controls.main, Qt.MouseButton.LeftButton)
    QTest.mouseClick(page.stage, Qt.MouseButton.LeftButton)
    done, pause = Event.DONE, Event.PAUSE
    assert wishes.seen == [done, done, done, pause, done, done, pause]


def test_nothing_is_asked_before_there_is_anything_to_play(qtbot: QtBot, theme: Theme) -> None:
    """Keys and clicks are passed over."""
    page = PlayerPage(theme)
    qtbot.addWidget(page)
    wishes = Wishes(page)
    QTest.keyClick(page, Key.Key_Space)
    QTest.mouseClick(page.stage, Qt.MouseButton.LeftButton)
    assert wishes.seen == []


def test_this_hurts_pauses_at_once(page: PlayerPage, wishes: Wishes) -> None:
    """By H, or by the button; the question comes from elsewhere."""
    QTest.keyClick(page, Key.Key_H)
    QTest.mouseClick(page.controls.hurts, Qt.MouseButton.LeftButton)
    assert wishes.seen == [Event.HURT, "hurts"] * 2


def test_an_answer_is_passed_on(page: PlayerPage, wishes: Wishes) -> None:
    """And the page has the keys again; the question is asked once."""
    page.ask_what_helps(HurtQuestion())
    dialog = dialog_of(page)
    page.ask_what_helps(HurtQuestion())
    assert dialog_of(page) is dialog
    QTest.keyClick(dialog, Key.Key_4)
    QTest.keyClick(dialog, Key.Key_F1)
    QTest.keyClick(dialog, Key.Key_S)
    assert wishes.seen == ["safety", HurtAnswer(4, False, Remedy.SKIP)]
    assert page.hasFocus()


def test_the_question_goes_when_the_session_goes_on(
    page: PlayerPage, wishes: Wishes, view_at: ViewAt
) -> None:
    """As by a key of the headset; while it is paused it stays."""
    page.ask_what_helps(HurtQuestion())
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    assert dialog_of(page).isVisible()
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.RESUMING))
    assert page._dialog is None
    page.close_question()
    assert wishes.seen == []


def test_digits_tell_the_pain_before_where_it_is_asked(
    page: PlayerPage, wishes: Wishes, said: list[str]
) -> None:
    """1 and 0 are 10; else digits mean nothing."""
    QTest.keyClick(page, Key.Key_3)
    assert wishes.seen == []
    page.ask_pain(10.0)
    assert page.stage.notice.text() == "Pain now? Press 0 to 10"
    assert page.stage.notice.stay == 8000
    for key in (Key.Key_1, Key.Key_0, Key.Key_5):
        QTest.keyClick(page, key)
    assert page.stage.notice.text() == "Pain before: 5"
    page.stop_asking_pain()
    QTest.keyClick(page, Key.Key_7)
    assert wishes.seen == [1, 10, 5]
    assert said[-1] == "Pain before: 5"


def test_a_short_get_ready_asks_no_longer_than_it_lasts(page: PlayerPage) -> None:
    """What stands there afterwards would be no question any more."""
    page.ask_pain(5.0)
    assert page.stage.notice.stay == 5000


def test_a_flare_up_day_is_said_quietly(page: PlayerPage) -> None:
    """In the row on top."""
    page.set_gentle(True)
    assert page.header.accessibleDescription() == "Flare-up day"
    page.set_gentle(False)
    assert page.header.accessibleDescription() == ""


def test_safety_pauses_first(page: PlayerPage, wishes: Wishes, view_at: ViewAt) -> None:
    """By F1 and by the shield; what is paused is not paused twice."""
    QTest.keyClick(page, Key.Key_F1)
    assert wishes.seen == [Event.PAUSE, "safety"]
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    QTest.mouseClick(page.header.safety, Qt.MouseButton.LeftButton)
    assert wishes.seen == [Event.PAUSE, "safety", "safety"]


def test_escape_out_of_this_hurts_stays_paused(page: PlayerPage, wishes: Wishes) -> None:
    """And it can be asked again."""
    page.ask_what_helps(HurtQuestion())
    QTest.keyClick(dialog_of(page), Key.Key_Escape)
    assert wishes.seen == []
    assert page.hasFocus()
    QTest.keyClick(page, Key.Key_H)
    assert wishes.seen == [Event.HURT, "hurts"]


def test_a_phase_is_announced_once(page: PlayerPage, said: list[str], view_at: ViewAt) -> None:
    """With side, dose and instruction; no second of it is."""
    page.show_view(view_at(SCIATICA, 3, 0.0))
    page.show_view(view_at(SCIATICA, 3, 1.0))
    page.show_view(view_at(SCIATICA, 3, 2.5))
    assert said == ["Left leg. Hold 20 seconds. Hug your left knee in. Let the hip soften."]


def test_a_new_instruction_within_a_phase_is_announced(
    page: PlayerPage, said: list[str], view_at: ViewAt
) -> None:
    """How to get there, then how to move into it."""
    view = view_at(SCIATICA, 0)
    page.show_view(view)
    page.show_view(replace(view, instruction="Bring your right knee in."))
    assert said[1:] == ["Bring your right knee in."]


def test_pausing_and_resuming_are_announced(
    page: PlayerPage, said: list[str], view_at: ViewAt
) -> None:
    """And the phase again when it goes on, also if it was made longer."""
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.PAUSED))
    page.show_view(view_at(SCIATICA, 1, 6.0, Status.RESUMING))
    longer = view_at(SCIATICA, 1, 6.0)
    page.show_view(longer)
    page.show_view(replace(longer, phase=longer.phase._replace(seconds=30.0), total=30.0))
    assert said[:2] == ["Paused.", "Get ready."]
    assert len(said) == 3


def test_the_ring_tells_its_value_at_the_beginning_only(page: PlayerPage, view_at: ViewAt) -> None:
    """A screen reader would not stop talking else."""
    names = []
    for phase, second in ((3, 0.0), (3, 1.0), (3, 2.0), (4, 0.0)):
        page.show_view(view_at(SCIATICA, phase, second))
        names.append(page.ring.accessibleName())
    assert names[0] == names[1] == names[2] == "20 seconds"
    assert names[3] != names[2]


def test_every_control_and_part_has_a_name(page: PlayerPage) -> None:
    """For a screen reader."""
    parts = [page, page.header, page.stage, page.badge, page.ring, page.upcoming]
    buttons = page.findChildren(PlayerButton)
    assert all(part.accessibleName() for part in (*parts, *buttons))
    assert page.badge.accessibleName() == "Right leg"
    assert page.instruction.text() == "Hug your right knee in. Let the hip soften."


def test_the_words_of_the_page(page: PlayerPage, view_at: ViewAt) -> None:
    """As the design has them."""
    assert page.upcoming.content.line == "Next: Knee to chest · Left leg"
    assert page.stage.accessibleName() == "Knee to chest, Hold 1 of 3"
    assert page.header.accessibleName().startswith("1 of 4, ")
    sides = [page.badge.side]
    page.show_view(view_at(SCIATICA, 3))
    assert [*sides, page.badge.side] == [Side.RIGHT, Side.LEFT]


def test_nothing_moves_between_phases(page: PlayerPage, routines: list[Routine]) -> None:
    """Every part stays where it is through a whole routine."""
    before = [part.geometry() for part in page.children() if isinstance(part, QWidget)]
    for view in views_of(routines[0], Person()):
        page.show_view(view)
    after = [part.geometry() for part in page.children() if isinstance(part, QWidget)]
    assert before == after


class Watched(PlayerPage):
    """A player that keeps the regions of itself that were painted."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.painted: list[QRegion] = []

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  # Qt's own name
        """Keep the region."""
        self.painted.append(QRegion(event.region()))
        super().paintEvent(event)


def test_a_notice_is_shown_and_said(page: PlayerPage, said: list[str]) -> None:
    """It stays 8 s, and nothing else moves."""
    before = [part.geometry() for part in page.children() if isinstance(part, QWidget)]
    page.show_notice("No sound device. The session goes on in silence.")
    notice = page.stage.notice
    assert notice.isVisible()
    assert (notice.text(), notice.stay) == (said[-1], 8000)
    assert said == ["No sound device. The session goes on in silence."]
    after = [part.geometry() for part in page.children() if isinstance(part, QWidget)]
    assert before == after


def test_the_volume_is_told_for_a_moment(page: PlayerPage, said: list[str]) -> None:
    """Less long than what one has to read."""
    page.show_volume(80)
    assert said == ["Volume 80 %"]
    assert page.stage.notice.stay < 8000


def test_a_change_of_the_sound_is_told(page: PlayerPage, said: list[str]) -> None:
    """Once, by the button, the line and the screen reader."""
    page.set_sound(voice_on=False, muted=False)
    page.set_sound(voice_on=False, muted=False)
    assert page.header.voice.accessibleName() == "Voice is off. Turn it on"
    assert page.stage.notice.text() == "Voice off"
    page.set_sound(voice_on=False, muted=True)
    assert said == ["Voice off", "Sound off"]


def test_before_it_shows_the_sound_is_not_told(qtbot: QtBot, theme: Theme, said: list[str]) -> None:
    """Nothing has changed then: that is how it is."""
    page = PlayerPage(theme)
    qtbot.addWidget(page)
    page.set_sound(voice_on=False, muted=True)
    assert said == []
    assert page.stage.notice.isHidden()


def test_a_breathed_hold_says_in_and_out(page: PlayerPage, view_at: ViewAt) -> None:
    """Under the digits; a screen reader is told the seconds, and once."""
    person = Person(breath=6.0, breathe_along=True)
    words, names = [], []
    for second in (0.0, 4.0, 6.0):
        page.show_view(view_at(SCIATICA, 3, second, person=person))
        words.append(page.ring.state.cue)
        names.append(page.ring.accessibleName())
    assert words == ["breathe in", "breathe out", "breathe in"]
    assert names == ["20 seconds"] * 3


def test_a_frame_of_a_hold_paints_little(qtbot: QtBot, theme: Theme, view_at: ViewAt) -> None:
    """The end of the arc, and nothing else."""
    page = Watched(theme)
    page.resize(1280, 800)
    qtbot.addWidget(page)
    page.show_view(view_at(SCIATICA, 1, 6.1))
    with qtbot.waitExposed(page):
        page.show()
    qtbot.wait(20)
    page.painted.clear()
    page.show_view(view_at(SCIATICA, 1, 6.14))
    qtbot.waitUntil(lambda: bool(page.painted))
    box = page.painted[0].boundingRect()
    assert box.width() * box.height() < 70 * 70


def test_a_resized_paused_ring_follows(page: PlayerPage, view_at: ViewAt) -> None:
    """No view comes while it is paused; the small ring has its shorter words all the same."""
    page.show_view(self_paced(view_at(SCIATICA, 1)))
    page.resize(480, 800)
    assert page.ring.state.caption == "Done when ready"
    assert page.ring.state.mode is RingMode.SELF_PACED


def test_larger_text_and_the_dark_are_followed(page: PlayerPage, theme: Theme) -> None:
    """At once."""
    theme.set_look(Appearance.DARK, text_scale=1.3)
    corner = page.grab().toImage().pixelColor(4, 4)
    assert corner == theme.palette.bg


def views_of(routine: Routine, person: Person) -> list[View]:
    """Two views of each phase of a routine, and its pauses by the person."""
    timeline = Timeline.of(routine, person)
    views = []
    for index, phase in enumerate(timeline.phases):
        for share, status in (
            (0.0, Status.PLAYING),
            (0.8, Status.PLAYING),
            (0.5, Status.PAUSED),
            (0.5, Status.RESUMING),
        ):
            at = Instant(index, share * (phase.seconds or 0.0))
            session = Session(timeline, timeline, status, at, 0.0, resume_at=2.0)
            view = view_of(routine, session, 0.0)
            assert view is not None
            views.append(view)
    return views


@pytest.mark.parametrize("person", [Person(), Person(Affected.LEFT, Side.LEFT, extra_rep=True)])
def test_every_moment_of_every_bundled_routine_can_be_shown(
    page: PlayerPage, routines: list[Routine], person: Person
) -> None:
    """Painted, in two columns and in one, with its words in place."""
    for routine in routines:
        for number, view in enumerate(views_of(routine, person)):
            page.show_view(view)
            assert page.instruction.text()
            if number % 40 == 0:
                page.resize(480 if number % 80 else 1280, 800)
                page.grab()


def longest_views(routines: list[Routine]) -> list[View]:
    """The views with the longest instructions, alone and together with the longest notes."""
    views = [view for routine in routines for view in views_of(routine, Person())]
    alone = sorted(views, key=lambda view: len(view.instruction))[-3:]
    both = sorted(views, key=lambda view: len(view.instruction) + len(view.note))[-3:]
    return [*alone, *both]


@pytest.mark.parametrize("text_scale", [1.0, 1.15, 1.3])
@pytest.mark.parametrize("size", BREAKPOINTS)
def test_the_longest_instruction_is_never_cut(
    page: PlayerPage,
    theme: Theme,
    routines: list[Routine],
    size: tuple[int, int],
    text_scale: float,
) -> None:
    """All its words are there, within its place, and large enough to read."""
    theme.set_look(Appearance.LIGHT, text_scale=text_scale)
    page.resize(*size)
    for view in longest_views(routines):
        page.show_view(view)
        fitted = page.instruction.fitted()
        assert fitted.height <= page.instruction.height()
        assert fitted.text.width <= page.instruction.width()
        assert " ".join(fitted.text.lines) == view.instruction
        assert fitted.text.font.pixelSize() >= 14
        if fitted.note is not None:
            assert " ".join(fitted.note.lines) == view.note
            assert fitted.note.width <= page.instruction.width()
