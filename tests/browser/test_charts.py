"""Pictures of answers: they come with the answers, tell no more than these, and stand on paper."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from browser.conftest import Shower
from language_files import one
from site_looks import RUN_AXE

pytestmark = pytest.mark.browser

READY = """
    title: Ready
    fields:
      - grid: How true is each line?
        id: ready
        choices: {0: Not true, 1: A bit true, 2: Mostly true, 3: Very true}
        not_sure: yes
        rows: {calm: I am calm, own: I know my part, safe: I feel safe, free: I am free}
        other: Something else
        chart:
          type: bar
          sort: yes
          note: Longer is more true.
"""
WEEKS = """
    title: Weeks
    fields:
      - tracker: This week
        id: track
        every: week
        fields:
          - scale: Calm
            id: calm
            range: 0 to 10
            low: stormy
            high: calm
            not_sure: yes
          - number: Promises made
            id: made
          - number: Promises kept
            id: kept
          - score: Kept, out of ten
            id: rate
            formula: 10 * kept / made
        chart:
          type: line
          of: [calm, rate]
"""
DAYS = """
    title: Days
    fields:
      - tracker: Did I do it?
        id: track
        every: day
        fields:
          - choose_one: Today
            id: done
            choices: {full: Did it, tiny: A tiny bit, no: Not today}
        chart:
          type: calendar
          of: done
"""
PAIRS = """
    title: Pairs
    fields:
      - grid: Now and wanted
        id: areas
        rows: {body: Body, rest: Rest}
        columns:
          - scale: Now
            id: now
            range: 0 to 10
          - scale: Wanted
            id: want
            range: 0 to 10
        chart:
          type: paired_bar
"""
TWO = """
    title: Two
    fields:
      - grid: How much do you agree?
        id: lines
        range: 1 to 5
        rows: {want: I want to try, pace: Our speed is right, fun: We laugh}
        share: ok
        chart:
          type: dots
          of: [lines, theirs.lines]
      - grid: How is each part of your life?
        id: life
        range: 0 to 10
        rows: {body: Body, rest: Rest, work: Work, joy: Joy}
        chart:
          type: radar
      - ranking: In what order?
        id: order
        choices: {talk: Talk, walk: Walk, wait: Wait}
        chart:
          type: timeline
      - scale: Trust
        id: trust
        range: 0 to 10
        show_if: lines.want > 1
      - scale: Closeness
        id: close
        range: 0 to 10
        chart:
          type: bar
          of: [trust, close]
