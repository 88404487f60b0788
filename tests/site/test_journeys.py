"""Four readers find their way through the guide on a phone, from its first page, by its links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = [pytest.mark.guide, pytest.mark.site, pytest.mark.browser]

PUSHING = re.compile(r"(first-message|clear-intentions|apology-builder|readiness-check)/?$")
"""Worksheets that help to reach out."""


@dataclass(frozen=True)
class Reader:
    """Somebody with a phone, who follows what the pages offer."""

    page: Page

    def door(self, name: str, *, leads_to: str) -> None:
        """Choose a door of the first page, all of it in sight without scrolling."""
        door = self.page.get_by_role("main").get_by_role("link", name=name, exact=True)
        expect(door).to_be_in_viewport(ratio=1)
        door.click()
        self.is_on(leads_to)

    def follow(self, name: str, *, leads_to: str) -> None:
        """Follow a link of the page."""
        self.page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
        self.is_on(leads_to)

    def card(self, title: str) -> None:
        """Open a worksheet from its card."""
        card = self.page.locator("article.wl-card").filter(
            has=self.page.locator("h3", has_text=title)
        )
        card.get_by_role("link", name="Fill in here").click()
        self.is_on(title)

    def is_on(self, title: str) -> None:
        """Know where one is, whether it is safe and how to leave, in the first screen of a page."""
        heading = self.page.locator("h1")
        expect(heading).to_contain_text(title)
        expect(heading).to_be_in_viewport()
        expect(self.page.get_by_role("link", name="Leave this page now")).to_be_in_viewport(ratio=1)
        about = self.page.locator(".wl-screen")
        expect(about.get_by_role("link", name="Is it safe?")).to_be_in_viewport(ratio=1)

    def sheet(self, name: str) -> Locator:
        """The form of a worksheet, ready to be filled in."""
        form = self.page.locator(f"form[data-worksheet='{name}'].wl-live")
        form.wait_for()
        return form

    def answer(self, form: Locator, question: str, choice: str) -> None:
        """Tap a choice of a question."""
        group = form.get_by_role("group", name=question, exact=True)
        group.locator("label").filter(has_text=re.compile(f"^\\s*{re.escape(choice)}\\s*$")).click()

    def addresses(self) -> list[str]:
        """Where the links of the page's own part lead."""
        links = self.page.get_by_role("main").locator("article a[href]")
        found: list[str] = links.evaluate_all("all => all.map(each => each.href)")
        return found


@pytest.fixture
def reader(browser: Browser, server: str) -> Iterator[Reader]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    found = Reader(context.new_page())
    found.page.goto(server)
    found.is_on("Think it through before you reach out")
    yield found
    context.close()


def test_who_thinks_about_it_meets_the_gate_before_a_message_and_can_close_well(
    reader: Reader,
) -> None:
    reader.door("I am thinking about it", leads_to="Start here")
    reader.follow("Am I ready to reach out?", leads_to="Am I ready to reach out?")
    ready = reader.sheet("readiness-check")
    expect(ready.locator("[data-result]:visible")).to_have_count(0)
    for row in ("reasons", "changed", "missing", "calm", "own"):
        ready.locator(f"[name='ready.{row}'][value='1']").check(force=True)
    for row in ("no_ok", "safe", "free"):
        ready.locator(f"[name='ready.{row}'][value='3']").check(force=True)
    part = ready.locator("[data-result=part]")
    expect(part).to_be_visible()
    expect(part).to_contain_text("Some things are in place and some are not.")

    reader.page.go_back()
    reader.follow("Understand the need for reconnection", leads_to="Understand the need")
    expect(reader.page.get_by_text("In short")).to_be_visible()
    reader.card("Why the break happened, and why now")
    reader.sheet("why-the-break").get_by_label(
        "What happened, as a camera would have seen it"
    ).fill("In March I moved to my sister's.")

    reader.page.get_by_text("Menu", exact=True).click()
    drawer = reader.page.locator(".md-sidebar--primary")
    drawer.get_by_role("link", name="First message", exact=True).click()
    reader.is_on("First message")
    gate, message = reader.sheet("contact-gate"), reader.sheet("first-message")
    asked = "Has the other person told you, or shown you, that they do not want contact?"
    reader.answer(gate, asked, "Yes")
    stop = gate.locator("[data-result=stop_no]")
    expect(stop).to_be_visible()
    message.get_by_label("Greeting").fill("Hello Sam")
    expect(message.get_by_text("Hello Sam")).to_have_count(0)
    expect(message.get_by_role("button", name="Copy")).to_be_hidden()
    stop.get_by_role("link", name="Closing well").click()
    reader.is_on("Closing well")


def test_who_talks_already_makes_one_request_and_plans_the_talk(reader: Reader) -> None:
    reader.door("We are already talking", leads_to="Communication is key")
    reader.card("Say it clearly, hear it fully")
    form = reader.sheet("say-it-clearly")
    form.get_by_label("One topic only").fill("Fridays")
    form.get_by_label("Would you be willing to…").fill("tell me by noon?")
    letter = form.locator("[data-item=say]")
    expect(letter).to_contain_text("I would like to talk about Fridays.")
    expect(letter).to_contain_text("Would you be willing to tell me by noon?")
    pause = form.locator("[data-result=ok]")
    reader.answer(form, "How big is this for me?", "It matters")
    expect(pause).to_be_visible()
    pause.get_by_role("link", name="Talk plan").click()
    reader.is_on("Talk plan")
    gate, plan = reader.sheet("contact-gate"), reader.sheet("talk-plan")
    for group in gate.get_by_role("group").all():
        group.locator("label").filter(has_text=re.compile(r"^\s*No\s*$")).click()
    expect(gate.locator("[data-result=ok]")).to_be_visible()
    plan.get_by_label("One topic", exact=True).fill("Fridays")
    expect(plan.get_by_role("link", name="Download PDF")).to_be_visible()


def test_who_was_told_no_is_met_with_care_and_with_no_tool_to_push_on(reader: Reader) -> None:
    door = "They said no, or I am not sure I want this"
    reader.door(door, leads_to="If the answer is no")
    expect(reader.page.get_by_role("link", name="People to call").first).to_be_visible()
    assert [each for each in reader.addresses() if PUSHING.search(each)] == []
    reader.card("Closing well")
    form = reader.sheet("closing-well")
    assert [each for each in reader.addresses() if PUSHING.search(each)] == []
    form.get_by_label("Who I will tell that it is over").fill("My sister")
    form.locator("[name=low][value='1']").check(force=True)
    low = form.locator("[data-result=low]")
    expect(low).to_be_visible()
    low.get_by_role("link", name="People to call").click()
    reader.is_on("People to call")


def test_a_counsellor_finds_the_page_for_a_first_session(reader: Reader) -> None:
    reader.follow("For counsellors", leads_to="For counsellors")
    expect(reader.page.get_by_text("See each person alone first.")).to_be_visible()
    reader.follow("A page for my counsellor", leads_to="A page for my counsellor")
    form = reader.sheet("bring-to-counsellor")
    with reader.page.expect_download() as download:
        form.get_by_role("link", name="Download PDF").click()
    assert download.value.suggested_filename == "bring-to-counsellor.pdf"
