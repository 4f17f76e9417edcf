from __future__ import annotations

import struct

from hypothesis import given
from hypothesis import strategies as st

from hipstretch.services.idle.x11 import alarm, system_counters

_HEAD = 32


def _answer(counters: list[tuple[str, int]]) -> bytes:
    """What a server answers that has these counters."""
    data = bytes(_HEAD)
    for name, number in counters:
        entry = struct.pack("=IiIH", number, 0, 4, len(name)) + name.encode("latin-1")
        data += entry + bytes(-len(entry) % 4)
    return data


NAMES = st.text(st.characters(max_codepoint=255), max_size=20)


@given(st.lists(st.tuples(NAMES, st.integers(0, 2**32 - 1)), max_size=6))
def test_counters_are_read_whatever_their_names(counters: list[tuple[str, int]]) -> None:
    """Each name is padded to whole words."""
    assert list(system_counters(_answer(counters))) == counters


def test_no_answer_has_no_counters() -> None:
    """The server may be gone."""
    assert list(system_counters(b"")) == []


@given(st.integers(0, 2**63 - 1))
def test_an_alarm_goes_off_well_before_the_counter_is_at_nothing(still: int) -> None:
    """Its threshold is in two halves; hands that have just moved must first rest a little."""
    counter, _, high, low, falls, *_ = struct.unpack("=IIiIIiII", alarm(62, still))
    assert (counter, falls) == (62, 1)
    assert (high << 32) + low == max(500, still // 2)
