from __future__ import annotations

from hipstretch.core.exercise_report import ExerciseReport, exercise_reports
from hipstretch.core.person import Side
from hipstretch.core.summary import Outcome
from tests.core.report_days import TODAY, hurt, rep, session

DONE, SHORTENED, SKIPPED = Outcome.DONE, Outcome.SHORTENED, Outcome.SKIPPED
LEFT, RIGHT = Side.LEFT, Side.RIGHT


def test_nothing_done_and_nothing_hurt() -> None:
    """Then there is no exercise to tell of."""
    assert exercise_reports([], []) == ()
    assert exercise_reports([session(TODAY)], []) == ()


def test_times_are_places_in_sessions_and_not_reps() -> None:
    """Twice in one session at different places is twice; six reps at one place are once."""
    reps = [rep(step=0)] * 6
    done = session(TODAY, *reps, rep("Bridge", step=1), rep(step=2))
    rocking, bridge = exercise_reports([done, session(TODAY, rep())], [])
    assert (rocking.stretch, rocking.times) == ("Knee rocking", 3)
    assert (bridge.stretch, bridge.times, bridge.seconds) == ("Bridge", 1, 20.0)


def test_full_shortened_and_not_done_are_told_apart() -> None:
    """Shortened ones were done; one of which nothing was done was not."""
    outcomes = ([DONE, DONE], [DONE, SKIPPED], [SHORTENED], [SKIPPED, SKIPPED])
    sessions = [session(TODAY, *(rep(outcome=one) for one in many)) for many in outcomes]
    (found,) = exercise_reports(sessions, [])
    assert (found.times, found.shortened, found.skipped) == (3, 2, 1)


def test_what_was_held_is_told_by_the_side() -> None:
    """Both sides at once count for themselves."""
    reps = [rep(side=LEFT, held=10.0), rep(side=RIGHT, held=5.0), rep(held=2.5), rep(side=LEFT)]
    (found,) = exercise_reports([session(TODAY, *reps)], [])
    assert (found.left, found.right, found.both, found.seconds) == (30.0, 5.0, 2.5, 37.5)


def test_what_hurt_is_counted_with_the_most_pain() -> None:
    """On which sides, and how often it was new or spreading; without a number there is none."""
    hurts = [
        hurt("Bridge", pain=4, side=RIGHT),
        hurt("Bridge", pain=7, side=LEFT, spreads=True),
        hurt("Bridge"),
    ]
    found = exercise_reports([session(TODAY, rep(), rep("Bridge", step=1))], hurts)
    bridge = next(one for one in found if one.stretch == "Bridge")
    assert (bridge.hurts, bridge.worst, bridge.spread) == (3, 7, 1)
    assert bridge.hurt_sides == (LEFT, RIGHT, Side.BOTH)
    rocking = next(one for one in found if one.stretch == "Knee rocking")
    assert (rocking.hurts, rocking.worst, rocking.hurt_sides) == (0, None, ())


def test_what_hurt_is_told_without_a_session_too() -> None:
    """As after one that was never finished."""
    assert exercise_reports([], [hurt("Bridge")]) == (
        ExerciseReport("Bridge", hurts=1, hurt_sides=(Side.BOTH,)),
    )


def test_an_exercise_is_one_under_all_its_names() -> None:
    """It goes by its id, and by its latest name."""
    old = session(TODAY, rep("Rock the knees", exercise="knee-rocking"))
    (found,) = exercise_reports([old, session(TODAY, rep())], [])
    assert (found.stretch, found.times) == ("Knee rocking", 2)


def test_an_exercise_of_an_older_history_goes_by_its_name() -> None:
    """With the same one of newer sessions, and by itself where there are none."""
    old = session(TODAY, rep(exercise=""), rep("Odd one", exercise="", step=1))
    found = exercise_reports([old, session(TODAY, rep())], [])
    assert [(one.stretch, one.times) for one in found] == [("Knee rocking", 2), ("Odd one", 1)]


def test_those_with_the_most_time_come_first() -> None:
    """With equal times, those that were done most often."""
    one = session(TODAY, rep("A", held=9.0), rep("B", held=4.5, step=1), rep("C", step=2))
    two = session(TODAY, rep("B", held=4.5))
    assert [e.stretch for e in exercise_reports([one, two], [])] == ["C", "B", "A"]
