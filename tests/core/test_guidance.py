from __future__ import annotations

import pytest

from hipstretch.core import guidance
from hipstretch.core.guidance import CONFLICTS, RESTS

TREATMENTS = (*guidance.BY_YOURSELF, *guidance.BY_HAND, *guidance.MEDICINES)
SAID = [
    *((rest.words, rest.source) for rest in RESTS),
    *guidance.RESTING,
    *guidance.HABITS,
    *((one.words, one.source) for one in TREATMENTS),
    *((one.differing, one.source) for one in CONFLICTS),
    *((one.settled, one.source) for one in CONFLICTS),
]


@pytest.mark.parametrize(("words", "source"), SAID)
def test_every_line_is_a_short_sentence_with_its_source(words: str, source: str) -> None:
    """Calm, and without a promise."""
    assert source.strip()
    assert words.endswith(".")
    assert len(words) <= 120
    for loud in ("!", "cure", "heal", "recommend", "guarantee", "you should"):
        assert loud not in words.lower()


def test_the_positions_are_those_of_the_articles() -> None:
    """Each with a figure."""
    assert [rest.picture.figure for rest in RESTS] == [
        "chair-rest",
        "rest-on-back",
        "reclined-rest",
    ]


@pytest.mark.parametrize(
    "named",
    [
        "CBN",
        "ibuprofen",
        "naproxen",
        "Paracetamol",
        "Muscle relaxants",
        "stronger anti-inflammatory",
        "anti-seizure",
        "Gabapentin",
        "pregabalin",
        "Tricyclic",
        "injections",
        "Surgery",
        "Physiotherapy",
        "Manual therapy",
        "Massage",
        "Acupuncture",
        "Chiropractic",
        "Shockwave",
        "decompression",
        "cold laser",
        "Fish",
        "Mindfulness",
        "yoga",
    ],
)
def test_everything_that_the_articles_name_is_there_once(named: str) -> None:
    """Neutrally, under its common name."""
    assert sum(named in one.name for one in TREATMENTS) == 1


def test_medicines_lead_to_somebody_who_knows() -> None:
    """A pharmacist or a doctor, or it is said what is not proven."""
    for one in guidance.MEDICINES:
        words = one.words.lower()
        known = ("pharmacist", "doctor", "prescription", "not proven", "last resort")
        assert any(word in words for word in known)
    assert "advised" in guidance.TREATMENTS_LEAD


def test_every_difference_between_the_articles_is_settled() -> None:
    """Ice, heat, bladder, rest, holds, names and pressing."""
    assert len(CONFLICTS) == 7
    assert len({one.topic for one in CONFLICTS}) == 7
    (bladder,) = (one for one in CONFLICTS if "Bladder" in one.topic)
    assert "emergency" in bladder.settled


def test_what_is_said_of_the_timer_is_what_it_does() -> None:
    """Its lengths and bounds."""
    from hipstretch.core.treatment import GENTLER_MINUTES, MINUTES_BOUNDS, USUAL_MINUTES, Kind

    for kind, conflict in zip((Kind.ICE, Kind.HEAT), CONFLICTS, strict=False):
        assert USUAL_MINUTES[kind] == MINUTES_BOUNDS[kind][1]
        assert f"begins with {USUAL_MINUTES[kind]}" in conflict.settled
        assert f"{GENTLER_MINUTES[kind]} is one press away" in " ".join(conflict.settled.split())
