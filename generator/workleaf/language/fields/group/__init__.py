"""Items that belong together under one heading."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, Raw
from workleaf.worksheet.controls import Group as GroupControl


class Group(Field):
    """Items that belong together under one heading."""

    type_name: ClassVar[str] = "group"
    inner_key: ClassVar[str] = "fields"
    answers: ClassVar[bool] = False
    kept: ClassVar[bool] = False
    without: ClassVar[frozenset[str]] = frozenset(
        "required check check_message default from share store timer renamed_from chart".split()
    )

    fields: Raw
    """The items of the group."""
    repeat: Name | None = None
    """How often the group may be filled in, for example: 1 to 5."""
    repeat_for: Name | None = None
    """A choose_many; the group is repeated for each pick."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        for key in ("repeat", "repeat_for"):
            if place := entry.node.key(key):
                setting.report.add("repeat-later", place.span, key=key)

    def value(self, entry: Entry, setting: Setting) -> Item:
        return Item(kind="none", words="")

    def draw(self, entry: Entry, setting: Setting) -> GroupControl:
        controls = tuple(
            control for each in entry.inner for control in each.field.lower(each, setting)
        )
        return GroupControl(path=entry.id, controls=controls)
