"""The list of bad inputs: each row is met; what is no mistake in a file is tried here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pikepdf
import pytest

from language_files import PAGES, one, read
from projects import ROOT
from workleaf.language import project
from workleaf.outputs import pdf
from workleaf.problems import WorksheetError
from workleaf.publish import config, stage
from workleaf.worksheet.controls import Pick

TESTS = Path(__file__).parent
ROWS = re.findall(
    r"^\| (B\d\d) \| ([^|]+) \| ([^|]+) \|$",
    (TESTS / "problems" / "README.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def test_every_row_of_the_list_is_there_once() -> None:
    assert [row for row, _, _ in ROWS] == [f"B{number:02}" for number in range(1, 51)]


@pytest.mark.parametrize(("row", "shown"), [(row, shown) for row, _, shown in ROWS])
def test_what_a_row_names_exists(row: str, shown: str) -> None:
    names = re.findall(r"`([^`]+)`", shown)
    assert names, row
    for name in names:
        module, _, test = name.partition("::")
        if not module.endswith(".py"):
            assert (TESTS / "problems" / name / "expected.txt").is_file(), name
            continue
        found = [*TESTS.rglob(module)]
        assert len(found) == 1, name
        assert not test or f"def {test}(" in found[0].read_text(encoding="utf-8"), name


def test_one_id_in_two_worksheets_is_fine(tmp_path: Path) -> None:
    text = "title: A\nfields:\n  - text: Name\n    id: name\n"
    assert read(tmp_path, one=text, two=text).problems == ()


def test_choices_stay_as_they_were_written(tmp_path: Path) -> None:
    choices = "{no: No, yes: Yes, on: On, off: Off, 012: Twelve, 1_000: Many, 0x10: Odd}"
    text = f"title: A\nfields:\n  - choose_one: Which?\n    id: which\n    choices: {choices}\n"
    (control,) = one(tmp_path, text).controls()
    assert isinstance(control, Pick)
    values = [each.value for each in control.choices]
    assert values == ["no", "yes", "on", "off", "012", "1_000", "0x10"]


SMUGGLED = (
    '#read("/etc/passwd")',
    '#image("/etc/passwd")',
    '#import "@preview/x:1.0.0": *',
    '#include "../../secret.typ"',
    "$ sum_(k=0)^n $ @ref <label> \\u{202e} #let x = 1; #x",
    "```typ #panic()``` http://169.254.169.254/latest file:///dev/urandom",
)


def test_the_pdf_shows_words_of_code_as_words(tmp_path: Path) -> None:
    """Authors' words reach the layout as data; no sign in them is an order."""
    shutil.copy(ROOT / "LICENSE", tmp_path / "secret.typ")
    fields = "".join(f"  - text: '{words}'\n    hint: '{words}'\n" for words in SMUGGLED)
    reading = read(tmp_path, sheet=f"title: '{SMUGGLED[0]}'\nfields:\n{fields}")
    assert [each for each in reading.problems if each.level == "error"] == []
    said = words_of(pdf.make(reading.by_id["sheet"]))
    for words in ("#read(", "/etc/passwd", "#import", "@preview", "#include", "#panic()", "#let"):
        assert words in said, words
    assert "root:" not in said
    assert "Apache" not in said


def words_of(made: bytes) -> str:
    """The words on all pages, as a reader program finds them."""
    from io import BytesIO

    from pypdf import PdfReader

    assert pikepdf.open(BytesIO(made)).pages
    return "".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages)


def small_site(folder: Path, page: str) -> config.Site:
    (folder / "content").mkdir()
    (folder / "worksheets").mkdir()
    (folder / "content" / "index.md").write_text(page, encoding="utf-8")
    (folder / "worksheets" / "mood.yml").write_text(
        "title: Mood\nfields:\n  - text: Why?\n    id: why\n", encoding="utf-8"
    )
    (folder / "mkdocs.yml").write_text(
        "site_name: A\ndocs_dir: content\ntheme: {name: material, font: false}\n"
        "extra: {workleaf: {site_id: my-guide, pdf: no}}\nplugins: [workleaf]\n",
        encoding="utf-8",
    )
    return config.load(folder / "mkdocs.yml")


def test_a_page_that_names_an_unknown_worksheet_is_told(tmp_path: Path) -> None:
    site = small_site(tmp_path, "# A\n\n```worksheet\nuse: moood\n```\n")
    with pytest.raises(WorksheetError) as caught:
        stage.stage(site)
    (problem,) = caught.value.problems
    assert (problem.code, problem.span.line) == ("fence-unknown", 3)
    assert problem.message == "there is no worksheet 'moood'"
    assert problem.hint
    assert not (tmp_path / "build" / "docs").exists()


@pytest.mark.parametrize(
    "name", ["mood .yml", "mood..yml", " mood.yml", "mood-.yml", "mood\u00a0.yml"]
)
def test_a_name_that_ends_with_a_point_or_a_space_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("title: A\nfields:\n  - text: B\n", encoding="utf-8")
    problems = project.read(tmp_path, pages=PAGES).problems
    assert [each.code for each in problems if each.level == "error"] == ["worksheet-id"]
    assert problems[0].hint == "for example: mood.yml"
