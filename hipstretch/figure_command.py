"""The `hipstretch figure` command: draws a figure, or a sheet of all of them, into a file."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from hipstretch import paths
from hipstretch.core.figure.figure import Figure
from hipstretch.core.person import Side
from hipstretch.storage.figures import FigureShelf

if TYPE_CHECKING:
    from argparse import _SubParsersAction

USAGE_ERROR = 2


def add_figure_command(words: _SubParsersAction[ArgumentParser]) -> None:
    """Teach the command line the word `figure`."""
    figure = words.add_parser("figure", help="draw a figure, or all of them, into a file")
    figure.add_argument(
        "ids", nargs="*", metavar="ID", help="figures, by id or path; none means all"
    )
    figure.add_argument("-o", "--output", type=Path, metavar="FILE.png|.svg")
    figure.add_argument("--side", choices=["left", "right"], help="the side that works")
    figure.add_argument("--at", type=_share, default=1.0, metavar="0..1", help="0 start, 1 hold")
    figure.add_argument("--yaw", type=float, default=0.0, metavar="DEG", help="turn by hand")
    figure.add_argument("--pitch", type=float, default=0.0, metavar="DEG", help="tilt by hand")
    figure.add_argument(
        "--sheet", action="store_true", help="start, way and hold of each, both sides"
    )
    figure.add_argument(
        "--check", action="store_true", help="print the angles and what is wrong; 1 where any is"
    )
    figure.add_argument("--dark", action="store_true", help="in the dark theme's colours")
    figure.add_argument("--size", type=_size, default=(900, 700), metavar="WxH")
    figure.set_defaults(run=run)


def _share(text: str) -> float:
    """A number from 0 to 1."""
    value = float(text)
    if not 0.0 <= value <= 1.0:
        raise ArgumentTypeError("a number from 0 to 1")
    return value


def _size(text: str) -> tuple[int, int]:
    """`900x700`."""
    wide, _, high = text.partition("x")
    if not (wide.isdigit() and high.isdigit() and int(wide) and int(high)):
        raise ArgumentTypeError("a size such as 900x700")
    return int(wide), int(high)


def run(options: Namespace) -> int:
    """Draw what was asked for; 1 where a figure is faulty, 2 where there is none."""
    figures = _figures(options)
    if isinstance(figures, int):
        return figures
    if options.check:
        return _check(figures)
    if options.output is None:
        print("hipstretch: say where to with -o FILE.png", file=sys.stderr)
        return USAGE_ERROR
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from hipstretch.ui.figure.files import save_figure, save_sheet

    if options.sheet:
        save_sheet(figures, options.output, dark=options.dark)
        return 0
    if len(figures) != 1:
        print("hipstretch: name one figure, or use --sheet", file=sys.stderr)
        return USAGE_ERROR
    frame = figures[0].frame(options.at, _side(options, figures[0]))
    save_figure(
        frame,
        options.output,
        options.size,
        dark=options.dark,
        yaw=options.yaw,
        pitch=options.pitch,
    )
    return 0


def _check(figures: list[Figure]) -> int:
    """Print every figure's angles and faults; 1 where there are faults."""
    from hipstretch.core.figure.checks import check_figure
    from hipstretch.core.figure.report import angle_lines, summary

    found = 0
    for figure in figures:
        findings = check_figure(figure)
        found += len(findings)
        print(f"{figure.plan.id}: {'sound' if not findings else 'faults'}")
        for line in (*angle_lines(figure), *summary(figure, findings)):
            print(f"  {line}")
    return 1 if found else 0


def _side(options: Namespace, figure: Figure) -> Side:
    """The side that was asked for, or the one that the figure is drawn for."""
    return Side(options.side) if options.side else figure.plan.drawn_for


def _figures(options: Namespace) -> list[Figure] | int:
    """The figures that were named, or an exit status with the reason printed."""
    shelf = figure_shelf()
    found = []
    for name in options.ids or (shelf.ids() if options.sheet or options.check else ()):
        figure = _figure(name, shelf)
        if isinstance(figure, int):
            return figure
        found.append(figure)
    return found


def figure_shelf() -> FigureShelf:
    """The person's own figures and the bundled ones."""
    return FigureShelf([paths.own_folder() / "figures", paths.bundled("assets") / "figures"])


def _figure(name: str, shelf: FigureShelf) -> Figure | int:
    """One figure by id or path."""
    path = Path(name)
    if path.suffix == ".yaml":
        shelf, name = FigureShelf([path.parent]), path.stem
    try:
        file = shelf.load(name)
    except KeyError:
        print(f"hipstretch: there is no figure {name}", file=sys.stderr)
        return USAGE_ERROR
    for fault in file.faults:
        print(fault.describe(shelf.path(name)), file=sys.stderr)
    return file.figure if file.figure is not None else 1


def main(arguments: list[str] | None = None) -> int:
    """Run the command alone."""
    parser = ArgumentParser()
    add_figure_command(parser.add_subparsers(required=True))
    options = parser.parse_args(arguments)
    return run(options)


if __name__ == "__main__":
    sys.exit(main())
