"""The words of the history: days, lengths, sessions and pain."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from hipstretch.core.history_sums import DaySum, PainPoint, SessionRow
from hipstretch.core.pain import Feeling, Hurt, PainPlace, Remedy
from hipstretch.core.person import Side
from hipstretch.ui.break_words import clock_word, length
from hipstretch.ui.words import side_word

translate = QCoreApplication.translate
_MINUTE = 60
_MINUTES_UNDER = 120
"""Minutes under which a time is told in minutes alone."""
_DAY = timedelta(days=1)

_PLACES = {
    PainPlace.BACK: QT_TRANSLATE_NOOP("History", "in the back"),
    PainPlace.BUTTOCK: QT_TRANSLATE_NOOP("History", "in the buttock"),
    PainPlace.THIGH: QT_TRANSLATE_NOOP("History", "down to the thigh"),
    PainPlace.BELOW_KNEE: QT_TRANSLATE_NOOP("History", "below the knee"),
    PainPlace.FOOT: QT_TRANSLATE_NOOP("History", "down to the foot"),
}
_REMEDIES = {
    Remedy.GO_ON: QT_TRANSLATE_NOOP("History", "You went on."),
    Remedy.EASE: QT_TRANSLATE_NOOP("History", "You eased off."),
    Remedy.EASIER: QT_TRANSLATE_NOOP("History", "You took the easier one."),
    Remedy.SKIP: QT_TRANSLATE_NOOP("History", "You left it out."),
    Remedy.STOP: QT_TRANSLATE_NOOP("History", "You stopped for the day."),
}


def short_day(day: date) -> str:
    """A day without its year: "2 Mar"."""
    return f"{day.day} {month_word(day)}"


def month_word(day: date) -> str:
    """The month of a day: "Mar"."""
    return QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)


def weekday_word(day: date) -> str:
    """The weekday of a day: "Mon"."""
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def full_day(day: date, today: date) -> str:
    """A day with its weekday, and its year where that is not this one: "Thu 14 May"."""
    words = f"{weekday_word(day)} {short_day(day)}"
    return words if day.year == today.year else f"{words} {day.year}"


def day_word(day: date, today: date) -> str:
    """A day as people say it: "Today", "Yesterday", "Thu 14 May"."""
    if day == today:
        return translate("History", "Today")
    if day == today - _DAY:
        return translate("History", "Yesterday")
    return full_day(day, today)


def when(moment: datetime, today: date) -> str:
    """A day and a time: "Today, 7:40"."""
    return f"{day_word(moment.date(), today)}, {clock_word(moment)}"


def minutes(seconds: float) -> str:
    """A length in whole minutes: "66 min", "3 h 20 min"; at least one where there is any."""
    count = whole_minutes(seconds)
    if count < _MINUTES_UNDER:
        return translate("History", "{count} min").format(count=count)
    return length(count)


def whole_minutes(seconds: float) -> int:
    """Minutes, rounded; at least one where there is any time at all."""
    return max(1, round(seconds / _MINUTE)) if seconds > 0 else 0


def sessions(count: int) -> str:
    """How many sessions: "148 sessions"."""
    if count == 1:
        return translate("History", "1 session")
    return translate("History", "{count} sessions").format(count=QLocale().toString(count))


def days(count: int) -> str:
    """How many days: "5 days"."""
    if count == 1:
        return translate("History", "1 day")
    return translate("History", "{count} days").format(count=count)


def day_line(day: date, done: DaySum | None, today: date, *, is_flare_up: bool) -> str:
    """A day of the map in a line: "Thu 14 May: 12 min, 2 sessions"."""
    what = _rest(is_flare_up=is_flare_up)
    if done is not None:
        what = f"{minutes(done.seconds)}, {sessions(done.sessions)}"
        what += translate("History", ", flare-up day") if is_flare_up else ""
    return f"{day_word(day, today)}: {what}"


def week_line(monday: date, today: date) -> str:
    """A week by its first day: "This week", "Week of 27 Apr"."""
    if monday == today - today.weekday() * _DAY:
        return translate("History", "This week")
    return translate("History", "Week of {day}").format(day=short_day(monday))


def pain_number(value: float) -> str:
    """A mean of pain: "5", "4.5"."""
    rounded = round(value, 1)
    return str(round(rounded)) if rounded == round(rounded) else str(rounded)


def before_word(value: float) -> str:
    """The pain before as it stands beside its line: "Before 5"."""
    return translate("History", "Before {n}").format(n=pain_number(value))


def after_word(value: float) -> str:
    """The pain after as it stands beside its line: "After 3"."""
    return translate("History", "After {n}").format(n=pain_number(value))


def pain_line(point: PainPoint) -> str:
    """The pain of a week in words: "before 5, after 3"."""
    parts = []
    if point.before is not None:
        parts.append(translate("History", "before {n}").format(n=pain_number(point.before)))
    if point.after is not None:
        parts.append(translate("History", "after {n}").format(n=pain_number(point.after)))
    return ", ".join(parts)


def pain_change(before: Feeling, after: Feeling) -> str:
    """The pain of a session as the list shows it: "5 → 3", "after 3"; empty where none is told."""
    if before.pain is not None and after.pain is not None:
        return f"{before.pain} → {after.pain}"
    return pain_line(PainPoint(date.min, before.pain, after.pain))


def feeling(felt: Feeling) -> str:
    """A feeling in words: "5 of 10, in the buttock"; empty where nothing was told."""
    parts = []
    if felt.pain is not None:
        parts.append(translate("History", "{n} of 10").format(n=felt.pain))
    if felt.place is not None:
        parts.append(place_word(felt.place))
    return ", ".join(parts)


def place_word(place: PainPlace) -> str:
    """How far the pain reaches, within a sentence: "down to the thigh"."""
    return _word(_PLACES[place])


def remedy_line(remedy: Remedy) -> str:
    """What the person chose when it hurt."""
    return _word(_REMEDIES[remedy])


def hurt_line(hurt: Hurt) -> str:
    """What hurt, how much, and what came of it."""
    name = hurt.stretch
    if hurt.side is not Side.BOTH:
        name = f"{name}, {side_word(hurt.side).lower()}"
    parts = [] if hurt.pain is None else [feeling(Feeling(hurt.pain))]
    if hurt.spreads:
        parts.append(translate("History", "new or spreading"))
    told = f"{name}: {', '.join(parts)}." if parts else f"{name}."
    return f"{told} {remedy_line(hurt.remedy)}"


def tags(row: SessionRow) -> tuple[str, ...]:
    """What was special about a session."""
    gentle = [translate("History", "Gentler")] if row.is_gentle else []
    early = [] if row.is_complete else [translate("History", "Stopped early")]
    return (*gentle, *early)


def row_line(row: SessionRow, today: date) -> str:
    """A session of the list as a screen reader says it."""
    pain = pain_line(PainPoint(today, row.before.pain, row.after.pain))
    parts = [row.routine_name, when(row.began_at, today), minutes(row.seconds), *tags(row)]
    parts += [translate("History", "pain {words}").format(words=pain)] if pain else []
    return ", ".join([*parts, *([row.note] if row.note else [])])


def _rest(*, is_flare_up: bool) -> str:
    """What a day without a session is called."""
    if is_flare_up:
        return translate("History", "flare-up day")
    return translate("History", "rest")


def _word(marked: object) -> str:
    """A word of the tables in the person's language; PySide types a marked text as any object."""
    return translate("History", str(marked))
