"""What controls do in a browser: rows, order, choices, scores and letters."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from playwright.sync_api import Browser, Page, expect

from pdf_examples import choices, line, prose, rows
from reader_pages import page as whole_page
from reader_pages import serving
from web_pages import draw
from workleaf.worksheet.controls import (
    AnyControl,
    Band,
    Choice,
    Compose,
    Dated,
    Grid,
    Growing,
    Order,
    Pick,
    Rows,
    Tally,
    Write,
)
from workleaf.worksheet.model import Result, Step, Worksheet
from workleaf.worksheet.texts import Paragraph, Plain, Slot, Tree

pytestmark = pytest.mark.browser
Open = Callable[..., Page]
PEOPLE = Rows(
    path="people",
    label=line("My people"),
    columns=(
        Write(path="who", label=line("Who")),
        Pick(path="good", label=line("Good for"), choices=choices(laugh="a laugh", help="help")),
    ),
    plan=Growing(first=2, most=4),
)
LOG = Rows(
    path="log",
    label=line("The log"),
    columns=(
        Write(path="made", label=line("Due"), kind="number"),
        Write(path="kept", label=line("Kept"), kind="number"),
        Tally(
            path="share",
            label=line("Out of ten"),
            tree=("/", ("*", 10, ("v", "kept")), ("v", "made")),
        ),
    ),
    plan=Dated(every="week", times=12),
)
NEEDS = Order(
    path="needs",
    label=line("In order"),
    choices=choices(honesty="Honesty", time="Time", space="Space"),
    places=3,
)
NAME: Tree = ("v", "name")
LETTER = Compose(
    path="letter",
    label=line("Your letter"),
    editable=True,
    max_words=6,
    too_long=line("Shorter is easier."),
    template=(
        Paragraph((Plain("Dear "), Slot(tree=NAME, optional=False, name="Name"), Plain(","))),
        Paragraph((Plain("I am sorry."),)),
    ),
)
GATE = Worksheet(
    id="the-gate",
    title=line("Before"),
    keep="never",
    is_gate=True,
    steps=(
        Step(
            id="only",
            title=(),
            controls=(
                Pick(
                    path="rule",
                    label=line("Is there a rule?"),
                    choices=choices(no="No", yes="Yes"),
                    keep="never",
                    only_on="screen",
                ),
            ),
        ),
    ),
    results=(
        Result(id="stop", show=prose("Stop here."), when=("is not", ("v", "rule"), ("s", "no"))),
        Result(id="go", show=prose("Go on."), when=("is", ("v", "rule"), ("s", "no")), passes=True),
    ),
)


@pytest.fixture
def open_sheet(browser: Browser) -> Iterator[Open]:
    """Opens a worksheet made of these controls in a page of its own."""
    context = browser.new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    errors: list[str] = []

    with serving() as pages:

        def open_it(*controls: AnyControl, gate: Worksheet | None = None) -> Page:
            step = Step(id="only", title=line("A step"), controls=controls)
            sheet = Worksheet(
                id="a-sheet", title=line("A sheet"), steps=(step,), gate=gate.id if gate else ""
            )
            address = pages.put("/sheet/", whole_page(draw(sheet, gate)))
            page = context.new_page()
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.goto(address)
            expect(page.locator(".wl-form.wl-live:not(.wl-gate)")).to_have_count(1)
            return page

        yield open_it
        context.close()
    assert not errors


def keep(page: Page) -> None:
    page.get_by_role("button", name="Keep on this device").click()
    expect(page.locator("[data-wl-status]")).to_contain_text("Saved")


def names(page: Page) -> list[str]:
    found: list[str] = page.evaluate(
        "() => [...document.querySelectorAll('[data-row] [name]')].map(each => each.name)"
    )
    return found


def box(name: str) -> str:
    return f'[name="{name}"]'


def test_a_row_is_added_with_the_next_number_and_the_focus(open_sheet: Open) -> None:
    page = open_sheet(PEOPLE)
    page.get_by_role("button", name="Add a row").click()
    expect(page.locator(box("people.3.who"))).to_be_focused()
    expect(page.get_by_label("Who, Row 3")).to_be_visible()
    page.get_by_role("button", name="Add a row").click()
    expect(page.get_by_role("button", name="Add a row")).to_be_hidden()


def test_a_removed_row_comes_back_with_undo(open_sheet: Open) -> None:
    page = open_sheet(PEOPLE)
    page.locator(box("people.1.who")).fill("Ada")
    page.locator(box("people.2.who")).fill("Ben")
    page.locator(box("people.2.good")).select_option("help")
    page.get_by_role("button", name="Remove: Row 1").click()
    expect(page.locator(box("people.1.who"))).to_have_value("Ben")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(box("people.1.who"))).to_have_value("Ada")
    expect(page.locator(box("people.2.good"))).to_have_value("help")
    expect(page.get_by_role("button", name="Undo")).to_be_hidden()


def test_rows_are_there_again_after_coming_back(open_sheet: Open) -> None:
    page = open_sheet(PEOPLE)
    for number, who in enumerate(("Ada", "Ben", "Cleo", "Dora"), start=1):
        if number > 2:
            page.get_by_role("button", name="Add a row").click()
        page.locator(box(f"people.{number}.who")).fill(who)
    keep(page)
    page.get_by_role("button", name="Remove: Row 2").click()
    expect(page.locator("[data-wl-status]")).to_contain_text("Saved")
    page.goto(page.url)
    expect(page.locator(box("people.3.who"))).to_have_value("Dora")
    expect(page.locator(box("people.2.who"))).to_have_value("Cleo")
    assert names(page)[-1] == "people.3.good"


def test_entries_have_a_day_each_and_stand_in_order(open_sheet: Open) -> None:
    page = open_sheet(LOG)
    assert names(page) == []
    for day in ("2026-11-23", "2026-11-09", "2026-11-16"):
        page.get_by_label("Week of").fill(day)
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator(box(f"log.{day}.made"))).to_be_focused()
    assert [name.split(".")[1] for name in names(page)[::2]] == [
        "2026-11-09",
        "2026-11-16",
        "2026-11-23",
    ]
    expect(page.get_by_role("group", name="November 9, 2026")).to_be_visible()


def test_an_entrys_number_is_worked_out_from_its_own_row(open_sheet: Open) -> None:
    page = open_sheet(LOG)
    for day in ("2026-11-09", "2026-11-16", "2026-11-23"):
        page.get_by_label("Week of").fill(day)
        page.get_by_role("button", name="Add", exact=True).click()
    for day, made, kept in (("2026-11-09", "4", "3"), ("2026-11-23", "2", "2")):
        page.locator(box(f"log.{day}.made")).fill(made)
        page.locator(box(f"log.{day}.kept")).fill(kept)
    expect(page.locator("output").nth(0)).to_have_text("7.5")
    expect(page.locator("output").nth(1)).to_have_text("")
    expect(page.locator("output").nth(2)).to_have_text("10")


def test_entries_are_there_again_after_coming_back(open_sheet: Open) -> None:
    page = open_sheet(LOG)
    page.get_by_label("Week of").fill("2026-11-09")
    page.get_by_role("button", name="Add", exact=True).click()
    page.locator(box("log.2026-11-09.made")).fill("4")
    keep(page)
    page.goto(page.url)
    expect(page.locator(box("log.2026-11-09.made"))).to_have_value("4")


def places(page: Page) -> dict[str, str]:
    found: dict[str, str] = page.evaluate(
        """() => Object.fromEntries([...document.querySelectorAll('[data-value]')]
          .map(row => [row.dataset.value, row.querySelector('select').value]))"""
    )
    return found


def test_up_and_down_put_things_in_order_and_keep_the_focus(open_sheet: Open) -> None:
    page = open_sheet(NEEDS)
    page.get_by_role("button", name="Up: Space").press("Enter")
    assert places(page) == {"honesty": "1", "space": "2", "time": "3"}
    expect(page.get_by_role("button", name="Up: Space")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert list(places(page)) == ["space", "honesty", "time"]
    page.get_by_role("button", name="Down: Space").press("Enter")
    assert places(page) == {"honesty": "1", "space": "2", "time": "3"}


def test_a_chosen_place_changes_with_the_one_that_had_it(open_sheet: Open) -> None:
    page = open_sheet(NEEDS)
    page.locator(box("needs.time")).select_option("1")
    page.locator(box("needs.space")).select_option("2")
    page.locator(box("needs.space")).select_option("1")
    assert places(page) == {"space": "1", "time": "2", "honesty": ""}
    page.get_by_role("button", name="Clear: In order").click()
    assert set(places(page).values()) == {""}


def test_where_only_some_are_placed_up_takes_the_next_place(open_sheet: Open) -> None:
    page = open_sheet(replace(NEEDS, places=2))
    page.get_by_role("button", name="Up: Time").click()
    page.get_by_role("button", name="Up: Space").click()
    assert places(page) == {"time": "1", "space": "2", "honesty": ""}
    page.get_by_role("button", name="Up: Honesty").click()
    assert places(page) == {"time": "1", "honesty": "2", "space": ""}


def test_only_what_was_picked_is_put_in_order(open_sheet: Open) -> None:
    wants = Pick(path="wants", label=line("Wants"), choices=NEEDS.choices, many=True)
    page = open_sheet(wants, replace(NEEDS, picked_from="wants"))
    page.get_by_label("Time", exact=True).check()
    page.get_by_label("Honesty", exact=True).check()
    expect(page.get_by_role("button", name="Up: Space")).to_be_hidden()
    page.get_by_role("button", name="Up: Time").click()
    page.get_by_label("Honesty", exact=True).uncheck()
    expect(page.get_by_role("button", name="Up: Honesty")).to_be_hidden()
    assert places(page) == {"time": "1", "honesty": "", "space": ""}


def test_a_choice_can_be_taken_back(open_sheet: Open) -> None:
    page = open_sheet(Pick(path="a", label=line("Which?"), choices=choices(x="Ex", y="Why")))
    clear = page.get_by_role("button", name="Clear: Which?")
    expect(clear).to_be_hidden()
    page.get_by_label("Why").check()
    clear.click()
    expect(page.get_by_label("Why")).not_to_be_checked()
    expect(page.get_by_label("Ex", exact=True)).to_be_focused()
    expect(clear).to_be_hidden()


def test_a_row_of_a_grid_can_be_taken_back_alone(open_sheet: Open) -> None:
    grid = Grid(
        path="g", label=line("G"), rows=rows(one="One", two="Two"), choices=choices(a="A", b="B")
    )
    page = open_sheet(grid)
    page.get_by_role("radio", name="One A").check()
    page.get_by_role("radio", name="Two B").check()
    page.get_by_role("row", name="One").get_by_role("button").click()
    expect(page.get_by_role("radio", name="One A")).not_to_be_checked()
    expect(page.get_by_role("radio", name="Two B")).to_be_checked()


def test_the_box_of_something_else_shows_when_it_is_chosen(open_sheet: Open) -> None:
    other = Write(path="a__other", label=line("What else?"))
    page = open_sheet(
        Pick(path="a", label=line("Which?"), choices=choices(x="Ex", other="Else"), other=other)
    )
    expect(page.get_by_label("What else?")).to_be_hidden()
    page.get_by_label("Else", exact=True).check()
    expect(page.get_by_label("What else?")).to_be_visible()


def test_none_of_these_clears_the_others(open_sheet: Open) -> None:
    none = Choice(value="none", words=line("None of these"), exclusive=True)
    page = open_sheet(
        Pick(path="a", label=line("Which?"), choices=(*choices(x="Ex", y="Why"), none), many=True)
    )
    page.get_by_label("Ex", exact=True).check()
    page.get_by_label("None of these").check()
    expect(page.get_by_label("Ex", exact=True)).not_to_be_checked()
    page.get_by_label("Why").check()
    expect(page.get_by_label("None of these")).not_to_be_checked()


def test_too_many_picks_are_mentioned_and_kept(open_sheet: Open) -> None:
    page = open_sheet(
        Pick(path="a", label=line("A"), choices=choices(x="Ex", y="Why"), many=True, most=1)
    )
    page.get_by_label("Ex", exact=True).check()
    expect(page.get_by_text("That is more than 1.")).to_be_hidden()
    page.get_by_label("Why").check()
    expect(page.get_by_text("That is more than 1.")).to_be_visible()
    expect(page.get_by_label("Ex", exact=True)).to_be_checked()


def test_a_score_says_how_far_it_is_and_then_what_it_means(open_sheet: Open) -> None:
    numbers = choices(**{str(n): str(n) for n in range(5)})
    parts: tuple[Tree, ...] = (("v", "a"), ("v", "b"))
    score = Tally(
        path="sum",
        label=line("Together"),
        tree=("tally", "sum", 2, *parts),
        parts=parts,
        bands=(Band(up_to=3, label=line("Low")), Band(up_to=8, label=line("High"))),
    )
    page = open_sheet(
        Pick(path="a", label=line("A"), choices=numbers, look="scale"),
        Pick(path="b", label=line("B"), choices=numbers, look="scale"),
        score,
    )
    expect(page.locator("[data-band]:visible")).to_have_count(0)
    page.locator('[name="a"][value="3"]').check()
    expect(page.get_by_text("1 of 2 answered")).to_be_visible()
    page.locator('[name="b"][value="2"]').check()
    expect(page.locator("output")).to_have_text("5")
    expect(page.locator("[data-band]:visible")).to_contain_text("High")
    expect(page.get_by_text("of 2 answered")).to_have_count(0)


def test_a_letter_is_filled_copied_edited_and_started_again(open_sheet: Open) -> None:
    page = open_sheet(Write(path="name", label=line("Name")), LETTER)
    page.locator('[name="name"]').fill("Sam")
    letter, own = page.locator("[data-wl-letter]"), page.locator('[name="letter"]')
    expect(letter).to_contain_text("Dear Sam,")
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied")).to_be_visible()
    assert page.evaluate("() => navigator.clipboard.readText()") == "Dear Sam,\n\nI am sorry."
    page.get_by_role("button", name="Edit").click()
    expect(own).to_be_focused()
    own.fill("In my own words, and rather more of them")
    expect(letter).to_be_hidden()
    expect(page.get_by_text("9 words")).to_be_visible()
    expect(page.get_by_text("Shorter is easier.")).to_be_visible()
    page.get_by_role("button", name="Start again").click()
    expect(letter).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(own).to_have_value("In my own words, and rather more of them")


def test_an_own_version_emptied_while_writing_stays_a_box(open_sheet: Open) -> None:
    need = Slot(tree=("v", "name"), optional=False, name="Name")
    letter = Paragraph((Plain("I need "), need, Plain(". Thank you.")))
    page = open_sheet(replace(LETTER, template=(letter,)))
    page.get_by_role("button", name="Edit").click()
    own = page.locator('[name="letter"]')
    expect(own).to_have_value("I need … Thank you.")
    own.fill("")
    expect(own).to_be_visible()
    page.get_by_role("heading").first.click()
    expect(page.locator("[data-wl-letter]")).to_be_visible()


def test_nothing_is_put_together_until_the_gate_is_passed(open_sheet: Open) -> None:
    page = open_sheet(Write(path="name", label=line("Name")), LETTER, gate=GATE)
    page.locator('[name="name"]').fill("Sam")
    held = page.locator("[data-wl-stop]")
    expect(held).to_contain_text("Answer the questions at the top first.")
    expect(page.get_by_role("button", name="Copy")).to_be_hidden()
    assert "Sam" not in (page.locator("[data-wl-letter]").text_content() or "")
    page.get_by_label("Yes").check()
    expect(held).to_contain_text("Stop here.")
    page.get_by_label("No", exact=True).check()
    expect(held).to_be_hidden()
    expect(page.locator("[data-wl-letter]")).to_contain_text("Dear Sam,")
    page.get_by_label("Yes").check()
    expect(held).to_be_visible()
    assert "Sam" not in (page.locator("[data-wl-letter]").text_content() or "")
