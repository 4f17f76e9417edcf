from __future__ import annotations

import json
from datetime import timedelta

from hipstretch.core.therapy_facts import therapy_facts
from tests.core.therapy_moments import WALL, heat, ice, missed, rested, shown, therapy

NOTHING = {"ice": None, "heat": None}


def test_without_ice_and_heat_there_are_no_facts() -> None:
    """Neither before somebody asks for them, nor while a place rests."""
    assert therapy_facts(None) == NOTHING
    assert therapy_facts(shown(therapy())) == NOTHING
    assert therapy_facts(shown(rested(1500))) == NOTHING


def test_what_runs_tells_its_time() -> None:
    """Whole seconds that are left, those to the skin check, and the deadline."""
    facts = therapy_facts(shown(therapy(ice(439.2))))
    assert facts["ice"] == {
        "state": "running",
        "place": "right-hip",
        "means": "pack",
        "seconds": 1200,
        "left": 761,
        "over": 0,
        "check_in": 161,
        "ends_at": (WALL + timedelta(seconds=760.8)).isoformat(),
    }
    assert facts["heat"] is None


def test_in_the_last_minutes_there_is_no_skin_check() -> None:
    """None, not a number."""
    facts = therapy_facts(shown(therapy(heat(1790))))["heat"]
    assert isinstance(facts, dict)
    assert (facts["state"], facts["left"], facts["check_in"]) == ("running", 10, None)


def test_what_rings_and_what_rang_unheard_tell_since_when() -> None:
    """And when they ended."""
    ringing = therapy_facts(shown(therapy(ice(1265.9))))["ice"]
    unheard = therapy_facts(shown(missed(740)))["ice"]
    assert isinstance(ringing, dict)
    assert isinstance(unheard, dict)
    assert (ringing["state"], ringing["left"], ringing["over"]) == ("ringing", 0, 65)
    assert (unheard["state"], unheard["left"], unheard["over"]) == ("missed", 0, 740)
    assert unheard["ends_at"] == (WALL - timedelta(seconds=740)).isoformat()


def test_other_programs_can_read_all_of_it() -> None:
    """As one object of JSON."""
    facts = therapy_facts(shown(therapy(ice(301, checks=1), heat(10))))
    assert json.loads(json.dumps(facts)) == facts
