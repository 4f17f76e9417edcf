from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from hipstretch.ui.widgets.edge_fade import EdgeFade

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_it_fades_into_the_ground_that_it_lies_on(qtbot: QtBot, theme: Theme) -> None:
    """Clear at the top, the ground's colour at the foot."""
    holder = QWidget()
    qtbot.addWidget(holder)
    fade = EdgeFade(theme, holder, ground="surface")
    fade.resize(10, 40)
    picture = fade.grab().toImage()
    assert picture.pixelColor(5, 39).name() == theme.palette.surface.name()
