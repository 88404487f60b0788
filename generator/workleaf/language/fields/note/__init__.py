"""Text to read."""

from __future__ import annotations

from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Word
from workleaf.worksheet.controls import Say
from workleaf.worksheet.texts import Line


class Note(Field):
    """Text to read. Markdown."""

    type_name: ClassVar[str] = "note"
    fits_sheet: ClassVar[bool] = True
    answers: ClassVar[bool] = False
    kept: ClassVar[bool] = False
    without: ClassVar[frozenset[str]] = frozenset(
        "required check check_message default from share store safety chart".split()
    )

    style: Word[Literal["info", "tip", "warning", "help"]] | None = None
    """How it looks; plain when left out."""

    def value(self, entry: Entry, setting: Setting) -> Item:
        return Item(kind="none", words="")

    def draw(self, entry: Entry, setting: Setting) -> Say:
        return Say(path=entry.id, text=setting.prose(entry.label), look=self.style or "plain")

    def label(self, entry: Entry, setting: Setting) -> Line:
        # The words after `note:` are the text itself.
        return ()
