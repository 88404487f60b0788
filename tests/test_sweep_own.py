"""Every key that a type has of its own, on the web and on paper: what it promises."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pytest

import language_files
import web_pages
from sweep import OWN, item
from workleaf.language import fields, options
from workleaf.language.fields import Field
from workleaf.outputs import pdf
from workleaf.worksheet.answers import score, values
from workleaf.worksheet.controls import AnyControl, Tally
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import on_paper

HEAD = """title: Sweep
fields:
  - scale: Anchor
    id: anchor
    range: 0 to 10
  - number: Much
    id: much
  - number: More
    id: more
  - grid: Lines
    id: lines
    rows: {first: First line, second: Second line}
    range: 0 to 3
  - choose_many: Picks
    id: picks
    choices: {tea: Tea, bread: Bread}
"""
SHARED = 'wording_tips: {always: {words: [always], show: Try "often".}}\n'
ELSEWHERE = "title: Elsewhere\nfields:\n  - text: Words\n    id: words\n"


@dataclass(frozen=True)
class One:
    """One variant, as everybody sees it."""

    id: str
    worksheet: Worksheet
    page: web_pages.Element
    printed: str

    @property
    def control(self) -> Any:
        return next(each for each in self.worksheet.controls() if each.path == self.id)

    @property
    def element(self) -> web_pages.Element:
        found = (each for each in self.page if each.get("data-item") == self.id)
        return next(found)

    @property
    def text(self) -> str:
        return self.element.text

    @property
    def names(self) -> list[str]:
        """The fields on the page, without the item's own name."""
        known = [each.get("name") for each in self.element.all("input", "select", "textarea")]
        return list(dict.fromkeys(name.removeprefix(self.id) for name in known if name))

    @property
    def paths(self) -> list[str]:
        """The fields of paper."""
        found = [spot.path for spot in on_paper(self.worksheet)]
        return [
            path.removeprefix(self.id)
            for path in found
            if path.partition(".")[0].removesuffix("__other") == self.id
        ]

    @property
    def box(self) -> web_pages.Element:
        return self.element.all("input", "select", "textarea")[0]

    def values(self) -> list[str]:
        """What there is to choose."""
        options = [each.get("value") for each in self.element.all("option") if each.get("value")]
        return options or [each.get("value") for each in self.element.all("input")]

    def score(self, **answers: str) -> float | None:
        assert isinstance(self.control, Tally)
        return score(self.control, values(self.worksheet, answers)).value


@cache
def drawn(type_name: str) -> tuple[Worksheet, web_pages.Element, str]:
    lines = (
        item(type_name, f"{type_name}_{name}", *line.split("\n    "))
        for name, line in OWN[type_name].items()
    )
    with tempfile.TemporaryDirectory() as folder:
        text = HEAD + "".join(lines)
        files = {"_shared": SHARED} if "wording_tips" in text else {}
        worksheet = language_files.one(Path(folder), text, elsewhere=ELSEWHERE, **files)
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    return worksheet, web_pages.read(web_pages.draw(worksheet)), printed


def one(type_name: str, name: str) -> One:
    return One(f"{type_name}_{name}", *drawn(type_name))


def said(*words: str) -> Callable[[One], bool]:
    """These words stand on the page and on paper."""
    return lambda it: all(word in it.text and word in it.printed for word in words)


