"""The figures on disk, read when needed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hipstretch.core.fault import Fault
from hipstretch.core.figure.figure import Figure
from hipstretch.storage.format.figure_reader import FigureFile, read_figure
from hipstretch.storage.format.reader import read_bytes
from hipstretch.storage.format.written_figure import is_written_out

SUFFIX = ".yaml"


class FigureShelf:
    """Figures by id from several folders, the first folder that has an id winning."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)
        self._files: dict[str, FigureFile] = {}

    def ids(self) -> tuple[str, ...]:
        """All ids in order, those of faulty files too."""
        found = {
            path.stem
            for folder in self._folders
            if folder.is_dir()
            for path in folder.iterdir()
            if path.suffix == SUFFIX and not path.name.startswith(".")
        }
        return tuple(sorted(found))

    def path(self, figure_id: str) -> Path:
        """The file of an id; raises KeyError where there is none."""
        for folder in self._folders:
            path = folder / f"{figure_id}{SUFFIX}"
            if path.is_file():
                return path
        raise KeyError(figure_id)

    def find(self, figure_id: str) -> Figure | None:
        """The figure of an id, or one that is written out; None where it is none or faulty."""
        try:
            return self.load(figure_id).figure
        except KeyError:
            return None

    def load(self, figure_id: str) -> FigureFile:
        """A figure's file, read once; raises KeyError where there is none."""
        if figure_id not in self._files:
            is_text = is_written_out(figure_id)
            self._files[figure_id] = (
                read_figure(figure_id.encode(), "") if is_text else self._read(self.path(figure_id))
            )
        return self._files[figure_id]

    def _read(self, path: Path) -> FigureFile:
        """Read a file."""
        try:
            data = read_bytes(path)
        except OSError as error:
            reason = f"the file cannot be read: {error.strerror or error}"
            return FigureFile(None, (Fault(1, 1, reason),))
        return read_figure(data, path.stem)
