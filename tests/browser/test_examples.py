"""What an example expects is what the page shows, and the page shows what Python works out."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from outcomes import answer, comparable, seen, visit, worksheets
from reader_pages import Pages
from workleaf.worksheet.outcome import outcome, unmet

pytestmark = pytest.mark.browser

WITH_EXAMPLES = sorted(name for name, each in worksheets().items() if each.examples)


def test_a_page_without_answers_shows_what_python_works_out(clean_tab: Page, pages: Pages) -> None:
    found = worksheets()
    visit(clean_tab, pages, *found.values())
    for number, (name, worksheet) in enumerate(found.items()):
        shown = seen(clean_tab, worksheet, number=number)
        assert comparable(shown) == comparable(outcome(worksheet, {})), name
        assert shown.results == (), name


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_page_shows_what_an_example_expects(name: str, clean_tab: Page, pages: Pages) -> None:
    worksheet = worksheets()[name]
    visit(clean_tab, pages, worksheet)
    # Blank ones first: every other takes the place of the one before it.
    for example in sorted(worksheet.examples, key=lambda each: bool(each.answers)):
        answer(clean_tab, worksheet, example)
        found = seen(clean_tab, worksheet)
        assert list(unmet(example.expected, found)) == [], example.name
        expected = outcome(worksheet, example.answers)
        assert comparable(found) == comparable(expected), example.name


@pytest.mark.guide
def test_the_guide_and_the_field_types_have_examples() -> None:
    some = {"guide/readiness-check", "guide/contact-gate", "score/your-trust-score"}
    assert some <= {*WITH_EXAMPLES}
    every = [each for name in WITH_EXAMPLES for each in worksheets()[name].examples]
    assert sum(not each.answers for each in every) >= 5, "blank ones"
