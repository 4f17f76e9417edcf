from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from hipstretch import paths
from hipstretch.core.dose import Count, Dose, Duration
from hipstretch.core.draft import Draft
from hipstretch.core.person import Person, Side
from hipstretch.core.routine import Routine, Step
from hipstretch.storage.format.editor import NotEditable, edited, has_all_comments
from hipstretch.storage.format.reader import read_routine
from hipstretch.storage.format.writer import plain_routine
from hipstretch.storage.library import ExerciseShelf

SHELF = ExerciseShelf([paths.bundled("routines") / "stretches"])

BY_HAND = """\
# Mine, from the physiotherapist
name: Mornings   # and evenings

steps:
  # On the back
  - stretch: knee-to-chest   # my favourite
    hold: 15-30 s   # more on Sundays

  # Then this,
  # slowly
  - stretch: piriformis-stretch
    reps:   # he will say

  - rest: 20 s   # breathe

  - stretch: knee-rocking
    note: |
      Small, like this:
        # not a comment
    # as long as it is pleasant

# until the summer
summary: Two stretches.
# the end
"""


def _routine(text: str) -> Routine:
    read = read_routine(text.encode(), "r", SHELF)
    assert read.routine is not None, read.faults
    return read.routine


def _edit(text: str, change: Callable[[Draft], Draft], usual_text: str | None = None) -> str:
    """The text after a change; whatever it is, reading it gives the draft's routine."""
    usual = usual_text or text
    draft = change(Draft.of(_routine(text), _routine(usual) if usual_text else None))
    new = edited(text, draft.current, usual, draft.usual, draft.rows)
    assert _plain(_routine(new)) == _plain(draft.routine)
    return new


def _plain(routine: Routine) -> object:
    return plain_routine(routine, written_out=False)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def test_without_a_change_every_character_stays() -> None:
    """A draft that says the same gives the same text."""
    assert _edit(BY_HAND, lambda draft: draft) == BY_HAND


@pytest.mark.parametrize(
    "path", sorted(paths.bundled("routines").glob("*.yaml")), ids=lambda path: path.stem
)
def test_without_a_change_every_bundled_file_stays(path: Path) -> None:
    """The bundled files come through as they are."""
    text = path.read_text(encoding="utf-8")

    assert _edit(text, lambda draft: draft) == text


def test_a_new_time_changes_its_line_alone() -> None:
    """A hold of its own takes the place of the one that was written."""
    new = _edit(BY_HAND, lambda draft: draft.with_length(0, 45.0))

    assert new == BY_HAND.replace("hold: 15-30 s   #", "hold: 45 s      #")


def test_a_new_key_comes_at_the_end_of_its_step() -> None:
    """Not among the comments of the next one."""
    new = _edit(BY_HAND, lambda draft: draft.with_reps(0, 9))

    assert new == BY_HAND.replace(
        "    hold: 15-30 s   # more on Sundays\n",
        "    hold: 15-30 s   # more on Sundays\n    reps: 9\n",
    )


def test_an_open_dose_is_filled_in_behind_its_key() -> None:
    """The comment behind the key stays there."""
    new = _edit(BY_HAND, lambda draft: draft.with_answer(1, "reps", 4))

    assert _lines(new) == [
        "    reps: 4 # he will say" if "reps:" in line else line for line in _lines(BY_HAND)
    ]


def test_a_pause_gets_another_length() -> None:
    """The pause between exercises is changed in its line."""
    new = _edit(BY_HAND, lambda draft: draft.with_length(2, 90.0))

    assert new == BY_HAND.replace("rest: 20 s ", "rest: 90 s ")


def test_a_key_that_says_the_usual_goes() -> None:
    """What the exercise says anyway is not repeated."""
    text = "name: A\nsteps:\n- stretch: knee-to-chest # c\n  reps: 5\n"

    new = _edit(text, lambda draft: draft.with_reps(0, 3), text.replace("  reps: 5\n", ""))

    assert new == "name: A\nsteps:\n- stretch: knee-to-chest # c\n"


def test_a_step_takes_its_comments_along() -> None:
    """Another order moves the comments above a step with it; the blank lines keep their places."""
    new = _edit(BY_HAND, lambda draft: draft.moved(1, 0))

    first = BY_HAND[BY_HAND.index("  # On the back") : BY_HAND.index("\n  # Then this")]
    second = BY_HAND[BY_HAND.index("  # Then this") : BY_HAND.index("\n  - rest: 20 s")]
    assert new == BY_HAND.replace(f"{first}\n{second}", f"{second}\n{first}")


