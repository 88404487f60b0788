"""What an expression gives, and how it serves as a number, a text or a choice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from workleaf.catalogue import SORTS
from workleaf.frozen import dataclass, replace
from workleaf.language.expressions.finding import Found, Shape, Sort
from workleaf.language.expressions.scope import Item
from workleaf.worksheet.conditions import choice
from workleaf.worksheet.texts import Tree


@dataclass(frozen=True, kw_only=True)
class Meaning:
    """A checked expression."""

    shape: Shape
    sort: Sort
    tree: Tree
    item: Item | None = None
    """Where its choices and points are, when it is an answer."""
    written: str = ""
    """The answer's path, for messages."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """Its parts, while it has a value for each: rows of a grid or a column, columns of a row."""
    column: str = ""
    """The column that it is about."""
    literal: str | None = None
    """The words, when it is a fixed text."""

    @property
    def unknown(self) -> bool:
        """A fault was found in it already."""
        return self.shape == "unknown"

    @property
    def yes_or_no(self) -> bool:
        """An answer that is yes or no, which may stand for a condition."""
        choices = self.item.choices if self.item else {}
        return self.shape == "one" and {"yes", "no"} <= set(choices)

    @property
    def is_number(self) -> bool:
        """It is one number or several, or choices that are worth points."""
        return self.sort == "number" or bool(self.item and self.item.points)

    @property
    def sort_words(self) -> str:
        """What it is, for messages: "a number", "several answers"."""
        if self.shape == "one":
            return SORTS[self.sort]
        return SORTS[f"{self.sort}s" if self.shape == "list" else self.shape]

    def as_number(self) -> Tree:
        """Its tree, choices as the points they are worth."""
        points = self.item.points if self.item else {}
        if not points:
            return self.tree
        return "points", self.tree, tuple((choice(value), worth) for value, worth in points.items())


UNKNOWN = Meaning(shape="unknown", sort="any", tree=None)
"""What a faulty expression gives: nothing more is said about it."""


def condition(tree: Tree) -> Meaning:
    """A condition."""
    return Meaning(shape="condition", sort="any", tree=tree)


def number(tree: Tree) -> Meaning:
    """A number that is worked out."""
    return Meaning(shape="one", sort="number", tree=tree)


def answer(found: Found) -> Meaning:
    """What stands at the end of a path."""
    return Meaning(
        shape=found.shape,
        sort=found.sort,
        tree=found.tree,
        item=found.item,
        written=found.written,
        rows=found.rows,
        column=found.column,
    )


def in_words(found: Found) -> Meaning:
    """The same inside a sentence: choices as their words, `other` as what was written beside it."""
    meaning = answer(found)
    if not found.item.choices:
        return meaning
    pairs = tuple((choice(value), words) for value, words in found.item.choices.items())
    tree: tuple[Tree, ...] = ("words", found.tree, pairs)
    match found.tree:
        case ("v", str(kept)) | ("at", ("v", str(kept)), _) if "other" in found.item.choices:
            tree = (*tree, ("v", f"{kept}__other"))
        case _:
            pass
    return replace(meaning, tree=tree, sort="text")


def without_exclusive(meaning: Meaning) -> Tree:
    """Its tree without choices such as "None of these", for `count`."""
    if meaning.shape != "list" or not (meaning.item and meaning.item.exclusive):
        return meaning.tree
    return "except", meaning.tree, tuple(choice(value) for value in sorted(meaning.item.exclusive))