Promise = Callable[[One], object]
PROMISES: dict[str, dict[str, Promise]] = {
    "text": {
        "placeholder": lambda it: (
            it.box.get("placeholder") == "Ann or Ben" and "Ann or Ben" in it.printed
        ),
        "format": lambda it: it.box.get("type") == "email",
        "max_length": lambda it: it.box.get("maxlength") == "20",
    },
    "long_text": {
        "placeholder": lambda it: (
            it.box.get("placeholder") == "Ann or Ben" and "Ann or Ben" in it.printed
        ),
        "lines": lambda it: it.box.get("rows") == "7" and it.control.lines == 7,
        "max_length": lambda it: it.box.get("maxlength") == "200",
    },
    "number": {
        "min": lambda it: "This asks for 2 or more." in it.text,
        "max": lambda it: "This asks for 9 or less." in it.text,
        "unit": said("hours"),
        "step": lambda it: (
            "It goes in steps of 0.5." in it.text and it.box.get("inputmode") == "decimal"
        ),
    },
    "scale": {
        "range": lambda it: it.values() == ["1", "2", "3"],
        "step": lambda it: it.values() == ["0", "0.5", "1"],
        "low": said("Cold"),
        "high": said("Warm"),
        "not_sure": lambda it: it.values()[-1] == "not_sure" and said("Not sure")(it),
        "style": lambda it: it.values() == ["0", "1", "2", "3", "4", "5"],
        "slider": lambda it: it.values() == ["0", "1", "2", "3", "4", "5"],
    },
    "yes_no": {
        "style": lambda it: (it.box.get("type"), it.values()) == ("checkbox", ["yes"]),
        "maybe": lambda it: it.values() == ["yes", "no", "maybe"] and said("Perhaps")(it),
    },
    "choose_one": {
        "choices": lambda it: it.values() == ["x", "y"] and said("Only this", "Or that")(it),
        "choices_from": lambda it: it.values() == ["first", "second"],
        "other": lambda it: (
            said("Something of mine")(it) and "__other" in it.names and "__other" in it.paths
        ),
        "style": lambda it: it.box.tag == "select" and it.values() == ["a", "b"],
    },
    "choose_many": {
        "choices": lambda it: (
            [".x", ".y"] == it.names == it.paths
            and "data-exclusive" in it.element.all("input")[1].attributes
        ),
        "choices_from": lambda it: [".first", ".second"] == it.names == it.paths,
        "other": lambda it: it.names == [".a", ".b", ".other", "__other"] == it.paths,
        "min_choices": said("Choose at least 1."),
        "max_choices": said("Choose up to 1."),
        "style": lambda it: "wl-checklist" in it.element.get("class"),
        "cards": lambda it: "wl-cards" in it.element.get("class"),
    },
    "ranking": {
        "choices": lambda it: [".x", ".y"] == it.names == it.paths,
        "choices_from": lambda it: [".first", ".second"] == it.names == it.paths,
        "picks": lambda it: (
            [".tea", ".bread"] == it.names == it.paths and it.element.get("data-from") == "picks"
        ),
        "max_choices": said("Give a place to up to 2. 1 comes first."),
    },
    "date": {
        "min": lambda it: (
            it.box.get("min") == "2026-01-05" and "Please look at this again." in it.text
        ),
        "max": lambda it: it.box.get("max") == "2026-12-31",
    },
    "time": {
        "min": lambda it: it.box.get("min") == "09:30",
        "max": lambda it: it.box.get("max") == "18:00",
    },
    "grid": {
        "rows": lambda it: [".x", ".y"] == it.names == it.paths and said("This row")(it),
        "range": lambda it: [each.value for each in it.control.choices] == ["1", "2", "3"],
        "step": lambda it: [each.value for each in it.control.choices] == ["0", "2", "4"],
        "choices": lambda it: set(it.values()) == {"x", "y"} and said("Never", "Always")(it),
        "columns": lambda it: it.names == [".r.when", ".r.well", ".s.when", ".s.well"] == it.paths,
        "low": said("Cold"),
        "high": said("Warm"),
        "not_sure": lambda it: "not_sure" in it.values() and said("Cannot say")(it),
        "other": lambda it: (
            it.names == [".r", ".s", "__other", ".other"] and sorted(it.paths) == sorted(it.names)
        ),
    },
    "table": {
        "columns": lambda it: (
            it.names == [".1.due", ".1.done", ".2.due", ".2.done"] and len(it.paths) == 8
        ),
        "rows": lambda it: (
            len(it.names) == 16 == len(it.paths)
            and not any("data-wl-add" in each.attributes for each in it.element)
        ),
        "row_label": said("Week 1", "Week 2"),
        "add_label": lambda it: "One more week" in it.text,
        "start_with": lambda it: (
            [each.get("value") or each.text for each in it.element.all("input", "textarea")]
            == ["Tea", "", "Bread", "2"]
            and "Bread" in it.control.plan.start_with[1][0]
        ),
    },
    "plan": {
        "if": lambda it: said("When I notice", "again")(it) and it.names == [".if", ".then"],
        "then": said("I will"),
    },
    "tracker": {
        "every": lambda it: "Day 1" in it.text and it.element.get("data-every") == "day",
        "for": lambda it: it.paths == [f".{number}.much" for number in range(1, 6)],
        "fields": lambda it: it.paths == [".1.mood", ".2.mood", ".3.mood"],
    },
    "generated_text": {
        "template": lambda it: "Much is" in it.text and "Much is" in it.printed,
        "editable": lambda it: it.names == [""] == it.paths,
        "max_words": lambda it: "More than 30 words." in it.text,
        "copy": lambda it: not any("data-wl-copy" in each.attributes for each in it.element),
    },
    "score": {
        "sum": lambda it: it.score(anchor="4", much="3") == 7,
        "mean": lambda it: it.score(anchor="4", much="3") == 3.5,
        "formula": lambda it: it.score(much="3") == 6 and "Work it out" in it.printed,
        "reverse": lambda it: it.score(anchor="4", much="3") == 9,
        "needs": lambda it: it.score(much="3") == 3,
        "bands": lambda it: said("Little", "Go on.", "Up to 5", "Above 5, up to 9")(it),
    },
    "signature": {
        "typed": lambda it: it.paths == [".date"] and it.names == [".name", ".date"],
    },
    "note": {"style": lambda it: "wl-say-warning" in it.element.get("class")},
    "group": {
        "fields": lambda it: it.names == [".1.what"] and said("Read this.")(it),
        "repeat": lambda it: it.names == [".1.what", ".2.what"] and len(it.paths) == 6,
        "repeat_for": lambda it: it.names == [".tea.what", ".bread.what"] == it.paths,
        "row_label": said("Person 1"),
        "add_label": lambda it: "One more person" in it.text,
    },
}
"""What each key promises. `wording_tips` and `recall` have tests of their own."""
ELSEWHERE_TESTED = {("generated_text", "wording_tips"), ("recall", "of")}
CASES = [(kind, name) for kind, found in PROMISES.items() for name in found]


@pytest.mark.parametrize(("type_name", "name"), CASES)
def test_a_key_keeps_its_promise(type_name: str, name: str) -> None:
    it = one(type_name, name)
    assert PROMISES[type_name][name](it), it.element.text


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_no_key_is_left_out(field: type[Field]) -> None:
    own = set(options.keys(field)) - set(options.keys(Field))
    assert own <= set(OWN[field.type_name])
    promised = {(field.type_name, name) for name in PROMISES.get(field.type_name, {})}
    wanted = {(field.type_name, name) for name in OWN[field.type_name]}
    assert promised | (ELSEWHERE_TESTED & wanted) == wanted


def test_the_sweep_draws_controls(tmp_path: Path) -> None:
    found: AnyControl = one("text", "format").control
    assert found.path == "text_format"
