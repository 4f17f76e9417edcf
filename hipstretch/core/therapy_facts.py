"""Ice and heat at a moment as facts for other programs: plain words, seconds, and ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping

from hipstretch.core.therapy import Kind
from hipstretch.core.therapy_view import CardView, TherapyView


def therapy_facts(view: TherapyView | None) -> dict[str, object]:
    """Each kind with what runs, rings, or ended while nobody answered; None where nothing does.

    `view` is None where nobody has asked for ice or heat yet.
    """
    cards = () if view is None else view.noted
    facts: dict[str, object] = dict.fromkeys(kind.value for kind in Kind)
    return facts | {card.kind.value: _facts(card) for card in cards}


def _facts(card: CardView) -> Mapping[str, object]:
    """One treatment: `over` are the seconds since its end, `check_in` those to the skin check."""
    return {
        "state": card.state.value,
        "place": card.place.value,
        "means": card.means.value,
        "seconds": round(card.seconds),
        "left": card.seconds_left,
        "over": int(card.over),
        "check_in": None if card.check_in is None else round(card.check_in),
        "ends_at": None if card.ended_at is None else card.ended_at.isoformat(),
    }
