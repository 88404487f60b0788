"""A reader on the real site: fills in, leaves, comes back, takes answers along, wipes them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from workleaf.strings import words

pytestmark = [pytest.mark.guide, pytest.mark.site, pytest.mark.browser]

ELSEWHERE = re.compile("^https://")
ANSWERS = """form => {
  const found = {};
  for (const each of form.querySelectorAll('[name]')) {
    if (!each.name || each.closest('template, [data-keep=never]')) continue;
    const on = each.type === 'checkbox' || each.type === 'radio';
    if (on && each.checked) found[each.name] = each.value;
    if (!on && each.value) found[each.name] = each.value;
  }
  return found;
}"""
NO_DATABASE = """
for (const name of ['indexedDB', 'localStorage', 'sessionStorage'])
  Object.defineProperty(window, name, {get() { throw new DOMException('no', 'SecurityError') }});
"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    found = browser.new_context(accept_downloads=True)
    yield found
    found.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def _open(context: BrowserContext, server: str, worksheet: str) -> Page:
    page = context.new_page()
    page.goto(f"{server}worksheets/{worksheet}/")
    _live(page, worksheet)
    return page


def _live(page: Page, worksheet: str) -> None:
    page.locator(f"form[data-worksheet='{worksheet}'].wl-live").wait_for()


def _answers(page: Page, worksheet: str) -> dict[str, str]:
    found: dict[str, str] = page.locator(f"form[data-worksheet='{worksheet}']").evaluate(ANSWERS)
    return found


def _keep(page: Page, worksheet: str) -> None:
    form = page.locator(f"form[data-worksheet='{worksheet}']")
    form.locator("[data-keep-choice=device]").click()


def _saved(page: Page, worksheet: str) -> None:
    form = page.locator(f"form[data-worksheet='{worksheet}']")
    expect(form.locator("[data-wl-status]")).to_contain_text("Saved")


FOCUSED = """() => {
  const at = document.activeElement;
  return {tag: at.tagName, type: at.type || '', name: at.getAttribute('name') || '',
          keep: at.dataset.keepChoice || '', inside: !!at.closest('form[data-worksheet]')};
}"""


def _fill_by_keyboard(page: Page) -> int:
    """Tab through the whole form and answer everything; how many controls were answered."""
    page.locator("form[data-worksheet]").first.evaluate(
        "form => { form.tabIndex = -1; form.focus(); form.removeAttribute('tabindex'); }"
    )
    answered = 0
    for _ in range(400):
        page.keyboard.press("Tab")
        at: dict[str, Any] = page.evaluate(FOCUSED)
        if not at["inside"]:
            break
        if at["keep"] == "device":
            page.keyboard.press("Enter")
        elif at["name"]:
            answered += 1
            _answer(page, at, answered)
    return answered


def _answer(page: Page, at: dict[str, Any], number: int) -> None:
    if at["type"] == "radio":
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
    elif at["type"] == "checkbox":
        page.keyboard.press("Space")
    elif at["type"] == "date":
        page.keyboard.type("01022026")
    elif at["tag"] == "SELECT":
        page.keyboard.press("ArrowDown")
    elif at["type"] == "number":
        page.keyboard.type(str(number % 10))
    else:
        page.keyboard.type(f"Answer {number}, with ümläuts")


@pytest.mark.parametrize("worksheet", ["why-the-break", "trust-steps", "boundaries"])
def test_a_worksheet_filled_by_keyboard_is_there_after_coming_back(
    context: BrowserContext, server: str, worksheet: str
) -> None:
    page = _open(context, server, worksheet)
    blank = _answers(page, worksheet)
    assert _fill_by_keyboard(page) > 15
    filled = _answers(page, worksheet)
    assert len(filled) >= len(blank) + 12
    _saved(page, worksheet)
    page.goto(f"{server}safety/")
    page.go_back()
    _live(page, worksheet)
    expect(page.locator(f"form[data-worksheet='{worksheet}'] [name]").first).to_be_attached()
    assert _answers(page, worksheet) == filled
    again = _open(context, server, worksheet)
    assert _answers(again, worksheet) == filled


def test_a_sensitive_site_asks_at_the_first_answer_and_keeps_nothing_before(
    context: BrowserContext, server: str
) -> None:
    page = _open(context, server, "why-the-break")
    question = page.locator("[data-wl-keep]").first
    expect(question).to_be_hidden()
    page.locator("[name=when]").fill("In May")
    expect(question).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert page.evaluate("Object.keys(localStorage)") == []
    again = page.context.new_page()
    again.goto(f"{server}worksheets/why-the-break/")
    _live(again, "why-the-break")
    assert "when" not in _answers(again, "why-the-break")


