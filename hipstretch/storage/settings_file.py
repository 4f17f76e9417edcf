"""The settings in a JSON file; what it cannot read it neither uses nor overwrites."""

from __future__ import annotations

import json
from pathlib import Path

from hipstretch.core.settings import Settings
from hipstretch.storage.files import set_aside, write_atomically


class SettingsFile:
    """Loads and saves the settings.

    Values of a newer program stay in the file. A value out of bounds counts as its default. A file
    that is no JSON is set aside before the first save, and `problem` says so.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, object] = {}
        self.problem = ""

    def load(self) -> Settings:
        """The settings of the file, with defaults for what is missing or out of bounds."""
        self._values = self._read()
        settings = Settings()
        for name in settings.as_dict().keys() & self._values.keys():
            try:
                settings = settings.with_value(name, self._values[name])
            except ValueError as error:
                self.problem = f"{self._path}: {name}: {error}"
        return settings

    def save(self, settings: Settings) -> None:
        """Write the settings; raises OSError with the old file untouched."""
        if self._path.exists() and not self._values:
            self._values = self._read()
            if self.problem:
                set_aside(self._path)
        self._values = {**self._values, **settings.as_dict()}
        write_atomically(self._path, json.dumps(self._values, indent=2) + "\n")

    def _read(self) -> dict[str, object]:
        """The values of the file; none where there is none or it is no JSON object."""
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, RecursionError) as error:
            self.problem = f"{self._path}: {error}"
            return {}
        if isinstance(values, dict):
            return values
        self.problem = f"{self._path}: expected an object with settings"
        return {}
