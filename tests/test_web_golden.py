"""Every field type's examples as HTML, to be read by people when they change: `--update-golden`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import language_files
import web_pages
from projects import ROOT
from workleaf.worksheet.model import Worksheet

GOLDEN = ROOT / "tests" / "golden" / "web"
EXAMPLES = language_files.examples()
STEP = re.compile(r"<section class=\"wl-step\".*</section>", re.DOTALL)
TREES = re.compile(r'"trees":(\[.*\]),"words"')


def worksheet(name: str, folder: Path) -> Worksheet:
    """An example, read as a file of its own."""
    return language_files.example(folder, name).by_id[language_files.called(name)]


def shown(name: str, folder: Path) -> str:
    """What stands between the head and the foot of the form, and its conditions, a line each."""
    html = web_pages.draw(worksheet(name, folder))
    step, trees = STEP.search(html), TREES.search(html)
    assert step
    assert trees
    lines = (line.rstrip() for line in step[0].splitlines())
    return "\n".join([*filter(None, lines), f"<!-- trees: {trees[1]} -->", ""])


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_looks_as_it_was_reviewed(
    name: str, tmp_path: Path, *, update_golden: bool
) -> None:
    golden = GOLDEN / f"{name}.html"
    found = shown(name, tmp_path)
    web_pages.read(found)
    if update_golden:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(found, encoding="utf-8")
    assert golden.is_file(), "new: run pytest with --update-golden and look at the file"
    assert found == golden.read_text(encoding="utf-8")


def test_no_reviewed_file_is_left_over() -> None:
    assert {
        path.relative_to(GOLDEN).with_suffix("").as_posix() for path in GOLDEN.rglob("*.html")
    } == set(EXAMPLES)
