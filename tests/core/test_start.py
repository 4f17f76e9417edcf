from __future__ import annotations

from collections.abc import Callable

from hipstretch.core.dose import Dose, Duration
from hipstretch.core.pain import Feeling, PainPlace
from hipstretch.core.routine import Routine
from hipstretch.core.start import Start


def test_nothing_need_be_told_before_a_session(make_routine: Callable[..., Routine]) -> None:
    """A routine is enough to begin with; then nothing is known of the pain, and it is as usual."""
    routine = make_routine(Dose(hold=Duration(20.0)))
    assert Start(routine) == (routine, Feeling(None, None), False)
    told = Start(routine, Feeling(4, PainPlace.THIGH), is_gentle=True)
    assert (told.before.pain, told.before.place, told.is_gentle) == (4, PainPlace.THIGH, True)
