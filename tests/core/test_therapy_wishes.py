from __future__ import annotations

from hipstretch.core.therapy import Kind, Means, Place
from hipstretch.core.therapy_wishes import Chosen


def test_the_articles_lengths_are_chosen_at_first() -> None:
    """For the right hip, with a pack and a pad."""
    chosen = Chosen()
    assert chosen.place is Place.RIGHT_HIP
    assert [chosen.minutes(kind) for kind in Kind] == [20, 30]
    assert [chosen.means(kind) for kind in Kind] == [Means.PACK, Means.PAD]


def test_each_kind_has_a_length_of_its_own() -> None:
    """And ice its pack, whatever heat is done with."""
    chosen = Chosen(heat_means=Means.BATH).with_minutes(Kind.ICE, 10).with_minutes(Kind.HEAT, 15)
    assert [chosen.minutes(kind) for kind in Kind] == [10, 15]
    assert [chosen.means(kind) for kind in Kind] == [Means.PACK, Means.BATH]
