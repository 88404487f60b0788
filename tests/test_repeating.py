"""A group that repeats: for one person after the other, or for each pick of an earlier question."""

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
import pdf_filling
import web_pages
from reader_pages import page as whole_page
from reader_pages import serving
from workleaf.outputs import answers, pdf
from workleaf.worksheet.answers import values, visible
from workleaf.worksheet.conditions import evaluate
from workleaf.worksheet.controls import Order
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import on_paper

PEOPLE = """
title: People who help
fields:
  - group: People I can ask
    id: people
    repeat: 1 to 4
    row_label: Person
    add_label: Add another person
    fields:
      - text: What is their first name?
        id: name
      - choose_many: What are they good for?
        id: good_for
        choices: {listen: Listening, laugh: A laugh}
        other: Something else
      - yes_no: Do they know about it?
        id: knows
      - text: What would you tell ${first(name, "them")} first?
        id: tell
        show_if: knows is no
      - number: How many minutes would it take?
        id: minutes
        show_if: answered(tell)
      - plan: Your next step
        id: step
      - note: One name is enough.
  - note: You named ${count(people)}. ${people.name} help for ${sum(people.minutes)} minutes.
    id: so_far
    show_if: count(people) > 1
  - note: Somebody makes you laugh.
    id: laughing
    show_if: people.good_for includes "laugh"
"""
CAUSES = """
title: What to change
fields:
  - choose_many: What wears you out?
    id: causes
    choices:
      - sleep: Too little sleep
      - work: Too much work
      - none: None of these
        exclusive: yes
    other: Something else
  - group: One step for each
    id: steps
    repeat_for: causes
    fields:
      - text: What would be a first small step?
        id: step
      - number: How many minutes would it take?
        id: minutes
        show_if: answered(step)
  - score: Minutes in all
    id: in_all
    sum: steps.minutes
    needs: any
  - note: You planned ${count(steps)}.
    id: planned
    show_if: answered(steps.work.step)
"""


def read_one(text: str) -> Worksheet:
    with tempfile.TemporaryDirectory() as folder:
        return language_files.one(Path(folder), text)


@cache
def people() -> Worksheet:
    return read_one(PEOPLE)


@cache
def causes() -> Worksheet:
    return read_one(CAUSES)


TWO = {
    "people.1.name": "Ann",
    "people.1.good_for.laugh": True,
    "people.1.knows": "no",
    "people.1.tell": "all of it",
    "people.1.minutes": "20",
    "people.2.name": "Ben",
    "people.2.good_for": ["listen", "laugh"],
    "people.2.knows": "yes",
    "people.2.tell": "nothing yet",
    "people.2.minutes": "40",
    "people.2.step.then": "call him",
}


def test_each_one_is_a_row_and_its_hidden_answers_count_for_nothing() -> None:
    read = values(people(), TWO)
    rows = read("people")
    assert isinstance(rows, list)
    first, second = rows
    assert first == {
        "name": "Ann",
        "good_for": ["laugh"],
        "knows": "no",
        "tell": "all of it",
        "minutes": 20.0,
        "step": None,
    }
    # Ben knows, so nobody asked what to tell him, and so nobody asked how long that takes.
    assert (second["tell"], second["minutes"]) == (None, None)
    assert second["step"] == {"if": None, "then": "call him"}


def test_outside_a_column_is_a_list_and_several_choices_are_one_list() -> None:
    read = values(people(), TWO)
    assert evaluate(("get", ("v", "people"), "name"), read) == ["Ann", "Ben"]
    assert evaluate(("get", ("v", "people"), "good_for"), read) == ["laugh", "listen", "laugh"]
    assert evaluate(("count", ("v", "people")), read) == 2
    shown = {each.path for step in visible(people(), TWO) for each in step.controls}
    assert {"so_far", "laughing"} <= shown
    assert "so_far" not in {each.path for step in visible(people(), {}) for each in step.controls}


