"""When to ask once more: after the rep that was eased, if the person stayed with it."""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.session import Session
from hipstretch.core.summary import DONE_SHARE


class AskAgain(NamedTuple):
    """The eased rep, by its step and its phase's index."""

    step: int
    rep: int

    @classmethod
    def of(cls, session: Session) -> AskAgain | None:
        """The rep that goes on or comes next in the step under way; None where none comes."""
        at = session.anchor.phase_index
        phases = session.timeline.phases
        later = range(at, session.timeline.step_start(phases[at].step + 1).phase_index)
        reps = (index for index in later if phases[index].kind.is_rep)
        rep = next(reps, None)
        return None if rep is None else cls(phases[at].step, rep)

    def is_over(self, session: Session) -> bool:
        """Whether the session has come past the rep."""
        return session.anchor.phase_index > self.rep

    def was_held(self, session: Session) -> bool:
        """Whether the rep was done, and not skipped."""
        held, seconds = session.held.get(self.rep), session.timeline.phases[self.rep].seconds
        return held is not None and held >= DONE_SHARE * (seconds or 0.0)
