"""An answer of several lines."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Phrase, Whole
from workleaf.worksheet.controls import Write

HEIGHT = 4


class LongText(Field):
    """An answer of several lines."""

    type_name: ClassVar[str] = "long_text"
    fits_cell: ClassVar[bool] = True

    placeholder: Phrase | None = None
    """Faint words inside the empty box."""
    lines: Whole = HEIGHT
    """How tall the box is, on paper and at first on the screen."""
    max_length: Whole | None = None
    """The most characters."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        if not 1 <= self.lines <= 60 and (place := entry.node.get("lines")):
            setting.report.add("lines-range", place.span, found=self.lines)
        if self.max_length == 0 and (place := entry.node.get("max_length")):
            setting.report.add("limit-zero", place.span, key="max_length")

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "text")

    def draw(self, entry: Entry, setting: Setting) -> Write:
        return Write(
            path=entry.id,
            kind="lines",
            lines=self.lines,
            placeholder=self.placeholder.value if self.placeholder else "",
            default=defaults.text(self.default, setting),
            max_length=self.max_length,
        )
