from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from hipstretch.core.concerns import Choice, Concern
from hipstretch.core.exercise import Exercise
from hipstretch.storage.database import Database
from hipstretch.storage.decisions import Decisions
from tests.storage.history_examples import BEGAN, HURT


def test_a_choice_is_kept_for_just_its_reasons(tmp_path: Path, knee_to_chest: Exercise) -> None:
    """Other reasons are another question; a newer choice takes the place of the older one."""
    decisions = Decisions(Database(tmp_path / "history.sqlite3"))
    pregnant = Concern(knee_to_chest, conditions=("pregnancy",))
    hurt = Concern(knee_to_chest, hurts=(HURT._replace(id=3), HURT._replace(id=7)))

    decisions.keep(pregnant, Choice.LEAVE_OUT, BEGAN)
    decisions.keep(hurt, Choice.EASIER, BEGAN)
    decisions.keep(pregnant, Choice.KEEP, BEGAN + timedelta(days=1))

    assert decisions.all() == {
        ("knee-to-chest", "pregnancy"): Choice.KEEP,
        ("knee-to-chest", "hurt-7"): Choice.EASIER,
    }
