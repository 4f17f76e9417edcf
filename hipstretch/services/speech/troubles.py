"""Reports each trouble once, until there was none."""

from __future__ import annotations

from hipstretch.core.ports import Report, Trouble


class Troubles:
    """Keeps what was reported, so that nobody hears the same thing at every phrase."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._told: set[Trouble] = set()

    def tell(self, trouble: Trouble) -> None:
        """Report a trouble that was not reported yet."""
        if trouble not in self._told:
            self._told.add(trouble)
            self._report(trouble)

    def worked(self) -> None:
        """Something was heard: the next trouble is news again."""
        self._told.clear()
