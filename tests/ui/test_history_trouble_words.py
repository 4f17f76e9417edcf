from __future__ import annotations

import pytest

from hipstretch.storage.database import HistoryUnavailable
from hipstretch.storage.history_trouble import HistoryTrouble
from hipstretch.ui.history_trouble_words import (
    reason,
    words_set_aside,
    words_to_keep,
    words_to_see,
)


@pytest.mark.parametrize("trouble", HistoryTrouble)
def test_every_trouble_is_told_calmly_with_what_helps(trouble: HistoryTrouble) -> None:
    """A title, then what to do, and what works meanwhile."""
    words = words_to_see(trouble)
    assert words.title
    assert not words.title.endswith(".")
    assert words.text.endswith("You can stretch as usual; sessions cannot be saved until then.")
    assert "!" not in words.title + words.text


def test_a_history_that_can_be_seen_is_told_otherwise() -> None:
    """By what helps."""
    told = [words_to_keep(trouble) for trouble in (HistoryTrouble.READ_ONLY, HistoryTrouble.FULL)]
    assert {words.title for words in told} == {"New sessions cannot be saved now"}
    assert "Allow writing" in told[0].text
    assert "Make some room" in told[1].text
    assert words_set_aside().title == "A new history has begun"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (HistoryUnavailable("long", HistoryTrouble.FULL), "The disk is full."),
        (HistoryUnavailable("long", HistoryTrouble.REFUSED), "The history cannot be opened."),
        (OSError(28, "No space left on device", "file"), "No space left on device."),
        (OSError("just words"), "just words"),
        (ValueError("a defect"), "a defect"),
    ],
)
def test_a_reason_is_one_sentence(error: Exception, told: str) -> None:
    """Without paths and numbers where they are not needed."""
    assert reason(error) == told
