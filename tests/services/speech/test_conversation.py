from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.core.ports import Voice
from hipstretch.core.settings import Pace
from hipstretch.services.speech.conversation import RATES, Conversation, Event
from hipstretch.services.speech.ssip import GarbledReply
from tests.services.speech.speechd import LISTED, Speechd

BRITISH, AMERICAN = Voice("English (Great Britain)", "en-GB"), Voice("English (America)", "en-US")


class Talk:
    """A conversation with a server made of rules, that answers when it is told to."""

    def __init__(self, voice_name: str = "", server: Speechd | None = None) -> None:
        self.conversation = Conversation("en-GB", Pace.USUAL, voice_name)
        self.server = server or Speechd()
        self.events: list[Event] = []

    def answer(self) -> bool:
        """Let the server take what was sent and answer it; whether there was anything."""
        sent = self.conversation.take_outgoing()
        self.events += self.conversation.receive(self.server.take(sent))
        return bool(sent)

    def settle(self) -> Talk:
        """Let both talk until there is nothing more to say."""
        while self.answer():
            pass
        return self

    def greet(self) -> Talk:
        """Greet, and talk until there is nothing more to say."""
        self.conversation.greet()
        return self.settle()

    def notice(self, code: int) -> list[Event]:
        """What a notice of the server makes happen."""
        return self.conversation.receive(f"{code}-7\r\n{code}-1\r\n{code} NOTICE\r\n".encode())


def test_nothing_goes_out_before_the_greeting() -> None:
    """The socket may not be open yet."""
    talk = Talk()
    talk.conversation.say("Hold.")

    assert talk.conversation.take_outgoing() == b""


def test_the_greeting_says_who_and_in_which_language_and_asks_for_voices_last() -> None:
    """The module is asked for before anything is said; then the long list may come."""
    talk = Talk().greet()

    assert talk.server.commands == [
        "SET SELF CLIENT_NAME person:hipstretch:session",
        "SET SELF NOTIFICATION BEGIN ON",
        "SET SELF NOTIFICATION END ON",
        "SET SELF PRIORITY TEXT",
        "SET SELF PUNCTUATION NONE",
        "SET SELF LANGUAGE en-GB",
        "SET SELF RATE -30",
        "GET OUTPUT_MODULE",
        "LIST SYNTHESIS_VOICES",
    ]
    assert talk.events == [Event.READY, Event.VOICES]
    assert talk.conversation.voices == (BRITISH, AMERICAN)


def test_a_phrase_that_waits_is_said_before_the_voices_are_listed() -> None:
    """The list takes a fifth of a second, and the person waits for the phrase."""
    talk = Talk()
    talk.conversation.say("Hold.")
    talk.greet()

    assert talk.server.commands[-3:] == ["SPEAK", "Hold.", "LIST SYNTHESIS_VOICES"]
    assert talk.events == [Event.READY, Event.QUEUED, Event.VOICES]


def test_one_command_waits_for_the_reply_to_the_other() -> None:
    """The server is not to be sent two at once."""
    conversation = Conversation("en-GB", Pace.USUAL, "")
    conversation.greet()
    conversation.say("Hold.")

    assert conversation.take_outgoing().count(b"\r\n") == 1
    assert conversation.is_waiting
    assert conversation.take_outgoing() == b""


def test_listing_is_known_to_take_its_time() -> None:
    """Thirteen thousand voices are not listed at once."""
    talk = Talk()
    talk.conversation.greet()
    while not talk.conversation.is_listing:
        assert talk.answer()

    talk.settle()
    assert not talk.conversation.is_listing
    assert not talk.conversation.is_waiting


def test_a_phrase_takes_the_place_of_the_one_before() -> None:
    """The old one is cancelled; it is one's own, nobody else's is touched."""
    talk = Talk().greet()
    talk.conversation.say("Hold for thirty seconds.")
    talk.settle()
    talk.conversation.say("Rest.")
    talk.settle()

    expected = ["SPEAK", "Hold for thirty seconds.", "CANCEL SELF", "SPEAK", "Rest."]
    assert talk.server.commands[-5:] == expected
    assert talk.server.sounding == "Rest."


