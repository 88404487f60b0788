"""Timers, wording tips and calendar entries as words: on paper, and where scripts are off."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader

import web_pages
from pdf_examples import line, prose
from workleaf.outputs import pdf
from workleaf.strings import words
from workleaf.worksheet.controls import Compose, Group, Tip, Write
from workleaf.worksheet.model import CalendarEntry, Step, Worksheet
from workleaf.worksheet.timing import planned, take

WATCHED = ("has_words", ("v", "letter"), ("but",), (), 0)
SHEET = Worksheet(
    id="a-sheet",
    title=line("A sheet"),
    steps=(
        Step(
            id="only",
            title=line("A step"),
            controls=(
                Write(path="seen", label=line("What a friend would see"), timer=(7,)),
                Group(
                    path="turns",
                    label=line("Turns"),
                    timer=(2, 1),
                    controls=(Write(path="heard", label=line("What I heard")),),
                ),
                Write(path="again", label=line("Look again on"), kind="date"),
                Compose(
                    path="letter",
                    label=line("Your letter"),
                    template=prose("Dear you"),
                    tips=(
                        Tip(show=line("Try a full stop."), tree=WATCHED),
                        Tip(show=line("It is late."), hours=("22:00", "06:00")),
                    ),
                ),
            ),
        ),
    ),
    calendar=(
        CalendarEntry(id="again", title=line("Look again"), date="again", asked="Look again on"),
        CalendarEntry(id="weekly", title=line("Quiet hour"), every="week", times=12),
    ),
)


@pytest.fixture(scope="module")
def paper() -> str:
    made = pdf.make(SHEET, paper="a4", site="", link=None, gate=None)
    assert not pdf.check(made, SHEET)
    pages = PdfReader(BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_minutes_are_said_one_after_the_other() -> None:
    english = words("en")
    assert take((), english) == ""
    assert take((1,), english) == "Take 1 minute."
    assert take((2, 1, 5), english) == "Take 2 minutes, then 1 minute, then 5 minutes."
    assert take((2, 1), words("de")) == "Nimm dir 2 Minuten, dann 1 Minute."


def test_a_timer_is_a_sentence_on_paper(paper: str) -> None:
    assert paper.count("Take 7 minutes.") == 1
    assert paper.count("Take 2 minutes, then 1 minute.") == 1


def test_tips_are_a_list_to_read_over_on_paper_where_no_clock_is(paper: str) -> None:
    assert "When you read it over: • Try a full stop." in paper
    assert "It is late." not in paper


def test_what_to_put_into_a_calendar_stands_on_paper_and_without_scripts(paper: str) -> None:
    said = [planned(entry, words("en")) for entry in SHEET.calendar]
    assert said == [
        "the day in “Look again on”",
        "12 times, every week from the day on which you add it",
    ]
    root = web_pages.read(web_pages.draw(SHEET))
    (section,) = [each for each in root.all("section") if each.get("class") == "wl-calendar"]
    assert [each.text for each in section.all("dt")] == ["Look again", "Quiet hour"]
    assert [each.text for each in section.all("dd")] == said
    (tools,) = [each for each in section if "data-wl-tools" in each.attributes]
    assert "hidden" in tools.attributes
    for words_of_entry in ("For your calendar", *said):
        assert words_of_entry in paper
