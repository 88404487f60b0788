"""Draws controls: what every template may ask for."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment
from markupsafe import Markup, escape

from workleaf.outputs.web import charts
from workleaf.outputs.web.controls import folder, kind
from workleaf.outputs.web.rows import Row, Sheet, sheet
from workleaf.outputs.web.texts import Texts, spoken
from workleaf.outputs.web.trees import as_json
from workleaf.strings import instead, number
from workleaf.worksheet.controls import (
    AnyControl,
    Band,
    Cell,
    Dated,
    Pick,
    Recall,
    Rows,
    Say,
    Source,
    Write,
)
from workleaf.worksheet.model import CalendarEntry, Result, Worksheet
from workleaf.worksheet.paths import is_on_paper, join, other, placed
from workleaf.worksheet.texts import Line, Prose, Target, Tree
from workleaf.worksheet.timing import planned, take


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A result at one of the questions that it is shown beside."""

    result: Result
    is_last: bool
    """Here it also stands on paper."""


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """One form while it is drawn."""

    worksheet: Worksheet
    prefix: str
    """What every id in this form begins with."""
    texts: Texts
    strings: Mapping[str, str]
    environment: Environment
    level: int = 3
    """The level of the next heading."""
    beside: Mapping[str, tuple[Shown, ...]] = dataclasses.field(default_factory=dict)
    """Results that stand beside a control, by its path."""

    def id(self, *parts: str) -> str:
        """An id of its own on the page."""
        return "--".join((self.prefix, *parts))

    def line(self, line: Line) -> Markup:
        """Inline text as HTML."""
        return self.texts.line(line)

    def prose(self, prose: Prose) -> Markup:
        """Block text as HTML, headings at the present level."""
        return self.texts.prose(prose, level=self.level)

    def number(self, tree: Tree) -> int:
        """The number of a condition or formula in the page's data."""
        return self.texts.trees.number(tree)

    def numbers(self, trees: tuple[Tree, ...]) -> str:
        """The numbers of several, as an attribute holds them."""
        return " ".join(str(self.number(tree)) for tree in trees)

    def other(self, path: str) -> str:
        """The path of the box of "Something else"."""
        return other(path)

    def join(self, *parts: str | int) -> str:
        """An answer path from its parts."""
        return join(*parts)

    def word(self, key: str, **blanks: object) -> Markup:
        """A UI word with its blanks filled, marked where it is in another language."""
        said = escape(self.bare(key, **blanks))
        return Markup("<span{}>{}</span>").format(self.tongue, said) if self.tongue else said

    def bare(self, key: str, **blanks: object) -> str:
        """The same for attributes and options, where no element can stand."""
        return self.strings[key].format(**blanks)

    @property
    def tongue(self) -> Markup:
        """The attributes of what holds UI words only, where the language has none of its own."""
        code = instead(self.worksheet.language)
        return spoken(code) if code else Markup()

    def take(self, timer: tuple[int, ...]) -> str:
        """How long a timer runs."""
        return take(timer, self.strings)

    def planned(self, entry: CalendarEntry) -> str:
        """When a calendar entry is, before anybody has answered."""
        return planned(entry, self.strings)

    def control(self, control: AnyControl, row: Row | None = None) -> Markup:
        """A control as HTML; in a row it is a cell."""
        template = self.environment.get_template(f"{folder(control)}.html")
        drawn = Markup(template.render(d=self, control=control, row=row))
        return drawn + self.results(self.beside.get(control.path, ()) if row is None else ())

    def controls(self, controls: tuple[AnyControl, ...]) -> Markup:
        """Controls one after the other."""
        return Markup("\n").join(self.control(each) for each in controls)

    def inside(self) -> Drawing:
        """The same one heading deeper."""
        return dataclasses.replace(self, level=self.level + 1)

    def rows(self, control: Rows) -> Sheet:
        """The rows of a table, a grid with columns or a tracker."""
        return sheet(control, self.strings, self.line)

    def cell(self, column: Cell, control: Rows, row: Row) -> Markup:
        """A cell: the column's control in its row. In a table choices are a list that opens."""
        text = row.values.get(column.path)
        cell = placed(column, join(control.path, row.key, column.path))
        if isinstance(cell, Write) and text is not None:
            cell = dataclasses.replace(cell, default=text)
        if isinstance(cell, Pick):
            table = control.look == "table" and not isinstance(control.plan, Dated)
            look = "dropdown" if table else cell.look
            chosen = cell.default if text is None else (text,)
            cell = dataclasses.replace(cell, look=look, default=chosen)
        # On a sheet of its own, the words above say whose answer it is.
        named = row if control.look == "table" else dataclasses.replace(row, name=Markup())
        return self.control(cell, named)

    def part(self, control: AnyControl) -> Markup:
        """A control that is part of another's answer, such as the date of a signature."""
        return self.control(control, Row(key="", name=Markup()))

    def range(self, bands: tuple[Band, ...], index: int) -> str:
        """The numbers that a band is for."""
        language = self.worksheet.language
        high = number(bands[index].up_to, language)
        if not index:
            return self.word("paper_first_band", high=high)
        return self.word("paper_band", low=number(bands[index - 1].up_to, language), high=high)

    def results(self, results: tuple[Shown, ...]) -> Markup:
        """Results that touch safety, beside their question."""
        if not results:
            return Markup()
        return Markup(self.environment.get_template("beside.html").render(d=self, results=results))

    def chart(self, control: AnyControl) -> Markup:
        """The picture under a control, which scripts draw."""
        if control.chart is None:
            return Markup()
        data = as_json(charts.chart(control.chart))
        template = self.environment.get_template("chart.html")
        return Markup(template.render(d=self, chart=control.chart, data=data))

    def offer(self, control: AnyControl) -> Markup:
        """What another worksheet's answer offers to start with; scripts show it where it is."""
        if control.offer is None or not control.offer.places:
            return Markup()
        data = as_json(charts.source(control.offer))
        template = self.environment.get_template("offer.html")
        return Markup(template.render(d=self, control=control, data=data))

    def recalled(self, control: Recall) -> Markup:
        """What scripts need to show earlier answers."""
        return as_json(charts.recall(control))

    def worksheet_link(self, source: Source) -> str:
        """The address of the worksheet that an earlier answer stands in."""
        target = Target(kind="worksheet", name=source.worksheet, title=source.title)
        return self.texts.link(target)

    def item(self, control: AnyControl, row: Row | None, /, *looks: str, **data: object) -> Markup:
        """The attributes of the element around a control: what scripts and styles know it by."""
        place = "wl-cell" if row else "wl-item"
        surface = f"wl-{control.only_on}-only" if control.only_on else ""
        attributes: dict[str, object] = {
            "class": " ".join(filter(None, (place, f"wl-{folder(control)}", *looks, surface))),
            # A shared note may stand several times on one page.
            "id": None if isinstance(control, Say) or not control.path else self.id(control.path),
        }
        if not row:
            attributes |= {"data-item": control.path or None, "data-kind": kind(control)}
        elif row.key and kind(control):
            column = control.path.rpartition(".")[2]
            attributes |= {"data-cell": column, "data-kind": kind(control)}
        attributes |= {
            "data-show": self.condition(control.show_if),
            "data-check": self.number(control.check.tree) if control.check else None,
            "data-keep": control.keep if control.keep != self.worksheet.keep else None,
            "data-paper": None if is_on_paper(control) else "no",
        }
        attributes |= {f"data-{key}": value for key, value in data.items()}
        return _attributes(attributes)

    def described(self, control: AnyControl, *more: str) -> Markup:
        """`aria-describedby` for a control with a hint, or with other words named here."""
        words = ("hint" if control.hint else "", *more)
        ids = [self.id(control.path, each) for each in words if each]
        return _attributes({"aria-describedby": " ".join(ids) or None})

    def condition(self, tree: Tree) -> int | None:
        """The number of a condition; None where there is none."""
        return None if tree is None else self.number(tree)


def _attributes(values: Mapping[str, object]) -> Markup:
    """Attributes as HTML; those that are None are left out."""
    written = (f' {name}="{escape(value)}"' for name, value in values.items() if value is not None)
    return Markup("".join(written))
