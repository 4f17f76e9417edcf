from __future__ import annotations

import pytest

from hipstretch.core.dose import UNSET, Count, Dose, Duration, SideRule, Unit
from hipstretch.core.person import Side
from hipstretch.ui.dose_words import dose_words

S30 = Duration(30)


@pytest.mark.parametrize(
    ("dose", "words"),
    [
        (Dose(hold=S30), "Hold for 30 s, once."),
        (Dose(hold=Duration(20, 30), reps=Count(2, 3)), "Hold for 20 to 30 s, 2 to 3 times."),
        (
            Dose(hold=Duration(3, 5, Unit.BREATHS), reps=Count(1), sides=SideRule.LEFT),
            "Hold for 3 to 5 breaths, once on the left.",
        ),
        (
            Dose(hold=S30, reps=Count(3), sides=SideRule.EACH),
            "Hold for 30 s, 3 times on each side, one after the other.",
        ),
        (
            Dose(lasting=Duration(60, 120), sides=SideRule.AFFECTED),
            "For 1 to 2 min on the sore side, or on both if there is none.",
        ),
        (Dose(lasting=Duration(300), sets=Count(2)), "For 5 min. 2 sets."),
        (
            Dose(tempo=(Duration(3), Duration(1), Duration(3)), reps=Count(5)),
            "3 s out, 1 s still, 3 s back, 5 times.",
        ),
        (
            Dose(self_paced=True, reps=Count(None), sides=(Side.LEFT, Side.RIGHT, Side.BOTH)),
            "At your own pace, as many times as you set in turn: left, right, both.",
        ),
        (Dose(lasting=Duration(30, 120)), "For 30 s to 2 min."),
        (Dose(lasting=Duration(30), sets=Count(None)), "For 30 s. Sets: as many as you choose."),
        (Dose(hold=UNSET), "Hold for a time that you set, once."),
        (Dose(hold=Duration(2.5)), "Hold for 2.5 s, once."),
    ],
)
def test_a_dose_is_one_plain_sentence(dose: Dose, words: str) -> None:
    """As it stands in the exercise's dialog."""
    assert dose_words(dose) == words
