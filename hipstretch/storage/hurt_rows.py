"""Hurts as rows of the history, and back."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from hipstretch.core.pain import Hurt, Remedy
from hipstretch.core.person import Side

if TYPE_CHECKING:
    import sqlite3

HURT_COLUMNS = "exercise, stretch, side, at, pain, spreads, remedy, id"


def write_hurt(database: sqlite3.Connection, hurt: Hurt, session: int | None = None) -> int:
    """Write what hurt; returns its id, a new one where it has none."""
    cursor = database.execute(
        "INSERT INTO hurt VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            hurt.id or None,
            session,
            hurt.at.date().isoformat(),
            hurt.at.isoformat(),
            hurt.exercise,
            hurt.stretch,
            hurt.side,
            hurt.pain,
            int(hurt.spreads),
            hurt.remedy,
        ),
    )
    return int(cursor.lastrowid or 0)


def hurt_of(
    exercise: str,
    stretch: str,
    side: str,
    at: str,
    pain: int | None,
    spreads: int,
    remedy: str,
    hurt: int,
) -> Hurt:
    """The hurt of a row of `HURT_COLUMNS`."""
    moment = datetime.fromisoformat(at)
    return Hurt(exercise, stretch, Side(side), moment, pain, bool(spreads), Remedy(remedy), hurt)
