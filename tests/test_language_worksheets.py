"""From YAML to finished worksheets: what authors may rely on."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from language_files import PAGES, REAL, control, one, read
from workleaf.language import project
from workleaf.worksheet.controls import (
    Compose,
    Dated,
    Group,
    Growing,
    Order,
    Pick,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.texts import Emphasis, Link, Paragraph, Plain, Slot, Strong, plain


@pytest.mark.guide
def test_the_guides_own_worksheets_read_without_a_problem() -> None:
    reading = project.read(REAL, pages=PAGES)
    assert [str(each) for each in reading.problems] == []
    assert len(reading.worksheets) == 29
    assert [each.id for each in reading.worksheets] == sorted(reading.by_id)
    assert [each.id for each in reading.worksheets if each.is_gate] == ["contact-gate"]


def test_reading_twice_gives_the_same() -> None:
    first, second = (project.read(REAL, pages=PAGES) for _ in range(2))
    assert first.worksheets == second.worksheets


LONE = """
title: Trust audit
who: [together, alone, counsellor]
guide: some-page
intro: |
  Trust comes back through **small, consistent actions over time**.
fields:
  - text: What is your partner's first name?
    id: partner
  - ranking: Put these in order
    id: needs
    choices: {honesty: Honesty, time: Time together}
  - generated_text: Your promise
    id: promise
    template: |
      ${first(partner, "Dear you")}, what I need most is ${needs[1]}.
results:
  - when: answered(needs)
    show: Look at it again.
    go: another-page
  - show: Bring it to your next talk.
"""


def test_a_worksheet_alone_warns_of_pages_it_cannot_look_up(tmp_path: Path) -> None:
    file = tmp_path / "trust-audit.yml"
    file.write_text(LONE, encoding="utf-8")
    reading = project.read_file(file, pages={})
    assert {each.level for each in reading.problems} == {"warning"}
    assert reading.by_id["trust-audit"].results[0].go[0].name == "another-page"


def test_problems_of_one_file_are_not_mixed_with_its_neighbours(tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text("titel: Other", encoding="utf-8")
    file = tmp_path / "sheet.yml"
    file.write_text("title: A\nfields: [{text: B, id: b, from: other.x}]", encoding="utf-8")
    reading = project.read_file(file, pages=PAGES)
    assert {each.span.file.rsplit("/")[-1] for each in reading.problems} == {"sheet.yml"}


def test_ids_left_out_are_made_from_the_words(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - text: What happened?
          - text: What happened?
          - text: Ça va, Zoë?
          - text: 7 days
          - text: 你好
          - text: Given
            id: what_happened
          - choose_many: Why
            choices: [Not now, Not now!, "12"]
        """,
    )
    paths = [each.path for each in sheet.controls()]
    assert paths == [
        "what_happened_2",
        "what_happened_3",
        "ca_va_zoe",
        "days",
        "text",
        "what_happened",
        "why",
    ]
    why = control(sheet, "why")
    assert isinstance(why, Pick)
    assert [choice.value for choice in why.choices] == ["not_now", "not_now_2", "12"]


def test_the_stricter_word_on_keeping_counts(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        store: session
        share: never
        fields:
          - {text: One, id: one}
          - {text: Two, id: two, store: never}
          - {text: Three, id: three, store: device, share: ok}
          - {note: Words, id: words}
        """,
    )
    assert [each.keep for each in sheet.controls()] == ["session", "never", "session", "device"]
    assert [each.share for each in sheet.controls()] == ["never", "never", "ok", "never"]


def test_a_plan_is_a_sentence_with_boxes(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - plan: Plan
            id: plan
            if: When I hear … again
            then: I breathe
          - plan: Free
            id: free
            default: {if: it rains}
        """,
    )
    plan, free = control(sheet, "plan"), control(sheet, "free")
    assert isinstance(plan, Group)
    assert isinstance(free, Group)
    assert plan.look == "sentence"
    first, second = plan.controls
    assert isinstance(first, Write)
    assert isinstance(second, Say)
    assert (first.path, plain(first.before), plain(first.after)) == (
        "plan.if",
        "When I hear",
        "again",
    )
    assert plain(second.text) == "I breathe"
    assert [each.default for each in free.controls if isinstance(each, Write)] == ["it rains", ""]


def test_rows_become_what_their_type_says(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - table: Table
            id: table_one
            rows: 2 to 4
            columns: [{text: What, id: what}, {date: When, id: when}]
            start_with: [First, {when: 2026-11-23}]
          - tracker: Track
            id: track
            every: day
            for: 28
            fields:
              - {number: Due, id: due}
              - {number: Kept, id: kept}
              - {score: Share, id: share_kept, formula: kept / due}
          - grid: Grid
            id: cells
            rows: {a: A, b: B}
            columns: [{scale: Now, id: now, range: 0 to 3}]
          - score: Sum
            id: total
            sum: cells.now
        """,
    )
    table, track, total = (control(sheet, path) for path in ("table_one", "track", "total"))
    assert isinstance(table, Rows)
    assert isinstance(track, Rows)
    assert isinstance(total, Tally)
    assert table.plan == Growing(
        first=2, most=4, start_with=((("what", "First"),), (("when", "2026-11-23"),))
    )
    assert track.plan == Dated(every="day", times=28)
    ratio = track.columns[2]
    assert isinstance(ratio, Tally)
    assert ratio.tree == ("/", ("v", "kept"), ("v", "due"))
    assert dict(sheet.values) == {
        "table_one": "rows",
        "track": "entries",
        "cells": "cells",
        "total": "number",
    }
    assert len(total.parts) == 2


def test_scores_count_turn_round_and_build_on_each_other(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - {score: All, id: both, formula: trust_score + 1}
          - grid: Trust
            id: trust
            range: 0 to 10
            rows: {kept: Kept, doubt: Doubt}
          - score: Trust
            id: trust_score
            sum: trust
            reverse: trust.doubt
            needs: any
        """,
    )
    trust, both = control(sheet, "trust_score"), control(sheet, "both")
    assert isinstance(trust, Tally)
    assert isinstance(both, Tally)
    assert trust.tree == (
        "tally",
        "sum",
        1,
        ("get", ("v", "trust"), "kept"),
        ("-", 10, ("get", ("v", "trust"), "doubt")),
    )
    assert trust.tree in both.tree if isinstance(both.tree, tuple) else False
    assert "Count these the other way round" in trust.how_to


