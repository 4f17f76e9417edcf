"""Plays the chimes by Qt, each in a sink of its own on the output that is the default one then."""

from __future__ import annotations

import math
import wave
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from hipstretch.core.chimes import Chime
from hipstretch.core.ports import Report, Trouble
from hipstretch.services.sound.complaint import Complaint
from hipstretch.services.sound.sound_file import Sound, amplitude, read

LINGERS = 0.5
"""Seconds that a sink is given to play out what it holds."""
LOOKS_AFTER_MS = 50
_FATAL = {"OpenError", "IOError", "FatalError"}


class SinkPlayer(QObject):
    """Plays chimes one over the other, and says once if none can be heard."""

    def __init__(self, folder: Path, report: Report) -> None:
        super().__init__()
        self._folder = folder
        self._complaint = Complaint(Trouble.NO_SOUND_DEVICE, report)
        self._sounds: dict[Chime, Sound] = {}
        self._is_closed = False
        # The first look for outputs takes as long as the import: let the window turn in between.
        QTimer.singleShot(LOOKS_AFTER_MS, self._on_settled)

    def play(self, chime: Chime, volume: float) -> None:
        """Play a chime at a volume of 0 to 1, also over one that still sounds."""
        if volume <= 0 or self._is_closed:
            return
        device = QMediaDevices.defaultAudioOutput()
        if device.isNull():
            self._complaint.met("there is no output")
            return
        try:
            sound = self._sound(chime)
        except (OSError, EOFError, wave.Error) as error:
            self._complaint.met(str(error))
            return
        playing = PlayingSink(device, sound, amplitude(volume), self)
        playing.ended.connect(self._on_ended)
        playing.start()

    def close(self) -> None:
        """Start and report nothing more; what sounds ends by itself and lets go of its sink."""
        self._is_closed = True

    def _sound(self, chime: Chime) -> Sound:
        """A chime; each is read once."""
        if chime not in self._sounds:
            self._sounds[chime] = read(self._folder / f"{chime.value}.wav")
        return self._sounds[chime]

    @Slot()
    def _on_settled(self) -> None:
        """Look for the outputs, so that the first chime need not wait for it."""
        QMediaDevices.defaultAudioOutput()

    @Slot(str)
    def _on_ended(self, why_not: str) -> None:
        """Take notice of how it went."""
        if self._is_closed:
            return
        if why_not:
            self._complaint.met(why_not)
        else:
            self._complaint.over()


class PlayingSink(QObject):
    """One sound on one output; it deletes itself once it has been played.

    Signals:
        ended: `str`, it is over, and why it could not be heard; empty if it could.
    """

    ended = Signal(str)

    def __init__(
        self, device: QAudioDevice, sound: Sound, factor: float, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sink = QAudioSink(device, _format_of(sound), self)
        self._sink.setVolume(factor)
        self._samples = QBuffer(self)
        self._samples.setData(QByteArray(sound.samples))
        # What a sink says of its state is not to be relied on; the clock is.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(math.ceil((sound.seconds + LINGERS) * 1000))
        self._timer.timeout.connect(self._on_played)

    def start(self) -> None:
        """Begin to play."""
        self._samples.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._samples)
        self._timer.start()

    @Slot()
    def _on_played(self) -> None:
        """Tell how it went and be gone."""
        error = self._sink.error().name
        self._sink.stop()
        self.ended.emit(f"the output failed: {error}" if error in _FATAL else "")
        self.deleteLater()


def _format_of(sound: Sound) -> QAudioFormat:
    """How Qt calls the form of the samples."""
    form = QAudioFormat()
    form.setSampleRate(sound.rate)
    form.setChannelCount(sound.channels)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return form
