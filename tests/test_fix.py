"""`workleaf fix`: ids written into files, and nothing else in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from language_files import PAGES, REAL
from workleaf.cli import main
from workleaf.language import project
from workleaf.problems import WorksheetError
from workleaf.publish import config, fixing, stage

DRAFT = """\
# A draft, as somebody writes it.
title: My draft

steps:
  - title: Where we are   # the first step
    fields:
      - text: "What is your name?"   # a name
        hint: Any name.

      # About the past
      - long_text: |
          What happened?
          Take your time.

      - choose_one: By whom
        choices: [Me, You, 'Both of us']
      - choose_many: Which of these?
        choices:
          # not a complete list
          - Lies or half-truths
          - "Secrets: money"
          - none: None of these
            exclusive: yes
      - grid: How true is each?
        range: 0 to 10
        rows:
        - They keep promises
        - They tell the truth
      - {scale: How are you?, range: 0 to 5}
      - table: Our plan
        columns:
          - text: What
          - {date: By when}
      - table: Another
        columns: [text: What, date: By when]
  - title: After that
    fields:
      - note: Thank you.

results:
  - when: how_are_you > 3
    show: Good.
  - show: Thank you.
calendar:
  - title: Look again
"""
FIXED = """\
# A draft, as somebody writes it.
title: My draft

steps:
  - title: Where we are   # the first step
    id: where_we_are
    fields:
      - text: "What is your name?"   # a name
        id: what_is_your_name
        hint: Any name.

      # About the past
      - long_text: |
          What happened?
          Take your time.
        id: what_happened_take_your_time

      - choose_one: By whom
        id: by_whom
        choices: {me: Me, you: You, both_of_us: 'Both of us'}
      - choose_many: Which of these?
        id: which_of_these
        choices:
          # not a complete list
          - lies_or_half_truths: Lies or half-truths
          - secrets_money: "Secrets: money"
          - none: None of these
            exclusive: yes
      - grid: How true is each?
        id: how_true_is_each
        range: 0 to 10
        rows:
        - they_keep_promises: They keep promises
        - they_tell_the_truth: They tell the truth
      - {scale: How are you?, id: how_are_you, range: 0 to 5}
      - table: Our plan
        id: our_plan
        columns:
          - text: What
            id: what
          - {date: By when, id: by_when}
      - table: Another
        id: another
        columns: [{text: What, id: what}, {date: By when, id: by_when}]
  - title: After that
    id: after_that
    fields:
      - note: Thank you.
        id: thank_you

results:
  - id: good
    when: how_are_you > 3
    show: Good.
  - id: thank_you
    show: Thank you.
calendar:
  - id: look_again
    title: Look again
