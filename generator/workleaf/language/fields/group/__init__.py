"""Items that belong together under one heading, once or several times."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from workleaf.language import markdown
from workleaf.language.expressions import Item
from workleaf.language.fields import cells, choosing
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.choices import ChoiceLine, ChoiceLines
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, Raw, Words
from workleaf.language.source import Mapping, Scalar
from workleaf.worksheet.controls import AnyControl, GridRow, Growing, Named, Rows
from workleaf.worksheet.controls import Group as GroupControl
from workleaf.worksheet.texts import Line, Slot, Tree

MOST = 30
"""How often a group may be repeated: each time is a page on paper."""


def _any(trees: tuple[Tree, ...]) -> Tree:
    """Yes while one of these is."""
    tree: Tree = False
    for each in reversed(trees):
        tree = each if tree is False else ("or", each, tree)
    return tree


class Group(Field):
    """Items that belong together under one heading, once or several times."""

    type_name: ClassVar[str] = "group"
    inner_key: ClassVar[str] = "fields"
    answers: ClassVar[bool] = False
    without: ClassVar[frozenset[str]] = frozenset(
        "required check check_message default timer".split()
    )
    only_repeated: ClassVar[tuple[str, ...]] = (
        "from",
        "share",
        "store",
        "renamed_from",
        "chart",
        "row_label",
        "add_label",
    )
    """Keys that speak of an answer, which a group has only where it repeats."""

    fields: Raw
    """The items of the group."""
    repeat: Name | None = None
    """How often the group may be filled in, for example: 1 to 5."""
    repeat_for: Name | None = None
    """A choose_many; the group is repeated for each pick."""
    row_label: Words | None = None
    """With `repeat`: what one of them is called, for example: Person."""
    add_label: Words | None = None
    """With `repeat`: the words of the button that adds one."""

    @classmethod
    def repeats(cls, node: Mapping) -> bool:
        """The group at this node is filled in several times."""
        return node.get("repeat") is not None or node.get("repeat_for") is not None

    @property
    def holds(self) -> bool:
        """Without repeating, what stands inside are items of the worksheet."""
        return self.repeat is None and self.repeat_for is None

    def inspect(self, entry: Entry, setting: Setting) -> None:
        if self.holds:
            for key in self.only_repeated:
                if place := entry.node.key(key):
                    setting.report.add("group-no-answer", place.span, key=key)
            return
        if self.repeat and self.repeat_for and (place := entry.node.key("repeat_for")):
            setting.report.add("repeat-both", place.span)
        elif self.repeat and not cells.rows(self.repeat.value, most=MOST):
            found = self.repeat.value[:40]
            setting.report.add("repeat-shape", self.repeat.span, found=found, most=MOST)
        elif self.repeat_for:
            self._inspect_picks(self.repeat_for, entry, setting)

    def _inspect_picks(self, source: Scalar, entry: Entry, setting: Setting) -> None:
        if source.value not in setting.picked and source.value not in setting.broken:
            near = setting.near(source.value, setting.picked)
            setting.report.add("repeat-for", source.span, name=source.value, near=near)
        for key in ("row_label", "add_label"):
            if place := entry.node.key(key):
                setting.report.add("repeat-for-names", place.span, key=key)
        values = {line.value for line in self._picks(setting)}
        for each in entry.inner:
            if each.id in values:
                setting.report.add("row-and-column", each.label.span, id=each.id)

    def _picks(self, setting: Setting) -> ChoiceLines:
        """The choices that the group is repeated for: not "none of these"."""
        name = self.repeat_for.value if self.repeat_for else ""
        lines = setting.sources[name] if name in setting.picked else ()
        return tuple(line for line in lines if not line.options.exclusive)

    def value(self, entry: Entry, setting: Setting) -> Item:
        if self.holds:
            return Item(kind="none", words="")
        columns = cells.meanings(entry, setting)
        if self.repeat_for is None:
            return self.item(entry, setting, "rows", columns=columns)
        rows = {line.value: markdown.words(line.words) for line in self._picks(setting)}
        own = self._own_words(setting)
        if own:
            rows[choosing.OTHER] = own
        return self.item(entry, setting, "cells", rows=rows, columns=columns)

    def _own_words(self, setting: Setting) -> str:
        """The words of "Something else", where the question offers it."""
        source = setting.others.get(self.repeat_for.value) if self.repeat_for else None
        return markdown.words(source) if source else ""

    def draw(self, entry: Entry, setting: Setting) -> GroupControl | Rows:
        if self.holds:
            controls = tuple(
                control for each in entry.inner for control in each.field.lower(each, setting)
            )
            return GroupControl(path=entry.id, controls=controls)
        plan = self._named(setting) if self.repeat_for else self._growing(entry, setting)
        drawn = cells.drawn(entry, setting)
        return Rows(path=entry.id, columns=drawn, plan=plan, look="sheets")

    def dressed(self, control: AnyControl, entry: Entry, setting: Setting) -> AnyControl:
        found = super().dressed(control, entry, setting)
        if not isinstance(found, Rows) or not isinstance(found.plan, Named):
            return found
        # A heading with nothing below it asks nothing.
        picked = _any(tuple(row.show_if for row in found.plan.rows))
        own = found.show_if
        return replace(found, show_if=picked if own is None else ("and", own, picked))

    def _growing(self, entry: Entry, setting: Setting) -> Growing:
        first, most = (cells.rows(self.repeat.value) if self.repeat else None) or (1, 1)
        return Growing(
            first=first,
            most=most,
            row_label=setting.line(self.row_label or entry.label),
            add_label=setting.line(self.add_label),
        )

    def _named(self, setting: Setting) -> Named:
        picks = [self._pick(line, setting) for line in self._picks(setting)]
        words = self._own_words(setting)
        if words and self.repeat_for:
            name = self._source(setting)
            # The reader's own words, as far as there are any.
            tree: Tree = ("first", ("v", f"{name}__{choosing.OTHER}"), ("s", words))
            line: Line = (Slot(tree=tree, optional=False, name=words),)
            picks.append(self._row(choosing.OTHER, line, setting))
        return Named(rows=tuple(picks))

    def _source(self, setting: Setting) -> str:
        """The id that the question's answer is kept under."""
        name = self.repeat_for.value if self.repeat_for else ""
        item = setting.scope.items.get(name)
        return (item.id if item else "") or name

    def _pick(self, line: ChoiceLine, setting: Setting) -> GridRow:
        return self._row(line.value, setting.line(line.words), setting)

    def _row(self, value: str, words: Line, setting: Setting) -> GridRow:
        shown = setting.picks(self.repeat_for, value) if self.repeat_for else None
        return GridRow(
            value=value,
            words=words,
            show_if=shown.tree if shown else None,
            shown_when=shown.words if shown else "",
        )
