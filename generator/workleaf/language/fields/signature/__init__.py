"""A name and a date."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults, moments
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Flag
from workleaf.worksheet.controls import Group, Say, Write
from workleaf.worksheet.texts import Paragraph


class Signature(Field):
    """A place to sign: a name and a date."""

    type_name: ClassVar[str] = "signature"

    typed: Flag = True
    """`no`: paper leaves room for a signature by hand."""

    def value(self, entry: Entry, setting: Setting) -> Item:
        words = self.item(entry, setting, "text").words
        parts = {"name": Item(kind="text", words=words), "date": Item(kind="date", words=words)}
        return self.item(entry, setting, "parts", columns=parts)

    def draw(self, entry: Entry, setting: Setting) -> Group:
        start = dict(defaults.keyed(self.default, setting, ("name", "date")))
        name = self._part("name", entry, setting, start=defaults.text(start.get("name"), setting))
        day = moments.start("date", start.get("date"), setting)
        date = self._part("date", entry, setting, start=day, kind="date")
        if self.typed:
            return Group(path=entry.id, controls=(name, date), look="signature")
        # On paper somebody signs by hand: there is a rule and no field.
        typed = replace(name, only_on="screen")
        by_hand = Say(
            path=f"{entry.id}.hand", text=(Paragraph(name.label),), look="rule", only_on="paper"
        )
        return Group(path=entry.id, controls=(typed, by_hand, date), look="signature")

    def _part(
        self,
        part: Literal["name", "date"],
        entry: Entry,
        setting: Setting,
        *,
        start: str,
        kind: Literal["text", "date"] = "text",
    ) -> Write:
        return Write(
            path=f"{entry.id}.{part}",
            label=setting.said(f"signature_{part}"),
            kind=kind,
            default=start,
            keep=setting.keep_of(self.store),
            share=self.share or setting.share,
        )
