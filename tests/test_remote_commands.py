from __future__ import annotations

import pytest

from hipstretch import launch, remote_commands
from hipstretch.cli import main
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.core.treatment import Kind, Means, Place
from hipstretch.services.instance.client import NoAnswerError, NotRunningError

USAGE_ERROR = 2


class Program:
    """The program that runs, or does not: what it is asked, and what it is started with."""

    def __init__(self) -> None:
        self.asked: list[Request] = []
        self.launched: list[Request | None] = []
        self.answer: Reply | Exception = Reply(True, "Done.")

    def ask(self, _folder: object, request: Request) -> Reply:
        """Answer, or fail as an absent or a stuck program does."""
        self.asked.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer

    def launch(self, request: Request | None = None) -> int:
        """Start the program."""
        self.launched.append(request)
        return 0


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Program:
    """A program that answers."""
    made = Program()
    monkeypatch.setattr(remote_commands, "ask", made.ask)
    monkeypatch.setattr(launch, "launch", made.launch)
    return made


@pytest.mark.parametrize(
    ("words", "request_made"),
    [
        ("ice", Request(Command.ICE, minutes=20)),
        ("ice 5", Request(Command.ICE, minutes=5)),
        ("ice 15min", Request(Command.ICE, minutes=15)),
        (
            "ice 20 --where left-hip",
            Request(Command.ICE, minutes=20, place=Place.LEFT_HIP),
        ),
        ("heat", Request(Command.HEAT, minutes=30)),
        (
            "heat 10 --where lower-back --with bath",
            Request(Command.HEAT, minutes=10, place=Place.LOWER_BACK, means=Means.BATH),
        ),
        ("stop", Request(Command.STOP)),
        ("stop ice", Request(Command.STOP, kind=Kind.ICE)),
        ("stop heat", Request(Command.STOP, kind=Kind.HEAT)),
        ("start mornings", Request(Command.START, routine="mornings")),
        ("up", Request(Command.UP)),
        ("resume-breaks", Request(Command.RESUME_BREAKS)),
        ("pause-breaks 1h", Request(Command.PAUSE_BREAKS, seconds=3600.0)),
        ("pause-breaks 45", Request(Command.PAUSE_BREAKS, seconds=2700.0)),
        ("status", Request(Command.STATUS)),
    ],
)
def test_words_become_a_request(
    words: str, request_made: Request, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """The program is asked once, and its answer printed."""
    assert main(words.split()) == 0
    assert program.asked == [request_made]
    assert program.launched == []
    assert capsys.readouterr() == ("Done.\n", "")


@pytest.mark.parametrize("minutes", ["21", "21min", "20.5", "4", "0", "-5", "1h", "nan", "٢٠", ""])
def test_ice_of_another_length_is_refused_in_words(
    minutes: str, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before the program is asked or started."""
    with pytest.raises(SystemExit) as stopped:
        main(["ice", "--", minutes])
    assert stopped.value.code == USAGE_ERROR
    assert "ice is for 5 to 20 minutes, so that it is safe for your skin" in capsys.readouterr().err
    assert (program.asked, program.launched) == ([], [])


def test_heat_of_another_length_is_refused_in_words(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """Half an hour is the most."""
    with pytest.raises(SystemExit):
        main(["heat", "31"])
    assert "heat is for 5 to 30 minutes" in capsys.readouterr().err
    assert program.asked == []


@pytest.mark.parametrize(
    "words",
    [
        "ice 20 --where knee",
        "ice --with bath",
        "heat --with pack",
        "heat --with fire",
        "stop both",
        "pause-breaks 25h",
        "pause-breaks 0",
        "pause-breaks soon",
    ],
)
def test_words_that_mean_nothing_are_refused(
    words: str, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is possible is said, and nothing is asked."""
    with pytest.raises(SystemExit) as stopped:
        main(words.split())
    assert stopped.value.code == USAGE_ERROR
    assert capsys.readouterr().err.startswith("usage: hipstretch")
    assert program.asked == []


@pytest.mark.parametrize(
    ("words", "command"),
    [
        ("ice", Command.ICE),
        ("heat 10", Command.HEAT),
        ("stop", Command.STOP),
        ("start mornings", Command.START),
    ],
)
def test_a_program_that_does_not_run_is_started_with_the_request(
    words: str, command: Command, program: Program
) -> None:
    """It does it as its first thing."""
    program.answer = NotRunningError()
    assert main(words.split()) == 0
    assert program.launched == program.asked
    assert [request.command for request in program.asked] == [command]


@pytest.mark.parametrize("words", ["status", "up"])
def test_a_program_that_does_not_run_is_not_started_for_a_question(
    words: str, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is nothing to tell."""
    program.answer = NotRunningError()
    assert main([words]) == remote_commands.NOT_RUNNING
    assert capsys.readouterr() == ("", "HipStretch is not running.\n")
    assert program.launched == []


@pytest.mark.parametrize("words", ["status", "ice"])
def test_a_program_that_does_not_answer_is_told(
    words: str, program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no second one is started beside it."""
    program.answer = NoAnswerError("it is stuck")
    assert main([words]) == remote_commands.NOT_RUNNING
    assert capsys.readouterr() == ("", "hipstretch: it is stuck\n")
    assert program.launched == []


def test_what_was_not_done_is_said_where_errors_go(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """With a status of its own."""
    program.answer = Reply(False, "Ice is running already. Stop it first.")
    assert main(["ice"]) == remote_commands.NOT_DONE
    assert capsys.readouterr() == ("", "Ice is running already. Stop it first.\n")


def test_the_status_has_its_facts_as_json(
    program: Program, capsys: pytest.CaptureFixture[str]
) -> None:
    """For other programs."""
    program.answer = Reply(True, "Sitting 18 min.", {"sat": 1080})
    assert main(["status", "--json"]) == 0
    assert capsys.readouterr().out == '{\n  "sat": 1080\n}\n'
