from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.ports import Voice
from hipstretch.services.speech.voices import chosen, from_espeak, from_speechd, of_language, tag

TAGS = st.sampled_from(["en-GB", "en", "en-US", "en-gb-scotland", "en_029", "de", "de-DE", "EN-gb"])
VOICES = st.lists(st.builds(Voice, st.text(max_size=3), TAGS), max_size=12)
SPEECHD = [
    "Afrikaans\taf\tnone",
    "English (America)\ten-US\tnone",
    "English (America)+Robosoft\ten-US\tRobosoft",
    "English (Great Britain)\ten-GB\tnone",
    "English (Great Britain)+Adam\ten-GB\tAdam",
    "English (Scotland)\ten-GB-SCOTLAND\tnone",
    "kal16\ten\tnone",
]
ESPEAK = """\
Pty Language       Age/Gender VoiceName          File                 Other Languages
 2  en-gb           --/M      English_(Great_Britain) gmw/en               (en 2)
 3  en-uk           --/M      english-mb-en1     mb/mb-en1            (en-gb 3)(en 2)
 2  en-us           --/M      English_(America)  gmw/en-US            (en 3)
 5  variant         --/M      Storm              !v/Storm             (en-us 5)
"""


@pytest.mark.parametrize(
    ("written", "usual"),
    [
        ("en_gb", "en-GB"),
        ("EN", "en"),
        ("en-GB-SCOTLAND", "en-GB-scotland"),
        ("en-gb-x-rp", "en-GB-x-rp"),
        ("en-029", "en-029"),
    ],
)
def test_a_tag_is_spelt_as_usual(written: str, usual: str) -> None:
    """Every engine spells languages in its own way."""
    assert tag(written) == usual


def test_voices_with_manners_are_left_out() -> None:
    """espeak-ng offers each voice a hundred times over."""
    names = [voice.name for voice in from_speechd(SPEECHD)]

    assert names == [
        "Afrikaans",
        "English (America)",
        "English (Great Britain)",
        "English (Scotland)",
        "kal16",
    ]


def test_columns_may_be_parted_by_spaces() -> None:
    """So the protocol's description has them; a line that is neither is no voice."""
    assert from_speechd(["en rhotic en none", "lost"]) == [Voice("en rhotic", "en")]


def test_the_own_country_comes_first_and_other_languages_not_at_all() -> None:
    """Then who speaks for no country, then dialects, then other countries."""
    found = of_language(from_speechd(SPEECHD), "en-GB")

    assert found == (
        Voice("English (Great Britain)", "en-GB"),
        Voice("kal16", "en"),
        Voice("English (Scotland)", "en-GB-scotland"),
        Voice("English (America)", "en-US"),
    )


@settings(deadline=None)
@given(VOICES, TAGS)
def test_only_the_language_is_spoken_and_each_name_is_offered_once(
    voices: list[Voice], language: str
) -> None:
    """Whatever an engine lists."""
    found = of_language(voices, language)

    names = [voice.name for voice in found]
    assert len(set(names)) == len(names)
    assert {tag(voice.language)[:2] for voice in found} <= {tag(language)[:2]}
    assert {v.name for v in voices if tag(v.language)[:2] == tag(language)[:2]} == set(names)


@settings(deadline=None)
@given(VOICES, TAGS)
def test_an_exact_voice_is_never_passed_over(voices: list[Voice], language: str) -> None:
    """If there is one of the very country, the first is of it."""
    by_name: dict[str, Voice] = {}
    for voice in voices:
        if tag(voice.language)[:2] == tag(language)[:2]:
            by_name.setdefault(voice.name, voice)
    found = of_language(voices, language)

    if any(tag(voice.language) == tag(language) for voice in by_name.values()):
        assert found[0].language == tag(language)


def test_espeak_names_its_voices_with_blanks() -> None:
    """It prints them without; what cannot be spoken with is left out."""
    found = of_language(from_espeak(ESPEAK), "en-GB")

    assert found == (
        Voice("English (Great Britain)", "en-GB"),
        Voice("English (America)", "en-US"),
    )


def test_a_listing_of_nothing_has_no_voices() -> None:
    """So it is where the data of espeak-ng is not installed."""
    assert from_espeak("") == []


def test_an_unknown_name_is_the_languages_own_voice() -> None:
    """The settings may come from another machine."""
    voices = of_language(from_speechd(SPEECHD), "en-GB")

    assert chosen(voices, "kal16") == Voice("kal16", "en")
    assert chosen(voices, "Hazel") == voices[0]
    assert chosen(voices, "") == voices[0]
    assert chosen((), "kal16") is None
