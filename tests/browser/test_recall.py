"""Earlier answers shown again: once they are added, only what may be, in the reader's words."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

from browser.conftest import LIVE, STYLE
from language_files import read
from reader_pages import DATABASE, Pages
from reader_pages import page as whole_page
from reading import keep, texts, until
from web_pages import draw

pytestmark = pytest.mark.browser
Go = Callable[..., Page]

EARLIER = """
    title: The first talk
    steps:
      - title: All
        fields:
          - long_text: What was underneath it?
            id: root
            renamed_from: underneath
          - yes_no: Is there more?
            id: more
          - text: The rest of it
            id: rest
            show_if: more
          - choose_many: What helps?
            id: helps
            choices: {walk: A walk, talk: A talk}
            other: Something else
          - grid: How big a part did each play?
            id: causes
            choices: {0: None, 1: Small, 2: Big}
            rows: {talk: We stopped talking, outside: Pressure}
            chart:
              type: bar
          - table: Our promises
            id: promises
            rows: 1 to 4
            columns:
              - text: What
                id: what
              - choose_one: By whom
                id: who
                choices: {me: Me, you: You}
              - text: Only for me
                id: mine
                share: never
            start_with: [Call on Sunday]
          - plan: My plan
            id: plan
            if: When I am tired …
            then: I will …
          - tracker: This week
            id: track
            every: week
            fields:
              - scale: Calm
                id: calm
                range: 0 to 10
            chart:
              type: line
          - generated_text: In words
            id: letter
            template: |
              What was underneath: ${root}. Thank you.
"""
LATER = """
    title: For my counsellor
    fields:
      - recall: The root
        id: root
        of: first-talk.root
      - recall: The rest
        id: rest
        of: first-talk.rest
      - recall: All of it
        id: all
        of: [first-talk.helps, first-talk.causes, first-talk.causes.talk, first-talk.promises,
             first-talk.plan, first-talk.track, first-talk.letter]
      - text: Why now
        id: why
      - recall: Why now, again
        id: again
        of: why
