"""Every page of the guide, wide and narrow, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_looks import Look, guide_pages

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_every_page_is_accessible_fits_and_asks_nobody_else(
    browser: Browser, server: str, axe_source: str
) -> None:
    look = Look(browser=browser, server=server, axe=axe_source)
    for address in guide_pages():
        look.visit(address)
    assert not look.faults, "\n".join(look.faults)