def test_answers_go_to_a_file_and_come_back_from_it(
    context: BrowserContext, server: str, tmp_path: Path
) -> None:
    page = _open(context, server, "why-the-break")
    page.locator("[name=when]").fill("In May")
    _keep(page, "why-the-break")
    page.locator("[name='need.company']").check()
    page.locator("[name='causes.mis'][value='2']").check(force=True)
    page.locator("[name='changed.1.cause']").fill("Money; time")
    _saved(page, "why-the-break")
    filled = _answers(page, "why-the-break")
    with page.expect_download() as waiting:
        page.locator("[data-wl-download]").click()
    file = tmp_path / "answers.json"
    waiting.value.save_as(file)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data["worksheet"] == "why-the-break"
    assert data["answers"]["when"] == "In May"
    assert data["answers"]["need.company"] is True
    assert data["answers"]["need"] == ["company"]
    assert data["answers"]["changed.1.cause"] == "Money; time"
    delete = page.locator("form[data-worksheet='why-the-break'] [data-wl-delete]")
    delete.click()
    delete.click()
    page.wait_for_load_state()
    page.goto(f"{server}worksheets/why-the-break/")
    _live(page, "why-the-break")
    assert "when" not in _answers(page, "why-the-break")
    page.locator("[data-wl-file]").set_input_files(file)
    expect(page.locator("[name=when]")).to_have_value("In May")
    assert _answers(page, "why-the-break") == filled


def test_a_site_with_storage_blocked_says_so_and_stays_usable(
    context: BrowserContext, server: str
) -> None:
    context.add_init_script(NO_DATABASE)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"{server}worksheets/why-the-break/")
    _live(page, "why-the-break")
    page.locator("[name=when]").fill("In May")
    _keep(page, "why-the-break")
    expect(page.locator("[data-wl-status]").first).to_contain_text("Not being saved")
    ours = [error for error in errors if "workleaf" in error.lower()]
    assert not ours
    expect(page.locator("[name=when]")).to_have_value("In May")


def test_without_scripts_the_form_reads_prints_and_has_no_dead_button(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}worksheets/apology-builder/")
    form = page.locator("form[data-worksheet='apology-builder']")
    assert form.locator("button:visible").count() == 0
    assert form.locator("[name=what]").is_visible()
    form.locator("[name=what]").fill("It can be typed in")
    assert form.locator("a[href$='apology-builder.pdf']:visible").count() >= 1
    assert page.locator("a[data-wl-exit]:visible").count() >= 1
    page.goto(f"{server}safety/people-to-call/")
    assert page.locator("[data-area]:visible").count() == page.locator("[data-area]").count() > 15
    expect(page.locator("[data-wl-country]")).to_be_hidden()
    context.close()


def _gate(page: Page, **answers: str) -> None:
    for name, value in answers.items():
        page.locator(f"form[data-role=gate] [name={name}][value={value}]").check(force=True)


def test_no_letter_is_built_until_the_gate_is_passed(context: BrowserContext, server: str) -> None:
    page = _open(context, server, "first-message")
    letter = page.locator("[data-item=message]")
    page.locator("[name=greet]").fill("Hello Noor")
    expect(letter).not_to_contain_text("Hello Noor")
    _gate(page, order="no", asked_no="no", afraid="unsure")
    expect(letter).to_contain_text("Fear is important information")
    expect(letter).not_to_contain_text("Hello Noor")
    _gate(page, afraid="no")
    expect(letter).to_contain_text("Hello Noor")
    page.reload()
    _live(page, "first-message")
    assert page.locator("form[data-role=gate] input:checked").count() == 0
    expect(page.locator("[data-item=message]")).not_to_contain_text("Hello Noor")


def test_a_safety_result_shows_at_once_and_a_blank_sheet_shows_none(
    context: BrowserContext, server: str
) -> None:
    page = _open(context, server, "help-finder")
    assert page.locator(".wl-result:visible").count() == 0
    page.locator("[name=harm_self][value=yes]").check(force=True)
    expect(page.locator("[data-result=crisis]")).to_be_visible()
    page.locator("[name='signs.split']").check(force=True)
    expect(page.locator("[data-result=undecided]")).to_be_visible()
    expect(page.locator("[data-result=crisis]")).to_be_visible()


def test_answers_reach_every_text_that_names_them(context: BrowserContext, server: str) -> None:
    page = _open(context, server, "help-finder")
    page.locator("[name=times][value=three]").check(force=True)
    expect(page.locator("[data-item=invite]")).to_contain_text(
        "meet someone with me three times, then decide? It does not mean"
    )


