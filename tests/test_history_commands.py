from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from icalendar import Calendar

from hipstretch import history_commands, paths
from hipstretch.cli import main
from hipstretch.core.history import SessionRecord
from hipstretch.outgoing import Outgoing
from hipstretch.storage.database import Database
from hipstretch.storage.history import History
from tests.core.report_days import rep

NOW = datetime(2026, 7, 8, 18, 30, tzinfo=UTC)
REPORT = "hipstretch-report-2026-07-08.pdf"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: object) -> Path:
    """A person's folder, a folder to write into, and a clock that stands; a report takes `qapp`."""
    assert qapp is not None
    folder = tmp_path / "home"
    monkeypatch.setenv("HIPSTRETCH_HOME", str(folder))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(history_commands, "wall_now", _stands)
    monkeypatch.setattr(history_commands, "_outgoing", _outgoing)
    return folder


def _outgoing() -> Outgoing:
    """What can be taken out, on that evening."""
    return Outgoing(paths.own_folder(), _stands)


def _stands() -> datetime:
    """The evening of a Wednesday."""
    return NOW


@pytest.fixture
def history(home: Path) -> Database:
    """A history with one session."""
    database = Database(home / "history.sqlite3")
    record = SessionRecord(
        "mornings", "Mornings", NOW, NOW + timedelta(minutes=5), 300.0, True, (rep(),)
    )
    History(database).add(record)
    return database


@pytest.fixture
def plan(home: Path) -> Callable[..., None]:
    """Puts routines into the plan."""

    def choose(*ids: str) -> None:
        home.mkdir(exist_ok=True)
        (home / "settings.json").write_text(json.dumps({"plan": ids}), encoding="utf-8")

    return choose


@pytest.mark.usefixtures("history")
def test_everything_is_written_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says where."""
    assert main(["history", "export", "--json", "all.json"]) == 0
    written = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [one["routine_name"] for one in written["sessions"]] == ["Mornings"]
    assert written["exported_at"] == NOW.isoformat()
    assert capsys.readouterr().out == "all.json\n"


@pytest.mark.usefixtures("history")
def test_without_a_file_everything_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As JSON and nothing else, for another program to read; no file is left."""
    before = set(tmp_path.iterdir())
    assert main(["history", "export"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == 1
    assert set(tmp_path.iterdir()) == before


@pytest.mark.usefixtures("history")
def test_everything_is_written_as_tables(tmp_path: Path) -> None:
    """In one zip."""
    assert main(["history", "export", "--csv", "all.zip"]) == 0
    with ZipFile(tmp_path / "all.zip") as archive:
        assert "Mornings" in archive.read("sessions.csv").decode("utf-8-sig")


def test_a_history_of_nothing_can_be_exported(home: Path, tmp_path: Path) -> None:
    """Its tables are empty, and none is made."""
    assert main(["history", "export", "--json", "all.json"]) == 0
    assert json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))["sessions"] == []
    assert not home.exists()


