"""A worksheet changes after it was filled in: every answer moves along, or is shown apart."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

import reader_pages
from language_files import PAGES
from reader_pages import Pages
from reading import says, stored
from web_pages import link
from workleaf.language import project
from workleaf.outputs import web
from workleaf.publish import fixing

pytestmark = pytest.mark.browser

Release = Callable[..., Page]

FIRST = """
title: Steps
fields:
  - text: Your name
    id: name
  - long_text: What happened?
    id: story
  - choose_many: What helps?
    id: helps
    choices: {walk: A walk, talk: A talk}
    other: Something else
  - choose_one: How is it?
    id: mood
    choices: {fine: Fine, low: Low}
  - grid: How true?
    id: trust
    range: 0 to 3
    rows: {kept: Promises are kept, told: The truth is told}
  - table: Plan
    id: plan
    columns:
      - text: What
        id: what
      - text: Why
        id: why
"""
RENAMED = """
title: Steps
renamed_from: steps
fields:
  - table: Plan
    id: our_plan
    renamed_from: plan
    columns:
      - text: What
        id: thing
        renamed_from: what
      - text: Why
        id: why
  - text: Your name
    id: me
    renamed_from: name
  - long_text: What happened?
    id: story
  - choose_many: What helps?
    id: helps
    choices:
      - walk: A walk
      - chat: A chat
        renamed_from: talk
    other: Something else
  - choose_one: How is it?
    id: mood
    choices:
      - fine: Fine
      - down: Down
        renamed_from: low
  - grid: How true?
    id: trust
    range: 0 to 3
    rows:
      - kept: Promises are kept
      - honest: The truth is told
        renamed_from: told
