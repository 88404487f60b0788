"""What stands around a page in another language is in that language too."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html as lxml_html

pytestmark = [pytest.mark.guide, pytest.mark.site]
PAGE, SHEET = "guide/rebuild-trust", "worksheets/trust-steps"
AROUND = (
    "//header//text() | //nav[contains(@class, 'md-tabs')]//text()"
    " | //div[contains(@class, 'md-sidebar')]//text()[not(ancestor::*[@data-md-component='toc'])]"
    " | //footer//text() | //aside[@class='wl-screen']//text()"
)
OTHER = "ancestor-or-self::*[not(self::html)][@lang='en' or @hreflang='en']"
SAME = {"A", "PDF"}


def _page(site_dir: Path, address: str) -> lxml_html.HtmlElement:
    return lxml_html.parse(site_dir / address / "index.html").getroot()


def _around(page: lxml_html.HtmlElement) -> set[str]:
    """Words around a page, but those that say that they are in English."""
    code = ("script", "style")
    found = [each for each in page.xpath(AROUND) if each.getparent().tag not in code]
    own = [each for each in found if not each.getparent().xpath(OTHER)]
    said = {" ".join(each.split()) for each in own}
    marks = page.xpath("//header//@title | //header//@aria-label | //nav/@aria-label")
    return {*said, *marks} - {""}


@pytest.mark.parametrize("address", [PAGE, SHEET, "start-here", "worksheets"])
def test_no_english_word_stands_around_a_spanish_page(site_dir: Path, address: str) -> None:
    english, spanish = _around(_page(site_dir, address)), _around(_page(site_dir, f"es/{address}"))
    assert {"The guide", "How to reconnect", "Dark colours", "Delete everything here"} <= english
    assert {"La guía", "Cómo reconectar", "Colores oscuros", "Inicio", "Acerca de"} <= spanish
    assert english & spanish - SAME == set()


def test_the_way_home_is_the_home_of_the_language(site_dir: Path) -> None:
    logo = "//a[@data-md-component='logo']/@href"
    assert set(_page(site_dir, f"es/{PAGE}").xpath(logo)) == {"../../"}
    assert set(_page(site_dir, PAGE).xpath(logo)) == {"../.."}


def test_sections_have_their_numbers_in_every_language(site_dir: Path) -> None:
    listed = "//div[@data-md-type='navigation']//span/text()"
    words = {" ".join(each.split()) for each in _page(site_dir, f"es/{PAGE}").xpath(listed)}
    assert "1. Entender la necesidad de reconectar" in words
    assert sum(each.split(". ")[0].isdigit() for each in words) == 11


def test_a_page_is_shared_with_the_name_of_its_language(site_dir: Path) -> None:
    page = _page(site_dir, f"es/{PAGE}")
    assert page.xpath("string(//title)") == "Reconstruir la confianza - Cómo reconectar"
    assert page.xpath("//meta[@property='og:site_name']/@content") == ["Cómo reconectar"]
    assert page.xpath("//meta[@property='og:title']/@content") == ["Reconstruir la confianza"]
    marks = page.xpath("//a[@class='headerlink']/@title")
    assert set(marks) == {"Enlace a esta parte"}


def test_the_first_language_names_the_others_and_keeps_its_own_words(site_dir: Path) -> None:
    page = _page(site_dir, PAGE)
    tabs = page.xpath("//nav[contains(@class, 'md-tabs')]//a")
    assert [each.text_content().strip() for each in tabs][-1] == "Español"
    assert page.xpath("string(//title)").endswith(" - How to reconnect")
    assert set(page.xpath("//a[@class='headerlink']/@title")) == {"Link to this part"}
