"""Says a trouble once, however often it is met."""

from __future__ import annotations

import logging

from hipstretch.core.ports import Report, Trouble

_log = logging.getLogger(__name__)


class Complaint:
    """Reports a trouble when it is first met, and again only if all was well in between."""

    def __init__(self, trouble: Trouble, report: Report) -> None:
        self._trouble = trouble
        self._report = report
        self._is_said = False

    def met(self, why: str) -> None:
        """The trouble is there."""
        if not self._is_said:
            self._is_said = True
            _log.warning("%s: %s", self._trouble, why)
            self._report(self._trouble)

    def over(self) -> None:
        """All is well."""
        self._is_said = False
