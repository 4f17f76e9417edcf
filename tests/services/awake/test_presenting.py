from __future__ import annotations

import logging
import sys

import pytest

from hipstretch.services.awake.presenting import presenting


def test_a_machine_that_can_be_kept_awake_is_asked_in_silence(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The mode is entered and left."""
    monkeypatch.setenv("WAKEPY_FAKE_SUCCESS", "1")
    caplog.set_level(logging.INFO, "hipstretch")

    with presenting() as mode:
        is_active = mode.active  # type: ignore[attr-defined] # wakepy's own

    assert is_active
    assert caplog.messages == []


@pytest.mark.parametrize("platform", [sys.platform, "win32"])
def test_a_machine_that_cannot_is_noted_once(
    platform: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """There is no warning and no error, and leaving the mode does no harm."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setenv("WAKEPY_FORCE_FAILURE", "1")
    caplog.set_level(logging.INFO, "hipstretch")

    with presenting() as mode:
        is_active = mode.active  # type: ignore[attr-defined] # wakepy's own

    assert not is_active
    (record,) = caplog.records
    assert record.levelno == logging.INFO
    assert record.message.startswith("the screen may go dark: ")
