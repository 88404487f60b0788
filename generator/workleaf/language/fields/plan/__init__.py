"""An if-then plan: a sentence with boxes in it."""

from __future__ import annotations

import re
from typing import ClassVar

from pydantic import Field as option

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Words
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Group, Say, Write
from workleaf.worksheet.texts import Foreign, Line, Paragraph, Plain, in_language

PARTS = ("if", "then")
_BOX = re.compile(r"…|\.\.\.")


class Plan(Field):
    """An if-then plan: a sentence with boxes in it."""

    type_name: ClassVar[str] = "plan"
    fits_sheet: ClassVar[bool] = True

    if_: Words | None = option(None, alias="if")
    """The first half; `…` is the box, as in: When I notice …"""
    then: Words | None = None
    """The second half; `…` is the box, as in: I will …"""

    def stem(self, part: str) -> Scalar | None:
        """What the author wrote for a half."""
        return self.if_ if part == "if" else self.then

    def boxes(self) -> tuple[str, ...]:
        """The halves that have a box."""
        return tuple(
            part for part in PARTS if (stem := self.stem(part)) is None or _BOX.search(stem.value)
        )

    def inspect(self, entry: Entry, setting: Setting) -> None:
        if not self.boxes():
            setting.report.add("plan-no-box", (entry.node.key("then") or entry.label).span)
        for stem in filter(None, (self.if_, self.then)):
            found = list(_BOX.finditer(stem.value))
            if len(found) > 1:
                setting.report.add("plan-boxes", stem.at(found[1].start(), len(found[1][0])))

    def value(self, entry: Entry, setting: Setting) -> Item:
        part = Item(kind="text", words=self.item(entry, setting, "text").words)
        return self.item(entry, setting, "parts", columns=dict.fromkeys(self.boxes(), part))

    def draw(self, entry: Entry, setting: Setting) -> Group:
        start = defaults.parts(self.default, setting, self.boxes())
        path = entry.id
        halves = tuple(
            self._half(part, f"{path}.{part}", start.get(part, ""), setting) for part in PARTS
        )
        return Group(path=entry.id, controls=halves, look="sentence")

    def _half(self, part: str, path: str, start: str, setting: Setting) -> Write | Say:
        keep, share = setting.keep_of(self.store), self.share or setting.share
        stem = self.stem(part)
        line = setting.line(stem) if stem else setting.said(f"plan_{part}")
        if part not in self.boxes():
            return Say(path=path, text=(Paragraph(line),))
        before, after = _split(line)
        return Write(path=path, before=before, after=after, default=start, keep=keep, share=share)


def _split(line: Line) -> tuple[Line, Line]:
    """The words before and after the box."""
    match line:
        case (Foreign(language, parts),):
            halves = _split(parts)
            return in_language(language, halves[0]), in_language(language, halves[1])
        case _:
            pass
    for index, part in enumerate(line):
        found = _BOX.search(part.text) if isinstance(part, Plain) else None
        if found and isinstance(part, Plain):
            first, last = part.text[: found.start()].strip(), part.text[found.end() :].strip()
            before = (*line[:index], Plain(first)) if first else line[:index]
            return before, ((Plain(last), *line[index + 1 :]) if last else line[index + 1 :])
    return line, ()
