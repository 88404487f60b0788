"""From key to storage: nothing is lost, and "Saved" is said only when it is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from browser.conftest import Opener
from reader_pages import Pages, form, lines, many, one, page, table, text
from reading import keep, says, stored, texts, until

pytestmark = pytest.mark.browser

SLOW = """
const began = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...given) {
  const made = began.apply(this, given);
  const set = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete').set;
  Object.defineProperty(made, 'oncomplete', { set(act) {
    set.call(made, event => {
      (window.held ??= []).push(() => act.call(made, event));
      if (window.open) release();
    });
  } });
  return made;
};
window.release = () => { for (const act of (window.held ?? []).splice(0)) act(); };
window.open = true;
"""
FRAMES = 30
"""Long enough to see what is said; after two seconds the page says that nothing is being saved."""
FAILS = """
window.calls = 0;
window.failAt = Number(new URLSearchParams(location.search).get('fail'));
const wrap = (base, name) => {
  const real = base[name];
  base[name] = function (...given) {
    window.calls += 1;
    if (window.calls === window.failAt) throw new DOMException('made to fail', 'UnknownError');
    return real.apply(this, given);
  };
};
wrap(IDBFactory.prototype, 'open');
wrap(IDBDatabase.prototype, 'transaction');
for (const name of ['getAll', 'get', 'put', 'delete']) wrap(IDBObjectStore.prototype, name);
"""
ABORTS = """
window.transactions = 0;
window.failAt = Number(new URLSearchParams(location.search).get('fail'));
const real = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (...given) {
  const made = real.apply(this, given);
  window.transactions += 1;
  if (window.transactions === window.failAt) made.abort();
  return made;
};
"""


def test_answers_of_every_kind_come_back(visit: Opener, errors: list[str]) -> None:
    parts = (text("when"), lines("story"), one("safe", ["yes", "no"]), many("need", ["a", "b"]))
    tab = visit(*parts, table("changed", "cause"), text("own", default="As it was"))
    tab.locator("[name=when]").fill("In May")
    keep(tab)
    tab.locator("[name=story]").fill("First line\nsecond line")
    tab.locator("[name=safe][value=no]").check()
    tab.locator("[name='need.b']").check()
    tab.locator("[name='changed.2.cause']").fill("Money")
    tab.locator("[name=own]").fill("")
    says(tab, "Saved on this device at")
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("In May")
    expect(tab.locator("[name=story]")).to_have_value("First line\nsecond line")
    expect(tab.locator("[name=safe][value=no]")).to_be_checked()
    expect(tab.locator("[name='need.b']")).to_be_checked()
    expect(tab.locator("[name='need.a']")).not_to_be_checked()
    expect(tab.locator("[name='changed.2.cause']")).to_have_value("Money")
    expect(tab.locator("[name=own]")).to_have_value("")
    assert not errors


def test_saved_is_said_only_when_the_transaction_is_complete(
    context: BrowserContext, visit: Opener
) -> None:
    context.add_init_script(SLOW)
    tab = visit(text("when"), privacy="ordinary")
    tab.evaluate("window.open = false")
    tab.locator("[name=when]").fill("In May")
    until(lambda: tab.evaluate("(window.held ?? []).length"), tab)
    assert texts(tab) == {"when": "In May"}
    status = tab.locator("[data-wl-status]")
    for _ in range(FRAMES):
        assert "Saved" not in status.inner_text()
        tab.evaluate("() => new Promise(requestAnimationFrame)")
    tab.evaluate("window.open = true; release()")
    says(tab, "Saved on this device at")


def test_after_keep_nothing_is_called_saved_on_the_device_that_still_stands_in_the_tab(
    context: BrowserContext, visit: Opener
) -> None:
    context.add_init_script(SLOW)
    tab = visit(text("when"))
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved until you close this tab")
    tab.evaluate("window.open = false")
    keep(tab)
    until(lambda: tab.evaluate("(window.held ?? []).length"), tab)
    status = tab.locator("[data-wl-status]")
    for _ in range(FRAMES):
        said = status.inner_text()
        assert "Saved on this device" not in said
        assert "are back" not in said
        tab.evaluate("() => new Promise(requestAnimationFrame)")
    tab.evaluate("window.open = true; release()")
    says(tab, "Saved on this device at")


def test_typing_without_a_pause_is_saved_all_the_same(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.evaluate(
        """() => {
          const box = document.querySelector('[name=when]');
          window.stop = setInterval(() => {
            box.value += 'x';
            box.dispatchEvent(new InputEvent('input', {bubbles: true}));
          }, 20);
        }"""
    )
    until(lambda: len(texts(tab).get("when", "")) > 5, tab)
    first = len(texts(tab)["when"])
    until(lambda: len(texts(tab)["when"]) > first + 5, tab)
    assert "Saved" not in tab.locator("[data-wl-status]").inner_text()
    tab.evaluate("clearInterval(window.stop)")
    says(tab, "Saved")


def test_one_announcement_stands_for_a_whole_pause(visit: Opener) -> None:
    tab = visit(text("when"), text("who"), privacy="ordinary")
    tab.evaluate(
        """() => {
          window.said = [];
          new MutationObserver(() => {
            const words = document.querySelector('[data-wl-status]').textContent;
            if (words) window.said.push(words);
          }).observe(document.querySelector('[data-wl-status]'), {childList: true, subtree: true});
        }"""
    )
    tab.locator("[name=when]").press_sequentially("In the month of May", delay=15)
    tab.locator("[name=who]").press_sequentially("Noor and her sister", delay=15)
    says(tab, "Saved on this device at")
    assert len(tab.evaluate("window.said")) == 1


@pytest.mark.parametrize("script", [FAILS, ABORTS], ids=["a call throws", "an abort"])
def test_whichever_storage_call_fails_nothing_false_is_said(
    context: BrowserContext, pages: Pages, script: str
) -> None:
    address = pages.put("/fails/", page(form(text("when"), text("who"), privacy="ordinary")))
    context.add_init_script(script)
    tab = context.new_page()
    errors: list[str] = []
    tab.on("pageerror", lambda error: errors.append(str(error)))
    for number in range(1, 40):
        tab.goto(f"{address}?fail={number}")
        tab.locator("form.wl-live").wait_for()
        tab.locator("[name=when]").fill(f"Answer {number}")
        status = tab.locator("[data-wl-status]")
        expect(status).to_contain_text("aved")  # Saved or Not being saved
        if "Not being saved" in status.inner_text():
            assert status.get_attribute("data-problem") is not None
            tab.locator("[name=who]").fill(f"After {number}")
            says(tab, "Saved on this device")
        count = tab.evaluate("window.failAt = 0, window.calls ?? window.transactions")
        assert texts(tab)["when"] == f"Answer {number}"
        if number > count:
            break
    assert number > 2
    assert number < 39
    assert not errors


@pytest.mark.parametrize(
    "script",
    [
        "Object.defineProperty(window, 'indexedDB', {get() { throw new DOMException('no') }})",
        "Object.defineProperty(window, 'indexedDB', {value: undefined})",
        "IDBFactory.prototype.open = () => ({})",
        "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }",
    ],
    ids=["the getter throws", "there is none", "it never answers", "it throws"],
)
def test_without_a_database_the_form_works_and_says_that_nothing_is_saved(
    context: BrowserContext, visit: Opener, errors: list[str], tmp_path: Path, script: str
) -> None:
    context.add_init_script(script)
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Not being saved")
    with tab.expect_download() as waiting:
        tab.locator("[data-wl-download]").click()
    waiting.value.save_as(tmp_path / "notes.json")
    assert '"when": "In May"' in (tmp_path / "notes.json").read_text("utf-8")
    expect(tab.locator("[name=when]")).to_have_value("In May")
    says(tab, "Not being saved")
    assert not errors


def test_with_only_local_storage_blocked_answers_are_saved(
    context: BrowserContext, visit: Opener, errors: list[str]
) -> None:
    context.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage', 'BroadcastChannel'])"
        " Object.defineProperty(window, name, {get() { throw new DOMException('no') }})"
    )
    tab = visit(text("when"))
    tab.locator("[name=when]").fill("In May")
    says(tab, "Not being saved")
    keep(tab)
    says(tab, "Saved on this device")
    assert texts(tab) == {"when": "In May"}
    assert not errors


def test_what_was_typed_just_before_leaving_is_there_after_coming_back(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    tab.get_by_role("link", name="Other").click()
    tab.wait_for_url("**/other/")
    tab.go_back()
    expect(tab.locator("[name=when]")).to_have_value("In May")
    tab.locator("[name=when]").fill("In May or June")
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("In May or June")
    until(lambda: texts(tab) == {"when": "In May or June"}, tab)
    assert (
        tab.evaluate("Object.keys(sessionStorage).filter(name => name.includes('answers'))") == []
    )


def test_a_database_that_came_back_empty_is_noticed(visit: Opener) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    canary = tab.evaluate("JSON.stringify(localStorage)")
    assert "In May" not in canary
    tab.get_by_role("link", name="Other").click()
    tab.evaluate(
        "name => new Promise(done => { indexedDB.deleteDatabase(name).onsuccess = done })",
        "workleaf-test-site",
    )
    tab.go_back()
    tab.reload()
    says(tab, "This browser no longer has your answers of")


def test_answers_of_a_newer_worksheet_are_shown_and_never_written_over(visit: Opener) -> None:
    newer = visit(text("when"), text("later"), privacy="ordinary", version=3)
    newer.locator("[name=when]").fill("In May")
    newer.locator("[name=later]").fill("Kept")
    says(newer, "Saved")
    newer.close()
    older = visit(text("when"), privacy="ordinary", version=2)
    expect(older.locator("[name=when]")).to_have_value("In May")
    older.locator("[name=when]").fill("Overwritten")
    says(older, "newer version of this page")
    older.close()
    again = visit(text("when"), privacy="ordinary", version=2)
    expect(again.locator("[name=when]")).to_have_value("In May")
    assert texts(again) == {"when": "In May", "later": "Kept"}


def test_an_answer_without_a_question_is_kept(visit: Opener, tmp_path: Path) -> None:
    before = visit(text("when"), text("gone"), privacy="ordinary")
    before.locator("[name=gone]").fill("Still mine")
    says(before, "Saved")
    before.close()
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    says(tab, "Saved")
    assert texts(tab) == {"when": "In May", "gone": "Still mine"}
    with tab.expect_download() as waiting:
        tab.locator("[data-wl-download]").click()
    waiting.value.save_as(tmp_path / "notes.json")
    assert '"gone": "Still mine"' in (tmp_path / "notes.json").read_text("utf-8")


def test_a_removed_row_stays_removed_and_added_rows_come_back_in_order(visit: Opener) -> None:
    tab = visit(table("changed", "cause", rows=3), privacy="ordinary")
    for number, cause in enumerate(["Money", "Time", "Lies"], start=1):
        tab.locator(f"[name='changed.{number}.cause']").fill(cause)
    tab.locator("[data-wl-add]").click()
    tab.locator("[name='changed.4.cause']").fill("Silence")
    tab.locator("[data-row='2'] [data-wl-remove]").click()
    until(lambda: sorted(texts(tab).values()) == ["Lies", "Money", "Silence"], tab)
    tab.reload()
    expect(tab.locator("[name='changed.3.cause']")).to_have_value("Silence")
    values = [each.input_value() for each in tab.locator("[data-row] input").all()]
    assert values == ["Money", "Lies", "Silence"]


def test_undo_of_a_removed_row_is_saved_too(visit: Opener) -> None:
    tab = visit(table("changed", "cause"), privacy="ordinary")
    tab.locator("[name='changed.1.cause']").fill("Money")
    says(tab, "Saved")
    tab.locator("[data-row='1'] [data-wl-remove]").click()
    until(lambda: stored(tab).get("notes/changed.1", {}).get("gone"), tab)
    tab.locator("[data-wl-undo]").click()
    until(lambda: texts(tab).get("changed.1.cause") == "Money", tab)
    tab.reload()
    expect(tab.locator("[name='changed.1.cause']")).to_have_value("Money")
