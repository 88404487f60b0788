"""The colours keep the contrasts that the look promises, in both schemes and on every ground."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from colours import GROUNDS, colours, contrast, weak
from projects import ROOT

WEB = Path(__file__).parent.parent / "generator" / "workleaf" / "outputs" / "web"
# Least contrast on every ground: 4.5 is the rule for text and 3 for edges; ours are higher.
LEAST = {
    "ink": 13.0,
    "soft": 7.0,
    "pine": 7.0,
    "pen": 7.0,
    "ochre": 7.0,
    "brick": 7.0,
    "focus": 4.5,
    "edge": 4.0,
}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_and_edges_stand_out_on_every_ground(ground: str, scheme: int) -> None:
    table = colours()
    behind = table[ground][scheme]
    found = {name: contrast(table[name][scheme], behind) for name in LEAST}
    weak = {name: round(value, 2) for name, value in found.items() if value < LEAST[name]}
    assert weak == {}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("filled", ["pine", "brick", "pen"])
def test_words_on_a_filled_button_stand_out(filled: str, scheme: int) -> None:
    table = colours()
    assert contrast(table[filled][scheme], table["sheet"][scheme]) >= 7


def test_a_pale_colour_is_found_out() -> None:
    pale = "  --wl-pine: var(--wl-light, #9ab) var(--wl-dark, #a9c4ee);\n"
    assert weak(pale) == ["pine"]
    assert weak(pale.replace("#9ab", "#2b4a7a")) == []


@pytest.mark.guide
def test_the_manual_names_every_colour_that_one_may_change() -> None:
    page = (ROOT / "content" / "docs" / "how-to" / "make-it-yours.md").read_text(encoding="utf-8")
    assert set(colours()) <= set(re.findall(r"`--wl-(\w+)`", page))


def test_every_typeface_file_has_its_face_and_licence() -> None:
    faces = (WEB / "fonts" / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("([^"]+)"\)', faces))
    assert named == {path.name for path in (WEB / "fonts").glob("*.woff2")}
    licences = {path.name for path in (WEB / "fonts").glob("*-OFL.txt")}
    assert licences == {"Literata-OFL.txt", "SourceSans3-OFL.txt"}
