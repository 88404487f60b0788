"""Results that touch safety stand right after the questions that they are for."""

from __future__ import annotations

from pathlib import Path

import pytest

from language_files import one
from web_pages import Element, draw, read, real
from workleaf.worksheet.answers import shown_results

BESIDE = sorted(name for name, each in real().items() if any(r.safety for r in each.results))


@pytest.mark.parametrize("name", BESIDE)
def test_in_the_guide_each_stands_right_after_its_question(name: str) -> None:
    root = read(draw(real()[name]))
    for result in real()[name].results:
        drawn = [each for each in root if each.get("data-result") == result.id]
        if not (result.safety and result.when is not None):
            assert len(drawn) == 1
            continue
        assert [place.path for place in result.beside] == [_question(each) for each in drawn]
        on_paper = ["wl-screen-only" not in each.get("class") for each in drawn]
        assert on_paper == [False] * (len(drawn) - 1) + [True], "once on paper"
        assert all("data-safety" in each.attributes for each in drawn)


def _question(result: Element) -> str:
    """The item that the live region of a result comes right after."""
    region = result.parent
    assert region
    assert region.get("role") == "status"
    assert "hidden" not in region.attributes, "a region that is heard was there before its words"
    assert region.parent
    siblings = [each for each in region.parent.children if isinstance(each, Element)]
    return siblings[siblings.index(region) - 1].get("data-item")


@pytest.mark.guide
def test_the_guide_has_many() -> None:
    assert len(BESIDE) >= 8
    places = [place for each in real().values() for r in each.results for place in r.beside]
    assert len(places) >= 14
    assert [each.path for each in real()["steady-first"].results[0].beside] == [
        "steadiness",
        "stop_signs",
    ]


SHEET = """
title: A
fields:
  - {yes_no: Can you say no?, id: say_no, safety: yes}
  - {text: More, id: more}
  - {yes_no: Slept?, id: slept}
results:
  - {id: free, when: say_no is no, show: Then look after yourself first.}
  - {id: tired, when: slept is no and answered(more), safety: yes, show: Rest.}
  - {id: sound, when: say_no is no and slept is no, safety: no, show: Both.}
  - {id: fine, when: answered(more), show: Fine.}
"""


def test_a_mark_makes_a_result_stand_at_once_and_hide_nothing(tmp_path: Path) -> None:
    sheet = one(tmp_path, SHEET)
    places = {each.id: [place.path for place in each.beside] for each in sheet.results}
    assert places == {"free": ["say_no"], "tired": ["slept"], "sound": [], "fine": []}
    answers = {"say_no": "no", "slept": "no", "more": "x"}
    shown = shown_results(sheet, answers).results
    assert [each.id for each in shown] == ["free", "tired", "sound"]
