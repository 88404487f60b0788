"""Copies to read: what stands on the page, in words, and nothing that should not be in them."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shower
from pdf_examples import choices, line, prose, rows
from test_web_behaviours import GATE
from test_web_golden import worksheet
from workleaf.worksheet.controls import (
    Band,
    Choice,
    Compose,
    Dated,
    Grid,
    Group,
    Growing,
    Order,
    Pick,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.model import Step, Worksheet
from workleaf.worksheet.texts import Paragraph, Plain, Slot

pytestmark = pytest.mark.browser

OTHER = Choice(value="other", words=line("Something else"))
BOX = Write(path="", label=line("What else?"))
NUMBERS = choices(**{str(n): str(n) for n in range(4)})
FIRST = (
    Write(path="name", label=line("Your name"), required=True),
    Write(path="long", label=line("What happened?"), kind="lines"),
    Write(path="days", label=line("How long?"), kind="number", unit=line("days")),
    Write(path="when", label=line("When?"), kind="date"),
    Pick(path="how", label=line("How was it?"), choices=choices(good="Good", bad="Hard")),
    Pick(
        path="why",
        label=line("Why?"),
        choices=(*choices(money="Money", time="Time"), OTHER),
        many=True,
        other=replace(BOX, path="why__other"),
    ),
    Pick(path="where", label=line("Where?"), choices=choices(home="At home"), look="dropdown"),
    Order(path="order", label=line("In order"), choices=choices(a="Ay", b="Bee"), places=2),
    Grid(path="true", label=line("How true?"), rows=rows(kept="Kept"), choices=NUMBERS, scale=True),
    Group(
        path="plan",
        label=line("Next time"),
        look="sentence",
        controls=(
            Write(path="plan.if", before=line("When"), after=line("happens")),
            Write(path="plan.then", before=line("I will")),
        ),
    ),
    Group(
        path="signed",
        label=line("Signed"),
        look="signature",
        controls=(
            Write(path="signed.name", label=line("Name")),
            Write(path="signed.date", label=line("Date"), kind="date"),
        ),
    ),
)
COLUMNS = (
    Write(path="what", label=line("What")),
    Pick(path="who", label=line("By whom"), choices=choices(me="Me", you="You")),
)
SECOND = (
    Rows(path="table", label=line("Promises"), columns=COLUMNS, plan=Growing(first=2, most=4)),
    Rows(path="log", label=line("The log"), columns=COLUMNS, plan=Dated(every="week", times=4)),
    Tally(
        path="score",
        label=line("Together"),
        tree=("tally", "sum", 1, ("v", "days")),
        parts=(("v", "days"),),
        bands=(Band(up_to=9, label=line("Short"), advice=prose("Go on.")),),
    ),
    Compose(
        path="letter",
        label=line("Your letter"),
        template=(
            Paragraph((Plain("Dear "), Slot(tree=("v", "name"), optional=False, name="Name"))),
            Paragraph((Plain("Thank you."),)),
        ),
    ),
)
KEPT_BACK = (
    Write(path="hidden", label=line("A hidden one"), show_if=("is", ("v", "how"), ("s", "bad"))),
    Write(path="secret", label=line("Kept nowhere"), keep="never"),
    Write(path="paper", label=line("On paper"), only_on="paper"),
    Write(path="empty", label=line("Left empty")),
    Say(path="note", text=prose("Words of the guide.")),
)
SHEET = Worksheet(
    id="small-steps",
    title=line("A *quiet* sheet"),
    steps=(
        Step(id="one", title=line("The first step"), controls=FIRST),
        Step(id="two", title=line("The second step"), controls=SECOND),
        Step(id="back", title=line("Nothing to tell"), controls=KEPT_BACK),
    ),
    exports=("pdf", "json", "md", "csv", "docx"),
)
MARKDOWN = r"""# A \*quiet\* sheet

DATE

## The first step

**Your name**

Sam

**What happened?**

First line  
\- second line

A new paragraph

**How long?**

5 days

**When?**

Monday, November 30, 2026

**How was it?**

Good

**Why?**

- Money
- Something else: a \_reason\_

