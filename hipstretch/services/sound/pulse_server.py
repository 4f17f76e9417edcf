"""Asks the sound server which output is the default one."""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, c_char_p, c_int, c_uint8, c_uint32, c_void_p

PATIENCE = 1.0
"""Seconds to wait for the answer."""
_READY, _FAILED = 4, 5
_NO_AUTOSPAWN = 1


class _ServerInfo(ctypes.Structure):
    """`pa_server_info`, as far as it is read."""

    _fields_ = (
        ("user_name", c_char_p),
        ("host_name", c_char_p),
        ("server_version", c_char_p),
        ("server_name", c_char_p),
        ("format", c_int),
        ("rate", c_uint32),
        ("channels", c_uint8),
        ("default_output", c_char_p),
    )


_OnInfo = CFUNCTYPE(None, c_void_p, POINTER(_ServerInfo), c_void_p)

_SIGNATURES = {
    "pa_mainloop_new": (c_void_p,),
    "pa_mainloop_get_api": (c_void_p, c_void_p),
    "pa_mainloop_prepare": (c_int, c_void_p, c_int),
    "pa_mainloop_poll": (c_int, c_void_p),
    "pa_mainloop_dispatch": (c_int, c_void_p),
    "pa_mainloop_free": (None, c_void_p),
    "pa_context_new": (c_void_p, c_void_p, c_char_p),
    "pa_context_connect": (c_int, c_void_p, c_char_p, c_int, c_void_p),
    "pa_context_get_state": (c_int, c_void_p),
    "pa_context_get_server_info": (c_void_p, c_void_p, _OnInfo, c_void_p),
    "pa_context_disconnect": (None, c_void_p),
    "pa_context_unref": (None, c_void_p),
    "pa_operation_unref": (None, c_void_p),
}
"""What is used of libpulse: what each function returns and takes."""


class PulseServer:
    """Knows what the sound server plays to; raises OSError where the library is missing."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL("libpulse.so.0")
        for name, (answer, *arguments) in _SIGNATURES.items():
            function = getattr(self._library, name)
            function.restype, function.argtypes = answer, arguments

    def default_output(self) -> str | None:
        """The name of the default output; None where the server does not tell it in time."""
        library = self._library
        loop = library.pa_mainloop_new()
        context = library.pa_context_new(library.pa_mainloop_get_api(loop), b"HipStretch")
        try:
            library.pa_context_connect(context, None, _NO_AUTOSPAWN, None)
            return self._ask(loop, context)
        finally:
            library.pa_context_disconnect(context)
            library.pa_context_unref(context)
            library.pa_mainloop_free(loop)

    def _ask(self, loop: int, context: int) -> str | None:
        """Wait for the connection, then for the answer."""
        answers: list[str] = []

        def on_info(_context: int, info: ctypes._Pointer[_ServerInfo], _data: int) -> None:
            """Keep what the server tells."""
            name = info.contents.default_output if info else None
            answers.append((name or b"").decode(errors="replace"))

        state = self._library.pa_context_get_state
        until = time.monotonic() + PATIENCE
        self._turn(loop, until, lambda: state(context) >= _READY)
        if state(context) != _READY:
            return None
        callback = _OnInfo(on_info)
        operation = self._library.pa_context_get_server_info(context, callback, None)
        self._turn(loop, until, lambda: bool(answers) or state(context) >= _FAILED)
        self._library.pa_operation_unref(operation)
        return answers[0] if answers else None

    def _turn(self, loop: int, until: float, is_done: Callable[[], bool]) -> None:
        """Let the library work until something is done, or the time is up."""
        library = self._library
        while not is_done() and (left := until - time.monotonic()) > 0:
            library.pa_mainloop_prepare(loop, round(left * 1_000_000))
            library.pa_mainloop_poll(loop)
            library.pa_mainloop_dispatch(loop)
