"""Help lines: shown with where and when they were seen, never with a date that nobody observed."""

from __future__ import annotations

import re
import warnings
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html as lxml_html
from playwright.sync_api import Browser

from projects import ROOT
from workleaf.problems import Span
from workleaf.publish import help_lines, help_lists
from workleaf.publish.help_lines import WARN_DAYS, HelpLines

OURS = ROOT / "content"
SHARED = ROOT.parent / "shared" / "content" / "crisis.yml"
SCRIPT = ROOT / "generator" / "workleaf" / "outputs" / "web" / "assets" / "workleaf.lines.js"
FILE = """\
as_of: 2024-06-30
lines:
  - country: NZ
    kinds: [abuse]
    name: Women's Refuge
    phone: 0800 733 843
    seen: [{at: a leaflet}]
    level: A
  - country: NZ
    kinds: [abuse, own-behaviour]
    name: Are You OK
    phone: 0800 456 450 (or 0800 1)
    seen: [{at: an old page, on: "2019"}, {at: govt.nz, on: 2024-03-02}]
    level: A
  - country: [AU, NZ]
    kinds: [crisis]
    name: A line for two
    text: HOME to 741 741
    seen: [{at: the news, on: 2023-11}]
    level: B
  - country: AU
    kinds: [own-behaviour]
    name: Men's Referral Service
    url: https://ntv.org.au
    seen: [{at: ntv.org.au}]
    level: A
fallback:
  text: Call your local emergency number
  name: Find A Helpline
  url: https://findahelpline.com
countries:
  NZ: New Zealand
  AU: Australia
  EU: European Union
also:
  NZ: AU
"""


def _read(folder: Path, text: str = FILE) -> tuple[HelpLines | None, list[str]]:
    (folder / "help-lines.yml").write_text(text, encoding="utf-8")
    found, problems = help_lines.read(folder, root=folder)
    return found, [str(each) for each in problems]


def _html(folder: Path, *kinds: str, as_of: str = "2024-06-30", menu: bool = False) -> str:
    found, problems = _read(folder, FILE.replace("2024-06-30", as_of))
    assert found is not None, problems
    return help_lists.html(found, kinds=kinds, language="en", menu=menu)


def _names(html: str, area: str) -> list[str]:
    """The services of a country in the order in which they stand."""
    return [
        str(each.text)
        for each in lxml_html.fromstring(html).xpath(f"//*[@data-area='{area}']//strong")
    ]


def test_a_number_can_be_tapped_and_says_where_it_was_seen(tmp_path: Path) -> None:
    found = _html(tmp_path, "abuse", "crisis")
    assert 'href="tel:0800456450"' in found
    assert 'href="sms:741741">Text: HOME to 741 741' in found
    assert (
        "Number seen at an old page in 2019; seen at govt.nz on 2 March 2024; not phoned." in found
    )
    assert "seen at the news in November 2023; not phoned." in found


def test_the_fallback_stands_first_and_belongs_to_no_country(tmp_path: Path) -> None:
    found = lxml_html.fromstring(_html(tmp_path, "abuse", "own-behaviour"))
    first, *_ = found.iterchildren()
    assert "Call your local emergency number" in first.text_content()
    assert [each.get("href") for each in first.iter("a")] == ["https://findahelpline.com"]
    countries = [each.text for each in found.iter("h3")]
    assert countries == ["Australia", "New Zealand"]


def test_what_several_countries_share_comes_after_what_is_their_own(tmp_path: Path) -> None:
    text = FILE.replace("country: [AU, NZ]", "country: EU").replace("NZ: AU", "NZ: EU\n  AU: EU")
    found, _ = _read(tmp_path, text)
    assert found is not None
    html = help_lists.html(found, kinds=["abuse", "crisis"], language="en", menu=True)
    assert re.findall(r"<h3>(.*?)</h3>", html) == ["New Zealand", "European Union"]
    assert re.findall(r"<option[^>]*>(.*?)<", html)[1:] == [
        *("Australia", "New Zealand", "European Union"),
    ]


def test_only_the_kinds_asked_for_are_shown(tmp_path: Path) -> None:
    found = _html(tmp_path, "own-behaviour")
    assert "Are You OK" in found
    assert "Refuge" not in found


def test_a_line_for_two_countries_stands_under_both(tmp_path: Path) -> None:
    found = _html(tmp_path, "crisis")
    assert _names(found, "AU") == _names(found, "NZ") == ["A line for two"]


