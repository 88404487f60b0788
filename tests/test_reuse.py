"""A stage that nothing has changed for is used again; whatever changed is never missed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import projects
from bench import sheets
from workleaf.problems import WorksheetError
from workleaf.publish import config, reuse, stage
from workleaf.publish.seal import seal


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sheets.project(
        tmp_path / "p", pages=2, worksheets=True, search=False, pdf=False, fields=10
    )


def _refuse(*_: object, **__: object) -> None:
    raise AssertionError("the stage was made anew")


def test_a_build_without_changes_reads_no_worksheet(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = config.load(project / "mkdocs.yml")
    first = reuse.staged(site)
    before = projects.digests(site.build)
    monkeypatch.setattr(stage, "stage", _refuse)
    assert reuse.staged(site) == first
    assert projects.digests(site.build) == before


def _edit(project: Path) -> None:
    sheet = project / "worksheets" / "sheet-2.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("thing 1", "Other Words"), "utf-8")


def _take_away(project: Path) -> None:
    (project / "worksheets" / "sheet-1.yml").unlink()


def _spoil_the_stage(project: Path) -> None:
    (project / "build" / "docs" / "worksheets" / "sheet-1.md").write_text("spoilt", "utf-8")


def _lose_a_form(project: Path) -> None:
    next((project / "build" / "fragments").glob("*sheet-1*")).unlink()


def _spoil_the_memory(project: Path) -> None:
    (project / "build" / reuse.MEMORY).write_text("{", "utf-8")


def _add_a_lock(project: Path) -> None:
    (project / "beside.json").write_text("{}", "utf-8")


@pytest.mark.parametrize(
    "change",
    [_edit, _take_away, _spoil_the_stage, _lose_a_form, _spoil_the_memory, _add_a_lock],
)
def test_whatever_changed_the_next_stage_is_what_a_first_build_makes(
    project: Path, tmp_path: Path, change: Callable[[Path], None]
) -> None:
    site = config.load(project / "mkdocs.yml")
    reuse.staged(site)
    change(project)
    again = reuse.staged(site)
    fresh = tmp_path / "fresh"
    fresh.mkdir()
    for name in ("mkdocs.yml", "content", "worksheets"):
        (project / name).rename(fresh / name)
    first = config.load(fresh / "mkdocs.yml")
    assert reuse.staged(first) == again
    for made, wanted in ((site.stage, first.stage), (site.fragments, first.fragments)):
        assert projects.digests(made) == projects.digests(wanted)


def test_warnings_are_told_at_every_build(project: Path) -> None:
    sheet = project / "worksheets" / "sheet-1.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("Sheet 1", "Sheet #1"), "utf-8")
    site = config.load(project / "mkdocs.yml")
    first = reuse.staged(site).warnings
    assert [each.code for each in first] == ["comment-cuts-text"]
    assert reuse.staged(site).warnings == first


def test_a_page_that_was_good_is_checked_again_once_its_neighbours_change(tmp_path: Path) -> None:
    folder, memory = tmp_path / "site", tmp_path / "sealed.json"
    folder.mkdir()

    def build() -> None:
        page = '<html><head><meta charset="utf-8"></head><body><a href="b.html">B</a></body></html>'
        (folder / "index.html").write_text(page, "utf-8")

    build()
    (folder / "b.html").write_text("<html><head></head><body></body></html>", "utf-8")
    seal(folder, forms={}, site_url="", memory=memory)
    sealed = (folder / "index.html").read_text("utf-8")
    build()
    seal(folder, forms={}, site_url="", memory=memory)
    assert (folder / "index.html").read_text("utf-8") == sealed
    build()
    (folder / "b.html").unlink()
    with pytest.raises(WorksheetError, match=r"b\.html"):
        seal(folder, forms={}, site_url="", memory=memory)
