"""Wording tips: what is said under a text, when, and how often."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Shower
from pdf_examples import line
from workleaf.worksheet.controls import Compose, Tip, Write
from workleaf.worksheet.model import Step, Worksheet
from workleaf.worksheet.texts import Paragraph, Plain, Slot

pytestmark = pytest.mark.browser

OWN = ("v", "letter")


def _words(*words: str, after: tuple[str, ...] = (), more_than: int = 0) -> Tip:
    tree = ("has_words", OWN, words, after, more_than)
    return Tip(show=line(f"Tip on {words[0]}"), tree=tree)


TIPS = (
    _words("always", "never"),
    _words("but", after=("sorry",)),
    _words("please", more_than=1),
    _words("más tarde"),
    _words("أبدا"),
    Tip(show=line("It is late"), hours=("22:00", "06:00")),
)
STANDING = [
    ("You are never there.", ["Tip on always"]),
    ("NEVER", ["Tip on always"]),
    ("Nevertheless, an alwaysing day.", []),
    ("but I am sorry.", []),
    ("I am sorry, but you left.", ["Tip on but"]),
    ("Please call.", []),
    ("Please, please call.", ["Tip on please"]),
    ("Hasta más tarde.", ["Tip on más tarde"]),
    ("Hasta ma\u0301s tarde.", ["Tip on más tarde"]),
    ("Hasta más tardes.", []),
    ("لا أبدا.", ["Tip on أبدا"]),
    ("أبداع", []),
]
SAY = Slot(tree=("v", "say"), optional=False, name="Say")
LETTER = Compose(
    path="letter",
    label=line("Your letter"),
    editable=True,
    template=(
        Paragraph((Plain("Dear you, "), Slot(tree=("v", "say"), optional=False, name="Say"))),
    ),
    tips=TIPS,
)
SHEET = Worksheet(
    id="a-sheet",
    title=line("A sheet"),
    steps=(
        Step(
            id="only",
            title=line("A step"),
            controls=(Write(path="say", label=line("What you want to say")), LETTER),
        ),
    ),
)


def _at(hour: int) -> datetime:
    return datetime(2026, 11, 26, hour, 30)


def _open(show: Shower, hour: int = 12) -> Page:
    def still(page: Page) -> None:
        page.clock.install(time=_at(hour) - timedelta(seconds=30))
        page.clock.pause_at(_at(hour))

    page = show(SHEET, before=still)
    page.evaluate(
        """() => {
          window.said = [];
          const region = document.querySelector('.wl-tips');
          new MutationObserver(found => window.said.push(found.length))
            .observe(region, {attributes: true, subtree: true});
        }"""
    )
    return page


def _write(page: Page, text: str) -> list[str]:
    page.get_by_label("What you want to say").fill(text)
    page.clock.run_for(2000)
    return page.locator(".wl-tips p:visible").all_inner_texts()


def test_a_tip_stands_while_its_words_do(show: Shower) -> None:
    page = _open(show)
    for text, tips in STANDING:
        assert _write(page, text) == tips, text


def test_tips_come_at_a_pause_all_at_once_and_never_block(show: Shower) -> None:
    page = _open(show)
    page.get_by_label("What you want to say").press_sequentially("always please please")
    page.clock.run_for(900)
    expect(page.locator(".wl-tips p:visible")).to_have_count(0)
    page.clock.run_for(200)
    expect(page.locator(".wl-tips p:visible")).to_have_count(2)
    assert page.evaluate("window.said") == [2]
    page.get_by_role("button", name="Edit").click()
    own = page.locator("textarea")
    own.fill("Dear you, sorry but")
    page.clock.run_for(2000)
    assert page.locator(".wl-tips p:visible").all_inner_texts() == ["Tip on but"]
    assert page.evaluate("window.said") == [2, 3]
    expect(page.get_by_role("button", name="Start again")).to_be_enabled()


@pytest.mark.parametrize(("hour", "late"), [(21, False), (22, True), (3, True), (6, False)])
def test_hours_are_those_of_the_device(show: Shower, hour: int, late: bool) -> None:
    page = _open(show, hour)
    page.clock.run_for(2000)
    expect(page.locator(".wl-tips p:visible")).to_have_count(0)
    assert ("It is late" in _write(page, "Hello.")) == late
