"""The app's words for what the core knows by name: areas, places, things, sides, times, counts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from hipstretch.core.body import Area, Place, Position
from hipstretch.core.person import Side

_CONTEXT = "Words"
SECONDS_UNDER = 90
"""Times shorter than this are told in seconds, longer ones in minutes."""
_SMALLEST = 1e-6
"""What a time may be over a whole number without being rounded up; seconds add up inexactly."""

_AREAS = {
    Area.HIP: QT_TRANSLATE_NOOP("Words", "hip"),
    Area.GLUTES: QT_TRANSLATE_NOOP("Words", "glutes"),
    Area.PIRIFORMIS: QT_TRANSLATE_NOOP("Words", "piriformis"),
    Area.HIP_FLEXORS: QT_TRANSLATE_NOOP("Words", "hip flexors"),
    Area.HAMSTRINGS: QT_TRANSLATE_NOOP("Words", "hamstrings"),
    Area.LOWER_BACK: QT_TRANSLATE_NOOP("Words", "lower back"),
    Area.CORE: QT_TRANSLATE_NOOP("Words", "core"),
    Area.SHOULDERS: QT_TRANSLATE_NOOP("Words", "shoulders"),
    Area.NECK: QT_TRANSLATE_NOOP("Words", "neck"),
    Area.WHOLE_BODY: QT_TRANSLATE_NOOP("Words", "whole body"),
}
_PLACES = {
    Place.FLOOR: QT_TRANSLATE_NOOP("Words", "Floor"),
    Place.SEATED: QT_TRANSLATE_NOOP("Words", "Seated"),
    Place.STANDING: QT_TRANSLATE_NOOP("Words", "Standing"),
}
_POSITIONS = {
    Position.LYING_ON_BACK: QT_TRANSLATE_NOOP("Words", "Lying on your back"),
    Position.LYING_FACE_DOWN: QT_TRANSLATE_NOOP("Words", "Lying face down"),
    Position.SIDE_LYING: QT_TRANSLATE_NOOP("Words", "Lying on your side"),
    Position.KNEELING: QT_TRANSLATE_NOOP("Words", "Kneeling"),
    Position.ALL_FOURS: QT_TRANSLATE_NOOP("Words", "On all fours"),
    Position.SITTING_ON_FLOOR: QT_TRANSLATE_NOOP("Words", "Sitting on the floor"),
    Position.SITTING_ON_CHAIR: QT_TRANSLATE_NOOP("Words", "Sitting on a chair"),
    Position.RECLINING: QT_TRANSLATE_NOOP("Words", "Reclining"),
    Position.STANDING: QT_TRANSLATE_NOOP("Words", "Standing"),
}
_EQUIPMENT = {
    "mat": QT_TRANSLATE_NOOP("Words", "mat"),
    "pillow": QT_TRANSLATE_NOOP("Words", "pillow"),
    "cushion": QT_TRANSLATE_NOOP("Words", "cushion"),
    "chair": QT_TRANSLATE_NOOP("Words", "chair"),
    "couch": QT_TRANSLATE_NOOP("Words", "couch"),
    "bed": QT_TRANSLATE_NOOP("Words", "bed"),
    "wall": QT_TRANSLATE_NOOP("Words", "wall"),
    "step": QT_TRANSLATE_NOOP("Words", "step"),
    "strap": QT_TRANSLATE_NOOP("Words", "strap"),
    "towel": QT_TRANSLATE_NOOP("Words", "towel"),
    "blanket": QT_TRANSLATE_NOOP("Words", "blanket"),
    "table": QT_TRANSLATE_NOOP("Words", "table"),
    "foam-roller": QT_TRANSLATE_NOOP("Words", "foam roller"),
    "tennis-ball": QT_TRANSLATE_NOOP("Words", "tennis ball"),
}
_CONDITIONS = {
    "acute-sciatica": QT_TRANSLATE_NOOP("Words", "acute sciatica"),
    "balance-problems": QT_TRANSLATE_NOOP("Words", "balance problems"),
    "blood-clot": QT_TRANSLATE_NOOP("Words", "a blood clot"),
    "blood-thinners": QT_TRANSLATE_NOOP("Words", "blood thinners"),
    "broken-skin": QT_TRANSLATE_NOOP("Words", "broken skin"),
    "groin-pinch": QT_TRANSLATE_NOOP("Words", "a pinch in the groin"),
    "hernia": QT_TRANSLATE_NOOP("Words", "a hernia"),
    "herniated-disc": QT_TRANSLATE_NOOP("Words", "a herniated disc"),
    "high-blood-pressure": QT_TRANSLATE_NOOP("Words", "high blood pressure"),
    "hip-replacement": QT_TRANSLATE_NOOP("Words", "a hip replacement"),
    "knee-pain": QT_TRANSLATE_NOOP("Words", "knee pain"),
    "knee-replacement": QT_TRANSLATE_NOOP("Words", "a knee replacement"),
    "numb-skin": QT_TRANSLATE_NOOP("Words", "numb skin"),
    "osteoporosis": QT_TRANSLATE_NOOP("Words", "osteoporosis"),
    "pregnancy": QT_TRANSLATE_NOOP("Words", "pregnancy"),
    "recent-surgery": QT_TRANSLATE_NOOP("Words", "recent surgery"),
    "spinal-stenosis": QT_TRANSLATE_NOOP("Words", "spinal stenosis"),
    "wrist-pain": QT_TRANSLATE_NOOP("Words", "wrist pain"),
}
_AVOIDED = {
    "floor": QT_TRANSLATE_NOOP("Words", "getting down to the floor"),
    "kneeling": QT_TRANSLATE_NOOP("Words", "kneeling"),
    "face-down": QT_TRANSLATE_NOOP("Words", "lying face down"),
    "standing": QT_TRANSLATE_NOOP("Words", "standing"),
}
_SIDES = {
    Side.LEFT: QT_TRANSLATE_NOOP("Words", "Left"),
    Side.RIGHT: QT_TRANSLATE_NOOP("Words", "Right"),
    Side.BOTH: QT_TRANSLATE_NOOP("Words", "Both sides"),
}


def capitalised(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]


def area_word(area: Area) -> str:
    """An area as it stands alone: "Lower back"."""
    return capitalised(_translated(_AREAS[area]))


def areas_phrase(areas: Sequence[Area]) -> str:
    """Areas in one phrase: "Hip and lower back"; empty for none."""
    return capitalised(_all_of([_translated(_AREAS[area]) for area in areas]))


def place_word(place: Place) -> str:
    """A place: "Floor"."""
    return _translated(_PLACES[place])


def place_icon(place: Place) -> str:
    """The name of a place's icon."""
    return place.value


