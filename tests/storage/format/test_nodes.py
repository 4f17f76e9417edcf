from __future__ import annotations

import pytest
import yaml

from hipstretch.core.fault import Fault
from hipstretch.storage.format import nodes
from hipstretch.storage.format.faults import Faults, Marked
from hipstretch.storage.format.nodes import ListNode, MapNode, Node, Scalar, read_nodes


def read(text: str | bytes) -> tuple[Node | None, tuple[Fault, ...]]:
    """The tree of a text or of bytes, and the faults."""
    faults = Faults()
    data = text.encode() if isinstance(text, str) else text
    return read_nodes(data, faults), faults.in_order()


def fault(text: str | bytes) -> Fault:
    """The one fault of a text that is refused."""
    tree, found = read(text)
    assert tree is None
    (only,) = found
    return only


def plain(line: int, column: int, text: str) -> Scalar:
    """A text without quotes at a place."""
    return Scalar(Marked(line, column), text, is_plain=True)


def test_a_tree_knows_its_lines() -> None:
    """Lists, maps and texts, keys in the file's order, doubled ones too."""
    tree, found = read("a: [x, 'y']\nb:\n  - z\na: 1\n")
    assert found == ()
    quoted = Scalar(Marked(1, 8), "y", is_plain=False)
    assert tree == MapNode(
        Marked(1, 1),
        (
            (plain(1, 1, "a"), ListNode(Marked(1, 4), (plain(1, 5, "x"), quoted))),
            (plain(2, 1, "b"), ListNode(Marked(3, 3), (plain(3, 5, "z"),))),
            (plain(4, 1, "a"), plain(4, 4, "1")),
        ),
    )


def test_nothing_is_made_of_numbers_and_words() -> None:
    """`yes`, `1:30`, `0x10` and dates stay what was written."""
    tree, _ = read("[yes, 1:30, 0x10, 2026-01-01, 1e3, ~]")
    assert isinstance(tree, ListNode)
    texts = [item.text for item in tree.items if isinstance(item, Scalar)]
    assert texts == ["yes", "1:30", "0x10", "2026-01-01", "1e3", "~"]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbfa: b\n", b"a: b", b"a: b\r\n", b"a: b\r", b"a:\tb"])
def test_what_editors_make_of_a_file(data: bytes) -> None:
    """A byte order mark, no last line break, Windows' and old Macs' line breaks, a tab between."""
    tree, found = read(data)
    assert found == ()
    assert isinstance(tree, MapNode)
    ((key, value),) = tree.items
    assert isinstance(key, Scalar)
    assert isinstance(value, Scalar)
    assert (key.text, value.text) == ("a", "b")


@pytest.mark.parametrize(
    ("text", "is_null"),
    [
        *[("~", True), ("null", True), ("Null", True), ("NULL", True), ("", True)],
        *[("'~'", False), ('""', False), ("nil", False), ("0", False)],
    ],
)
def test_what_says_nothing(text: str, is_null: bool) -> None:
    """Only without quotes."""
    tree, _ = read(f"a: {text}")
    assert isinstance(tree, MapNode)
    value = tree.items[0][1]
    assert isinstance(value, Scalar)
    assert value.is_null is is_null


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"\xff", 1, 1),
        ("name: Übung\nsteps: é".encode("latin-1"), 1, 7),
        (b"name: a\nsummary: \xc3\xa9 and \xe9\n", 2, 16),
        ("name: a\n".encode("utf-16"), 1, 1),
        ("name: a\n".encode("utf-32"), 1, 1),
        (b"a: \xed\xa0\x80", 1, 4),
        (b"a: \xc0\x80", 1, 4),
        (b"a: \xf4\x90\x80\x80", 1, 4),
        (b"a: b\n\xe2\x82", 2, 1),
    ],
)
def test_what_is_not_utf8_is_refused_where_it_begins(data: bytes, line: int, column: int) -> None:
    """Columns count characters, not bytes."""
    assert fault(data) == (line, column, "not UTF-8; save the file with the encoding UTF-8")


@pytest.mark.parametrize(
    ("character", "name"),
    [
        *[("\0", "U+0000"), ("\x07", "U+0007"), ("\x1b", "U+001B"), ("\x7f", "U+007F")],
        *[("\x80", "U+0080"), ("\x9f", "U+009F"), ("\ufffe", "U+FFFE"), ("\uffff", "U+FFFF")],
        ("\ufeff", "U+FEFF"),
    ],
)
def test_characters_that_no_text_has_are_refused(character: str, name: str) -> None:
    """Wherever they stand, in quotes and comments too."""
    told = f"the character {name} is not allowed"
    assert fault(f"a: b\nc: é{character}\n") == (2, 5, told)
    assert fault(f"a: 'b{character}'") == (1, 6, told)
    assert fault(f"# {character}\na: b") == (1, 3, told)


@pytest.mark.parametrize(
    "text", ["a: 日本語", "a: עברית", "a: 🧘", "a: \u2028", "a: \x85", "ключ: да"]
)
def test_texts_of_any_script_are_read(text: str) -> None:
    """Also beyond the basic plane."""
    assert read(text)[1] == ()


def test_a_file_of_one_mebibyte_is_read_and_a_byte_more_is_not() -> None:
    """The limit is exact."""
    whole = b"a: b\n".ljust(nodes.MAX_BYTES, b"#")
    assert read(whole)[1] == ()
    assert fault(whole + b"#") == (1, 1, "the file is larger than 1 MiB")


def test_the_depth_has_a_limit() -> None:
    """Twenty levels are read, one more is not."""
    most = nodes.MAX_DEPTH
    assert read("[" * most + "]" * most)[1] == ()
    deeper = "[" * (most + 1) + "x" + "]" * (most + 1)
    assert fault(deeper) == (1, most + 2, "nested too deeply")


def test_the_number_of_entries_has_a_limit() -> None:
    """Fifty thousand, keys and values each counted."""
    assert read("- a\n" * (nodes.MAX_NODES - 1))[1] == ()
    found = fault("- a\n" * nodes.MAX_NODES)
    assert found == (nodes.MAX_NODES, 3, "more than 50000 entries in one file")


@pytest.mark.parametrize("text", ["", " \n\n", "# a\n# b\n", "\ufeff"])
def test_an_empty_file_is_refused(text: str) -> None:
    """Comments are nothing either."""
    assert fault(text) == (1, 1, "the file is empty")


@pytest.mark.parametrize("text", ["--- ", "---\n...\n", "--- # nothing"])
def test_an_empty_document_is_a_node_that_says_nothing(text: str) -> None:
    """What it should have been is for its reader to say."""
    tree, found = read(text)
    assert isinstance(tree, Scalar)
    assert (tree.is_null, found) == (True, ())


def test_one_document_may_have_its_marks() -> None:
    """Three dashes before, three dots after."""
    assert read("---\na: b\n...\n")[1] == ()


def test_an_unknown_complaint_is_passed_on() -> None:
    """The words of pyyaml itself where there are no better ones."""
    assert fault('a: "\\q"').message == "not YAML: found unknown escape character"


def test_the_slower_loader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pyyaml came without its C library."""
    text = "a: [x, 'y']\nb:\n  - z: {c: d}\n"
    quick = read(text)
    monkeypatch.setattr(nodes, "_LOADER", yaml.SafeLoader)
    assert read(text) == quick
    assert fault("a: b\n\tc: d")[:2] == (2, 1)
    assert fault("a: @b") == (1, 4, "not YAML: put a text that begins with `@` in quotes")
    assert fault("[" * 5000).message == "nested too deeply"
