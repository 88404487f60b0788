"""The real guide: what must be on its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html as lxml_html

from projects import ROOT
from workleaf.language import project
from workleaf.outputs import pdf
from workleaf.publish import config, pages
from workleaf.worksheet import paths
from workleaf.worksheet.model import Worksheet

pytestmark = pytest.mark.site

SECTIONS = {
    1: ("understand-the-need", 5),
    2: ("reflect-on-the-past", 6),
    3: ("communication-is-key", 9),
    4: ("set-clear-intentions", 6),
    5: ("embrace-change-and-growth", 5),
    6: ("apologise-and-forgive", 6),
    7: ("rebuild-trust", 5),
    8: ("seek-professional-help", 3),
    9: ("take-things-slow", 5),
    10: ("establish-boundaries", 4),
    11: ("celebrate-progress", 4),
}
"""Section number → its page and how many claims it makes."""
SHARED = ROOT.parent / "shared" / "content"


def _pages() -> dict[str, pages.Page]:
    site = config.load(ROOT / "mkdocs.yml")
    found, problems = pages.read(site.content, root=site.root)
    assert not problems
    return {page.name: page for page in found}


def _worksheets() -> tuple[Worksheet, ...]:
    site = config.load(ROOT / "mkdocs.yml")
    found, _ = pages.read(site.content, root=site.root)
    reading = project.read(site.worksheets, pages=pages.targets(found))
    assert not [str(each) for each in reading.problems]
    return reading.worksheets


@pytest.mark.parametrize("section", [0, *SECTIONS, 12])
def test_every_claim_of_a_section_is_marked_on_its_page(section: int) -> None:
    extra = {0: ("introduction", 4), 12: ("closing", 2)}
    name, count = {**SECTIONS, **extra}[section]
    marked = _pages()[name].marked
    expected = {f"{section}.{number}" for number in range(1, count + 1)}
    assert expected <= set(marked)
    assert len(marked) == len(set(marked))


def test_a_marked_claim_is_a_whole_sentence(site_dir: Path) -> None:
    found = 0
    for path in site_dir.rglob("index.html"):
        for span in lxml_html.parse(str(path)).iter("span"):
            if (span.get("id") or "").startswith("claim-"):
                words = " ".join(span.text_content().split())
                assert len(words.split()) >= 4, words
                assert words[-1] in ".?!", words
                found += 1
    assert found == 64


def test_each_section_shows_its_worksheets_as_cards(site_dir: Path) -> None:
    for name, _ in SECTIONS.values():
        page = (site_dir / "guide" / name / "index.html").read_text(encoding="utf-8")
        for worksheet in _worksheets():
            if worksheet.guide and worksheet.guide.name == name and "main" in worksheet.tags:
                assert f'href="../../worksheets/{worksheet.id}/"' in page, (name, worksheet.id)
                assert f'href="../../worksheets/{worksheet.id}.pdf"' in page, (name, worksheet.id)


def test_every_worksheet_has_its_page_and_a_good_pdf(site_dir: Path) -> None:
    worksheets = _worksheets()
    assert len(worksheets) == 29
    for worksheet in worksheets:
        assert (site_dir / "worksheets" / worksheet.id / "index.html").is_file()
        made = (site_dir / "worksheets" / f"{worksheet.id}.pdf").read_bytes()
        assert pdf.check(made, worksheet) == ()


def test_names_in_the_form_are_the_answer_paths_of_paper(site_dir: Path) -> None:
    for worksheet in _worksheets():
        page = lxml_html.parse(str(site_dir / "worksheets" / worksheet.id / "index.html"))
        form = page.find(f".//form[@data-worksheet='{worksheet.id}']")
        assert form is not None
        names = set()
        for element in form.iter("input", "textarea", "select"):
            off_paper = any(
                each.get("data-paper") == "no" for each in (element, *element.iterancestors())
            )
            if element.get("name") and not off_paper:
                names.add(element.get("name"))
        expected = {spot.path for spot in paths.on_paper(worksheet)}
        few = {name for name in expected if not re.search(r"\.\d+\.", name)}
        assert few <= names, (worksheet.id, few - names)


def test_lines_known_from_memory_only_do_not_ship(site_dir: Path) -> None:
    source = SHARED / "crisis.yml"
    if not source.is_file():
        pytest.skip("the shared material is not beside the project")
    services = yaml.safe_load(source.read_text(encoding="utf-8"))["services"]
    shown = (site_dir / "safety" / "people-to-call" / "index.html").read_text(encoding="utf-8")
    shown += (site_dir / "safety" / "my-own-behaviour" / "index.html").read_text(encoding="utf-8")
    for service in services:
        number = service.get("phone")
        if number and service["level"] == "C":
            assert f"<strong>{service['name']}</strong>" not in shown
        elif number and service["level"] in "AB":
            assert number.split(" (")[0] in shown, service["name"]
    assert "not phoned" in shown


def test_references_on_the_page_are_cited_and_cited_ones_are_there() -> None:
    found = _pages()
    there = set(re.findall(r"\{[^}]*#(r\d+)", found["references"].text))
    cited = {
        mark for page in found.values() for mark in re.findall(r"references\.md#(r\d+)", page.text)
    }
    used = cited | {each.lower() for worksheet in _worksheets() for each in worksheet.evidence}
    assert cited <= there
    assert there <= used


def test_references_known_from_memory_only_do_not_ship() -> None:
    source = SHARED / "references.md"
    if not source.is_file():
        pytest.skip("the shared material is not beside the project")
    rows = re.findall(r"^\| (R\d+) \|.*\| ([ABC])[^|]*\|$", source.read_text("utf-8"), re.MULTILINE)
    there = set(re.findall(r"\{[^}]*#(r\d+)", _pages()["references"].text))
    assert not {number.lower() for number, level in rows if level == "C"} & there
