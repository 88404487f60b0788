"""Which files a worksheet offers, on its card and in the site."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import web_pages
from language_files import one
from workleaf.publish import cards
from workleaf.worksheet.model import Worksheet


@pytest.fixture
def worksheet(tmp_path: Path) -> Worksheet:
    return one(tmp_path, "title: A\nfields: [{text: One step, id: step}]\n")


def _card(worksheet: Worksheet) -> str:
    return cards.cards([worksheet], page="", language="en", pdf=True)


def test_a_card_leads_to_the_pdf_where_there_is_one(worksheet: Worksheet) -> None:
    assert "sheet.pdf" in _card(worksheet)
    assert "sheet.pdf" not in _card(replace(worksheet, exports=("json", "md")))


def test_a_page_leads_to_the_pdf_where_there_is_one(worksheet: Worksheet) -> None:
    assert "Download PDF" in web_pages.draw(worksheet)
    without = web_pages.draw(replace(worksheet, exports=("json", "md")))
    assert "Download PDF" not in without
    assert "Download my answers" in without
