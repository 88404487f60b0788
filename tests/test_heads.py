"""What pages say of themselves elsewhere: to search engines, and where an address is shared."""

from __future__ import annotations

import gzip
import json
import re
import struct
from pathlib import Path

import pytest
from lxml import html as lxml_html

from workleaf.problems import WorksheetError
from workleaf.publish import config, heads, identity, new_site, stage
from workleaf.publish.heads import About
from workleaf.publish.seal import seal

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="description" content="Small &amp; kept promises">
<link rel="canonical" href="https://example.org/trust/">
<title>Trust &lt;3 - A guide</title>
</head><body></body></html>"""
ABOUT = About(
    name="A guide",
    url="https://example.org/",
    licence="https://creativecommons.org/licenses/by/4.0/",
    noindex=("private/",),
    versions={
        **{key: {"en": "trust/", "es": "es/trust/"} for key in ("trust/", "es/trust/")},
        "private/": {"en": "private/", "es": "es/private/"},
    },
)
ENTRY = "<url>\n  <loc>https://example.org/{}</loc><lastmod>2026-11-26</lastmod>\n</url>\n"
LIST = '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{}</urlset>'


def _head(
    text: str = PAGE, *, address: str = "trust/", files: tuple[str, ...] = ()
) -> lxml_html.HtmlElement:
    made = heads.with_head(text, address=address, about=ABOUT, files=files)
    return lxml_html.document_fromstring(made)


def _property(page: lxml_html.HtmlElement, name: str) -> str:
    (found,) = page.xpath(f"//meta[@property='{name}']/@content")
    return str(found)


def test_a_page_has_a_card_with_its_own_title_and_no_request() -> None:
    page = _head(files=(heads.SHARED,))
    assert _property(page, "og:title") == "Trust <3"
    assert _property(page, "og:description") == "Small & kept promises"
    assert _property(page, "og:url") == "https://example.org/trust/"
    assert _property(page, "og:image") == "https://example.org/assets/sharing.png"
    assert page.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert not page.xpath("//head//@src")


def test_a_program_reads_what_the_page_is_and_under_which_licence() -> None:
    (text,) = _head().xpath("//script[@type='application/ld+json']/text()")
    found = json.loads(text)
    assert (found["@type"], found["name"]) == ("WebPage", "Trust <3")
    assert "<" not in text
    assert found["license"] == ABOUT.licence
    assert found["isPartOf"]["url"] == "https://example.org/"


def test_a_page_that_is_left_out_says_so() -> None:
    page = _head(address="private/")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert not _head().xpath("//meta[@name='robots']")


def test_what_a_page_says_already_is_left_alone() -> None:
    own = '<meta property="og:title" content="Mine"></head>'
    page = _head(PAGE.replace("</head>", own))
    assert _property(page, "og:title") == "Mine"
    once = heads.with_head(PAGE, address="trust/", about=ABOUT, files=(heads.ICON,))
    assert heads.with_head(once, address="trust/", about=ABOUT, files=(heads.ICON,)) == once


def test_icons_are_found_from_every_depth() -> None:
    page = _head(address="a/b/", files=(heads.ICON, heads.TOUCH_ICON))
    assert page.xpath("//link[@rel='icon']/@href") == ["../../favicon.ico"]
    assert page.xpath("//link[@rel='apple-touch-icon']/@href") == ["../../apple-touch-icon.png"]


def test_the_list_for_search_engines_has_languages_and_not_what_is_left_out(tmp_path: Path) -> None:
    entries = "".join(ENTRY.format(each) for each in ("", "trust/", "es/trust/", "private/"))
    path = tmp_path / "sitemap.xml"
    path.write_text(LIST.format(entries), encoding="utf-8")
    (tmp_path / "sitemap.xml.gz").write_bytes(b"")
    seal(tmp_path, forms={}, site_url=ABOUT.url, about=ABOUT)
    text = path.read_text(encoding="utf-8")
    assert gzip.decompress((tmp_path / "sitemap.xml.gz").read_bytes()).decode() == text
    assert re.findall("<loc>https://example.org/(.*)</loc>", text) == ["", "trust/", "es/trust/"]
    assert text.count('hreflang="es" href="https://example.org/es/trust/"') == 2
    assert "private" not in text
    assert "lastmod" not in text
    assert 'xmlns:xhtml="http://www.w3.org/1999/xhtml"' in text


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A small site with a mark, staged without PDFs."""
    (tmp_path / "content").mkdir()
    (tmp_path / "worksheets").mkdir()
    (tmp_path / "content" / "index.md").write_text("# Home\n", encoding="utf-8")
    mark = (new_site.STARTER / "content/assets/favicon.svg").read_bytes()
    (tmp_path / "content" / "mark.svg").write_bytes(mark)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Ein ganz kurzer Leitfaden\nsite_url: https://example.org/\n"
        "docs_dir: content\ntheme: {name: material, favicon: mark.svg}\n"
        "extra: {workleaf: {site_id: a-site, pdf: no, noindex: [home]}}\n",
        encoding="utf-8",
    )
    return tmp_path


def test_icons_and_the_image_for_sharing_are_made_here_the_same_each_time(small: Path) -> None:
    site = config.load(small / "mkdocs.yml")
    made = dict(identity.files(site))
    for path in (site.build / "images").iterdir():
        path.unlink()
    assert dict(identity.files(site)) == made
    assert _size(made[heads.SHARED]) == (heads.WIDTH, heads.HEIGHT)
    assert _size(made[heads.TOUCH_ICON]) == (180, 180)
    kind, count, *_, length, start = struct.unpack("<2xHHBBBBHHII", made[heads.ICON][:22])
    assert (kind, count) == (1, 1)
    assert _size(made[heads.ICON][start : start + length]) == (32, 32)


def _size(image: bytes) -> tuple[int, int]:
    assert image[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", image[16:24])
    return width, height


def test_an_authors_own_file_takes_the_place_of_what_is_made(small: Path) -> None:
    (small / "content" / "favicon.ico").write_bytes(b"own")
    (small / "content" / "robots.txt").write_text("Own\n", encoding="utf-8")
    stage.stage(config.load(small / "mkdocs.yml"))
    assert (small / "build/docs/favicon.ico").read_bytes() == b"own"
    assert (small / "build/docs/robots.txt").read_text(encoding="utf-8") == "Own\n"
    assert (small / "build/docs/apple-touch-icon.png").is_file()


def test_a_site_tells_programs_where_its_list_is_and_what_to_leave_out(small: Path) -> None:
    staged = stage.stage(config.load(small / "mkdocs.yml"))
    robots = (small / "build/docs/robots.txt").read_text(encoding="utf-8")
    assert robots.endswith("Sitemap: https://example.org/sitemap.xml\n")
    assert staged.noindex == ("",)


def test_a_name_to_leave_out_that_is_not_there_is_told(small: Path) -> None:
    path = small / "mkdocs.yml"
    path.write_text(path.read_text("utf-8").replace("[home]", "[hmoe]"), encoding="utf-8")
    with pytest.raises(WorksheetError) as caught:
        stage.stage(config.load(path))
    said = str(caught.value)
    assert said.startswith(
        "mkdocs.yml:5:56: 'noindex' names 'hmoe', and there is no such page or worksheet"
        " — did you mean 'home'?\n"
    )
    assert said.endswith("      = write the name of its file, without its ending")
