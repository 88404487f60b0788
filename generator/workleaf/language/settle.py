"""Ids written into a file's text, each in its own line; nothing else in the file changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Names
from dataclasses import dataclass
from typing import Final

from workleaf.language import ids, loader
from workleaf.language.drafts import Derived, Draft, SharedDraft
from workleaf.language.fields import BY_NAME
from workleaf.language.fields.choices import ChoiceLine, lines_of
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence
from workleaf.problems import Span

_LISTS: Final = ("choices", "rows")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, order=True)
class Edit:
    """One change of a text: what stands from `start` to `end` gives way to `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Lack:
    """One place without an id, or one list without values."""

    span: Span
    words: str
    """The id, or the values, that are written."""
    edits: tuple[Edit, ...]


@dataclass(frozen=True)
class Settling:
    """What one file lacks, in the order of the file."""

    root: Mapping
    lacks: tuple[Lack, ...]

    def written(self, data: bytes) -> tuple[bytes, tuple[Lack, ...]]:
        """The file with what it lacks, and what could not be written into it.

        What is written is read again: a text that would then say something else stays as it is.
        """
        if _says(data, self.lacks, self.root):
            return _apply(data, self.lacks), ()
        fine: list[Lack] = []
        for lack in self.lacks:
            if _says(data, [*fine, lack], self.root):
                fine.append(lack)
        return _apply(data, fine), tuple(lack for lack in self.lacks if lack not in fine)


def settling(drafts: Names[str, Draft], shared: SharedDraft) -> dict[str, Settling]:
    """What the files of a folder lack, by the name of the file."""
    roots: dict[str, Mapping] = {draft.file: draft.node for draft in drafts.values()}
    if shared.node is not None:
        roots[shared.node.source.file] = shared.node
    found: dict[str, list[Lack]] = {file: [] for file in roots}
    flow = {id(each) for root in roots.values() for each in _in_flow(root, flow=False)}
    for derived, name in _named(drafts):
        edits = tuple(_id_edits(derived, name, flow=id(derived.node) in flow))
        found[derived.node.source.file].append(Lack(derived.span, name, edits))
    for file, root in roots.items():
        for node in quick_lists(root):
            lines = derived_lines(node)
            values = ", ".join(line.value for line in lines)
            span = lines[0].words.span
            found[file].append(Lack(span, values, tuple(_list_edits(node, lines))))
    return {
        file: Settling(roots[file], tuple(sorted(lacks, key=lambda lack: lack.span)))
        for file, lacks in found.items()
        if lacks
    }


def _named(drafts: Names[str, Draft]) -> Iterator[tuple[Derived, str]]:
    """Every place without an id, once, with the id it gets.

    What worksheets share may be called otherwise in each of them; then it gets a name that is free
    in all of them.
    """
    places: dict[int, list[tuple[Derived, Draft]]] = {}
    for draft in drafts.values():
        for each in draft.derived:
            places.setdefault(id(each.node), []).append((each, draft))
    for (first, _), *others in ((group[0], *group) for group in places.values()):
        names = {each.id for each, _ in others}
        every = [entry for _, draft in others for entry in draft.entries()]
        taken = {entry.id for entry in every if entry.node is not first.node}
        if len(names) == 1:
            yield first, first.id
        else:
            yield first, ids.derived(first.words, taken, fallback=first.fallback)


def _in_flow(node: Node, *, flow: bool) -> Iterator[Node]:
    """The nodes that stand between brackets or braces."""
    if flow:
        yield node
    inside = flow or _opens(node)
    if isinstance(node, Sequence):
        for each in node.items:
            yield from _in_flow(each, flow=inside)
    elif isinstance(node, Mapping):
        for _, value in node.pairs:
            yield from _in_flow(value, flow=inside)


def _opens(node: Node) -> bool:
    return not isinstance(node, Scalar) and node.source.text.startswith(("[", "{"), node.start)


def quick_lists(node: Node) -> Iterator[Sequence]:
    """The lists of choices and rows below a node whose values are made from words."""
    if isinstance(node, Sequence):
        for each in node.items:
            yield from quick_lists(each)
    elif isinstance(node, Mapping):
        is_item = _is_item(node)
        for key, value in node.pairs:
            if is_item and key.value in _LISTS:
                yield from _quick(value)
            elif key.value == "choice_lists" and isinstance(value, Mapping):
                for _, each in value.pairs:
                    yield from _quick(each)
            elif not is_item or key.value in ("fields", "columns"):
                yield from quick_lists(value)


def _is_item(node: Mapping) -> bool:
    """It starts with a type and words; a list of that name is none."""
    start, words = node.pairs[0] if node.pairs else (None, None)
    return start is not None and start.value in BY_NAME and isinstance(words, Scalar)


def _quick(node: Node) -> Iterator[Sequence]:
    if isinstance(node, Sequence) and derived_lines(node):
        yield node


def derived_lines(node: Sequence) -> list[ChoiceLine]:
    """The choices of a list whose values are made from words."""
    return [line for line in lines_of(node, Report()) if line.derived]


def _id_edits(derived: Derived, name: str, *, flow: bool) -> Iterator[Edit]:
    node, after = derived.node, derived.after
    first = node.pairs[0][0]
    if _opens(node):
        at = after.end if after else first.start
        yield Edit(at, at, f", id: {name}" if after else f"id: {name}, ")
    elif flow:  # `[text: Name]`: keys without braces of their own
        last = node.pairs[-1][1]
        yield Edit(first.start, first.start, "{")
        yield Edit(last.end, last.end, f", id: {name}}}")
    elif after:
        at = _end_of_line(after)
        yield Edit(at, at, f"\n{_indent(first)}id: {name}")
    else:
        yield Edit(first.start, first.start, f"id: {name}\n{_indent(first)}")


def _indent(key: Scalar) -> str:
    return " " * (key.span.column - 1)


def _end_of_line(value: Scalar) -> int:
    """Where the last line of a value ends, also that of a block."""
    text = value.source.text
    if value.style in ("|", ">"):
        block = text[value.start : value.end]
        keeps = "+" in block.partition("\n")[0]
        return value.start + len(block.removesuffix("\n") if keeps else block.rstrip())
    end = text.find("\n", value.end)
    return end if end >= 0 else len(text)


def _list_edits(node: Sequence, lines: list[ChoiceLine]) -> Iterator[Edit]:
    for line in lines:
        yield Edit(line.words.start, line.words.start, f"{line.value}: ")
    if _opens(node) and all(isinstance(each, Scalar) for each in node.items):
        yield Edit(node.start, node.start + 1, "{")
        yield Edit(node.end - 1, node.end, "}")


def _apply(data: bytes, lacks: Iterable[Lack]) -> bytes:
    """The file with these edits. Lines keep their ends; a new line ends like the one before it."""
    text = data.decode("utf-8-sig")
    mark = data[: len(data) - len(text.encode())]
    ends = _LINE_END.findall(text)
    plain, done, made, line = _LINE_END.sub("\n", text), 0, list[str](), 0
    for edit in (*sorted(each for lack in lacks for each in lack.edits), None):
        first, *rest = plain[done : edit.start if edit else len(plain)].split("\n")
        made += [first, *(end + each for end, each in zip(ends[line:], rest, strict=False))]
        line += len(rest)
        if edit:
            end = ends[min(line, len(ends) - 1)] if ends else "\n"
            made.append(edit.text.replace("\n", end))
            done = edit.end
    return mark + "".join(made).encode()


def _says(data: bytes, lacks: Iterable[Lack], root: Mapping) -> bool:
    report = Report()
    found = loader.read(_apply(data, lacks), file=root.source.file, report=report)
    return found is not None and not report.failed and is_kept(root, found)


def is_kept(old: Node, new: Node) -> bool:
    """The new node says what the old one says, and more only where ids were written."""
    match old, new:
        case Scalar(), Scalar():
            return old.value == new.value
        case Scalar(), Mapping(pairs=((_, words),)):
            return is_kept(old, words)
        case Sequence(), Sequence():
            return _all_kept(old.items, new.items)
        case Sequence(), Mapping():
            return _all_kept(old.items, [value for _, value in new.pairs])
        case Mapping(), Mapping():
            known = [pair for pair in new.pairs if pair[0].value != "id" or old.get("id")]
            names = [key.value for key, _ in known] == [key.value for key, _ in old.pairs]
            return names and _all_kept([v for _, v in old.pairs], [v for _, v in known])
        case _:
            return False


def _all_kept(old: Iterable[Node], new: Iterable[Node]) -> bool:
    before, after = list(old), list(new)
    return len(before) == len(after) and all(map(is_kept, before, after))
