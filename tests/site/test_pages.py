"""Every page of the built site, read as files: policy, links, ids, and what loads."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

pytestmark = pytest.mark.site

LOADS = re.compile(r"(?:src|srcset|poster)=[\"']?(?:https?:)?//", re.IGNORECASE)


def _files(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 50
    return found


def test_the_policy_is_on_every_page(site_dir: Path) -> None:
    for path in _files(site_dir):
        text = path.read_text(encoding="utf-8")
        assert text.count('http-equiv="Content-Security-Policy"') == 1, path
        policy = text.split('http-equiv="Content-Security-Policy" content="')[1].split('"')[0]
        assert policy.startswith("default-src 'none'"), path
        assert "unsafe" not in policy, path
        assert "http" not in policy, path


def test_every_page_says_what_it_is_to_those_who_do_not_open_it(site_dir: Path) -> None:
    assert (site_dir / "assets" / "sharing.png").is_file()
    listed = (site_dir / "sitemap.xml").read_text(encoding="utf-8")
    for path in _files(site_dir):
        head = lxml_html.parse(str(path)).getroot()
        assert head.get("lang"), path
        assert head.findtext(".//title"), path
        assert head.xpath("//meta[@name='description']/@content")[0], path
        if path.name == "404.html":
            assert head.xpath("//meta[@name='robots']/@content") == ["noindex"]
            continue
        (own,) = head.xpath("//link[@rel='canonical']/@href")
        assert head.xpath("//meta[@property='og:url']/@content") == [own], path
        assert head.xpath("//meta[@property='og:title']/@content")[0], path
        (image,) = head.xpath("//meta[@property='og:image']/@content")
        assert image.endswith("/assets/sharing.png"), path
        left_out = head.xpath("//meta[@name='robots']/@content") == ["noindex"]
        assert (f"<loc>{own}</loc>" in listed) != left_out, path


def test_nothing_is_loaded_from_elsewhere(site_dir: Path) -> None:
    for path in _files(site_dir):
        assert not LOADS.search(path.read_text(encoding="utf-8")), path
    for path in site_dir.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//|@import", path.read_text("utf-8")), path


def test_ids_are_unique_on_every_page(site_dir: Path) -> None:
    for path in _files(site_dir):
        ids = [each.get("id") for each in lxml_html.parse(str(path)).iter() if each.get("id")]
        twice = sorted({each for each in ids if ids.count(each) > 1})
        assert not twice, (path, twice)


def test_links_to_a_place_on_a_page_find_it(site_dir: Path) -> None:
    pages = {path: lxml_html.parse(str(path)) for path in _files(site_dir)}
    ids = {path: {e.get("id") for e in tree.iter()} for path, tree in pages.items()}
    for path, tree in pages.items():
        for link in tree.iter("a"):
            address, mark, place = (link.get("href") or "").partition("#")
            if not mark or not place or "://" in address or address.startswith(("/", "mailto:")):
                continue
            target = (path.parent / address).resolve() if address else path
            target = target / "index.html" if target.is_dir() else target
            assert place in ids[target], (path, link.get("href"))


def test_every_input_has_a_name_for_those_who_hear_the_page(site_dir: Path) -> None:
    for path in _files(site_dir):
        tree = lxml_html.parse(str(path))
        labels = {label.get("for") for label in tree.iter("label")}
        for form in tree.iter("form"):
            if not form.get("data-worksheet"):
                continue
            for field in form.iter("input", "select", "textarea"):
                if field.get("type") in ("hidden", "file"):
                    continue
                named = (
                    field.get("aria-label")
                    or field.get("aria-labelledby")
                    or field.get("id") in labels
                    or any(each.tag == "label" for each in field.iterancestors())
                )
                assert named, (path, field.get("name"))
                assert field.get("autocomplete", form.get("autocomplete")) == "off", path
