"""Every page at 1280 px, light and dark: accessible, quiet, nothing wider than the screen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_looks import Look, addresses

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_every_page_is_accessible_and_asks_nobody_else(
    browser: Browser, server: str, axe_source: str
) -> None:
    look = Look(browser=browser, server=server, axe=axe_source, width=1280)
    for address in addresses():
        look.visit(address)
    assert not look.faults, "\n".join(look.faults)
