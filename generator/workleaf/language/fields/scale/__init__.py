"""A number picked on a scale."""

from __future__ import annotations

from typing import ClassVar, Literal

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults, unsure
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.limits import check_step, end_words, numbers, points
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Ends, Number, Phrase, Word, Words
from workleaf.worksheet.controls import Pick

LOOKS: dict[str, Literal["scale", "slider", "stars"]] = {
    "buttons": "scale",
    "slider": "slider",
    "stars": "stars",
}


class Scale(Field):
    """A number picked on a scale such as 0 to 10."""

    type_name: ClassVar[str] = "scale"
    fits_cell: ClassVar[bool] = True

    range: Ends
    """Both ends, for example: 0 to 10."""
    step: Number | None = None
    """The distance between two points; 1 when left out."""
    low: Words | None = None
    """Words at the low end."""
    high: Words | None = None
    """Words at the high end."""
    not_sure: Phrase | None = None
    """`yes`: adds "Not sure", an answer that is no number; or the words for it."""
    style: Word[Literal["buttons", "slider", "stars"]] = "buttons"
    """How it looks."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        check_step(self.step, entry, setting)
        if not points(self.range.low, self.range.high, self.step):
            setting.report.add("range-too-long", self.range.span)

    def value(self, entry: Entry, setting: Setting) -> Item:
        ends = (float(self.range.low), float(self.range.high))
        choices = unsure.words(self.not_sure, setting)
        return self.item(
            entry,
            setting,
            "number",
            numeric=True,
            ends=ends,
            choices=choices,
            bounded=True,
            end_words=end_words(self.low, self.high),
        )

    def draw(self, entry: Entry, setting: Setting) -> Pick:
        choices = numbers(self.range.low, self.range.high, self.step)
        choices += unsure.choice(self.not_sure, setting)
        return Pick(
            path=entry.id,
            choices=choices,
            look=LOOKS[self.style],
            low=setting.line(self.low),
            high=setting.line(self.high),
            default=defaults.choice(self.default, setting, [choice.value for choice in choices]),
        )
