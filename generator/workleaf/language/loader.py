"""Reads one YAML file into nodes: checks the bytes, then libyaml's events within fixed limits.

Nodes are built from events one by one, so a limit is reached before libyaml, which recurses while
it composes, could end the process.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NoReturn

import yaml

from workleaf.language import syntax
from workleaf.language.memory import Memory
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence, Source
from workleaf.problems import Span

LARGEST_FILE: Final = 1024 * 1024
LARGEST_TEXT: Final = 64 * 1024
DEEPEST: Final = 40
MOST_NODES: Final = 20_000
_SHORT: Final = 24

# Controls, bidirectional overrides, byte order marks inside a text, and what YAML takes for a line
# end but editors do not.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]"
)
_BLANK: Final = (" ", "\t")
_LOST = re.compile(r"[ \t]+(#\w[^\n]*)")


_NODES: Final = (yaml.ScalarEvent, yaml.CollectionStartEvent)


class _Stop(Exception):
    """The file cannot be read further; its problem is noted."""


def load(path: Path, *, file: str, report: Report, memory: Memory | None = None) -> Mapping | None:
    """The keys of a worksheet file, `None` where it cannot be read. `file` names it in problems."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            report.add("file-too-large", Span(file=file), limit="1 MiB")
            return None
        data = path.read_bytes()
    except OSError as error:
        report.add("file-unreadable", Span(file=file), reason=error.strerror or str(error))
        return None
    if memory is None:
        return read(data, file=file, report=report)
    found = memory.recall(file, data, lambda own: read(data, file=file, report=own), report)
    if found is not None:
        report.sources[file] = found.source
    return found


def read(data: bytes, *, file: str, report: Report) -> Mapping | None:
    """Like `load`, from bytes."""
    if len(data) > LARGEST_FILE:
        report.add("file-too-large", Span(file=file), limit="1 MiB")
        return None
    text = _decode(data, file=file, report=report)
    if text is None:
        return None
    source = Source(file, text)
    report.sources[file] = source
    if not _clean(source, report):
        return None
    try:
        return _root(_Events(source, report).document(), source, report)
    except _Stop:
        return None
    except yaml.YAMLError as error:
        syntax.explain(error, source, report)
        return None


def _decode(data: bytes, *, file: str, report: Report) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report.add("not-utf8", Span(file=file), found="UTF-16")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rsplit(b"\n", 1)[-1].decode("utf-8", "replace")) + 1
        report.add("not-utf8", Span(file=file, line=line, column=column), found="another encoding")
        return None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _clean(source: Source, report: Report) -> bool:
    """No hidden characters, no tab that indents; all of them are reported."""
    fine = True
    for found in _HIDDEN.finditer(source.text):
        report.add(
            "hidden-character",
            source.span(found.start(), found.end()),
            number=f"{ord(found[0]):04X}",
        )
        fine = False
        if report.is_full(source.file):
            break
    for number, line in enumerate(source.lines if "\t" in source.text else ()):
        at = line.find("\t", 0, len(line) - len(line.lstrip()))
        if at >= 0 and not report.is_full(source.file) and line.strip():
            start = source.starts[number] + at
            report.add("tab", source.span(start, start + 1))
            fine = False
    return fine


def _root(node: Node | None, source: Source, report: Report) -> Mapping | None:
    match node:
        case None:
            report.add("file-empty", Span(file=source.file))
        case Mapping():
            return node
        case Sequence() | Scalar():
            report.add("file-no-keys", node.span)
    return None


