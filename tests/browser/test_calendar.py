"""Add to my calendar: what stands in the file, and what the page says of it."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Page, expect

from browser.conftest import Shower
from pdf_examples import choices, line
from workleaf.worksheet.controls import Pick, Write
from workleaf.worksheet.model import CalendarEntry, Step, Worksheet
from workleaf.worksheet.texts import Slot

pytestmark = pytest.mark.browser

CONTROLS = (
    Write(path="again", label=line("Look again on"), kind="date"),
    Write(path="hour", label=line("At"), kind="time"),
    Pick(path="name", label=line("Called"), choices=choices(plain="Quiet hour", busy="Busy")),
)
AGAIN = CalendarEntry(
    id="again", title=line("Look again"), date="again", asked="Look again on", time="hour"
)
NAMED = ("words", ("v", "name"), (("plain", "Quiet hour"),))
WEEKLY = CalendarEntry(
    id="weekly",
    title=(
        Slot(
            tree=("words", ("v", "name"), (("plain", "Quiet hour"),)), optional=False, name="Called"
        ),
    ),
    every="week",
    times=12,
)


def _sheet(*entries: CalendarEntry) -> Worksheet:
    step = Step(id="only", title=line("A step"), controls=CONTROLS)
    return Worksheet(id="a-sheet", title=line("A sheet"), steps=(step,), calendar=entries)


def _file(page: Page, folder: Path) -> list[Any]:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Add to my calendar").click()
    assert re.fullmatch(r"notes-\d{4}-\d\d-\d\d\.ics", waiting.value.suggested_filename)
    waiting.value.save_as(folder / "notes.ics")
    return list(Calendar.from_ical((folder / "notes.ics").read_bytes()).walk("VEVENT"))


def test_a_date_becomes_an_entry_for_all_day_and_a_time_an_hour_on_the_wall(
    show: Shower, tmp_path: Path
) -> None:
    page = show(_sheet(AGAIN), timezone_id="America/Santiago")
    page.get_by_label("Look again on").fill("2027-04-04")
    (event,) = _file(page, tmp_path)
    assert str(event["SUMMARY"]) == "Look again"
    assert event["DTSTART"].dt == date(2027, 4, 4)
    page.get_by_label("At", exact=True).fill("18:30")
    expect(page.get_by_text("Sunday, April 4, 2027, 18:30")).to_be_visible()
    (event,) = _file(page, tmp_path)
    assert event["DTSTART"].dt == datetime(2027, 4, 4, 18, 30)


# Around midnight, and in the nights when the clocks change.
@pytest.mark.parametrize(
    ("zone", "now", "today"),
    [
        ("Pacific/Kiritimati", "2026-11-26T10:30:00Z", date(2026, 11, 27)),
        ("Pacific/Pago_Pago", "2026-11-26T10:30:00Z", date(2026, 11, 25)),
        ("Europe/Berlin", "2026-10-25T00:30:00Z", date(2026, 10, 25)),
        ("Europe/Berlin", "2026-10-24T22:30:00Z", date(2026, 10, 25)),
        ("America/New_York", "2027-03-14T04:59:00Z", date(2027, 3, 13)),
        ("America/New_York", "2027-03-14T07:01:00Z", date(2027, 3, 14)),
        ("Australia/Lord_Howe", "2027-04-03T14:59:00Z", date(2027, 4, 4)),
    ],
)
def test_an_entry_without_a_date_begins_today_on_the_readers_clock(
    show: Shower, tmp_path: Path, zone: str, now: str, today: date
) -> None:
    page = show(
        _sheet(WEEKLY), before=lambda page: page.clock.set_fixed_time(now), timezone_id=zone
    )
    (event,) = _file(page, tmp_path)
    assert event["DTSTART"].dt == today
    assert dict(event["RRULE"]) == {"FREQ": ["WEEKLY"], "COUNT": [12]}
    assert event["DTSTAMP"].dt == datetime.fromisoformat(now)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Africa/Cairo"])
def test_a_day_is_the_same_day_in_every_zone(show: Shower, tmp_path: Path, zone: str) -> None:
    page = show(_sheet(AGAIN), timezone_id=zone)
    page.get_by_label("Look again on").fill("2027-04-30")
    expect(page.get_by_text("Friday, April 30, 2027")).to_be_visible()
    (event,) = _file(page, tmp_path)
    assert event["DTSTART"].dt == date(2027, 4, 30)


def test_an_entry_without_its_date_is_left_out_and_the_page_says_so(
    show: Shower, tmp_path: Path
) -> None:
    page = show(_sheet(AGAIN, WEEKLY))
    expect(page.get_by_text("left out until “Look again on” has a date")).to_be_visible()
    (event,) = _file(page, tmp_path)
    assert "RRULE" in event
    page.get_by_label("Look again on").fill("2027-04-30")
    expect(page.get_by_text("left out until")).to_be_hidden()
    assert len(_file(page, tmp_path)) == 2


def test_nothing_is_made_of_nothing(show: Shower) -> None:
    page = show(_sheet(AGAIN))
    page.get_by_role("button", name="Add to my calendar").click()
    said = page.locator(".wl-calendar [role=status]")
    expect(said).to_have_text("There is no date yet, so nothing was made.")


def test_a_title_may_be_an_answer_and_is_plain_without_one(show: Shower, tmp_path: Path) -> None:
    page = show(_sheet(WEEKLY))
    expect(page.get_by_text("Other people who look at your calendar may see")).to_be_visible()
    (event,) = _file(page, tmp_path)
    assert str(event["SUMMARY"]) == "Reminder"
    page.get_by_label("Quiet hour").check()
    expect(page.locator("[data-wl-title]")).to_have_text("Quiet hour")
    (event,) = _file(page, tmp_path)
    assert str(event["SUMMARY"]) == "Quiet hour"
