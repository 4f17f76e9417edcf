"""Changing a routine file's steps in its own text, so that comments and layout survive.

Rules:

- A step is its lines from the dash on, with the comments right above it; a comment that is indented
  deeper than the dash belongs to the step before. Blank lines between steps keep their places.
- A step that is not changed keeps every character, wherever it goes.
- What stands above and below the steps is never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields
from io import StringIO
from itertools import pairwise
from typing import Any, NamedTuple

import yaml
from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from hipstretch.core.dose import Dose
from hipstretch.core.draft import Row
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.storage.format.writer import plain_dose, plain_step

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")
_DASH_AND_BLANKS = re.compile(r"- *(?=[^\s#])")
_UNWRAPPED = 100_000


class NotEditable(ValueError):  # noqa: N818 -- a property of the text
    """A text whose steps cannot be changed one by one, such as a list in brackets."""


class _Block(NamedTuple):
    """A step's text: the comments above it, and its lines from the dash on."""

    lead: str
    body: str


class _Layout(NamedTuple):
    """A file's text taken apart; `gaps` are the blank lines above each step."""

    head: str
    gaps: tuple[str, ...]
    blocks: tuple[_Block, ...]
    tail: str
    column: int


def edited(
    text: str, current: Routine, usual_text: str, usual: Routine, rows: Sequence[Row]
) -> str:
    """`text` with the steps of `rows`; what the person left out comes from `usual_text`.

    Raises NotEditable.
    """
    layout = _layout(text)
    usual_layout = layout if usual_text == text else _layout(usual_text)
    blocks = []
    for row in (row for row in rows if row.is_on):
        if row.origin is None:
            blocks.append(_new_block(row.step, layout.column))
        elif row.origin.is_current:
            before = current.steps[row.origin.step]
            blocks.append(_changed(layout, row.origin.step, before, row.step, layout.column))
        else:
            before = usual.steps[row.origin.step]
            blocks.append(_changed(usual_layout, row.origin.step, before, row.step, layout.column))
    gaps = [*layout.gaps, *[layout.gaps[-1]] * len(blocks)]
    steps = (gap + block.lead + block.body for gap, block in zip(gaps, blocks, strict=False))
    return layout.head + "".join(steps) + layout.tail


def has_all_comments(old: str, new: str) -> bool:
    """Whether every comment of `old` stands in `new` too."""
    return _comments(old) <= _comments(new)


def _comments(text: str) -> Counter[str]:
    """What looks like a comment in a text; a `#` in quotes counts, which does no harm."""
    return Counter(comment.strip() for comment in _COMMENT.findall(text))


def _layout(text: str) -> _Layout:
    """Take a text that has been read without a fault apart; raises NotEditable."""
    if not text.endswith("\n"):
        text += "\n"
    lines = text.splitlines(keepends=True)
    root: Any = yaml.compose(text, Loader=_LOADER)
    steps = next(value for key, value in root.value if key.value == "steps")
    if steps.flow_style:
        raise NotEditable("the steps stand in brackets")
    column = steps.start_mark.column
    dashes = [_dash_line(lines, step.start_mark.line, column) for step in steps.value]
    below = (key.start_mark.line for key, _ in root.value)
    end = min((line for line in below if line > dashes[-1]), default=root.end_mark.line)
    firsts = [_first_line(lines, line, column) for line in (*dashes, end)]
    gaps, blocks = [], []
    for (first, after), dash in zip(pairwise(firsts), dashes, strict=True):
        above = lines[first:dash]
        blank = next((at for at, line in enumerate(above) if line.strip()), len(above))
        gaps.append("".join(above[:blank]))
        blocks.append(_Block("".join(above[blank:]), "".join(lines[dash:after])))
    head, tail = "".join(lines[: firsts[0]]), "".join(lines[firsts[-1] :])
    return _Layout(head, tuple(gaps), tuple(blocks), tail, column)


def _dash_line(lines: list[str], line: int, column: int) -> int:
    """The line with the dash of a step that begins in `line`; raises NotEditable."""
    for at in range(line, -1, -1):
        if re.match(rf" {{{column}}}-\s", lines[at]):
            return at
    raise NotEditable("a step has no dash of its own")


def _first_line(lines: list[str], line: int, column: int) -> int:
    """The first of the blank lines and comments right above a line."""
    comment = re.compile(rf" {{0,{column}}}#")
    while not lines[line - 1].strip() or comment.match(lines[line - 1]):
        line -= 1
    return line


def _changed(
    layout: _Layout, index: int, before: Step | Rest, after: Step | Rest, column: int
) -> _Block:
    """A step's text with what is different in `after`, its dash in `column`."""
    block = layout.blocks[index]
    if before == after and layout.column == column:
        return block
    lead, body = (_shifted(part, layout.column, 0) for part in block)
    if before != after:
        body = _with_changes(body, before, after)
    return _Block(_shifted(lead, 0, column), _shifted(body, 0, column))


def _shifted(text: str, column: int, to: int) -> str:
    """Lines moved from one column to another; blank ones stay blank."""
    lines = text.splitlines(keepends=True)
    return "".join(
        " " * to + (line[column:] if line[:column].isspace() or not column else line.lstrip(" "))
        if line.strip()
        else line
        for line in lines
    )


def _with_changes(body: str, before: Step | Rest, after: Step | Rest) -> str:
    """A step's lines, the dash in the first column, with what is different in `after`."""
    dash = _DASH_AND_BLANKS.match(body)
    editor = _editor(len(dash[0]) if dash else 2)
    try:
        steps = editor.load(body)
        _change(steps[0], before, after)
        return _dumped(editor, steps)
    except YAMLError as error:
        raise NotEditable(f"a step is written in an unusual way: {error}") from error


def _new_block(step: Step | Rest, column: int) -> _Block:
    """The text of a step that was added."""
    return _Block("", _shifted(_dumped(_editor(2), [CommentedMap(plain_step(step))]), 0, column))


def _editor(indent: int) -> YAML:
    """A reader and writer of one step that keeps quotes, line lengths and indentation."""
    editor = YAML()
    editor.preserve_quotes = True
    editor.width = _UNWRAPPED
    editor.indent(mapping=2, sequence=indent, offset=0)
    editor.representer.add_representer(type(None), _represent_nothing)
    return editor


def _dumped(editor: YAML, steps: object) -> str:
    """A list with one step as text."""
    stream = StringIO()
    editor.dump(steps, stream)
    return stream.getvalue().rstrip("\n") + "\n"


def _represent_nothing(representer: object, _: None) -> object:
    """Write "not prescribed yet" as nothing behind the key."""
    return representer.represent_scalar("tag:yaml.org,2002:null", "")  # type: ignore[attr-defined]


def _change(node: CommentedMap, before: Step | Rest, after: Step | Rest) -> None:
    """Put into a step's node what is different in `after`."""
    if isinstance(before, Rest) or isinstance(after, Rest):
        node.update(plain_step(after))
        return
    plain = plain_dose(after.dose)
    for name in (field.name for field in fields(Dose)):
        if getattr(before.dose, name) == getattr(after.dose, name):
            continue
        key = "for" if name == "lasting" else name
        if key in plain:
            node[key] = plain[key]
        else:
            node.pop(key, None)
