from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hipstretch.services.speech.ssip import GarbledReply, Reader, Reply, command, message

CODES = st.integers(200, 799)
TEXTS = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=30)
REPLIES = st.builds(Reply, CODES, TEXTS, st.lists(TEXTS, max_size=4).map(tuple))


def written(reply: Reply) -> bytes:
    """A reply as the server writes it."""
    lines = [f"{reply.code}-{line}" for line in reply.lines]
    return "".join(f"{line}\r\n" for line in [*lines, f"{reply.code} {reply.text}"]).encode()


def test_a_reply_is_its_last_line_and_the_lines_before() -> None:
    """The number of a queued phrase comes in a line of its own."""
    replies = Reader().feed(b"225-21\r\n225 OK MESSAGE QUEUED\r\n")

    assert replies == [Reply(225, "OK MESSAGE QUEUED", ("21",))]


@settings(deadline=None)
@given(st.lists(REPLIES, max_size=5), st.lists(st.integers(0, 400), max_size=6))
def test_replies_are_the_same_however_the_bytes_are_cut(
    replies: list[Reply], cuts: list[int]
) -> None:
    """A cut may lie within a line or a character."""
    data = b"".join(map(written, replies))
    places = sorted({0, len(data), *(cut % (len(data) + 1) for cut in cuts)})
    reader = Reader()
    found: list[Reply] = []
    for start, end in pairwise(places):
        found += reader.feed(data[start:end])

    assert found == replies


@pytest.mark.parametrize("data", [b"hello\r\n", b"22 OK\r\n", b"225\r\n", b"\r\n", b"2" * 70000])
def test_what_is_not_of_the_protocol_is_refused(data: bytes) -> None:
    """Something else may listen at that address; a line without an end is not kept for ever."""
    with pytest.raises(GarbledReply):
        Reader().feed(data)


def test_bytes_that_are_no_text_do_not_break_a_reply() -> None:
    """A voice may be named in an encoding of its own."""
    assert Reader().feed(b"249-Ren\xe9\tfr\tnone\r\n249 OK\r\n")[0].lines == (
        "Ren\ufffd\tfr\tnone",
    )


@pytest.mark.parametrize(
    ("code", "is_error", "is_notice"),
    [(225, False, False), (300, True, False), (512, True, False), (701, False, True)],
)
def test_the_code_tells_what_a_reply_is(code: int, is_error: bool, is_notice: bool) -> None:
    """From 300 on it is refused, from 700 on it is news."""
    reply = Reply(code, "")

    assert (reply.is_error, reply.is_notice) == (is_error, is_notice)


def test_a_command_is_a_line() -> None:
    """Lines end as on the old wires."""
    assert command("CANCEL SELF") == b"CANCEL SELF\r\n"


@settings(deadline=None)
@given(TEXTS)
def test_a_message_ends_with_its_own_dot_only(text: str) -> None:
    """The text comes out again when the server takes away what was stuffed in."""
    first, *rest = message(text).decode().split("\r\n")

    assert rest == [".", ""]
    assert first != "."
    assert first.removeprefix(".") == text
