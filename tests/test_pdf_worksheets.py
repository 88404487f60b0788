"""Every worksheet of the guide as a PDF: checked, filled in, read back."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pypdf
import pytest

import projects
from language_files import PAGES, REAL
from pdf_filling import emptied, expected, full, with_pikepdf, with_pypdf
from workleaf.language import project
from workleaf.outputs import answers, pdf
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import on_paper

pytestmark = [pytest.mark.guide, pytest.mark.slow]

IDS = projects.worksheets()


@cache
def worksheets() -> dict[str, Worksheet]:
    reading = project.read(REAL, pages=PAGES)
    assert [str(each) for each in reading.problems if each.level == "error"] == []
    return dict(reading.by_id)


@cache
def made(name: str) -> bytes:
    worksheet = worksheets()[name]
    return pdf.make(
        worksheet,
        site="guide.example",
        link=lambda target: f"https://guide.example/{target.name}/",
        gate=worksheets().get(worksheet.gate),
    )


def read(folder: Path, data: bytes) -> answers.Answers:
    path = folder / "filled.pdf"
    path.write_bytes(data)
    return answers.read(path)


@pytest.mark.parametrize("name", IDS)
def test_the_checker_finds_nothing(name: str) -> None:
    assert pdf.check(made(name), worksheets()[name]) == ()


@pytest.mark.parametrize("name", IDS)
def test_a_filled_copy_comes_back(name: str, tmp_path: Path) -> None:
    worksheet = worksheets()[name]
    values = full(worksheet)
    blank = made(name)
    for filled in (with_pypdf(blank, values), with_pikepdf(blank, values)):
        found = read(tmp_path, filled)
        assert (found.worksheet, found.version) == (name, worksheet.version)
        assert found.answers == expected(worksheet, values)
        assert answers.unknown(found, worksheet) == ()


@pytest.mark.parametrize("name", IDS)
def test_an_empty_copy_gives_nothing(name: str, tmp_path: Path) -> None:
    assert read(tmp_path, emptied(made(name))).answers == {}


def test_sheets_that_are_never_kept_have_no_boxes() -> None:
    unkept = [each for each in worksheets().values() if each.paper == "reading"]
    assert {"safety-check", "contact-gate"} <= {each.id for each in unkept}
    assert [spot.path for each in unkept for spot in on_paper(each)] == []


def test_a_gate_is_said_at_the_top_of_its_sheet() -> None:
    first = pypdf.PdfReader(io.BytesIO(made("apology-builder"))).pages[0].extract_text()
    assert first.index("Do not write if") < first.index("Is an apology the right next thing?")
