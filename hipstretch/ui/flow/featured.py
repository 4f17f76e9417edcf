"""What the featured card of Home says: the routine to do now, or a session to go on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from hipstretch.core.body import Picture, Position
from hipstretch.core.catalogue import Facts
from hipstretch.ui.pages.home_items import PersonToday, length_line, mark_of
from hipstretch.ui.widgets.featured_card import FeaturedContent
from hipstretch.ui.widgets.meta_line import MetaPart, parts_of
from hipstretch.ui.words import equipment_word, minutes, place_icon, place_word

if TYPE_CHECKING:  # read only where there is a session to go on with
    from hipstretch.storage.running import Interrupted


def today_content(facts: Facts, person: PersonToday, *, is_planned: bool) -> FeaturedContent:
    """The featured card for today's routine."""
    tr = QCoreApplication.translate
    place, mark = facts.places[0], mark_of(facts, person)
    things = [equipment_word(thing) for thing in facts.equipment if thing != "mat"]
    meta = (
        *parts_of("clock", length_line(facts, person)),
        MetaPart(place_icon(place), place_word(place)),
        *(MetaPart("", thing) for thing in things[:1]),
        *([MetaPart(mark.icon, mark.words)] if mark.words else []),
    )
    planned, any_day = tr("HomeFlow", "Next in your plan"), tr("HomeFlow", "Today’s routine")
    eyebrow = planned if is_planned else any_day
    start, customise = tr("HomeFlow", "Start"), tr("HomeFlow", "Customise")
    return FeaturedContent(eyebrow, facts.name, meta, facts.picture, start, customise)


def go_on_content(interrupted: Interrupted) -> FeaturedContent:
    """The featured card for a session that was left unfinished."""
    tr = QCoreApplication.translate
    session = interrupted.session
    moment = session.timeline.moment(session.anchor)
    left = tr("HomeFlow", "%1 left").replace("%1", minutes(moment.remaining_total))
    stretch = moment.phase.stretch if moment.phase is not None else None
    exercises = list(interrupted.routine.exercises)
    return FeaturedContent(
        tr("HomeFlow", "Go on where you stopped"),
        interrupted.routine.name,
        (MetaPart("clock", left), *([MetaPart("", stretch)] if stretch else [])),
        exercises[0].picture() if exercises else Picture(Position.STANDING),
        tr("HomeFlow", "Go on"),
        tr("HomeFlow", "Start over"),
    )