"""


@pytest.fixture
def go(browser: Browser, pages: Pages, tmp_path: Path) -> Iterator[Go]:
    """Opens the earlier or the later worksheet in the one tab of a context."""
    reading = read(tmp_path, first_talk=EARLIER, later=LATER)
    assert [str(each) for each in reading.problems] == []
    addresses = {
        name: pages.put(f"/{name}/", whole_page(STYLE, draw(worksheet)))
        for name, worksheet in reading.by_id.items()
    }
    context: BrowserContext = browser.new_context(accept_downloads=True)
    context.set_default_timeout(10_000)
    errors: list[str] = []
    tab = context.new_page()
    tab.on("pageerror", lambda error: errors.append(str(error)))

    def open_it(name: str) -> Page:
        tab.goto(addresses[name])
        tab.locator(LIVE).wait_for()
        return tab

    yield open_it
    context.close()
    assert errors == []


def _write(page: Page, root: str, choice: str = "session") -> None:
    page.locator("[name=root]").fill(root)
    keep(page, choice)
    _kept(page, "first-talk/root", root)


def _kept(page: Page, path: str, text: str) -> None:
    """Wait until an answer stands in the tab or on the device."""
    in_tab = f"sessionStorage.getItem('{DATABASE}/answers/{path}')"

    def stands() -> bool:
        held = page.evaluate(in_tab)
        return text in (json.loads(held)[:1] if held else [texts(page).get(path)])

    until(stands, page)


def _button(page: Page, item: str) -> Any:
    return page.locator(f"[data-item={item}] [data-wl-toggle]")


def _printed(page: Page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf()))
    return " ".join(" ".join(each.extract_text() for each in reader.pages).split())


@pytest.mark.parametrize("choice", ["session", "device"])
def test_an_earlier_answer_is_shown_once_it_is_added_and_still_after_a_reload(
    choice: str, go: Go
) -> None:
    _write(go("first-talk"), "We were tired.\nBoth of us.", choice)
    page = go("later")
    body = page.locator("[data-item=root] .wl-recalled")
    expect(_button(page, "root")).to_have_accessible_name(re.compile("^Add this ?: The root$"))
    expect(body).to_be_empty()
    _button(page, "root").click()
    expect(body.locator(".wl-own-words")).to_have_text("We were tired. Both of us.")
    expect(_button(page, "root")).to_have_accessible_name(re.compile("^Take this out ?: The root$"))
    expect(_button(page, "root")).to_be_focused()
    _kept(page, "later/root", "added")
    page = go("later")
    expect(body).to_contain_text("Both of us.")
    _button(page, "root").click()
    expect(body).to_be_empty()
    _kept(page, "later/root", "")
    page = go("later")
    expect(_button(page, "root")).to_have_accessible_name(re.compile("^Add this ?: The root$"))


def test_an_answer_under_an_older_name_is_found(go: Go) -> None:
    page = go("first-talk")
    held = json.dumps(["We were tired.", False])
    page.evaluate(
        "([key, held]) => sessionStorage.setItem(key, held)",
        [f"{DATABASE}/answers/first-talk/underneath", held],
    )
    page = go("later")
    _button(page, "root").click()
    expect(page.locator("[data-item=root] .wl-recalled")).to_contain_text("We were tired.")


def test_what_is_not_there_is_said_calmly_with_the_way_to_it(go: Go) -> None:
    page = go("later")
    item = page.locator("[data-item=root]")
    expect(item).to_contain_text("Nothing is kept there yet.")
    expect(_button(page, "root")).to_be_hidden()
    expect(item.get_by_role("link", name="The first talk")).to_have_attribute(
        "href", "../first-talk/"
    )


def test_what_the_reader_does_not_keep_is_not_shown_elsewhere(go: Go) -> None:
    page = go("first-talk")
    page.locator("[name=root]").fill("secret")
    keep(page, "never")
    page = go("later")
    expect(page.locator("[data-item=root] [data-wl-nothing]")).to_be_visible()
    expect(page.locator("form")).not_to_contain_text("secret")


def test_a_question_that_does_not_show_is_not_shown_elsewhere(go: Go) -> None:
    page = go("first-talk")
    page.locator("[name=more][value=yes]").check(force=True)
    page.locator("[name=rest]").fill("the rest of it")
    keep(page, "session")
    _kept(page, "first-talk/rest", "the rest of it")
    page = go("later")
    expect(_button(page, "rest")).to_be_visible()
    page = go("first-talk")
    page.locator("[name=more][value=no]").check(force=True)
    _kept(page, "first-talk/more", "no")
    page = go("later")
    expect(page.locator("[data-item=rest] [data-wl-nothing]")).to_be_visible()
    expect(_button(page, "rest")).to_be_hidden()


def _fill_all(page: Page) -> None:
    page.locator("[name='helps.walk']").check(force=True)
    page.locator("[name='helps.other']").check(force=True)
    page.locator("[name=helps__other]").fill("A song")
    page.locator("[name='causes.talk'][value='2']").check(force=True)
    page.locator("[name='causes.outside'][value='1']").check(force=True)
    page.locator("[name='promises.1.who']").select_option("you")
    page.locator("[name='promises.1.mine']").fill("not for them")
    page.locator("[name='plan.if']").fill("late")
    page.locator("[name='plan.then']").fill("rest")
    for day, calm in (("2026-10-05", 3), ("2026-10-12", 8)):
        page.locator("[data-wl-new]").fill(day)
        page.locator("[data-item=track] [data-wl-add]").click()
        page.locator(f"[name='track.{day}.calm'][value='{calm}']").check(force=True)
    _write(page, "We were tired.")


def test_every_kind_of_answer_stands_there_in_its_words_with_its_picture(go: Go) -> None:
    _fill_all(go("first-talk"))
    page = go("later")
    _button(page, "all").click()
    parts = page.locator("[data-item=all] .wl-earlier")
    expect(parts).to_have_count(7)
    helps, causes, one, promises, plan, track, letter = parts.all()
    expect(helps.locator("li")).to_have_text(["A walk", "A song"])
    expect(causes.locator(".wl-figures tr")).to_have_text(
        ["We stopped talkingBig", "PressureSmall"]
    )
    assert [each.get_attribute("width") for each in causes.locator(".wl-track rect").all()] == [
        "100%",
        "50%",
    ]
    expect(one).to_have_text("We stopped talkingBig")
    expect(promises.locator("tbody tr")).to_have_text(["Row 1Call on SundayYou"])
    expect(plan).to_contain_text("When I am tired late I will rest")
    expect(track.locator(".wl-plot-label").first).to_have_text("Calm")
    expect(track.locator("tbody tr")).to_have_text(["Oct 5, 20263", "Oct 12, 20268"])
    expect(letter.locator(".wl-own-words")).to_have_text(
        "What was underneath: We were tired. Thank you."
    )
    expect(page.locator("form")).not_to_contain_text("not for them")


def test_an_answer_of_this_worksheet_follows_what_is_written(go: Go) -> None:
    page = go("later")
    expect(page.locator("[data-item=again] [data-wl-nothing]")).to_be_visible()
    page.locator("[name=why]").fill("It is time")
    _button(page, "again").click()
    expect(page.locator("[data-item=again] .wl-recalled")).to_contain_text("It is time")
    page.locator("[name=why]").fill("It is time now")
    expect(page.locator("[data-item=again] .wl-recalled")).to_contain_text("It is time now")


def test_paper_and_files_carry_what_was_added(go: Go, tmp_path: Path) -> None:
    _write(go("first-talk"), "We were tired.")
    page = go("later")
    page.locator("[name=why]").fill("It is time")
    expect(_button(page, "root")).to_be_visible()
    assert "We were tired." not in _printed(page)
    assert "The root" not in _printed(page)
    _button(page, "root").click()
    printed = _printed(page)
    assert "The root" in printed
    assert "We were tired." in printed
    assert "Why now, again" not in printed
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download my answers").click()
    waiting.value.save_as(tmp_path / "notes.json")
    saved = json.loads((tmp_path / "notes.json").read_text(encoding="utf-8"))
    assert saved["answers"] == {"root": "added", "why": "It is time"}


def test_on_a_blank_sheet_there_is_room_to_copy_by_hand(go: Go) -> None:
    page = go("later")
    expect(page.locator("[data-item=root] [data-wl-nothing]")).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    copy = page.locator("[data-item=root] .wl-copy")
    expect(copy).to_be_visible()
    box = copy.bounding_box()
    assert box
    assert box["height"] > 80


def test_an_added_answer_is_kept_as_any_other_and_deleted_with_all(go: Go) -> None:
    _write(go("first-talk"), "We were tired.", "device")
    page = go("later")
    _button(page, "root").click()
    until(lambda: texts(page).get("later/root") == "added", page)
    page.get_by_role("button", name="Delete everything here").first.click()
    page.get_by_role("button", name="Press again").first.click()
    expect(page.locator("[data-item=root] .wl-recalled")).to_be_empty()
    until(lambda: texts(page) == {}, page)


def test_without_scripts_there_is_no_dead_button(browser: Browser, pages: Pages, go: Go) -> None:
    address = go("later").url
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.get_by_text("Why now", exact=True)).to_be_visible()
    expect(page.locator(".wl-recall:visible")).to_have_count(0)
    context.close()
