"""Every text of a worksheet that readers see, by its path in a translation, and how to replace it.

One walk serves both: listing what there is to translate, and putting a translation in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, TypeAlias, TypeVar

from workleaf.language.drafts import Draft, SharedDraft, StepDraft
from workleaf.language.fields import Entry
from workleaf.language.fields.choices import ChoiceLine, ChoiceLines, Lists
from workleaf.language.items import Items, Taken, given_ids
from workleaf.language.options import Options, said
from workleaf.language.source import Mapping as Keys
from workleaf.language.source import Node, Report, Scalar

Path: TypeAlias = tuple[str, ...]
"""`items`, `causes`, `choices`, `money`. A label has the path of its item."""
Pick: TypeAlias = Callable[[Path, Scalar], Scalar]
"""What stands at a path instead of the source's text."""
Model = TypeVar("Model", bound=Options)

_NO_WORDS: Final = frozenset({"yes", "no", "true", "false"})
"""What `not_sure` says where it holds no words of its own."""
_TEXTS: Final = frozenset({"text", "long_text", "plan"})
"""Types whose default is words, not a choice or a number."""


@dataclass(frozen=True, kw_only=True)
class Walk:
    """A walk over one file and over what it uses of the shared one."""

    pick: Pick
    shared: Pick
    """The same for texts of shared parts."""
    places: Mapping[Keys, Path] = field(default_factory=dict)
    """Items of shared parts and their paths there."""

    def options(self, found: Model, at: Path, pick: Pick, *, main: str = "") -> Model:
        """Options with their words; the one called `main` has the path of the whole."""
        changed: dict[str, Any] = {}
        words = said(type(found))
        for name, info in type(found).model_fields.items():
            key, value = info.alias or name, getattr(found, name)
            own = at if key == main else (*at, key)
            match value:
                case Scalar() if name in words and _is_words(key, value):
                    changed[name] = pick(own, value)
                case Options():
                    changed[name] = self.options(value, own, pick)
                case (ChoiceLine(), *_):
                    changed[name] = _choices(value, own, pick)
                case (Options(), *_) if hasattr(value[0], "up_to"):
                    changed[name] = tuple(
                        self.options(each, (*own, f"{each.up_to:f}"), pick, main="label")
                        for each in value
                    )
                case _:
                    pass
        return found.model_copy(update=changed)

    def entries(self, found: tuple[Entry, ...], at: Path) -> tuple[Entry, ...]:
        """Items with their words; those of groups stand beside their group."""
        return tuple(self._entry(each, at) for each in found)

    def _entry(self, found: Entry, at: Path) -> Entry:
        place = self.places.get(found.node)
        pick, own = (self.shared, place) if place else (self.pick, (*at, found.id))
        label = pick(own, found.label) if found.label.value.strip() else found.label
        group = found.field.type_name == "group"
        inside = at if group else (*own, found.field.inner_key)
        changed = self.options(found.field, own, pick)
        return replace(
            found,
            label=label,
            field=changed.model_copy(update=_starts(found, own, pick)),
            inner=self.entries(found.inner, inside),
        )


def _is_words(key: str, value: Scalar) -> bool:
    said_here = value.value.strip()
    return bool(said_here) and not (key == "not_sure" and said_here.lower() in _NO_WORDS)


def _choices(found: ChoiceLines, at: Path, pick: Pick) -> ChoiceLines:
    return tuple(_choice(line, (*at, line.value), pick) for line in found)


def _choice(line: ChoiceLine, at: Path, pick: Pick) -> ChoiceLine:
    words, inside = pick(at, line.words), line.options.in_text
    if inside is None or not inside.value:
        return replace(line, words=words)
    there = pick((*at, "in_text"), inside)
    if there is inside and words is not line.words:
        # Rather the translated words in a sentence than words of another language.
        return replace(line, words=words, options=line.options.model_copy(update={"in_text": None}))
    return replace(line, words=words, options=line.options.model_copy(update={"in_text": there}))


def _starts(found: Entry, at: Path, pick: Pick) -> dict[str, Any]:
    """What stands in boxes at first, where that is words."""
    changed: dict[str, Any] = {}
    if found.field.default is not None and found.field.type_name in _TEXTS:
        changed["default"] = _texts(found.field.default, (*at, "default"), pick)
    rows = getattr(found.field, "start_with", ())
    if rows:
        kinds = {each.id: each.field.type_name for each in found.inner if each.field.answers}
        changed["start_with"] = tuple(
            _row(row, (*at, "start_with", str(number)), kinds, pick)
            for number, row in enumerate(rows, 1)
        )
    return changed