@pytest.mark.usefixtures("history")
@pytest.mark.parametrize("words", [[], ["mine.pdf"]])
def test_the_report_is_a_pdf(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the day in its name unless one names it."""
    name = words[0] if words else REPORT
    assert main(["history", "report", *words]) == 0
    assert (tmp_path / name).read_bytes().startswith(b"%PDF")
    assert capsys.readouterr().out == f"{name}\n"


def test_a_report_of_nothing_is_a_page_too(tmp_path: Path) -> None:
    """It is no failure."""
    assert main(["history", "report"]) == 0
    assert (tmp_path / REPORT).exists()


def test_the_plan_is_a_calendar(plan: Callable[..., None], tmp_path: Path) -> None:
    """With an event for each routine that can be read, as long as it lasts."""
    plan("core-steadier", "there-is-none", "desk-break")
    assert main(["history", "calendar", "plan.ics"]) == 0
    events = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert [str(event["summary"]) for event in events] == ["Core steadier", "Desk break"]
    assert {event.decoded("dtstart").date() for event in events} == {NOW.date()}


@pytest.mark.parametrize("ids", [[], ["there-is-none"]])
def test_without_a_plan_there_is_no_calendar(
    plan: Callable[..., None],
    ids: list[str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """It is said where to make one."""
    plan(*ids)
    assert main(["history", "calendar", "plan.ics"]) == 1
    assert "nothing is planned yet" in capsys.readouterr().err
    assert not (tmp_path / "plan.ics").exists()


ALL_WAYS = [
    ("export --json file", b"{"),
    ("export --csv file", b"PK"),
    ("report file", b"%PDF"),
    ("calendar file", b"BEGIN:VCALENDAR"),
]


@pytest.mark.parametrize(("words", "begin"), ALL_WAYS)
def test_a_file_is_overwritten_only_by_force(
    plan: Callable[..., None],
    words: str,
    begin: bytes,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is there stays, and it is said what would overwrite it."""
    plan("desk-break")
    path = tmp_path / "file"
    path.write_text("precious", encoding="utf-8")
    assert main(["history", *words.split()]) == 1
    assert path.read_text(encoding="utf-8") == "precious"
    assert "file is there already; --force overwrites it" in capsys.readouterr().err
    assert main(["history", *words.split(), "--force"]) == 0
    assert path.read_bytes().startswith(begin)


@pytest.mark.parametrize("words", [words for words, _ in ALL_WAYS])
def test_a_file_that_cannot_be_written_is_told(
    plan: Callable[..., None], words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the system's own reason, and without a traceback."""
    plan("desk-break")
    (tmp_path / "file").mkdir()
    assert main(["history", *words.split(), "--force"]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("hipstretch: file cannot be written: ")
    assert told.out == ""


@pytest.mark.parametrize("words", ["export", "export --json file", "export --csv file", "report"])
def test_a_history_that_cannot_be_read_is_told(
    words: str, home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It stays as it is, and nothing is written."""
    home.mkdir()
    damaged = home / "history.sqlite3"
    damaged.write_bytes(b"no history" * 1000)
    assert main(["history", *words.split()]) == 1
    told = capsys.readouterr()
    assert told.err.startswith("hipstretch: ")
    assert str(damaged) in told.err
    assert told.out == ""
    assert damaged.read_bytes() == b"no history" * 1000
    assert [one.name for one in tmp_path.iterdir()] == ["home"]


def test_it_works_while_the_program_writes(history: Database, tmp_path: Path) -> None:
    """What another one is just writing is not waited for."""
    with history.change() as writing:
        writing.execute("DELETE FROM session")
        assert main(["history", "export", "--json", "all.json"]) == 0
    written = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert len(written["sessions"]) == 1


@pytest.mark.parametrize(
    "words", ["", "export --json a --csv b", "calendar", "report a b", "forget", "export a"]
)
def test_what_is_not_understood_says_how_it_goes(
    words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """As every command does."""
    with pytest.raises(SystemExit) as left:
        main(["history", *words.split()])
    assert left.value.code == 2
    assert "usage: hipstretch " in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "Nothing is sent anywhere."),
        ("export", "Without a file it prints JSON."),
        ("report", "the last four weeks on one page"),
        ("calendar", "to be opened in any calendar"),
    ],
)
def test_help_tells_what_each_word_does(
    words: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a sentence."""
    with pytest.raises(SystemExit) as left:
        main(["history", *words.split(), "--help"])
    assert left.value.code == 0
    assert told in " ".join(capsys.readouterr().out.split())


def test_the_day_is_the_persons_own(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, plan: Callable[..., None]
) -> None:
    """Without a clock of the tests the program goes by the one on the wall."""
    monkeypatch.undo()
    monkeypatch.setenv("HIPSTRETCH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    plan("desk-break")
    assert main(["history", "report"]) == 0
    days = {datetime.now(UTC).astimezone().date()}
    assert main(["history", "calendar", "plan.ics"]) == 0
    days.add(datetime.now(UTC).astimezone().date())
    (event,) = Calendar.from_ical((tmp_path / "plan.ics").read_bytes()).walk("VEVENT")
    assert event.decoded("dtstart").date() in days
    assert {path.name for path in tmp_path.glob("*.pdf")} <= {
        f"hipstretch-report-{day}.pdf" for day in days
    }
