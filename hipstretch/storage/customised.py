"""What the person makes of routines, as files in their own folder; nothing is ever thrown away."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

from hipstretch.core.draft import Draft
from hipstretch.core.routine import Routine
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


class CustomisedRoutines:
    """Writes, resets and removes the routines in a library's own folder.

    A bundled routine is customised by an own file of the same id. A person's own file is changed in
    place; how it was before the first change lies in the folder `originals`, for `reset`. What a
    change or a reset would lose is moved to the folder `kept`.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._folder = library.own_folder

    def usual(self, entry: Entry) -> Routine | None:
        """The routine that `reset` brings back; None for an own file that nobody changed."""
        if not entry.is_own:
            return entry.routine
        if entry.hides_bundled:
            return self._library.bundled(entry.id)
        original = self._original(entry.id)
        return self._library.read(original).routine if original.is_file() else None

    def save(self, entry: Entry, draft: Draft) -> Saved:
        """Write the draft to the own file of the entry; raises OSError with nothing changed."""
        path = self._folder / entry.path.name
        old = _read_text(entry.path)
        if entry.is_own and not entry.hides_bundled and not self._original(entry.id).exists():
            write_atomically(self._original(entry.id), old)
        new, is_complete = self._text(entry, draft, old)
        kept = None if is_complete or not entry.is_own else self._keep(entry.id, old)
        write_atomically(path, new)
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
        kept = self._keep(entry.id, _read_text(entry.path))
        original.replace(entry.path)
        return Saved(entry.path, kept)

    def remove(self, entry: Entry) -> Saved:
        """Take an own routine out of the library; its file goes to `kept`. Raises OSError."""
        return Saved(entry.path, self._move_to_kept(entry.path))

    def restore(self, saved: Saved) -> None:
        """Undo a reset or a removal: the kept file takes its old place again. Raises OSError."""
        if saved.kept is not None:
            saved.kept.replace(saved.path)

    def _text(self, entry: Entry, draft: Draft, old: str) -> tuple[str, bool]:
        """The new text, and whether it has all that the old one had."""
        from hipstretch.storage.format.editor import edited, has_all_comments

        new = edited(old, draft.current, self._usual_text(entry, old), draft.usual, draft.rows)
        read = read_routine(new.encode(), entry.id, self._library.exercises)
        if read.routine is not None and read.routine.steps == draft.routine.steps:
            return new, has_all_comments(old, new)
        return write_routine(draft.routine), False

    def _usual_text(self, entry: Entry, old: str) -> str:
        """The text of what a reset brings back."""
        if not entry.is_own:
            return old
        if entry.hides_bundled:
            return _read_text(self._library.bundled_folder / entry.path.name)
        original = self._original(entry.id)
        return _read_text(original) if original.is_file() else old

    def _original(self, routine_id: str) -> Path:
        """Where an own file lies as it was before its first change."""
        return self._folder / _ORIGINALS / f"{routine_id}{SUFFIX}"

    def _keep(self, routine_id: str, text: str) -> Path:
        """Put a copy aside; tells where."""
        path = free_path(self._folder / _KEPT / f"{routine_id}{SUFFIX}")
        write_atomically(path, text)
        return path

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
