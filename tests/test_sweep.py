"""Every type with every key that it takes, on the web, in print and in the PDF."""

from __future__ import annotations

import io
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pytest

import language_files
import pdf_filling
import web_pages
from sweep import ANYTHING, APART, DEFAULTS, LEAST, MORE, SHARED, item
from workleaf.language import fields, options
from workleaf.language.fields import Field
from workleaf.outputs import pdf
from workleaf.worksheet.answers import values
from workleaf.worksheet.controls import AnyControl
from workleaf.worksheet.defaults import defaults
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
"""
ELSEWHERE = "title: Elsewhere\nfields:\n  - text: Words\n    id: words\n"
TYPES = [field.type_name for field in fields.FIELDS]
WRITTEN = set(TYPES) - {"note", "score", "recall", "generated_text"}
"""Types with boxes on paper."""


def keys(field: type[Field]) -> set[str]:
    return set(options.keys(Field)) - field.without


def variants(type_name: str) -> dict[str, str]:
    """What is written in each variant of a type, by the name of the variant."""
    taken = keys(fields.BY_NAME[type_name])
    found = {key: line for key, line in SHARED.items() if key in taken}
    found |= {name: line for name, line in MORE.items() if line.partition(":")[0] in taken}
    found["bare"] = ""
    if type_name in DEFAULTS:
        found["default"] = DEFAULTS[type_name][0]
    return found


@dataclass(frozen=True)
class Swept:
    """All variants of one type as one worksheet, drawn."""

    type_name: str
    worksheet: Worksheet
    page: web_pages.Element
    printed: str
    pdf_fields: frozenset[str]

    def id(self, name: str) -> str:
        return f"{self.type_name}_{name}"

    def control(self, name: str) -> AnyControl:
        return next(each for each in self.worksheet.controls() if each.path == self.id(name))

    def element(self, name: str) -> web_pages.Element:
        """The element of a variant; a note has no name of its own."""
        told = ANYTHING.format(id=self.id(name))
        for each in self.page:
            if each.get("data-item") == self.id(name):
                return each
        return next(
            each for each in self.page if "wl-item" in each.get("class") and told in each.text
        )

    def fields(self, name: str) -> set[str]:
        return {
            path
            for path in self.pdf_fields
            if path.partition(".")[0].removesuffix("__other") == self.id(name)
        }


@cache
def swept(type_name: str) -> Swept:
    lines = [
        item(type_name, f"{type_name}_{name}", *line.split("\n    "))
        for name, line in variants(type_name).items()
    ]
    with tempfile.TemporaryDirectory() as folder:
        worksheet = language_files.one(Path(folder), HEAD + "".join(lines), elsewhere=ELSEWHERE)
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    reader = pypdf.PdfReader(io.BytesIO(made))
    printed = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    return Swept(
        type_name,
        worksheet,
        web_pages.read(web_pages.draw(worksheet)),
        printed,
        frozenset(_fields(made)) - {"_worksheet"},
    )


def _fields(made: bytes) -> dict[str, str]:
    """The fields of a PDF and what stands in them."""
    with pikepdf.open(io.BytesIO(made)) as opened:
        found = pdf_filling.terminals(opened)
        return {path: str(each.get("/V", "")).removeprefix("/") for path, each in found.items()}


EVERY = pytest.mark.parametrize("type_name", TYPES)


def having(key: str) -> list[str]:
    return [name for name in TYPES if key in keys(fields.BY_NAME[name])]


def test_the_sweep_leaves_no_type_and_no_shared_key_out() -> None:
    assert set(LEAST) == set(TYPES)
    assert set(options.keys(Field)) == set(SHARED) | APART
    takes = {name for name in TYPES if "default" in keys(fields.BY_NAME[name])}
    refuse = {"tracker", "generated_text", "score", "recall"}
    assert set(DEFAULTS) == takes - refuse


@EVERY
def test_every_variant_stands_on_page_and_paper(type_name: str) -> None:
    found = swept(type_name)
    for name in variants(type_name):
        said = ANYTHING.format(id=found.id(name))
        assert said in found.element(name).text
        assert (said in found.printed) == (name != "only_on"), name


@EVERY
def test_what_paper_carries_has_fields_and_nothing_else_has(type_name: str) -> None:
    found = swept(type_name)
    paths = {spot.path for spot in on_paper(found.worksheet)}
    assert paths == found.pdf_fields
    for name in variants(type_name):
        boxed = type_name in WRITTEN and name not in ("store", "only_on")
        assert bool(found.fields(name)) == boxed, name


@pytest.mark.parametrize("type_name", having("hint"))
def test_a_hint_stands_under_the_question_everywhere(type_name: str) -> None:
    found = swept(type_name)
    told = f"Help with {found.id('hint')}."
    assert told in found.element("hint").text
    assert told in found.printed


@pytest.mark.parametrize("type_name", having("required"))
def test_needed_is_said_calmly_and_never_blocks(type_name: str) -> None:
    found = swept(type_name)
    element = found.element("required")
    assert "(needed)" in element.text
    assert not any("required" in each.attributes for each in element)


@pytest.mark.parametrize("type_name", having("show_if"))
def test_a_condition_is_for_scripts_and_in_words_for_paper(type_name: str) -> None:
    found = swept(type_name)
    element = found.element("show_if")
    assert element.get("data-show").isdigit()
    told = found.control("show_if").shown_when
    assert "Anchor" in told
    assert told in element.text
    assert told.removesuffix(".") in found.printed


@pytest.mark.parametrize("type_name", having("check"))
def test_a_check_has_its_message_in_the_page(type_name: str) -> None:
    element = swept(type_name).element("check")
    assert element.get("data-check").isdigit()
    message = [each for each in element if "data-wl-check" in each.attributes]
    assert [each.text for each in message] == [f"Look at {type_name}_check again."]


@pytest.mark.parametrize("type_name", having("share"))
def test_what_is_never_shared_is_known_as_such(type_name: str) -> None:
    assert swept(type_name).control("share").share == "never"


@pytest.mark.parametrize("type_name", sorted(set(having("store")) & (WRITTEN | {"generated_text"})))
def test_what_is_kept_nowhere_has_no_box_on_paper(type_name: str) -> None:
    found = swept(type_name)
    assert found.element("store").get("data-keep") == "never"
    assert found.element("store").get("data-paper") == "no"
    assert found.element("session").get("data-keep") == "session"
    assert not found.element("session").get("data-paper")


@pytest.mark.parametrize("type_name", having("only_on"))
def test_screen_and_paper_each_have_what_is_only_for_them(type_name: str) -> None:
    found = swept(type_name)
    assert "wl-screen-only" in found.element("only_on").get("class")
    assert found.element("only_on").get("data-paper") == "no"
    assert "wl-paper-only" in found.element("paper").get("class")


@pytest.mark.parametrize("type_name", having("timer"))
def test_a_timer_is_there_to_be_started(type_name: str) -> None:
    found = swept(type_name)
    assert found.control("timer").timer == (7,)
    assert "7 minutes" in found.printed


@pytest.mark.parametrize("type_name", DEFAULTS)
def test_a_default_stands_there_counts_as_answered_and_is_printed(type_name: str) -> None:
    found = swept(type_name)
    path = found.id("default")
    wanted = {path + end: text for end, text in DEFAULTS[type_name][1].items()}
    start = {at: text for at, text in defaults(found.worksheet).items() if at.startswith(path)}
    assert start == wanted
    assert values(found.worksheet, {})(path) is not None
    assert shown(found.element("default")) == wanted
    printed = _fields(pdf.make(found.worksheet))
    ticked = type_name == "choose_many"
    assert {at: printed[at] for at in wanted} == {
        at: "Yes" if ticked else text for at, text in wanted.items()
    }


def shown(element: web_pages.Element) -> dict[str, str]:
    """What stands in the fields of an item as the page comes."""
    found: dict[str, str] = {}
    for each in element.all("input", "textarea", "select"):
        name = each.get("name")
        if each.tag == "select":
            chosen = [one.get("value") for one in each if "selected" in one.attributes]
        elif each.get("type") in ("radio", "checkbox"):
            chosen = [each.get("value")] if "checked" in each.attributes else []
        else:
            chosen = [each.text if each.tag == "textarea" else each.get("value")]
        found |= dict.fromkeys((name,) if any(chosen) else (), "".join(chosen))
    return found
