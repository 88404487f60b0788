"""`workleaf new worksheet`: a file to start from, with the way on; nothing is ever overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from language_files import PAGES
from projects import ROOT, copy
from workleaf.cli import main
from workleaf.language import project, schema
from workleaf.publish import new
from workleaf.worksheet.controls import Pick, Write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_new_worksheet_says_where_it_is_and_what_comes_next(folder: Path) -> None:
    found = run("new", "worksheet", "small-steps")
    assert found.exit_code == 0, found.output
    assert found.output == (
        "Wrote worksheets/small-steps.yml\n\nNext:\n"
        "  1. Open worksheets/small-steps.yml and put your own words in.\n"
        "  2. Look at it:                   workleaf pdf worksheets/small-steps.yml"
        " -o small-steps.pdf\n"
        "  3. See what could be better:     workleaf check worksheets\n"
    )
    names = sorted(path.name for path in (folder / "worksheets").iterdir())
    assert names == [schema.FILE, "small-steps.yml"]


def test_what_comes_next_works_as_it_stands(folder: Path) -> None:
    run("new", "worksheet", "small-steps")
    assert run("check", "worksheets", "--strict").output == "No problems found.\n"
    made = run("pdf", "worksheets/small-steps.yml", "-o", "small-steps.pdf")
    assert made.exit_code == 0, made.output
    assert (folder / "small-steps.pdf").read_bytes().startswith(b"%PDF")


def test_in_a_guide_it_stands_beside_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = copy(tmp_path / "guide")
    monkeypatch.chdir(guide)
    found = run("new", "worksheet", "a-quiet-evening")
    assert "workleaf serve" in found.output
    assert (guide / "worksheets" / "a-quiet-evening.yml").is_file()
    assert run("check").output == "No problems found.\n"
    assert run("fix").exit_code == 0
    assert run("check", "--strict").output == "No problems found.\n"


def test_it_shows_five_types_a_condition_results_and_examples(tmp_path: Path) -> None:
    new.worksheet("first-steps", folder=tmp_path, root=tmp_path)
    reading = project.read(tmp_path, pages=PAGES)
    assert (reading.problems, reading.unsettled) == ((), ())
    sheet = reading.by_id["first-steps"]
    controls = list(sheet.controls())
    looks = [each.look for each in controls if isinstance(each, Pick)]
    kinds = [each.kind for each in controls if isinstance(each, Write)]
    assert (looks, kinds) == (["scale", "list"], ["text", "lines", "text"])
    assert [each.path for each in controls if each.show_if is not None] == ["person"]
    assert len(sheet.results) == len(sheet.examples) == 2


def test_its_first_line_tells_editors_where_help_is(tmp_path: Path) -> None:
    new.worksheet("first-steps", folder=tmp_path, root=tmp_path)
    first, *_ = (tmp_path / "first-steps.yml").read_text(encoding="utf-8").splitlines()
    assert first == f"# yaml-language-server: $schema={schema.FILE}"
    assert (tmp_path / schema.FILE).read_bytes() == new.as_file()


@pytest.mark.usefixtures("folder")
def test_a_worksheet_that_is_there_is_left_alone() -> None:
    assert run("new", "worksheet", "small-steps").exit_code == 0
    file = Path("worksheets/small-steps.yml")
    file.write_text("title: Mine\nfields: [{text: A, id: a}]\n", encoding="utf-8")
    found = run("new", "worksheet", "small-steps")
    assert found.exit_code == 1
    assert "there is a worksheet 'small-steps' already, and nothing was written" in found.output
    assert file.read_text(encoding="utf-8").startswith("title: Mine")


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("Small steps", "small-steps"),
        ("small_steps", "small-steps"),
        ("small-steps.yml", "small-steps"),
        ("../secret", "secret"),
        ("con", "con-worksheet"),
        ("Über uns", "uber-uns"),
        ("7", "my-worksheet"),
        ("你好", "my-worksheet"),
        ("", "my-worksheet"),
    ],
)
def test_a_name_that_cannot_be_is_answered_with_one_that_can(
    name: str, example: str, folder: Path
) -> None:
    found = run("new", "worksheet", name)
    assert found.exit_code == 1
    assert "cannot be the name of a worksheet" in found.output
    assert f"small letters, digits and - : workleaf new worksheet {example}\n" in found.output
    assert "Traceback" not in found.output
    assert list(folder.iterdir()) == []


@pytest.mark.guide
def test_a_name_of_a_page_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    found = run("new", "worksheet", "safety")
    assert found.exit_code == 1
    assert "there is a page 'safety' already" in found.output
    assert not (ROOT / "worksheets" / "safety.yml").exists()


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    (folder / "worksheets").write_text("I am a file", encoding="utf-8")
    found = run("new", "worksheet", "small-steps")
    assert found.exit_code == 1
    assert "cannot be written" in found.output
    assert "Traceback" not in found.output
