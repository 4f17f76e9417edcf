"""A person's own folder beside the bundled routines, and files written by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hipstretch import paths
from hipstretch.core.draft import Draft
from hipstretch.core.routine import Routine, Step
from hipstretch.storage.customised import CustomisedRoutines, Editing, Saved
from hipstretch.storage.format.writer import plain_routine
from hipstretch.storage.library import Entry, Library

BUNDLED = paths.bundled("routines")
BUNDLED_ID = "one-sided-sciatica"
EXERCISES = Library(BUNDLED, Path("nowhere")).exercises

BY_HAND = """\
# Mine, from the physiotherapist
name: Mornings   # and evenings

steps:
  # On the back
  - stretch: knee-to-chest   # my favourite
    hold: 25-30 s   # more on Sundays
    affected: {reps: 4}

  # A friend's own
  - stretch:
      name: Wall lean   # she says
      kind: stretch
      position: standing
      areas: [hip]
      instructions: {setup: a, move: b, hold: c, release: d}
      dose: {sides: each, hold: 10 s}
    reps: 2   # two will do

  - rest: 20 s   # breathe

  # The last one
  - stretch: knee-rocking
    for: 3 min   # or four
# the end
"""
IN_BRACKETS = "name: B # mine\nsteps: [{stretch: knee-to-chest, hold: 5 s}, {rest: 20 s}] # all\n"


class Home:
    """A person's own folder beside the bundled routines."""

    def __init__(self, own: Path) -> None:
        self.own = own
        self.library = Library(BUNDLED, own)
        self.routines = CustomisedRoutines(self.library)

    def write(self, routine_id: str, text: str | bytes) -> Path:
        """Put an own file there, as by hand."""
        self.own.mkdir(parents=True, exist_ok=True)
        path = self.own / f"{routine_id}.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    def entry(self, routine_id: str) -> Entry:
        """A routine as it stands now."""
        entry = self.library.find(routine_id)
        assert entry is not None
        return entry

    def open(self, routine_id: str) -> Editing:
        """Begin to customise a routine."""
        return self.routines.open(self.entry(routine_id))

    def change(self, routine_id: str, *changes: Callable[[Draft], Draft]) -> Saved:
        """Open a routine, change it and save it once."""
        editing = self.open(routine_id)
        draft = editing.draft
        for change in changes:
            draft = change(draft)
        return self.routines.save(editing, draft)

    def files(self) -> dict[str, bytes]:
        """All files in the own folder by their path in it."""
        return {
            path.relative_to(self.own).as_posix(): path.read_bytes()
            for path in sorted(self.own.rglob("*"))
            if path.is_file()
        }

    def kept(self) -> list[bytes]:
        """What was put aside."""
        return [data for name, data in self.files().items() if name.startswith("kept/")]


def plain_of(routine: Routine | None) -> object:
    """What a routine's file says, without its comments."""
    assert routine is not None
    return plain_routine(routine, written_out=False)


def longer(draft: Draft) -> Draft:
    """The draft with more seconds in its second row."""
    return draft.with_length(1, 55.0)


def names_of(draft: Draft) -> list[tuple[str, bool]]:
    """The exercise of each row, and whether it is done."""
    return [
        (row.step.exercise.id if isinstance(row.step, Step) else "pause", row.is_on)
        for row in draft.rows
    ]
