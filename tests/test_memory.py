"""A process that reads a folder again reads only the files that changed, and misses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import sheets
from workleaf.language import loader, project
from workleaf.language.memory import Memory
from workleaf.language.source import Mapping, Report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = sheets.project(
        tmp_path / "p", pages=3, worksheets=True, search=False, pdf=False, fields=10
    )
    return made / "worksheets"


def _parsed(folder: Path, memory: Memory, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were parsed, while all of it was read."""
    names: list[str] = []
    real = loader.read

    def counted(data: bytes, *, file: str, report: Report) -> Mapping | None:
        names.append(file.rpartition("/")[2])
        return real(data, file=file, report=report)

    with monkeypatch.context() as patch:
        patch.setattr(loader, "read", counted)
        again = project.read(folder, pages={}, memory=memory)
    assert again == project.read(folder, pages={})
    return names


def test_only_a_changed_file_is_parsed_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory()
    assert len(_parsed(folder, memory, monkeypatch)) == 3
    assert _parsed(folder, memory, monkeypatch) == []
    sheet = folder / "sheet-2.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("thing 1", "Other words"), "utf-8")
    assert _parsed(folder, memory, monkeypatch) == ["sheet-2.yml"]
    sheet.unlink()
    assert _parsed(folder, memory, monkeypatch) == []


def test_what_is_wrong_is_told_again_although_nothing_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    (folder / "torn.yml").write_text("title: [\n", "utf-8")
    sheet = folder / "sheet-1.yml"
    sheet.write_text(sheet.read_text("utf-8").replace("hint:", "hnit:"), "utf-8")
    for _ in range(2):
        _parsed(folder, memory, monkeypatch)
        found = project.read(folder, pages={}, memory=memory).problems
        assert {each.span.file.rpartition("/")[2] for each in found} == {"torn.yml", "sheet-1.yml"}


def test_new_shared_parts_reach_worksheets_that_did_not_change(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = Memory()
    _parsed(folder, memory, monkeypatch)
    (folder / "_shared.yml").write_text(
        "every_worksheet: {start: steady}\nparts: {steady: [{note: Breathe out.}]}\n", "utf-8"
    )
    assert _parsed(folder, memory, monkeypatch) == ["_shared.yml"]
    found = project.read(folder, pages={}, memory=memory).worksheets
    assert all(len(each.start) == 1 for each in found)