"""


@pytest.fixture
def release(tmp_path: Path, pages: Pages, context: BrowserContext) -> Release:
    """Publish a version of the worksheet with its lock, and open its page."""
    folder = tmp_path / "worksheets"
    folder.mkdir()

    def act(text: str, name: str = "steps", *, privacy: str = "ordinary") -> Page:
        for old in folder.glob("*.yml"):
            old.unlink()
        (folder / f"{name}.yml").write_text(textwrap.dedent(text), encoding="utf-8")
        found = fixing.fix(folder, pages=PAGES, start=tmp_path)
        assert [str(each) for each in found.problems] == []
        (worksheet,) = project.read(folder, pages=PAGES).worksheets
        html = web.form(
            worksheet,
            gate=None,
            link=link,
            site_id="test-site",
            privacy="sensitive" if privacy == "sensitive" else "ordinary",
            pdf="",
        )
        tab = context.new_page()
        tab.goto(pages.put(f"/{name}/", reader_pages.page(html, title="Steps")))
        tab.locator(".wl-form.wl-live").wait_for()
        return tab

    return act


def _fill(tab: Page) -> None:
    tab.fill("[name=name]", "Kim")
    tab.fill("[name=story]", "A long story")
    tab.check("[name='helps.talk']")
    tab.check("[name='helps.other']")
    tab.fill("[name='helps__other']", "A bath")
    tab.check("[name=mood][value=low]")
    tab.check("[name='trust.told'][value='2']")
    tab.fill("[name='plan.1.what']", "Call")
    tab.fill("[name='plan.2.why']", "Because")
    says(tab, "Saved on this device")
    tab.close()


def _earlier(tab: Page) -> list[str]:
    """The lines under Earlier answers: question and answer."""
    items = tab.locator(".wl-former li")
    return [
        " / ".join(each.locator("p").all_inner_texts()) for each in items.all() if each.is_visible()
    ]


def test_renamed_answers_move_and_a_renamed_worksheet_takes_all_along(
    release: Release, tmp_path: Path
) -> None:
    _fill(release(FIRST))
    tab = release(RENAMED, "way")
    expect(tab.locator("[name=me]")).to_have_value("Kim")
    expect(tab.locator("[name=story]")).to_have_value("A long story")
    expect(tab.locator("[name='helps.chat']")).to_be_checked()
    expect(tab.locator("[name='helps__other']")).to_have_value("A bath")
    expect(tab.locator("[name=mood][value=down]")).to_be_checked()
    expect(tab.locator("[name='trust.honest'][value='2']")).to_be_checked()
    expect(tab.locator("[name='our_plan.1.thing']")).to_have_value("Call")
    expect(tab.locator("[name='our_plan.2.why']")).to_have_value("Because")
    assert _earlier(tab) == []
    assert {name.split("/")[0] for name in stored(tab)} == {"way"}
    tab.fill("[name=me]", "Kim M.")
    says(tab, "Saved on this device")
    tab.reload()
    expect(tab.locator("[name=me]")).to_have_value("Kim M.")
    assert _earlier(tab) == []


def test_an_answer_to_a_question_of_another_kind_is_kept_and_to_be_checked(
    release: Release, tmp_path: Path
) -> None:
    tab = release(FIRST)
    tab.fill("[name=name]", "quite bad")
    says(tab, "Saved on this device")
    tab.close()
    scale = (
        "  - scale: How bad is it?\n    id: how_bad\n    range: 0 to 5\n    renamed_from: name\n"
    )
    tab = release(FIRST.replace("  - text: Your name\n    id: name\n", scale))
    note = tab.locator("[data-item=how_bad] .wl-former-note")
    expect(note).to_have_text("Please look at this again: earlier you answered “quite bad”.")
    assert _earlier(tab) == ["How bad is it? / quite bad"]
    tab.check("[name=how_bad][value='4']")
    expect(note).to_have_count(0)
    assert _earlier(tab) == ["How bad is it? / quite bad"]
    says(tab, "Saved on this device")
    tab.reload()
    expect(tab.locator("[name=how_bad][value='4']")).to_be_checked()
    expect(tab.locator(".wl-former li")).to_have_count(1)
    with tab.expect_download() as started:
        tab.click("[data-wl-download]")
    answers = json.loads(Path(started.value.path()).read_text("utf-8"))["answers"]
    assert answers == {"how_bad": "4", "_was.how_bad": "quite bad"}


def test_a_choice_that_is_no_longer_offered_is_said_beside_its_question(
    release: Release,
) -> None:
    tab = release(FIRST)
    tab.check("[name=mood][value=low]")
    tab.check("[name='helps.talk']")
    says(tab, "Saved on this device")
    tab.close()
    text = FIRST.replace(
        "choices: {fine: Fine, low: Low}",
        "choices: [{fine: Fine}, {low: Low and sad, removed: yes}]",
    ).replace(", talk: A talk", "")
    tab = release(text.replace("fields:", "removed: [helps.talk]\nfields:", 1))
    said = "is no longer offered. You chose it earlier."
    expect(tab.locator("[data-item=mood] .wl-former-note")).to_have_text(f"“Low and sad” {said}")
    expect(tab.locator("[data-item=helps] .wl-former-note")).to_have_text(f"“talk” {said}")
    assert sorted(_earlier(tab)) == ["How is it? / Low and sad", "What helps? / talk"]
    tab.close()
    tab = release(FIRST)
    expect(tab.locator("[name=mood][value=low]")).to_be_checked()
    expect(tab.locator("[name='helps.talk']")).to_be_checked()
    assert _earlier(tab) == []


def test_an_answer_to_a_deleted_question_stays_until_the_reader_deletes_it(
    release: Release,
) -> None:
    _fill(release(FIRST))
    bare = FIRST.replace("  - text: Your name\n    id: name\n", "")
    bare = bare.replace("\n      - text: Why\n        id: why", "")
    tab = release(bare.replace("fields:", "removed: [name, plan.why]\nfields:", 1))
    expect(tab.locator(".wl-former li")).to_have_count(2)
    assert _earlier(tab) == ["Your name / Kim", "Plan / why: Because"]
    tab.close()
    tab = release(FIRST)
    expect(tab.locator("[name=name]")).to_have_value("Kim")
    expect(tab.locator("[name='plan.2.why']")).to_have_value("Because")
    assert _earlier(tab) == []
    tab.close()
    tab = release(bare.replace("fields:", "removed: [name, plan.why]\nfields:", 1))
    line = tab.locator(".wl-former li", has_text="Your name")
    line.get_by_role("button", name="Delete: Your name").click()
    line.get_by_role("button", name="Undo: Your name").press("Enter")
    expect(line).to_contain_text("Kim")
    line.get_by_role("button", name="Delete: Your name").press("Enter")
    expect(line).not_to_contain_text("Kim")
    expect(line.get_by_role("button")).to_be_focused()
    says(tab, "Saved on this device")
    tab.reload()
    expect(tab.locator(".wl-former li")).to_have_count(1)
    assert "Kim" not in json.dumps(stored(tab))


def test_a_file_of_an_older_version_is_opened_under_the_names_of_today(
    release: Release, tmp_path: Path
) -> None:
    tab = release(FIRST)
    _fill_and_download(tab, tmp_path / "old.json")
    tab = release(RENAMED, "way")
    tab.evaluate("indexedDB.deleteDatabase('workleaf-test-site')")
    tab.reload()
    tab.locator(".wl-form.wl-live").wait_for()
    tab.locator("[data-wl-file]").set_input_files(tmp_path / "old.json")
    expect(tab.locator("[name=me]")).to_have_value("Kim")
    expect(tab.locator("[name='our_plan.1.thing']")).to_have_value("Call")
    expect(tab.locator("[name='helps.chat']")).to_be_checked()
    expect(tab.locator("[name=mood][value=down]")).to_be_checked()
    says(tab, "Saved on this device")
    assert stored(tab)["way/me"]["text"] == "Kim"


def _fill_and_download(tab: Page, file: Path) -> None:
    tab.fill("[name=name]", "Kim")
    tab.check("[name='helps.talk']")
    tab.check("[name=mood][value=low]")
    tab.fill("[name='plan.1.what']", "Call")
    with tab.expect_download() as started:
        tab.click("[data-wl-download]")
    started.value.save_as(file)
    tab.close()


def test_opening_a_file_drops_no_earlier_answer(release: Release, tmp_path: Path) -> None:
    tab = release(FIRST)
    tab.fill("[name=name]", "Kim")
    says(tab, "Saved on this device")
    tab.close()
    bare = FIRST.replace("  - text: Your name\n    id: name\n", "")
    tab = release(bare.replace("fields:", "removed: name\nfields:", 1))
    expect(tab.locator(".wl-former li")).to_have_count(1)
    other = {"format": 1, "worksheet": "steps", "version": 1, "answers": {"name": "Lou"}}
    (tmp_path / "other.json").write_text(json.dumps(other), "utf-8")
    tab.locator("[data-wl-file]").set_input_files(tmp_path / "other.json")
    tab.get_by_role("button", name="Replace").click()
    expect(tab.locator(".wl-former li")).to_have_count(2)
    assert sorted(_earlier(tab)) == ["Your name / Kim", "Your name / Lou"]


def test_answers_in_the_tab_move_too(
    release: Release, context: BrowserContext, pages: Pages
) -> None:
    tab = release(FIRST, privacy="sensitive")
    tab.fill("[name=name]", "Kim")
    tab.locator("[data-keep-choice=session]").click()
    expect(tab.locator("[data-wl-keep]")).to_be_hidden()
    release(RENAMED, "way", privacy="sensitive").close()
    tab.goto(f"{pages.address}/way/")
    expect(tab.locator("[name=me]")).to_have_value("Kim")
    names = tab.evaluate("Object.keys(sessionStorage).join(' ')")
    assert "answers/way/me" in names
    assert "answers/steps/" not in names


def test_answers_of_a_newer_version_are_left_as_they_are(release: Release) -> None:
    _fill(release(FIRST.replace("title: Steps", "title: Steps\nversion: 3")))
    tab = release(RENAMED, "way")
    says(tab, "your answers come from a newer version")
    assert stored(tab)["steps/name"]["text"] == "Kim"
    assert "way/me" not in stored(tab)
