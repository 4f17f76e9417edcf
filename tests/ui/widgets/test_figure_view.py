from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtTest import QTest

from hipstretch.core.body import Area, Position
from hipstretch.core.dose import Count, Dose, Duration, SideRule
from hipstretch.core.exercise import Exercise, Instructions, Kind
from hipstretch.core.person import Person
from hipstretch.core.routine import Routine, Step
from hipstretch.core.session import Event, Session
from hipstretch.core.settings import Appearance
from hipstretch.core.timeline import Timeline
from hipstretch.core.view import View, view_of
from hipstretch.storage.figures import FigureShelf
from hipstretch.ui.pages.player_layout import lay_out
from hipstretch.ui.pages.stage import Stage
from hipstretch.ui.widgets import figure_view
from hipstretch.ui.widgets.figure_view import FigureView
from tests.qt.fake_clock import FakeClock

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme

_FIGURES = Path(__file__).parents[3] / "assets" / "figures"
HOLD, READY, SWITCH = 20.0, 1.0, 31.0
"""Moments of the routine: ready to 10, hold to 30, switch to 38, the other side's hold to 58."""


class CountingView(FigureView):
    """Counts its pictures."""

    painted = 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint, and count it."""
        super().paintEvent(event)
        self.painted += 1


@pytest.fixture
def clock() -> FakeClock:
    """A clock that stands."""
    return FakeClock()


@pytest.fixture
def look(theme: Theme) -> Theme:
    """The light look with the bundled figures."""
    theme.figures.set_source(lambda: FigureShelf([_FIGURES]))
    return theme


@pytest.fixture
def figure(qtbot: QtBot, look: Theme, clock: FakeClock) -> CountingView:
    """A view that is shown."""
    figure = CountingView(look, clock=clock.awake)
    qtbot.addWidget(figure)
    figure.resize(320, 240)
    with qtbot.waitExposed(figure):
        figure.show()
    return figure


def _exercise(figure: str = "knee-to-chest") -> Exercise:
    return Exercise(
        id="x",
        name="Knee to chest",
        kind=Kind.STRETCH,
        position=Position.LYING_ON_BACK,
        areas=(Area.HIP,),
        instructions=Instructions("Lie down.", "Bend your {side} knee.", "Hold it.", "Let go."),
        dose=Dose(sides=SideRule.EACH, hold=Duration(20.0), reps=Count(1)),
        figure=figure,
    )


def _view(now: float, *, is_paused: bool = False, figure: str = "knee-to-chest") -> View:
    """A moment of a session with one exercise."""
    routine = Routine(id="r", name="R", steps=(Step(_exercise(figure)),))
    session = Session.of(Timeline.of(routine, Person())).handle(Event.START, 0.0)[0]
    if is_paused:
        session = session.handle(Event.PAUSE, now)[0]
    view = view_of(routine, session, now)
    assert view is not None
    return view


def _interval(figure: FigureView) -> int | None:
    """The milliseconds between two pictures; None where none are drawn."""
    return figure._timer.interval() if figure._timer.isActive() else None


def _seen(figure: FigureView) -> QImage:
    """What is painted now."""
    return figure.grab().toImage()


def test_a_hold_is_drawn_at_most_fifteen_times_a_second(figure: FigureView) -> None:
    """Even by a coarse timer, which may come 5 % early."""
    figure.show_view(_view(HOLD))

    interval = _interval(figure)

    assert interval is not None
    assert 1000 / (interval * 0.95) <= 15


def test_the_figure_breathes(figure: FigureView, clock: FakeClock) -> None:
    """Another picture half a breath later."""
    figure.show_view(_view(HOLD))
    before = _seen(figure)
    clock.awake_seconds += 2.0

    assert _seen(figure) != before


def test_the_figure_goes_from_pose_to_pose_smoothly(figure: FigureView, clock: FakeClock) -> None:
    """More pictures on the way; when it has arrived it breathes."""
    figure.show_view(_view(READY))
    figure.show_view(_view(HOLD))
    assert _interval(figure) == figure_view.MOVING_MS
    way = [_seen(figure)]
    for _ in range(2):
        clock.awake_seconds += 0.45
        way.append(_seen(figure))

    assert way[0] != way[1] != way[2]
    assert _interval(figure) == figure_view.BREATHING_MS


def test_at_the_switch_the_figure_turns_over(figure: FigureView, clock: FakeClock) -> None:
    """It is another one from the hold to the other side's start, for 1.8 seconds."""
    figure.show_view(_view(HOLD))
    figure.show_view(_view(SWITCH))
    clock.awake_seconds += 1.7
    _seen(figure)
    assert _interval(figure) == figure_view.MOVING_MS
    clock.awake_seconds += 0.2
    _seen(figure)

    assert _interval(figure) == figure_view.BREATHING_MS


