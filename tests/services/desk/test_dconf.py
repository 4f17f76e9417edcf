from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hipstretch.services.desk.dconf import find, read_switch, user_file
from tests.services.desk.settings_file import FALSE, TEXT, TRUE, settings_file

KEY = "/org/gnome/desktop/notifications/show-banners"


NAMES = st.text("abc-", min_size=1, max_size=4)
KEYS = st.lists(NAMES, min_size=1, max_size=4).map(lambda names: "/" + "/".join(names))


@given(st.dictionaries(KEYS, st.sampled_from([TRUE, FALSE, TEXT])), KEYS)
def test_each_value_is_found_under_its_whole_name(values: dict[str, bytes], other: str) -> None:
    """And none under a name that is not there."""
    data = settings_file(values)
    for key, value in values.items():
        assert find(data, key.encode()) == value
    assert find(data, other.encode()) == values.get(other)


@pytest.mark.parametrize(
    ("value", "is_on"), [(TRUE, True), (FALSE, False), (TEXT, True), (b"", True), (None, True)]
)
def test_a_switch_is_read(value: bytes | None, is_on: bool, tmp_path: Path) -> None:
    """What is no switch, or not set, is as by default."""
    path = tmp_path / "user"
    path.write_bytes(settings_file({"/org/other": FALSE} if value is None else {KEY: value}))
    assert read_switch(path, KEY, default=True) is is_on


def test_what_was_never_set_is_as_by_default(tmp_path: Path) -> None:
    """There may be no file, or an empty one."""
    assert read_switch(tmp_path / "none", KEY, default=True)
    (tmp_path / "empty").touch()
    assert not read_switch(tmp_path / "empty", KEY, default=False)


@given(st.integers(1, 400))
def test_a_file_that_is_cut_off_is_named(length: int) -> None:
    """Or gives a part of a value; nothing else is raised."""
    data = settings_file({KEY: TRUE, "/org/other": FALSE})[:length]
    try:
        found = find(data, KEY.encode())
    except ValueError:
        return
    assert found is None or TRUE.startswith(found)


def test_parents_in_a_ring_end() -> None:
    """A broken file turns nobody in circles."""
    data = bytearray(settings_file({"/a": TRUE}))
    head = 24 + 8 + 4 * 4
    struct.pack_into("<I", data, head + 4, 1)
    struct.pack_into("<I", data, head + 24 + 4, 0)
    assert find(bytes(data), b"/a") is None


@pytest.mark.parametrize(
    ("environment", "path"),
    [({}, "/home/me/.config/dconf/user"), ({"XDG_CONFIG_HOME": "/etc/me"}, "/etc/me/dconf/user")],
)
def test_the_file_is_in_the_persons_configuration(environment: dict[str, str], path: str) -> None:
    """Wherever that is."""
    assert user_file(environment, Path("/home/me")) == Path(path)
