"""Two tabs of the same worksheet lose nothing to each other."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from browser.conftest import Opener
from reader_pages import DATABASE, table, text
from reading import says, stored, texts, until

pytestmark = pytest.mark.browser

TYPE = """names => {
  for (const name of names) {
    const box = document.querySelector(`[name=${name}]`);
    box.value = name + ' answered';
    box.dispatchEvent(new InputEvent('input', {bubbles: true}));
  }
}"""


def test_two_tabs_on_different_questions_lose_nothing(visit: Opener) -> None:
    names = [f"q{number}" for number in range(200)]
    parts = [text(name) for name in names]
    left = visit(*parts, privacy="ordinary")
    right = visit(*parts, privacy="ordinary")
    left.evaluate(TYPE, names[:100])
    right.evaluate(TYPE, names[100:])
    until(lambda: len(texts(left)) == 200, left)
    assert texts(left) == {name: f"{name} answered" for name in names}
    expect(left.locator("[name=q199]")).to_have_value("q199 answered")
    expect(right.locator("[name=q0]")).to_have_value("q0 answered")


def test_the_newest_shows_and_the_other_tab_is_told(visit: Opener) -> None:
    left = visit(text("when"), privacy="ordinary")
    right = visit(text("when"), privacy="ordinary")
    left.locator("[name=when]").fill("In May")
    expect(right.locator("[name=when]")).to_have_value("In May")
    right.locator("[name=when]").fill("In June")
    expect(left.locator("[name=when]")).to_have_value("In June")
    says(left, "“About when” was changed in another tab")


def test_what_loses_in_the_same_question_stays_in_its_history(visit: Opener) -> None:
    left = visit(text("when"), privacy="ordinary")
    right = visit(text("when"), privacy="ordinary")
    for tab, words in ((left, "left"), (right, "right")):
        tab.evaluate(
            """words => {
              const box = document.querySelector('[name=when]');
              box.value = words;
              box.dispatchEvent(new InputEvent('input', {bubbles: true}));
            }""",
            words,
        )
    until(lambda: stored(left).get("notes/when", {}).get("history"), left)
    record = stored(left)["notes/when"]
    both = {record["text"], *(each["text"] for each in record["history"])}
    assert both == {"left", "right"}
    shown = record["text"]
    expect(left.locator("[name=when]")).to_have_value(shown)
    expect(right.locator("[name=when]")).to_have_value(shown)


def test_the_clock_does_not_decide_which_answer_is_newest(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("Written today")
    says(tab, "Saved")
    later = tab.context.new_page()
    later.clock.install(time=0)
    later.goto(tab.url)
    later.locator("[name=when]").fill("Written with the clock at 1970")
    later.clock.run_for(2000)
    until(lambda: texts(tab)["when"].endswith("1970"), tab)
    expect(tab.locator("[name=when]")).to_have_value("Written with the clock at 1970")


def test_a_row_added_in_one_tab_appears_in_the_other_and_shifts_nothing(visit: Opener) -> None:
    left = visit(table("changed", "cause"), privacy="ordinary")
    right = visit(table("changed", "cause"), privacy="ordinary")
    right.locator("[name='changed.2.cause']").fill("Time")
    expect(left.locator("[name='changed.2.cause']")).to_have_value("Time")
    left.locator("[data-row='1'] [data-wl-remove]").click()
    expect(right.locator("[data-row]")).to_have_count(1)
    expect(right.locator("[name='changed.1.cause']")).to_have_value("Time")
    right.locator("[name='changed.1.cause']").fill("Time and money")
    expect(left.locator("[name='changed.1.cause']")).to_have_value("Time and money")
    assert texts(left) == {"changed.2.cause": "Time and money"}


def test_a_tab_lets_go_of_the_database_for_a_newer_build(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    other = tab.context.new_page()
    other.goto(tab.url.replace("/notes/", "/other/"))
    version = other.evaluate(
        """name => new Promise((resolve, reject) => {
          const asked = indexedDB.open(name, 2);
          asked.onsuccess = () => { resolve(asked.result.version); asked.result.close(); };
          asked.onblocked = () => reject('blocked');
        })""",
        DATABASE,
    )
    assert version == 2
    tab.locator("[name=when]").fill("In June")
    says(tab, "Not being saved")
    expect(tab.locator("[name=when]")).to_have_value("In June")