def test_the_last_step_moved_up_leaves_the_end_of_the_file_alone() -> None:
    """A comment that is indented like the step belongs to it; those below the steps stay."""
    new = _edit(BY_HAND, lambda draft: draft.moved(3, 0))

    assert _lines(new)[-4:] == [
        "  - rest: 20 s   # breathe",
        "# until the summer",
        "summary: Two stretches.",
        "# the end",
    ]
    assert "        # not a comment\n    # as long as it is pleasant\n" in new
    assert has_all_comments(BY_HAND, new)


def test_a_step_that_is_left_out_takes_its_comments_along() -> None:
    """Nothing of it stays behind, and that a comment is lost is noticed."""
    new = _edit(BY_HAND, lambda draft: draft.toggled(1))

    assert "piriformis" not in new
    assert "slowly" not in new
    assert "# On the back\n  - stretch: knee-to-chest   # my favourite" in new
    assert not has_all_comments(BY_HAND, new)


def test_what_was_left_out_comes_back_with_its_comments() -> None:
    """A step that only the usual file has is taken from there, comments and all."""
    without = _edit(BY_HAND, lambda draft: draft.toggled(1))

    again = _edit(without, lambda draft: draft.toggled(1), BY_HAND)

    assert again == BY_HAND


def test_what_comes_back_is_indented_as_the_rest() -> None:
    """Two files may be indented differently; the current one's way counts."""
    usual = dedent("""\
        name: A
        steps:
            # above
         # far left
            - stretch: knee-to-chest
              note: |
                one

                two
            - rest: 5 s
        """)
    current = "name: A\nsteps:\n- rest: 5 s\n"

    new = _edit(current, lambda draft: draft.toggled(0), usual)

    assert new == dedent("""\
        name: A
        steps:
        # above
        # far left
        - stretch: knee-to-chest
          note: |
            one

            two
        - rest: 5 s
        """)


def test_what_comes_back_can_be_changed_at_once() -> None:
    """A step that returns and gets another hold has both."""
    usual = "name: A\nsteps:\n  - stretch: knee-to-chest # c\n  - rest: 5 s\n"
    current = "name: A\nsteps:\n    - rest: 5 s\n"

    new = _edit(current, lambda draft: draft.toggled(0).with_length(0, 50.0), usual)

    assert new == (
        "name: A\nsteps:\n    - stretch: knee-to-chest # c\n      hold: 50 s\n    - rest: 5 s\n"
    )


def test_an_added_step_comes_to_the_end_of_the_steps() -> None:
    """A new step is written in the file's own indentation, before what stands below the steps."""
    exercise = SHELF.find("childs-pose")
    assert exercise is not None

    new = _edit(BY_HAND, lambda draft: draft.added(exercise).with_reps(4, 7))

    assert new == BY_HAND.replace(
        "    # as long as it is pleasant\n",
        "    # as long as it is pleasant\n\n  - stretch: childs-pose\n    reps: 7\n",
    )


def test_a_wide_dash_stays_wide() -> None:
    """The blanks behind a dash are the writer's way."""
    text = "name: A\nsteps:\n-   stretch: knee-to-chest\n    hold: 5 s\n-   rest: 5 s\n"

    new = _edit(text, lambda draft: draft.with_length(0, 50.0).moved(0, 1))

    assert new == ("name: A\nsteps:\n-   rest: 5 s\n-   stretch: knee-to-chest\n    hold: 50 s\n")


def test_a_dash_on_a_line_of_its_own_is_found() -> None:
    """A comment may stand between the dash and its step."""
    text = dedent("""\
        name: A
        steps:
          - # inside
            stretch: knee-to-chest
          -
            rest: 5 s
        """)

    new = _edit(text, lambda draft: draft.moved(0, 1))

    assert new == dedent("""\
        name: A
        steps:
          -
            rest: 5 s
          - # inside
            stretch: knee-to-chest
        """)
    changed = _edit(text, lambda draft: draft.with_length(0, 50.0).with_length(1, 9.0))
    assert has_all_comments(text, changed)


def test_quotes_lists_and_doses_of_a_side_keep_their_form() -> None:
    """Only the key that is changed is written anew."""
    text = dedent("""\
        name: 'A'
        steps:
          - "stretch": 'knee-to-chest'
            sides: [left, right]  # in turn
            affected: {reps: 4}   # the sore one
            note: "It's a very long note that goes on and on so that an editor would break it \
        in two: it does not here."
            hold: 1:30
        """)

    new = _edit(text, lambda draft: draft.with_length(0, 40.0))

    assert new == text.replace("hold: 1:30", "hold: 40 s")


