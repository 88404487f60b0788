"""Every page in another language at 320 px: its words break nothing, and it asks nobody else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from site_looks import Look, translated

pytestmark = [pytest.mark.guide, pytest.mark.site, pytest.mark.browser]

SAMPLES = ("es/worksheets/first-message/", "es/worksheets/steady-first/")
"""With a gate that is not translated, and without. Forms have the same parts in each language, and
what names a field is read from all pages as files, so axe looks at two of them only."""


def test_every_translated_page_is_accessible_and_asks_nobody_else(
    browser: Browser, server: str, axe_source: str
) -> None:
    look = Look(browser=browser, server=server, axe=axe_source)
    pages = translated()
    assert set(SAMPLES) < set(pages)
    for address in pages:
        sheet = re.match("../worksheets/.", address)
        look.visit_translated(address, rules=not sheet or address in SAMPLES)
    assert not look.faults, "\n".join(look.faults)


def test_each_translated_worksheet_is_one_click_from_its_source_and_has_its_pdf(
    site_dir: Path,
) -> None:
    names = [each.split("/")[2] for each in translated() if re.match("es/worksheets/.", each)]
    assert len(names) >= 27
    for name in names:
        english = (site_dir / f"worksheets/{name}/index.html").read_text("utf-8")
        spanish = (site_dir / f"es/worksheets/{name}/index.html").read_text("utf-8")
        assert f'<a href="../../es/worksheets/{name}/" target="_self" hreflang="es"' in english
        assert f'<a href="../../../worksheets/{name}/" target="_self" hreflang="en"' in spanish
        assert "Esta traducción es un borrador" in spanish
        assert (site_dir / f"es/worksheets/{name}.pdf").read_bytes()[:5] == b"%PDF-"
