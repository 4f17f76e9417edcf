from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from hipstretch.core.spoken_words import (
    capitalised,
    counted,
    duration_words,
    held_words,
    number_words,
    sentences,
    speakable,
)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (1, "one"),
        (19, "nineteen"),
        (20, "twenty"),
        (21, "twenty-one"),
        (90, "ninety"),
        (99, "ninety-nine"),
        (100, "100"),
        (240, "240"),
    ],
)
def test_numbers_in_words(number: int, words: str) -> None:
    """Up to ninety-nine; nobody counts further on a mat."""
    assert number_words(number) == words


def test_every_number_has_its_own_words() -> None:
    """None is left out and none comes twice."""
    assert len({number_words(number) for number in range(300)}) == 300


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "one second"),
        (1.0, "one second"),
        (7.6, "eight seconds"),
        (30.0, "thirty seconds"),
        (60.0, "one minute"),
        (75.0, "seventy-five seconds"),
        (90.0, "one and a half minutes"),
        (100.0, "one minute and forty seconds"),
        (120.0, "two minutes"),
        (121.0, "two minutes and one second"),
        (150.0, "two and a half minutes"),
        (1800.0, "thirty minutes"),
    ],
)
def test_times_in_words(seconds: float, words: str) -> None:
    """Short ones in seconds, long ones in minutes, as one says them."""
    assert duration_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "breath", "words"),
    [
        (30.0, 6.0, "five breaths"),
        (6.0, 6.0, "one breath"),
        (65.1, 2.1, "thirty-one breaths"),
        (30.0, 7.0, "thirty seconds"),
        (2.0, 6.0, "two seconds"),
        (30.0, None, "thirty seconds"),
    ],
)
def test_a_hold_in_whole_breaths_is_told_in_breaths(
    seconds: float, breath: float | None, words: str
) -> None:
    """Where it is breathed through; else by the clock."""
    assert held_words(seconds, breath) == words


def test_one_thing_and_many() -> None:
    """The word follows the number."""
    assert [counted(number, "breath") for number in (1, 2)] == ["one breath", "two breaths"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Only as far as is comfortable.", "Only as far as is comfortable."),
        ("Don't press", "Don't press."),
        ("Gently!", "Gently!"),
        ("About 3 s each way.", "About three seconds each way."),
        ("Hold 20-30 s", "Hold twenty to thirty seconds."),
        ("Hold for 1 min 30 s", "Hold for one minute thirty seconds."),
        ("Lift it 1.5 cm", "Lift it 1.5 centimetres."),
        ("Hold for 100 s", "Hold for 100 seconds."),
        ("At L4/L5, 2.", "At L4 L5, two."),
        ("3x a day", "three times a day."),
        ("3 × a day", "three times a day."),
        ("Go 1/2 of the way", "Go half of the way."),
        ("Stop at pain 4/10", "Stop at pain four of ten."),
        ("Bend it to 90°", "Bend it to ninety degrees."),
        ("At 50 % of your strength", "At fifty percent of your strength."),
        ("Left/right in turn", "Left or right in turn."),
        ("Breathe in & out", "Breathe in and out."),
        ("~5 times", "about five times."),
        ("With a strap, e.g. a belt", "With a strap, for example a belt."),
        ("The sore side, i.e. the left", "The sore side, that is the left."),
        ("Slowly - as always", "Slowly, as always."),
        ("Two\nlines\tand  gaps ", "Two lines and gaps."),
        ("<b>Gently</b>, **always**", "Gently, always."),
        ("See https://example.org/a?b=c for more", "See for more."),
        ("{side} [[noise]] `code` $x", "side noise code x."),
        ("- Slowly,", "Slowly."),
        ("* * *", ""),
        ("...", ""),
        ("", ""),
    ],
)
def test_what_a_voice_would_misread_is_put_in_words(text: str, said: str) -> None:
    """Units, ranges, fractions and markup; a sentence ends with a stop."""
    assert speakable(text) == said


@example("30 s").via("a unit at the end")
@given(st.text())
def test_any_text_becomes_one_clean_line(text: str) -> None:
    """No markup, no control characters, and an end; or nothing."""
    said = speakable(text)
    assert not set("{}[]<>*_#`|\\@$^=~/&+%\n\r\t\x00\x1b") & set(said)
    assert said == "" or said[-1] in ".!?"
    assert said == said.strip()
    assert "  " not in said


def test_sentences_are_told_apart() -> None:
    """A number's point ends none."""
    assert sentences("Lift it 1.5 cm. Breathe! Is it easy?") == [
        *("Lift it 1.5 cm.", "Breathe!", "Is it easy?")
    ]


def test_a_capital_begins_a_sentence() -> None:
    """The rest stays as it is."""
    assert [capitalised(text) for text in ("right leg.", "")] == ["Right leg.", ""]
