from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hipstretch.ui.pages.player_content import MainAction
from hipstretch.ui.pages.player_controls import PlayerControls
from hipstretch.ui.pages.player_layout import lay_out
from hipstretch.ui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


@pytest.fixture
def controls(qtbot: QtBot, theme: Theme) -> PlayerControls:
    """The row as at 1280x800."""
    controls = PlayerControls(theme)
    qtbot.addWidget(controls)
    controls.place(lay_out(1280, 800))
    return controls


def keys_of(controls: PlayerControls) -> list[str]:
    """The keys that are shown, with their words."""
    caps = controls.findChildren(KeyCap)
    return [cap.accessibleName() for cap in caps if cap.isVisibleTo(controls)]


def test_each_button_has_its_key_below(controls: PlayerControls) -> None:
    """Done has another one than Pause."""
    assert keys_of(controls) == ["H", "Back ←", "Space", "Skip →", "↑"]
    controls.set_main(MainAction.DONE)
    assert keys_of(controls) == ["H", "Back ←", "Skip →", "↑", "Enter"]


def test_one_column_has_no_keys(controls: PlayerControls) -> None:
    """The tooltips have them."""
    controls.place(lay_out(480, 800))
    controls.set_main(MainAction.DONE)
    assert keys_of(controls) == []
    assert controls.main.toolTip() == "Done (Enter)"
    assert "(H)" in controls.hurts.toolTip()
    controls.place(lay_out(1280, 800))
    assert "Enter" in keys_of(controls)


def test_the_large_button_says_what_it_does(controls: PlayerControls) -> None:
    """To the eye and to a screen reader."""
    for action in MainAction:
        controls.set_main(action)
        assert controls.main.label == controls.main.accessibleName() == action.name.capitalize()


def test_more_is_offered_where_there_is_a_time(controls: PlayerControls) -> None:
    """Else it is off."""
    controls.set_lengthening(False)
    assert not controls.more.isEnabled()
    controls.set_lengthening(True)
    assert controls.more.isEnabled()
