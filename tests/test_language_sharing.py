"""Shared parts, lists and tips: written once, standing in many worksheets."""

from __future__ import annotations

from pathlib import Path

from language_files import control, one, read, said
from workleaf.worksheet.controls import Group, Rows, Say, Tally, Write

SHARED = """
parts:
  calm:
    - {yes_no: Calm?, id: calm}
    - {text: Why not?, id: reason, show_if: calm is no, hint: "You said ${calm}."}
  line:
    - {note: Nothing is due., id: due, style: tip}
  aid:
    - {note: A thinking aid., id: aid}
choice_lists:
  agree: {1: No, 2: Yes}
every_worksheet: {start: line, end: [line], scales: aid}
wording_tips:
  never: {words: [never], show: Try one example.}
"""
USES = """
title: A
fields:
  - use: calm
  - {use: calm, prefix: then}
  - {use: calm, prefix: later, show_if: then_calm is no}
  - {choose_one: Agree?, id: agree, choices: agree}
  - {scale: How?, id: how, range: 0 to 3, show_if: calm is yes}
  - {generated_text: Text, id: text_out, template: x, wording_tips: [never]}
results:
  - {id: ok, show: Fine.}
"""


def test_a_part_with_a_prefix_speaks_of_its_own_items(tmp_path: Path) -> None:
    sheet = one(tmp_path, USES, _shared=SHARED)
    reason, then, later = (control(sheet, f"{name}reason") for name in ("", "then_", "later_"))
    for each, calm in ((reason, "calm"), (then, "then_calm"), (later, "later_calm")):
        assert isinstance(each, Write)
        assert each.show_if == ("is", ("v", calm), ("s", "no"))
        assert calm in str(each.hint)


def test_a_part_shown_on_a_condition_is_a_group(tmp_path: Path) -> None:
    sheet = one(tmp_path, USES, _shared=SHARED)
    group = sheet.steps[0].controls[4]
    assert isinstance(group, Group)
    assert not group.label
    assert group.show_if == ("is", ("v", "then_calm"), ("s", "no"))
    assert [each.path for each in group.controls] == ["later_calm", "later_reason"]


def test_shared_parts_stand_before_after_and_under_scales(tmp_path: Path) -> None:
    sheet = one(tmp_path, USES, _shared=SHARED)
    assert [each.path for each in sheet.start] == ["due"]
    assert [each.path for each in sheet.end] == ["aid__results", "due"]
    paths = [each.path for each in sheet.controls()]
    under = control(sheet, "aid__how")
    assert paths.index("aid__how") == paths.index("how") + 1
    assert isinstance(under, Say)
    assert under.look == "aside"
    assert under.show_if == ("is", ("v", "calm"), ("s", "yes"))


def test_a_worksheet_may_do_without_shared_parts(tmp_path: Path) -> None:
    sheet = one(tmp_path, USES + "every_worksheet: no\n", _shared=SHARED)
    assert (sheet.start, sheet.end) == ((), ())
    assert not [each for each in sheet.controls() if "__" in each.path]


def test_what_is_shared_and_not_used_is_a_warning(tmp_path: Path) -> None:
    reading = read(
        tmp_path,
        _shared=SHARED.replace("every_worksheet:", "#").replace("[never]", "[never]"),
        sheet="{title: A, fields: [{text: B}], choice_lists: {mine: {a: A}}}",
    )
    assert {each.level for each in reading.problems} == {"warning"}
    assert sorted(said(reading.problems)) == [
        "the list 'agree' is not used in any worksheet",
        "the list 'mine' is not used in this worksheet",
        "the part 'aid' is not used in any worksheet",
        "the part 'calm' is not used in any worksheet",
        "the part 'line' is not used in any worksheet",
        "the tip 'never' is not used in any worksheet",
    ]


def test_a_score_reads_scores_of_other_worksheets_whatever_their_names(tmp_path: Path) -> None:
    reads = "title: A\nfields:\n  - score: One\n    id: one\n    formula: {other}.two + 1\n"
    gives = "title: B\nfields:\n  - number: N\n    id: n\n  - score: Two\n    id: two\n    sum: n\n"
    for mine, other in (("alpha", "zest"), ("zest", "alpha")):
        found = read(tmp_path, **{mine: reads.format(other=other), other: gives})
        assert said(found.problems) == []
        (score,) = found.by_id[mine].controls()
        assert isinstance(score, Tally)
        assert score.tree == ("+", ("tally", "sum", 1, ("w", other, "n")), 1.0)


def test_a_score_in_a_row_reads_the_scores_around_it(tmp_path: Path) -> None:
    worksheet = one(
        tmp_path,
        """
        title: A
        fields:
          - table: Rows
            id: rows
            columns:
              - number: Made
                id: made
              - score: Worth
                id: worth
                formula: made * total
          - number: How much?
            id: much
          - score: Total
            id: total
            sum: much
        """,
    )
    rows = control(worksheet, "rows")
    assert isinstance(rows, Rows)
    assert isinstance(rows.columns[1], Tally)
    assert rows.columns[1].tree == ("*", ("v", "made"), ("tally", "sum", 1, ("v", "much")))
