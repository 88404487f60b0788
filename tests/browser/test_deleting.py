"""Delete everything here: nothing of the site is left, and only of this site."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Opener
from reader_pages import Pages, table, text
from reading import NOTHING, keep, says, traces, until

pytestmark = pytest.mark.browser

BUTTON = "body > footer [data-wl-delete]"


def _delete(tab: Page) -> None:
    button = tab.locator(BUTTON)
    button.click()
    expect(button).to_have_text("Press again to delete everything here")
    button.click()


def test_two_presses_leave_nothing_and_clear_the_form(visit: Opener) -> None:
    tab = visit(text("when"), table("changed", "cause"))
    tab.locator("[name=when]").fill("In May")
    keep(tab)
    tab.locator("[data-wl-add]").click()
    tab.locator("[name='changed.3.cause']").fill("Money")
    tab.locator("[data-row='1'] [data-wl-remove]").click()
    says(tab, "Saved on this device")
    tab.evaluate("caches.open('workleaf-test-site')")
    _delete(tab)
    expect(tab.locator("body > footer [role=status]")).to_contain_text(
        "Everything here was deleted"
    )
    assert traces(tab) == NOTHING
    expect(tab.locator("[name=when]")).to_have_value("")
    expect(tab.locator("[data-row]")).to_have_count(2)
    tab.locator("[name=when]").fill("New")
    expect(tab.locator("[data-wl-keep]")).to_be_visible()


def test_one_press_deletes_nothing(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    before = traces(tab)
    button = tab.locator(BUTTON)
    button.click()
    expect(tab.locator("body > footer [role=status]")).to_contain_text("This deletes all answers")
    tab.locator("[name=when]").focus()
    expect(button).to_have_text("Delete everything here")
    assert traces(tab) == before


def test_it_works_from_a_page_without_a_form_and_clears_other_tabs(
    visit: Opener, pages: Pages
) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    elsewhere = tab.context.new_page()
    elsewhere.goto(f"{pages.address}/other/")
    _delete(elsewhere)
    expect(elsewhere.locator("[role=status]")).to_contain_text("Everything here was deleted")
    assert traces(elsewhere) == NOTHING
    expect(tab.locator("[name=when]")).to_have_value("")


def test_another_site_of_the_same_origin_stays(visit: Opener) -> None:
    other = visit(text("when"), privacy="ordinary", site="test-site-two", at="/two/")
    other.locator("[name=when]").fill("Else")
    says(other, "Saved")
    other.close()
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    _delete(tab)
    expect(tab.locator("body > footer [role=status]")).to_contain_text("deleted")
    names = "indexedDB.databases().then(all => all.map(each => each.name))"
    until(lambda: tab.evaluate(names) == ["workleaf-test-site-two"], tab)
    assert tab.evaluate("Object.keys(localStorage)") == ["workleaf-test-site-two/canary/notes"]


def test_an_answer_on_its_way_is_not_written_after_deleting(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    _delete(tab)
    expect(tab.locator("body > footer [role=status]")).to_contain_text("deleted")
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("")
    assert tab.evaluate("localStorage.length") == 0
