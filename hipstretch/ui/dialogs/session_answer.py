"""What the person wants with a session that they looked at."""

from __future__ import annotations

from enum import StrEnum


class SessionAnswer(StrEnum):
    """What is to be done with a session."""

    AGAIN = "again"
    DELETE = "delete"
