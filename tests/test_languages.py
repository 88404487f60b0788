"""Outputs in other languages: what has no translation says its language, on pages and on paper."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

import multilingual
from language_files import PAGES, beside, examples, one
from web_pages import draw, read
from workleaf.language import project
from workleaf.outputs import pdf
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

TRUST = {**PAGES, "trust": Target(kind="page", name="trust", title="Trust")}


@pytest.fixture(scope="module")
def sheets(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Worksheet]:
    folder = multilingual.write(tmp_path_factory.mktemp("site")) / "worksheets"
    reading = project.read(folder, pages=TRUST)
    return {code: found[0] for code, found in reading.translations.items()}


@pytest.mark.parametrize("name", sorted(examples()))
def test_no_attribute_holds_markup_where_words_are_missing(name: str, tmp_path: Path) -> None:
    found = one(tmp_path, examples()[name], **beside(name))
    worksheet = replace(found, language="he", direction="rtl")
    for element in read(draw(worksheet)):
        values = [value or "" for key, value in element.attributes.items() if key != "data-charts"]
        assert not [value for value in values if "<span" in value]
        if element.tag == "option":
            assert "<" not in element.text


def test_pages_mark_every_word_of_another_language(sheets: dict[str, Worksheet]) -> None:
    page = read(draw(sheets["he"]))
    foreign = {each.text for each in page if each.get("lang") == "en" and each.text}
    assert {"Not sure", "How true is each sentence?", "Row 1", "Copy", "Print"} - foreign == {
        "Row 1"
    }
    assert all(each.get("dir") == "ltr" for each in page if each.get("lang") == "en")
    arabic = read(draw(sheets["ar"]))
    assert [each.tag for each in arabic if each.get("lang")] == ["form"]


def _languages(data: bytes) -> set[str]:
    """Every language that the structure or the content of a PDF names."""
    found: set[str] = set()
    with pikepdf.open(io.BytesIO(data)) as document:
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and "/Lang" in each:
                found.add(str(each["/Lang"]))
            if isinstance(each, pikepdf.Stream):
                text = each.read_bytes()
                found |= {code for code in ("en", "ar", "he") if f"/Lang ({code})".encode() in text}
    return found


def test_papers_mark_every_word_of_another_language(sheets: dict[str, Worksheet]) -> None:
    assert _languages(pdf.make(sheets["he"])) == {"he", "en"}
    assert _languages(pdf.make(sheets["ar"])) == {"ar"}


@pytest.mark.parametrize("code", ["ar", "he", "es"])
def test_papers_in_every_direction_pass_the_checker(
    sheets: dict[str, Worksheet], code: str
) -> None:
    assert pdf.check(pdf.make(sheets[code]), sheets[code]) == ()


def test_a_draft_says_so_on_paper_too(sheets: dict[str, Worksheet]) -> None:
    draft, read_by_somebody = sheets["es"], replace(sheets["es"], translation="reviewed")
    assert len(pdf.make(draft)) != len(pdf.make(read_by_somebody))
    assert "Esta traducción es un borrador" in read(draw(draft)).text
    assert "borrador" not in read(draw(read_by_somebody)).text
