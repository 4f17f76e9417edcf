from __future__ import annotations

from hipstretch.core.body import Area, Place, Position
from hipstretch.core.catalogue import Facts, FaultItem, Filter, HomeItem, RoutineItem, Topic
from hipstretch.core.fault import Fault
from hipstretch.ui.pages.home_items import (
    PersonToday,
    area_line,
    fault_content,
    fits,
    fitting,
    length_line,
    mark_of,
    routine_content,
)
from hipstretch.ui.widgets.concern_mark import Mark

FACTS = Facts(
    id="ease",
    name="Sciatica ease",
    is_own=False,
    seconds=590.0,
    stretches=7,
    position=Position.LYING_ON_BACK,
    places=(Place.FLOOR,),
    areas=(Area.HIP, Area.LOWER_BACK, Area.CORE),
    equipment=("mat", "pillow"),
)
FAULTS = (Fault(3, 1, "unknown key"), Fault(1, 1, "no name"))
FAULTY = FaultItem("own/knee.yaml", "knee.yaml", FAULTS)


def test_a_card_tells_length_areas_and_equipment() -> None:
    """In two lines; the mat goes without saying."""
    content = routine_content(FACTS)
    assert content.title == "Sciatica ease"
    assert content.meta == (
        ("clock", "10 min · 7 stretches"),
        ("target", "Hip and lower back · Pillow"),
    )
    assert (content.place, content.place_icon) == ("Floor", "floor")
    assert content.badge == ""


def test_nothing_needed_is_said() -> None:
    """The floor can stand in for a mat."""
    bare = FACTS._replace(equipment=("mat",))
    assert area_line(bare) == "Hip and lower back · No equipment"


def test_one_short_stretch_is_told_in_seconds() -> None:
    """And in the singular."""
    assert length_line(FACTS._replace(seconds=60, stretches=1)) == "60 s · 1 stretch"


def test_an_own_routine_has_a_badge() -> None:
    """It says whose it is."""
    assert routine_content(FACTS._replace(is_own=True)).badge == "Mine"


def test_a_fault_card_tells_the_first_fault_and_how_many() -> None:
    """The rest is in the dialog."""
    content = fault_content(FAULTY)
    assert (content.file_name, content.message, content.count) == ("knee.yaml", "unknown key", 2)


def test_a_faulty_file_is_hidden_where_something_of_a_routine_is_asked() -> None:
    """It is one of the person's own, and is found by its name."""
    assert fits(FAULTY, Filter())
    assert fits(FAULTY, Filter(own=True, text="KNEE"))
    assert not fits(FAULTY, Filter(text="hip"))
    assert not fits(FAULTY, Filter(short=True))
    assert not fits(FAULTY, Filter(topics=frozenset({Topic.HIP})))


def test_the_order_is_kept() -> None:
    """What fits stands as it was given."""
    items: list[HomeItem] = [
        FAULTY,
        RoutineItem(FACTS),
        RoutineItem(FACTS._replace(id="b", seconds=900)),
    ]
    assert fitting(items, Filter()) == items
    assert fitting(items, Filter(short=True)) == [items[1]]


def test_a_card_marks_what_to_ask_about() -> None:
    """Only what the person told of counts, and it outweighs a position."""
    asks = FACTS._replace(ask_first=("osteoporosis", "hip-replacement", "hernia"))
    person = PersonToday(("hip-replacement", "hernia"), ("floor",))
    mark = routine_content(asks, person).mark
    assert mark == ("safety", "Ask first", "Ask first with a hip replacement or a hernia.")
    assert routine_content(asks, PersonToday(("pregnancy",))).mark == Mark()
    assert routine_content(asks).mark == Mark()


def test_a_card_marks_a_position_that_one_cannot_take() -> None:
    """The first of those that one avoids, in words."""
    kneels = FACTS._replace(positions=(Position.LYING_ON_BACK, Position.ALL_FOURS))
    person = PersonToday(avoided=("standing", "kneeling"))
    assert mark_of(kneels, person) == ("kneeling", "Kneels", "A part of it is: on all fours.")
    assert mark_of(kneels, PersonToday(avoided=("standing",))) == Mark()
    assert mark_of(kneels, PersonToday(avoided=("floor",))).words == "On the floor"


def test_on_a_flare_up_day_the_length_is_the_gentler_one() -> None:
    """Without a number of stretches, as some of them rest."""
    facts = FACTS._replace(gentle_seconds=190.0)
    assert length_line(facts, PersonToday(is_flare_up=True)) == "about 4 min, gentler"
