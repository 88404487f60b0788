"""A number."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.limits import between, check_step
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Number as Amount
from workleaf.language.options import Words
from workleaf.worksheet.controls import Write
from workleaf.worksheet.texts import Line, Plain, Tree


class Number(Field):
    """A number."""

    type_name: ClassVar[str] = "number"
    fits_cell: ClassVar[bool] = True

    min: Amount | None = None
    """The smallest number."""
    max: Amount | None = None
    """The largest number."""
    unit: Words | None = None
    """Words after the box, for example: hours."""
    step: Amount | None = None
    """The distance between two numbers: 0.5, or 1 for whole numbers."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        check_step(self.step, entry, setting)
        place = entry.node.get("max")
        if place and self.min is not None and self.max is not None and self.min > self.max:
            setting.report.add("max-below-min", place.span, min=self.min, max=self.max)

    def value(self, entry: Entry, setting: Setting) -> Item:
        ends = None
        if self.min is not None and self.max is not None:
            ends = (float(self.min), float(self.max))
        return self.item(entry, setting, "number", numeric=True, ends=ends)

    def draw(self, entry: Entry, setting: Setting) -> Write:
        return Write(
            path=entry.id,
            kind="number",
            default=defaults.number(self.default, setting, self.min, self.max),
            unit=setting.line(self.unit),
            minimum="" if self.min is None else f"{self.min:f}",
            maximum="" if self.max is None else f"{self.max:f}",
            step="" if self.step is None else f"{self.step:f}",
        )

    def limits(self, value: Tree) -> Tree:
        low = None if self.min is None else float(self.min)
        high = None if self.max is None else float(self.max)
        ends = between(value, low, high)
        if self.step is None or self.step <= 0:
            return ends
        steps: Tree = ("/", ("-", value, low or 0), float(self.step))
        # A tenth is no exact number, so nine digits are near enough.
        whole: Tree = ("is", ("round", steps, 9), ("round", steps))
        return whole if ends is None else ("and", ends, whole)

    def limits_in_words(self, setting: Setting) -> Line:
        known = {"low": self.min, "high": self.max}
        ends = {key: f"{end:f}" for key, end in known.items() if end is not None}
        said = setting.said(f"limits_{'_'.join(ends)}", **ends) if ends else ()
        if self.step is None:
            return said
        apart = setting.said("limits_step", step=f"{self.step:f}")
        return (*said, Plain(" "), *apart) if said else apart
