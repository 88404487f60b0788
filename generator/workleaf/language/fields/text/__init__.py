"""A one-line answer."""

from __future__ import annotations

from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Phrase, Whole, Word
from workleaf.worksheet.controls import Write


class Text(Field):
    """A one-line answer."""

    type_name: ClassVar[str] = "text"
    fits_cell: ClassVar[bool] = True

    placeholder: Phrase | None = None
    """Faint words inside the empty box."""
    format: Word[Literal["email", "phone", "url"]] | None = None
    """What is written here, so that a phone shows the right keys."""
    max_length: Whole | None = None
    """The most characters."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        if self.max_length == 0 and (place := entry.node.get("max_length")):
            setting.report.add("limit-zero", place.span, key="max_length")

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "text")

    def draw(self, entry: Entry, setting: Setting) -> Write:
        return Write(
            path=entry.id,
            kind=self.format or "text",
            placeholder=self.placeholder.value if self.placeholder else "",
            default=defaults.text(self.default, setting),
            max_length=self.max_length,
        )