@pytest.mark.parametrize("address", ["", "safety/", "no-such-page/"])
def test_everything_can_be_deleted_from_any_page(
    context: BrowserContext, server: str, address: str
) -> None:
    page = _open(context, server, "why-the-break")
    page.locator("[name=when]").fill("In May")
    _keep(page, "why-the-break")
    _saved(page, "why-the-break")
    page.goto(server + address)
    button = page.locator("[data-wl-delete]")
    button.click()
    expect(button).to_have_text("Press again to delete everything here")
    button.click()
    expect(page.get_by_text("Everything here was deleted")).to_be_visible()
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_words_of_deleting_stand_in_one_wording_everywhere(server: str, page: Page) -> None:
    page.goto(server)
    told = json.loads(page.locator("[data-wl-delete]").get_attribute("data-words") or "{}")
    assert told == {key: words("en")[key] for key in told}
    assert len(told) == 4


def test_own_words_behind_other_stand_in_a_letter(context: BrowserContext, server: str) -> None:
    page = _open(context, server, "say-it-clearly")
    page.locator("[name=felt][value=other]").check(force=True)
    page.locator("[name=felt__other]").fill("numb")
    expect(page.locator("[data-item=say]")).to_contain_text("I felt numb, because")


def test_leaving_replaces_the_page_and_its_history_entry(
    context: BrowserContext, server: str
) -> None:
    page = _open(context, server, "why-the-break")
    page.route(ELSEWHERE, lambda route: route.fulfill(body="weather", content_type="text/html"))
    page.locator("[name=when]").fill("In May")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(ELSEWHERE)
    page.go_back()
    assert "why-the-break" not in page.url


def test_the_search_works_under_the_policy(context: BrowserContext, server: str) -> None:
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda entry: refused.append(entry.text) if entry.type == "error" else None)
    page.goto(server)
    page.keyboard.press("s")
    page.keyboard.type("apology", delay=20)
    expect(page.locator(".md-search-result__link").first).to_be_visible()
    assert not refused


def test_on_a_phone_the_first_screen_has_the_doors_the_way_out_and_what_is_kept(
    browser: Browser, server: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(server)
    leave = page.locator("a[data-wl-exit]").bounding_box()
    assert leave is not None
    shown = (
        page.get_by_role("heading", name="Think it through before you reach out"),
        page.get_by_role("link", name="I am thinking about it"),
        page.get_by_role("link", name="We are already talking"),
        page.get_by_role("link", name="They said no, or I am not sure I want this"),
        page.get_by_text("Afraid of the other person, or told not to make contact?"),
        page.get_by_text("You can stop at any point."),
        page.get_by_text("No account. Answers stay on this device, or nowhere"),
    )
    for each in shown:
        box = each.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= leave["y"], each
    assert leave["y"] + leave["height"] <= 844
    page.get_by_role("link", name="Español").click()
    page.wait_for_url(f"{server}es/")
    doors = (
        "Lo estoy pensando",
        "Ya hemos vuelto a hablar",
        "Me dijo que no, o no sé si lo quiero",
    )
    for name in (*doors, "¿Es seguro?", "Líneas de ayuda"):
        box = page.locator(".wl-page--home").get_by_role("link", name=name).bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= leave["y"], name
    page.get_by_role("link", name="English").click()
    page.wait_for_url(server)
    page.close()


def test_a_menu_narrows_help_lines_by_keyboard_and_takes_no_way_away(
    context: BrowserContext, server: str
) -> None:
    page = context.new_page()
    page.goto(f"{server}safety/people-to-call/")
    menu = page.get_by_label("Your country:")
    expect(menu).to_be_visible()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    menu.focus()
    page.keyboard.press("e")
    expect(menu).to_have_value("GB-ENG GB")
    lists = page.locator("[data-wl-lines]")
    assert [each.get_attribute("data-area") for each in lists.locator("section:visible").all()] == [
        *("GB-ENG", "GB"),  # for those who are afraid
        "GB",  # in a crisis
    ]
    expect(page.get_by_role("status").filter(has_text="Shown now: England.")).to_have_count(1)
    ways = lists.get_by_role("link", name="Find A Helpline")
    assert [each.is_visible() for each in ways.all()] == [True] * lists.count()
    none = lists.locator("p:visible").filter(has_text="no line of this kind for England.")
    assert none.count() == 2
    big = page.locator("section:visible a[href^='tel:']").first.bounding_box()
    assert big is not None
    assert big["height"] >= 48
    assert not asked
    assert page.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert page.evaluate("Object.keys({...localStorage, ...sessionStorage})") == []
    page.reload()
    expect(menu).to_have_value("")
    expect(page.locator("[data-area=ZA]")).to_be_visible()
