"""Which of a system's voices are offered, and which speaks a language when none was chosen."""

from __future__ import annotations

from collections.abc import Iterable

from hipstretch.core.ports import Voice

_REGION = 2
_SPEECHD_COLUMNS = 3
_ESPEAK_COLUMNS = 5


def tag(text: str) -> str:
    """A language tag in its usual spelling: `en-GB` for `en_gb`."""
    parts = text.replace("_", "-").lower().split("-")
    if len(parts) > 1 and len(parts[1]) == _REGION:
        parts[1] = parts[1].upper()
    return "-".join(parts)


def of_language(voices: Iterable[Voice], language: str) -> tuple[Voice, ...]:
    """The voices that speak a language in any country, each name once, the best first.

    First the country's own, then those of no country, then its dialects, then other countries.
    """
    wanted = tag(language)
    fitting: dict[str, Voice] = {}
    for voice in voices:
        if tag(voice.language).partition("-")[0] == wanted.partition("-")[0]:
            fitting.setdefault(voice.name, Voice(voice.name, tag(voice.language)))
    return tuple(sorted(fitting.values(), key=lambda voice: _distance(voice.language, wanted)))


def chosen(voices: tuple[Voice, ...], name: str) -> Voice | None:
    """The voice of a name, else the best; None where there is no voice at all."""
    named = (voice for voice in voices if voice.name == name)
    return next(named, voices[0] if voices else None)


def from_speechd(lines: Iterable[str]) -> list[Voice]:
    """The voices that speech-dispatcher lists as name, language and variant.

    espeak-ng multiplies each voice by a hundred manners, `English+Robosoft`: those are left out.
    """
    rows = (_columns(line) for line in lines)
    return [
        Voice(name, language)
        for name, language, variant in rows
        if language and not name.endswith(f"+{variant}")
    ]


def from_espeak(listing: str) -> list[Voice]:
    """The voices that `espeak-ng --voices` prints, with the blanks that their names have.

    Those of MBROLA are left out: they are listed even where they are not installed.
    """
    rows = [line.split() for line in listing.splitlines()[1:]]
    return [
        Voice(row[3].replace("_", " "), row[1])
        for row in rows
        if len(row) >= _ESPEAK_COLUMNS and not row[4].startswith("mb/")
    ]


def _columns(line: str) -> tuple[str, str, str]:
    """Name, language and variant; older servers part them by spaces instead of tabs."""
    columns = line.split("\t") if "\t" in line else line.rsplit(" ", 2)
    if len(columns) != _SPEECHD_COLUMNS:
        return line, "", ""
    return columns[0], columns[1], columns[2]


def _distance(language: str, wanted: str) -> int:
    """How far a language tag is from the wanted one."""
    if language == wanted:
        return 0
    if "-" not in language:
        return 1
    return 2 if language.startswith(f"{wanted}-") else 3
