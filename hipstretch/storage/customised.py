"""What the person makes of routines, as files in their own folder; nothing is ever thrown away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from hipstretch.core.draft import Draft
from hipstretch.storage.files import free_path, write_atomically
from hipstretch.storage.format.reader import read_routine
from hipstretch.storage.format.writer import write_routine
from hipstretch.storage.library import SUFFIX, Entry, Library

_ORIGINALS = "originals"
_KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a routine was written; `kept` is a copy of what could not be carried over."""

    path: Path
    kept: Path | None = None


class Editing:
    """A routine that is being customised, with its file's text as it was when it was opened."""

    def __init__(self, entry: Entry, text: str, usual_text: str, draft: Draft) -> None:
        self.entry = entry
        self.text = text
        self.usual_text = usual_text
        self.draft = draft
        self.on_disk = text if entry.is_own else None


class CustomisedRoutines:
    """Writes, resets and removes the routines in a library's own folder.

    A bundled routine is customised by an own file of the same id. A person's own file is changed in
    place; how it was before the first change lies in the folder `originals`, for `reset`. What a
    change or a reset would lose is moved to the folder `kept`.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = library.own_folder

    def open(self, entry: Entry) -> Editing:
        """Begin to customise a routine; raises OSError, and ValueError for a faulty file."""
        if entry.routine is None:
            raise ValueError(f"{entry.path} has faults")
        text = _read_text(entry.path)
        usual_path = self._usual_path(entry)
        usual = self._library.read(usual_path).routine if usual_path != entry.path else None
        if usual is None:
            return Editing(entry, text, text, Draft.of(entry.routine))
        return Editing(entry, text, _read_text(usual_path), Draft.of(entry.routine, usual))

    def save(self, editing: Editing, draft: Draft) -> Saved:
        """Write the draft to the own file; raises OSError with nothing changed.

        A draft that is as usual again takes the own file of a bundled routine away.
        """
        entry = editing.entry
        path = self._folder / entry.path.name
        if not entry.is_own and not draft.is_changed:
            path.unlink(missing_ok=True)
            editing.on_disk = None
            return Saved(path)
        original = self._original(entry.id)
        if entry.is_own and not entry.hides_bundled and not original.exists():
            write_atomically(original, editing.text)
        new, is_complete = self._text(editing, draft)
        kept = self._keep_what_is_lost(path, editing, is_complete=is_complete)
        write_atomically(path, new)
        editing.on_disk = new
        return Saved(path, kept)

    def save_as(self, name: str, draft: Draft) -> Saved:
        """Write the draft as a new routine; raises OSError."""
        path = free_path(self._folder / f"{file_id(name)}{SUFFIX}")
        if (self._library.bundled_folder / path.name).exists():
            path = free_path(path.with_name(f"my-{path.name}"))
        routine = replace(draft.routine, name=name)
        write_atomically(path, write_routine(routine))
        return Saved(path)

    def reset(self, entry: Entry) -> Saved | None:
        """Bring back the routine as it came; the customised file goes to `kept`. Raises OSError."""
        if not entry.is_own:
            return None
        original = self._original(entry.id)
        if entry.hides_bundled:
            return Saved(entry.path, self._move_to_kept(entry.path))
        if not original.is_file():
            return None
        kept = self._copy_to_kept(entry.path)
        original.replace(entry.path)
        return Saved(entry.path, kept)

    def remove(self, entry: Entry) -> Saved:
        """Take an own routine out of the library; its file goes to `kept`. Raises OSError."""
        return Saved(entry.path, self._move_to_kept(entry.path))

    def restore(self, saved: Saved) -> None:
        """Undo a reset or a removal: the kept file takes its old place again. Raises OSError."""
        if saved.kept is not None:
            saved.kept.replace(saved.path)

    def _text(self, editing: Editing, draft: Draft) -> tuple[str, bool]:
        """The new text, and whether it has all that the old one had."""
        from hipstretch.storage.format.editor import edited, has_all_comments

        new = edited(editing.text, draft.current, editing.usual_text, draft.usual, draft.rows)
        read = read_routine(new.encode(), editing.entry.id, self._library.exercises)
        if read.routine is not None and read.routine.steps == draft.routine.steps:
            return new, has_all_comments(editing.text, new)
        return write_routine(draft.routine), False

    def _keep_what_is_lost(self, path: Path, editing: Editing, *, is_complete: bool) -> Path | None:
        """Copy the file aside where comments are lost, or somebody changed it in the meantime."""
        if not path.exists():
            return None
        found = path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n")
        is_first = found == editing.text
        if found != editing.on_disk or (is_first and not is_complete):
            return self._copy_to_kept(path)
        return None

    def _usual_path(self, entry: Entry) -> Path:
        """The file that a reset brings back."""
        if not entry.is_own:
            return entry.path
        if entry.hides_bundled:
            return self._library.bundled_folder / entry.path.name
        original = self._original(entry.id)
        return original if original.is_file() else entry.path

    def _original(self, routine_id: str) -> Path:
        """Where an own file lies as it was before its first change."""
        return self._folder / _ORIGINALS / f"{routine_id}{SUFFIX}"

    def _copy_to_kept(self, path: Path) -> Path:
        """Put a copy aside; tells where."""
        kept = free_path(self._folder / _KEPT / path.name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(path.read_bytes())
        return kept

    def _move_to_kept(self, path: Path) -> Path:
        """Move a file aside; tells where."""
        kept = free_path(self._folder / _KEPT / path.name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        path.replace(kept)
        return kept


def _read_text(path: Path) -> str:
    """A file's text, with or without a byte order mark."""
    return path.read_text(encoding="utf-8-sig")


def file_id(name: str) -> str:
    """A file's id from a routine's name: letters of any script, digits and hyphens."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_")[:60] or "routine"
