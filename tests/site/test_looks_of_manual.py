"""Every page for authors, wide and narrow, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from site_looks import faults, manual_pages

pytestmark = [pytest.mark.site, pytest.mark.browser]


def test_every_page_is_accessible_fits_and_asks_nobody_else(
    browser: Browser, server: str, axe_source: str
) -> None:
    assert faults(browser, server, axe_source, manual_pages()) == ""
