"""Where answers are kept is the reader's choice; what a worksheet forbids is never kept."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import LIVE, Opener
from reader_pages import Pages, form, page, text
from reading import NOTHING, keep, says, stored, texts, traces, until

pytestmark = pytest.mark.browser


def test_the_question_comes_with_the_first_answer_and_leaves_the_reader_alone(
    visit: Opener,
) -> None:
    tab = visit(text("when"), text("who"))
    question = tab.locator("[data-wl-keep]")
    expect(question).to_be_hidden()
    assert traces(tab) == NOTHING
    tab.locator("[name=when]").press_sequentially("In May")
    expect(question).to_be_visible()
    expect(tab.locator("[name=when]")).to_be_focused()
    says(tab, "You can choose where your answers are kept")
    says(tab, "Saved until you close this tab")
    assert traces(tab) == NOTHING | {"session": 1}
    tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Keep on this device")).to_be_focused()


def test_until_there_is_a_choice_answers_stay_in_the_tab(visit: Opener) -> None:
    tab = visit(text("when"))
    tab.locator("[name=when]").fill("In May")
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("In May")
    other = visit(text("when"))
    expect(other.locator("[name=when]")).to_have_value("")
    assert traces(other) == NOTHING


def test_keep_moves_what_was_written_to_the_device(visit: Opener, pages: Pages) -> None:
    first = page(form(text("why"), worksheet="earlier"))
    tab = visit(text("when"))
    tab.goto(pages.put("/earlier/", first))
    tab.locator("[name=why]").fill("Because")
    tab.goto(f"{pages.address}/notes/")
    tab.locator("[name=when]").fill("In May")
    keep(tab)
    says(tab, "Saved on this device at")
    says(tab, "may delete them after seven days")
    expect(tab.locator("[data-wl-keep]")).to_be_hidden()
    expect(tab.locator("[name=when]")).to_be_focused()
    until(lambda: "earlier/why" in stored(tab), tab)
    assert texts(tab)["when"] == "In May"
    until(lambda: traces(tab)["session"] == 1, tab)  # the choice
    again = visit(text("when"))
    expect(again.locator("[name=when]")).to_have_value("In May")
    again.locator("[name=when]").fill("In June")
    says(again, "Saved on this device")
    expect(again.locator("[data-wl-keep]")).to_be_hidden()


def test_only_until_i_close_this_tab_leaves_nothing_behind(visit: Opener) -> None:
    tab = visit(text("when"))
    tab.locator("[name=when]").fill("In May")
    keep(tab, "session")
    tab.locator("[name=when]").fill("In June")
    says(tab, "Saved until you close this tab")
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("In June")
    tab.close()
    again = visit(text("when"))
    expect(again.locator("[name=when]")).to_have_value("")
    assert traces(again) == NOTHING


def test_do_not_keep_keeps_nothing(visit: Opener) -> None:
    tab = visit(text("when"))
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved until you close this tab")
    keep(tab, "never")
    says(tab, "Not kept")
    tab.locator("[name=when]").fill("In June")
    says(tab, "Not kept")
    assert "In" not in tab.evaluate("JSON.stringify(sessionStorage)")
    tab.reload()
    tab.locator(LIVE).wait_for()
    expect(tab.locator("[name=when]")).to_have_value("")
    assert traces(tab) == NOTHING | {"session": 1}  # the choice


@pytest.mark.parametrize("privacy", ["ordinary", "sensitive"])
def test_a_question_that_is_never_kept_is_written_nowhere(
    visit: Opener, privacy: str, tmp_path: object
) -> None:
    tab = visit(text("when"), text("fear", more='data-keep="never"'), privacy=privacy)
    tab.locator("[name=fear]").fill("secret")
    tab.locator("[name=when]").fill("In May")
    if privacy == "sensitive":
        keep(tab)
    says(tab, "Saved on this device")
    assert texts(tab) == {"when": "In May"}
    assert "secret" not in tab.evaluate(
        "JSON.stringify(localStorage) + JSON.stringify(sessionStorage)"
    )
    with tab.expect_download() as waiting:
        tab.locator("[data-wl-download]").click()
    assert "secret" not in waiting.value.path().read_text("utf-8")


def test_a_question_for_this_tab_only_never_reaches_the_device(visit: Opener) -> None:
    tab = visit(text("when"), text("fear", more='data-keep="session"'), privacy="ordinary")
    tab.locator("[name=fear]").fill("for now")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved on this device")
    assert texts(tab) == {"when": "In May"}
    tab.reload()
    expect(tab.locator("[name=fear]")).to_have_value("for now")
    assert texts(tab) == {"when": "In May"}


def test_a_worksheet_that_is_never_kept_asks_nothing_and_keeps_nothing(visit: Opener) -> None:
    tab = visit(text("when"), keep="never")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Not kept")
    expect(tab.locator("[data-wl-keep]")).to_be_hidden()
    assert traces(tab) == NOTHING


def test_an_ordinary_site_saves_at_once_and_asks_nothing(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved on this device")
    expect(tab.locator("[data-wl-keep]")).to_be_hidden()


def test_two_sites_of_one_origin_keep_apart(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    other = visit(text("when"), privacy="ordinary", site="test-site-two", at="/two/")
    other.locator("[name=when]").fill("Else")
    says(other, "Saved")
    assert texts(tab) == {"when": "In May"}
