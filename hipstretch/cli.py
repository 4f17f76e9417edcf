"""The `hipstretch` command: without a word it opens the window, else it runs the command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from hipstretch.services.autostart import HIDDEN


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit status. Each half is imported only where it is needed."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given and given != [HIDDEN]:
        from hipstretch.commands import run

        return run(given)
    from hipstretch.launch import launch

    return launch(is_hidden=bool(given))