def test_stopping_cancels_once_and_only_what_may_sound() -> None:
    """Stopping twice, or before anything was said, sends nothing."""
    talk = Talk().greet()
    talk.conversation.stop()
    talk.settle()
    assert "CANCEL SELF" not in talk.server.commands

    talk.conversation.say("Hold.")
    talk.settle()
    talk.conversation.stop()
    talk.conversation.stop()
    talk.settle()
    assert talk.server.commands.count("CANCEL SELF") == 1
    assert talk.server.sounding == ""


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["say", "stop", "slow", "fast", "answer"]), max_size=30),
    st.booleans(),
)
def test_the_last_word_counts_whenever_the_server_answers(acts: list[str], is_early: bool) -> None:
    """What sounds in the end is the last phrase, or nothing after a stop."""
    talk = Talk()
    if not is_early:
        talk.greet()
    expected, rate = "", RATES[Pace.USUAL]
    for number, act in enumerate(acts):
        if act == "answer":
            talk.answer()
        elif act == "say":
            expected = f"Phrase {number}."
            talk.conversation.say(expected)
        elif act == "stop":
            expected = ""
            talk.conversation.stop()
        else:
            rate = RATES[Pace(act)]
            talk.conversation.set_manner(Pace(act), "")
    talk.greet()

    assert talk.server.sounding == expected
    assert talk.server.rate == rate


def test_a_phrase_is_one_line_whatever_it_is_made_of() -> None:
    """A line of its own would be a command; a dot would end the phrase."""
    talk = Talk().greet()
    talk.conversation.say("Hold.\r\n.\r\nCANCEL ALL\x00")
    talk.settle()
    talk.conversation.say("...and rest.")
    talk.settle()

    assert "CANCEL ALL" not in talk.server.commands
    assert talk.server.said == ["Hold. . CANCEL ALL", "...and rest."]


def test_a_phrase_of_nothing_is_not_said() -> None:
    """It only silences what was said before."""
    talk = Talk().greet()
    talk.conversation.say(" \n")
    talk.settle()

    assert talk.server.said == []


def test_begin_and_end_are_told() -> None:
    """A cancelled phrase is no news, nor is one of a kind that nobody asked for."""
    talk = Talk().greet()

    assert [talk.notice(code) for code in (701, 702, 703, 700)] == [
        [Event.BEGAN],
        [Event.ENDED],
        [],
        [],
    ]


def test_news_may_come_between_a_command_and_its_reply() -> None:
    """The reply is still awaited then."""
    talk = Talk().greet()
    talk.conversation.say("Hold.")
    assert talk.notice(702) == [Event.ENDED]

    talk.settle()
    assert talk.server.sounding == "Hold."


def test_a_phrase_that_is_stopped_before_its_text_went_out_is_never_heard() -> None:
    """The server waits for a text by then and gets none."""
    talk = Talk().greet()
    talk.conversation.say("Hold.")
    talk.conversation.stop()
    talk.settle()

    assert talk.server.said == []
    assert Event.QUEUED not in talk.events


def test_a_phrase_that_is_stopped_before_its_receipt_is_not_waited_for() -> None:
    """Its end would never come."""
    talk = Talk().greet()
    talk.conversation.say("Hold.")
    talk.answer()
    talk.conversation.stop()
    talk.settle()

    assert Event.QUEUED not in talk.events
    assert talk.server.sounding == ""


@pytest.mark.parametrize("pace", list(Pace))
def test_the_pace_is_the_servers_rate(pace: Pace) -> None:
    """It holds from the next phrase on."""
    talk = Talk().greet()
    talk.conversation.set_manner(pace, "")
    talk.settle()

    assert talk.server.commands[-1] == f"SET SELF RATE {RATES[pace]}"
    assert RATES[Pace.SLOW] < RATES[Pace.USUAL] < RATES[Pace.FAST]


