"""A table that the reader adds rows to."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import cells
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Many, Name, Raw, Words
from workleaf.language.source import Node, Sequence
from workleaf.worksheet.controls import Growing, Rows

USUAL = (3, 10)


class Table(Field):
    """A table that the reader adds rows to."""

    type_name: ClassVar[str] = "table"
    inner_key: ClassVar[str] = "columns"

    columns: Raw
    """The columns, each written like a question."""
    rows: Name | None = None
    """How many rows: `12`, or `3 to 10` for 3 at first and up to 10."""
    row_label: Words | None = None
    """What a row is called, for example: Week."""
    add_label: Words | None = None
    """The words of the button that adds a row."""
    start_with: Many[Raw] = ()
    """Rows to begin with: words for the first column, or `{column: words}`."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        if self.default is not None and self.start_with:
            setting.report.add("default-and-start", self.default.span)
        if self.rows and not cells.rows(self.rows.value):
            setting.report.add(
                "rows-shape", self.rows.span, found=self.rows.value[:40], most=cells.MOST_ROWS
            )
        most = self.counts()[1]
        begin = self.begin(setting)
        if len(begin) > most:
            code = "start-with-too-many"
            setting.report.add(code, begin[most].span, count=len(begin), most=most)

    def begin(self, setting: Setting) -> tuple[Node, ...]:
        """The rows that stand there at first: `default` is another word for `start_with`."""
        if self.default is None:
            return self.start_with
        if isinstance(self.default, Sequence):
            return self.default.items
        setting.report.add("default-shape", self.default.span, shape="a list of rows")
        return ()

    def counts(self) -> tuple[int, int]:
        """How many rows stand there at first, and how many there can be."""
        return (cells.rows(self.rows.value) if self.rows else None) or USUAL

    def value(self, entry: Entry, setting: Setting) -> Item:
        columns = cells.meanings(entry, setting)
        first, most = self.counts()
        room = Growing(first=first, most=most, start_with=((),) * len(self.start_with)).on_paper
        return self.item(entry, setting, "rows", columns=columns, room=room)

    def draw(self, entry: Entry, setting: Setting) -> Rows:
        first, most = self.counts()
        begin = self.begin(setting)
        plan = Growing(
            first=first,
            most=most,
            start_with=tuple(cells.begins(entry.inner, line, setting) for line in begin),
            row_label=setting.line(self.row_label),
            add_label=setting.line(self.add_label),
        )
        return Rows(path=entry.id, columns=cells.drawn(entry, setting), plan=plan)
