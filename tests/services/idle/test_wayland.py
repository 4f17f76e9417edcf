from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch.services.idle.wayland import WaylandIdle
from tests.services.idle.compositor import Compositor, Watch

SEAT, NOTIFIER = ("wl_seat", 7), ("ext_idle_notifier_v1", 2)


class Hands:
    """A compositor, one who watches the hands by it, and a clock."""

    def __init__(self, *interfaces: tuple[str, int]) -> None:
        self.time = 1000.0
        self.compositor = Compositor(*interfaces)
        self.idle = WaylandIdle(self.compositor.wire, self.now)

    def now(self) -> float:
        """The time."""
        return self.time

    def still(self) -> float | None:
        """The seconds of stillness that are told."""
        answers: list[float | None] = []
        self.idle.ask(answers.append)
        self.compositor.settle()
        (answer,) = answers
        return answer

    def watch(self, milliseconds: int) -> Watch:
        """The watch of so much stillness."""
        (found,) = [w for w in self.compositor.watches if w.milliseconds == milliseconds]
        return found


@pytest.fixture
def make(qapp: QCoreApplication) -> Iterator[Callable[..., Hands]]:
    """Makes hands on a compositor that has some things."""
    del qapp
    made: list[Hands] = []

    def make_hands(*interfaces: tuple[str, int]) -> Hands:
        made.append(Hands(*interfaces))
        made[-1].compositor.settle()
        return made[-1]

    yield make_hands
    for hands in made:
        hands.compositor.close()


@pytest.fixture
def hands(make: Callable[..., Hands]) -> Hands:
    """Hands on a compositor that tells of them."""
    return make(("wl_output", 4), NOTIFIER, SEAT)


def test_nothing_is_known_before_the_compositor_has_told_what_it_has(
    qapp: QCoreApplication,
) -> None:
    """It is asked without waiting for it."""
    del qapp
    early = Hands(NOTIFIER, SEAT)
    answers: list[float | None] = []
    early.idle.ask(answers.append)
    assert answers == [None]
    assert not early.idle.tell_when_active(pytest.fail)
    early.compositor.close()


@pytest.mark.parametrize("interfaces", [(SEAT,), (NOTIFIER,), ()])
def test_a_compositor_that_does_not_tell_of_hands_is_left(
    make: Callable[..., Hands], interfaces: tuple[tuple[str, int], ...]
) -> None:
    """So that nothing of it wakes anybody."""
    hands = make(*interfaces)
    assert hands.still() is None
    assert not hands.compositor.wire.is_open


@pytest.mark.parametrize(("version", "is_input_alone"), [(1, False), (2, True), (3, True)])
def test_films_do_not_move_hands_where_the_compositor_can_tell_them_apart(
    make: Callable[..., Hands], version: int, is_input_alone: bool
) -> None:
    """From the second version of the protocol on."""
    hands = make(("ext_idle_notifier_v1", version), SEAT)
    assert hands.watch(10_000).is_input_alone is is_input_alone


def test_stillness_counts_from_the_last_movement(hands: Hands) -> None:
    """The watch fires after ten seconds, and these count too."""
    hands.compositor.idle(hands.watch(10_000))
    assert hands.still() == 10.0
    hands.time += 290.0
    assert hands.still() == 300.0
    hands.compositor.resume(hands.watch(10_000))
    assert hands.still() == 0.0


def test_who_asks_again_soon_hears_of_a_short_pause(hands: Hands) -> None:
    """A second watch, which goes with the next movement."""
    assert hands.still() == 0.0
    hands.compositor.idle(hands.watch(1000))
    hands.time += 2.0
    assert hands.still() == 3.0
    hands.compositor.resume(hands.watch(1000))
    assert [w.milliseconds for w in hands.compositor.watches] == [10_000]
    assert hands.still() == 0.0


def test_hands_that_are_not_asked_for_are_watched_by_one_watch_alone(hands: Hands) -> None:
    """Working for an hour wakes nobody more often than it fires."""
    for _ in range(3):
        hands.compositor.idle(hands.watch(10_000))
        hands.compositor.resume(hands.watch(10_000))
    assert [w.milliseconds for w in hands.compositor.watches] == [10_000]


def test_asking_still_hands_sets_nothing_up(hands: Hands) -> None:
    """What is known need not be looked at more closely."""
    hands.compositor.idle(hands.watch(10_000))
    hands.still()
    assert [w.milliseconds for w in hands.compositor.watches] == [10_000]


def test_the_movement_of_still_hands_is_told_once(hands: Hands) -> None:
    """Who asked last hears of it."""
    told: list[str] = []
    hands.compositor.idle(hands.watch(10_000))
    assert hands.idle.tell_when_active(lambda: told.append("first"))
    assert hands.idle.tell_when_active(lambda: told.append("second"))
    hands.compositor.settle()
    assert told == []
    hands.compositor.resume(hands.watch(10_000))
    hands.compositor.idle(hands.watch(10_000))
    hands.compositor.resume(hands.watch(10_000))
    assert told == ["second"]


def test_the_movement_after_a_short_pause_is_told(hands: Hands) -> None:
    """A screen may be locked while the hands have just moved."""
    told: list[str] = []
    hands.idle.tell_when_active(lambda: told.append("back"))
    hands.compositor.settle()
    hands.compositor.idle(hands.watch(1000))
    assert told == []
    hands.compositor.resume(hands.watch(1000))
    assert told == ["back"]


def test_who_is_told_may_ask_again(hands: Hands) -> None:
    """From within."""
    told: list[str] = []

    def on_active() -> None:
        told.append("back")
        hands.idle.tell_when_active(on_active)

    hands.idle.tell_when_active(on_active)
    hands.compositor.settle()
    for _ in range(2):
        hands.compositor.idle(hands.watch(1000))
        hands.compositor.resume(hands.watch(1000))
    assert told == ["back", "back"]


def test_numbers_are_used_again(hands: Hands) -> None:
    """A year of asking does not fill the compositor's table."""
    numbers = set()
    for _ in range(5):
        hands.still()
        numbers.add(hands.watch(1000).number)
        hands.compositor.idle(hands.watch(1000))
        hands.compositor.resume(hands.watch(1000))
    assert len(numbers) == 1


def test_a_compositor_that_goes_is_not_asked_any_more(
    hands: Hands, caplog: pytest.LogCaptureFixture
) -> None:
    """Nobody knows then, and it is said why."""
    hands.idle.tell_when_active(pytest.fail)
    hands.compositor.hang_up()
    answers: list[float | None] = []
    hands.idle.ask(answers.append)
    assert answers == [None]
    assert not hands.idle.tell_when_active(pytest.fail)
    assert "the Wayland connection is gone" in caplog.text


def test_closing_ends_the_watch(hands: Hands) -> None:
    """Nobody is told any more."""
    hands.idle.tell_when_active(pytest.fail)
    hands.idle.close()
    assert not hands.compositor.wire.is_open