"""


def _fix(folder: Path) -> fixing.Fixed:
    return fixing.fix(folder, pages=PAGES)


def _run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "draft.yml").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_ids_are_written_line_by_line_and_nothing_else_changes(folder: Path) -> None:
    found = _fix(folder)
    assert [str(each) for each in found.problems] == []
    assert (folder / "draft.yml").read_text(encoding="utf-8") == FIXED
    assert "draft.yml: where_we_are, what_is_your_name, " in found.told[0]
    assert "me, you, both_of_us" in found.told[0]


def test_a_second_run_changes_nothing_and_a_strict_check_is_content(folder: Path) -> None:
    _fix(folder)
    before = (folder / "draft.yml").read_bytes()
    assert _fix(folder).told == ()
    assert (folder / "draft.yml").read_bytes() == before
    assert project.read(folder, pages=PAGES).unsettled == ()


def test_a_draft_and_its_fixed_file_are_the_same_worksheet(folder: Path) -> None:
    before = project.read(folder, pages=PAGES)
    _fix(folder)
    after = project.read(folder, pages=PAGES)
    assert [str(each) for each in before.problems] == []
    assert before.worksheets == after.worksheets


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"], ids=["CRLF", "CR", "LF"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
def test_line_ends_and_a_byte_order_mark_stay(folder: Path, end: str, mark: bytes) -> None:
    file = folder / "draft.yml"
    file.write_bytes(mark + DRAFT.replace("\n", end).encode())
    _fix(folder)
    assert file.read_bytes() == mark + FIXED.replace("\n", end).encode()


def test_a_file_that_ends_without_a_line_end_stays_so(folder: Path) -> None:
    file = folder / "draft.yml"
    file.write_bytes(b"title: A\r\nfields:\r\n  - text: Your name")
    _fix(folder)
    assert file.read_bytes() == b"title: A\r\nfields:\r\n  - text: Your name\r\n    id: your_name"


def test_mixed_line_ends_stay_where_they_are(folder: Path) -> None:
    file = folder / "draft.yml"
    file.write_bytes(b"title: A\nfields:\r\n  - text: One\r\n  - text: Two\n")
    _fix(folder)
    assert file.read_bytes() == (
        b"title: A\nfields:\r\n  - text: One\r\n    id: one\r\n  - text: Two\n    id: two\n"
    )


def test_a_file_with_errors_is_left_alone_and_told(folder: Path) -> None:
    wrong = "title: A\nfields:\n  - text: Your name\n    hnit: x\n"
    (folder / "wrong.yml").write_text(wrong, encoding="utf-8")
    found = _fix(folder)
    assert (folder / "wrong.yml").read_text(encoding="utf-8") == wrong
    assert (folder / "draft.yml").read_text(encoding="utf-8") == FIXED
    assert [each.code for each in found.problems] == ["unknown-key"]


def test_shared_parts_get_an_id_that_is_free_on_every_worksheet(folder: Path) -> None:
    (folder / "draft.yml").unlink()
    (folder / "_shared.yml").write_text(
        "parts:\n  who:\n    - text: Your name\n    - choose_one: Mood\n      choices: moods\n"
        "choice_lists:\n  moods: [Fine, Not fine]\n",
        encoding="utf-8",
    )
    own = "title: A\nfields:\n  - text: My name\n    id: your_name\n  - use: who\n"
    (folder / "one.yml").write_text(own, encoding="utf-8")
    (folder / "two.yml").write_text(
        "title: B\nfields:\n  - use: who\n  - use: who\n    prefix: my\n", encoding="utf-8"
    )
    found = _fix(folder)
    assert found.problems == ()
    assert (folder / "_shared.yml").read_text(encoding="utf-8") == (
        "parts:\n  who:\n    - text: Your name\n      id: your_name_2\n    - choose_one: Mood\n"
        "      id: mood\n      choices: moods\n"
        "choice_lists:\n  moods: {fine: Fine, not_fine: Not fine}\n"
    )
    after = project.read(folder, pages=PAGES)
    assert (after.problems, after.unsettled) == ((), ())


def test_a_choice_over_two_lines_is_told_where_it_stands_and_the_rest_is_written(
    folder: Path,
) -> None:
    file = folder / "draft.yml"
    file.write_text(
        "title: A\nfields:\n  - choose_one: Which?\n    choices:\n    - A long\n      choice\n"
        "    - Short\n",
        encoding="utf-8",
    )
    (told,) = _fix(folder).problems
    assert (told.code, told.span.line, told.span.column) == ("fix-unwritten", 5, 7)
    assert "    id: which\n" in file.read_text(encoding="utf-8")
    assert "    - Short\n" in file.read_text(encoding="utf-8")


@pytest.mark.guide
def test_the_guides_own_worksheets_lose_their_ids_and_get_as_many_back(tmp_path: Path) -> None:
    """Real layouts: every id line is taken out, fix writes one in its place."""
    kept = 0
    for path in REAL.glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        lines = text.splitlines(keepends=True)
        bare = [line for line in lines if not re.match(r"\s+id: \w+\s*$", line)]
        kept += len(lines) - len(bare)
        (tmp_path / path.name).write_text("".join(bare), encoding="utf-8")
    _, lacking = project.unsettled(tmp_path, pages=PAGES)
    written = 0
    for file, settling in lacking.items():
        data = (tmp_path / Path(file).name).read_bytes()
        made, unwritten = settling.written(data)
        assert unwritten == ()
        before, after = data.decode().splitlines(), made.decode().splitlines()
        added = [line for line in after if re.match(r"\s+(?:- )?id: \w+$", line)]
        assert len(after) - len(before) <= len(added)
        written += len(added)
    assert written >= kept * 0.9 > 400


def test_the_command_says_what_it_wrote_and_check_only_says_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    said = _run("fix", "--check", "draft.yml")
    assert (said.exit_code, said.output.startswith("would write draft.yml: where_we")) == (1, True)
    assert (folder / "draft.yml").read_text(encoding="utf-8") == DRAFT
    said = _run("fix", "draft.yml")
    assert (said.exit_code, said.output.startswith("wrote draft.yml: where_we_are")) == (0, True)
    said = _run("fix", "draft.yml")
    assert (said.exit_code, said.output) == (0, "Nothing to write.\n")
    assert _run("fix", "nowhere.yml").exit_code == 1


def test_a_strict_build_refuses_what_is_made_from_words_and_writes_nothing(
    tmp_path: Path,
) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\nextra:\n  workleaf:\n    site_id: small\n    pdf: no\n", encoding="utf-8"
    )
    worksheets = tmp_path / "worksheets"
    worksheets.mkdir()
    (worksheets / "draft.yml").write_text(DRAFT, encoding="utf-8")
    site = config.load(tmp_path / "mkdocs.yml")
    with pytest.raises(WorksheetError) as refused:
        stage.stage(site, strict=True)
    codes = {each.code for each in refused.value.problems}
    assert codes == {"id-derived", "value-derived"}
    assert not site.build.exists()
    assert stage.stage(site).warnings == ()
    _fix(worksheets)
    assert stage.stage(site, strict=True).worksheets == {
        "worksheets/draft.md": "worksheets/draft.yml"
    }
