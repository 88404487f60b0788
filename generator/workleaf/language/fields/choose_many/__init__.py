"""Pick any number of choices."""

from __future__ import annotations

from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields import choosing, defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.choices import Choices
from workleaf.language.fields.limits import between
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, Whole, Word, Words
from workleaf.worksheet.controls import Pick
from workleaf.worksheet.texts import Tree


class ChooseMany(Field):
    """Pick any number of choices."""

    type_name: ClassVar[str] = "choose_many"
    ways: ClassVar[tuple[str, ...]] = ("choices", "choices_from")
    fits_sheet: ClassVar[bool] = True

    choices: Choices | None = None
    """The choices: `value: Words` lines, a quick list of words, or the name of a shared list."""
    choices_from: Name | None = None
    """Instead: the rows of an earlier grid, or the choices of an earlier choose_many."""
    other: Words | None = None
    """Adds a last choice with these words and a box to write in."""
    min_choices: Whole | None = None
    """The fewest choices to pick."""
    max_choices: Whole | None = None
    """The most choices to pick."""
    style: Word[Literal["list", "checklist", "cards"]] = "list"
    """How the choices look; `checklist` is something to tick off."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        choosing.inspect(self.choices, self.choices_from, entry, setting)
        count = len(choosing.found(self.choices, self.choices_from, setting)) + bool(self.other)
        for key, limit in (("min_choices", self.min_choices), ("max_choices", self.max_choices)):
            place = entry.node.get(key)
            if limit is not None and place and count and not 1 <= limit <= count:
                setting.report.add("choices-limit", place.span, key=key, found=limit, count=count)
        place = entry.node.get("max_choices")
        if place and self.max_choices is not None and (self.min_choices or 0) > self.max_choices:
            setting.report.add(
                "max-below-min", place.span, min=self.min_choices, max=self.max_choices
            )

    def value(self, entry: Entry, setting: Setting) -> Item:
        lines = choosing.found(self.choices, self.choices_from, setting)
        return self.item(entry, setting, "many", **choosing.meaning(lines, self.other))

    def draw(self, entry: Entry, setting: Setting) -> Pick:
        lines = choosing.found(self.choices, self.choices_from, setting)
        choices = choosing.drawn(lines, setting) + choosing.other_choice(self.other, setting)
        other = choosing.other_box(setting.line(self.other), entry.id) if self.other else None
        return Pick(
            path=entry.id,
            choices=choices,
            many=True,
            look=self.style,
            other=other,
            least=self.min_choices,
            most=self.max_choices,
            default=defaults.choices(self.default, setting, [choice.value for choice in choices]),
        )

    def limits(self, value: Tree) -> Tree:
        picks: Tree = ("count", value)
        return between(picks, self.min_choices, self.max_choices)
