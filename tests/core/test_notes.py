from __future__ import annotations

from hipstretch.core.notes import NOTHING_NOTED, Notes
from hipstretch.core.pain import Feeling, PainPlace


def test_at_first_nothing_is_known() -> None:
    """No number, no flare-up day, nothing that hurt."""
    assert Notes(Feeling(None, None), is_gentle=False, hurts=()) == NOTHING_NOTED


def test_a_number_leaves_the_place() -> None:
    """And may be told anew."""
    notes = Notes(Feeling(3, PainPlace.THIGH), is_gentle=True)
    assert notes.with_pain_before(5) == Notes(Feeling(5, PainPlace.THIGH), is_gentle=True)


def test_what_hurts_is_added_in_order() -> None:
    """By the history's own numbers."""
    assert NOTHING_NOTED.with_hurt(7).with_hurt(9).hurts == (7, 9)
