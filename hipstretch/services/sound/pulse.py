"""Plays through PulseAudio, or PipeWire in its place, by the blocking calls of its library."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from ctypes import POINTER, byref, c_char_p, c_int, c_size_t, c_uint8, c_uint32, c_void_p

from hipstretch.services.sound.pulse_server import PulseServer
from hipstretch.services.sound.sound_file import SAMPLE_BYTES, Sound
from hipstretch.services.sound.threads import OutputFailed

BUFFER = 3.0
"""Seconds that may lie ready at the server: a whole chime, so that a busy machine cannot tear it.

It begins no later for that: the server puts it into what it has not yet given to the output.
"""
DUMMY = "auto_null"
"""The output that PulseAudio and PipeWire put where there is none."""
_NAME = b"HipStretch"
_PLAYBACK = 1
_FORMAT = 3 if sys.byteorder == "little" else 4
_ANY = 2**32 - 1


class _SampleSpec(ctypes.Structure):
    """`pa_sample_spec`."""

    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Buffer(ctypes.Structure):
    """`pa_buffer_attr`."""

    _fields_ = (
        ("maxlength", c_uint32),
        ("tlength", c_uint32),
        ("prebuf", c_uint32),
        ("minreq", c_uint32),
        ("fragsize", c_uint32),
    )


class PulseOutput:
    """The default output of the sound server; raises OSError where the library is missing."""

    def __init__(self) -> None:
        self._server = PulseServer()
        self._library = library = ctypes.CDLL("libpulse-simple.so.0")
        library.pa_simple_new.restype = c_void_p
        library.pa_simple_new.argtypes = (
            *(c_char_p, c_char_p, c_int, c_char_p, c_char_p),
            *(POINTER(_SampleSpec), c_void_p, POINTER(_Buffer), POINTER(c_int)),
        )
        library.pa_simple_write.argtypes = c_void_p, c_char_p, c_size_t, POINTER(c_int)
        library.pa_simple_drain.argtypes = c_void_p, POINTER(c_int)
        library.pa_simple_free.argtypes = (c_void_p,)
        library.pa_simple_free.restype = None

    def play(self, sound: Sound, is_wanted: Callable[[], bool]) -> None:
        """Play to the end, if it is still wanted once the server answers; raises OutputFailed."""
        stream = self._open(sound)
        try:
            if is_wanted():
                self._write(stream, sound.samples)
        finally:
            self._library.pa_simple_free(stream)
        if self._server.default_output() == DUMMY:
            raise OutputFailed("there is no output")

    def _open(self, sound: Sound) -> int:
        """Connect to the server; the stream."""
        error = c_int(0)
        spec = _SampleSpec(_FORMAT, sound.rate, sound.channels)
        length = round(BUFFER * sound.rate) * sound.channels * SAMPLE_BYTES
        buffer = _Buffer(_ANY, length, _ANY, _ANY, _ANY)
        stream: int | None = self._library.pa_simple_new(
            *(None, _NAME, _PLAYBACK, None, b"Chime"),
            *(byref(spec), None, byref(buffer), byref(error)),
        )
        if stream is None:
            raise OutputFailed(f"the sound server answers with error {error.value}")
        return stream

    def _write(self, stream: int, samples: bytes) -> None:
        """Hand the samples over and wait until they have been played."""
        error = c_int(0)
        failed = self._library.pa_simple_write(stream, samples, len(samples), byref(error))
        if failed or self._library.pa_simple_drain(stream, byref(error)):
            raise OutputFailed(f"the sound server stops with error {error.value}")
