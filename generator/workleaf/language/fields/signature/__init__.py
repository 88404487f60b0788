"""A name and a date."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Flag
from workleaf.worksheet.controls import Group, Write


class Signature(Field):
    """A place to sign: a name and a date."""

    type_name: ClassVar[str] = "signature"

    typed: Flag = True
    """`no`: paper leaves room for a signature by hand."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        defaults.none(self.default, setting, self.type_name)

    def value(self, entry: Entry, setting: Setting) -> Item:
        words = self.item(entry, setting, "text").words
        parts = {"name": Item(kind="text", words=words), "date": Item(kind="date", words=words)}
        return self.item(entry, setting, "parts", columns=parts)

    def draw(self, entry: Entry, setting: Setting) -> Group:
        keep, share = setting.keep_of(self.store), self.share or setting.share
        path = entry.id
        name = Write(
            path=f"{path}.name", label=setting.said("signature_name"), keep=keep, share=share
        )
        date = Write(
            path=f"{path}.date",
            label=setting.said("signature_date"),
            kind="date",
            keep=keep,
            share=share,
        )
        return Group(path=entry.id, controls=(name, date), look="signature")
