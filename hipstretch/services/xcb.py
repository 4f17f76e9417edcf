"""XCB's functions, called without a compiler.

XCB is spoken instead of Xlib, because Xlib ends the program when the X server goes. Qt's own window
needs these libraries too, so they are there.
"""

from __future__ import annotations

import ctypes
import sys
from ctypes import POINTER, c_char_p, c_int, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache
from typing import Any, NamedTuple

CORE = "libxcb.so.1"
SYNC = "libxcb-sync.so.1"
HEAD = 32
"""Bytes of an event, and of the fixed part of an answer."""
_LENGTH = slice(4, 8)
_PRESENT, _FIRST_EVENT = 8, 10
"""Where these lie in what is known of an extension."""


class Request(NamedTuple):
    """A request of the X protocol: XCB's name for it, what it takes, and where it is."""

    name: str
    kinds: tuple[Any, ...]
    library: str = CORE


INTERN_ATOM = Request("xcb_intern_atom", (c_uint8, c_uint16, c_char_p))
GET_PROPERTY = Request(
    "xcb_get_property", (c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32)
)
CHANGE_ATTRIBUTES = Request("xcb_change_window_attributes", (c_uint32, c_uint32, c_void_p))


class _Cookie(ctypes.Structure):
    """What XCB gives for a request."""

    _fields_ = [("sequence", c_uint)]


class _Screens(ctypes.Structure):
    """A walk over the screens of a server."""

    _fields_ = [("data", POINTER(c_uint32)), ("rest", c_int), ("index", c_int)]


def connect() -> int:
    """A connection to the server that DISPLAY names; raises OSError."""
    connection: int = _function("xcb_connect", c_void_p, c_char_p, c_void_p)(None, None)
    if is_broken(connection):
        disconnect(connection)
        raise OSError("the X server does not answer")
    return connection


def disconnect(connection: int) -> None:
    """End a connection."""
    _function("xcb_disconnect", None, c_void_p)(connection)


def is_broken(connection: int) -> bool:
    """Whether nothing can come or go any more."""
    return bool(_function("xcb_connection_has_error", c_int, c_void_p)(connection))


def descriptor(connection: int) -> int:
    """The file descriptor on which events come."""
    number: int = _function("xcb_get_file_descriptor", c_int, c_void_p)(connection)
    return number


def root(connection: int) -> int:
    """The window behind all others on the first screen."""
    setup = _function("xcb_get_setup", c_void_p, c_void_p)(connection)
    screens = _function("xcb_setup_roots_iterator", _Screens, c_void_p)(setup)
    window: int = screens.data[0]
    return window


def new_id(connection: int) -> int:
    """A number for something that is to be made."""
    number: int = _function("xcb_generate_id", c_uint32, c_void_p)(connection)
    return number


def first_event(connection: int, symbol: str, library: str) -> int | None:
    """The number of an extension's first event; None where the server lacks it; raises OSError."""
    extension = ctypes.addressof(c_void_p.in_dll(_library(library), symbol))
    known = _function("xcb_get_extension_data", c_void_p, c_void_p, c_void_p)
    address = known(connection, extension)
    if not address:
        return None
    data = ctypes.string_at(address, HEAD)
    return data[_FIRST_EVENT] if data[_PRESENT] else None


def send(connection: int, request: Request, *values: object) -> None:
    """Send a request that has no answer."""
    _write(connection, request, *values)
    _function("xcb_flush", c_int, c_void_p)(connection)


def ask(connection: int, request: Request, *values: object) -> bytes | None:
    """The answer to a request; None where it is refused or the connection is broken."""
    cookie = _write(connection, request, *values)
    name = f"{request.name}_reply"
    take = _function(name, c_void_p, c_void_p, _Cookie, c_void_p, library=request.library)
    address = take(connection, cookie, None)
    if not address:
        return None
    words = int.from_bytes(ctypes.string_at(address, HEAD)[_LENGTH], sys.byteorder)
    return _taken(address, HEAD + 4 * words)


def event(connection: int, *, is_read_already: bool = False) -> bytes | None:
    """The next event, if there is one; at will only of those that need not be read any more."""
    name = "xcb_poll_for_queued_event" if is_read_already else "xcb_poll_for_event"
    address = _function(name, c_void_p, c_void_p)(connection)
    return _taken(address, HEAD) if address else None


@cache
def _library(name: str) -> ctypes.CDLL:
    """A shared library, without a name the program itself; raises OSError."""
    return ctypes.CDLL(name or None)


@cache
def _function(name: str, result: Any, *kinds: Any, library: str = CORE) -> Any:  # noqa: ANN401
    """A function; raises OSError where its library is not there."""
    function = _library(library)[name]
    function.restype, function.argtypes = result, kinds
    return function


def _write(connection: int, request: Request, *values: object) -> Any:  # noqa: ANN401
    """Write a request."""
    name, kinds, library = request
    return _function(name, _Cookie, c_void_p, *kinds, library=library)(connection, *values)


def _taken(address: int, size: int) -> bytes:
    """The bytes of an answer or an event, which XCB leaves to us."""
    data = ctypes.string_at(address, size)
    _function("free", None, c_void_p, library="")(address)
    return data
