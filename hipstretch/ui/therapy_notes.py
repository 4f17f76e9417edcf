"""What is told of ice and heat away from their page: tray, command line, chip, and who quits."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from hipstretch.core.therapy_view import CardState, CardView, TherapyView
from hipstretch.ui.break_words import clock_word
from hipstretch.ui.therapy_words import (
    ended,
    kind_inside,
    kind_word,
    minutes_word,
    take_off,
    taken_off,
)
from hipstretch.ui.words import clock

translate = QCoreApplication.translate


def status(view: TherapyView) -> str:
    """What a command is answered: "Ice, 12:41 left"; empty where nothing is under way."""
    return translate("Therapy", ". ").join(status_of(card) for card in view.under_way)


def status_of(card: CardView) -> str:
    """One that is under way: "Ice, 12:41 left", "Ice: look at your skin"."""
    words = {
        CardState.CHECKING: translate("Therapy", "{kind}, {time} left: look at your skin"),
        CardState.RINGING: translate("Therapy", "{kind} is over: take it off"),
    }.get(card.state, translate("Therapy", "{kind}, {time} left"))
    return words.format(kind=kind_word(card.kind), time=clock(card.seconds_left))


def under_way(cards: Sequence[CardView]) -> str:
    """That something runs or rings: "Ice is still running"."""
    if len(cards) > 1:
        return translate("Therapy", "Ice and heat are still running")
    (card,) = cards
    if card.state is CardState.RINGING:
        return take_off(card)
    return translate("Therapy", "{kind} is still running").format(kind=kind_word(card.kind))


def stop_and_quit(cards: Sequence[CardView]) -> str:
    """What stops it and ends the program: "Stop ice and quit"."""
    if len(cards) > 1:
        return translate("Therapy", "Stop both and quit")
    (card,) = cards
    if card.state is CardState.RINGING:
        return translate("Therapy", "{answer}, quit").format(answer=taken_off(card))
    return translate("Therapy", "Stop {kind} and quit").format(kind=kind_inside(card.kind))


def quit_line(cards: Sequence[CardView]) -> str:
    """What happens without the program."""
    if all(card.state is CardState.RINGING for card in cards):
        return translate(
            "Therapy", "Without HipStretch nothing rings. Take it off, then look at your skin."
        )
    return translate(
        "Therapy",
        "The time goes on without HipStretch, but nothing tells you about your skin or the end. "
        "Start it again to see what is left.",
    )


def note_line(card: CardView) -> str:
    """What is told of one in the tray's menu: "Ice, 12:41 left", "Ice ended 12 min ago"."""
    return ended(card) if card.state is CardState.MISSED else status_of(card)


def lasting_line(card: CardView) -> str:
    """The same in words that stay true for a minute: "Ice, 13 min left", "Ice ended at 14:05"."""
    if card.state is CardState.RUNNING:
        words = translate("Therapy", "{kind}, {time} left")
        return words.format(kind=kind_word(card.kind), time=minutes_word(card.left))
    if card.state is CardState.CHECKING:
        words = translate("Therapy", "{kind}: look at your skin")
        return words.format(kind=kind_word(card.kind))
    if card.state is CardState.MISSED and card.ended_at is not None:
        words = translate("Therapy", "{kind} ended at {time}")
        return words.format(kind=kind_word(card.kind), time=clock_word(card.ended_at))
    return note_line(card)


def notes(view: TherapyView) -> str:
    """What `hipstretch status` says; empty where there is nothing to tell."""
    return translate("Therapy", ". ").join(note_line(card) for card in view.noted)


def lasting_notes(view: TherapyView) -> str:
    """What the icon in the tray says; empty where there is nothing to tell."""
    return translate("Therapy", ". ").join(lasting_line(card) for card in view.noted)
