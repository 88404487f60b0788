"""Which files a worksheet offers, on its card and in the site."""

from __future__ import annotations

from dataclasses import replace

import pytest

import web_pages
from workleaf.publish import cards
from workleaf.worksheet.model import Worksheet


@pytest.fixture
def worksheet() -> Worksheet:
    return web_pages.real()["trust-steps"]


def _card(worksheet: Worksheet) -> str:
    return cards.cards([worksheet], page="", language="en", pdf=True)


def test_a_card_leads_to_the_pdf_where_there_is_one(worksheet: Worksheet) -> None:
    assert "trust-steps.pdf" in _card(worksheet)
    assert "trust-steps.pdf" not in _card(replace(worksheet, exports=("json", "md")))


def test_a_page_leads_to_the_pdf_where_there_is_one(worksheet: Worksheet) -> None:
    assert "Download PDF" in web_pages.draw(worksheet)
    without = web_pages.draw(replace(worksheet, exports=("json", "md")))
    assert "Download PDF" not in without
    assert "Download my answers" in without
