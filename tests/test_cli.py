from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from hipstretch import __version__
from hipstretch.cli import main

_CHECKOUT = Path(__file__).parents[1]
_ROUTINES = _CHECKOUT / "routines"

BEND = """\
name: Bend
kind: stretch
position: standing
areas: [hip]
equipment: [wall]
instructions: {setup: Stand., move: Bend., hold: Breathe., release: Stand.}
dose: {hold: 20 s}
"""
MORNINGS = """\
name: Mornings
steps:
  - stretch: bend
    hold: 2 breaths
  - rest: 1 min
  - stretch: knee-to-chest
    sides: each
    self_paced: true
  - stretch: bend
    hold:
    reps:
    sets:
"""

Run = Callable[..., tuple[int, str, str]]
WriteFiles = Callable[[Mapping[str, str]], None]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own folder, which is not there yet."""
    folder = tmp_path / "home"
    monkeypatch.setenv("HIPSTRETCH_HOME", str(folder))
    return folder


@pytest.fixture
def write(home: Path) -> WriteFiles:
    """Writes files of a path and a text each below the person's own folder."""

    def write_files(files: Mapping[str, str]) -> None:
        for name, text in files.items():
            path = home / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write_files


@pytest.fixture
def run(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command here; tells its status, output and complaints."""
    del home

    def run_here(*words: str | Path) -> tuple[int, str, str]:
        status = main([str(word) for word in words])
        return status, *capsys.readouterr()

    return run_here


def run_apart(
    *words: str | bytes | Path, code: str | None = None, **variables: str
) -> subprocess.CompletedProcess[bytes]:
    """The command, or some Python, in a process of its own."""
    what = ["-m", "hipstretch"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *what, *words],
        cwd=_CHECKOUT,
        env={**os.environ, **variables},
        capture_output=True,
        timeout=60,
        check=False,
    )


class TestPlan:
    """`hipstretch plan`."""

    def test_the_table(self, run: Run) -> None:
        """A line that a person can read for each phase."""
        status, output, complaints = run("plan", "one-minute-break")
        assert (status, complaints) == (0, "")
        assert output.splitlines() == [
            "One-minute break: 1:00 min",
            "  0:00       10 s  ready   right  Seated hip stretch  rep 1 of 1",
            "  0:10       20 s  hold    right  Seated hip stretch  rep 1 of 1",
            "  0:30       10 s  switch  left   Seated hip stretch  rep 1 of 1",
            "  0:40       20 s  hold    left   Seated hip stretch  rep 1 of 1",
        ]

    def test_the_table_tells_sets_pauses_and_what_is_open(
        self, run: Run, write: WriteFiles
    ) -> None:
        """A pause has no stretch; a question mark stands for what is not prescribed yet."""
        write({"routines/mornings.yaml": MORNINGS, "routines/stretches/bend.yaml": BEND})
        status, output, _ = run("plan", "mornings")
        assert status == 0
        assert output.splitlines() == [
            "Mornings: 1:50 min",
            "  0:00       10 s  ready          Bend  rep 1 of 1",
            "  0:10       12 s  hold           Bend  rep 1 of 1",
            "  0:22       60 s  rest           pause",
            "  1:22       10 s  ready   right  Knee to chest  rep 1 of 3",
            "  1:32  your pace  move    right  Knee to chest  rep 1 of 3",
            "  1:32  your pace  move    right  Knee to chest  rep 2 of 3",
            "  1:32  your pace  move    right  Knee to chest  rep 3 of 3",
            "  1:32        8 s  switch  left   Knee to chest  rep 1 of 3",
            "  1:40  your pace  move    left   Knee to chest  rep 1 of 3",
            "  1:40  your pace  move    left   Knee to chest  rep 2 of 3",
            "  1:40  your pace  move    left   Knee to chest  rep 3 of 3",
            "  1:40       10 s  ready          Bend  rep 1 of ? set 1 of ?",
            "  1:50  your pace  hold           Bend  rep 1 of ? set 1 of ?",
        ]

    def test_the_json_object(self, run: Run) -> None:
        """Name, seconds and phases with all their keys; whole seconds are whole numbers."""
        status, output, _ = run("plan", "one-minute-break", "--json")
        assert status == 0
        plan = json.loads(output)
        assert list(plan) == ["name", "seconds", "phases"]
        assert (plan["name"], plan["seconds"]) == ("One-minute break", 60)
        assert plan["phases"][2] == {
            "start": 30,
            "seconds": 10,
            "kind": "switch",
            "stretch": "Seated hip stretch",
            "side": "left",
            "rep": 1,
            "reps": 1,
            "set": 1,
            "sets": 1,
        }
        assert '"seconds": 60,' in output

    def test_what_has_no_value_is_null(self, run: Run, write: WriteFiles) -> None:
        """A self-paced rep's length, what is not prescribed, and what a pause has not."""
        write({"routines/mornings.yaml": MORNINGS, "routines/stretches/bend.yaml": BEND})
        phases = json.loads(run("plan", "mornings", "--json")[1])["phases"]
        rest, open_rep, unset = phases[2], phases[4], phases[-1]
        keys = ("stretch", "side", "rep", "reps", "set", "sets")
        assert [rest[key] for key in keys] == [None] * 6
        assert (open_rep["kind"], open_rep["seconds"]) == ("move", None)
        assert [unset[key] for key in ("seconds", "reps", "sets")] == [None] * 3
        assert (unset["rep"], unset["set"]) == (1, 1)

    def test_fractions_of_a_second_stay(self, run: Run, tmp_path: Path) -> None:
        """Only needless zeros go."""
        path = tmp_path / "r.yaml"
        path.write_text("name: R\nsteps: [{rest: 1.5}]\n")
        assert json.loads(run("plan", path, "--json")[1])["seconds"] == 1.5

    @pytest.mark.parametrize(("side", "reps"), [("left", (2, 3)), ("right", (3, 2))])
    def test_the_affected_side(self, run: Run, side: str, reps: tuple[int, int]) -> None:
        """It has the repeats that the routine gives it."""
        plan = json.loads(run("plan", "one-sided-sciatica", "--json", "--affected", side)[1])
        holds = [p for p in plan["phases"] if p["stretch"] == "Knee to chest"]
        assert (
            tuple(
                sum(1 for p in holds if p["kind"] == "hold" and p["side"] == one)
                for one in ("right", "left")
            )
            == reps
        )

    def test_the_settings_of_the_person_count(self, run: Run, write: WriteFiles) -> None:
        """Their first side, breath and sore side, unless the command says another."""
        settings = {"first_side": "left", "breath": 4, "affected_side": "left", "extra_rep": True}
        write(
            {
                "settings.json": json.dumps(settings),
                "routines/r.yaml": "name: R\ntiming: {get_ready: 1 breath}\nsteps:\n"
                "  - {stretch: knee-to-chest, sides: each, reps: 1}\n",
            }
        )

        def sides(*more: str) -> list[str]:
            phases = json.loads(run("plan", "r", "--json", *more)[1])["phases"]
            assert phases[0]["seconds"] == 4
            return [phase["side"] for phase in phases if phase["kind"] == "hold"]

        assert sides() == ["left", "left", "right"]
        assert sides("--affected", "right") == ["left", "right", "right"]

    def test_a_path_is_taken_too(self, run: Run, tmp_path: Path) -> None:
        """With the exercises that lie beside it."""
        (tmp_path / "stretches").mkdir()
        (tmp_path / "stretches" / "bend.yaml").write_text(BEND)
        path = tmp_path / "r.yaml"
        path.write_text("name: R\nsteps: [{stretch: bend}]\n")
        status, output, _ = run("plan", path)
        assert (status, output.splitlines()[0]) == (0, "R: 0:30 min")

    def test_a_file_without_the_ending_is_a_path(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Where no routine has that id."""
        (tmp_path / "notes").write_text("name: R\nsteps: [{rest: 5 s}]\n")
        monkeypatch.chdir(tmp_path)
        assert run("plan", "notes")[1].startswith("R: 0:05 min")

    def test_an_own_routine_takes_the_place_of_a_bundled_one(
        self, run: Run, write: WriteFiles
    ) -> None:
        """As it does in the window."""
        write({"routines/desk-break.yaml": "name: Mine\nsteps: [{rest: 5 s}]\n"})
        assert run("plan", "desk-break")[1].startswith("Mine: 0:05 min")

    @pytest.mark.parametrize("word", ["no-such", "no/such", "no-such.yaml", "..", "", "x" * 300])
    def test_what_is_not_there(self, run: Run, word: str) -> None:
        """Status 2, and a line that says so."""
        complaint = f"hipstretch: there is no routine or file {word}\n"
        assert run("plan", word) == (2, "", complaint)

    def test_a_faulty_file(self, run: Run, tmp_path: Path) -> None:
        """Status 1, and its faults as `check` prints them, where no plan is expected."""
        path = tmp_path / "r.yaml"
        path.write_text("name: R\nsteps: [{rest: soon}]\nx: 1\n")
        status, output, complaints = run("plan", path, "--json")
        assert (status, output) == (1, "")
        assert [line.split(": ")[0] for line in complaints.splitlines()] == [
            *(f"{path}:2:16", f"{path}:3:1")
        ]


class TestCheck:
    """`hipstretch check`; what it finds is tested with the faulty files."""

    def test_good_files_are_passed_in_silence(self, run: Run) -> None:
        """Routines and exercises, however many."""
        files = [_ROUTINES / "desk-break.yaml", _ROUTINES / "stretches" / "childs-pose.yaml"]
        assert run("check", *files) == (0, "", "")

    def test_the_faults_of_all_files_are_told(self, run: Run, tmp_path: Path) -> None:
        """A good one between two bad ones changes nothing."""
        paths = [tmp_path / "a.yaml", _ROUTINES / "desk-break.yaml", tmp_path / "b.yaml"]
        paths[0].write_text("nmae: R\n")
        status, output, complaints = run("check", *paths)
        assert (status, complaints) == (1, "")
        assert output.splitlines() == [
            f"{paths[0]}:1:1: `name` is missing in a routine",
            f"{paths[0]}:1:1: `steps` is missing in a routine",
            f"{paths[0]}:1:1: unknown key `nmae`; did you mean `name`?",
            f"{paths[2]}:1:1: the file cannot be read: No such file or directory",
        ]

    def test_exercises_are_looked_for_beside_the_file_and_at_home(
        self, run: Run, write: WriteFiles, tmp_path: Path
    ) -> None:
        """And among the bundled ones; exercises may name each other as well."""
        write({"routines/stretches/at-home.yaml": BEND})
        beside = tmp_path / "stretches"
        beside.mkdir()
        (beside / "bend.yaml").write_text(BEND + "easier: at-home\nharder: lean\n")
        (beside / "lean.yaml").write_text(BEND + "easier: bend\nharder: childs-pose\n")
        routine = tmp_path / "r.yaml"
        steps = "[{stretch: bend}, {stretch: at-home}, {stretch: childs-pose}]"
        routine.write_text(f"name: R\nsteps: {steps}\n")
        assert run("check", routine, beside / "bend.yaml", beside / "lean.yaml") == (0, "", "")

    def test_a_name_that_is_no_text_can_be_told(self, tmp_path: Path) -> None:
        """Half a character in it is printed as an escape."""
        name = os.fsencode(tmp_path) + b"/\xff.yaml"
        try:
            Path(os.fsdecode(name)).write_bytes(b"")
        except OSError:
            pytest.skip("this system has only names that are texts")
        found = run_apart("check", name)
        assert found.returncode == 1
        assert found.stdout.endswith(b"/\\udcff.yaml:1:1: the file is empty\n")


class TestList:
    """`hipstretch list`."""

    def rows(self, run: Run, *words: str) -> list[dict[str, Any]]:
        """The rows as JSON."""
        status, output, complaints = run("list", "--json", *words)
        assert (status, complaints) == (0, "")
        rows: list[dict[str, Any]] = json.loads(output)
        return rows

    def test_every_bundled_routine(self, run: Run) -> None:
        """With what the filters go by."""
        rows = {row["id"]: row for row in self.rows(run)}
        assert set(rows) == {path.stem for path in _ROUTINES.glob("*.yaml")}
        assert rows["one-minute-break"] == {
            "id": "one-minute-break",
            "name": "One-minute break",
            "seconds": 60,
            "positions": ["sitting-on-chair"],
            "areas": ["hip", "glutes", "piriformis"],
            "equipment": ["chair"],
            "origin": "bundled",
        }

    def test_the_persons_own_come_last(self, run: Run, write: WriteFiles) -> None:
        """One that takes the place of a bundled one stays in its place."""
        write(
            {
                "routines/a.yaml": "name: Mine\nsteps: [{rest: 5 s}]\n",
                "routines/desk-break.yaml": "name: Short\nsteps: [{rest: 5 s}]\n",
            }
        )
        rows = self.rows(run)
        assert (rows[-1]["id"], rows[-1]["origin"]) == ("a", "own")
        (short,) = (row for row in rows if row["id"] == "desk-break")
        assert (short["name"], short["origin"]) == ("Short", "own")

    def test_every_exercise(self, run: Run, write: WriteFiles) -> None:
        """Alone, with its own dose; a person's own among them."""
        write({"routines/stretches/bend.yaml": BEND})
        rows = {row["id"]: row for row in self.rows(run, "--exercises")}
        bundled = {path.stem for path in (_ROUTINES / "stretches").glob("*.yaml")}
        assert set(rows) == bundled | {"bend"}
        assert (rows["bend"]["seconds"], rows["bend"]["origin"]) == (30, "own")
        assert rows["bend"]["equipment"] == ["wall"]
        assert rows["childs-pose"]["origin"] == "bundled"

    @pytest.mark.parametrize("words", [(), ("--exercises",)])
    def test_the_table(self, run: Run, words: tuple[str, ...]) -> None:
        """Id, length and name in columns."""
        status, output, _ = run("list", *words)
        assert status == 0
        widths = {len(line) - len(line.split("  ", 1)[1].lstrip()) for line in output.splitlines()}
        assert len(widths) <= 2
        assert len(output.splitlines()) == len(self.rows(run, *words))

    def test_a_table_of_an_own_name(self, run: Run, write: WriteFiles) -> None:
        """Any script will do."""
        write({"routines/ü.yaml": "name: Übung 体操\nsteps: [{rest: 65 s}]\n"})
        last = run("list")[1].splitlines()[-1]
        assert last.split(maxsplit=2) == ["ü", "1:05", "Übung 体操"]

    def test_faulty_files_are_told_apart(self, run: Run, write: WriteFiles, home: Path) -> None:
        """The list has all others, and is clean for whoever reads it."""
        write({"routines/a.yaml": "name: A\n", "routines/stretches/b.yaml": "name: B\n"})
        status, output, complaints = run("list", "--json")
        assert status == 0
        assert "a" not in {row["id"] for row in json.loads(output)}
        path = home / "routines" / "a.yaml"
        assert complaints == f"{path}:1:1: `steps` is missing in a routine\n"
        status, output, complaints = run("list", "--json", "--exercises")
        assert status == 0
        assert "b" not in {row["id"] for row in json.loads(output)}
        assert len(complaints.splitlines()) == 5


class TestCommand:
    """The command itself."""

    def test_without_a_word_it_opens_the_window(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """And ends with its status."""
        starts: list[bool] = []

        def launch(*, is_hidden: bool) -> int:
            starts.append(is_hidden)
            return 7

        monkeypatch.setattr("hipstretch.launch.launch", launch)
        assert run() == (7, "", "")
        assert run("--hidden") == (7, "", "")
        assert starts == [False, True]

    def test_its_words_are_those_of_the_process(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Unless others are given."""
        monkeypatch.setattr("sys.argv", ["hipstretch", "plan", "no-such"])
        assert main() == 2

    def test_its_version(self, capsys: pytest.CaptureFixture[str]) -> None:
        """With its name."""
        with pytest.raises(SystemExit, match="0"):
            main(["--version"])
        assert capsys.readouterr().out == f"hipstretch {__version__}\n"

    @pytest.mark.parametrize(
        "words",
        [
            *(["stretch"], ["check"], ["plan"], ["plan", "a", "--affected", "both"], ["--json"]),
            *(["list", "desk-break"], ["plan", "a", "b"]),
        ],
    )
    def test_what_it_does_not_know(
        self, words: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        """Status 2, and how it is used."""
        with pytest.raises(SystemExit, match="2"):
            main(words)
        assert capsys.readouterr().err.startswith("usage: hipstretch")

    def test_it_is_a_program(self, home: Path) -> None:
        """`python -m hipstretch` ends with the command's status."""
        del home
        assert run_apart("plan", "no-such").returncode == 2
        found = run_apart("plan", "one-minute-break")
        assert (found.returncode, found.stderr) == (0, b"")
        assert found.stdout.startswith(b"One-minute break: 1:00 min")

    def test_a_terminal_without_a_character_gets_an_escape(
        self, home: Path, write: WriteFiles
    ) -> None:
        """No command fails for a name."""
        del home
        write({"routines/u.yaml": "name: Übung\nsteps: [{rest: 5 s}]\n"})
        found = run_apart("plan", "u", PYTHONIOENCODING="ascii")
        assert (found.returncode, found.stderr) == (0, b"")
        assert found.stdout.startswith(b"\\xdcbung: 0:05 min")

    @pytest.mark.parametrize(
        "words",
        [
            *(["list"], ["list", "--json"], ["list", "--exercises"]),
            *(["plan", "desk-break"], ["plan", "desk-break", "--json", "--affected", "left"]),
            *(["check", "routines/desk-break.yaml", "tests/faulty/several-faults.yaml"],),
        ],
    )
    def test_no_window_is_needed(self, home: Path, words: list[str]) -> None:
        """Neither Qt nor what only customising and the history need is loaded."""
        del home
        code = (
            "import sys\nfrom hipstretch.cli import main\nmain(sys.argv[1:])\n"
            "heavy = {'PySide6', 'ruamel', 'sqlite3', 'hipstretch.ui', 'hipstretch.qt'}\n"
            "sys.exit(bool(heavy & set(sys.modules)))\n"
        )
        found = run_apart(*words, code=code)
        assert (found.returncode, found.stderr) == (0, b"")