**Where?**

At home

**In order**

1. Bee
2. Ay

**How true?**

|  |  |
| --- | --- |
| Kept | 2 |

**Next time**

When it rains happens I will stay

**Signed**

Name: Sam  
Date: Tuesday, December 1, 2026

## The second step

**Promises**

|  | What | By whom |
| --- | --- | --- |
| Row 1 | Call | You |

**The log**

|  | What | By whom |
| --- | --- | --- |
| Monday, November 16, 2026 | Later |  |
| Monday, November 23, 2026 | Sooner |  |

**Together**

5: Short

**Your letter**

Dear Sam

Thank you.
"""  # noqa: W291 - two spaces are a line break
CSV = [
    ("name", "Your name", "Sam"),
    ("long", "What happened?", "First line\n- second line\n\nA new paragraph"),
    ("days", "How long?", "5 days"),
    ("when", "When?", "2026-11-30"),
    ("how", "How was it?", "Good"),
    ("why", "Why?", "Money, Something else: a _reason_"),
    ("where", "Where?", "At home"),
    ("order", "In order", "1. Bee, 2. Ay"),
    ("true.kept", "How true? · Kept", "2"),
    ("plan", "Next time", "When it rains happens I will stay"),
    ("signed", "Signed", "Name: Sam, Date: 2026-12-01"),
    ("table.1.what", "Promises · Row 1 · What", "Call"),
    ("table.1.who", "Promises · Row 1 · By whom", "You"),
    ("log.2026-11-16.what", "The log · Monday, November 16, 2026 · What", "Later"),
    ("log.2026-11-23.what", "The log · Monday, November 23, 2026 · What", "Sooner"),
    ("score", "Together", "5: Short"),
    ("letter", "Your letter", "Dear Sam\n\nThank you."),
]


def _fill(page: Page) -> None:
    page.locator("[data-keep-choice=session]").evaluate("button => button.click()")
    for name, text in {
        "name": "Sam", "long": "First line\n- second line\n\nA new paragraph", "days": "5",
        "when": "2026-11-30", "plan.if": "it rains", "plan.then": "stay",
        "signed.name": "Sam", "signed.date": "2026-12-01", "table.1.what": "Call",
        "secret": "SECRET",
    }.items():  # fmt: skip
        page.locator(f'[name="{name}"]').fill(text)
    page.locator('[name="how"][value="bad"]').check()
    page.locator('[name="hidden"]').fill("HIDDEN")
    page.locator('[name="how"][value="good"]').check()
    for name in ("why.money", "why.other"):
        page.locator(f'[name="{name}"]').check()
    page.locator('[name="why__other"]').fill("a _reason_")
    for name, choice in {
        "where": "home",
        "order.b": "1",
        "order.a": "2",
        "table.1.who": "you",
    }.items():
        page.locator(f'select[name="{name}"]').select_option(choice)
    page.locator('[name="true.kept"][value="2"]').check()
    for day, text in {"2026-11-23": "Sooner", "2026-11-16": "Later"}.items():
        page.locator("[data-wl-new]").fill(day)
        page.get_by_role("button", name="Add", exact=True).click()
        page.locator(f'[name="log.{day}.what"]').fill(text)
    expect(page.locator("[data-wl-letter]")).to_contain_text("Dear Sam")


def _copy(page: Page, name: str, folder: Path) -> Path:
    page.get_by_role("button", name=name).click()
    with page.expect_download() as waiting:
        page.get_by_role("dialog").get_by_role("button", name="Download").click()
    found = waiting.value.suggested_filename
    assert re.fullmatch(r"notes-\d{4}-\d\d-\d\d\.(md|csv|docx)", found)
    waiting.value.save_as(folder / found)
    return folder / found


def test_a_copy_to_read_holds_every_answer_in_words_in_each_format(
    show: Shower, tmp_path: Path
) -> None:
    page = show(SHEET)
    _fill(page)
    made = _copy(page, "Text (Markdown)", tmp_path).read_bytes().decode()
    told = re.sub(r"\A(.*\n\n)[^\n]+", r"\1DATE", made)
    assert told == MARKDOWN
    table = _copy(page, "Table (CSV)", tmp_path).read_bytes().decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(table, newline="")))
    assert read[0] == ["Path", "Question", "Answer"]
    unmarked = [tuple(row) for row in read[1:]]
    assert unmarked == CSV
    document = docx.Document(str(_copy(page, "Word document", tmp_path)))
    words = [each.text for each in document.paragraphs]
    assert {"The first step", "What happened?", "Something else: a _reason_"} <= set(words)
    cells = [[cell.text for cell in row.cells] for grid in document.tables for row in grid.rows]
    assert ["Row 1", "Call", "You"] in cells
    assert ["Monday, November 16, 2026", "Later", ""] in cells
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Download my answers").click()
    backup = Path(waiting.value.path()).read_text("utf-8")
    assert "HIDDEN" in backup
    assert "SECRET" not in backup
    whole = made + table + "".join(words)
    for kept in ("HIDDEN", "SECRET", "Words of the guide", "Left empty", "Nothing to tell"):
        assert kept not in whole


def test_an_earlier_answer_is_in_a_copy_only_once_it_is_added(show: Shower, tmp_path: Path) -> None:
    page = show(worksheet("recall/what-you-wrote-above", tmp_path))
    page.locator("[data-item] input[type=text]:visible, textarea:visible").first.fill("My words")
    before = _copy(page, "Text (Markdown)", tmp_path).read_text("utf-8")
    page.locator(".wl-recall [data-wl-toggle]").click()
    after = _copy(page, "Text (Markdown)", tmp_path).read_text("utf-8")
    assert before.count("My words") == 1
    assert after.count("My words") == 2
    assert "added" not in after


def test_a_text_behind_a_gate_is_in_no_copy_until_the_gate_is_passed(
    show: Shower, tmp_path: Path
) -> None:
    page = show(replace(SHEET, gate=GATE.id), GATE)
    page.locator('[name="name"]').fill("Sam")
    closed = _copy(page, "Text (Markdown)", tmp_path).read_text("utf-8")
    assert "**Your name**" in closed
    assert "Dear Sam" not in closed
    assert GATE.id not in closed
    page.get_by_label("No", exact=True).check()
    opened = _copy(page, "Text (Markdown)", tmp_path).read_text("utf-8")
    assert "Dear Sam" in opened
    assert "Is there a rule?" not in opened


def test_a_reader_of_a_sensitive_site_is_asked_before_a_copy_is_made(show: Shower) -> None:
    page = show(SHEET)
    page.locator('[name="name"]').fill("Sam")
    files: list[str] = []
    page.on("download", lambda each: files.append(each.suggested_filename))
    page.get_by_role("button", name="Text (Markdown)").click()
    dialog = page.get_by_role("dialog", name="The file holds your answers in plain words")
    dialog.get_by_role("button", name="Cancel").click()
    expect(dialog).to_have_count(0)
    assert files == []


def test_nothing_is_written_down_of_an_empty_worksheet(show: Shower) -> None:
    page = show(replace(SHEET, steps=SHEET.steps[:1]))
    page.get_by_role("button", name="Table (CSV)").click()
    expect(page.locator("[data-wl-status]")).to_contain_text("There are no answers to write down")


def test_only_the_copies_that_an_author_offers_are_there_and_a_backup_always_is(
    show: Shower,
) -> None:
    page = show(replace(SHEET, exports=("docx",)))
    expect(page.get_by_role("button", name="Word document")).to_be_visible()
    expect(page.get_by_role("button", name="Text (Markdown)")).to_have_count(0)
    expect(page.get_by_role("link", name="Download PDF")).to_have_count(0)
    expect(page.get_by_role("button", name="Download my answers")).to_be_visible()


def test_answers_about_safety_go_into_no_copy(show: Shower) -> None:
    page = show(replace(SHEET, safety=True))
    expect(page.locator("[data-wl-as]")).to_have_count(0)
    page = show(replace(SHEET, keep="never"))
    expect(page.locator("[data-wl-as], [data-wl-download]")).to_have_count(0)
