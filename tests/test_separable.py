"""Our guide can be taken out: workleaf knows nothing of it, and only marked tests look at it."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import manual_pages as manual
import projects
from projects import ROOT

pytestmark = pytest.mark.guide

PAGE = manual.DOCS / "how-to" / "make-it-yours.md"
PACKAGE = ROOT / "generator"
HELPERS = ("language_files.py", "site_looks.py")
"""Modules that may name pages: those that they name need not be there."""


@cache
def _names() -> re.Pattern[str]:
    """The names of the guide's pages and worksheets; single words mean other things too."""
    pages = {path.stem for path in manual.CONTENT.rglob("*.md") if manual.DOCS not in path.parents}
    found = {each for each in (*pages, *projects.worksheets()) if "-" in each}
    assert len(found) > 40
    return re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, found)))})(?![\w-])")


def _tracked(*folders: str) -> list[Path]:
    said = subprocess.run(
        ["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / each for each in said.stdout.split("\0") if each]


def test_workleaf_names_no_page_and_no_worksheet_of_the_guide() -> None:
    starter = PACKAGE / "workleaf" / "publish" / "starters"
    written = (".py", ".ts", ".md", ".yml", ".yaml", ".html", ".css", ".typ")
    found = [
        f"{path.relative_to(ROOT)}: {hit[0]}"
        for path in _tracked("generator")
        if path.suffix in written and starter not in path.parents and path.is_file()
        for hit in _names().finditer(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_only_tests_of_the_guide_name_its_pages_and_worksheets() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}: {name}"
        for path in _tracked("tests")
        if path.suffix == ".py" and path.is_file() and path.name not in HELPERS
        if "bench" not in path.parts  # it measures pages of the guide, and proves nothing
        for line, name in _unmarked(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert found == [], "what is about our guide is marked `pytest.mark.guide`"


def _unmarked(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Names of the guide in texts outside of what is marked as a test of the guide."""
    if any(_is_mark(each) for each in module.body):
        return
    for part in module.body:
        if any("mark.guide" in ast.unparse(each) for each in getattr(part, "decorator_list", ())):
            continue
        for node in ast.walk(part):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from ((node.lineno, hit[0]) for hit in _names().finditer(node.value))


def _is_mark(part: ast.stmt) -> bool:
    return (
        isinstance(part, ast.Assign)
        and ast.unparse(part.targets[0]) == "pytestmark"
        and "mark.guide" in ast.unparse(part.value)
    )


@pytest.mark.site
def test_the_way_in_the_manual_takes_our_guide_out_and_leaves_a_site_that_builds(
    tmp_path: Path,
) -> None:
    (block,) = (each for each in manual.blocks(PAGE) if each.not_run)
    *steps, last = block.text.splitlines()
    assert last == "make site"
    for path in _tracked():
        if ROOT / "tests" not in path.parents and path.is_file():
            target = tmp_path / path.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    environment = {"PYTHONPATH": str(tmp_path / "generator")}
    for step in steps:
        command, *words = step.split()
        if command == ".venv/bin/workleaf":
            done = projects.run(tmp_path, "workleaf", *words, environment=environment)
        else:
            done = subprocess.run(
                [command, *words], cwd=tmp_path, capture_output=True, text=True, check=False
            )
        assert done.returncode == 0, (step, done.stderr)
    done = projects.run(tmp_path, "workleaf", "build", "--strict", environment=environment)
    assert done.stdout == "Built 3 worksheets into site/\n", done.stderr
    pages = "".join(path.read_text("utf-8") for path in (tmp_path / "site").rglob("*.html"))
    ours = {*_names().findall(pages)} - {"about-your-answers"}  # a new site has such a page too
    assert ours == set()
    assert "reconnect-guide" not in pages