def test_only_what_was_picked_is_asked_and_none_of_these_is_no_pick() -> None:
    flat = {
        "causes.sleep": True,
        "causes.other": True,
        "causes__other": "the dog",
        "steps.sleep.step": "lights out at ten",
        "steps.sleep.minutes": "5",
        "steps.work.step": "no mail at home",
        "steps.work.minutes": "7",
    }
    rows = [row.value for row in causes().steps[0].controls[1].plan.rows]  # type: ignore[union-attr]
    assert rows == ["sleep", "work", "other"]
    read = values(causes(), flat)
    found = read("steps")
    assert isinstance(found, dict)
    assert found["sleep"] == {"step": "lights out at ten", "minutes": 5.0}
    assert found["work"] is None, "it was not picked"
    assert evaluate(("count", ("v", "steps")), read) == 1
    assert values(causes(), {**flat, "causes.work": True})("steps")["work"]["minutes"] == 7  # type: ignore[index]
    assert values(causes(), {"causes.none": True, "steps.sleep.step": "x"})("steps") is None


def test_a_ranking_of_picks_takes_the_readers_own_pick_too() -> None:
    ranked = read_one(CAUSES + "  - ranking: First?\n    id: first\n    choices_from: causes\n")
    order = next(each for each in ranked.controls() if each.path == "first")
    assert isinstance(order, Order)
    assert [each.value for each in order.choices] == ["sleep", "work", "other"]
    assert order.picked_from == "causes"


@pytest.mark.parametrize("worksheet", [people(), causes()], ids=["repeat", "repeat_for"])
def test_paper_carries_every_one_of_them_and_gives_the_answers_back(
    worksheet: Worksheet, tmp_path: Path
) -> None:
    file = tmp_path / "filled.pdf"
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    filled = pdf_filling.full(worksheet)
    file.write_bytes(pdf_filling.with_pikepdf(made, filled))
    assert dict(answers.read(file).answers) == pdf_filling.expected(worksheet, filled)


def test_paper_prints_as_many_as_there_can_be_up_to_six() -> None:
    names = [spot.path for spot in on_paper(people()) if spot.path.endswith(".name")]
    assert names == [f"people.{number}.name" for number in range(1, 5)]
    many = read_one(PEOPLE.replace("1 to 4", "2 to 9"))
    assert sum(spot.path.endswith(".name") for spot in on_paper(many)) == 6


def test_paper_says_when_a_pick_and_a_question_are_meant() -> None:
    pages = pypdf.PdfReader(io.BytesIO(pdf.make(causes()))).pages
    printed = " ".join(" ".join(page.extract_text() for page in pages).split())
    on_screen = web_pages.read(web_pages.draw(causes())).text
    for said in (
        'If you chose "Too much work" in "What wears you out?"',
        'If you answered "What would be a first small step?"',
    ):
        assert said in printed
        assert said in on_screen


Open = Callable[[Worksheet], Page]


@pytest.fixture
def tab(browser: Browser) -> Iterator[Open]:
    with serving() as pages:
        context = browser.new_context()
        context.set_default_timeout(10_000)
        made = context.new_page()
        complaints: list[str] = []
        made.on("pageerror", lambda error: complaints.append(str(error)))

        def open_page(worksheet: Worksheet) -> Page:
            made.goto(pages.put("/sheet/", whole_page(web_pages.draw(worksheet))))
            made.locator("form.wl-live").wait_for()
            return made

        yield open_page
        assert complaints == []
        context.close()