def test_a_paused_session_draws_nothing(figure: FigureView, clock: FakeClock) -> None:
    """The figure holds its breath, and breathes on when the session goes on."""
    figure.show_view(_view(HOLD))
    clock.awake_seconds += 1.0
    figure.show_view(_view(HOLD, is_paused=True))
    before = _seen(figure)
    clock.awake_seconds += 60.0

    assert _interval(figure) is None
    assert _seen(figure) == before
    assert _interval(figure) is None
    figure.show_view(_view(HOLD))
    assert _seen(figure) == before
    assert _interval(figure) == figure_view.BREATHING_MS


def test_a_pause_lets_the_figure_arrive(
    qtbot: QtBot, figure: CountingView, clock: FakeClock
) -> None:
    """Its last picture is painted even if the way ends between two of them."""
    figure.show_view(_view(READY))
    figure.show_view(_view(HOLD, is_paused=True))
    assert _interval(figure) == figure_view.MOVING_MS
    qtbot.waitUntil(lambda: figure.painted > 0)
    clock.awake_seconds += 0.95
    before = figure.painted

    figure.show_view(_view(HOLD, is_paused=True))

    assert _interval(figure) is None
    qtbot.waitUntil(lambda: figure.painted > before)


def test_a_hidden_figure_draws_nothing(figure: FigureView) -> None:
    """Neither does it begin to while it is hidden; shown again it moves again."""
    figure.show_view(_view(HOLD))
    figure.hide()
    assert _interval(figure) is None
    figure.show_view(_view(SWITCH))
    assert _interval(figure) is None

    figure.show()

    assert _interval(figure) is not None


