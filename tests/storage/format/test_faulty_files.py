"""Every kind of fault through the real command.

The files of text lie in `tests/faulty`; each begins with its faults, one a line, as
`# expect: LINE:COLUMN words`. What no text file can hold, or is too large to keep, is made here.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from hipstretch.cli import main
from hipstretch.storage.format.nodes import MAX_BYTES

_CHECKOUT = Path(__file__).parents[3]
_FAULTY = _CHECKOUT / "tests" / "faulty"
_EXPECT = re.compile(r"# expect: (\d+):(\d+) (.+)")
_OPEN_ROUTINE = "name: R\nsteps:\n  - stretch: knee-to-chest\n"
MOST_SECONDS = 2.0
MOST_KIB = 200 * 1024


@pytest.fixture(autouse=True)
def _no_own_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person has no exercises of their own."""
    monkeypatch.setenv("HIPSTRETCH_HOME", str(tmp_path / "home"))


def expected_of(path: Path) -> list[tuple[int, int, str]]:
    """Line, column and words of the faults that a file should have."""
    lines = path.read_text(encoding="utf-8").splitlines()
    found = [match for line in lines if (match := _EXPECT.fullmatch(line))]
    assert found, f"{path.name} expects nothing"
    return [(int(match[1]), int(match[2]), match[3]) for match in found]