"""


def _choose(page: Page, path: str, value: object) -> None:
    field = page.locator(f'[name="{path}"]').first
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(str(value))
    elif field.get_attribute("type") == "radio":
        page.locator(f'[name="{path}"][value="{value}"]').check(force=True)
    else:
        field.fill(str(value))


def _entry(page: Page, day: str, **answers: object) -> None:
    page.locator("[data-wl-new]").fill(day)
    page.locator("[data-wl-add]").click()
    for name, value in answers.items():
        _choose(page, f"track.{day}.{name}", value)


def _rows(page: Page) -> list[tuple[str, str]]:
    """The rows of a picture with bars: their words, and what is said beside their lines."""
    found: list[Any] = page.locator(".wl-bar:not(.wl-bar-ends)").evaluate_all(
        "rows => rows.map(row => [row.firstChild.textContent,"
        " [...row.querySelectorAll('.wl-said')].map(each => each.textContent).join(' ')])"
    )
    return [(name, said) for name, said in found]


def _lengths(page: Page) -> list[str | None]:
    bars = page.locator(".wl-track rect").all()
    return [each.get_attribute("width") for each in bars]


def _table(page: Page, item: str) -> list[list[str]]:
    found: list[list[str]] = page.locator(f"[data-item={item}] .wl-figures tr").evaluate_all(
        "rows => rows.map(row => [...row.children].map(each => each.textContent))"
    )
    return found


def _printed(page: Page) -> str:
    reader = PdfReader(io.BytesIO(page.pdf()))
    return " ".join(" ".join(each.extract_text() for each in reader.pages).split())


def test_nothing_is_drawn_until_there_are_answers(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, READY))
    expect(page.locator(".wl-chart")).to_be_hidden()
    _choose(page, "ready.calm", 2)
    expect(page.locator(".wl-chart")).to_be_visible()
    page.locator("[data-item=ready] [data-wl-clear]").first.click()
    expect(page.locator(".wl-chart")).to_be_hidden()


def test_a_bar_is_as_long_as_its_answer_and_the_table_says_the_same(
    show: Shower, tmp_path: Path
) -> None:
    page = show(one(tmp_path, READY))
    for row, value in {"calm": 1, "own": 3, "safe": 0, "free": "not_sure", "other": 2}.items():
        _choose(page, f"ready.{row}", value)
    page.locator("[name=ready__other]").fill("I have slept")
    expect(page.locator(".wl-chart")).to_contain_text("I have slept")
    rows = [
        ("I know my part", "Very true"),
        ("I have slept", "Mostly true"),
        ("I am calm", "A bit true"),
        ("I feel safe", "Not true"),
        ("I am free", "Not sure"),
    ]
    assert _rows(page) == rows
    assert _lengths(page) == ["100%", "66.67%", "33.33%"]
    expect(page.locator(".wl-foot-of-bar")).to_have_count(1)
    page.get_by_text("The same as a table").click()
    assert _table(page, "ready") == [["", "How true is each line?"], *map(list, rows)]
    expect(page.locator(".wl-bars")).to_have_accessible_name(
        "Highest: Very true (I know my part). Lowest: Not true (I feel safe)."
    )


def test_two_series_differ_by_shape_and_are_named(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, PAIRS))
    for path, value in {"body.now": 2, "body.want": 7, "rest.now": 5}.items():
        _choose(page, f"areas.{path}", value)
    expect(page.locator(".wl-track rect")).to_have_count(3)
    assert _rows(page) == [("Body", "2 7"), ("Rest", "5 ")]
    assert _lengths(page) == ["20%", "70%", "50%"]
    expect(page.locator(".wl-legend > li")).to_have_text(["Now", "Wanted"])
    looks = page.locator(".wl-track rect").evaluate_all(
        "bars => bars.slice(0, 2).map(bar => getComputedStyle(bar).fill)"
    )
    assert looks[0] != looks[1]


def test_a_tracker_is_a_small_line_for_each_series_with_its_words(
    show: Shower, tmp_path: Path
) -> None:
    page = show(one(tmp_path, WEEKS))
    _entry(page, "2026-10-05", calm=3, made=4, kept=2)
    _entry(page, "2026-10-12", calm=8, made=2, kept=2)
    _entry(page, "2026-10-19", calm="not_sure", made=0, kept=0)
    _entry(page, "2026-11-02", calm=5, made=4, kept=1)
    expect(page.locator(".wl-plot")).to_have_count(2)
    calm, rate = page.locator(".wl-plots > div").all()
    expect(calm).to_contain_text("Highest: 8 (Oct 12, 2026). Last: 5 (Nov 2, 2026).")
    expect(rate).to_contain_text("Highest: 10 (Oct 12, 2026). Last: 2.5 (Nov 2, 2026).")
    # A week without a number breaks the line: three dots, one stroke.
    expect(calm.locator(".wl-full")).to_have_count(3)
    expect(calm.locator(".wl-line")).to_have_count(1)
    places = [each.get_attribute("x") for each in calm.locator(".wl-field > svg").all()]
    assert places == ["0%", "25%", "100%"]
    assert _table(page, "track") == [
        ["Date", "Calm", "Kept, out of ten"],
        ["Oct 5, 2026", "3", "5"],
        ["Oct 12, 2026", "8", "10"],
        ["Oct 19, 2026", "Not sure", "–"],
        ["Nov 2, 2026", "5", "2.5"],
    ]


def test_a_calendar_marks_what_was_noted_on_each_day(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, DAYS))
    for day, done in (("10", "full"), ("11", "tiny"), ("13", "no"), ("14", "full")):
        _entry(page, f"2026-11-{day}", done=done)
    expect(page.locator(".wl-noted > small")).to_have_text(["10", "11", "13", "14"])
    expect(page.locator(".wl-month")).to_contain_text("November 2026")
    expect(page.locator(".wl-months")).to_have_accessible_name(
        "Did it: 2 ×, A tiny bit: 1 ×, Not today: 1 ×"
    )


def test_answers_that_are_not_there_leave_no_trace(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, TWO))
    for row, value in {"want": 5, "pace": 1, "fun": 3}.items():
        _choose(page, f"lines.{row}", value)
    chart = page.locator("[data-item=lines] .wl-chart")
    expect(chart.locator(".wl-track > svg")).to_have_count(3)
    places = [each.get_attribute("x") for each in chart.locator(".wl-track > svg").all()]
    assert places == ["100%", "0%", "50%"]
    expect(chart.locator(".wl-legend")).to_have_count(0)
    expect(chart).not_to_contain_text("The other person")
    assert _table(page, "lines")[0] == ["", "You"]


def test_a_radar_has_a_shape_from_three_answers_on(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, TWO))
    chart = page.locator("[data-item=life] .wl-chart")
    _choose(page, "life.body", 10)
    _choose(page, "life.rest", 5)
    expect(chart).to_be_hidden()
    _choose(page, "life.work", 10)
    expect(chart).to_be_visible()
    expect(chart.locator(".wl-line")).to_have_count(2)
    _choose(page, "life.joy", 10)
    expect(chart.locator(".wl-inside")).to_have_attribute("points", "130,30 180,130 130,230 30,130")
    expect(chart.locator(".wl-spokes > li")).to_have_text(["Body", "Rest", "Work", "Joy"])


def test_pictures_take_on_forced_colours(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, TWO), forced_colors="active", color_scheme="dark")
    for row in ("body", "rest", "work"):
        _choose(page, f"life.{row}", 6)
    expect(page.locator(".wl-radar")).to_be_visible()
    colours = page.locator(".wl-radar :is(text, .wl-full)").evaluate_all(
        "parts => parts.map(part => getComputedStyle(part).fill)"
    )
    assert set(colours) == {"rgb(255, 255, 255)"}


def test_a_timeline_stands_in_the_readers_order(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, TWO))
    _choose(page, "order.wait", 1)
    _choose(page, "order.talk", 2)
    expect(page.locator(".wl-timeline > li")).to_have_text(["Wait", "Talk"])
    assert _table(page, "order") == [["", "Place"], ["Wait", "1"], ["Talk", "2"]]


def test_a_hidden_question_leaves_the_picture(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, TWO))
    _choose(page, "lines.want", 4)
    _choose(page, "trust", 6)
    _choose(page, "close", 8)
    bars = page.locator("[data-item=close] .wl-bar:not(.wl-bar-ends)")
    expect(bars).to_have_text(["Trust6", "Closeness8"])
    _choose(page, "lines.want", 1)
    expect(bars).to_have_text(["Closeness8"])


def test_where_people_read_from_the_right_bars_begin_there(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, PAIRS.replace("title: Pairs", "title: Pairs\n    language: ar")))
    _choose(page, "areas.body.now", 2)
    expect(page.locator(".wl-track rect")).to_have_attribute("x", "80%")
    expect(page.locator(".wl-track rect")).to_have_attribute("width", "20%")


def test_the_picture_and_its_table_stand_on_paper(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, WEEKS))
    _entry(page, "2026-10-05", calm=3)
    _entry(page, "2026-10-12", calm=8)
    expect(page.locator(".wl-plot")).to_be_visible()
    printed = _printed(page)
    assert "Highest" not in printed or "Last: 8" in printed
    assert "Date Calm" in printed
    assert "Oct 5, 2026 3" in printed
    assert page.locator(".wl-as-table").get_attribute("open") is None


def test_an_empty_picture_is_not_printed(show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, READY))
    assert "The same as a table" not in _printed(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_are_open_to_everybody(
    scheme: Any, show: Shower, tmp_path: Path, axe_source: str
) -> None:
    page = show(one(tmp_path, TWO), color_scheme=scheme, bypass_csp=True)
    for row in ("body", "rest", "work", "joy"):
        _choose(page, f"life.{row}", 4)
    for row in ("want", "pace", "fun"):
        _choose(page, f"lines.{row}", 2)
    _choose(page, "order.wait", 1)
    _choose(page, "close", 8)
    expect(page.locator(".wl-chart:visible")).to_have_count(4)
    for each in page.get_by_text("The same as a table").all():
        each.click()
    page.evaluate(axe_source)
    found = page.evaluate(RUN_AXE)
    # The page around the form is made for the test.
    around = ("region", "page-has-heading-one")
    assert [each for each in found if not each.startswith(around)] == []


@pytest.mark.parametrize("text", [READY, PAIRS, TWO, WEEKS, DAYS], ids=lambda text: text[12:18])
def test_pictures_fit_a_narrow_phone(text: str, show: Shower, tmp_path: Path) -> None:
    page = show(one(tmp_path, text), viewport={"width": 320, "height": 700})
    if "tracker" in text:
        for day in ("2026-10-05", "2026-11-02"):
            _entry(page, day, **({"done": "tiny"} if "done" in text else {"calm": 3}))
    else:
        for radio in page.locator("input[type=radio][value='1']:visible").all():
            radio.check(force=True)
        for select in page.locator("select").all():
            select.select_option(index=1)
    expect(page.locator(".wl-chart:visible")).not_to_have_count(0)
    for each in page.get_by_text("The same as a table").all():
        if each.is_visible():
            each.click()
    rights = page.locator(".wl-chart:visible *").evaluate_all(
        "parts => parts.map(part => part.getBoundingClientRect().right)"
    )
    assert max(rights) <= 320


def test_without_a_picture_nothing_is_loaded_for_one(show: Shower, tmp_path: Path) -> None:
    plain = READY[: READY.index("        chart:")]
    page = show(one(tmp_path, plain))
    _choose(page, "ready.calm", 2)
    assert page.locator('script[src*="charts"]').count() == 0
