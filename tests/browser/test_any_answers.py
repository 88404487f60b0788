"""Whatever somebody answers, the page shows what Python works out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from outcomes import answer, comparable, seen, visit, worksheets
from random_answers import some_answers
from reader_pages import Pages
from workleaf.worksheet.controls import Compose, Tally
from workleaf.worksheet.model import Example, Expected, Worksheet
from workleaf.worksheet.outcome import outcome

pytestmark = pytest.mark.browser


def follows(worksheet: Worksheet) -> bool:
    """Something on it follows from answers."""
    return bool(worksheet.results) or any(
        isinstance(each, Tally | Compose) or each.show_if is not None
        for each in worksheet.controls()
    )


FOLLOWING = sorted(
    name for name, each in worksheets().items() if follows(each) and some_answers(each, "any")
)


@pytest.mark.parametrize("name", FOLLOWING)
def test_the_page_shows_what_python_works_out(name: str, clean_tab: Page, pages: Pages) -> None:
    worksheet = worksheets()[name]
    given = some_answers(worksheet, "any")
    visit(clean_tab, pages, worksheet)
    answer(clean_tab, worksheet, Example(answers=given, expected=Expected()))
    assert comparable(seen(clean_tab, worksheet)) == comparable(outcome(worksheet, given)), given
