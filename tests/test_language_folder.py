"""A folder of worksheets: gates, answers of other worksheets, files and their names."""

from __future__ import annotations

from pathlib import Path

import pytest

from language_files import PAGES, read, said
from workleaf.language import project

GATE = """
title: Gate
fields: [{yes_no: May you?, id: may}]
results: [{id: ok, when: may is yes, show: Go on., pass: yes}]
"""


@pytest.mark.parametrize(
    ("keys", "gate", "message"),
    [
        ("gate: gat", GATE, "there is no worksheet 'gat' — did you mean 'gate'?"),
        ("gate: sheet", GATE, "a worksheet cannot be its own gate"),
        ("gate: gate", GATE.replace(", pass: yes", ""), "the gate 'gate' can never be passed"),
        ("{gate: gate, who: together}", GATE, "no gate stands on a worksheet filled in together"),
        ("gate: gate", GATE + "gate: sheet\n", "'gate' stands behind a gate itself"),
    ],
)
def test_a_gate_must_be_there_and_open(keys: str, gate: str, message: str, tmp_path: Path) -> None:
    lines = keys.strip("{}").replace(", who", "\nwho")
    sheet = f"title: A\nfields: [{{text: B, id: b}}]\n{lines}\n"
    assert message in said(read(tmp_path, sheet=sheet, gate=gate).problems)


def test_a_gate_knows_that_it_is_one(tmp_path: Path) -> None:
    sheet = "title: A\nfields: [{text: B, id: b}]\ngate: gate\n"
    reading = read(tmp_path, sheet=sheet, gate=GATE)
    assert reading.problems == ()
    assert reading.by_id["gate"].is_gate
    assert not reading.by_id["sheet"].is_gate
    assert reading.by_id["gate"].results[0].passes


PRIVATE = """
title: Other
fields:
  - {text: Open, id: open_line}
  - {text: Never shared, id: mine, share: never}
  - {text: Never kept, id: gone, store: never}
  - {note: Words, id: words}
"""


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("other.open_line", ""),
        ("other.mine", "'other.mine' is kept from other worksheets"),
        ("other.gone", "'other.gone' is kept from other worksheets"),
        ("other.words", "'other.words' has no answer: it is only a heading or a text to read"),
        ("other.opne_line", "there is no answer 'opne_line' — did you mean 'open_line'?"),
        ("othr.open_line", "there is no worksheet 'othr' — did you mean 'other'?"),
    ],
)
@pytest.mark.parametrize("item", ["text: B, from: {}", "recall: B, of: {}"])
def test_answers_of_other_worksheets_are_looked_up(
    item: str, path: str, message: str, tmp_path: Path
) -> None:
    sheet = f"title: A\nfields: [{{{item.format(path)}, id: b}}]"
    reading = read(tmp_path, sheet=sheet, other=PRIVATE)
    assert said(reading.problems) == ([message] if message else [])


def test_a_broken_item_is_told_once(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        sheet="""
        title: A
        fields:
          - {scale: How?, id: how, range: ten}
          - {text: Why?, id: why, show_if: how > 3}
          - {score: Sum, id: total, sum: how}
        """,
    )
    assert said(reading.problems) == ["'range' should be written like '0 to 10', not 'ten'"]


def test_a_broken_worksheet_does_not_make_others_wrong(tmp_path: Path) -> None:
    sheet = "title: A\nfields: [{text: B, from: other.x}, {note: '[o](other)'}]\ngate: other\n"
    reading = read(tmp_path, sheet=sheet, other="title: [")
    assert {each.span.file.rsplit("/")[-1] for each in reading.problems} == {"other.yml"}


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("Trust.yml", "small letters"),
        ("a b.yml", "small letters"),
        ("con.yml", "cannot be the name of a file on Windows"),
        ("x" * 80 + ".yml", "small letters"),
        ("_more.yml", "only _shared.yml holds shared parts"),
        ("other.es.yml", "there is no worksheet 'other' that this could be a translation of"),
        (".hidden.yml", ""),
        ("notes.txt", ""),
        ("trust.yaml", "a worksheet's file ends with .yml, not .yaml"),
        ("sheet.es.yml", "unknown key 'fields' — here it is called 'items'"),
    ],
)
def test_file_names_are_addresses(name: str, message: str, tmp_path: Path) -> None:
    text = "title: A\nfields: [{text: B}]"
    (tmp_path / "sheet.yml").write_text(text, encoding="utf-8")
    (tmp_path / "_shared.yml").write_text("every_worksheet: {}", encoding="utf-8")
    (tmp_path / name).write_text(text, encoding="utf-8")
    found = " ".join(said(project.read(tmp_path, pages=PAGES).problems))
    assert message in found
    assert bool(found) == bool(message)


def test_two_files_never_get_one_address(tmp_path: Path) -> None:
    for name in ("Sheet.yml", "sheet.yml"):
        (tmp_path / name).write_text("title: A\nfields: [{text: B}]", encoding="utf-8")
    found = " ".join(said(project.read(tmp_path, pages=PAGES).problems))
    both = len(list(tmp_path.iterdir())) == 2  # not where capitals do not count
    assert ("this would have the same address as" in found) is both


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "secret.yml"
    outside.write_text("title: A\nfields: [{text: B}]", encoding="utf-8")
    folder = tmp_path / "worksheets"
    folder.mkdir()
    (folder / "sheet.yml").symlink_to(outside)
    reading = project.read(folder, pages=PAGES)
    assert said(reading.problems) == ["this leads out of the folder of worksheets"]
    assert reading.worksheets == ()


def test_a_folder_or_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    missing = project.read(tmp_path / "nowhere", pages=PAGES)
    assert said(missing.problems) == ["there is no such folder of worksheets"]
    file = project.read_file(tmp_path / "sheet.yml", pages=PAGES)
    assert said(file.problems) == ["this file cannot be opened: No such file or directory"]
