"""A site in four languages: pages, PDFs and answers, by either way of building it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import browsers
import multilingual
import projects
from pdf_filling import with_pypdf
from reading import stored, until
from workleaf.outputs import answers

FOLDERS = ("es/", "ar/", "he/")
PATHS = ("person", "calm", "hopes", "hopes__other", "true_now", "steps_to_take", "first", "loud")
pytestmark = pytest.mark.site

ARABIC = {
    "person": "نور Noor 12",
    "calm": "7",
    "words": "مرحبًا نور، 10 دقائق تكفي.",
    "loud.if": "صوتي",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = multilingual.write(tmp_path_factory.mktemp("languages") / "project")
    done = projects.run(folder, "workleaf", "build")
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with browsers.serving(built / "site") as found:
        yield found


def _html(built: Path, page: str) -> str:
    return (built / "site" / page / "index.html").read_text(encoding="utf-8")


def test_each_language_has_its_pages_and_pdfs(built: Path) -> None:
    for code in ("es/", "ar/", "he/", ""):
        assert (built / "site" / f"{code}worksheets/talk/index.html").is_file()
        assert (built / "site" / f"{code}worksheets/talk.pdf").read_bytes()[:5] == b"%PDF-"
    spanish = _html(built, "es/trust")
    assert "Hablar diez minutos" in spanish
    assert 'href="../worksheets/talk/"' in spanish
    assert "Hablar diez minutos" in _html(built, "es/worksheets")
    assert 'data-worksheet="talk"' in _html(built, "es")


def test_pages_say_their_language_and_direction(built: Path) -> None:
    for code, direction in (("es", "ltr"), ("ar", "rtl"), ("he", "rtl")):
        html = _html(built, f"{code}/worksheets/talk")
        assert f'<html lang="{code}"' in html
        assert f'<body dir="{direction}"' in html
        assert f'lang="{code}" dir="{direction}" autocomplete="off"' in html
    assert '<html lang="en"' in _html(built, "worksheets/talk")
    assert "انتقل إلى المحتوى" in _html(built, "ar/worksheets/talk")
    assert "Saltar a contenido" in _html(built, "es/worksheets/talk")


def test_pages_link_to_their_other_languages(built: Path) -> None:
    html = _html(built, "es/worksheets/talk")
    arabic = 'target="_self" hreflang="ar" lang="ar" dir="rtl">العربية</a>'
    assert f'<a href="../../../ar/worksheets/talk/" {arabic}' in html
    assert '<a href="../../../worksheets/talk/" target="_self" hreflang="en" lang="en"' in html
    assert 'hreflang="es"' not in html
    assert '<a href="../es/trust/" target="_self" hreflang="es"' in _html(built, "trust")
    assert "hreflang" not in _html(built, "ar/worksheets")


def test_a_draft_says_so_on_its_page_and_no_other(built: Path) -> None:
    assert "Esta traducción es un borrador" in _html(built, "es/worksheets/talk")
    assert "مسودة" not in _html(built, "ar/worksheets/talk").replace("blog.draft", "")
    written = '<p class="wl-draft" data-search-exclude><em>Esta traducción es un borrador'
    assert written in _html(built, "es")
    assert "wl-draft" not in _html(built, "es/trust") + _html(built, "trust")


def test_what_is_not_translated_says_its_language(built: Path) -> None:
    html = _html(built, "he/worksheets/talk")
    assert '<span lang="en" dir="ltr">How true is each sentence?</span>' in html
    assert '<span lang="en" dir="ltr">Not sure</span>' in html
    assert "<span lang" not in _html(built, "ar/worksheets/talk")


def test_every_language_has_the_same_paths(built: Path) -> None:
    forms = {code: _names(_html(built, f"{code}worksheets/talk")) for code in ("", *FOLDERS)}
    assert len(forms[""]) > 20
    assert all(names == forms[""] for names in forms.values())


def _names(html: str) -> list[str]:
    found = (part.split('"')[0] for part in html.split(' name="')[1:])
    return [each for each in found if each.partition(".")[0] in PATHS]


def test_plain_mkdocs_build_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    other = multilingual.write(tmp_path / "project")
    done = projects.run(other, "mkdocs", "build", "--quiet")
    assert done.returncode == 0, done.stdout + done.stderr
    assert projects.digests(other / "site") == projects.digests(built / "site")


def test_an_arabic_pdf_is_filled_and_read_back(built: Path, tmp_path: Path) -> None:
    blank = (built / "site/ar/worksheets/talk.pdf").read_bytes()
    filled = tmp_path / "filled.pdf"
    filled.write_bytes(with_pypdf(blank, ARABIC))
    found = answers.read(filled)
    assert found.worksheet == "talk"
    assert {path: found.answers[path] for path in ARABIC} == ARABIC


def test_a_draft_about_safety_stops_the_build(built: Path, tmp_path: Path) -> None:
    other = tmp_path / "project"
    shutil.copytree(built, other, ignore=shutil.ignore_patterns("build", "site"))
    page = other / "content/es/trust.md"
    page.write_text(page.read_text("utf-8").replace("reviewed", "draft"), "utf-8")
    done = projects.run(other, "workleaf", "build")
    assert done.returncode == 1
    assert "content/es/trust.md:2:1: this page is about safety" in done.stderr
    assert "Traceback" not in done.stderr


def _open(page: Page, address: str, code: str = "") -> None:
    page.goto(f"{address}{code}worksheets/talk/")
    page.locator("form.wl-live").wait_for()


@pytest.mark.browser
def test_answers_stay_when_the_reader_changes_the_language(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    _open(page, address)
    page.locator("[name=person]").fill("Noor")
    page.locator("[name=calm][value='7']").check()
    until(lambda: stored(page).get("talk/calm"), page)
    page.locator(".wl-languages a[lang=ar]").click()
    page.locator("form.wl-live[lang=ar]").wait_for()
    assert page.locator("[name=person]").input_value() == "Noor"
    assert page.locator("[name=calm][value='7']").is_checked()
    page.locator("[name=person]").fill("نور")
    until(lambda: stored(page)["talk/person"]["text"] == "نور", page)
    page.locator(".wl-languages a[lang=en]").click()
    page.locator("form.wl-live[lang=en]").wait_for()
    assert page.locator("[name=person]").input_value() == "نور"
    context.close()


@pytest.mark.browser
def test_lists_and_choices_read_as_the_language_does(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    _open(page, address, "ar/")
    page.locator("[name='hopes.listen']").check()
    page.locator("[name='hopes.plan']").check()
    letter = page.locator("[data-wl-letter]")
    until(lambda: "أن يُسمع كلامي وخطة صغيرة" in letter.inner_text(), page)
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("code", ["ar", "he"])
def test_a_page_from_right_to_left_has_no_barriers(
    browser: Browser, address: str, axe_source: str, code: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    _open(page, address, f"{code}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate(axe_source)
    found = page.evaluate("axe.run('.md-content').then(({violations}) => violations)")
    assert [each["id"] for each in found] == [], json.dumps(found, ensure_ascii=False)[:2000]
    first, last = (page.locator(f"[name=calm][value='{each}'] + span") for each in ("0", "1"))
    one, two = first.bounding_box(), last.bounding_box()
    assert one is not None
    assert two is not None
    assert one["x"] > two["x"], "a scale begins where a line begins"
    context.close()
