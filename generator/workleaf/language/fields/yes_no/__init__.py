"""A yes or no answer."""

from __future__ import annotations

from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.markdown import words
from workleaf.language.options import Word, Words
from workleaf.worksheet.controls import Choice, Pick


class YesNo(Field):
    """A yes or no answer."""

    type_name: ClassVar[str] = "yes_no"
    fits_cell: ClassVar[bool] = True

    style: Word[Literal["buttons", "checkbox"]] = "buttons"
    """`checkbox`: one box to tick instead of two buttons."""
    maybe: Words | None = None
    """Words of a third answer, for example: Not sure. Its value is `maybe`."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        if self.maybe and self.style == "checkbox":
            setting.report.add("checkbox-maybe", self.maybe.span)

    def value(self, entry: Entry, setting: Setting) -> Item:
        choices = {value: setting.said_words[value] for value in ("yes", "no")}
        if self.maybe:
            choices["maybe"] = words(self.maybe)
        return self.item(entry, setting, "one", choices=choices)

    def draw(self, entry: Entry, setting: Setting) -> Pick:
        choices = tuple(Choice(value=value, words=setting.said(value)) for value in ("yes", "no"))
        if self.maybe:
            choices += (Choice(value="maybe", words=setting.line(self.maybe)),)
        default = defaults.choice(self.default, setting, [choice.value for choice in choices])
        if self.style == "checkbox":
            ticked = default if default == ("yes",) else ()
            return Pick(path=entry.id, choices=choices[:1], look="checkbox", default=ticked)
        return Pick(path=entry.id, choices=choices, look="yes_no", default=default)
