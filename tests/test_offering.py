"""`from`: another worksheet's answer is offered to start with, never taken over silently."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, Page, expect

import language_files
import web_pages
from reader_pages import page as whole_page
from reader_pages import serving
from workleaf.language.project import Reading
from workleaf.outputs import pdf
from workleaf.worksheet.answers import values, visible

EARLIER = """
title: Earlier
fields:
  - text: In one line
    id: line
  - choose_many: What helps?
    id: helps
    choices: {walk: A walk, talk: A talk, tea: Tea}
  - table: Promises
    id: promises
    rows: 2 to 6
    columns:
      - text: What
        id: what
      - choose_one: By whom
        id: who
        choices: {me: Me, you: You}
  - scale: How is it?
    id: how
    range: 0 to 10
  - yes_no: Is there a secret?
    id: secret
  - text: The secret
    id: hidden
    show_if: secret is yes
  - plan: If it comes back
    id: back
    if: When I notice …
    then: I will …
  - generated_text: In words
    id: in_words
    template: I said ${line}.
"""
NOW = """
title: Now
fields:
  - text: Again in one line
    id: line
    from: earlier.line
  - long_text: All that helps
    id: all_helps
    from: earlier.helps
  - choose_many: What helps today?
    id: helps
    choices: {tea: Tea, walk: A walk, song: A song}
    from: earlier.helps
  - ranking: In order
    id: order
    choices: {tea: Tea, walk: A walk, talk: A talk}
    from: earlier.helps
  - table: Our promises
    id: ours
    rows: 3 to 5
    start_with: [We begin in daylight]
    columns:
      - text: Our promise
        id: what
      - choose_one: Whose
        id: who
        choices: {me: Me, both: Both}
    from: earlier.promises
  - table: In other words
    id: others
    rows: 1 to 5
    columns: [{text: Sentence, id: sentence}]
    from: earlier.promises
  - scale: And today?
    id: how
    range: 0 to 10
    from: earlier.how
  - text: The secret again
    id: hidden
    from: earlier.hidden
  - plan: The same plan
    id: plan
    from: earlier.back
  - long_text: The whole sentence
    id: sentence
    from: earlier.in_words
"""
THEN = """
title: Then
fields:
  - note: You wrote ${earlier.line} and promised ${count(earlier.promises)}.
    id: told
    show_if: earlier.helps includes "tea" and earlier.how >= 5
  - text: What would make it a ten?
    id: ten
    show_if: earlier.how < 10
  - score: Seven and one
    id: more
    formula: earlier.how + 1
  - note: The secret is ${earlier.hidden}.
    id: secret
    show_if: answered(earlier.hidden)
results:
  - when: earlier.how > 6
    show: It was good then.