@pytest.mark.browser
def test_people_are_added_removed_and_brought_back_in_words(tab: Open) -> None:
    page = tab(people())
    page.get_by_label("What is their first name?").nth(0).fill("Ann")
    page.get_by_role("button", name="Add another person").click()
    expect(page.get_by_role("group", name="Person 2", exact=True)).to_be_visible()
    expect(page.get_by_label("What is their first name?").nth(1)).to_be_focused()
    page.get_by_label("What is their first name?").nth(1).fill("Ben")
    expect(page.get_by_text("You named 2. Ann and Ben help")).to_be_visible()
    second = page.get_by_role("group", name="Person 2", exact=True)
    second.get_by_text("A laugh").click()
    expect(page.get_by_text("Somebody makes you laugh.")).to_be_visible()
    second.get_by_text("Something else").first.click()
    second.get_by_label("Something else").last.fill("soup")
    second.get_by_role("button", name="Remove: Person 2").click()
    expect(page.get_by_text("Somebody makes you laugh.")).to_be_hidden()
    page.get_by_role("button", name="Undo").click()
    expect(
        page.get_by_role("group", name="Person 2", exact=True).get_by_label("Something else").last
    ).to_have_value("soup")
    page.locator("[data-wl-status]").get_by_text("Saved until").wait_for()
    page.reload()
    expect(page.get_by_label("What is their first name?").nth(1)).to_have_value("Ben")
    expect(
        page.get_by_role("group", name="Person 2", exact=True).get_by_label("A laugh")
    ).to_be_checked()


@pytest.mark.browser
def test_a_hidden_question_of_a_person_counts_for_nothing(tab: Open) -> None:
    page = tab(people())
    page.get_by_role("button", name="Add another person").click()
    for number, name in enumerate(("Ann", "Ben"), start=1):
        one = page.get_by_role("group", name=f"Person {number}", exact=True)
        one.get_by_label("What is their first name?").fill(name)
        expect(one.get_by_label("first?")).to_be_hidden()
        one.get_by_text("No", exact=True).click()
        one.get_by_label(f"What would you tell {name} first?").fill("all")
        one.get_by_label("How many minutes").fill(f"{number}0")
    expect(page.get_by_text("help for 30 minutes")).to_be_visible()
    first = page.get_by_role("group", name="Person 1", exact=True)
    first.get_by_text("Yes", exact=True).click()
    expect(first.get_by_label("How many minutes")).to_be_hidden()
    expect(page.get_by_text("help for 20 minutes")).to_be_visible()


@pytest.mark.browser
def test_each_pick_brings_its_questions_and_takes_them_along(tab: Open) -> None:
    page = tab(causes())
    group = page.locator("[data-item=steps]")
    expect(group).to_be_hidden()
    page.get_by_label("Too much work").check()
    work = group.get_by_role("group", name="Too much work", exact=True)
    work.get_by_label("What would be").fill("No mail at home")
    work.get_by_label("How many minutes").fill("7")
    expect(page.get_by_text("You planned 1.")).to_be_visible()
    page.locator("[data-item=causes]").get_by_label("Something else").first.check()
    page.locator("[name=causes__other]").fill("the dog")
    expect(
        group.get_by_role("group", name="the dog", exact=True).get_by_label("What would be")
    ).to_be_visible()
    total = page.locator("output")
    expect(total).to_have_text("7")
    page.get_by_label("Too much work").uncheck()
    expect(work).to_be_hidden()
    expect(total).to_have_text("")
    expect(page.get_by_text("You planned")).to_be_hidden()
    page.get_by_label("Too much work").check()
    expect(total).to_have_text("7")
    page.get_by_label("None of these").check()
    expect(group).to_be_hidden()


@pytest.mark.browser
def test_a_filled_sheet_prints_what_was_picked_and_asked(tab: Open) -> None:
    page = tab(causes())
    page.get_by_label("Too much work").check()
    group = page.locator("[data-item=steps]")
    group.get_by_role("group", name="Too much work", exact=True).get_by_label("What would be").fill(
        "x"
    )
    expect(page.get_by_text("You planned 1.")).to_be_visible()
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    printed = group.locator("legend:visible").all_inner_texts()
    assert [text.strip() for text in printed] == ["One step for each", "Too much work"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
