"""A text put together from earlier answers."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field as option

from workleaf.language import ids
from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Flag, Many, Name, Whole, Words
from workleaf.worksheet.controls import Compose, Tip


class GeneratedText(Field):
    """A text put together from earlier answers, to copy and, where allowed, to edit."""

    type_name: ClassVar[str] = "generated_text"
    without: ClassVar[frozenset[str]] = frozenset({"required", "from"})

    template: Words
    """The text. `${id}` puts an answer in, `${id?}` is left out while there is none. Markdown."""
    editable: Flag = False
    """`yes`: the reader may change the text by hand."""
    max_words: Whole | None = None
    """Above this many words a message stands under the text."""
    wording_tips: Many[Name] = ()
    """Names of wording tips from `_shared.yml` to look for in the text."""
    copyable: Flag = option(True, alias="copy")
    """`no`: without a button that copies the text."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        defaults.none(self.default, setting, self.type_name)
        if self.max_words == 0 and (place := entry.node.get("max_words")):
            setting.report.add("limit-zero", place.span, key="max_words")
        for name in self.wording_tips:
            if name.value not in setting.scope.tips:
                near = ids.near(name.value, setting.scope.tips)
                setting.report.add("tip-unknown", name.span, name=name.value, near=near)

    def value(self, entry: Entry, setting: Setting) -> Item:
        return self.item(entry, setting, "text")

    def draw(self, entry: Entry, setting: Setting) -> Compose:
        message = setting.line(self.check_message) if self.check is None else ()
        usual = setting.said("too_many_words", most=self.max_words) if self.max_words else ()
        return Compose(
            path=entry.id,
            template=setting.prose(self.template),
            editable=self.editable,
            copy=self.copyable,
            max_words=self.max_words,
            too_long=(message or usual) if self.max_words else (),
            tips=self._tips(entry, setting),
        )

    def _tips(self, entry: Entry, setting: Setting) -> tuple[Tip, ...]:
        """The wording tips that it names, each looking into the text itself."""
        names = dict.fromkeys(name.value for name in self.wording_tips)
        found = [tip for name in names if (tip := setting.scope.tips.get(name))]
        own = ("v", entry.id)
        return tuple(
            Tip(
                show=setting.line(tip.show),
                tree=("has_words", own, tip.words, tip.after, tip.more_than) if tip.words else None,
                hours=tip.hours,
            )
            for tip in found
            if tip.words or tip.hours
        )