def test_in_a_window_that_nobody_sees_nothing_is_drawn(
    figure: FigureView, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when it is minimised."""
    figure.show_view(_view(HOLD))
    monkeypatch.setattr(figure, "_is_away", lambda: True)

    figure.show_view(_view(SWITCH))

    assert _interval(figure) is None


def test_with_reduced_motion_the_figure_stands_still(
    figure: FigureView, look: Theme, clock: FakeClock
) -> None:
    """It takes its next pose at once; when motion is wanted again it moves."""
    look.set_look(Appearance.LIGHT, reduced_motion=True)
    figure.show_view(_view(READY))
    start = _seen(figure)
    figure.show_view(_view(HOLD))
    hold = _seen(figure)
    clock.awake_seconds += 2.0

    assert start != hold
    assert _seen(figure) == hold
    assert _interval(figure) is None
    look.set_look(Appearance.LIGHT)
    assert _interval(figure) is not None


def test_the_figure_is_painted_in_the_look(figure: FigureView, look: Theme) -> None:
    """The figure is painted in the look."""
    figure.show_view(_view(HOLD))
    light = _seen(figure)

    look.set_look(Appearance.DARK)

    assert _seen(figure) != light


def test_turning_by_hand_and_back(figure: FigureView) -> None:
    """Both ways, the tilt within bounds."""
    figure.show_view(_view(HOLD, is_paused=True))
    before = _seen(figure)

    figure.turn(60, -20)
    turned = _seen(figure)

    assert figure.is_turned
    assert turned != before
    figure.turn(0, 1000)
    lowest = _seen(figure)
    figure.turn(0, 1000)
    assert _seen(figure) == lowest
    figure.turn_back()
    assert not figure.is_turned
    assert _seen(figure) == before


def test_another_exercise_is_seen_from_its_own_place(figure: FigureView) -> None:
    """The other side of the same one is still seen from where the person looks."""
    figure.show_view(_view(HOLD))
    figure.turn(60, 0)
    figure.show_view(_view(SWITCH))
    assert figure.is_turned

    figure.show_view(_view(READY, figure="seated-hip-stretch"))

    assert not figure.is_turned
    assert figure.has_figure


def test_without_a_figure_nothing_is_painted(figure: FigureView) -> None:
    """No file of that id, or none that can be read."""
    figure.show_view(_view(HOLD))
    figure.show_view(_view(HOLD, figure="unknown"))

    assert not figure.has_figure
    assert _interval(figure) is None
    empty = FigureView(figure._theme)
    empty.resize(figure.size())
    assert _seen(figure) == _seen(empty)


@pytest.fixture
def stage(qtbot: QtBot, look: Theme) -> Stage:
    """The player's stage at 1280x800 in a paused hold."""
    stage = Stage(look)
    qtbot.addWidget(stage)
    stage.place(lay_out(1280, 800))
    stage.show_view(_view(HOLD, is_paused=True))
    return stage


LEFT = Qt.MouseButton.LeftButton


def _drag(stage: Stage, way: QPoint) -> None:
    """Press, move and release the mouse."""
    start = QPoint(200, 200)
    QTest.mousePress(stage, LEFT, pos=start)
    QTest.mouseMove(stage, start + way)
    QTest.mouseRelease(stage, LEFT, pos=start + way)


def test_a_drag_turns_the_figure_and_is_no_click(stage: Stage) -> None:
    """A hand that shakes a little clicks all the same."""
    clicks: list[None] = []
    stage.clicked.connect(lambda: clicks.append(None))

    _drag(stage, QPoint(50, 10))
    assert stage.figure.is_turned
    assert clicks == []

    stage.figure.turn_back()
    _drag(stage, QPoint(2, 2))
    assert not stage.figure.is_turned
    assert len(clicks) == 1


def test_a_double_click_turns_the_figure_back(stage: Stage) -> None:
    """Its two clicks undo each other; the other button does nothing."""
    clicks: list[None] = []
    stage.clicked.connect(lambda: clicks.append(None))
    _drag(stage, QPoint(50, 10))
    QTest.mouseDClick(stage, Qt.MouseButton.RightButton, pos=QPoint(200, 200))
    QTest.mouseRelease(stage, Qt.MouseButton.RightButton, pos=QPoint(200, 200))
    assert stage.figure.is_turned

    QTest.mouseClick(stage, LEFT, pos=QPoint(200, 200))
    QTest.mouseDClick(stage, LEFT, pos=QPoint(200, 200))
    QTest.mouseRelease(stage, LEFT, pos=QPoint(200, 200))

    assert not stage.figure.is_turned
    assert len(clicks) == 2


def test_without_a_figure_a_drag_turns_nothing(stage: Stage) -> None:
    """The sign of the position stands in its place, and a drag on the stage is still a click."""
    stage.show_view(_view(HOLD, figure="unknown"))
    clicks: list[None] = []
    stage.clicked.connect(lambda: clicks.append(None))

    _drag(stage, QPoint(50, 10))

    assert not stage.figure.isVisibleTo(stage)
    assert not stage.figure.is_turned
    assert len(clicks) == 1


def test_the_figure_says_what_to_do_in_words(stage: Stage) -> None:
    """The exercise's own instructions, with the side that works."""
    assert stage.figure.accessibleName() == "Knee to chest"
    assert stage.figure.accessibleDescription() == "Lie down. Bend your right knee. Hold it."
    stage.show_view(_view(SWITCH))
    assert stage.figure.accessibleDescription() == "Lie down. Bend your left knee. Hold it."


def test_in_a_pause_the_words_are_those_of_the_figure(stage: Stage) -> None:
    """Which is that of the exercise that comes."""
    view = _view(READY)
    assert view.upcoming is not None
    coming = replace(_exercise(), name="Next one")

    stage.show_view(replace(view, exercise=None, upcoming=replace(view.upcoming, exercise=coming)))

    assert stage.figure.accessibleName() == "Next one"


def test_the_figure_stands_in_its_place(stage: Stage) -> None:
    """It takes no clicks away from the stage."""
    assert stage.figure.geometry() == stage.figure_rect == QRect(QPoint(22, 98), QSize(680, 290))
    assert stage.childAt(QPointF(200, 200).toPoint()) is None
