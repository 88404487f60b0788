"""Every page in another language at 320 px: its words break nothing, and it asks nobody else."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_looks import Look, translated

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_every_translated_page_is_accessible_and_asks_nobody_else(
    browser: Browser, server: str, axe_source: str
) -> None:
    look = Look(browser=browser, server=server, axe=axe_source)
    pages = translated()
    assert "es/worksheets/steady-first/" in pages
    for address in pages:
        look.visit_translated(address)
    assert not look.faults, "\n".join(look.faults)
