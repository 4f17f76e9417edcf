"""The words of the `hipstretch` command that ask the running program: status, up, start, ice ..."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.core.remote import Command, Reply, Request
from hipstretch.core.treatment import MEANS, MINUTES_BOUNDS, USUAL_MINUTES, Kind, Means, Place
from hipstretch.services.instance.client import NoAnswerError, NotRunningError, ask

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Callable

NOT_DONE, NOT_RUNNING = 1, 3
_UNITS = {"h": 3600.0, "min": 60.0, "m": 60.0, "": 60.0}
_LENGTH = re.compile(r"(\d{1,4})\s*(h|min|m|)")
_MINUTES = re.compile(r"([0-9]{1,4})\s*(?:min|m|)")
LONGEST_PAUSE = 24 * 3600.0


def add_remote_commands(words: _SubParsersAction[ArgumentParser]) -> None:
    """Add the words to the parser."""
    status = words.add_parser(
        "status", help="tell how long you have been sitting, and what is left of ice and heat"
    )
    status.add_argument("--json", action="store_true", help="print one JSON object")
    status.set_defaults(run=_status)

    pause = words.add_parser("pause-breaks", help="no reminders for a while")
    pause.add_argument("length", type=_seconds, metavar="LENGTH", help="such as 30min or 1h")
    pause.set_defaults(run=_pause_breaks)

    resume = words.add_parser("resume-breaks", help="end the pause of the reminders")
    resume.set_defaults(run=_plain, request=Request(Command.RESUME_BREAKS))

    up = words.add_parser("up", help="say that you are up")
    up.set_defaults(run=_plain, request=Request(Command.UP))

    start = words.add_parser("start", help="start a routine in the window")
    start.add_argument("routine", metavar="ROUTINE", help="a routine's id")
    start.set_defaults(run=_start)

    _add_treatments(words)


def _add_treatments(words: _SubParsersAction[ArgumentParser]) -> None:
    """Add the words of ice and heat."""
    _add_treatment(words, Command.ICE, Kind.ICE, _ice_minutes)
    heat = _add_treatment(words, Command.HEAT, Kind.HEAT, _heat_minutes)
    means = [one.value for one in MEANS[Kind.HEAT]]
    heat.add_argument("--with", dest="means", choices=means, help="as on the page if left out")
    stop = words.add_parser("stop", help="stop ice, heat or both, or answer their alarm")
    kinds = [one.value for one in Kind]
    stop.add_argument("kind", nargs="?", choices=kinds, help="both if left out")
    stop.set_defaults(run=_stop)


def _add_treatment(
    words: _SubParsersAction[ArgumentParser],
    command: Command,
    kind: Kind,
    minutes: Callable[[str], int],
) -> ArgumentParser:
    """Add the word that begins a kind."""
    low, high = MINUTES_BOUNDS[kind]
    usual, places = USUAL_MINUTES[kind], [one.value for one in Place]
    parser = words.add_parser(command.value, help=f"begin {usual} minutes of {kind}, or fewer")
    length = f"{low} to {high} minutes, {usual} if left out"
    parser.add_argument(
        "minutes", nargs="?", default=usual, type=minutes, metavar="MIN", help=length
    )
    parser.add_argument("--where", choices=places, help="as on the page if left out")
    parser.set_defaults(run=_begin, command=command, means=None)
    return parser


def _ice_minutes(text: str) -> int:
    """The minutes of ice."""
    return _minutes(text, Kind.ICE)


def _heat_minutes(text: str) -> int:
    """The minutes of heat."""
    return _minutes(text, Kind.HEAT)


def _minutes(text: str, kind: Kind) -> int:
    """The minutes of a kind such as `15` or `15min`; what is not safe is refused."""
    low, high = MINUTES_BOUNDS[kind]
    match = _MINUTES.fullmatch(text.strip())
    minutes = int(match[1]) if match else 0
    if low <= minutes <= high:
        return minutes
    raise ArgumentTypeError(
        f"{kind} is for {low} to {high} minutes, so that it is safe for your skin; not {text!r}"
    )


def _seconds(text: str) -> float:
    """The seconds of a length such as `30min` or `1h`."""
    match = _LENGTH.fullmatch(text.strip())
    seconds = int(match[1]) * _UNITS[match[2]] if match else 0.0
    if not 0 < seconds <= LONGEST_PAUSE:
        raise ArgumentTypeError(f"expected a length up to 24h, such as 30min or 1h, not {text!r}")
    return seconds


def _status(options: Namespace) -> int:
    """Print how things stand."""
    reply = _ask(Request(Command.STATUS))
    if isinstance(reply, int):
        return reply
    if options.json:
        import json

        print(json.dumps(dict(reply.facts), indent=2, ensure_ascii=False))
        return 0
    return _print(reply)


def _pause_breaks(options: Namespace) -> int:
    """Pause the reminders."""
    return _ask_and_print(Request(Command.PAUSE_BREAKS, seconds=options.length))


def _plain(options: Namespace) -> int:
    """Ask what the word stands for."""
    return _ask_and_print(options.request)


def _start(options: Namespace) -> int:
    """Start a routine in the running program, or start the program with it."""
    return _ask_or_launch(Request(Command.START, routine=options.routine))


def _begin(options: Namespace) -> int:
    """Begin ice or heat in the running program, or start the program with it."""
    place = None if options.where is None else Place(options.where)
    means = None if options.means is None else Means(options.means)
    request = Request(options.command, minutes=options.minutes, place=place, means=means)
    return _ask_or_launch(request)


def _stop(options: Namespace) -> int:
    """Stop what runs; a program that is shut is started, for its timers run on."""
    kind = None if options.kind is None else Kind(options.kind)
    return _ask_or_launch(Request(Command.STOP, kind=kind))


def _ask_or_launch(request: Request) -> int:
    """Ask the running program, or start the program with the request."""
    try:
        return _print(ask(paths.own_folder(), request))
    except NotRunningError:
        from hipstretch.launch import launch

        return launch(request)
    except NoAnswerError as error:
        return _tell_failure(error)


def _ask_and_print(request: Request) -> int:
    """Ask, and print the answer."""
    reply = _ask(request)
    return reply if isinstance(reply, int) else _print(reply)


def _ask(request: Request) -> Reply | int:
    """The answer, or the exit status where there is none."""
    try:
        return ask(paths.own_folder(), request)
    except NotRunningError:
        print("HipStretch is not running.", file=sys.stderr)
        return NOT_RUNNING
    except NoAnswerError as error:
        return _tell_failure(error)


def _tell_failure(error: NoAnswerError) -> int:
    """Print why there is no answer."""
    print(f"hipstretch: {error}", file=sys.stderr)
    return NOT_RUNNING


def _print(reply: Reply) -> int:
    """Print an answer: what was not done goes to stderr."""
    print(reply.text, file=sys.stdout if reply.done else sys.stderr)
    return 0 if reply.done else NOT_DONE