def test_a_page_without_a_date_gets_none(tmp_path: Path) -> None:
    found = _html(tmp_path, "own-behaviour")
    text = lxml_html.fromstring(found).xpath("string(//*[@data-area='AU'])")
    assert "Service seen at ntv.org.au, a page without a date; not tried." in text
    assert "How old that is, we do not know." in text
    assert not re.search(r"\d{4}", text)


@pytest.mark.parametrize(
    ("as_of", "labelled"), [("2024-03-02", False), ("2024-08-29", False), ("2024-08-30", True)]
)
def test_past_180_days_a_line_says_since_when_it_was_not_checked(
    tmp_path: Path, as_of: str, labelled: bool
) -> None:
    found = lxml_html.fromstring(_html(tmp_path, "own-behaviour", as_of=as_of))
    (label,) = found.xpath("//*[@data-area='NZ']//*[@data-wl-old]")
    assert label.text_content().strip() == "Not checked since 2 March 2024. It may still be right."
    assert (label.get("hidden") is None) is labelled


@pytest.mark.parametrize(
    ("on", "day"),
    [("2023", "2023-01-01"), ("2023-11", "2023-11-01"), ("2019 to 2020", "2020-01-01")],
)
def test_a_date_that_is_only_half_known_never_makes_a_line_younger(on: str, day: str) -> None:
    assert help_lines.Seen(at="a page", on=on).day == date.fromisoformat(day)


def test_within_a_country_old_lines_come_last_and_none_is_hidden(tmp_path: Path) -> None:
    assert _names(_html(tmp_path, "abuse"), "NZ") == ["Are You OK", "Women's Refuge"]
    later = _html(tmp_path, "abuse", as_of="2029-01-01")
    assert _names(later, "NZ") == ["Women's Refuge", "Are You OK"]


def test_the_menu_names_countries_that_have_lines_and_whose_lines_they_share(
    tmp_path: Path,
) -> None:
    assert "<select" not in _html(tmp_path, "abuse")
    menu = lxml_html.fromstring(_html(tmp_path, "abuse", menu=True)).find(".//select")
    offered = [(each.get("value"), each.text) for each in menu.iter("option")]
    assert offered == [("", "All countries"), ("AU", "Australia"), ("NZ AU", "New Zealand")]


DATE = "Write the page's own date, such as 2024-01-31, 2024-01 or 2024. No date? Leave this out."
MISTAKES = [
    (
        "level: B",
        "level: C",
        "20:5",
        "a line of level 'C' is not shown to readers",
        "Leave the line",
    ),
    ("phone: 0800 733", "fone: 0800 733", "6:5", "help lines have no key 'fone' here", "tty, text"),
    ("    kinds: [crisis]\n", "", "15:5", "'kinds' is missing here", "Say whom it is for: abuse"),
    ("on: 2023-11", "on: last year", "19:27", "'on' cannot be this", DATE),
    ("on: 2024-03-02", "on: 2024-13-02", "13:57", "'on' cannot be this", DATE),
    ("[AU, NZ]", "[AU, XX]", "15:5", "the country 'XX' has no name", "add it under 'countries'"),
    ("NZ: AU", "NZ: XX", "36:3", "the country 'XX' has no name", "add it under 'countries'"),
    ("as_of: 2024-06-30\n", "", "1:1", "'as_of' is missing here", "went through these lines"),
    ("url: https://ntv", "url: ntv", "24:5", "'url' cannot be this", "with https:// in front."),
    (
        "as_of: 2024-06-30",
        "as_of: 2024-03-01",
        "13:57",
        "this page was seen on 2024-03-02, after the file's own day 2024-03-01",
        "never guess a date",
    ),
]


@pytest.mark.parametrize(("right", "wrong", "at", "said", "way_out"), MISTAKES)
def test_a_mistake_is_told_at_its_line_with_the_way_out(
    tmp_path: Path, right: str, wrong: str, at: str, said: str, way_out: str
) -> None:
    assert FILE.count(right) == 1
    _, (told,) = _read(tmp_path, FILE.replace(right, wrong))
    first, *_, last = told.split("\n")
    assert first == f"help-lines.yml:{at}: {said}"
    assert way_out in last


def test_a_file_that_is_no_yaml_is_told_at_its_line(tmp_path: Path) -> None:
    found, (told,) = _read(tmp_path, "lines: [\n")
    assert found is None
    assert told.startswith("help-lines.yml:2:1: a bracket is opened but not closed")


def test_a_site_without_help_lines_is_no_mistake(tmp_path: Path) -> None:
    assert help_lines.read(tmp_path, root=tmp_path) == (None, ())


