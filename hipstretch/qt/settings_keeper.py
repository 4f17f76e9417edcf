"""The settings in force, saved as soon as they change."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hipstretch.core.person import Person
from hipstretch.core.settings import Settings
from hipstretch.storage.settings_file import SettingsFile


class SettingsKeeper(QObject):
    """Holds the settings and their file together.

    Signals:
        changed: `Settings`, other settings are in force.
        saving_failed: `str`, why they could not be written; they are in force all the same.
    """

    changed = Signal(object)
    saving_failed = Signal(str)

    def __init__(self, file: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._settings = file.load()

    @property
    def settings(self) -> Settings:
        """The settings in force."""
        return self._settings

    @property
    def problem(self) -> str:
        """What of the file could not be read, or nothing."""
        return self._file.problem

    def change(self, settings: Settings) -> None:
        """Put other settings in force and save them."""
        if settings == self._settings:
            return
        settings = settings.following(self._settings)
        self._settings = settings
        self.changed.emit(settings)
        try:
            self._file.save(settings)
        except OSError as error:
            self.saving_failed.emit(str(error))

    def change_person(self, person: Person) -> None:
        """Put in force what a page changed of the person."""
        settings = self._settings
        for name, value in (
            ("affected_side", person.affected),
            ("first_side", person.first_side),
            ("extra_rep", person.extra_rep),
            ("breath", person.breath),
            ("breathe_along", person.breathe_along),
        ):
            settings = settings.with_value(name, value)
        self.change(settings)
