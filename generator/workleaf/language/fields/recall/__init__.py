"""Earlier answers, shown again once the reader adds them."""

from __future__ import annotations

from typing import ClassVar

from workleaf.language.expressions import Item
from workleaf.language.fields import defaults
from workleaf.language.fields.base import Entry, Field
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Name, OneOrMore


class Recall(Field):
    """Earlier answers, also of other worksheets; shown only once the reader adds them."""

    type_name: ClassVar[str] = "recall"
    answers: ClassVar[bool] = False

    of: OneOrMore[Name]
    """What to show: `worksheet.item`, or the id of an item here; one or a list."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        defaults.none(self.default, setting, self.type_name)
        setting.line(entry.label)
        setting.prose(self.hint)
        setting.condition(self.show_if)
        for source in self.of:
            if source.value.split(".")[0] in setting.scope.items:
                setting.series(source, "")
            else:
                setting.elsewhere(source)

    def value(self, entry: Entry, setting: Setting) -> Item:
        return Item(kind="none", words="")

    def draw(self, entry: Entry, setting: Setting) -> None:
        return None