def test_sides_are_changed_in_their_line() -> None:
    """One side alone replaces the rule."""
    text = "name: A\nsteps:\n  - stretch: knee-to-chest\n    sides: each # c\n    hold: 9 s\n"

    new = _edit(text, lambda draft: draft.with_sides(0, frozenset({Side.LEFT}), Person()))

    assert new == text.replace("sides: each", "sides: left")


def test_an_exercise_in_full_stays_as_it_is_written() -> None:
    """A step with an exercise of its own can move and change; its comments stay."""
    text = dedent("""\
        name: A
        steps:
          - rest: 5 s
          - stretch:
              name: Own    # from a friend
              kind: stretch
              position: standing
              areas: [hip] # mostly
              instructions: {setup: a, move: b, hold: c, release: d}
              dose: {sides: each, hold: 10 s} # at first
            hold: 20 s
        """)

    new = _edit(text, lambda draft: draft.with_length(1, 30.0).moved(1, 0))

    assert has_all_comments(text, new)
    assert (
        "      dose: {sides: each, hold: 10 s} # at first\n    hold: 30 s\n  - rest: 5 s\n" in new
    )


@pytest.mark.parametrize(
    ("text", "new"),
    [
        ("name: A\nsteps:\n- rest: 5", "name: A\nsteps:\n- rest: 9 s\n"),
        ("---\nname: A\nsteps:\n- rest: 5\n...\n", "---\nname: A\nsteps:\n- rest: 9 s\n...\n"),
        (
            "%YAML 1.2\n---\nsteps:\n- rest: 5\nname: A\n",
            "%YAML 1.2\n---\nsteps:\n- rest: 9 s\nname: A\n",
        ),
        ("? name\n: A\n? steps\n:\n- rest: 5\n", "? name\n: A\n? steps\n:\n- rest: 9 s\n"),
        ("name: A\nsteps: # c\n\n\n- rest: 5\n\n\n", "name: A\nsteps: # c\n\n\n- rest: 9 s\n\n\n"),
    ],
)
def test_unusual_files_keep_their_form(text: str, new: str) -> None:
    """No line end at the end, document marks, keys in another order: all stays."""
    assert _edit(text, lambda draft: draft.with_length(0, 9.0)) == new


@pytest.mark.parametrize(
    "text",
    [
        "name: A\nsteps: [{stretch: knee-to-chest}, {rest: 5}]\n",
        "{name: A, steps: [{stretch: knee-to-chest}]}\n",
        "name: A\n? steps\n: - stretch: knee-to-chest\n",
        "name: A\nsteps:\n- stretch:\tknee-to-chest\n",
    ],
)
def test_a_text_without_a_line_for_each_step_is_not_changed(text: str) -> None:
    """Steps in brackets, or with tabs, are for the caller to write anew."""
    draft = Draft.of(_routine(text)).with_reps(0, 9)

    with pytest.raises(NotEditable):
        edited(text, draft.current, text, draft.usual, draft.rows)


def test_a_key_that_is_open_is_written_with_nothing_behind_it() -> None:
    """A dose that is not prescribed is said as the format says it."""
    text = "name: A\nsteps:\n  - stretch: knee-to-chest\n    hold: 5 s\n"
    draft = Draft.of(_routine(text))
    step = draft.current.steps[0]
    assert isinstance(step, Step)
    open_step = replace(step, dose=Dose(hold=Duration(None), reps=Count(2)))

    new = edited(text, draft.current, text, draft.usual, [replace(draft.rows[0], step=open_step)])

    assert new == "name: A\nsteps:\n  - stretch: knee-to-chest\n    hold:\n    reps: 2\n"


@pytest.mark.parametrize(
    ("old", "new", "has_all"),
    [
        ("a: 1 # x\n", "# x\n", True),
        ("# x\n# x\n", "# x\n", False),
        ("a#b: 1\n", "", True),
        ("#x\n", "  #x  \n", True),
        ("# x\n", "# y\n", False),
        ("", "# y\n", True),
    ],
)
def test_comments_are_counted_one_by_one(old: str, new: str, *, has_all: bool) -> None:
    """Two alike are two; where they stand does not matter."""
    assert has_all_comments(old, new) is has_all
