"""The command: exit codes, what it prints, and that nothing half-written stays."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workleaf.cli import main

GOOD = "title: A sheet\nfields:\n  - text: Your name\n    id: name\n"
BAD = "title: A sheet\nfields:\n  - text: Your name\n    id: name\n    hnit: x\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    (tmp_path / "good.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "bad.yml").write_text(BAD, encoding="utf-8")
    return tmp_path


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.mark.usefixtures("folder")
def test_a_good_worksheet_ends_with_0() -> None:
    found = _run("check", "good.yml")
    assert found.exit_code == 0, found.output
    assert "No problems found." in found.output


@pytest.mark.usefixtures("folder")
def test_a_mistake_ends_with_1_and_is_told() -> None:
    found = _run("check", "good.yml", "bad.yml")
    assert found.exit_code == 1
    assert "bad.yml:5:5: unknown key 'hnit' — did you mean 'hint'?" in found.output
    assert "Traceback" not in found.output


def test_a_strict_check_refuses_ids_made_from_words(folder: Path) -> None:
    (folder / "draft.yml").write_text("title: A\nfields:\n  - text: Your name\n", encoding="utf-8")
    assert _run("check", "draft.yml").exit_code == 0
    assert _run("check", "draft.yml", "--strict").exit_code == 1


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_not_there_is_named() -> None:
    found = _run("check", "none.yml")
    assert found.exit_code == 1
    assert "none.yml" in found.output


def test_a_pdf_is_made_and_its_answers_are_read(folder: Path) -> None:
    made = _run("pdf", "good.yml", "-o", "out.pdf")
    assert made.exit_code == 0, made.output
    assert (folder / "out.pdf").read_bytes().startswith(b"%PDF")
    read = _run("answers", "out.pdf")
    assert json.loads(read.stdout) == {"worksheet": "good", "version": 1, "answers": {}}


def test_a_mistake_leaves_no_pdf(folder: Path) -> None:
    found = _run("pdf", "bad.yml", "-o", "out.pdf")
    assert found.exit_code == 1
    assert not (folder / "out.pdf").exists()
    assert sorted(path.name for path in folder.iterdir()) == ["bad.yml", "good.yml"]


@pytest.mark.usefixtures("folder")
def test_a_folder_without_a_guide_is_told_what_is_missing() -> None:
    found = _run("build")
    assert found.exit_code == 1
    assert "there is no mkdocs.yml here" in found.output


def test_the_schema_is_printed() -> None:
    found = _run("schema")
    assert found.exit_code == 0
    assert json.loads(found.stdout)["$schema"].startswith("https://json-schema.org/draft/2020-12")


def test_checking_a_folder_waits_for_nothing_that_makes_pages_or_papers(tmp_path: Path) -> None:
    (tmp_path / "a-sheet.yml").write_text(
        "title: A sheet\nfields:\n  - text: Name\n    id: name\n", encoding="utf-8"
    )
    code = (
        "import sys; from workleaf.cli import main\n"
        "main(['check', 'a-sheet.yml'], standalone_mode=False)\n"
        "print(sorted({'typst', 'pikepdf', 'jinja2', 'lxml', 'mkdocs'} & {*sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=True, capture_output=True, text=True
    )
    assert done.stdout == "No problems found.\n[]\n"
