"""A number worked out from answers."""

from __future__ import annotations

import re
from typing import ClassVar

from workleaf.language.expressions import ExpressionProblems, Item, Part, parts
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Condition, Many, Name, Number, OneOrMore, Options, Words
from workleaf.language.source import Mapping, Sequence
from workleaf.strings import sentences
from workleaf.worksheet.controls import Band as BandOfTally
from workleaf.worksheet.controls import Tally
from workleaf.worksheet.texts import Tree

WAYS = ("sum", "mean", "formula")
_WORD = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")


class Band(Options):
    """What a range of a score means."""

    up_to: Number
    """The highest score that belongs to this band."""
    label: Words
    """Name of the band."""
    advice: Words | None = None
    """Text shown for this band. Markdown."""


class Score(Field):
    """A number worked out from answers, with advice for each range."""

    type_name: ClassVar[str] = "score"
    ways: ClassVar[tuple[str, ...]] = ("sum", "mean", "formula")
    fits_cell: ClassVar[bool] = True
    answers: ClassVar[bool] = False
    without: ClassVar[frozenset[str]] = frozenset({"required", "from"})

    sum: OneOrMore[Condition] = ()
    """Add up these: items, rows of a grid, or a whole grid."""
    mean: OneOrMore[Condition] = ()
    """Or: the average of these."""
    formula: Condition | None = None
    """Or: worked out like this, for example: 10 * kept / made."""
    reverse: OneOrMore[Name] = ()
    """Those of the counted answers where a low number is worth a lot."""
    needs: Name | None = None
    """How many answers there must be: `all` (usual), `half`, `any` or a number."""
    bands: Many[Band] = ()
    """What each range of the score means, lowest first."""

    def counted(self) -> tuple[Condition, ...]:
        """What is added up or averaged."""
        return self.sum or self.mean

    def inspect(self, entry: Entry, setting: Setting) -> None:
        defaults.none(self.default, setting, self.type_name)
        given = [key for key in WAYS if key in entry.keys]
        if len(given) != 1:
            place = entry.node.key(given[1]) if given else entry.node.pairs[0][0]
            setting.report.add("score-ways", (place or entry.label).span)
        self._inspect_bands(entry, setting)
        if self.formula and (place := entry.node.key("needs") or entry.node.key("reverse")):
            setting.report.add("score-formula-only", place.span, key=place.value)

    def _inspect_bands(self, entry: Entry, setting: Setting) -> None:
        written = entry.node.get("bands")
        nodes = written.items if isinstance(written, Sequence) else ()
        for before, band, node in zip(self.bands, self.bands[1:], nodes[1:], strict=False):
            place = node.get("up_to") if isinstance(node, Mapping) else None
            if band.up_to <= before.up_to and place:
                setting.report.add("bands-order", place.span, here=band.up_to, before=before.up_to)

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "number", numeric=True)

    def tree(self, entry: Entry, setting: Setting) -> Tree:
        """How the score is worked out; problems are noted."""
        if self.formula:
            found = setting.number(self.formula)
            return found.tree if found else None
        leaves = self.leaves(setting)
        if not leaves:
            return None
        way = "sum" if self.sum else "mean"
        return ("tally", way, self._needed(len(leaves), setting), *leaves)

    def leaves(self, setting: Setting) -> tuple[Tree, ...]:
        """The numbers it counts, reversed ones turned round."""
        found: list[Part] = []
        for text in self.counted():
            try:
                here = parts(text.value, setting.scope)
            except ExpressionProblems as problems:
                setting.note(problems, text)
                continue
            found += here
            setting.ask((each for part in here for each in part.elsewhere), text)
        turned = self._reversed(found, setting)
        return tuple(turned.get(part.path, part.tree) for part in found)

    def _reversed(self, found: list[Part], setting: Setting) -> dict[str, Tree]:
        turned: dict[str, Tree] = {}
        by_path = {part.path: part for part in found}
        for name in self.reverse:
            part = by_path.get(name.value)
            if part is None or part.ends is None:
                code = "reverse-unknown" if part is None else "reverse-endless"
                near = setting.near(name.value, by_path)
                setting.report.add(code, name.span, name=name.value, near=near)
            else:
                turned[part.path] = ("-", part.ends[0] + part.ends[1], part.tree)
        return turned

    def _needed(self, count: int, setting: Setting) -> int:
        asked = self.needs.value if self.needs else "all"
        if asked in ("all", "half", "any"):
            return {"all": count, "half": (count + 1) // 2, "any": 1}[asked]
        if self.needs and asked.isdigit() and 1 <= int(asked) <= count:
            return int(asked)
        if self.needs:
            setting.report.add("needs-shape", self.needs.span, found=asked[:40], count=count)
        return count

    def draw(self, entry: Entry, setting: Setting) -> Tally:
        item = setting.scope.items.get(entry.id)
        bands = tuple(
            BandOfTally(
                up_to=float(band.up_to),
                label=setting.line(band.label),
                advice=setting.prose(band.advice),
            )
            for band in self.bands
        )
        tree = item.tree if item else None
        leaves = tree[3:] if isinstance(tree, tuple) and tree and tree[0] == "tally" else ()
        return Tally(
            path=entry.id, tree=tree, parts=leaves, bands=bands, how_to=self._by_hand(setting)
        )

    def _by_hand(self, setting: Setting) -> str:
        """How to work it out on paper."""
        said = setting.said_words
        if self.formula:
            signs = {" * ": " × ", " / ": " ÷ "}
            text = _WORD.sub(lambda found: _named(found[0], setting), self.formula.value)
            for sign, written in signs.items():
                text = text.replace(sign, written)
            return said["how_to_formula"].format(formula=text)
        names = ", ".join(_named(text.value, setting) for text in self.counted())
        how = said["how_to_sum" if self.sum else "how_to_mean"].format(answers=names)
        turned = ", ".join(_named(name.value, setting) for name in self.reverse)
        return sentences(how, said["how_to_reverse"].format(answers=turned) if turned else "")


def _named(path: str, setting: Setting) -> str:
    """The words of a question, in quotes, for its id in a formula."""
    first, _, rest = path.partition(".")
    item = setting.scope.items.get(first)
    if item is None:
        return path
    inside = item.rows.get(rest) or (item.columns[rest].words if rest in item.columns else "")
    return setting.said_words["when_quote"].format(words=inside or item.words)
