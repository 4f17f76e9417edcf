from __future__ import annotations

from hipstretch.ui import therapy_notes
from tests.core.therapy_moments import heat, ice, missed, rested, shown, therapy

RUNNING = shown(therapy(ice(439))).ice
CHECKING = shown(therapy(ice(612, checks=2, fine=1))).ice
RINGING = shown(therapy(ice(1265))).ice
MISSED = shown(missed(740)).ice


def test_a_command_is_told_what_is_left() -> None:
    """Of both, and what is wanted."""
    assert therapy_notes.status(shown(therapy())) == ""
    both = shown(therapy(ice(439), heat(1501)))
    assert therapy_notes.status(both) == "Ice, 12:41 left. Heat, 4:59 left"
    assert therapy_notes.status_of(CHECKING) == "Ice, 9:48 left: look at your skin"
    assert therapy_notes.status_of(RINGING) == "Ice is over: take it off"


def test_the_menu_tells_what_ended_too() -> None:
    """To the second while it runs."""
    words = [therapy_notes.note_line(card) for card in (RUNNING, CHECKING, RINGING, MISSED)]
    assert words == [
        "Ice, 12:41 left",
        "Ice, 9:48 left: look at your skin",
        "Ice is over: take it off",
        "Ice ended 12 min ago",
    ]
    assert therapy_notes.notes(shown(missed(740))) == "Ice ended 12 min ago"
    assert therapy_notes.notes(shown(rested(1500))) == ""


def test_words_that_stay_for_a_minute_have_no_seconds() -> None:
    """And none that would be wrong when nobody looks again."""
    words = [therapy_notes.lasting_line(card) for card in (RUNNING, CHECKING, RINGING, MISSED)]
    assert words == [
        "Ice, 13 min left",
        "Ice: look at your skin",
        "Ice is over: take it off",
        "Ice ended at 13:54",
    ]
    both = shown(therapy(ice(439), heat(1501)))
    assert therapy_notes.lasting_notes(both) == "Ice, 13 min left. Heat, 5 min left"


def test_who_quits_is_told_what_runs() -> None:
    """And what to do about it."""
    assert therapy_notes.under_way([RUNNING]) == "Ice is still running"
    assert therapy_notes.stop_and_quit([RUNNING]) == "Stop ice and quit"
    assert "The time goes on" in therapy_notes.quit_line([RUNNING])
    assert therapy_notes.under_way([RINGING]) == "Take the ice off now"
    assert therapy_notes.stop_and_quit([RINGING]) == "It is off, quit"
    assert "nothing rings" in therapy_notes.quit_line([RINGING])
    both = shown(therapy(ice(1300), heat(10))).under_way
    assert therapy_notes.under_way(both) == "Ice and heat are still running"
    assert therapy_notes.stop_and_quit(both) == "Stop both and quit"
    assert "The time goes on" in therapy_notes.quit_line(both)
