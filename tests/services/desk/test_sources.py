from __future__ import annotations

import pytest
from jeepney import DBusAddress, HeaderFields, Message, new_method_return, new_signal

from hipstretch.services.desk.facts import Fact
from hipstretch.services.desk.sources import SOURCES, Source

PROPERTIES = "org.freedesktop.DBus.Properties"


def _source(name: str) -> Source:
    """A source of the table."""
    (found,) = [source for source in SOURCES if source.name == name]
    return found


def _answer(source: Source, signature: str, value: object) -> Message:
    """An answer to the source's question."""
    question = source.question()
    question.header.serial = 1
    return new_method_return(question, signature, (value,))


def _changed(source: Source, changed: dict[str, object], without_value: list[str]) -> Message:
    """The signal that tells of changed properties."""
    address = DBusAddress(source.address.object_path, interface=PROPERTIES)
    body = (source.address.interface, changed, without_value)
    return new_signal(address, "PropertiesChanged", "sa{sv}as", body)


def test_each_source_is_known_by_its_name() -> None:
    """What two say under one name could not be told apart."""
    assert len({source.name for source in SOURCES}) == len(SOURCES)


@pytest.mark.parametrize(
    ("name", "signature", "value", "is_so"),
    [
        ("GNOME lock", "b", True, True),
        ("KDE lock", "b", False, False),
        ("GNOME session", "v", ("u", 8), True),
        ("GNOME session", "v", ("u", 12), True),
        ("GNOME session", "v", ("u", 7), False),
        ("KDE power", "b", True, True),
        ("KDE notifications", "v", ("b", True), True),
        ("dunst", "v", ("b", False), False),
        ("Xfce notifications", "v", ("b", True), True),
        ("Xfce notifications", "v", ("b", False), False),
    ],
)
def test_an_answer_means_what_the_program_means(
    name: str, signature: str, value: object, is_so: bool
) -> None:
    """In a variant or not."""
    source = _source(name)
    assert source.is_so(_answer(source, signature, value)) is is_so


@pytest.mark.parametrize(
    ("changed", "without_value", "is_touched"),
    [
        ({"InhibitedActions": ("u", 8)}, [], True),
        ({}, ["InhibitedActions"], True),
        ({"SessionIsActive": ("b", True)}, ["Renderer"], False),
    ],
)
def test_other_properties_of_a_program_are_not_of_interest(
    changed: dict[str, object], without_value: list[str], is_touched: bool
) -> None:
    """So that nothing is asked for their sake; a property may come without its value."""
    source = _source("GNOME session")
    signal = _changed(source, changed, without_value)
    assert _matches(source, signal)
    assert source.is_touched_by(signal) is is_touched


def test_dunst_and_kde_are_told_apart() -> None:
    """They have the same name and the same object."""
    dunst, kde = _source("dunst"), _source("KDE notifications")
    signal = _changed(dunst, {"paused": ("b", True)}, [])
    assert _matches(dunst, signal)
    assert not _matches(kde, signal)


def test_the_table_tells_of_everything_that_a_bus_can_tell() -> None:
    """Full screens are seen elsewhere."""
    assert {source.fact for source in SOURCES} == set(Fact) - {Fact.FULL_SCREEN}


def test_kde_is_asked_again_after_its_old_signal_and_after_its_new_one() -> None:
    """So that nothing sticks on a newer desktop."""
    kde = _source("KDE power")
    for signal in (
        new_signal(kde.address, "InhibitionsChanged"),
        _changed(kde, {"ActiveInhibitions": ("as", [])}, []),
    ):
        assert _matches(kde, signal)
        assert kde.is_touched_by(signal)


def _matches(source: Source, signal: Message) -> bool:
    """Whether a source hears a signal of its program."""
    signal.header.fields[HeaderFields.sender] = source.address.bus_name
    return any(rule.matches(signal) for rule in source.rules())
