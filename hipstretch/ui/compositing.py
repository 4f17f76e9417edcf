"""Whether windows may be see-through, so that their corners can be round and cast a shadow.

An X11 screen without a compositor paints what is see-through black.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QGuiApplication, QNativeInterface, QPainterPath, QRegion
from PySide6.QtWidgets import QApplication, QWidget

_MANAGER = b"_NET_WM_CM_S0"


def is_composited() -> bool:
    """Whether see-through windows look as they should; anywhere but on X11 they do."""
    application = QApplication.instance()
    if QGuiApplication.platformName() != "xcb" or not isinstance(application, QApplication):
        return True
    screen = application.nativeInterface()
    assert isinstance(screen, QNativeInterface.QX11Application)  # noqa: S101 -- as it is on xcb
    return _has_manager(screen.display())


def round_corners(window: QWidget, rect: QRect, radius: float) -> None:
    """Cut the corners of a window that cannot be see-through."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(rect), radius, radius)
    window.setMask(QRegion(path.toFillPolygon().toPolygon()))


def _has_manager(display: int) -> bool:
    """Whether a compositor has said that it is there."""
    from ctypes import CDLL, c_char_p, c_int, c_ulong, c_void_p

    try:
        xlib = CDLL("libX11.so.6")
    except OSError:
        return False
    xlib.XInternAtom.argtypes = [c_void_p, c_char_p, c_int]
    xlib.XInternAtom.restype = c_ulong
    xlib.XGetSelectionOwner.argtypes = [c_void_p, c_ulong]
    xlib.XGetSelectionOwner.restype = c_ulong
    atom = xlib.XInternAtom(display, _MANAGER, 0)
    return bool(xlib.XGetSelectionOwner(display, atom))
