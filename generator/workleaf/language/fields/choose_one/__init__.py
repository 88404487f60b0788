"""Pick one of several choices."""

from __future__ import annotations

from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields import choosing, defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.choices import Choices
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, Word, Words
from workleaf.worksheet.controls import Pick


class ChooseOne(Field):
    """Pick one of several choices."""

    type_name: ClassVar[str] = "choose_one"
    ways: ClassVar[tuple[str, ...]] = ("choices", "choices_from")
    fits_cell: ClassVar[bool] = True

    choices: Choices | None = None
    """The choices: `value: Words` lines, a quick list of words, or the name of a shared list."""
    choices_from: Name | None = None
    """Instead: the rows of an earlier grid, or the choices of an earlier choose_many."""
    other: Words | None = None
    """Adds a last choice with these words and a box to write in."""
    style: Word[Literal["list", "dropdown"]] = "list"
    """How the choices look."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        choosing.inspect(self.choices, self.choices_from, entry, setting)

    def value(self, entry: Entry, setting: Setting) -> Item:
        lines = choosing.found(self.choices, self.choices_from, setting)
        return self.item(entry, setting, "one", **choosing.meaning(lines, self.other))

    def draw(self, entry: Entry, setting: Setting) -> Pick:
        lines = choosing.found(self.choices, self.choices_from, setting)
        choices = choosing.drawn(lines, setting) + choosing.other_choice(self.other, setting)
        other = choosing.other_box(setting.line(self.other), entry.id) if self.other else None
        return Pick(
            path=entry.id,
            choices=choices,
            look=self.style,
            other=other,
            default=defaults.choice(self.default, setting, [choice.value for choice in choices]),
        )
