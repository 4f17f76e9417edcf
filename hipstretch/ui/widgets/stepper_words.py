"""The words of a stepper: its value, its bounds and its prescribed range."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from hipstretch.ui.widgets.stepper_values import Stops, Unit

UNSET = "\N{EN DASH}"
"""What stands in place of a value that is not set."""


def unit_words(unit: Unit, number: int) -> str:
    """The unit as it stands after `number`."""
    tr = QCoreApplication.translate
    if unit is Unit.SECONDS:
        return tr("Stepper", " s")
    if unit is Unit.TIMES:
        return tr("Stepper", " \N{MULTIPLICATION SIGN}")
    if unit is Unit.PERCENT:
        return tr("Stepper", " %")
    if unit is Unit.MINUTES:
        return tr("Stepper", " min")
    return tr("Stepper", " breath") if number == 1 else tr("Stepper", " breaths")


def value_words(value: int | None, unit: Unit) -> str:
    """A value with its unit, or a dash where none is set."""
    return UNSET if value is None else f"{value}{unit_words(unit, value)}"


def bounds_words(stops: Stops, unit: Unit) -> str:
    """The bounds as they stand under the field."""
    tr = QCoreApplication.translate
    words = {
        Unit.SECONDS: tr("Stepper", "{low} to {high} seconds"),
        Unit.TIMES: tr("Stepper", "{low} to {high} times"),
        Unit.BREATHS: tr("Stepper", "{low} to {high} breaths"),
        Unit.PERCENT: tr("Stepper", "{low} to {high} percent"),
        Unit.MINUTES: tr("Stepper", "{low} to {high} minutes"),
    }
    return words[unit].format(low=stops.minimum, high=stops.maximum)


def range_words(low: int, high: int, unit: Unit) -> str:
    """The prescribed range as the tooltip names it."""
    if low == high:
        return value_words(low, unit)
    words = QCoreApplication.translate("Stepper", "{low} to {high}")
    return words.format(low=low, high=value_words(high, unit))
