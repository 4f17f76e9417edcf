"""Keeps up to date what the programs on a bus say: by subscription, and asked once at first."""

from __future__ import annotations

from functools import partial

from jeepney import Message
from PySide6.QtCore import QObject, Slot

from hipstretch.services.bus import Bus
from hipstretch.services.bus_names import watch_name
from hipstretch.services.desk.facts import Facts
from hipstretch.services.desk.sources import Source


class BusFacts(QObject):
    """The sources on one bus; what nobody says any more is no longer so."""

    def __init__(self, bus: Bus, facts: Facts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus, self._facts = bus, facts
        self._sources: list[Source] = []
        self._answering: set[Source] = set()
        bus.lost.connect(self._on_lost)

    @property
    def names(self) -> tuple[str, ...]:
        """The sources that answer."""
        return tuple(source.name for source in self._sources if source in self._answering)

    def add(self, source: Source) -> None:
        """Watch a source, first of all whether it is there: nobody is started by being asked."""
        self._sources.append(source)
        for rule in source.rules():
            self._bus.watch(rule, partial(self._hear_signal, source))
        watch_name(self._bus, source.address.bus_name, partial(self._hear_name, source))

    def _hear_name(self, source: Source, is_there: bool) -> None:
        """The program came, was followed by another, or went."""
        if is_there:
            self._ask(source)
        else:
            self._take(source, None)

    def _hear_signal(self, source: Source, signal: Message) -> None:
        """Something has changed."""
        if source.is_touched_by(signal):
            self._ask(source)

    def _ask(self, source: Source) -> None:
        """Ask how it is now."""
        self._bus.call(source.question(), partial(self._take, source))

    def _take(self, source: Source, answer: Message | None) -> None:
        """Take an answer in; None where there is none."""
        if answer is None:
            self._answering.discard(source)
        else:
            self._answering.add(source)
        is_so = answer is not None and source.is_so(answer)
        self._facts.put(source.fact, source.name, is_so=is_so)

    @Slot()
    def _on_lost(self) -> None:
        """The bus has gone, and everybody with it."""
        for source in self._sources:
            self._take(source, None)