def told(path: Path, output: str) -> list[tuple[int, int, str]]:
    """Line, column and message of what was printed of a file."""
    form = re.compile(re.escape(str(path)) + r":(\d+):(\d+): (.+)")
    found = [form.fullmatch(line) for line in output.splitlines()]
    return [(int(match[1]), int(match[2]), match[3]) for match in found if match is not None]


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, id=path.stem) for path in sorted(_FAULTY.rglob("*.yaml"))],
)
def test_a_faulty_file(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of its faults are told, each at its place, in order, and nothing else."""
    assert main(["check", str(path)]) == 1
    output = capsys.readouterr()
    assert output.err == ""
    found, expected = told(path, output.out), expected_of(path)
    assert len(found) == len(output.out.splitlines())
    assert [place[:2] for place in found] == [place[:2] for place in expected]
    for (_, _, message), (_, _, words) in zip(found, expected, strict=True):
        assert words in message


def test_there_are_enough_of_them() -> None:
    """The collection does not get lost."""
    assert len(list(_FAULTY.rglob("*.yaml"))) >= 200


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        pytest.param(b"", 1, 1, "the file is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf", 1, 1, "the file is empty", id="only-byte-order-mark"),
        pytest.param(b"name: \xdcbung\n", 1, 7, "not UTF-8", id="latin-1"),
        pytest.param(b"name: R\n# caf\xe9\n", 2, 6, "not UTF-8", id="latin-1-in-a-comment"),
        pytest.param("name: R\n".encode("utf-16"), 1, 1, "not UTF-8", id="utf-16"),
        pytest.param("name: R".encode("utf-16-le"), 1, 2, "U+0000", id="utf-16-without-mark"),
        pytest.param(b"name: a\x00b\n", 1, 8, "U+0000", id="null"),
        pytest.param(b"name: R\nsummary: \x1b[31mred\n", 2, 10, "U+001B", id="escape"),
        pytest.param(b"name: 'a\x07'\n", 1, 9, "U+0007", id="bell-in-quotes"),
        pytest.param(b"\x7fELF\x02\x01\x01", 1, 1, "U+007F", id="a-program"),
        pytest.param(b"\x89PNG\r\n\x1a\n", 1, 1, "not UTF-8", id="a-picture"),
        pytest.param(b"PK\x03\x04\x14", 1, 3, "U+0003", id="an-archive"),
        pytest.param(b"name:\xc2\xa0R\n", 1, 1, "expected a routine", id="no-break-space"),
        pytest.param(b"name: R\rnmae: S\rsteps: []", 2, 1, "`name`", id="carriage-returns"),
        pytest.param(b"name: R\r\nnmae: S\r\nsteps: []", 2, 1, "`name`", id="windows-lines"),
        pytest.param(b"{", 1, 2, "expected a value", id="one-brace"),
        pytest.param(b'"', 1, 1, "a quote is never closed", id="one-quote"),
        pytest.param(
            f"{_OPEN_ROUTINE}    note: é{{side}}\n    hodl: 1".encode(), 5, 5, "`hold`", id="é"
        ),
    ],
)
def test_faulty_bytes(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    data: bytes,
    line: int,
    column: int,
    words: str,
) -> None:
    """The first fault is told at its place."""
    path = tmp_path / "routine.yaml"
    path.write_bytes(data)
    assert main(["check", str(path)]) == 1
    found = told(path, capsys.readouterr().out)
    assert found[0][:2] == (line, column)
    assert words in found[0][2]


def test_what_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A missing one, a folder, and names that the system refuses."""
    paths = [tmp_path / "none.yaml", tmp_path, tmp_path / ("x" * 300), Path(os.devnull)]
    assert main(["check", *map(str, paths)]) == 1
    found = capsys.readouterr().out.splitlines()
    assert [line.split(":1:1: ")[0] for line in found] == [str(path) for path in paths]
    assert found[0].endswith("the file cannot be read: No such file or directory")
    assert found[1].endswith("not a file")
    assert "the file cannot be read" in found[2]
    assert found[3].endswith("not a file")


def _bomb() -> str:
    """Ten levels of ten aliases: ten thousand million texts, if they were followed."""
    levels = ["a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    levels += [f"b{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 11)]
    return "\n".join(levels)


def _fill(line: str) -> str:
    """As many copies of a line as a file may have."""
    return line * (MAX_BYTES // len(line.encode()))


HEAVY: dict[str, Callable[[], str]] = {
    "alias-bomb": _bomb,
    "too-large": lambda: _OPEN_ROUTINE + "#" * MAX_BYTES,
    "far-too-large": lambda: _OPEN_ROUTINE + "# words\n" * 4_000_000,
    "brackets": lambda: "[" * MAX_BYTES,
    "brackets-closed": lambda: "[" * (MAX_BYTES // 2) + "]" * (MAX_BYTES // 2),
    "braces": lambda: "{" * MAX_BYTES,
    "deep-keys": lambda: _fill("{a: "),
    "deep-dashes": lambda: _fill("- "),
    "deep-indentation": lambda: "\n".join(" " * n + "a:" for n in range(1400)),
    "question-marks": lambda: _fill("? "),
    "200k-keys": lambda: "".join(f"{n}:\n" for n in range(150_000)),
    "200k-lines": lambda: "x:\n" * 200_000,
    "200k-steps": lambda: "name: R\nsteps:\n" + "- a\n" * 200_000,
    "200k-doubled-keys": lambda: "name: R\n" * 100_000,
    "200k-comments": lambda: "#\n" * 500_000,
    "unknown-keys": lambda: "".join(f"key{n:05}: x\n" for n in range(24_000)),
    "unknown-long-keys": lambda: _fill("x" * 900 + ": 1\n"),
    "unknown-exercises": lambda: (
        "name: R\nsteps:\n" + "".join(f"- stretch: knee-to-chest{n}\n" for n in range(200))
    ),
    "a-long-text": lambda: "name: R\nsteps: " + "x" * 1_000_000,
    "a-long-number": lambda: _OPEN_ROUTINE + "    reps: " + "9" * 1_000_000,
    "a-long-time": lambda: _OPEN_ROUTINE + "    hold: " + "1 min " * 160_000,
    "a-long-word-of-digits": lambda: "name: " + "1" * 1_000_000 + "\nsteps: []",
    "open-quotes": lambda: "'" * 1_000_001,
    "a-long-quote": lambda: 'name: "' + "\\x41" * 250_000,
    "placeholders": lambda: (
        "kind: stretch\ninstructions:\n  setup: '"
        + "".join(f"{{{n}}}" for n in range(120_000))
        + "'\ndose: {hold: 5}\n"
    ),
    "open-placeholders": lambda: (
        "kind: stretch\ninstructions:\n  setup: '" + "{side" * 200_000 + "'\ndose: {hold: 5}\n"
    ),
    "colons": lambda: ":" * 1_000_000,
    "tabs": lambda: "\t" * 1_000_000 + "a",
    "commas": lambda: "[" + "," * 1_000_000,
    "tags": lambda: _fill("!a "),
    "anchors": lambda: _fill("&a "),
    "documents": lambda: _fill("---\n"),
    "phases": lambda: (
        "name: R\ntiming: {get_ready: 0, switch: 0, relax: 0, rest: 0}\nsteps:\n"
        + "- {stretch: knee-to-chest, self_paced: true, reps: 100, sets: 20}\n" * 200
    ),
}


_MEASURED = """\
import resource, sys
from hipstretch.cli import main
status = main(["check", sys.argv[1]])
used = resource.getrusage(resource.RUSAGE_SELF)
with open("/proc/self/status") as lines:
    kib = next(line.split()[1] for line in lines if line.startswith("VmHWM:"))
print(used.ru_utime + used.ru_stime, kib, file=sys.stderr)
sys.exit(status)
"""
"""Check a file, and tell the seconds and the most KiB that it took: the kernel's own peak for a
child begins with its parent's, so the child reads what is its own."""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells its peak")
@pytest.mark.parametrize("name", HEAVY)
def test_a_heavy_file(tmp_path: Path, name: str) -> None:
    """A file made to exhaust the machine is refused quickly and with little memory."""
    path, output = tmp_path / "heavy.yaml", tmp_path / "output"
    path.write_text(HEAVY[name](), encoding="utf-8")
    with output.open("wb") as out:
        process = subprocess.run(
            [sys.executable, "-c", _MEASURED, str(path)],
            stdout=out,
            stderr=subprocess.PIPE,
            cwd=_CHECKOUT,
            text=True,
            timeout=60,
            check=False,
        )
    lines = output.read_text(encoding="utf-8").splitlines()
    assert process.returncode == 1, process.stderr
    assert len(told(path, "\n".join(lines))) == len(lines) > 0
    seconds, kib = process.stderr.split()
    assert float(seconds) < MOST_SECONDS
    assert int(kib) < MOST_KIB


def test_a_fifo_is_not_waited_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing would ever come."""
    if not hasattr(os, "mkfifo"):
        pytest.skip("only Unix has them")
    path = tmp_path / "pipe.yaml"
    os.mkfifo(path)
    began = time.monotonic()
    assert main(["check", str(path)]) == 1
    assert time.monotonic() - began < MOST_SECONDS
    assert told(path, capsys.readouterr().out) == [(1, 1, "not a file")]