def _texts(node: Node, at: Path, pick: Pick) -> Node:
    match node:
        case Scalar():
            return pick(at, node) if node.value.strip() else node
        case Keys(pairs=pairs):
            inside = ((key, _texts(value, (*at, key.value), pick)) for key, value in pairs)
            return Keys(node.source, node.start, node.end, tuple(inside))
        case _:
            return node


def _row(node: Node, at: Path, kinds: Mapping[str, str], pick: Pick) -> Node:
    """A row to begin with; what stands in a column of choices or numbers is a value."""
    match node:
        case Scalar():
            first = next(iter(kinds.values()), "")
            return pick(at, node) if first in _TEXTS and node.value.strip() else node
        case Keys(pairs=pairs):
            inside = (
                (key, _texts(value, (*at, key.value), pick))
                if kinds.get(key.value) in _TEXTS
                else (key, value)
                for key, value in pairs
            )
            return Keys(node.source, node.start, node.end, tuple(inside))
        case _:
            return node


def draft(found: Draft, walk: Walk, lists: Lists) -> Draft:
    """A worksheet with its words; `lists` are the shared choice lists with theirs."""
    options = walk.options(found.options, (), walk.pick)
    steps = tuple(_step(each, walk) for each in found.steps)
    results = tuple(
        (name, walk.options(each, ("results", name), walk.pick, main="show"))
        for name, each in found.results
    )
    calendar = tuple(
        (name, walk.options(each, ("calendar", name), walk.pick, main="title"))
        for name, each in found.calendar
    )
    return replace(
        found,
        options=options,
        steps=steps,
        results=results,
        calendar=calendar,
        lists=_lists(found, walk.pick, lists),
    )


def _lists(found: Draft, pick: Pick, shared: Lists) -> Lists:
    own = {each.value for each in found.own_lists}
    named = {
        name: _choices(lines, ("choice_lists", name), pick)
        if name in own
        else shared.named.get(name, lines)
        for name, lines in found.lists.named.items()
    }
    return Lists(named, found.lists.used)


def _step(found: StepDraft, walk: Walk) -> StepDraft:
    options = found.options
    if options is not None:
        options = walk.options(options, ("steps", found.id), walk.pick, main="title")
    return replace(found, options=options, entries=walk.entries(found.entries, ("items",)))


def places(shared: SharedDraft) -> dict[Keys, Path]:
    """The items of shared parts, with what stands in them: node → path."""
    found: dict[Keys, Path] = {}
    for part in shared.parts:
        _place(_part(shared, part), ("parts", part), found)
    return found


def _part(shared: SharedDraft, name: str) -> tuple[Entry, ...]:
    """The items that a part holds itself; those of parts inside it belong to these."""
    node = shared.parts[name]
    return Items(Report(), {}).read(node, Taken(given_ids(node)), within=(name,))


def _place(entries: tuple[Entry, ...], at: Path, found: dict[Keys, Path]) -> None:
    for each in entries:
        group = each.field.type_name == "group"
        own = (*at, each.id)
        found[each.node] = own
        _place(each.inner, at if group else (*own, each.field.inner_key), found)


def shared_draft(found: SharedDraft, pick: Pick) -> SharedDraft:
    """The shared lists and tips with their words; parts are translated where they are used."""
    walk = Walk(pick=pick, shared=pick)
    lists = {
        name: _choices(lines, ("choice_lists", name), pick)
        for name, lines in found.lists.named.items()
    }
    tips = {
        name: walk.options(tip, ("wording_tips", name), pick, main="show")
        for name, tip in found.tips.items()
    }
    return replace(found, lists=Lists(lists), tips=tips)


def texts_of(found: Draft, shared: Mapping[Keys, Path]) -> dict[Path, Scalar]:
    """What there is to translate in a worksheet, in its order."""
    texts: dict[Path, Scalar] = {}

    def note(path: Path, text: Scalar) -> Scalar:
        return texts.setdefault(path, text)

    draft(found, Walk(pick=note, shared=lambda path, text: text, places=shared), Lists())
    return texts


def shared_texts(found: SharedDraft) -> dict[Path, Scalar]:
    """What there is to translate in the shared file, without the phrases of tips."""
    texts: dict[Path, Scalar] = {}

    def note(path: Path, text: Scalar) -> Scalar:
        return texts.setdefault(path, text)

    shared_draft(found, note)
    for part in found.parts:
        Walk(pick=note, shared=note).entries(_part(found, part), ("parts", part))
    return texts
