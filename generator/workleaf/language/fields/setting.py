"""What is around an item while it becomes a control: texts, conditions, choices, worksheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Final, Literal, TypeVar

from workleaf import strings
from workleaf.frozen import dataclass, replace
from workleaf.language import ids, markdown
from workleaf.language.expressions import (
    Compiled,
    ExpressionProblems,
    Item,
    Scope,
    compile_branches,
    compile_condition,
    compile_number,
    compile_text,
)
from workleaf.language.fields.choices import ChoiceLines, Lists
from workleaf.language.source import Report, Scalar
from workleaf.problems import Span
from workleaf.worksheet import languages
from workleaf.worksheet.controls import Keep
from workleaf.worksheet.texts import (
    Line,
    Plain,
    Prose,
    Slot,
    Target,
    in_language,
    prose_in_language,
)

T = TypeVar("T")
_STRICTER: Final[tuple[Keep, ...]] = ("device", "session", "never")

_NAME = re.compile(r"[a-z][a-z0-9_-]*")


def _also(known: Mapping[str, T], local: Mapping[str, str]) -> Mapping[str, T]:
    """What is known, under the names of a part too."""
    return {**known, **{name: known[here] for name, here in local.items() if here in known}}


def _nothing(name: str, span: Span) -> Target | None:
    return None


@dataclass(frozen=True, kw_only=True)
class Setting:
    """Around an item. While scopes are still being made, `scope` is empty."""

    report: Report
    language: str = "en"
    languages: Mapping[str, str] = field(default_factory=dict)
    """File → the language of its words, where it may be another one."""
    translation: Literal["", "draft", "reviewed"] = ""
    """How far the translation is; empty for the worksheet as it was written."""
    said_words: Mapping[str, str]
    """UI words of the worksheet's language."""
    lists: Lists
    scope: Scope = field(default_factory=lambda: Scope(items={}))
    targets: Callable[[str, Span], Target | None] = _nothing
    """Worksheets and pages by name; a name that is neither is noted at its place."""
    names: tuple[str, ...] = ()
    """Worksheets and pages, for suggestions."""
    sources: Mapping[str, ChoiceLines] = field(default_factory=dict)
    """What `choices_from` may name: the rows of a grid or the choices of a choose_many."""
    picked: frozenset[str] = frozenset()
    """Those of `sources` whose picks count, not their rows."""
    others: Mapping[str, Scalar] = field(default_factory=dict)
    """The words of "Something else", for those of `picked` that offer it."""
    keep: Keep = "device"
    share: Literal["private", "ok", "never"] = "private"
    in_row: bool = False
    """What is drawn stands in a row."""
    asked: dict[tuple[str, str], Span] = field(default_factory=dict)
    """Answers of other worksheets that are read here, worksheet and item → where first."""
    recalled: dict[tuple[str, str], Span] = field(default_factory=dict)
    """The same for those that are recalled or offered."""
    broken: frozenset[str] = frozenset()
    """Ids of items and worksheets that could not be read: what names them is not called wrong."""

    def line(self, text: Scalar | None) -> Line:
        """Inline Markdown; nothing for nothing."""
        return in_language(self.foreign(text), markdown.line(text, self)) if text else ()

    def prose(self, text: Scalar | None) -> Prose:
        """Block Markdown; nothing for nothing."""
        return prose_in_language(self.foreign(text), markdown.prose(text, self)) if text else ()

    def foreign(self, text: Scalar) -> str:
        """The language of a text where it is another than the worksheet's; else empty."""
        found = self.languages.get(text.source.file, self.language)
        return "" if found == self.language or languages.same(found, self.language) else found

    def said(self, key: str, **blanks: object) -> Line:
        """A UI word as a line."""
        line = (Plain(self.said_words[key].format(**blanks)),)
        return in_language(strings.instead(self.language), line)

    def within(self, local: Mapping[str, str]) -> Setting:
        """For what a shared part with a prefix holds: names mean what they mean there."""
        if not local:
            return self
        own = self.scope.items
        named = {name: replace(own[here], id=here) for name, here in local.items() if here in own}
        return replace(
            self,
            scope=replace(self.scope, items={**own, **named}),
            sources=_also(self.sources, local),
            others=_also(self.others, local),
            picked=self.picked | {name for name, here in local.items() if here in self.picked},
        )

    def keep_of(self, store: Keep | None) -> Keep:
        """The stricter of what the item and the worksheet say."""
        return max(self.keep, store, key=_STRICTER.index) if store else self.keep

    def inside(self, columns: Mapping[str, Item]) -> Setting:
        """For what stands in a row: its neighbours are named directly."""
        items = {**self.scope.items, **columns}
        return replace(self, scope=replace(self.scope, items=items), in_row=True)

    def condition(self, text: Scalar | None) -> Compiled | None:
        """A compiled condition; problems are noted and give `None`."""
        return self._compiled(self._compile_condition, text.value, text) if text else None

    def branches(self, text: Scalar) -> tuple[Compiled, ...]:
        """What stands between the `or`s of a condition; nothing where it is faulty."""
        try:
            return compile_branches(text.value, self.scope)
        except ExpressionProblems:
            return ()  # noted where the whole is compiled

    def picks(self, source: Scalar, value: str) -> Compiled | None:
        """The condition that a choice was picked in a question."""
        text = f'{source.value} includes "{value}"'
        return self._compiled(self._compile_condition, text, source)

    def _compile_condition(self, text: str, scope: Scope) -> Compiled:
        return compile_condition(text, scope, language=self.language)

    def number(self, text: Scalar | None) -> Compiled | None:
        """A compiled formula."""
        return self._compiled(compile_number, text.value, text) if text else None

    def slot(self, expression: str, text: Scalar, offset: int) -> Slot | None:
        """The answer that `${expression}` puts into a text."""
        found = self._compiled(compile_text, expression, text, offset)
        return Slot(tree=found.tree, optional=found.optional, name=found.name) if found else None

    def target(self, name: str, span: Span) -> Target | None:
        """A worksheet or page by name."""
        return self.targets(name, span)

    def near(self, name: str, known: Iterable[str]) -> str:
        """` — did you mean 'x'?`, or nothing."""
        return ids.near(name, known)

    def note(self, problems: ExpressionProblems, text: Scalar, offset: int = 0) -> None:
        """Note what is wrong with an expression that starts at `offset` of a text."""
        if self.broken and any(word in self.broken for word in _NAME.findall(text.value)):
            return
        for fault in problems.faults:
            span = text.at(offset + fault.offset, fault.width)
            self.report.add(fault.code, span, **fault.blanks)

    def ask(self, answers: Iterable[tuple[str, str]], text: Scalar) -> None:
        """Note which answers of other worksheets a text reads."""
        for each in answers:
            self.asked.setdefault(each, text.span)

    def elsewhere(self, text: Scalar) -> Item | None:
        """The answer of another worksheet: `worksheet.item` or `worksheet.item.part`."""
        first, *rest = text.value.split(".")
        if first in self.broken:
            return None
        other = self.scope.worksheets(first)
        if other is None or not rest:
            near = ids.near(first, self.names)
            self.report.add("elsewhere-worksheet", text.at(0, len(first)), name=first, near=near)
            return None
        self.recalled.setdefault((first, rest[0]), text.span)
        return self._walk(other.items, rest, text, len(first) + 1, giving=True)

    def series(self, text: Scalar, own: str) -> Item | None:
        """What a chart shows: an item, a column of its own item, the other person's answer."""
        first, *rest = text.value.split(".")
        mine = self.scope.items.get(own)
        if mine and first in mine.columns:
            return self._walk(mine.columns, [first, *rest], text, 0)
        if first != "theirs" or not rest:
            return self._walk(self.scope.items, [first, *rest], text, 0)
        found = self._walk(self.scope.items, rest, text, len("theirs."))
        if found and not self.scope.items[rest[0]].shareable:
            self.report.add("series-private", text.span, name=rest[0])
        return found

    def _walk(
        self,
        items: Mapping[str, Item],
        steps: list[str],
        text: Scalar,
        offset: int,
        *,
        giving: bool = False,
    ) -> Item | None:
        found: Item | None = None
        for step in steps:
            inside = items if found is None else found.columns
            if step in self.broken:
                return None
            if step not in inside and not (found and step in found.rows):
                known = [*inside, *(found.rows if found else ())]
                span = text.at(offset, len(step))
                self.report.add("answer-unknown", span, name=step, near=ids.near(step, known))
                return None
            found = inside.get(step, found)
            offset += len(step) + 1
        if found and (found.kind == "none" or (giving and not found.gives)):
            code = "answer-none" if found.kind == "none" else "answer-not-given"
            self.report.add(code, text.span, name=text.value)
            return None
        return found

    def _compiled(
        self, work: Callable[[str, Scope], Compiled], expression: str, text: Scalar, offset: int = 0
    ) -> Compiled | None:
        try:
            found = work(expression, self.scope)
            self.ask(found.elsewhere, text)
            return found
        except ExpressionProblems as problems:
            self.note(problems, text, offset)
            return None
