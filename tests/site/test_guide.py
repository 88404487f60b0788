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

pytestmark = [pytest.mark.guide, pytest.mark.site]

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


def _all_pages() -> tuple[pages.Page, ...]:
    site = config.load(ROOT / "mkdocs.yml")
    found, problems = pages.read(site.content, root=site.root, languages=("es",))
    assert not problems
    return found


def _pages() -> dict[str, pages.Page]:
    return {page.name: page for page in _all_pages() if not page.language}


def _worksheets() -> tuple[Worksheet, ...]:
    site = config.load(ROOT / "mkdocs.yml")
    reading = project.read(site.worksheets, pages=pages.targets(_all_pages()))
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
    marked = {page.file: len(page.marked) for page in _all_pages()}
    assert sum(count for file, count in marked.items() if not file.startswith("es/")) == 64
    found = 0
    for path in site_dir.rglob("index.html"):
        for span in lxml_html.parse(str(path)).iter("span"):
            if (span.get("id") or "").startswith("claim-"):
                words = " ".join(span.text_content().split())
                assert len(words.split()) >= 4, words
                assert words[-1] in ".?!", words
                found += 1
    assert found == sum(marked.values())


def test_each_worksheet_is_linked_from_the_page_that_it_belongs_to(site_dir: Path) -> None:
    found = _pages()
    linked = 0
    for worksheet in _worksheets():
        if worksheet.is_gate:
            continue
        assert worksheet.guide, worksheet.id
        address = found[worksheet.guide.name].address
        page = (site_dir / address / "index.html").read_text(encoding="utf-8")
        up = "../" * address.count("/")
        assert f'href="{up}worksheets/{worksheet.id}/"' in page, (address, worksheet.id)
        if "main" in worksheet.tags:  # a card, with its PDF
            assert f'href="{up}worksheets/{worksheet.id}.pdf"' in page, (address, worksheet.id)
        linked += 1
    assert linked == 28


def test_the_gate_is_asked_on_each_worksheet_that_helps_to_contact_somebody(site_dir: Path) -> None:
    behind = [each.id for each in _worksheets() if each.gate == "contact-gate"]
    assert sorted(behind) == ["apology-builder", "first-message", "talk-plan"]
    for name in behind:
        page = lxml_html.parse(str(site_dir / "worksheets" / name / "index.html"))
        asked = [each.get("data-worksheet") for each in page.findall(".//form")]
        assert [each for each in asked if each] == ["contact-gate", name]


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


def _references() -> dict[str, str]:
    """Number → what stands on the page about it."""
    text = _pages()["references"].text
    return dict(re.findall(r"\*\*(R\d+)\.\*\* (.*?)\n\{#r\d+\}", text, re.DOTALL))


def test_a_page_lists_the_references_that_it_cites() -> None:
    for page in _pages().values():
        cited = {each.upper() for each in re.findall(r"references\.md#(r\d+)", page.text)}
        assert cited == set(page.evidence), page.file


def test_every_reference_says_where_it_was_published_and_how_far_it_was_checked() -> None:
    found = _references()
    assert len(found) >= 55
    for number, text in found.items():
        first, *_, last = text.split("\n")
        assert last in ("*Read at its source.*", "*Seen in a secondary source.*"), number
        assert re.search(
            r"\*[A-Z][^*]+\*|\]\(https://|\(book\)|CHI|Organization|Scotland|GOV", first
        )


def test_each_public_number_of_a_reference_is_linked_and_none_is_made_up() -> None:
    source = SHARED / "references.md"
    if not source.is_file():
        pytest.skip("the shared material is not beside the project")
    rows = dict(re.findall(r"^\| (R\d+) \| (.*) \|$", source.read_text("utf-8"), re.MULTILINE))
    doi = re.compile(r"10\.\d{4,}/[^\s,;|)\]]*[\w]")
    for number, text in _references().items():
        known = set(doi.findall(rows[number]))
        linked = set(re.findall(r"\]\(https://doi\.org/([^)]+)\)", text))
        assert linked == known, number
        archived = set(re.findall(r"\bPMC\d{6,7}", rows[number].split(" | ")[0]))
        assert set(re.findall(r"\[(PMC\d+)\]\(https://www\.ncbi", text)) == archived, number


def test_the_toolbox_has_every_worksheet_once_and_says_what_one_has_afterwards(
    site_dir: Path,
) -> None:
    page = lxml_html.parse(str(site_dir / "worksheets" / "index.html"))
    cards = page.xpath("//article[contains(@class, 'wl-card')]")
    linked = [each.find(".//h3/a").get("href").strip("./") for each in cards]
    assert sorted(linked) == sorted(worksheet.id for worksheet in _worksheets())
    for card in cards:
        after = card.xpath("string(p[contains(@class, 'after')])")
        assert re.fullmatch(r"Afterwards you have: .{15,}\.", after), after
        assert "minute" in card.xpath("string(p[contains(@class, 'facts')])")


def test_somebody_who_was_told_no_is_led_to_care_and_to_no_tool_to_push_on(site_dir: Path) -> None:
    home = lxml_html.parse(str(site_dir / "index.html"))
    door = home.xpath("//li[.//a[contains(., 'They said no')]]")[0]
    assert [each.get("href") for each in door.iter("a")] == ["told-no/"]
    page = lxml_html.parse(str(site_dir / "told-no" / "index.html"))
    led = {
        (each.get("href") or "").split("worksheets/")[-1].strip("/")
        for each in page.xpath("//article//a[contains(@href, 'worksheets/')]")
    }
    assert "closing-well" in led
    gated = {each.id for each in _worksheets() if each.gate}
    pushing = gated | {"readiness-check", "clear-intentions", "compare-notes", "slow-plan"}
    assert not led & pushing
    assert page.xpath("//article//a[contains(@href, 'people-to-call')]")


def test_each_page_says_who_has_not_reviewed_it_and_where_to_report_a_harm(site_dir: Path) -> None:
    said = "has not been reviewed yet by a clinician, an advocate or a lawyer"
    for name in ("", "licence", "about-the-evidence", "guide/rebuild-trust", "worksheets/my-part"):
        page = lxml_html.parse(str(site_dir / name / "index.html"))
        (end,) = page.xpath("//div[@class='wl-end']")
        assert said in end.text_content(), name
        assert end.xpath(".//a[contains(., 'Report a harm')]"), name
    for name in ("", "licence"):
        page = lxml_html.parse(str(site_dir / name / "index.html"))
        assert said in page.xpath("string(//article)"), name
    table = lxml_html.parse(str(site_dir / "about-the-evidence" / "index.html"))
    rows = [
        [cell.text_content() for cell in row.iter("td")]
        for row in table.xpath("//article//tbody/tr")
    ]
    assert rows == [[who, "nobody yet", "–"] for who in ("a clinician", "an advocate", "a lawyer")]


def test_a_newcomer_on_any_page_is_told_what_it_is_and_whom_it_is_not_for(site_dir: Path) -> None:
    for page in _pages().values():
        if page.language or page.file.startswith("docs/"):
            continue
        tree = lxml_html.parse(str(site_dir / page.address / "index.html"))
        (told,) = tree.xpath("//aside[contains(@class, 'wl-screen')]")
        assert "A free guide for the time after a break." in told.text_content(), page.file
        assert told.xpath(".//a[contains(., 'Is it safe?')]"), page.file
