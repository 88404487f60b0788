"""Earlier answers, shown again once the reader adds them."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, OneOrMore
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Recall as RecallControl
from workleaf.worksheet.controls import Source


class Recall(Field):
    """Earlier answers, also of other worksheets; shown only once the reader adds them."""

    type_name: ClassVar[str] = "recall"
    answers: ClassVar[bool] = False
    without: ClassVar[frozenset[str]] = frozenset(
        "required check check_message default from share chart".split()
    )

    of: OneOrMore[Name]
    """What to show: `worksheet.item`, or the id of an item here; one or a list."""

    def value(self, entry: Entry, setting: Setting) -> Item:
        return Item(kind="none", words="")

    def draw(self, entry: Entry, setting: Setting) -> RecallControl:
        found = (_source(each, setting) for each in self.of)
        return RecallControl(path=entry.id, sources=tuple(filter(None, found)))


def _source(text: Scalar, setting: Setting) -> Source | None:
    """What a path names; problems are noted."""
    first, *rest = text.value.split(".")
    own = setting.scope.items.get(first)
    item = setting.elsewhere(text) if own is None else setting.series(text, "")
    if item is None:
        return None
    if not item.kept:
        setting.report.add("recall-unkept", text.span, name=text.value)
    if item.gated:
        setting.report.add("recall-gated", text.span, name=text.value)
    if own is None:
        return Source(worksheet=first, item=rest[0], part=tuple(rest[1:]))
    return Source(item=own.id or first, part=tuple(rest))
