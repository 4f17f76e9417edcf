from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.remote import (
    Command,
    Reply,
    Request,
    decode_reply,
    decode_request,
    encode_reply,
    encode_request,
    reply_to,
)
from hipstretch.core.treatment import MEANS, Kind, Means, Place

_places = st.none() | st.sampled_from(Place)
_requests = st.one_of(
    st.builds(
        Request,
        st.sampled_from([one for one in Command if one.kind is None]),
        st.floats(0, 1e6),
        st.text(max_size=30),
        kind=st.none() | st.sampled_from(Kind),
    ),
    st.builds(
        Request,
        st.just(Command.ICE),
        minutes=st.integers(5, 20),
        place=_places,
        means=st.none() | st.just(Means.PACK),
    ),
    st.builds(
        Request,
        st.just(Command.HEAT),
        minutes=st.integers(5, 30),
        place=_places,
        means=st.none() | st.sampled_from(MEANS[Kind.HEAT]),
    ),
)
_replies = st.builds(
    Reply, st.booleans(), st.text(max_size=30), st.dictionaries(st.text(max_size=5), st.integers())
)


@given(_requests)
def test_what_is_asked_arrives(request: Request) -> None:
    """On one line, whatever the routine is called."""
    line = encode_request(request)
    assert line.count(b"\n") == 1
    assert decode_request(line) == request


@given(_replies)
def test_what_is_answered_arrives(reply: Reply) -> None:
    """With its facts."""
    assert decode_reply(encode_reply(reply)) == reply


def test_an_answer_without_facts_has_none() -> None:
    """They are optional."""
    assert not Reply(True, "Done.").facts


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"hello\n",
        b"[]\n",
        b"{}\n",
        b'{"command": "fly"}\n',
        b'{"command": "up", "seconds": "x"}\n',
        b'{"command": "up", "seconds": -1}\n',
        b'{"command": "up", "seconds": NaN}\n',
        b'{"command": "up", "routine": 5}\n',
        b'{"command": "up", "minutes": 5}\n',
        b'{"command": "up", "means": "pad"}\n',
        b'{"command": "ice"}\n',
        b'{"command": "ice", "minutes": 0}\n',
        b'{"command": "ice", "minutes": 4}\n',
        b'{"command": "ice", "minutes": 20.5}\n',
        b'{"command": "ice", "minutes": true}\n',
        b'{"command": "ice", "minutes": "20"}\n',
        b'{"command": "ice", "minutes": 20, "place": "knee"}\n',
        b'{"command": "ice", "minutes": 20, "place": []}\n',
        b'{"command": "ice", "minutes": 20, "means": "bath"}\n',
        b'{"command": "heat", "minutes": 31}\n',
        b'{"command": "heat", "minutes": 20, "means": "pack"}\n',
        b'{"command": "stop", "kind": "both"}\n',
        b"\xff\xfe\n",
        b"[" * 100_000,
    ],
)
def test_a_line_that_nobody_of_us_wrote_is_refused(line: bytes) -> None:
    """With a ValueError, whatever it is."""
    with pytest.raises(ValueError):  # noqa: PT011 -- the text is JSON's own
        decode_request(line)


def test_21_minutes_of_ice_are_refused_in_words() -> None:
    """Whoever asks for them."""
    line = json.dumps({"command": "ice", "minutes": 21}).encode()
    with pytest.raises(ValueError, match="expected 5 to 20 minutes, not 21"):
        decode_request(line)


def test_what_an_older_program_asks_is_understood() -> None:
    """It knows nothing of ice and heat."""
    line = b'{"command": "start", "seconds": 0, "routine": "mornings"}\n'
    assert decode_request(line) == Request(Command.START, routine="mornings")


@pytest.mark.parametrize("line", [b"", b"5", b"{}", b'{"facts": []}'])
def test_an_answer_that_nobody_of_us_wrote_is_refused(line: bytes) -> None:
    """The same for answers."""
    with pytest.raises(ValueError):  # noqa: PT011
        decode_reply(line)


def test_a_line_is_answered() -> None:
    """By whoever can answer; a line that makes no sense is answered without them."""
    asked: list[Request] = []
    reply = Reply(True, "18 min.")

    def answer(request: Request) -> Reply:
        asked.append(request)
        return reply

    assert reply_to(encode_request(Request(Command.STATUS)), answer) is reply
    assert not reply_to(b"[]\n", answer).done
    assert asked == [Request(Command.STATUS)]
