"""What a page must be before it goes out."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from workleaf.problems import WorksheetError
from workleaf.publish.seal import seal, with_policy

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title></head>
<body>{body}</body></html>"""


def _site(folder: Path, **pages: str) -> Path:
    for name, body in pages.items():
        path = folder / ("index.html" if name == "home" else f"{name}/index.html")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(PAGE.format(body=body), encoding="utf-8")
    return folder


def _codes(folder: Path, **forms: tuple[str, ...]) -> list[str]:
    with pytest.raises(WorksheetError) as caught:
        seal(folder, forms=forms, site_url="")
    return [each.code for each in caught.value.problems]


def test_each_inline_script_is_allowed_by_its_own_hash() -> None:
    sealed = with_policy(PAGE.format(body="<script>let a = 1</script><script src=x.js></script>"))
    digest = base64.b64encode(hashlib.sha256(b"let a = 1").digest()).decode()
    assert f"script-src 'self' 'sha256-{digest}';" in sealed
    assert "unsafe-inline" not in sealed
    assert sealed.index("Content-Security-Policy") < sealed.index("<title>")


def test_data_blocks_need_no_hash() -> None:
    sealed = with_policy(PAGE.format(body='<script type="application/json">{"a": 1}</script>'))
    assert "script-src 'self';" in sealed


def test_sealing_twice_changes_nothing() -> None:
    once = with_policy(PAGE.format(body="<script>1</script>"))
    assert with_policy(once) == once


def test_a_dropped_form_stops_the_build(tmp_path: Path) -> None:
    site = _site(tmp_path, home="<p>no form</p>")
    assert _codes(site, **{"": ("small-steps",)}) == ["seal-form"]


def test_a_missing_page_stops_the_build(tmp_path: Path) -> None:
    site = _site(tmp_path, home="<p>home</p>")
    assert _codes(site, **{"worksheets/x/": ("x",)}) == ["seal-page"]


@pytest.mark.parametrize(
    "body",
    [
        '<img src="https://example.org/a.png" alt="">',
        '<img srcset="//example.org/a.png 2x" alt="">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<iframe src="https://example.org/"></iframe>',
        '<script src="//example.org/a.js"></script>',
    ],
)
def test_nothing_is_loaded_from_another_host(tmp_path: Path, body: str) -> None:
    assert _codes(_site(tmp_path, home=body)) == ["seal-foreign"]


def test_an_ordinary_link_to_another_host_is_fine(tmp_path: Path) -> None:
    site = _site(tmp_path, home='<a href="https://example.org/">there</a>')
    seal(site, forms={}, site_url="")
    assert "Content-Security-Policy" in (site / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("body", ['<p style="color:red">x</p>', '<p onclick="x()">x</p>'])
def test_inline_styles_and_handlers_stop_the_build(tmp_path: Path, body: str) -> None:
    assert _codes(_site(tmp_path, home=body)) == ["seal-inline"]


def test_links_inside_the_site_must_lead_somewhere(tmp_path: Path) -> None:
    site = _site(tmp_path, home='<a href="a/">a</a> <a href="b/">b</a>', a='<a href="../">up</a>')
    assert _codes(site) == ["seal-link"]


def test_root_links_carry_the_base_path(tmp_path: Path) -> None:
    site = _site(tmp_path, home='<a href="/repo/a/">a</a>', a="")
    seal(site, forms={}, site_url="https://example.org/repo/")
    with pytest.raises(WorksheetError):
        seal(site, forms={}, site_url="https://example.org/other/")
