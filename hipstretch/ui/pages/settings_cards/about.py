"""The card of what this is and what it is not."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hipstretch.ui.theme import Theme
from hipstretch.ui.widgets.card_panel import CardPanel
from hipstretch.ui.widgets.setting_row import SettingRow


class AboutCard(CardPanel):
    """Version, licence, and that it is not medical advice."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, QCoreApplication.translate("Settings", "About"), parent)
        self.version_row = SettingRow(theme, self.tr("HipStretch"))
        self.add_row(self.version_row)
        free = self.tr("Free software under the MIT licence.")
        self.add_row(SettingRow(theme, self.tr("Licence"), free))
        advice = self.tr("HipStretch is not medical advice. Ask a clinician when you are unsure.")
        self.add_row(SettingRow(theme, self.tr("Take care"), advice))

    def set_version(self, version: str) -> None:
        """Show which version this is."""
        self.version_row.set_line(self.tr("Version {version}").format(version=version))