def test_choices_may_come_from_another_item(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - {choose_many: Pick, id: pick, choices: {a: A, b: B}}
          - {grid: Rate, id: rate, rows: {c: C}, range: 0 to 2}
          - {ranking: Order, id: first_order, choices_from: pick}
          - {ranking: Rows, id: row_order, choices_from: rate}
        """,
    )
    picks, rows = control(sheet, "first_order"), control(sheet, "row_order")
    assert isinstance(picks, Order)
    assert isinstance(rows, Order)
    assert (picks.picked_from, [each.value for each in picks.choices]) == ("pick", ["a", "b"])
    assert (rows.picked_from, [each.value for each in rows.choices]) == ("", ["c"])


def test_texts_are_markdown_with_links_and_answers(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A *small* sheet
        fields:
          - {text: Name, id: name}
          - generated_text: Letter
            id: letter
            template: |
              Dear **${name}**, see [the page](safety)
              and [me](sheet).

              ${name?}
        """,
    )
    assert sheet.title == (Plain("A "), Emphasis((Plain("small"),)), Plain(" sheet"))
    letter = control(sheet, "letter")
    assert isinstance(letter, Compose)
    first, second = letter.template
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    name = Slot(tree=("v", "name"), optional=False, name="Name")
    assert first.parts[1] == Strong((name,))
    links = [each.target for each in first.parts if isinstance(each, Link)]
    assert [(each.kind, each.name, each.safety) for each in links] == [
        ("page", "safety", True),
        ("worksheet", "sheet", False),
    ]
    assert second.parts == (replace(name, optional=True),)


def test_a_result_for_safety_stands_beside_its_question(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - {yes_no: Hurt?, id: hurt}
          - {yes_no: Afraid?, id: afraid}
          - {text: Else, id: more}
        results:
          - {id: stop, when: afraid is yes or hurt is yes, show: Stop., go: safety}
          - {id: ok, when: answered(more), show: Fine., go: [begin, sheet]}
        """,
    )
    stop, fine = sheet.results
    assert stop.safety
    assert [each.path for each in stop.beside] == ["hurt", "afraid"]
    assert stop.beside[1].when == stop.when
    assert stop.when == ("or", ("is", ("v", "afraid"), ("s", "yes")), stop.beside[0].when)
    assert (fine.safety, fine.beside, [each.name for each in fine.go]) == (
        False,
        (),
        ["begin", "sheet"],
    )
    assert stop.shown_when.startswith("If you answered")


def test_a_limit_that_is_not_met_is_told(tmp_path: Path) -> None:
    sheet = one(
        tmp_path,
        """
        title: A
        fields:
          - {number: One, id: one, min: 1, max: 5}
          - {number: Two, id: two, min: 1, max: 5, check_message: One to five.}
          - {number: Three, id: three, check: three > one}
        """,
    )
    first, second, third = (each.check for each in sheet.controls())
    assert first
    assert plain(first.message) == "This asks for 1 to 5."
    assert second
    assert plain(second.message) == "One to five."
    assert second.tree == ("and", (">=", ("v", "two"), 1.0), ("<=", ("v", "two"), 5.0))
    assert third
    assert plain(third.message) == "Please look at this again."


def test_what_a_filled_copy_must_match_is_ids_kinds_and_choices(tmp_path: Path) -> None:
    text = "title: A\nfields: [{choose_one: Pick, id: pick, choices: {a: A, b: B}}]"
    first = one(tmp_path, text).hash
    assert re.fullmatch(r"[0-9a-f]{16}", first)
    assert one(tmp_path, text.replace("a: A", "a: Another word")).hash == first
    assert one(tmp_path, text.replace("b: B", "c: B")).hash != first
    assert one(tmp_path, text.replace("choose_one", "choose_many")).hash != first


def test_ids_made_from_words_are_named_for_a_strict_check(tmp_path: Path) -> None:
    sheet = """
    title: A
    steps:
      - title: First
        fields:
          - {text: Name, id: name}
          - text: Why?
      - {title: Second, id: second, fields: [{table: T, id: t, columns: [{text: What}]}]}
    results: [{show: Fine.}]
    """
    reading = read(tmp_path, sheet=sheet)
    assert reading.problems == ()
    assert [each.hint for each in reading.unsettled] == [
        "run 'workleaf fix', or add a line: id: first",
        "run 'workleaf fix', or add a line: id: why",
        "run 'workleaf fix', or add a line: id: what",
        "run 'workleaf fix', or add a line: id: fine",
    ]
    assert project.read(REAL, pages=PAGES).unsettled == ()
