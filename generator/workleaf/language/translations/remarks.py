"""What a translator wrote beside the words: comments that are not workleaf's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

import yaml

from workleaf.language.source import Mapping as Keys
from workleaf.language.source import Node, Scalar, Sequence
from workleaf.language.translations.marks import mark
from workleaf.language.translations.sidecar import Sidecar, dotted

_COMMENT: Final = re.compile(r"(?:^|(?<=[ \t]))#")


@dataclass(frozen=True)
class Remark:
    """Lines of a comment and the path whose key comes after them; empty for the end of the file."""

    lines: tuple[str, ...]
    path: str


def remarks(sidecar: Sidecar, *, ours: Collection[str], known: Collection[str]) -> list[Remark]:
    """The translator's comments. `ours`: lines of workleaf; `known`: marks of source texts."""
    found: list[Remark] = []
    block: list[tuple[int, str]] = []
    for offset, line, whole in _comments(sidecar):
        if block and (not whole or not _follows(sidecar, block[-1][0], offset)):
            found += _kept(sidecar, block, ours, known)
            block = []
        if whole:
            block.append((offset, line))
        else:
            found.append(Remark((line,), _path(sidecar, offset, same_line=True)))
    return [*found, *_kept(sidecar, block, ours, known)]


def _comments(sidecar: Sidecar) -> Iterator[tuple[int, str, bool]]:
    """Offset and text of each comment; whether it has its line to itself."""
    source = sidecar.node.source
    inside = sorted((each.start, each.end) for each in _scalars(sidecar.node) if each.value)
    at = 0
    for number, line in enumerate(source.lines):
        for match in _COMMENT.finditer(line):
            offset = source.starts[number] + match.start()
            while at < len(inside) and inside[at][1] <= offset:
                at += 1
            if at < len(inside) and inside[at][0] <= offset:
                continue
            yield offset, line[match.start() :].rstrip(), not line[: match.start()].strip()
            break


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for each in items:
                yield from _scalars(each)
        case Keys(pairs=pairs):
            for key, value in pairs:
                yield key
                yield from _scalars(value)


def _follows(sidecar: Sidecar, before: int, offset: int) -> bool:
    """Two comments stand on lines one after the other."""
    source = sidecar.node.source
    return source.span(offset, offset).line - source.span(before, before).line == 1


def _kept(
    sidecar: Sidecar,
    block: list[tuple[int, str]],
    ours: Collection[str],
    known: Collection[str],
) -> list[Remark]:
    """The lines of a block of comments that workleaf did not write."""
    lines = [(offset, line) for offset, line in block if line not in ours]
    found: list[Remark] = []
    while lines:
        size = _texts(lines, known)
        if size:
            lines = lines[size:]
        else:
            offset, line = lines.pop(0)
            found.append(Remark((line,), _path(sidecar, offset)))
    return found


def _texts(lines: list[tuple[int, str]], known: Collection[str]) -> int:
    """How many lines from the first are a source text that workleaf put there."""
    bare = [line.removeprefix("#").removeprefix(" ") for _, line in lines]
    size = next(
        (n for n in range(1, len(bare)) if bare[n] and not bare[n].startswith("  ")), len(bare)
    )
    # What a translator wrote under it, deeper by chance, is none of it.
    return next((n for n in range(size, 0, -1) if _text(bare[:n]) in known), 0)


def _text(lines: list[str]) -> str:
    try:
        found = yaml.load("\n".join(lines) + "\n", Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return ""
    if not isinstance(found, dict) or len(found) != 1:
        return ""
    (value,) = found.values()
    if isinstance(value, list):
        value = ", ".join(map(str, value))
    return mark(value) if isinstance(value, str) else ""


def _path(sidecar: Sidecar, offset: int, *, same_line: bool = False) -> str:
    """The path whose key stands after a comment, or before it on its own line."""
    places = sorted((key.start, dotted(path)) for path, key in sidecar.keys.items())
    if same_line:
        return next((path for start, path in reversed(places) if start < offset), "")
    return next((path for start, path in places if start > offset), "")
