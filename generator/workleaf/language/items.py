"""Items of a worksheet: which type each one is, its options, its id, and what stands inside it."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Names
from dataclasses import dataclass, field, replace
from functools import lru_cache

from workleaf.language import ids, misplaced, options
from workleaf.language.drafts import Derived, flat
from workleaf.language.fields import BY_NAME, Entry, Field
from workleaf.language.fields.group import Group
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence

USE = "use"


@dataclass
class Taken:
    """The ids of one place where ids must differ: a worksheet, or the columns of one item."""

    given: frozenset[str]
    """Written down somewhere in it; none of these may be derived."""
    places: dict[str, Node] = field(default_factory=dict)
    """Where each stands."""
    derived: list[Derived] = field(default_factory=list)
    """Ids that were made from words."""
    counts: dict[str, int] = field(default_factory=dict)
    """How often the same words were made an id."""
    broken: set[str] = field(default_factory=set)
    """Of items that cannot be read; nobody complains when a condition names them."""

    def __contains__(self, name: object) -> bool:
        return name in self.given or name in self.places

    def derive(
        self, node: Mapping, words: Scalar | None, fallback: str, *, first: bool = False
    ) -> str:
        """A new id for what stands at a node, made from its words; `first`: it stands first."""
        said, span = (words.value, words.span) if words else ("", node.span)
        after = None if first else words
        name = ids.derived(said, self, fallback=fallback, counts=self.counts)
        self.derived.append(
            Derived(id=name, words=said, fallback=fallback, node=node, after=after, span=span)
        )
        self.places[name] = words or node
        return name


class Items:
    """Reads items."""

    def __init__(self, report: Report, parts: Names[str, Sequence]) -> None:
        self.report, self.parts = report, parts
        self.used: set[str] = set()

    def read(
        self,
        node: Node | None,
        taken: Taken,
        *,
        key: str = "fields",
        row_of: str = "",
        within: tuple[str, ...] = (),
    ) -> tuple[Entry, ...]:
        """The items of a list.

        `row_of` is the type whose rows they stand in, `within` the shared parts around them.
        """
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self.report.add("wants-list", node.span, key=key)
            return ()
        found: list[Entry] = []
        for each in node.items:
            if isinstance(each, Mapping) and each.pairs and each.pairs[0][0].value == USE:
                found += self._use(each, taken, row_of, within)
            elif entry := self._item(each, taken, row_of, within):
                found.append(entry)
        return tuple(found)

    def _item(self, node: Node, taken: Taken, row_of: str, within: tuple[str, ...]) -> Entry | None:
        start = misplaced.start(node, self.report)
        if start is None or not isinstance(node, Mapping):
            self._break(node, taken)
            return None
        first, label = start
        model = BY_NAME[first.value]
        fits = not row_of or _fits(model, row_of)
        if not fits:
            fitting = ids.listed(name for name, each in BY_NAME.items() if _fits(each, row_of))
            code = "not-in-sheets" if row_of == Group.type_name else "not-in-rows"
            self.report.add(code, first.span, type=first.value, where=row_of, types=fitting)
        data = misplaced.known_keys(node, model, self.report)
        before = self.report.noted
        read = options.read(model, node, self.report, data=data)
        if self.report.noted > before:
            self._break(node, taken)
        name = self._id(node, data.get("id"), label, taken)
        inner = self._inner(node, model.inner_key, taken, first.value, within)
        if read is None or not fits:
            return None
        keys = _kept(frozenset(data))
        return Entry(id=name, label=label, field=read, node=node, keys=keys, inner=inner)

    def _id(self, node: Mapping, given: Node | None, label: Scalar, taken: Taken) -> str:
        fallback = node.pairs[0][0].value
        if not isinstance(given, Scalar) or not given.value:
            return taken.derive(node, label, fallback)
        if ids.fault(given.value):  # noted where the options are read
            name = ids.derived(given.value, taken.places, fallback=fallback)
            taken.places[name] = given
            return name
        if given.value in taken.places:
            line = taken.places[given.value].span.line
            self.report.add("id-twice", given.span, id=given.value, line=line)
        else:
            taken.places[given.value] = given
        return given.value

    def _inner(
        self, node: Mapping, key: str, taken: Taken, type_name: str, within: tuple[str, ...]
    ) -> tuple[Entry, ...]:
        if not key or (found := node.get(key)) is None:
            return ()
        if isinstance(found, Sequence) and not found.items:
            self.report.add("list-empty", found.span, key=key)
        if type_name == Group.type_name and not Group.repeats(node):
            return self.read(found, taken, within=within)
        own = Taken(given_ids(found))
        inner = self.read(found, own, key=key, row_of=type_name, within=within)
        taken.derived += own.derived
        return inner

    def _break(self, node: Node, taken: Taken) -> None:
        name = node.get("id") if isinstance(node, Mapping) else None
        if isinstance(name, Scalar):
            taken.broken.add(name.value)

    def _use(
        self, node: Mapping, taken: Taken, row_of: str, within: tuple[str, ...]
    ) -> tuple[Entry, ...]:
        (_, name), *rest = node.pairs
        for key, _ in rest:
            if key.value not in ("prefix", "show_if"):
                near = ids.near(key.value, ("prefix", "show_if"))
                self.report.add(
                    "unknown-key",
                    key.span,
                    key=key.value,
                    near=near,
                    known="known here: prefix, show_if",
                )
        if not isinstance(name, Scalar) or name.value not in self.parts:
            said = name.value if isinstance(name, Scalar) else ""
            near, known = ids.near(said, self.parts), ids.listed(self.parts)
            self.report.add(
                "part-unknown", name.span, name=said, near=near, known=known or "none yet"
            )
            return ()
        self.used.add(name.value)
        if name.value in within:
            self.report.add("part-circle", name.span, name=name.value)
            return ()
        prefix = node.get("prefix")
        entries = self._part(
            name.value, prefix if isinstance(prefix, Scalar) else None, taken, row_of, within
        )
        if row_of and (place := node.key("show_if")):
            self.report.add("use-in-rows", place.span)
            return entries
        return self._shown(node, entries, taken)

    def _part(
        self, name: str, prefix: Scalar | None, taken: Taken, row_of: str, within: tuple[str, ...]
    ) -> tuple[Entry, ...]:
        node = self.parts[name]
        if prefix is None:
            return self.read(node, taken, row_of=row_of, within=(*within, name))
        if code := ids.fault(prefix.value):
            self.report.add(code, prefix.span, key="prefix", found=prefix.value, example="my")
            return ()
        own = Taken(given_ids(node))
        entries = self.read(node, own, row_of=row_of, within=(*within, name))
        local = {each.id: f"{prefix.value}_{each.id}" for each in flat(entries)}
        for mine in local.values():
            if mine in taken.places:
                line = taken.places[mine].span.line
                self.report.add("id-twice", prefix.span, id=mine, line=line)
            taken.places[mine] = prefix
        taken.derived += own.derived
        return tuple(_renamed(each, local) for each in entries)

    def _shown(self, node: Mapping, entries: tuple[Entry, ...], taken: Taken) -> tuple[Entry, ...]:
        """With `show_if`, what a part holds becomes a group without a heading."""
        condition = node.get("show_if")
        if condition is None:
            return entries
        fields = Sequence(node.source, node.start, node.end)
        group = options.read(
            Group, node, self.report, data={"show_if": condition, "fields": fields}
        )
        if group is None:
            return entries
        silent = Scalar(node.source, node.start, node.start, "")
        name = taken.derive(node, None, "part")
        taken.derived.pop()  # nothing is saved under it
        return (Entry(id=name, label=silent, field=group, node=node, inner=entries),)


def _fits(model: type[Field], row_of: str) -> bool:
    return model.fits_cell or (model.fits_sheet and row_of == Group.type_name)


@lru_cache(maxsize=1024)
def _kept(keys: frozenset[str]) -> frozenset[str]:
    """The same keys as one value: most items of a type have the same few."""
    return keys


def _renamed(entry: Entry, local: Names[str, str]) -> Entry:
    inner = entry.inner
    if entry.field.holds:
        inner = tuple(_renamed(each, local) for each in inner)
    return replace(entry, id=local[entry.id], local=local, inner=inner)


def given_ids(node: Node | None) -> frozenset[str]:
    """All ids written down in a list of items, at any depth."""
    return frozenset(_given(node))


def _given(node: Node | None) -> Iterator[str]:
    if isinstance(node, Sequence):
        for each in node.items:
            yield from _given(each)
    elif isinstance(node, Mapping):
        for key, value in node.pairs:
            if key.value == "id" and isinstance(value, Scalar):
                yield value.value
            elif key.value in ("fields", "columns"):
                yield from _given(value)