def position_word(position: Position) -> str:
    """A position: "Lying on your back"."""
    return _translated(_POSITIONS[position])


def equipment_word(thing: str) -> str:
    """A piece of equipment as it stands alone: "Foam roller"; unknown ones as they are written."""
    return capitalised(_known_or_written(_EQUIPMENT, thing))


def equipment_phrase(things: Sequence[str]) -> str:
    """Equipment in one phrase: "Pillow and chair", or "No equipment" for none."""
    if not things:
        return QCoreApplication.translate("Words", "No equipment")
    return capitalised(_all_of([_known_or_written(_EQUIPMENT, thing) for thing in things]))


def condition_word(condition: str) -> str:
    """A condition by its id, as it stands alone: "A hip replacement"."""
    return capitalised(_known_or_written(_CONDITIONS, condition))


def conditions_phrase(conditions: Sequence[str]) -> str:
    """Conditions within a sentence: "a hip replacement, osteoporosis or pregnancy"."""
    words = [_known_or_written(_CONDITIONS, condition) for condition in conditions]
    return _joined(words, QCoreApplication.translate("Words", "{first} or {last}"))


def conditions_list(conditions: Sequence[str]) -> str:
    """Conditions as a note: "A hip replacement, osteoporosis"; empty for none."""
    return capitalised(", ".join(_known_or_written(_CONDITIONS, one) for one in conditions))


def avoided_word(avoided: str) -> str:
    """A position to avoid, as it stands alone: "Kneeling"."""
    return capitalised(_known_or_written(_AVOIDED, avoided))


def avoided_list(avoided: Sequence[str]) -> str:
    """Positions to avoid as a note: "Kneeling, lying face down"; empty for none."""
    return capitalised(", ".join(_known_or_written(_AVOIDED, one) for one in avoided))


def side_word(side: Side) -> str:
    """A side: "Left", "Right" or "Both sides"."""
    return _translated(_SIDES[side])


def minutes(seconds: float) -> str:
    """A length of time: "12 min", rounded up; "60 s" where it is under 1:30."""
    if seconds < SECONDS_UNDER:
        return seconds_word(seconds)
    words = QCoreApplication.translate("Words", "{count} min")
    return words.format(count=_rounded_up(seconds / 60))


def clock(seconds: float) -> str:
    """A length of time as a clock shows it, rounded up to seconds: "10:35", "1:02:05"."""
    whole = _rounded_up(seconds)
    hours, rest = divmod(whole, 3600)
    if hours:
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"
    return f"{rest // 60}:{rest % 60:02}"


def seconds_word(seconds: float) -> str:
    """Seconds, rounded up: "30 s"."""
    return QCoreApplication.translate("Words", "{count} s").format(count=_rounded_up(seconds))


def stretches(count: int) -> str:
    """How many stretches: "7 stretches"."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 stretch")
    return QCoreApplication.translate("Words", "%n stretches", "", count)


def holds(count: int) -> str:
    """How many holds: "14 holds"."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 hold")
    return QCoreApplication.translate("Words", "%n holds", "", count)


def times(count: int) -> str:
    """How often: "once", "3 times"."""
    if count == 1:
        return QCoreApplication.translate("Words", "once")
    return QCoreApplication.translate("Words", "%n times", "", count)


def breaths(count: int) -> str:
    """How many breaths: "5 breaths"."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 breath")
    return QCoreApplication.translate("Words", "%n breaths", "", count)


def days_in_a_row(count: int) -> str:
    """How many days without a gap: "4 days in a row"."""
    if count == 1:
        return QCoreApplication.translate("Words", "1 day in a row")
    return QCoreApplication.translate("Words", "%n days in a row", "", count)


def _translated(word: object) -> str:
    """A word of the tables in the person's language; PySide types a marked text as any object."""
    return QCoreApplication.translate(_CONTEXT, str(word))


def _known_or_written(known: Mapping[str, object], name: str) -> str:
    """The translated word of a name; for a name of the person's own, its words."""
    return _translated(known[name]) if name in known else name.replace("-", " ")


def _all_of(words: Sequence[str]) -> str:
    """The words with commas, and "and" before the last."""
    return _joined(words, QCoreApplication.translate("Words", "{first} and {last}"))


def _joined(words: Sequence[str], pattern: str) -> str:
    """The words with commas, the last one put in as the pattern says."""
    if len(words) < 2:  # noqa: PLR2004 -- a last one needs one before it
        return "".join(words)
    return pattern.format(first=", ".join(words[:-1]), last=words[-1])


def _rounded_up(number: float) -> int:
    """The next whole number."""
    return max(0, math.ceil(number - _SMALLEST))
