"""Changing a routine file's steps in its own text, so that comments and layout survive."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import fields
from io import StringIO

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from hipstretch.core.dose import Dose
from hipstretch.core.draft import Row
from hipstretch.core.routine import Rest, Routine, Step
from hipstretch.storage.format.writer import plain_dose, plain_duration, plain_step

_LIST_INDENT = re.compile(r"^steps:[^\n]*\n(?:\s*#[^\n]*\n|\s*\n)*( *)- ", re.MULTILINE)
_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")
_WIDTH = 120


def edited(
    text: str, current: Routine, usual_text: str, usual: Routine, rows: Sequence[Row]
) -> str:
    """`text` with the steps of `rows`; what the person left out comes from `usual_text`."""
    yaml = _round_trip(text)
    document = yaml.load(text)
    usual_steps = yaml.load(usual_text)["steps"]
    nodes = []
    for row in rows:
        if not row.is_on:
            continue
        if row.origin is None:
            nodes.append(CommentedMap(plain_step(row.step)))
            continue
        is_current = row.origin.is_current
        node = (document["steps"] if is_current else usual_steps)[row.origin.step]
        before = (current if is_current else usual).steps[row.origin.step]
        nodes.append(_changed(node if is_current else deepcopy(node), before, row.step))
    _replace_steps(document, nodes)
    stream = StringIO()
    yaml.dump(document, stream)
    return stream.getvalue().rstrip("\n") + "\n"


def has_all_comments(old: str, new: str) -> bool:
    """Whether every comment of `old` stands in `new` too."""
    kept = list(_comments(new))
    for comment in _comments(old):
        if comment not in kept:
            return False
        kept.remove(comment)
    return True


def _comments(text: str) -> Iterator[str]:
    """What looks like a comment in a text; a `#` in quotes counts, which does no harm."""
    return (comment.strip() for comment in _COMMENT.findall(text))


def _round_trip(text: str) -> YAML:
    """A reader and writer that keeps quotes, and the indentation that `text` has."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    match = _LIST_INDENT.search(text)
    offset = len(match[1]) if match else 2
    yaml.indent(mapping=2, sequence=offset + 2, offset=offset)
    yaml.representer.add_representer(type(None), _represent_nothing)
    return yaml


def _represent_nothing(representer: object, _: None) -> object:
    """Write "not prescribed yet" as nothing behind the key."""
    return representer.represent_scalar("tag:yaml.org,2002:null", "")  # type: ignore[attr-defined]


def _changed(node: CommentedMap, before: Step | Rest, after: Step | Rest) -> CommentedMap:
    """A step's node with what is different in `after`."""
    if isinstance(before, Rest) or isinstance(after, Rest):
        if before != after and isinstance(after, Rest):
            node["rest"] = plain_duration(after.duration)
        return node
    names = [f.name for f in fields(Dose) if _differ(before.dose, after.dose, f.name)]
    plain = plain_dose(after.dose)
    for name in names:
        key = "for" if name == "lasting" else name
        if key in plain:
            node[key] = plain[key]
        else:
            node.pop(key, None)
    return node


def _differ(before: Dose, after: Dose, name: str) -> bool:
    """Whether two doses say different things under a name."""
    return bool(getattr(before, name) != getattr(after, name))


def _replace_steps(document: CommentedMap, nodes: list[CommentedMap]) -> None:
    """Put the nodes in the document's list; where they are the same ones, leave it alone."""
    steps: CommentedSeq = document["steps"]
    if len(nodes) == len(steps) and all(a is b for a, b in zip(nodes, steps, strict=True)):
        return
    lead = steps.ca.comment
    fresh = CommentedSeq(nodes)
    fresh.ca.comment = lead
    if steps.fa.flow_style():
        fresh.fa.set_flow_style()
    document["steps"] = fresh
