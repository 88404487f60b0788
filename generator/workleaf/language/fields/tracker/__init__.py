"""The same few questions again every day or week."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field as option

from workleaf.language.expressions import Item
from workleaf.language.fields import cells, defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Raw, Whole, Word
from workleaf.worksheet.controls import Dated, Rows

USUAL = 12
MOST = 400


class Tracker(Field):
    """The same few questions again every day or week."""

    type_name: ClassVar[str] = "tracker"
    inner_key: ClassVar[str] = "fields"

    every: Word[Literal["day", "week"]]
    """How often an entry is made."""
    for_: Whole = option(USUAL, alias="for")
    """How many days or weeks paper has room for."""
    fields: Raw
    """What is asked each time."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        defaults.none(self.default, setting, self.type_name)
        if not 1 <= self.for_ <= MOST and (place := entry.node.get("for")):
            setting.report.add("tracker-times", place.span, found=self.for_, most=MOST)

    def value(self, entry: Entry, setting: Setting) -> Item:
        columns = cells.meanings(entry, setting)
        return self.item(entry, setting, "entries", columns=columns, room=self.for_)

    def draw(self, entry: Entry, setting: Setting) -> Rows:
        plan = Dated(every=self.every, times=self.for_)
        return Rows(path=entry.id, columns=cells.drawn(entry, setting), plan=plan)
