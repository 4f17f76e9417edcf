"""What is known of the session under way besides its place: how it felt before, what hurt."""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.pain import Feeling


class Notes(NamedTuple):
    """How it felt before, whether it is a flare-up day, and the history's ids of what hurt."""

    before: Feeling = Feeling()
    is_gentle: bool = False
    hurts: tuple[int, ...] = ()

    def with_pain_before(self, pain: int) -> Notes:
        """The same with a number for before."""
        return self._replace(before=self.before._replace(pain=pain))

    def with_hurt(self, hurt: int) -> Notes:
        """The same with one more that hurt."""
        return self._replace(hurts=(*self.hurts, hurt))


NOTHING_NOTED = Notes()
"""A session of which nothing is known besides its place."""
