from __future__ import annotations

from typing import TYPE_CHECKING

from hipstretch.core.settings import Appearance
from hipstretch.ui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from hipstretch.ui.theme import Theme


def test_a_word_makes_it_wider(qtbot: QtBot, theme: Theme) -> None:
    """The word stands beside the key."""
    key, both = KeyCap(theme, "H"), KeyCap(theme, "→", "Skip")
    qtbot.addWidget(key)
    qtbot.addWidget(both)
    assert key.sizeHint().width() == 24
    assert both.sizeHint().width() > 50


def test_a_long_key_has_room_for_its_sign(qtbot: QtBot, theme: Theme) -> None:
    """The space bar is wider than a letter."""
    key = KeyCap(theme, "Space")
    qtbot.addWidget(key)
    assert key.sizeHint().width() > 40


def test_it_grows_with_the_text_and_the_player(qtbot: QtBot, theme: Theme) -> None:
    """Nothing is cut at 130 % text in a large window."""
    key = KeyCap(theme, "→", "Skip")
    qtbot.addWidget(key)
    before = key.sizeHint()
    theme.set_look(Appearance.LIGHT, text_scale=1.3)
    key.set_scale(2)
    assert key.sizeHint().height() == 52
    assert key.sizeHint().width() > 2 * before.width()


def test_it_says_key_and_word(qtbot: QtBot, theme: Theme) -> None:
    """A screen reader can tell what the key does."""
    key = KeyCap(theme, "→", "Skip")
    qtbot.addWidget(key)
    assert key.accessibleName() == "Skip →"
    assert not key.grab().isNull()
