from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from hipstretch.core.ports import Trouble, Voice
from hipstretch.core.settings import Pace

pytest.importorskip("PySide6.QtTextToSpeech", exc_type=ImportError)

from PySide6.QtTextToSpeech import QTextToSpeech

from hipstretch.services.speech.native import RATES, NativeSpeaker
from tests.services.speech.conftest import Wait

BRITONS = (Voice("Bob", "en-GB"), Voice("Anne", "en-GB"))


@pytest.fixture
def reported(qapp: QCoreApplication) -> list[Trouble]:
    """What was reported."""
    del qapp
    return []


@pytest.fixture
def speaker(reported: list[Trouble]) -> Iterator[NativeSpeaker]:
    """A speaker with the engine that Qt has for tests: it speaks in silence, word by word."""
    made = NativeSpeaker("en-GB", reported.append, "mock")
    yield made
    made.close()


def engine(speaker: NativeSpeaker) -> QTextToSpeech:
    """Qt's engine behind a speaker."""
    return speaker._speech


def test_it_speaks_until_the_phrase_is_over(speaker: NativeSpeaker, wait: Wait) -> None:
    """The engine does it beside the window."""
    speaker.say("Hold it.")
    assert engine(speaker).state() is QTextToSpeech.State.Speaking

    wait(lambda: engine(speaker).state() is QTextToSpeech.State.Ready)


def test_a_phrase_takes_the_place_of_another_and_stop_ends_it(speaker: NativeSpeaker) -> None:
    """At once, and a phrase of nothing too."""
    speaker.say("Hold it for thirty seconds.")
    speaker.say("Rest.")
    assert engine(speaker).state() is QTextToSpeech.State.Speaking

    speaker.stop()
    assert engine(speaker).state() is QTextToSpeech.State.Ready

    speaker.say("Rest.")
    speaker.say(" ")
    assert engine(speaker).state() is QTextToSpeech.State.Ready


def test_it_speaks_the_language_with_its_own_voice(speaker: NativeSpeaker) -> None:
    """Not the one the system would take."""
    voice = engine(speaker).voice()

    assert (voice.name(), engine(speaker).locale().name()) == ("Bob", "en_GB")
    assert engine(speaker).rate() == RATES[Pace.USUAL]


def test_another_country_speaks_where_the_own_has_no_voice(reported: list[Trouble]) -> None:
    """English is English."""
    speaker = NativeSpeaker("en-AU", reported.append, "mock")

    assert engine(speaker).locale().name().startswith("en_")
    speaker.close()


@pytest.mark.parametrize("pace", list(Pace))
def test_the_pace_is_qts_rate(speaker: NativeSpeaker, pace: Pace) -> None:
    """Slower than the systems speak by themselves, but for the fast one."""
    speaker.set_manner(pace, "")

    assert engine(speaker).rate() == pytest.approx(RATES[pace])
    assert RATES[Pace.SLOW] < RATES[Pace.USUAL] < RATES[Pace.FAST]


def test_a_voice_is_chosen_by_name_and_unchosen_again(speaker: NativeSpeaker) -> None:
    """An unknown one is the language's own."""
    spoken = []
    for name in ("Anne", "Hazel", "Anne", ""):
        speaker.set_manner(Pace.USUAL, name)
        spoken.append(engine(speaker).voice().name())

    assert spoken == ["Anne", "Bob", "Anne", "Bob"]


def test_the_voices_of_the_language_are_told_and_the_own_one_stays(speaker: NativeSpeaker) -> None:
    """Norwegians and Finns are not among them."""
    told: list[tuple[Voice, ...]] = []
    speaker.ask_voices(told.append)

    assert told[0][:2] == BRITONS
    assert {voice.language[:2] for voice in told[0]} == {"en"}
    assert engine(speaker).voice().name() == "Bob"
    assert engine(speaker).locale().name() == "en_GB"


def test_without_a_voice_for_the_language_it_says_so_once(reported: list[Trouble]) -> None:
    """At its first phrase; nothing else is out of the ordinary."""
    speaker = NativeSpeaker("it-IT", reported.append, "mock")
    told: list[tuple[Voice, ...]] = []
    speaker.set_manner(Pace.SLOW, "Anne")
    speaker.ask_voices(told.append)
    speaker.stop()
    assert (reported, told) == ([], [()])

    speaker.say("Tieni.")
    speaker.say("Riposa.")
    speaker.close()
    assert reported == [Trouble.NO_VOICE_ENGINE]


def test_a_failure_is_reported_once_until_a_phrase_was_heard(
    speaker: NativeSpeaker, reported: list[Trouble], wait: Wait
) -> None:
    """A phrase that was stopped proves nothing."""
    failed = (QTextToSpeech.ErrorReason.Playback, "no device")
    engine(speaker).errorOccurred.emit(*failed)
    speaker.say("Hold.")
    speaker.stop()
    engine(speaker).errorOccurred.emit(*failed)
    assert reported == [Trouble.VOICE_FAILED]

    speaker.say("Hold.")
    wait(lambda: engine(speaker).state() is QTextToSpeech.State.Ready)
    engine(speaker).errorOccurred.emit(*failed)
    assert reported == [Trouble.VOICE_FAILED] * 2