class _Events:
    """libyaml's events, turned into nodes."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source, self.report, self.count = source, report, 0
        loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)(source.text)
        self.events: Iterator[yaml.Event] = iter(loader.get_event, None)

    def document(self) -> Node | None:
        """The one document of the file."""
        found: list[Node] = []
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and found:
                self.stop("second-document", event)
            if isinstance(event, yaml.NodeEvent):
                found.append(self.node(event, 1))
        whole = found[0] if found else None
        empty = isinstance(whole, Scalar) and not whole.value and not whole.style
        return None if empty else whole

    def stop(self, code: str, event: yaml.Event, **blanks: object) -> NoReturn:
        """Note a problem that ends the reading of this file."""
        self.report.add(code, self.source.span(*_ends(event)), **blanks)
        raise _Stop

    def node(self, event: yaml.Event, depth: int) -> Node:
        """The node that starts with this event."""
        self.count += 1
        if self.count > MOST_NODES:
            self.stop("too-many-nodes", event, limit=f"{MOST_NODES:,}")
        if isinstance(event, yaml.ScalarEvent) and not (event.anchor or event.tag):
            return self.scalar(event)
        if isinstance(event, yaml.AliasEvent):
            self.stop("needs-quotes", event, sign="*")
        assert isinstance(event, _NODES), "only nodes stand between start and end"
        if isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            self.marked(event)
        if depth > DEEPEST:
            self.stop("too-deep", event, limit=DEEPEST)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.sequence(event, depth)
        return self.mapping(event, depth)

    def marked(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent) -> NoReturn:
        """Signs that YAML gives a meaning of its own."""
        if event.anchor:
            self.stop("needs-quotes", event, sign="&")
        line = self.source.lines[event.start_mark.line] if event.start_mark else ""
        code, instead = syntax.first_sign("needs-quotes", "!", line)
        self.stop(code, event, sign="!", instead=instead)

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        """A text, with a warning where a `#` cut it off."""
        value, style = event.value, event.style or ""
        start, end = _ends(event)
        if len(value) > LARGEST_TEXT:
            self.stop("text-too-long", event, limit="64 KiB")
        # Written as an escape; all else was looked at before.
        if style == '"' and (hidden := _HIDDEN.search(value)):
            self.stop("hidden-character", event, number=f"{ord(hidden[0]):04X}")
        text = self.source.text
        if not style and text.startswith(_BLANK, end) and (lost := _LOST.match(text, end)):
            at = self.source.span(lost.start(1), lost.end(1))
            self.report.add("comment-cuts-text", at, rest=lost[1].rstrip()[:12])
        # Keys and ids come again and again: each is kept once.
        kept = sys.intern(value) if len(value) < _SHORT else value
        return Scalar(self.source, start, end, kept, style)

    def sequence(self, event: yaml.Event, depth: int) -> Sequence:
        """A list with all that is in it."""
        items: list[Node] = []
        while not isinstance(each := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(each, depth + 1))
        return Sequence(self.source, *self._block(event, each), tuple(items))

    def mapping(self, event: yaml.Event, depth: int) -> Mapping:
        """Keys and values; a key that comes twice, even in another Unicode form, is a problem."""
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        following = self.events.__next__
        while not isinstance(each := following(), yaml.MappingEndEvent):
            key = self.node(each, depth + 1)
            value = self.node(following(), depth + 1)
            if not isinstance(key, Scalar):
                self.report.add("key-not-text", key.span)
            elif (name := key.value) == "<<":
                self.report.add("merge-key", key.span)
            elif (first := seen.setdefault(_composed(name), key)) is key:
                pairs.append((key, value))
            else:
                self.report.add("key-twice", key.span, key=name, line=first.span.line)
        return Mapping(self.source, *self._block(event, each), tuple(pairs))

    def _block(self, first: yaml.Event, last: yaml.Event) -> tuple[int, int]:
        # A block ends where the next thing starts, maybe lines below; its first line is enough.
        start = _ends(first)[0]
        if getattr(first, "flow_style", False):
            return start, _ends(last)[1]
        stop = self.source.text.find("\n", start)
        return start, stop if stop >= 0 else len(self.source.text)


def _composed(text: str) -> str:
    """One Unicode form for what looks the same."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _ends(event: yaml.Event) -> tuple[int, int]:
    """Where an event starts and ends in the text."""
    start, end = event.start_mark, event.end_mark
    return (start.index if start else 0), (end.index if end else 0)
