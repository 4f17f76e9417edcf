"""The look that every widget is given: palette, fonts, text size and motion."""

from __future__ import annotations

from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QFont, QGuiApplication

from hipstretch.core.settings import Appearance
from hipstretch.ui.figure.thumbnails import Thumbnails
from hipstretch.ui.icons import Icons
from hipstretch.ui.palette import DARK, LIGHT, Palette


class TypeStyle(NamedTuple):
    """Size, line and letter spacing in px at 100 % text, weight, and whether it is a title."""

    size: float
    line: float
    weight: int = 400
    spacing: float = 0.0
    display: bool = False


class Role(Enum):
    """The text roles of the design language."""

    HERO = TypeStyle(40, 46, 700, -0.9, display=True)
    PAGE_TITLE = TypeStyle(30, 36, 700, -0.5, display=True)
    PAGE_TITLE_NARROW = TypeStyle(25, 30, 700, -0.4, display=True)
    CARD_TITLE = TypeStyle(18, 24, 600, -0.15, display=True)
    SECTION = TypeStyle(20, 26, 600, -0.2, display=True)
    LEAD = TypeStyle(18, 25)
    BODY = TypeStyle(15, 21)
    BODY_STRONG = TypeStyle(15, 21, 600)
    META = TypeStyle(14, 20)
    BUTTON = TypeStyle(15, 20, 600)
    BUTTON_LARGE = TypeStyle(17, 22, 600)
    CAPTION = TypeStyle(13, 18)
    CAPTION_STRONG = TypeStyle(13, 18, 600)
    EYEBROW = TypeStyle(12.5, 16, 600, 0.7)


def make_font(size: float, weight: int, spacing: float = 0.0, *, display: bool = False) -> QFont:
    """A font of that pixel size; Inter where it is installed, else the system's own.

    Digits of the text family keep equal widths, so that running numbers do not jitter.
    """
    return QFont(_shared_font(size, weight, spacing, display))


@lru_cache(maxsize=256)
def _shared_font(size: float, weight: int, spacing: float, display: bool) -> QFont:
    """The one font of a kind; layouts ask for it hundreds of times."""
    font = QFont()
    fallback = font.families()
    font.setFamilies((["Inter Display", "Inter"] if display else ["Inter"]) + fallback)
    font.setPixelSize(max(1, round(size)))
    font.setWeight(QFont.Weight(weight))
    font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing)
    if not display:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Theme(QObject):
    """The look in force; widgets repaint and lay out again on `changed`.

    Signals:
        changed: the palette, the text size or the motion setting is another one now.
    """

    changed = Signal()

    def __init__(self, icons: Icons, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.icons = icons
        self.figures = Thumbnails(self)
        self._appearance = Appearance.SYSTEM
        self._text_scale = 1.0
        self._reduced_motion = False
        self._palette = LIGHT
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme_changed)

    @property
    def palette(self) -> Palette:
        """The colours in force."""
        return self._palette

    @property
    def text_scale(self) -> float:
        """1.0, 1.15 or 1.3."""
        return self._text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether things switch instead of moving."""
        return self._reduced_motion

    def set_look(
        self, appearance: Appearance, *, text_scale: float = 1.0, reduced_motion: bool = False
    ) -> None:
        """Take over the person's choice and tell every widget."""
        self._appearance = appearance
        self._text_scale = text_scale
        self._reduced_motion = reduced_motion
        self._choose_palette()
        self.changed.emit()

    def px(self, base: float) -> int:
        """`base` logical pixels at 100 % text, in pixels at the chosen text size."""
        return round(base * self._text_scale)

    def font(self, role: Role) -> QFont:
        """The font of a text role at the chosen text size."""
        style = role.value
        return make_font(
            style.size * self._text_scale,
            style.weight,
            style.spacing * self._text_scale,
            display=style.display,
        )

    def line_height(self, role: Role) -> int:
        """The distance between two base lines of a role, in px."""
        return self.px(role.value.line)

    def duration(self, milliseconds: int) -> int:
        """How long a movement takes: 0 where motion is reduced."""
        return 0 if self._reduced_motion else milliseconds

    def _choose_palette(self) -> None:
        """Resolve `Appearance.SYSTEM` by what the desktop says."""
        dark = self._appearance is Appearance.DARK
        if self._appearance is Appearance.SYSTEM:
            dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        self._palette = DARK if dark else LIGHT

    @Slot()
    def _on_system_scheme_changed(self) -> None:
        """Follow the desktop when it turns dark or light."""
        if self._appearance is Appearance.SYSTEM:
            self._choose_palette()
            self.changed.emit()
