"""A dose in plain words, such as: Hold for 20 to 30 s, 3 times on each side."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hipstretch.core.dose import Count, Dose, Duration, Mode, SideRule, Sides, Unit
from hipstretch.core.person import Side
from hipstretch.ui import words

_MINUTE = 60


def dose_words(dose: Dose) -> str:
    """The dose as one sentence, or two where it has sets."""
    parts = [_rep_words(dose)]
    times = _times_words(dose)
    if times:
        parts.append(times)
    sentence = ", ".join(parts)
    sides = _side_words(dose.sides or SideRule.BOTH)
    sentence = f"{sentence} {sides}." if sides else f"{sentence}."
    if dose.sets is None:
        return sentence
    if dose.sets.low is None:
        return sentence + " " + _tr("Sets: as many as you choose.")
    sets = _tr("{count} sets.").format(count=count_words(dose.sets))
    return f"{sentence} {sets}"


def duration_words(duration: Duration) -> str:
    """A time or its range: "20 to 30 s", "3 breaths", "2 min"; open ones say so."""
    if duration.low is None:
        return _tr("a time that you set")
    if duration.is_range and duration.high is not None:
        low = _low_end(duration.low, duration.high, duration.unit)
        high = _with_unit(duration.high, duration.unit)
        return _tr("{low} to {high}").format(low=low, high=high)
    return _with_unit(duration.low, duration.unit)


def count_words(count: Count) -> str:
    """A number or its range: "3", "2 to 3"; nothing for an open one."""
    if count.low is None:
        return ""
    if count.is_range:
        return _tr("{low} to {high}").format(low=count.low, high=count.high)
    return str(count.low)


def _rep_words(dose: Dose) -> str:
    """How one rep goes."""
    if dose.mode is Mode.SELF_PACED:
        return _tr("At your own pace")
    if dose.mode is Mode.TEMPO and dose.tempo is not None:
        out, stay, back = (duration_words(part) for part in dose.tempo)
        return _tr("{out} out, {stay} still, {back} back").format(out=out, stay=stay, back=back)
    if dose.mode is Mode.HOLD and dose.hold is not None:
        return _tr("Hold for {time}").format(time=duration_words(dose.hold))
    return _tr("For {time}").format(time=duration_words(dose.lasting or Duration(None)))


def _times_words(dose: Dose) -> str:
    """How often; empty for a continuous movement."""
    if dose.reps is None:
        return "" if dose.mode is Mode.FOR else _tr("once")
    if dose.reps.low is None:
        return _tr("as many times as you set")
    if dose.reps.low == 1 and not dose.reps.is_range:
        return _tr("once")
    return _tr("{count} times").format(count=count_words(dose.reps))


def _side_words(sides: Sides) -> str:
    """On which sides, where the dose tells them apart."""
    if isinstance(sides, tuple):
        names = {Side.LEFT: _tr("left"), Side.RIGHT: _tr("right"), Side.BOTH: _tr("both")}
        return _tr("in turn: {sides}").format(sides=", ".join(names[side] for side in sides))
    return {
        SideRule.BOTH: "",
        SideRule.EACH: _tr("on each side, one after the other"),
        SideRule.ALTERNATE: _tr("on each side, in turn"),
        SideRule.LEFT: _tr("on the left"),
        SideRule.RIGHT: _tr("on the right"),
        SideRule.AFFECTED: _tr("on the sore side, or on both if there is none"),
        SideRule.OTHER: _tr("on the side that is not sore, or on both if there is none"),
    }[sides]


def _with_unit(number: float, unit: Unit) -> str:
    """A number of seconds, minutes or breaths."""
    if unit is Unit.BREATHS:
        return words.breaths(round(number))
    if _is_minutes(number, unit):
        return _tr("{count} min").format(count=round(number / _MINUTE))
    return _tr("{count} s").format(count=f"{number:g}")


def _low_end(low: float, high: float, unit: Unit) -> str:
    """The lower end of a range; its unit is that of the higher end unless it needs its own."""
    if not _is_minutes(high, unit):
        return f"{low:g}"
    return f"{low / _MINUTE:g}" if low % _MINUTE == 0 else _with_unit(low, unit)


def _is_minutes(number: float, unit: Unit) -> bool:
    """Whether a time is best told in minutes."""
    return unit is Unit.SECONDS and number > _MINUTE and number % _MINUTE == 0


def _tr(text: str) -> str:
    """A text of this module in the person's language."""
    return QCoreApplication.translate("DoseWords", text)
