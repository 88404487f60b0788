"""Help lines: shown with where and when they were seen, never with a date that nobody observed."""

from __future__ import annotations

from pathlib import Path

import pytest

from workleaf.problems import WorksheetError
from workleaf.publish.help_lines import HelpLines, html, read

DATA = {
    "lines": [
        {
            "country": "NZ",
            "kinds": ["abuse"],
            "name": "Are You OK",
            "phone": "0800 456 450",
            "seen": [{"at": "govt.nz", "on": "2023"}],
            "level": "A",
        },
        {
            "country": "AU",
            "kinds": ["own-behaviour"],
            "name": "Men's Referral Service",
            "phone": "1300 766 491",
            "url": "https://ntv.org.au",
            "seen": [{"at": "ntv.org.au"}],
            "level": "A",
        },
    ],
    "fallback": {
        "text": "Call your local emergency number",
        "name": "Find A Helpline",
        "url": "https://findahelpline.com",
    },
    "countries": {"NZ": "New Zealand", "AU": "Australia"},
}


def _html(*kinds: str, today: str = "2026-11-24") -> str:
    return html(HelpLines.model_validate(DATA), kinds=kinds, language="en", today=today)


def test_a_number_can_be_tapped_and_says_where_it_was_seen() -> None:
    found = _html("abuse")
    assert 'href="tel:0800456450"' in found
    assert "Number seen at govt.nz in 2023; not phoned." in found


def test_the_fallback_stands_first() -> None:
    found = _html("abuse", "own-behaviour")
    assert found.index("local emergency number") < found.index("Australia") < found.index("New Ze")


def test_only_the_kinds_asked_for_are_shown() -> None:
    assert "Are You OK" not in _html("own-behaviour")


def test_a_page_without_a_date_gets_none() -> None:
    assert "seen at ntv.org.au, a page without a date" in _html("own-behaviour")


@pytest.mark.parametrize(("today", "labelled"), [("2024-02-01", False), ("2024-12-01", True)])
def test_old_sightings_are_labelled(today: str, labelled: bool) -> None:
    assert ("more than 180 days" in _html("abuse", today=today)) is labelled


def test_a_mistake_in_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "help-lines.yml").write_text("lines: [{country: NZ}]\n", encoding="utf-8")
    with pytest.raises(WorksheetError) as caught:
        read(tmp_path, root=tmp_path)
    assert caught.value.problems[0].code == "help-lines-shape"
