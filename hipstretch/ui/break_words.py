"""The words of the reminders: how long one sits, when the next break is, and what holds it back."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from hipstretch.core.breaks_view import BreaksView, Pause, State
from hipstretch.core.reminder import Hold
from hipstretch.core.sitting import Presence

translate = QCoreApplication.translate
_LONG_SITTING = 90
"""Minutes from which a sitting is told in hours, too."""
_HOUR = 60

_PRESENCES = {
    Presence.SITTING: QT_TRANSLATE_NOOP("Breaks", "Sitting"),
    Presence.UP: QT_TRANSLATE_NOOP("Breaks", "Up"),
    Presence.STRETCHING: QT_TRANSLATE_NOOP("Breaks", "Stretching"),
    Presence.AWAY: QT_TRANSLATE_NOOP("Breaks", "Away"),
}
_HOLDS = {
    Hold.CALL_OR_FILM: QT_TRANSLATE_NOOP("Breaks", "On a call: I will remind you right after"),
    Hold.FULL_SCREEN: QT_TRANSLATE_NOOP("Breaks", "Full screen: I will remind you right after"),
    Hold.DO_NOT_DISTURB: QT_TRANSLATE_NOOP(
        "Breaks", "Do not disturb is on: I will remind you right after"
    ),
    Hold.TIMER: QT_TRANSLATE_NOOP("Breaks", "Your timer ends soon: I will remind you right after"),
}
_PAUSES = {
    Pause.HALF_HOUR: QT_TRANSLATE_NOOP("Breaks", "30 minutes"),
    Pause.HOUR: QT_TRANSLATE_NOOP("Breaks", "1 hour"),
    Pause.TOMORROW: QT_TRANSLATE_NOOP("Breaks", "Until tomorrow"),
}
_LINES = {
    State.OFF: QT_TRANSLATE_NOOP("Breaks", "Switch them on under Breaks"),
    State.STRETCHING: QT_TRANSLATE_NOOP("Breaks", "The clock begins when you sit again"),
    State.UP: QT_TRANSLATE_NOOP("Breaks", "The clock begins when you sit again"),
    State.AWAY: QT_TRANSLATE_NOOP("Breaks", "The clock waits for you"),
    State.DUE: QT_TRANSLATE_NOOP("Breaks", "Time to stand up"),
}


_ADVICE = {
    State.OFF: QT_TRANSLATE_NOOP(
        "Breaks", "Switch them on below, and HipStretch asks you to get up now and then."
    ),
    State.PAUSED: QT_TRANSLATE_NOOP("Breaks", "Sitting is counted all the same."),
    State.OUTSIDE_HOURS: QT_TRANSLATE_NOOP("Breaks", "Sitting is counted all the same."),
    State.STRETCHING: QT_TRANSLATE_NOOP("Breaks", "Take your time."),
    State.UP: QT_TRANSLATE_NOOP("Breaks", "Walk a little, stretch, or lie down. Take your time."),
    State.AWAY: QT_TRANSLATE_NOOP("Breaks", "Being away counts as being up."),
    State.SITTING: QT_TRANSLATE_NOOP("Breaks", "Any change is good: stand, walk or stretch."),
    State.LATER: QT_TRANSLATE_NOOP("Breaks", "You can get up before that, too."),
    State.HELD: QT_TRANSLATE_NOOP("Breaks", "You can stand up while you listen or watch."),
    State.DUE: QT_TRANSLATE_NOOP("Breaks", "A minute is enough: stand, walk or stretch."),
}


def title(view: BreaksView) -> str:
    """Where the person is and for how long: "Sitting 18 min", "Up since 14:05"."""
    if view.state is State.OFF:
        return translate("Breaks", "Reminders are off")
    if view.presence is Presence.STRETCHING:
        return presence_word(view.presence)
    if view.presence is Presence.SITTING:
        return _sitting(view.minutes_sat)
    words = (
        translate("Breaks", "Up since {time}")
        if view.presence is Presence.UP
        else translate("Breaks", "Away since {time}")
    )
    return words.format(time=clock_word(view.since or view.now))


def line(view: BreaksView) -> str:
    """What comes next: "Next break in 12 min", "Paused until 15:20"."""
    if view.state is State.SITTING:
        return translate("Breaks", "Next break in {time}").format(time=length(view.minutes_left))
    if view.state is State.HELD and view.hold is not None:
        return _word(_HOLDS[view.hold])
    if view.state is State.PAUSED:
        return _paused(view)
    if view.state is State.LATER and view.until is not None:
        return translate("Breaks", "I will ask again at {time}").format(time=clock_word(view.until))
    if view.state is State.OUTSIDE_HOURS:
        return _outside(view)
    return _word(_LINES[view.state])


def both(view: BreaksView) -> str:
    """Title and line in one: "Sitting 18 min. Next break in 12 min"."""
    if view.state is State.OFF:
        return title(view)
    return translate("Breaks", "{title}. {line}").format(title=title(view), line=line(view))


def advice(view: BreaksView) -> str:
    """A kind sentence for where things stand."""
    return _word(_ADVICE[view.state])


def owed(minutes: int) -> str:
    """The minutes of sitting in a sentence; "for 47 minutes" stays on one line."""
    time = translate("Breaks", "{count} minutes").format(count=minutes)
    if minutes == 1:
        time = translate("Breaks", "a minute")
    if minutes >= _LONG_SITTING:
        time = length(minutes)
    words = translate("Breaks", "You have been sitting for\N{NO-BREAK SPACE}{time}.")
    return words.format(time=time.replace(" ", "\N{NO-BREAK SPACE}"))


def stretch_words(seconds: float) -> str:
    """What a routine of that length is called on a button: "One-minute stretch"."""
    minutes = max(1, round(seconds / 60))
    if minutes == 1:
        return translate("Breaks", "One-minute stretch")
    return translate("Breaks", "{count}-minute stretch").format(count=minutes)


def length(minutes: int) -> str:
    """A number of minutes: "42 min", "3 h", "3 h 20 min"."""
    hours, rest = divmod(minutes, _HOUR)
    if not hours:
        return translate("Breaks", "{count} min").format(count=rest)
    if not rest:
        return translate("Breaks", "{hours} h").format(hours=hours)
    return translate("Breaks", "{hours} h {minutes} min").format(hours=hours, minutes=rest)


def clock_word(moment: datetime) -> str:
    """A time of the day: "8:05", "14:05"."""
    return f"{moment.hour}:{moment.minute:02}"


def of_interval(minutes: int) -> str:
    """What stands under the minutes sat: "of 30 min"."""
    return translate("Breaks", "of {time}").format(time=length(minutes))


def ring_word(view: BreaksView) -> str:
    """What stands in the ring where no minutes count: "up", "paused", "off"."""
    if view.state is State.OFF:
        return translate("Breaks", "off")
    if view.state is State.PAUSED:
        return translate("Breaks", "paused")
    if view.state is State.OUTSIDE_HOURS:
        return translate("Breaks", "free time")
    return presence_word(view.presence).lower()


def presence_word(presence: Presence) -> str:
    """A presence as it stands alone: "Sitting"."""
    return _word(_PRESENCES[presence])


def pause_word(pause: Pause) -> str:
    """For how long a pause is: "30 minutes", "Until tomorrow"."""
    return _word(_PAUSES[pause])


def _sitting(minutes: int) -> str:
    """How long the person sits."""
    if not minutes:
        return translate("Breaks", "Just sat down")
    return translate("Breaks", "Sitting {time}").format(time=length(minutes))


def _paused(view: BreaksView) -> str:
    """Until when reminders are paused."""
    if view.until is None or view.is_until_tomorrow:
        return translate("Breaks", "Paused until tomorrow")
    return translate("Breaks", "Paused until {time}").format(time=clock_word(view.until))


def _outside(view: BreaksView) -> str:
    """That it is outside the person's hours, and when they begin."""
    if view.until is None:
        return translate("Breaks", "Outside your hours")
    days = (view.until.date() - view.now.date()) // timedelta(days=1)
    if days > 1:
        day = QLocale().dayName(view.until.isoweekday())
        return translate("Breaks", "Outside your hours until {day}").format(day=day)
    words = translate("Breaks", "Outside your hours until {time}") if not days else ""
    words = words or translate("Breaks", "Outside your hours until tomorrow, {time}")
    return words.format(time=clock_word(view.until))


def _word(marked: object) -> str:
    """A word of the tables in the person's language; PySide types a marked text as any object."""
    return translate("Breaks", str(marked))