"""
ANSWERS = {
    "line": "Slowly and by daylight",
    "promises.1.what": "Call on Sundays",
    "promises.2.what": "Tell the truth",
    "back.if": "the old tone",
    "back.then": "stop talking",
}


@cache
def both() -> Reading:
    with tempfile.TemporaryDirectory() as folder:
        reading = language_files.read(Path(folder), earlier=EARLIER, now=NOW, then=THEN)
        assert [str(each) for each in reading.problems] == []
        return reading


Open = Callable[[str], Page]


@pytest.fixture
def tab(browser: Browser) -> Iterator[Open]:
    with serving() as pages:
        context = browser.new_context()
        context.set_default_timeout(10_000)
        made = context.new_page()
        complaints: list[str] = []
        made.on("pageerror", lambda error: complaints.append(str(error)))

        def open_page(name: str) -> Page:
            form = web_pages.draw(both().by_id[name])
            made.goto(pages.put(f"/{name}/", whole_page(form)))
            made.locator("form.wl-live").wait_for()
            return made

        yield open_page
        assert complaints == []
        context.close()


def fill_in(page: Page, *, keep: str) -> None:
    """The earlier worksheet, filled in and kept."""
    for path, text in ANSWERS.items():
        page.locator(f'[name="{path}"]').fill(text)
    page.get_by_role("button", name=keep).click()
    page.locator('[name="helps.walk"]').check()
    page.locator('[name="helps.tea"]').check()
    page.locator('[name="promises.1.who"]').select_option("me")
    page.locator('[name="promises.2.who"]').select_option("you")
    page.locator('[name=how][value="7"]').check(force=True)
    page.locator('[name=secret][value="yes"]').check()
    page.locator("[name=hidden]").fill("the letters")
    page.locator('[name=secret][value="no"]').check()
    page.locator("[data-wl-status]").get_by_text("Saved").wait_for()


@pytest.mark.browser
@pytest.mark.parametrize("keep", ["Keep on this device", "Only until I close this tab"])
def test_what_was_written_is_offered_and_used_with_a_press(tab: Open, keep: str) -> None:
    fill_in(tab("earlier"), keep=keep)
    page = tab("now")
    line = page.locator("[data-item=line]")
    expect(line.get_by_text("Use what you wrote in “Earlier”?")).to_be_visible()
    expect(line.locator("[data-wl-preview]")).to_have_text("Slowly and by daylight")
    expect(line.locator("[name=line]")).to_have_value("")
    line.get_by_role("button", name="Use it").click()
    expect(line.locator("[name=line]")).to_have_value("Slowly and by daylight")
    expect(line.get_by_role("button", name="Use it")).to_be_hidden()
    expect(line.get_by_role("status")).to_have_text(
        "It stands in your answer now. Change it as you like."
    )
    page.locator("[data-wl-status]").get_by_text("Saved").wait_for()
    page.reload()
    page.locator("form.wl-live").wait_for()
    expect(line.locator("[name=line]")).to_have_value("Slowly and by daylight")
    expect(page.locator("[data-item=all_helps] [data-wl-question]")).to_be_visible()
    expect(line.locator("[data-wl-question]")).to_be_hidden()


@pytest.mark.browser
def test_every_kind_of_answer_finds_its_place(tab: Open) -> None:
    fill_in(tab("earlier"), keep="Only until I close this tab")
    page = tab("now")
    for item in ("all_helps", "helps", "order", "ours", "others", "how", "plan", "sentence"):
        button = page.locator(f"[data-item={item}]").get_by_role("button", name="Use it")
        button.click()
        expect(button).to_be_hidden()

    def value(name: str) -> str:
        return page.locator(f'[name="{name}"]').input_value()

    assert value("all_helps") == "A walk\nTea"
    assert page.locator('[name="helps.walk"]').is_checked()
    assert page.locator('[name="helps.tea"]').is_checked()
    assert not page.locator('[name="helps.song"]').is_checked()
    assert (value("order.walk"), value("order.tea"), value("order.talk")) == ("1", "2", "")
    rows = [(value(f"ours.{n}.what"), value(f"ours.{n}.who")) for n in (1, 2, 3)]
    assert rows == [("We begin in daylight", ""), ("Call on Sundays", "me"), ("Tell the truth", "")]
    expect(page.locator("[data-item=ours]").get_by_role("status").first).to_contain_text(
        "As much of it as there is room for"
    )
    assert [value(f"others.{n}.sentence") for n in (1, 2)] == ["Call on Sundays", "Tell the truth"]
    expect(page.locator('[name=how][value="7"]')).to_be_checked()
    assert (value("plan.if"), value("plan.then")) == ("the old tone", "stop talking")
    assert value("sentence") == "I said Slowly and by daylight."


@pytest.mark.browser
def test_what_is_hidden_is_not_offered_and_an_offer_can_be_declined(tab: Open) -> None:
    fill_in(tab("earlier"), keep="Only until I close this tab")
    page = tab("now")
    line = page.locator("[data-item=line]")
    line.get_by_role("button", name="No, thanks").click()
    expect(line.locator("[data-wl-question]")).to_be_hidden()
    expect(line.locator("[name=line]")).to_be_focused()
    expect(line.locator("[name=line]")).to_have_value("")
    expect(page.locator("[data-item=all_helps] [data-wl-question]")).to_be_visible()
    expect(page.locator("[data-item=hidden] [data-wl-question]")).to_be_hidden()
    page.locator("[name=all_helps]").fill("my own")
    expect(page.locator("[data-item=all_helps] [data-wl-question]")).to_be_hidden()


@pytest.mark.browser
@pytest.mark.parametrize("keep", ["Keep on this device", "Only until I close this tab"])
def test_conditions_and_texts_read_what_was_written_elsewhere(tab: Open, keep: str) -> None:
    fill_in(tab("earlier"), keep=keep)
    page = tab("then")
    expect(page.get_by_text("You wrote Slowly and by daylight and promised 2.")).to_be_visible()
    expect(page.locator("output")).to_have_text("8")
    expect(page.get_by_text("The secret is")).to_be_hidden()
    page.get_by_label("What would make it a ten?").fill("more time")
    expect(page.get_by_text("It was good then.")).to_be_visible()


@pytest.mark.browser
def test_what_was_never_written_elsewhere_is_unknown(tab: Open) -> None:
    page = tab("then")
    page.wait_for_function("() => globalThis.workleafMore?.offer && globalThis.workleafLogic")
    expect(page.get_by_text("You wrote")).to_be_hidden()
    expect(page.get_by_label("What would make it a ten?")).to_be_hidden()
    expect(page.locator("output")).to_have_text("")


@pytest.mark.browser
def test_offers_are_heard_and_reached_without_a_fault(tab: Open, axe_source: str) -> None:
    fill_in(tab("earlier"), keep="Only until I close this tab")
    page = tab("now")
    page.locator("[data-item=line] [data-wl-question]").wait_for()
    page.evaluate(axe_source)
    found = page.evaluate("axe.run('form').then(all => all.violations.map(each => each.id))")
    assert found == []
    page.get_by_role("button", name="Use it").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("[name=line]")).to_have_value("Slowly and by daylight")
    expect(page.locator("[name=line]")).to_be_focused()


@pytest.mark.browser
def test_nothing_is_offered_where_nothing_is_kept(tab: Open) -> None:
    page = tab("now")
    page.wait_for_function("() => globalThis.workleafMore?.offer && globalThis.workleafLogic")
    expect(page.locator("[data-wl-question]:visible")).to_have_count(0)


def test_paper_and_pages_without_scripts_say_nothing_of_it() -> None:
    now = both().by_id["now"]
    printed = "".join(
        page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf.make(now))).pages
    )
    assert "Earlier" not in printed
    page = web_pages.read(web_pages.draw(now))
    questions = [each for each in page if "data-wl-question" in each.attributes]
    assert len(questions) == 10
    assert all("hidden" in each.attributes for each in questions)


def test_the_other_persons_answers_are_unknown_until_there_are_any(tmp_path: Path) -> None:
    text = """
    title: Ours
    fields:
      - scale: How is it?
        id: how
        range: 0 to 10
        share: ok
      - note: We are ${gap(how, theirs.how)} apart.
        id: apart
        show_if: gap(how, theirs.how) > 2
      - note: You do not know yet.
        id: alone
        show_if: not answered(theirs.how)
    """
    ours = language_files.one(tmp_path, text)
    shown = [each.path for step in visible(ours, {"how": "4"}) for each in step.controls]
    assert shown == ["how", "alone"]
    both_known = values(ours, {"how": "4"}, theirs=values(ours, {"how": "9"}))
    shown = [
        each.path for step in visible(ours, {"how": "4"}, read=both_known) for each in step.controls
    ]
    assert shown == ["how", "apart"]


def test_what_is_never_shared_is_not_offered(tmp_path: Path) -> None:
    for never in ("share: never", "store: never"):
        earlier = f"title: Earlier\nfields:\n  - text: Line\n    id: line\n    {never}\n"
        now = "title: Now\nfields:\n  - text: Line\n    id: line\n    from: earlier.line\n"
        found = language_files.said(
            language_files.read(tmp_path, earlier=earlier, now=now).problems
        )
        assert found == ["'earlier.line' is kept from other worksheets"]
    whole = "title: Earlier\nshare: never\nfields:\n  - text: Line\n    id: line\n"
    assert language_files.said(language_files.read(tmp_path, earlier=whole).problems) == [
        "'earlier.line' is kept from other worksheets"
    ]
