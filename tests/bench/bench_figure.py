"""How long a figure takes: a skeleton, and a painted frame in the two sizes of the budget."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import process_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from hipstretch.core.figure.figure import Figure
from hipstretch.core.person import Side
from hipstretch.storage.figures import FigureShelf
from hipstretch.ui.figure.colours import LIGHT_FIGURE
from hipstretch.ui.figure.painter import paint_figure

_FIGURES = Path(__file__).parents[2] / "assets" / "figures"
_BUDGETS = {(900, 700): 8.0, (1920, 1080): 25.0}
_SKELETON_BUDGET = 0.5
_STEPS = 40


def _milliseconds(act: Callable[[float], object]) -> float:
    """The median processor time of an action over the way from start to hold."""
    times = []
    for step in range(_STEPS):
        start = process_time()
        act(step / (_STEPS - 1))
        times.append((process_time() - start) * 1000)
    return median(times)


def _frame_time(figure: Figure, size: tuple[int, int]) -> float:
    """The median time of one frame, posed, projected and painted."""
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#E4EEEA"))
    rect = QRectF(20, 20, size[0] - 40, size[1] - 40)

    def paint(share: float) -> None:
        painter = QPainter(image)
        paint_figure(painter, rect, figure.frame(share, Side.RIGHT), LIGHT_FIGURE)
        painter.end()

    return _milliseconds(paint)


def main() -> int:
    """Print a table; 1 where a budget is not kept."""
    application = QGuiApplication([])
    shelf = FigureShelf([_FIGURES])
    is_kept = True
    for figure_id in shelf.ids():
        figure = shelf.find(figure_id)
        if figure is None:
            continue
        solving = _milliseconds(figure.pose)
        frames = {size: _frame_time(figure, size) for size in _BUDGETS}
        is_kept &= solving <= _SKELETON_BUDGET
        is_kept &= all(frames[size] <= budget for size, budget in _BUDGETS.items())
        told = "  ".join(f"{w}x{h} {frames[w, h]:5.1f} ms" for w, h in _BUDGETS)
        print(f"{figure_id:<28} skeleton {solving:4.2f} ms  {told}")
    print("budgets kept" if is_kept else "over budget")
    del application
    return 0 if is_kept else 1


if __name__ == "__main__":
    sys.exit(main())
