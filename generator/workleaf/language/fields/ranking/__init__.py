"""Put choices in order."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import choosing, defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.choices import ChoiceLines, Choices
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, Whole
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Choice, Order


class Ranking(Field):
    """Put choices in order."""

    type_name: ClassVar[str] = "ranking"
    ways: ClassVar[tuple[str, ...]] = ("choices", "choices_from")

    choices: Choices | None = None
    """What to put in order: `value: Words` lines, a quick list, or the name of a shared list."""
    choices_from: Name | None = None
    """Instead: the rows of an earlier grid, or what was picked in an earlier choose_many."""
    max_choices: Whole | None = None
    """How many places there are; all choices when left out."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        choosing.inspect(self.choices, self.choices_from, entry, setting)
        own = self._own_words(setting)
        count = len(self._lines(setting)) + bool(own)
        place = entry.node.get("max_choices")
        if place and self.max_choices is not None and count and not 1 <= self.max_choices <= count:
            setting.report.add(
                "choices-limit", place.span, key="max_choices", found=self.max_choices, count=count
            )

    def value(self, entry: Entry, setting: Setting) -> Item:
        lines = self._lines(setting)
        return self.item(
            entry, setting, "order", **choosing.meaning(lines, self._own_words(setting))
        )

    def _lines(self, setting: Setting) -> ChoiceLines:
        """What is put in order; "none of these" is no pick."""
        lines = choosing.found(self.choices, self.choices_from, setting)
        return tuple(line for line in lines if not (self.choices_from and line.options.exclusive))

    def _own_words(self, setting: Setting) -> Scalar | None:
        """The words of "Something else", where it can be picked in the earlier question."""
        return setting.others.get(self.choices_from.value) if self.choices_from else None

    def _start(self, choices: tuple[Choice, ...], setting: Setting) -> tuple[str, ...]:
        """The choices that have a place at first, each once."""
        found = defaults.choices(self.default, setting, [choice.value for choice in choices])
        places = self.max_choices or len(choices)
        if self.default is not None and (len(set(found)) < len(found) or len(found) > places):
            setting.report.add("default-order", self.default.span, places=places)
            return ()
        return found

    def draw(self, entry: Entry, setting: Setting) -> Order:
        lines = self._lines(setting)
        choices = choosing.drawn(lines, setting)
        choices += choosing.other_choice(self._own_words(setting), setting)
        named = self.choices_from.value if self.choices_from else ""
        item = setting.scope.items.get(named)
        source = (item.id if item else "") or named
        return Order(
            path=entry.id,
            choices=choices,
            places=self.max_choices or len(choices),
            picked_from=source if source in setting.picked else "",
            default=self._start(choices, setting),
        )
