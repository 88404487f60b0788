"""Calendar files: whatever stands in a title, other programs read the entries that were meant."""

from __future__ import annotations

import random
import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser

import twins

pytestmark = pytest.mark.browser

NOW = datetime(2026, 11, 26, 9, 5, 7, tzinfo=UTC)
SIGNS = ("Look again", ";", ",", "\\", "\\n", ":", '"', " ", "=1+1", "^'", "%0D%0A")
ENDS = ("\n", "\r\n", "\r", "\t", "\x00", "\x0b", "\x1b", "\u2028", "\u0085", "\ufeff", "\u202e")
SCRIPTS = ("é", "ñandú", "أبدًا", "👩‍👩‍👧", "日本語", "\ud83d", "a" * 74, "ü" * 40, "漢" * 30)
ORDERS = ("BEGIN:VALARM", "END:VEVENT", "\nBEGIN:VALARM\nTRIGGER:-PT5M\nEND:VALARM")
PIECES = (*SIGNS, *ENDS, *SCRIPTS, *ORDERS)
EVENT = ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "CLASS")


def _reminder(title: str, **more: Any) -> dict[str, Any]:
    usual = {"id": "site/sheet/entry", "day": "2026-11-30", "time": "", "every": "", "times": 1}
    return {**usual, "title": title, **more}


def _files(browser: Browser, cases: list[list[dict[str, Any]]]) -> list[str]:
    given = [[reminders, NOW.timestamp() * 1000] for reminders in cases]
    return twins.run(browser, "calendar", given, folder=twins.FILES)


def _events(text: str) -> list[Any]:
    """What a calendar finds in a file."""
    return list(Calendar.from_ical(text).walk("VEVENT"))


def _unfolded(text: str) -> list[str]:
    """The lines as RFC 5545 says: CRLF and a space go."""
    assert text.endswith("\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text), "a line end that is none"
    assert all(len(each.encode()) <= 75 for each in text.split("\r\n"))
    return text.replace("\r\n ", "").split("\r\n")[:-1]


def _said(value: str) -> str:
    """A text value, read back."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _meant(title: str) -> str:
    """The title as it can stand in a file: without signs that are no text."""
    text = re.sub(r"\r\n?|[\n\v\f\x85\u2028\u2029]", "\n", title)
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return re.sub(r"[\0-\x08\x0e-\x1f\x7f-\x9f]", "", text)


def test_no_title_can_add_a_line_and_every_title_comes_back_whole(browser: Browser) -> None:
    chance = random.Random(5545)
    titles = [
        "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 9))) for _ in range(1500)
    ]
    for title, text in zip(
        titles, _files(browser, [[_reminder(title)] for title in titles]), strict=True
    ):
        lines = _unfolded(text)
        names = [line.split(":")[0].split(";")[0] for line in lines]
        assert names == ["BEGIN", "VERSION", "PRODID", "BEGIN", *EVENT, "TRANSP", "END", "END"]
        summary = next(line for line in lines if line.startswith("SUMMARY:"))
        assert _said(summary.removeprefix("SUMMARY:")) == _meant(title)
        (event,) = _events(text)
        assert not event.subcomponents
        assert not event.errors


def test_a_whole_day_is_a_day_without_a_time_zone(browser: Browser) -> None:
    (text,) = _files(browser, [[_reminder("Look again")]])
    (event,) = _events(text)
    assert event["DTSTART"].dt == date(2026, 11, 30)
    assert event["DTSTAMP"].dt == NOW
    assert str(event["SUMMARY"]) == "Look again"
    assert "RRULE" not in event
    assert "VALARM" not in text


def test_a_time_of_day_stays_what_the_clock_on_the_wall_shows(browser: Browser) -> None:
    (text,) = _files(browser, [[_reminder("Quiet hour", time="18:30", every="day", times=5)]])
    (event,) = _events(text)
    assert event["DTSTART"].dt == datetime(2026, 11, 30, 18, 30)
    assert event["DTSTART"].dt.tzinfo is None
    assert dict(event["RRULE"]) == {"FREQ": ["DAILY"], "COUNT": [5]}


def test_an_entry_keeps_its_mark_when_its_date_moves_and_the_mark_tells_nothing(
    browser: Browser,
) -> None:
    cases = [
        [_reminder("Look again"), _reminder("Quiet hour", id="site/sheet/weekly")],
        [_reminder("Another title", day="2027-01-04")],
    ]
    first, second = _files(browser, cases)
    marks = re.findall(r"UID:(.*)\r", first)
    assert len(set(marks)) == 2
    assert re.findall(r"UID:(.*)\r", second) == marks[:1]
    assert all(re.fullmatch(r"[0-9a-f]{16}@workleaf", mark) for mark in marks)
