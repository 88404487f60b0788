"""Quiet timers: started by the reader, true to the second, told sparingly."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from io import BytesIO

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

import reader_pages
from browser.conftest import STYLE, Shower
from pdf_examples import line, prose
from reader_pages import Pages
from web_pages import draw
from workleaf.outputs import pdf
from workleaf.worksheet.controls import Say, Write
from workleaf.worksheet.model import Step, Worksheet

pytestmark = pytest.mark.browser

NOON = datetime(2026, 11, 26, 12, 0, 0)


def _sheet(*minutes: int) -> Worksheet:
    controls = (
        Write(path="seen", label=line("What a friend would see"), kind="lines", timer=minutes),
        Say(path="turns", text=prose("One talks, one listens."), timer=(2, 1)),
    )
    return Worksheet(
        id="a-sheet",
        title=line("A sheet"),
        steps=(Step(id="only", title=line("A step"), controls=controls),),
    )


def _still(page: Page) -> None:
    """The page's clocks stand still until the test moves them."""
    page.clock.install(time=NOON)
    page.clock.pause_at(NOON + timedelta(seconds=10))


def _open(show: Shower, *minutes: int) -> tuple[Page, str]:
    page = show(_sheet(*minutes), before=_still)
    expect(page.locator(".wl-timer").first).to_be_visible()
    return page, "#a-sheet--seen .wl-timer"


def test_a_timer_waits_until_it_is_started(show: Shower) -> None:
    page, timer = _open(show, 7)
    page.clock.run_for(60_000)
    expect(page.locator(f"{timer} [role=timer]")).to_have_text("7:00")
    expect(page.locator(f"{timer} [role=status]")).to_have_text("")
    expect(page.get_by_text("Take 7 minutes.")).to_be_visible()


def test_a_timer_runs_rests_goes_on_and_goes_back(show: Shower) -> None:
    page, timer = _open(show, 7)
    left = page.locator(f"{timer} [role=timer]")
    start = page.get_by_role("button", name=re.compile("Start a quiet timer ?: What a friend"))
    start.focus()
    page.keyboard.press("Enter")
    page.clock.run_for(61_500)
    expect(left).to_have_text("5:59")
    page.keyboard.press("Enter")
    page.clock.run_for(30_000)
    expect(left).to_have_text("5:59")
    expect(page.get_by_role("button", name="Go on")).to_be_focused()
    page.keyboard.press("Enter")
    page.clock.run_for(9_500)
    expect(left).to_have_text("5:49")
    page.get_by_role("button", name="Back to the start").click()
    expect(left).to_have_text("7:00")
    expect(start).to_be_focused()
    page.clock.run_for(5_000)
    expect(left).to_have_text("7:00")


def test_parts_follow_each_other_and_only_starts_and_the_end_are_told(show: Shower) -> None:
    page, _ = _open(show, 7)
    timer = ".wl-say .wl-timer"
    page.evaluate(
        """at => {
          window.said = [];
          const region = document.querySelector(at + ' [role=status]');
          new MutationObserver(() => window.said.push(region.textContent))
            .observe(region, {childList: true, characterData: true, subtree: true});
        }""",
        timer,
    )
    box = page.locator(timer)
    box.get_by_role("button", name="Start a quiet timer").click()
    expect(box.locator("[data-wl-part]")).to_have_text("Part 1 of 2")
    page.clock.run_for(119_000)
    expect(box.locator("[role=timer]")).to_have_text("0:01")
    page.clock.run_for(1_000)
    expect(box.locator("[role=timer]")).to_have_text("1:00")
    expect(box.locator("[data-wl-part]")).to_have_text("Part 2 of 2")
    page.clock.run_for(60_000)
    expect(box.locator("[role=timer]")).to_have_text("0:00")
    expect(box.get_by_text("The time is over. Go on for as long as you like.")).to_be_visible()
    assert page.evaluate("window.said") == [
        "Part 1 of 2: 2 minutes",
        "Part 2 of 2: 1 minute",
        "The time is over. Go on for as long as you like.",
    ]
    box.get_by_role("button", name="Start a quiet timer").click()
    expect(box.locator("[role=timer]")).to_have_text("2:00")


def test_a_clock_that_is_set_does_not_move_a_timer(show: Shower) -> None:
    page, timer = _open(show, 7)
    page.locator(f"{timer} [data-wl-run]").click()
    page.clock.run_for(10_000)
    page.clock.set_system_time(datetime(2031, 1, 1, 3, 0, 0))
    page.clock.run_for(1_000)
    expect(page.locator(f"{timer} [role=timer]")).to_have_text("6:49")
    page.clock.set_system_time(datetime(1999, 1, 1, 3, 0, 0))
    page.clock.run_for(1_000)
    expect(page.locator(f"{timer} [role=timer]")).to_have_text("6:48")


def test_a_tab_that_slept_shows_at_once_where_the_time_is(show: Shower) -> None:
    page, timer = _open(show, 7)
    page.locator(f"{timer} [data-wl-run]").click()
    page.clock.fast_forward(200_000)
    expect(page.locator(f"{timer} [role=timer]")).to_have_text("3:40")
    page.clock.fast_forward(3_600_000)
    expect(page.locator(f"{timer} [role=timer]")).to_have_text("0:00")
    expect(page.locator(f"{timer} [role=status]")).to_contain_text("The time is over.")


def test_on_paper_a_timer_is_a_sentence(show: Shower) -> None:
    page, timer = _open(show, 2, 1)
    page.emulate_media(media="print")
    expect(page.locator(timer)).to_be_hidden()
    expect(page.get_by_text("Take 2 minutes, then 1 minute.").first).to_be_visible()
    words = _pdf_words(_sheet(2, 1))
    assert "Take 2 minutes, then 1 minute." in words


def test_without_scripts_a_timer_is_a_sentence(browser: Browser, pages: Pages) -> None:
    address = pages.put("/off/", reader_pages.page(STYLE, draw(_sheet(7))))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    expect(page.locator(".wl-timer").first).to_be_hidden()
    expect(page.get_by_text("Take 7 minutes.")).to_be_visible()
    context.close()


def _pdf_words(worksheet: Worksheet) -> str:
    made = pdf.make(worksheet, paper="a4", site="", link=None, gate=None)
    assert not pdf.check(made, worksheet)
    pages = PdfReader(BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
