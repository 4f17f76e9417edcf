from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.core.settings import Appearance
from hipstretch.ui.pages.player_content import HeaderContent
from hipstretch.ui.pages.player_header import PlayerHeader
from hipstretch.ui.pages.player_layout import lay_out

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def header(qtbot: QtBot, theme: Theme) -> PlayerHeader:
    """The row as at 1280x800."""
    header = PlayerHeader(theme)
    qtbot.addWidget(header)
    header.place(lay_out(1280, 800))
    return header


def test_the_buttons_stand_at_the_ends(header: PlayerHeader) -> None:
    """Round, 52 px."""
    close = header.close_button.visible_rect().translated(header.close_button.pos())
    full = header.full_screen.visible_rect().translated(header.full_screen.pos())
    assert (header.x() + close.x(), close.width(), close.height()) == (40, 52, 52)
    assert header.x() + full.right() == 1240


def test_the_progress_keeps_its_width_through_a_session(header: PlayerHeader) -> None:
    """Whatever number and time stand beside it."""
    widths = set()
    for number, minutes in ((1, 12), (9, 8), (10, 1)):
        content = HeaderContent(f"{number} of 10", 10, f"{minutes} min left")
        header.set_content(content)
        widths.add(header.segments.width())
    assert len(widths) == 1
    assert header.accessibleName() == "10 of 10, 1 min left"


@pytest.mark.parametrize("width", [1280, 900, 480, 420])
def test_there_is_room_for_the_progress_with_large_text(
    header: PlayerHeader, theme: Theme, width: int
) -> None:
    """Between close and the texts."""
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    header.place(lay_out(width, 800, 1.3))
    header.set_content(HeaderContent("10 of 12", 12, "45 min left"))
    assert header.segments.width() >= 80
    assert header.segments.geometry().right() < header._texts_left
    header.grab()
