"""Scores of all worksheets, worked out in their order: one may read others, also elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Names
from dataclasses import dataclass, replace

from workleaf.language.drafts import Draft
from workleaf.language.expressions import Item, Scope, circles, in_order, names
from workleaf.language.fields import Entry
from workleaf.language.fields.score import Score
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar
from workleaf.worksheet.texts import Tree


@dataclass(frozen=True, kw_only=True)
class _Place:
    """A score: an item of a worksheet, or a column of one."""

    worksheet: str
    item: str
    column: str = ""
    entry: Entry
    score: Score
    around: Names[str, str]
    """What names mean there, where a shared part has a prefix."""

    def key(self) -> str:
        return _key(self.worksheet, self.item, self.column)

    def shown(self) -> str:
        """Its name and its words, for messages."""
        path = f"{self.item}.{self.column}" if self.column else self.item
        return f'{path} ("{self.entry.label.value.strip()}")'

    def setting(self, settings: Names[str, Setting], scopes: Names[str, Scope]) -> Setting:
        own = replace(settings[self.worksheet], scope=scopes[self.worksheet]).within(self.around)
        columns = scopes[self.worksheet].items[self.item].columns
        return own.inside(columns) if self.column else own

    def texts(self) -> Iterator[Scalar]:
        yield from self.score.counted()
        if self.score.formula:
            yield self.score.formula

    def reads(self, setting: Setting) -> Iterator[str]:
        """The keys of what it is worked out from."""
        columns = setting.scope.items[self.item].columns if self.column else {}
        for text in self.texts():
            for each in names(text.value, setting.scope):
                worksheet = each.worksheet or self.worksheet
                if each.item in columns and not each.worksheet and not each.column:
                    yield _key(worksheet, self.item, each.item)
                else:
                    yield _key(worksheet, each.item, each.column)


def work_out(
    drafts: Names[str, Draft], scopes: dict[str, Scope], settings: Names[str, Setting]
) -> None:
    """Put the tree of every score into the scopes. Scores that need each other are noted."""
    places = {place.key(): place for draft in drafts.values() for place in _scores(draft)}
    graph = {
        key: places.keys() & set(place.reads(place.setting(settings, scopes)))
        for key, place in places.items()
    }
    for circle in circles(graph):
        _report(tuple(places[key] for key in circle), settings)
        graph[circle[-2]] = set()  # so that the rest has an order
    for key in in_order(graph):
        place = places[key]
        tree = place.score.tree(place.entry, place.setting(settings, scopes))
        scope = scopes[place.worksheet]
        item = _with_tree(scope.items[place.item], place, tree)
        scopes[place.worksheet] = replace(scope, items={**scope.items, place.item: item})


def _scores(draft: Draft) -> Iterator[_Place]:
    for entry in draft.entries():
        if isinstance(entry.field, Score):
            yield _Place(
                worksheet=draft.id,
                item=entry.id,
                entry=entry,
                score=entry.field,
                around=entry.local,
            )
        if entry.field.holds:
            continue
        for inner in entry.inner:
            if isinstance(inner.field, Score):
                yield _Place(
                    worksheet=draft.id,
                    item=entry.id,
                    column=inner.id,
                    entry=inner,
                    score=inner.field,
                    around=entry.local,
                )


def _with_tree(item: Item, place: _Place, tree: Tree) -> Item:
    if not place.column:
        return replace(item, tree=tree)
    column = replace(item.columns[place.column], tree=tree)
    return replace(item, columns={**item.columns, place.column: column})


def _key(worksheet: str, item: str, column: str) -> str:
    return f"{worksheet}/{item}.{column}" if column else f"{worksheet}/{item}"


def _report(circle: tuple[_Place, ...], settings: Names[str, Setting]) -> None:
    first = circle[0]
    apart = len({place.worksheet for place in circle}) > 1
    said = (f"{each.worksheet}.{each.shown()}" if apart else each.shown() for each in circle)
    code = "score-itself" if len(circle) == 2 else "score-circle"
    settings[first.worksheet].report.add(
        code, first.entry.label.span, names=" → ".join(said), name=first.item
    )
