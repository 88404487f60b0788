"""A time of day."""

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


class Time(Field):
    """A time of day."""

    type_name: ClassVar[str] = "time"
    fits_cell: ClassVar[bool] = True

    min: Name | None = None
    """The earliest, for example: 09:30."""
    max: Name | None = None
    """The latest."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        moments.inspect("time", self.min, self.max, entry, setting)

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "time")

    def draw(self, entry: Entry, setting: Setting) -> Write:
        return moments.box("time", self.min, self.max, entry, setting)

    def limits_in_words(self, setting: Setting) -> Line:
        return setting.said("check_again")

    def limits(self, value: Tree) -> Tree:
        low: Tree = ("s", self.min.value) if self.min else None
        high: Tree = ("s", self.max.value) if self.max else None
        return between(value, low, high)
