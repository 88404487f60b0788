"""What stands in rows: every type that fits, in every kind of rows, with every key it takes."""

from __future__ import annotations

import io
import tempfile
from functools import cache
from pathlib import Path
from textwrap import indent

import pypdf
import pytest

import language_files
import web_pages
from sweep import DEFAULTS, item
from workleaf.language import fields
from workleaf.outputs import pdf
from workleaf.worksheet.defaults import defaults
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import on_paper

AROUND = {
    "table": "rows: 2 to 3\n{key}columns:",
    "grid": "rows: {1: One, 2: Two}\n{key}columns:",
    "tracker": "every: week\n{key}for: 2\n{key}fields:",
    "group": "repeat: 2 to 3\n{key}fields:",
}
FIT = [name for name, each in fields.BY_NAME.items() if each.fits_cell or each.fits_sheet]
IN_CELLS = [name for name, each in fields.BY_NAME.items() if each.fits_cell]
VARIANTS = {
    "hint": "hint: Help with {id}.",
    "show_if": "show_if: anchor > 3",
    "check": "check: anchor > 3\n    check_message: Look at {id} again.",
    "store": "store: never",
    "only_on": "only_on: screen",
    "paper": "only_on: paper",
    "bare": "",
}
SILENT = {"note", "score"}
"""They have no box."""
EVERY = pytest.mark.parametrize("around", AROUND)


def columns(around: str) -> dict[str, tuple[str, str, str]]:
    """The columns of one kind of rows: id → type, variant and YAML."""
    found = {}
    for type_name in FIT if around == "group" else IN_CELLS:
        given = dict(VARIANTS)
        if type_name in DEFAULTS and type_name != "plan":
            given["default"] = DEFAULTS[type_name][0]
        taken = fields.BY_NAME[type_name].without
        for name, line in given.items():
            if line.partition(":")[0] not in taken:
                id_ = f"{type_name}_{name}"
                text = item(type_name, id_, *line.split("\n    "), indent=0)
                found[id_] = (type_name, name, text)
    return found


@cache
def swept(around: str) -> tuple[Worksheet, web_pages.Element, bytes]:
    key = "    "
    lines = "".join(indent(text, " " * 6) for *_, text in columns(around).values())
    text = (
        "title: Rows\nfields:\n  - number: Anchor\n    id: anchor\n"
        "  - number: Much\n    id: much\n  - number: More\n    id: more\n"
        f"  - {around}: Rows\n    id: rows\n{key}{AROUND[around].replace('{key}', key)}\n{lines}"
    )
    with tempfile.TemporaryDirectory() as folder:
        worksheet = language_files.one(Path(folder), text)
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    return worksheet, web_pages.read(web_pages.draw(worksheet)), made


def cell(around: str, column: str) -> web_pages.Element:
    _, page, _ = swept(around)
    return next(each for each in page if each.get("data-cell") == column)


@EVERY
def test_paper_carries_what_is_kept_and_not_for_the_screen_only(around: str) -> None:
    worksheet, _, _ = swept(around)
    rows = {
        spot.path.split(".")[2] for spot in on_paper(worksheet) if spot.path.startswith("rows.")
    }
    known = {path.removesuffix("__other") for path in rows}
    for column, (type_name, name, _) in columns(around).items():
        boxed = type_name not in SILENT and name not in ("store", "only_on")
        assert (column in known) == boxed, column


@EVERY
def test_everything_that_is_printed_is_in_the_pdf(around: str) -> None:
    _, _, made = swept(around)
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    for column, (type_name, name, _) in columns(around).items():
        said = f"Words of {column}"
        if name == "only_on":
            assert f"{said} " not in printed, column
        elif type_name != "score":
            assert said in printed, column


@EVERY
def test_each_cell_says_and_shows_what_its_keys_ask_for(around: str) -> None:
    for column, (type_name, name, _) in columns(around).items():
        if type_name in SILENT:
            continue
        found = cell(around, column)
        match name:
            case "hint":
                assert f"Help with {column}." in found.text
            case "show_if":
                assert found.get("data-show").isdigit()
            case "check":
                assert found.get("data-check").isdigit()
                assert f"Look at {column} again." in found.text
            case "store":
                assert (found.get("data-keep"), found.get("data-paper")) == ("never", "no")
            case "paper":
                assert "wl-paper-only" in found.get("class")
            case _:
                assert name in ("only_on", "bare", "default")


@EVERY
def test_a_default_stands_in_every_row_that_stands_there_at_first(around: str) -> None:
    worksheet, page, _ = swept(around)
    start = defaults(worksheet)
    rows = {path.split(".")[1] for path in start if path.startswith("rows.")}
    assert rows == (set() if around == "tracker" else {"1", "2"})
    for path, text in start.items():
        boxes = [
            each for each in page.all("input", "textarea", "select") if each.get("name") == path
        ]
        shown = {
            each.get("value") or each.text
            for box in boxes
            for each in (box, *box)
            if box.tag == "textarea"
            or {"checked", "selected"} & set(each.attributes)
            or box.get("type") not in ("radio", "checkbox")
        }
        assert text in shown, path


@pytest.mark.parametrize("around", ["table", "grid"])
def test_a_column_for_paper_or_screen_only_takes_its_heading_along(around: str) -> None:
    _, page, _ = swept(around)
    heads = [each for each in page if each.tag == "th" and each.get("scope") == "col"]
    for name, where in (("only_on", "screen"), ("paper", "paper")):
        head = next(each for each in heads if each.text == f"Words of text_{name}")
        assert f"wl-{where}-only" in head.get("class")
