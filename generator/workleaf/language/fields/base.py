"""What every field type shares: the keys of any item, and how an item becomes controls."""

from __future__ import annotations

import dataclasses
from abc import abstractmethod
from collections.abc import Mapping as Names
from typing import ClassVar, Literal

from pydantic import Field as option

from workleaf.frozen import dataclass, replace
from workleaf.language.expressions import Item
from workleaf.language.fields import offering
from workleaf.language.fields.charts import Chart, picture
from workleaf.language.fields.setting import Setting
from workleaf.language.markdown import words
from workleaf.language.options import (
    Condition,
    Flag,
    Id,
    Name,
    OneOrMore,
    Options,
    Raw,
    Whole,
    Word,
    Words,
)
from workleaf.language.source import Mapping, Scalar
from workleaf.worksheet.charts import Chart as Picture
from workleaf.worksheet.controls import AnyControl, Check, Source
from workleaf.worksheet.model import Kind
from workleaf.worksheet.texts import Line, Tree


class Field(Options):
    """An item as an author writes it. A type adds its own keys, and draws itself as controls."""

    type_name: ClassVar[str]
    """The word that an item of this type starts with."""
    inner_key: ClassVar[str] = ""
    """The key that holds more items: columns of a table, fields of a group."""
    fits_cell: ClassVar[bool] = False
    """It may stand in a table, grid or tracker."""
    fits_sheet: ClassVar[bool] = False
    """It may stand in a group that repeats, as everything that fits a cell may."""
    answers: ClassVar[bool] = True
    """It has an answer."""
    kept: ClassVar[bool] = True
    """`store` says something about it: it is more than words or a heading."""
    ways: ClassVar[tuple[str, ...]] = ()
    """Keys of which there is exactly one."""
    without: ClassVar[frozenset[str]] = frozenset()
    """Keys of every item that do not go with this type."""

    id: Id | None = None
    """Permanent short name; answers are saved under it, so it never changes once published."""
    hint: Words | None = None
    """Help under the question. Markdown."""
    required: Flag = False
    """`yes` if the reader should not skip it."""
    show_if: Condition | None = None
    """Shown only when this holds, for example: causes includes "money"."""
    check: Condition | None = None
    """What a good answer meets; otherwise the message stands under it. It never blocks."""
    check_message: Words | None = None
    """What to say when the check, `max_words`, `min` or `max` is not met."""
    default: Raw | None = None
    """The answer it starts with, shaped like the answer. It counts as answered."""
    from_: Name | None = option(None, alias="from")
    """Offer another worksheet's answer to start with, for example: my-week.wish."""
    share: Word[Literal["private", "ok", "never"]] | None = None
    """`ok`: it may go into the compare file; `never`: not even to other worksheets here."""
    store: Word[Literal["device", "session", "never"]] | None = None
    """Where the answer is kept: on the device, until the tab closes, or nowhere."""
    safety: Flag | None = None
    """`yes`: it asks about fear or harm, so results that read it are shown at once beside it, and
    it never stands on a worksheet filled in together. `no`: its words only sound so."""
    only_on: Word[Literal["screen", "paper"]] | None = None
    """Shown on the screen or on paper only."""
    timer: OneOrMore[Whole] = ()
    """Minutes for a quiet timer that the reader may start; `[2, 1]` run one after the other."""
    renamed_from: Id | None = None
    """The id it had before, so that saved answers are kept."""
    chart: Chart | None = None
    """A picture of the answers under the item."""

    @property
    def holds(self) -> bool:
        """What stands inside are items of the worksheet, not cells of rows."""
        return False

    @abstractmethod
    def value(self, entry: Entry, setting: Setting) -> Item:
        """What conditions may know about the item."""

    @abstractmethod
    def draw(self, entry: Entry, setting: Setting) -> AnyControl | None:
        """The control, without what every control has; `None` where nothing is drawn."""

    def inspect(self, entry: Entry, setting: Setting) -> None:
        """Note what is wrong with the type's own options; called once, before it is drawn."""

    def lower(self, entry: Entry, setting: Setting) -> tuple[AnyControl, ...]:
        """The controls of this item, complete."""
        setting = setting.within(entry.local)
        self.inspect(entry, setting)
        self._later(entry, setting)
        control = self.draw(entry, setting)
        return () if control is None else (self.dressed(control, entry, setting),)

    def label(self, entry: Entry, setting: Setting) -> Line:
        """The words of the question."""
        return setting.line(entry.label)

    def dressed(self, control: AnyControl, entry: Entry, setting: Setting) -> AnyControl:
        """The control with what every control has."""
        shown = setting.condition(self.show_if)
        return replace(
            control,
            path=entry.id,
            label=self.label(entry, setting),
            hint=setting.prose(self.hint),
            show_if=shown.tree if shown else None,
            shown_when=shown.words if shown else "",
            only_on=self.only_on,
            keep=setting.keep_of(self.store) if self.kept else "device",
            share=self.share or setting.share,
            required=self.required,
            check=self.checked(entry, setting),
            timer=self.timer,
            chart=self.pictured(entry, setting),
            offer=self.offered(entry, setting),
        )

    def checked(self, entry: Entry, setting: Setting) -> Check | None:
        """The check of the item; limits become one where a message is given for them."""
        message = setting.line(self.check_message)
        if self.check is not None:
            found = setting.condition(self.check)
            tree: Tree = found.tree if found else None
            return Check(tree=tree, message=message or setting.said("check_again"))
        limits = self.limits(("v", entry.id))
        said = message or self.limits_in_words(setting)
        return Check(tree=limits, message=said) if said and limits is not None else None

    def offered(self, entry: Entry, setting: Setting) -> Source | None:
        """Another worksheet's answer to start with."""
        place = entry.node.key("from")
        if self.from_ is None or place is None:
            return None
        if setting.in_row:
            setting.report.add("from-in-rows", place.span)
            return None
        if self.default is not None and self.inner_key != "columns":
            setting.report.add("from-and-default", place.span)
        return offering.source(self.from_, self.value(entry, setting), self.type_name, setting)

    def pictured(self, entry: Entry, setting: Setting) -> Picture | None:
        """The chart under the item."""
        place = entry.node.key("chart")
        if self.chart is None or place is None:
            return None
        if setting.in_row:
            setting.report.add("chart-in-rows", place.span)
            return None
        return picture(self.chart, setting, own=entry.id, label=place)

    def limits(self, value: Tree) -> Tree:
        """A condition for `min`, `max` and the like; `None` where there are none."""
        return None

    def limits_in_words(self, setting: Setting) -> Line:
        """What to say where they are not met; nothing where the page says it by itself."""
        return ()

    def item(self, entry: Entry, setting: Setting, kind: Kind, **more: object) -> Item:
        """An `Item` with what is the same for all types."""
        share = self.share or setting.share
        kept = setting.keep_of(self.store) != "never"
        return Item(
            kind=kind,
            words=words(entry.label),
            shareable=share == "ok",
            kept=kept,
            gives=share != "never" and kept,
            **more,  # type: ignore[arg-type]
        )

    def _later(self, entry: Entry, setting: Setting) -> None:
        """Check what comes alive later: timers."""
        for minutes in self.timer:
            if not 1 <= minutes <= 180 and (place := entry.node.get("timer")):
                setting.report.add("timer-minutes", place.span, found=minutes)


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Entry:
    """An item as it stands in a file."""

    id: str
    label: Scalar
    """The words after the type."""
    field: Field
    node: Mapping
    keys: frozenset[str] = frozenset()
    """The keys it was given, also those whose values cannot be read."""
    inner: tuple[Entry, ...] = ()
    """The items inside: columns, fields of a group or tracker."""
    local: Names[str, str] = dataclasses.field(default_factory=dict)
    """For what comes from a shared part with a `prefix`: id in the part → id here."""

    @property
    def given(self) -> bool:
        """The id was written down, not derived."""
        return self.field.id is not None