def test_no_voice_is_asked_for_where_none_was_chosen() -> None:
    """The server knows best which of its voices speaks a language."""
    assert Talk().greet().server.voice == ""


def test_a_chosen_voice_speaks_from_the_first_phrase_on() -> None:
    """It is asked for before the list is there."""
    talk = Talk("English (America)")
    talk.conversation.say("Hold.")
    talk.greet()

    before = talk.server.commands[: talk.server.commands.index("SPEAK")]
    assert "SET SELF SYNTHESIS_VOICE English (America)" in before
    assert talk.server.voice == "English (America)"


def test_a_voice_that_the_server_does_not_have_gives_way_to_the_languages_own() -> None:
    """The name may come from another machine."""
    assert Talk("Hazel").greet().server.voice == "English (Great Britain)"


def test_a_choice_can_be_taken_back() -> None:
    """The server keeps a voice until it is told another one."""
    talk = Talk("English (America)").greet()
    talk.conversation.set_manner(Pace.USUAL, "")
    talk.settle()

    assert talk.server.voice == "English (Great Britain)"


def test_a_server_that_lists_no_voices_may_still_speak() -> None:
    """Some modules cannot list them."""
    talk = Talk("English (America)", Speechd(voices=())).greet()

    assert talk.events == [Event.READY, Event.VOICES]
    assert talk.conversation.voices == ()
    assert talk.server.voice == "English (America)"


def test_a_server_without_a_voice_for_the_language_is_unfit() -> None:
    """English read by a voice for another language is not understood."""
    german = "German\tde\tnone"

    assert Talk(server=Speechd(voices=(german,))).greet().events == [Event.READY, Event.UNFIT]


def test_a_server_with_the_mute_module_is_unfit_and_is_not_asked_to_speak() -> None:
    """That module plays a recorded complaint instead of the phrase."""
    talk = Talk(server=Speechd(module="dummy"))
    talk.conversation.say("Hold.")
    talk.greet()

    assert talk.events == [Event.UNFIT]
    assert talk.server.commands[-1] == "GET OUTPUT_MODULE"


@pytest.mark.parametrize("refused", ["SPEAK", "Hold."])
def test_a_server_that_refuses_a_phrase_is_unfit(refused: str) -> None:
    """Before or after the text."""
    talk = Talk(server=Speechd(refused=refused)).greet()
    talk.conversation.say("Hold.")
    talk.settle()

    assert talk.events[-1] is Event.UNFIT
    assert talk.server.commands[-1] == refused


def test_a_server_that_does_not_know_a_setting_is_fit() -> None:
    """Older ones know fewer."""
    talk = Talk(server=Speechd(refused="GET OUTPUT_MODULE")).greet()

    assert talk.events == [Event.READY, Event.VOICES]


@pytest.mark.parametrize("answers", [0, 1, 2])
def test_leaving_silences_wherever_the_talk_is(answers: int) -> None:
    """Also in the middle of handing over a phrase, whose text must not swallow the goodbye."""
    talk = Talk().greet()
    talk.conversation.say("Hold.")
    for _ in range(answers):
        talk.answer()
    talk.conversation.leave()
    talk.server.take(talk.conversation.take_outgoing())

    assert talk.server.commands[-2:] == ["CANCEL SELF", "QUIT"]
    assert talk.server.sounding == ""


def test_an_answer_that_nobody_asked_for_changes_nothing() -> None:
    """A newer server may know more than we do."""
    talk = Talk().greet()

    assert talk.conversation.receive(b"299 WELCOME\r\n") == []
    assert talk.conversation.voices == (BRITISH, AMERICAN)


def test_garble_is_not_understood() -> None:
    """Who talks to it has to leave."""
    with pytest.raises(GarbledReply):
        Talk().conversation.receive(b"HTTP/1.1 400 Bad Request\r\n")


def test_the_list_of_the_rules_has_what_the_real_one_has() -> None:
    """Voices of other languages, and manners."""
    assert any("+" in line for line in LISTED)
    assert any("\taf\t" in line for line in LISTED)
