from __future__ import annotations

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
)

_requests = st.builds(Request, st.sampled_from(Command), st.floats(0, 1e6), st.text(max_size=30))
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
        b"\xff\xfe\n",
        b"[" * 100_000,
    ],
)
def test_a_line_that_nobody_of_us_wrote_is_refused(line: bytes) -> None:
    """With a ValueError, whatever it is."""
    with pytest.raises(ValueError):  # noqa: PT011 -- the text is JSON's own
        decode_request(line)


@pytest.mark.parametrize("line", [b"", b"5", b"{}", b'{"facts": []}'])
def test_an_answer_that_nobody_of_us_wrote_is_refused(line: bytes) -> None:
    """The same for answers."""
    with pytest.raises(ValueError):  # noqa: PT011
        decode_reply(line)