def test_a_page_that_asks_for_a_kind_that_no_line_has_is_told(tmp_path: Path) -> None:
    found, _ = _read(tmp_path)
    assert found is not None
    place = Span(file="content/help.md", line=3)
    (told,) = help_lines.unknown(found, ["abuse", "crises"], span=place)
    assert str(told) == (
        "content/help.md:3:1: no help line is of the kind 'crises'\n"
        "      = name kinds that lines have: abuse, crisis, own-behaviour"
    )


def test_a_page_that_asks_for_a_country_without_lines_is_told(tmp_path: Path) -> None:
    found, _ = _read(tmp_path)
    assert found is not None
    place = Span(file="content/help.md", line=3)
    (told,) = help_lines.unknown(found, ["abuse"], ["NZ", "EU"], span=place)
    assert str(told) == (
        "content/help.md:3:1: no help line is in the country 'EU'\n"
        "      = name countries that lines have: AU, NZ"
    )


def test_a_page_in_another_language_names_countries_and_what_stands_first_in_it(
    tmp_path: Path,
) -> None:
    said = "  translated:\n    de: {text: Ruf den Notruf an}\n"
    found, problems = _read(tmp_path, FILE.replace("countries:", said + "countries:"))
    assert found is not None, problems
    kinds = ("abuse", "own-behaviour")
    for language, first in (("de", "Ruf den Notruf an"), ("fr", "Call your local emergency")):
        html = help_lists.html(
            found, kinds=kinds, countries=["NZ"], language=language, translated=True, menu=True
        )
        shown = lxml_html.fromstring(html)
        assert first in shown.text_content()
        assert [each.text for each in shown.iter("h3")] == [
            {"de": "Neuseeland", "fr": "Nouvelle-Zélande"}[language]
        ]
        assert not list(shown.iter("select"))


def _ours() -> HelpLines:
    found, problems = help_lines.read(OURS, root=ROOT)
    assert found is not None
    assert not problems
    return found


def _sources() -> dict[tuple[str, str], dict[str, Any]]:
    if not SHARED.is_file():
        pytest.skip("the shared material is not beside the project")
    services = yaml.safe_load(SHARED.read_text(encoding="utf-8"))["services"]
    return {(each["cc"], each["name"]): each for each in services}


@pytest.mark.guide
def test_our_lines_are_those_that_were_seen_with_the_dates_that_were_seen() -> None:
    sources, lines = (
        _sources(),
        {("+".join(each.country), each.name): each for each in _ours().lines},
    )
    assert set(lines) == {key for key, each in sources.items() if each["level"] in ("A", "B")}
    for key, line in lines.items():
        source = sources[key]
        assert line.level == source["level"]
        assert "+".join(line.kinds) == source["kind"]
        for way in ("phone", "tty", "text", "whatsapp", "mail", "url", "emergency"):
            assert getattr(line, way) == source.get(way, ""), (key, way)
        for seen in line.seen:
            written = {seen.on.replace(" to ", "-"), seen.day and f"{seen.day:%b %Y}"} - {None}
            assert any(each in source["seen"] for each in written), (key, seen)


@pytest.mark.guide
def test_our_lines_are_looked_at_again_in_time() -> None:
    """A warning, no failure: nobody can look at a page by changing code."""
    today = datetime.now(UTC).date()
    old = [
        each.name for each in _ours().lines if (age := each.age(today)) is None or age > WARN_DAYS
    ]
    if old:
        warnings.warn(
            f"not seen for {WARN_DAYS} days, or never with a date: {', '.join(old)}", stacklevel=1
        )
    assert _ours().day <= today


@pytest.mark.browser
def test_a_line_that_grew_old_after_the_build_says_so_on_the_day_it_is_read(
    browser: Browser, tmp_path: Path
) -> None:
    page = browser.new_page()
    page.clock.set_fixed_time("2024-08-29T12:00:00Z")
    page.set_content(_html(tmp_path, "abuse"))
    page.add_script_tag(path=SCRIPT)
    page.evaluate("workleafLines()")
    lines, labels = page.locator("[data-area=NZ] li"), page.locator("[data-wl-old]:visible")
    assert "Are You OK" in (lines.first.text_content() or "")
    assert labels.count() == 1
    page.clock.set_fixed_time("2024-08-31T12:00:00Z")
    page.evaluate("workleafLines()")
    assert "Are You OK" in (lines.last.text_content() or "")
    assert labels.count() == 2
    page.close()
