"""macOS: the input system keeps the nanoseconds since the last input."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

_NANOSECONDS = 1e9


class MacIdle:
    """Reads that number; None where macOS does not say."""

    name = "macOS"

    def __init__(self, nanoseconds: Callable[[], int | None]) -> None:
        self._nanoseconds = nanoseconds

    def ask(self, on_idle: Callable[[float | None], None]) -> None:
        """Tell the seconds since the last input, at once."""
        still = self._nanoseconds()
        on_idle(None if still is None else still / _NANOSECONDS)

    def tell_when_active(self, on_active: Callable[[], None]) -> bool:
        """Nothing is told but to who may listen to every key, which nobody should."""
        del on_active
        return False

    def close(self) -> None:
        """There is nothing to close."""


if sys.platform == "darwin":
    from ctypes import POINTER, byref, c_bool, c_char_p, c_int64, c_long, c_uint32, c_void_p

    _UTF8, _SINT64, _NO_OPTIONS, _MAIN_PORT = 0x08000100, 4, 0, 0

    class _InputSystem:
        """The input system of the kernel, found once."""

        def __init__(self) -> None:
            self._kit = ctypes.CDLL("/System/Library/Frameworks/IOKit.framework/IOKit")
            self._core = ctypes.CDLL(
                "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"
            )
            self._declare()
            matching = self._kit.IOServiceMatching(b"IOHIDSystem")
            self._service = self._kit.IOServiceGetMatchingService(_MAIN_PORT, matching)
            self._key = self._core.CFStringCreateWithCString(None, b"HIDIdleTime", _UTF8)

        def nanoseconds(self) -> int | None:
            """Nanoseconds since the last input."""
            number = self._kit.IORegistryEntryCreateCFProperty(
                self._service, self._key, None, _NO_OPTIONS
            )
            if not number:
                return None
            value = c_int64()
            is_read = self._core.CFNumberGetValue(number, _SINT64, byref(value))
            self._core.CFRelease(number)
            return value.value if is_read else None

        def _declare(self) -> None:
            """Say what the functions take and give: pointers have 64 bits."""
            kit, core = self._kit, self._core
            kit.IOServiceMatching.argtypes = [c_char_p]
            kit.IOServiceMatching.restype = c_void_p
            kit.IOServiceGetMatchingService.argtypes = [c_uint32, c_void_p]
            kit.IOServiceGetMatchingService.restype = c_uint32
            kit.IORegistryEntryCreateCFProperty.argtypes = [c_uint32, c_void_p, c_void_p, c_uint32]
            kit.IORegistryEntryCreateCFProperty.restype = c_void_p
            core.CFStringCreateWithCString.argtypes = [c_void_p, c_char_p, c_uint32]
            core.CFStringCreateWithCString.restype = c_void_p
            core.CFNumberGetValue.argtypes = [c_void_p, c_long, POINTER(c_int64)]
            core.CFNumberGetValue.restype = c_bool
            core.CFRelease.argtypes = [c_void_p]

    def create() -> MacIdle:
        """The way of macOS."""
        return MacIdle(_InputSystem().nanoseconds)
