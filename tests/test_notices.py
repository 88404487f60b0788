"""What a guide says about itself: who has reviewed it, and where a harm can be reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from workleaf.problems import Span, WorksheetError
from workleaf.publish import config, notices
from workleaf.publish.directives import Directive

SETTINGS = """\
site_name: A small guide
extra:
  workleaf:
    site_id: small-guide
"""
REVIEW = """\
    review:
      - who: clinician
      - who: a midwife
        name: Ada <Lovelace>
        day: 2027-03-01
"""


def _site(folder: Path, more: str = "", top: str = "") -> config.Site:
    (folder / "mkdocs.yml").write_text(top + SETTINGS + more, encoding="utf-8")
    return config.load(folder / "mkdocs.yml")


def _html(site: config.Site, name: str, show: str = "", language: str = "en") -> str:
    asked = Directive(name=name, span=Span(file="content/x.md", line=3), show=show)
    html, problems = notices.html(asked, site=site, language=language)
    assert not problems
    return html


def test_who_is_missing_is_said_before_who_has_reviewed_it(tmp_path: Path) -> None:
    assert _html(_site(tmp_path, REVIEW), "review", "line") == (
        '<p class="wl-review">This guide has not been reviewed yet by a clinician. '
        "Reviewed by Ada &lt;Lovelace&gt; (a midwife) on 1 March 2027.</p>"
    )


def test_a_table_keeps_an_empty_place_for_each_name(tmp_path: Path) -> None:
    found = _html(_site(tmp_path, REVIEW), "review")
    assert "<td>a clinician</td><td>nobody yet</td><td>–</td>" in found
    assert "<td>a midwife</td><td>Ada &lt;Lovelace&gt;</td><td>1 March 2027</td>" in found


def test_a_site_that_names_nobody_says_so(tmp_path: Path) -> None:
    assert "Nobody is named as a reviewer" in _html(_site(tmp_path), "review")


def test_it_is_said_in_the_language_of_the_page(tmp_path: Path) -> None:
    said = _html(_site(tmp_path, REVIEW), "review", "line", language="es")
    assert "todavía no ha pasado la revisión de: profesional de la salud" in said


@pytest.mark.parametrize("half", ["name: Ada", "day: 2027-03-01", "name: Ada\n        day: soon"])
def test_a_name_without_a_day_or_a_day_without_a_name_is_refused(tmp_path: Path, half: str) -> None:
    with pytest.raises(WorksheetError) as caught:
        _site(tmp_path, f"    review:\n      - who: lawyer\n        {half}\n")
    (told,) = caught.value.problems
    assert str(told).startswith("mkdocs.yml:5:5: 'review' is missing or cannot be this")
    assert "once it is done `name` and `day`" in str(told)


@pytest.mark.parametrize(
    ("more", "top", "said"),
    [
        ("    contact: care@example.org\n", "", 'href="mailto:care@example.org"'),
        ("    contact: https://example.org/tell\n", "", 'href="https://example.org/tell"'),
        ("", "repo_url: https://example.org/src\n", 'href="https://example.org/src"'),
        ("", "", "no contact set, so there is no address here"),
    ],
)
def test_a_report_goes_to_the_contact_or_the_source_and_nowhere_invented(
    tmp_path: Path, more: str, top: str, said: str
) -> None:
    found = _html(_site(tmp_path, more, top), "contact")
    assert said in found
    assert found.count("href=") == (1 if "href" in said else 0)


def test_a_contact_that_is_neither_mail_nor_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorksheetError) as caught:
        _site(tmp_path, "    contact: ask me\n")
    (told,) = caught.value.problems
    assert str(told).startswith("mkdocs.yml:5:5: 'contact' is missing or cannot be this")


def test_a_block_that_cannot_show_something_is_told_so(tmp_path: Path) -> None:
    asked = Directive(name="review", span=Span(file="content/x.md", line=3), show="all")
    _, (told,) = notices.html(asked, site=_site(tmp_path), language="en")
    assert str(told) == (
        "content/x.md:3:1: this block cannot show 'all'\n      = write 'show: line' or leave it out"
    )
