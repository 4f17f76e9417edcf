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
from hipstretch.storage.format.writer import plain_routine, write_routine
from hipstretch.storage.library import SUFFIX, Entry, Library

_ORIGINALS = "originals"
_KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Saved:
    """Where a routine was written; `kept` is a copy of what could not be carried over.

    `original` is where the form of before the first change went in a reset or a removal.
    """

    path: Path
    kept: Path | None = None
    original: Path | None = None


class Editing:
    """A routine that is being customised, with its file as it was when it was opened.

    `on_disk` is what the own file held when it was last read or written here, None for no file;
    `is_kept` says that a copy of the opened file lies in `kept`.
    """

    def __init__(self, entry: Entry, data: bytes, usual_text: str, draft: Draft) -> None:
        self.entry = entry
        self.data = data
        self.text = _text_of(data)
        self.usual_text = usual_text
        self.draft = draft
        self.on_disk = data if entry.is_own else None
        self.is_kept = False


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
        data = entry.path.read_bytes()
        usual_path = self._usual_path(entry)
        usual = self._library.read(usual_path).routine if usual_path != entry.path else None
        if usual is None:
            return Editing(entry, data, _text_of(data), Draft.of(entry.routine))
        usual_text = _text_of(usual_path.read_bytes())
        return Editing(entry, data, usual_text, Draft.of(entry.routine, usual))

    def save(self, editing: Editing, draft: Draft) -> Saved:
        """Write the draft to the own file; raises OSError with nothing changed.

        A draft that is as usual again takes the own file of a bundled routine away; one without a
        step is not written at all. Raises ValueError for one that is too long to be read again.
        """
        entry = editing.entry
        path = self._folder / entry.path.name
        if not draft.routine.steps:
            return Saved(path)
        if not entry.is_own and not draft.is_changed:
            kept = self._keep_what_is_lost(path, editing, is_complete=True)
            path.unlink(missing_ok=True)
            editing.on_disk = None
            return Saved(path, kept)
        new, is_complete = self._text(editing, draft)
        original = self._original(entry.id)
        if entry.is_own and not entry.hides_bundled and not original.exists():
            write_atomically(original, editing.data)
        kept = self._keep_what_is_lost(path, editing, is_complete=is_complete)
        write_atomically(path, new)
        editing.on_disk = new
        return Saved(path, kept)

    def save_as(self, name: str, draft: Draft) -> Saved:
        """Write the draft as a new routine; raises OSError, and ValueError as `save` does."""
        path = free_path(self._folder / f"{file_id(name)}{SUFFIX}")
        if (self._library.bundled_folder / path.name).exists():
            path = free_path(path.with_name(f"my-{path.name}"))
        write_atomically(path, self._written(replace(draft.routine, name=name)))
        return Saved(path)

    def reset(self, entry: Entry) -> Saved | None:
        """Bring back the routine as it came; the customised file goes to `kept`. Raises OSError."""
        if not entry.is_own:
            return None
        if entry.hides_bundled:
            return Saved(entry.path, self._move_to_kept(entry.path))
        original = self._original(entry.id)
        if not original.is_file():
            return None
        kept = self._copy_to_kept(entry.path)
        original.replace(entry.path)
        return Saved(entry.path, kept, entry.path)

    def remove(self, entry: Entry) -> Saved:
        """Take an own routine out of the library; its file goes to `kept`. Raises OSError."""
        original = self._original(entry.id)
        kept = self._move_to_kept(entry.path)
        kept_original = self._move_to_kept(original) if original.is_file() else None
        return Saved(entry.path, kept, kept_original)

    def restore(self, saved: Saved) -> None:
        """Undo a reset or a removal: the kept file takes its old place again. Raises OSError.

        What has come into that place since then goes to `kept`.
        """
        if saved.kept is None:
            return
        original = self._original(saved.path.stem)
        if saved.original is not None and not original.exists():
            original.parent.mkdir(parents=True, exist_ok=True)
            saved.original.replace(original)
        if saved.path.exists():
            self._copy_to_kept(saved.path)
        saved.kept.replace(saved.path)

    def _text(self, editing: Editing, draft: Draft) -> tuple[bytes, bool]:
        """The new text, and whether it has all that the old one had; raises ValueError."""
        from hipstretch.storage.format.editor import NotEditable, edited, has_all_comments

        try:
            new = edited(editing.text, draft.current, editing.usual_text, draft.usual, draft.rows)
        except NotEditable:
            return self._written(draft.routine), False
        read = read_routine(new.encode(), editing.entry.id, self._library.exercises)
        if read.routine is not None and _say_same(read.routine, draft.routine):
            return new.encode(), has_all_comments(editing.text, new)
        return self._written(draft.routine), False

    def _written(self, routine: Routine) -> bytes:
        """A routine as a new text; raises ValueError where nobody could read it again."""
        text = write_routine(routine).encode()
        read = read_routine(text, routine.id, self._library.exercises)
        if read.routine is None:
            raise ValueError("; ".join(fault.message for fault in read.faults))
        return text

    def _keep_what_is_lost(self, path: Path, editing: Editing, *, is_complete: bool) -> Path | None:
        """Copy the file aside where comments are lost, or somebody changed it in the meantime."""
        if not path.exists():
            return None
        if path.read_bytes() != editing.on_disk:
            return self._copy_to_kept(path)
        if is_complete or editing.is_kept or not editing.entry.is_own:
            return None
        kept = self._free_kept(path)
        write_atomically(kept, editing.data)
        editing.is_kept = True
        return kept

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

    def _free_kept(self, path: Path) -> Path:
        """Where a file of this name can be put aside, in a folder that is there."""
        kept = free_path(self._folder / _KEPT / path.name)
        kept.parent.mkdir(parents=True, exist_ok=True)
        return kept

    def _copy_to_kept(self, path: Path) -> Path:
        """Put a copy aside; tells where."""
        kept = self._free_kept(path)
        write_atomically(kept, path.read_bytes())
        return kept

    def _move_to_kept(self, path: Path) -> Path:
        """Move a file aside; tells where."""
        kept = self._free_kept(path)
        path.replace(kept)
        return kept


def _text_of(data: bytes) -> str:
    """A file's text, with or without a byte order mark, its lines ended alike."""
    return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def _say_same(one: Routine, other: Routine) -> bool:
    """Whether two routines would be written alike; an exercise in full is called by its place."""
    plain, other_plain = (plain_routine(routine, written_out=False) for routine in (one, other))
    return plain == other_plain


def file_id(name: str) -> str:
    """A file's id from a routine's name: letters of any script, digits and hyphens."""
    plain = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[^\w]+", "-", plain).strip("-_")[:60] or "routine"
