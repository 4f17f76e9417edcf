from __future__ import annotations

from datetime import datetime, timedelta, timezone

from hipstretch.core.breaks import Now
from hipstretch.core.therapy import Kind, Means, Outcome, Over, Place, Therapy, Treatment
from hipstretch.core.therapy_day import Kept, TherapyRecord, therapy_record

BERLIN = timezone(timedelta(hours=2))
ICE = Treatment("a", Kind.ICE, Place.LEFT_HIP, Means.PACK, 1200.0, 5000.0, checks=3, fine=2)
TEN = datetime(2026, 7, 3, 10, tzinfo=BERLIN)


def test_a_record_tells_when_it_began_and_ended_in_the_persons_own_time() -> None:
    """However long ago it is that it ended."""
    over = Over(ICE, Outcome.FINISHED, 1200.0)
    assert therapy_record(over, Now(5000.0 + 3600.0, TEN)) == TherapyRecord(
        "a",
        Kind.ICE,
        Place.LEFT_HIP,
        Means.PACK,
        datetime(2026, 7, 3, 9, tzinfo=BERLIN),
        datetime(2026, 7, 3, 9, 20, tzinfo=BERLIN),
        1200.0,
        1200.0,
        Outcome.FINISHED,
        3,
        2,
    )


def test_a_record_of_one_that_was_stopped_has_the_seconds_that_it_had() -> None:
    """Beside those that it was to have."""
    record = therapy_record(Over(ICE, Outcome.STOPPED, 90.0), Now(5090.0, TEN))
    assert (record.planned, record.seconds, record.outcome) == (1200.0, 90.0, Outcome.STOPPED)
    assert (record.began_at, record.ended_at) == (TEN - timedelta(seconds=90), TEN)


def test_usually_every_record_is_in_the_history() -> None:
    """Nothing waits for it."""
    assert Kept(Therapy(7200.0)).unlogged == ()
