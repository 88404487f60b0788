"""Author mistakes: what a person is told, to the letter.

`problems/<mistake>/sheet.yml` is the mistake, `expected.txt` what `workleaf check` says of it;
`--update-golden` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from workleaf.language import project
from workleaf.worksheet.texts import Target

FOLDER = Path(__file__).parent / "problems"
MISTAKES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
PAGES = {
    "safety": Target(kind="page", name="safety", title="Is it safe?", safety=True),
    "begin-here": Target(kind="page", name="begin-here", title="Start here"),
}


def _said(mistake: str) -> str:
    reading = project.read(FOLDER / mistake, pages=PAGES)
    return "\n\n".join(str(each) for each in reading.problems) + "\n"


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_place_and_the_way_out(
    mistake: str, update_golden: bool
) -> None:
    expected = FOLDER / mistake / "expected.txt"
    said = _said(mistake)
    if update_golden:
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert "Traceback" not in said
    assert ".yml:" in said


def test_there_are_many_mistakes() -> None:
    assert len(MISTAKES) >= 150
