"""What an example expects is what the page shows, and the page shows what Python works out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page

from outcomes import answer, comparable, seen, visit, worksheets
from reader_pages import Pages
from workleaf.worksheet.outcome import outcome, unmet

pytestmark = pytest.mark.browser

WITH_EXAMPLES = sorted(name for name, each in worksheets().items() if each.examples)


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """A tab that remembers nothing; whatever goes wrong in a script fails the test."""
    errors: list[str] = []
    context = browser.new_context()
    tab = context.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))
    yield tab
    context.close()
    assert errors == []


def test_a_page_without_answers_shows_what_python_works_out(browser: Browser, pages: Pages) -> None:
    found = worksheets()
    with fresh(browser) as tab:
        visit(tab, pages, *found.values())
        for number, (name, worksheet) in enumerate(found.items()):
            shown = seen(tab, worksheet, number=number)
            assert comparable(shown) == comparable(outcome(worksheet, {})), name
            assert shown.results == (), name


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_the_page_shows_what_an_example_expects(name: str, browser: Browser, pages: Pages) -> None:
    worksheet = worksheets()[name]
    with fresh(browser) as tab:
        visit(tab, pages, worksheet)
        # Blank ones first: every other takes the place of the one before it.
        for example in sorted(worksheet.examples, key=lambda each: bool(each.answers)):
            answer(tab, pages, worksheet, example)
            found = seen(tab, worksheet)
            assert list(unmet(example.expected, found)) == [], example.name
            expected = outcome(worksheet, example.answers)
            assert comparable(found) == comparable(expected), example.name


def test_the_guide_and_the_field_types_have_examples() -> None:
    some = {"guide/readiness-check", "guide/contact-gate", "score/your-trust-score"}
    assert some <= {*WITH_EXAMPLES}
    every = [each for name in WITH_EXAMPLES for each in worksheets()[name].examples]
    assert sum(not each.answers for each in every) >= 5, "blank ones"
