"""The guide in Spanish: whole, up to date, and in a tone that every reader can share."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterator
from functools import cache

import pypdf
import pytest
import yaml

import prose
import web_pages
from language_files import PAGES, REAL
from projects import ROOT
from workleaf.language import project
from workleaf.language.translations import Translations
from workleaf.outputs import pdf
from workleaf.publish import help_lines, help_lists, pages

pytestmark = pytest.mark.guide

LONGEST = 25
END = re.compile(r"(?<=[.?!…])[»)]*\s+(?=[«¿¡(]*[A-ZÁÉÍÓÚÑ0-9…])")
SLOT = re.compile(r"\$\{[^}]*\}")
OPENS = {"?": "¿", "!": "¡"}
NOT_FOR_EVERYBODY = re.compile(
    r"\b(vosotr[oa]s|vuestr[oa]s?|os|ustedes|\w+áis|(?!dieci|veinti)\w+éis"
    r"|\w*[ao](@|/[ao]s?)|tod[x@e]s|ordenador|móvil|celular)\b",
    re.IGNORECASE,
)
"""Words of one country, and endings that cannot be read aloud."""
SAME = {
    "sources": r"references\.md#(r\d+)",
    "fences": r"^```.*\n(?:use: .*\n)?",
    "headings": r"^#+ ",
    "boxes": r"^(?:!!!|\?\?\?) \w+",
    "items": r"^ *(?:- |\d+\. )",
    "rows": r"^\|",
    "links": r"([\w-]+)\.md",
    "figures": r"(?<![\w#:.(-])\d[\d,]*\b(?!\.\d)",
}
"""What a page and its translation have alike, in the same order."""
MORE = {
    "es/index.md": r" \*\*\[Líneas de ayuda\]\(start-here\.md#ayuda\)\*\*",
    "es/start-here.md": r"(?s)^## Líneas de ayuda.*?(?=^## 3)",
}
"""What only the Spanish page has: help lines, as the pages about safety are in English so far."""
IN_ORDER_OF_LETTERS = ("es/glossary.md",)
"""Its words stand in another order than the English ones."""
READ, _ = pages.read(ROOT / "content", root=ROOT, languages=("es",))
PAGES_IN_SPANISH = tuple(page for page in READ if page.language)


@cache
def found() -> Translations:
    return project.translations(REAL, root=ROOT)


@cache
def reading() -> project.Reading:
    return project.read(REAL, pages=PAGES)


def texts() -> Iterator[tuple[str, str]]:
    """Every Spanish text of the worksheets, pages and pictures, with its place."""
    for file in sorted((ROOT / "pictures").glob("*.es.yml")):
        for words in yaml.safe_load(file.read_text(encoding="utf-8")).values():
            yield from ((file.name, paragraph) for paragraph in prose.paragraphs(str(words)))
    for page in PAGES_IN_SPANISH:
        yield page.file, page.title
        for paragraph in prose.paragraphs(page.text):
            yield page.file, paragraph
    for (name, code), each in found().sidecars.items():
        if code == "es":
            for path, text in each.texts.items():
                yield f"{name}: {'.'.join(path)}", text.value


def test_every_worksheet_is_in_spanish_and_about_safety_only_once_read() -> None:
    ours = found()
    states = {name: each.state for (name, code), each in ours.sidecars.items() if code == "es"}
    about_safety = {name for name, draft in ours.drafts.items() if draft.options.safety}
    assert about_safety == {"safety-check", "contact-gate"}
    assert {"_shared", *ours.drafts} - about_safety == states.keys() - about_safety
    assert "draft" not in {states[each] for each in about_safety & states.keys()}


def test_nothing_is_missing_stale_or_of_other_answers() -> None:
    assert [str(each) for each in reading().problems if ".es.yml" in each.span.file] == []
    assert not [each.file for each in found().sidecars.values() if each.stale or each.kept]
    for (name, _), there in found().sidecars.items():
        assert set(found().phrases(name)) == set(there.phrases)


def test_sentences_are_short_and_questions_open_as_spanish_ones_do() -> None:
    faults = []
    for place, text in texts():
        for sentence in (each for part in prose.paragraphs(text) for each in END.split(part)):
            if prose.length(sentence) > LONGEST:
                faults.append(f"{place}: {prose.length(sentence)} words: {sentence}")
        faults += [
            f"{place}: {text}"
            for end, opening in OPENS.items()
            if (said := SLOT.sub("", text)).count(end) != said.count(opening)
        ]
    assert not faults, "\n".join(faults)


def test_the_words_are_for_every_gender_and_every_country() -> None:
    assert not [each for each in texts() if NOT_FOR_EVERYBODY.search(each[1])]


def test_a_gate_that_nobody_has_translated_says_so_in_spanish_on_page_and_paper() -> None:
    spanish = {each.id: each for each in reading().translations["es"]}
    sheet, gate = spanish["first-message"], reading().by_id["contact-gate"]
    first, last = web_pages.read(web_pages.draw(sheet, gate)).all("form")
    assert (first.get("lang"), last.get("lang")) == ("en", "es")
    (note,) = (each for each in first.all("p") if "todavía no está traducida" in each.text)
    assert note.get("lang") == "es"
    text = pypdf.PdfReader(io.BytesIO(pdf.make(sheet, gate=gate)))
    first_page = text.pages[0].extract_text()
    assert first_page.index("todavía no está traducida") < first_page.index("Do not write if")
    own = web_pages.read(web_pages.draw(reading().by_id["first-message"], gate))
    assert "not translated" not in own.text


@pytest.mark.parametrize("page", PAGES_IN_SPANISH, ids=lambda page: page.file)
def test_a_page_says_all_that_its_english_one_says(page: pages.Page) -> None:
    """Its claims, sources, figures, boxes and links; so the limits of evidence too."""
    first = next(each for each in READ if each.file == page.source)
    assert (page.claims, page.marked) == (first.claims, first.marked)
    assert page.evidence == first.evidence
    assert page.translation in ("draft", "reviewed")
    for what, pattern in SAME.items():
        theirs, ours = (re.findall(pattern, _body(each), re.MULTILINE) for each in (first, page))
        if page.file in IN_ORDER_OF_LETTERS:
            theirs, ours = sorted(theirs), sorted(ours)
        assert ours == theirs, what


def test_the_words_of_the_glossary_stand_in_spanish_order() -> None:
    """Accents do not count, and ñ comes after n."""
    (page,) = (each for each in PAGES_IN_SPANISH if each.file == "es/glossary.md")
    terms = re.findall(r"^(.+)\n:   ", page.text, re.MULTILINE)
    assert len(terms) > 20
    plain = str.maketrans("áéíóúü", "aeiouu", "()«»,…")
    assert terms == sorted(terms, key=lambda each: each.lower().translate(plain).replace("ñ", "n~"))


def test_help_lines_in_spanish_begin_with_what_is_there_everywhere() -> None:
    """The start page shows them, and home leads there; the words come from the file of lines."""
    pages_by_file = {page.file: page for page in PAGES_IN_SPANISH}
    for file, block in MORE.items():
        assert re.search(block, pages_by_file[file].text, re.MULTILINE), file
    lines, _ = help_lines.read(ROOT / "content", root=ROOT)
    assert lines is not None
    html = help_lists.html(
        lines, kinds=["abuse"], countries=["ES"], language="es", translated=True, menu=True
    )
    shown = web_pages.read(html)
    assert shown.text.index("número de emergencias") < shown.text.index("España")
    assert [each.get("href") for each in shown.all("a")] == ["https://findahelpline.com", "tel:016"]
    assert "Spain" not in html
    assert not shown.all("select")


@pytest.mark.parametrize("page", PAGES_IN_SPANISH, ids=lambda page: page.file)
def test_a_page_leads_to_spanish_pages_wherever_there_is_one(page: pages.Page) -> None:
    """Where there is none it says that the page is in English, once a page at least."""
    there = {each.source for each in PAGES_IN_SPANISH}
    there |= {f"worksheets/{name}.md" for name, code in found().sidecars if code == "es"}
    above = posixpath.dirname(page.file)
    ways = re.findall(r"\]\(([^)#\s:]+\.md)", page.text)
    targets = {each: posixpath.normpath(posixpath.join(above, each)) for each in ways}
    english = {way: each for way, each in targets.items() if not each.startswith("es/")}
    assert not [way for way, each in english.items() if each in there]
    assert not set(english.values()) - {"references.md"} or "en inglés" in page.text


def test_every_page_of_the_guide_is_in_spanish_save_those_about_safety() -> None:
    """So are home, the toolbox and what is told about the guide; references are titles."""
    english = {page.file for page in READ if not page.language and not page.safety}
    guide = {each for each in english if not each.startswith(("docs/", "safety/"))}
    assert guide - {page.source for page in PAGES_IN_SPANISH} == {"references.md"}
    assert not [page.file for page in PAGES_IN_SPANISH if page.source not in guide]


def _body(page: pages.Page) -> str:
    """The text of a page below its front matter; thousands are grouped in English only."""
    text = prose.FRONT_MATTER.sub("", page.text)
    if page.file in MORE:
        text = re.sub(MORE[page.file], "", text, flags=re.MULTILINE)
    return re.sub(r"(?<=\d),(?=\d{3})", "", text)
