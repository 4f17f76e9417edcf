"""What a session begins with: the routine as it is to be played, and how it feels before."""

from __future__ import annotations

from typing import NamedTuple

from hipstretch.core.pain import Feeling
from hipstretch.core.routine import Routine


class Start(NamedTuple):
    """A routine to play; `is_gentle` where it was made gentler for a flare-up day."""

    routine: Routine
    before: Feeling = Feeling()
    is_gentle: bool = False
