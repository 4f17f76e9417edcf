"""Asks the running program, without Qt."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

from hipstretch.core.remote import LONGEST_LINE, Reply, Request, decode_reply, encode_request
from hipstretch.services.instance import address

PATIENCE = 5.0
"""Seconds after which a program that does not answer counts as stuck."""

_SILENT = "HipStretch is running but does not answer"


class NotRunningError(Exception):
    """There is no running program to ask."""


class NoAnswerError(Exception):
    """The running program does not answer, or not in words that we know."""


def ask(own_folder: Path, request: Request, patience: float = PATIENCE) -> Reply:
    """The answer of the running program; raises NotRunningError or NoAnswerError."""
    exchange = _by_pipe if sys.platform == "win32" else _by_socket
    line = exchange(address(own_folder), encode_request(request), patience)
    try:
        return decode_reply(line)
    except ValueError as error:
        raise NoAnswerError(f"the answer cannot be read: {error}") from error


def _by_socket(path: str, line: bytes, patience: float) -> bytes:
    """Write a line to a socket and read one."""
    with socket.socket(socket.AF_UNIX) as link:
        link.settimeout(patience)
        try:
            link.connect(path)
        except OSError as error:
            raise NotRunningError from error
        try:
            link.sendall(line)
            with link.makefile("rb") as answers:
                return answers.readline(LONGEST_LINE)
        except OSError as error:
            raise NoAnswerError(_SILENT) from error


def _by_pipe(name: str, line: bytes, _patience: float) -> bytes:
    """Write a line to a pipe of Windows and read one; it has no time limit."""
    place = Path(rf"\\.\pipe\{name}")
    if not place.exists():
        raise NotRunningError
    try:
        with place.open("r+b", buffering=0) as pipe:
            pipe.write(line)
            answer = b""
            while not answer.endswith(b"\n") and len(answer) < LONGEST_LINE:
                answer += pipe.read(LONGEST_LINE - len(answer))
            return answer
    except OSError as error:
        raise NoAnswerError(_SILENT) from error
