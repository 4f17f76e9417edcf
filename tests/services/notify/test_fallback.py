from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch.core.ports import Notice
from hipstretch.services.notify import create
from hipstretch.services.notify.fallback import FallbackNotifier

ASK = Notice("Time to get up", "30 minutes", (("up", "I’m up"),))


def test_the_words_are_handed_on_without_buttons() -> None:
    """To who can show them."""
    shown: list[Notice] = []
    notifier = FallbackNotifier(shown.append)
    notifier.show(ASK, pytest.fail)
    notifier.withdraw()
    notifier.close()
    assert shown == [ASK]
    assert not notifier.can_ask
    assert notifier.name == "tray"


def test_where_nobody_can_nothing_is_shown() -> None:
    """And that can be read."""
    notifier = FallbackNotifier(None)
    notifier.show(ASK, pytest.fail)
    assert notifier.name == "none"


def test_another_system_has_no_buttons(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its tray shows the words."""
    monkeypatch.setattr("sys.platform", "win32")
    assert create(Path("/app.svg"), list[Notice]().append).name == "tray"
