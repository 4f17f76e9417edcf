from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.core.pain import Advice, Remedy, advise
from hipstretch.core.remedies import Asked, HurtAnswer, is_to_be_kept, remedies

FIRST, AGAIN, OVER = Asked(), Asked(again=True), Asked(is_over=True)
ASKED = [Asked(*flags) for flags in product((False, True), repeat=3)]


@pytest.mark.parametrize(
    ("advice", "asked", "offered"),
    [
        (Advice.GO_ON, FIRST, "go-on ease skip stop"),
        (Advice.EASE, FIRST, "ease skip stop"),
        (Advice.STOP, FIRST, "skip stop"),
        (Advice.GO_ON, AGAIN, "go-on ease skip stop"),
        (Advice.EASE, AGAIN, "go-on ease skip stop"),
        (Advice.STOP, AGAIN, "skip stop"),
        (Advice.EASE, OVER, "go-on stop"),
        (Advice.STOP, OVER, "skip stop"),
        (Advice.EASE, Asked(has_easier=True), "ease easier skip stop"),
        (Advice.GO_ON, Asked(has_easier=True), "go-on ease easier skip stop"),
    ],
)
def test_the_advised_way_comes_first(advice: Advice, asked: Asked, offered: str) -> None:
    """And only what makes sense is offered."""
    assert " ".join(remedies(advice, asked)) == offered


@given(st.none() | st.integers(0, 10), st.booleans(), st.sampled_from(ASKED))
def test_stopping_is_always_offered(pain: int | None, spreads: bool, asked: Asked) -> None:
    """Each way once; what is strong, new or spreads is neither eased nor replaced."""
    offered = remedies(advise(pain, spreads=spreads), asked)
    assert Remedy.STOP in offered
    assert len(set(offered)) == len(offered)
    if spreads or (pain or 0) > 5:
        assert offered == (Remedy.SKIP, Remedy.STOP)


def test_what_got_better_is_not_one_more_hurt() -> None:
    """Asked again, only what still needs something is."""
    fine, still = HurtAnswer(2, False, Remedy.GO_ON), HurtAnswer(6, False, Remedy.SKIP)
    assert not is_to_be_kept(fine, AGAIN)
    assert is_to_be_kept(still, AGAIN)
    assert is_to_be_kept(fine, FIRST)
