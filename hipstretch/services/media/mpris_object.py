"""The MPRIS player as others see it: its methods, its properties and its description.

https://specifications.freedesktop.org/mpris-spec/2.2/
"""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.now_playing import MediaCommand, NowPlaying
from hipstretch.core.person import Side

PATH = "/org/mpris/MediaPlayer2"
NAME = "org.mpris.MediaPlayer2.hipstretch"
ROOT = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
PROPERTIES = "org.freedesktop.DBus.Properties"
_NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"

Value = tuple[str, object]
"""A property's type, as D-Bus writes it, and its value."""

METHODS: dict[str, dict[str, MediaCommand | None]] = {
    ROOT: {"Raise": None, "Quit": None},
    PLAYER: {
        "Next": MediaCommand.NEXT,
        "Previous": MediaCommand.PREVIOUS,
        "Pause": MediaCommand.PAUSE,
        "PlayPause": MediaCommand.PLAY_PAUSE,
        "Stop": MediaCommand.STOP,
        "Play": MediaCommand.PLAY,
        "Seek": None,
        "SetPosition": None,
    },
}
"""What each method asks for; None where a property says that it has no effect."""

_ARGUMENTS = {"Seek": "x", "SetPosition": "ox"}

ROOT_PROPERTIES: dict[str, Value] = {
    "CanQuit": ("b", False),
    "CanRaise": ("b", False),
    "HasTrackList": ("b", False),
    "Identity": ("s", "HipStretch"),
    "DesktopEntry": ("s", "hipstretch"),
    "SupportedUriSchemes": ("as", []),
    "SupportedMimeTypes": ("as", []),
}

_FIXED: dict[str, Value] = {
    "Rate": ("d", 1.0),
    "MinimumRate": ("d", 1.0),
    "MaximumRate": ("d", 1.0),
    "Volume": ("d", 1.0),
    "CanGoNext": ("b", True),
    "CanGoPrevious": ("b", True),
    "CanPlay": ("b", True),
    "CanPause": ("b", True),
    "CanSeek": ("b", False),
    "CanControl": ("b", True),
}

_SIDES = {
    Side.LEFT: QT_TRANSLATE_NOOP("MediaPlayer", "Left side"),
    Side.RIGHT: QT_TRANSLATE_NOOP("MediaPlayer", "Right side"),
    Side.BOTH: QT_TRANSLATE_NOOP("MediaPlayer", "Both sides"),
}


def player_properties(playing: NowPlaying | None) -> dict[str, Value]:
    """The player's properties but its position, which never is told by itself."""
    status = "Stopped" if playing is None else "Playing" if playing.is_playing else "Paused"
    return {
        "PlaybackStatus": ("s", status),
        "Metadata": ("a{sv}", _metadata(playing)),
        **_FIXED,
    }


def position_value(seconds: float) -> Value:
    """How far the routine is, in the microseconds of MPRIS."""
    return "x", _microseconds(seconds)


def _metadata(playing: NowPlaying | None) -> dict[str, Value]:
    """What plays: its title is the exercise, its artist the side, its album the routine."""
    if playing is None:
        return {"mpris:trackid": ("o", _NO_TRACK)}
    return {
        "mpris:trackid": ("o", f"/hipstretch/exercise/{playing.track}"),
        "mpris:length": ("x", _microseconds(playing.length)),
        "xesam:title": ("s", playing.title),
        "xesam:artist": ("as", [_side_words(playing.side)]),
        "xesam:album": ("s", playing.routine),
    }


def _side_words(side: Side) -> str:
    """A side in the person's language."""
    return QCoreApplication.translate("MediaPlayer", str(_SIDES[side]))


def _microseconds(seconds: float) -> int:
    """Seconds in microseconds."""
    return round(seconds * 1_000_000)


def description() -> str:
    """The interfaces as D-Bus describes them, in XML."""
    player = {**player_properties(None), "Position": position_value(0.0)}
    described = _interface(ROOT, ROOT_PROPERTIES, ""), _interface(PLAYER, player, _SEEKED)
    return "".join(described)


_SEEKED = "<signal name='Seeked'><arg name='Position' type='x'/></signal>"


def _interface(name: str, properties: dict[str, Value], signals: str) -> str:
    """One interface with its methods, properties and signals."""
    members = [
        *(f"<method name='{method}'>{_arguments(method)}</method>" for method in METHODS[name]),
        *(
            f"<property name='{property_}' type='{type_}' access='read'/>"
            for property_, (type_, _) in properties.items()
        ),
    ]
    return f"<interface name='{name}'>{''.join(members)}{signals}</interface>"


def _arguments(method: str) -> str:
    """What a method takes."""
    return "".join(f"<arg type='{kind}' direction='in'/>" for kind in _ARGUMENTS.get(method, ""))
