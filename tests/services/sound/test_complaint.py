from __future__ import annotations

import logging

import pytest

from hipstretch.core.ports import Trouble
from hipstretch.services.sound.complaint import Complaint


def test_a_trouble_is_reported_once(caplog: pytest.LogCaptureFixture) -> None:
    """However often it is met; the first reason is in the log."""
    reported: list[Trouble] = []
    complaint = Complaint(Trouble.NO_SOUND_DEVICE, reported.append)

    with caplog.at_level(logging.WARNING):
        complaint.met("unplugged")
        complaint.met("still unplugged")

    assert reported == [Trouble.NO_SOUND_DEVICE]
    assert caplog.messages == ["no-sound-device: unplugged"]


def test_it_is_reported_again_when_all_was_well_in_between() -> None:
    """Whoever heard something has to be told that it is gone."""
    reported: list[Trouble] = []
    complaint = Complaint(Trouble.NO_SOUND_DEVICE, reported.append)

    complaint.over()
    assert reported == []
    complaint.met("unplugged")
    complaint.over()
    complaint.met("unplugged")

    assert reported == [Trouble.NO_SOUND_DEVICE] * 2
