"""A calendar date."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import moments
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.limits import between
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name
from workleaf.worksheet.controls import Write
from workleaf.worksheet.texts import Line, Tree


class Date(Field):
    """A calendar date."""

    type_name: ClassVar[str] = "date"
    fits_cell: ClassVar[bool] = True

    min: Name | None = None
    """The earliest, for example: 2026-11-23."""
    max: Name | None = None
    """The latest."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        moments.inspect("date", self.min, self.max, entry, setting)

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "date")

    def draw(self, entry: Entry, setting: Setting) -> Write:
        return moments.box("date", self.min, self.max, entry, setting)

    def limits_in_words(self, setting: Setting) -> Line:
        return setting.said("check_again")

    def limits(self, value: Tree) -> Tree:
        low: Tree = ("s", self.min.value) if self.min else None
        high: Tree = ("s", self.max.value) if self.max else None
        return between(value, low, high)
