"""What the tests of painting share: one of each kind of bundled figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from hipstretch.core.figure.figure import Figure
from hipstretch.storage.figures import FigureShelf

_SHELF = FigureShelf([Path(__file__).parents[3] / "assets" / "figures"])


def _figure(figure_id: str) -> Figure:
    """A bundled figure."""
    found = _SHELF.find(figure_id)
    assert found is not None
    return found


@pytest.fixture
def lying() -> Figure:
    """Knee to chest, drawn for the left leg."""
    return _figure("knee-to-chest")


@pytest.fixture
def seated() -> Figure:
    """The seated hip stretch, drawn for the right leg."""
    return _figure("seated-hip-stretch")
