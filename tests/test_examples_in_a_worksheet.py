"""`examples:` in a worksheet: how answers may be written, and where they never show."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from language_files import one, read
from web_pages import draw
from workleaf.outputs import pdf

SHEET = """
title: Trust audit
fields:
  - text: Name
    id: name
  - choose_many: What hurt?
    id: causes
    choices: {lies: Lies, money: Money}
    other: Something else
    default: [lies]
  - ranking: In order
    id: needs
    choices: {calm: Calm, time: Time}
  - grid: How true?
    id: trust
    range: 0 to 10
    rows: {word: Word, truth: Truth}
  - table: Promises
    id: promises
    rows: 2 to 4
    columns:
      - text: What
        id: what
      - number: How often
        id: often
  - tracker: Log
    id: log
    every: day
    for: 7
    fields:
      - scale: Trust
        id: trust
        range: 0 to 3
  - plan: Next time
    id: next
    if: When …
    then: I will …
  - score: Sum
    id: total
    sum: trust
  - generated_text: Line
    id: line
    template: ${needs[1]} for ${name}.
results:
  - id: low
    when: total <= 10
    show: Trust is low today.
examples:
"""


@pytest.mark.parametrize(
    ("written", "answers"),
    [
        ("{}", {}),
        ("{name: 'Ann: me'}", {"name": "Ann: me"}),
        ("{causes: money}", {"causes.lies": "", "causes.money": True}),
        ("{causes: [lies, other], causes__other: Rain}",
         {"causes.lies": True, "causes.other": True, "causes__other": "Rain"}),
        ("{causes: []}", {"causes.lies": ""}),
        ("{causes.lies: no, causes.money: yes}", {"causes.lies": "", "causes.money": True}),
        ("{needs: [time, calm]}", {"needs.time": "1", "needs.calm": "2"}),
        ("{needs.time: 2}", {"needs.time": "2"}),
        ("{trust: {word: 3}, trust.truth: 4}", {"trust.word": "3", "trust.truth": "4"}),
        ("{promises: [Tea, {what: Walk, often: 3}]}",
         {"promises.1.what": "Tea", "promises.2.what": "Walk", "promises.2.often": "3"}),
        ("{promises.3.what: Tea, promises.4: {often: 1}}",
         {"promises.3.what": "Tea", "promises.4.often": "1"}),
        ("{log: {2026-01-05: {trust: 2}}}", {"log.2026-01-05.trust": "2"}),
        ("{log.2026-01-05.trust: 2}", {"log.2026-01-05.trust": "2"}),
        ("{next: {if: It rains}, next.then: read}", {"next.if": "It rains", "next.then": "read"}),
        ('{name: ""}', {"name": ""}),
    ],
)  # fmt: skip
def test_answers_are_written_like_the_answer_or_by_path(
    tmp_path: Path, written: str, answers: dict[str, object]
) -> None:
    text = f"{SHEET}  - answers: {written}\n    expect: {{visible: name}}\n"
    (example,) = one(tmp_path, text).examples
    assert example.answers == answers


MET = """  - name: A whole one
    answers: {name: Ann, needs: [time], trust: {word: 3, truth: 4}}
    expect:
      visible: [name, total]
      scores: {total: 7}
      bands: {total: none}
      result: low
      texts: {line: [Time for Ann, Ann.]}
"""


def test_what_comes_as_expected_is_not_mentioned(tmp_path: Path) -> None:
    (example,) = one(tmp_path, SHEET + MET).examples
    assert example.name == "A whole one"


def test_examples_never_reach_a_reader(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "other").mkdir()
    with_them = one(tmp_path / "one", SHEET + MET)
    without = one(tmp_path / "other", SHEET.removesuffix("examples:\n"))
    assert draw(with_them).encode() == draw(without).encode()
    assert pdf.make(with_them) == pdf.make(without)
    assert "A whole one" not in json.dumps(draw(with_them))


def test_examples_wait_until_all_else_is_right(tmp_path: Path) -> None:
    text = SHEET.replace("total <= 10", "totl <= 10") + MET
    reading = read(tmp_path, sheet=text)
    assert [each.code for each in reading.problems] == ["condition-unknown"]


def test_every_example_is_looked_at_when_one_is_wrong(tmp_path: Path) -> None:
    wrong = "  - answers: {}\n    expect: {scores: {total: 3}}\n"
    other = wrong.replace("{}", "{nmae: Ann}")
    reading = read(tmp_path, sheet=SHEET + wrong + other + wrong)
    codes = ["example-score", "example-answer-unknown", "example-score"]
    assert [each.code for each in reading.problems] == codes


def test_scores_are_compared_as_pages_show_them(tmp_path: Path) -> None:
    text = """
    title: A
    fields:
      - {number: Kept, id: kept}
      - {score: Third, id: third, formula: kept / 3}
    examples:
      - {answers: {kept: 2}, expect: {scores: {third: 0.67}}}
      - {answers: {kept: 2}, expect: {scores: {third: 0.68}}}
    """
    (problem,) = read(tmp_path, sheet=text).problems
    assert problem.message == "expected third 0.68, got 0.666667"


SAFETY = """
title: A
fields:
  - {yes_no: Hurt?, id: hurt}
  - {text: More, id: more}
results:
  - {id: stop, when: hurt is yes, show: Stop., go: safety}
  - {id: fine, when: answered(more), show: Fine.}
examples:
  - answers: {hurt: yes, more: Much}
    expect: {result: RESULT}
"""


def test_results_that_lead_to_safety_are_expected_beside_the_other(tmp_path: Path) -> None:
    one(tmp_path, SAFETY.replace("RESULT", "[fine, stop]"))
    (problem,) = read(tmp_path, sheet=SAFETY.replace("RESULT", "fine")).problems
    assert problem.message == "expected the result 'fine', got 'stop', 'fine'"


def test_a_gate_says_what_opens_it(tmp_path: Path) -> None:
    gate = """
    title: Before
    store: never
    fields: [{yes_no: Afraid?, id: afraid}]
    results:
      - {id: ok, when: afraid is no, show: Go on., pass: yes}
      - {id: wait, when: afraid is yes, show: Wait.}
    examples:
      - {answers: {}, expect: {result: none, pass: no}}
      - {answers: {afraid: no}, expect: {result: ok, pass: yes}}
      - {answers: {afraid: yes}, expect: {result: wait, pass: no}}
    """
    behind = "title: B\ngate: before\nfields: [{text: A, id: a}]\n"
    reading = read(tmp_path, before=gate, sheet=behind)
    assert [str(each) for each in reading.problems] == []
    assert [each.expected.passes for each in reading.by_id["before"].examples] == [
        False,
        True,
        False,
    ]


NAMES = (
    "name causes.money causes__other needs trust.x promises promises.99 promises.0.what log"
    " log.2026-02-30.trust next.x total line theirs.a sheet.x a..b . __ yes"
).split()
TEXTS = st.sampled_from(["", "x", "3", "-1", "yes", "money", "none", "unknown", "2026-01-05", "–"])
ANYTHING = st.recursive(
    TEXTS,
    lambda inside: (
        st.lists(inside, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inside, max_size=3)
    ),
    max_leaves=6,
)
EXPECT = ["visible", "hidden", "scores", "bands", "result", "texts", "pass"]


@given(
    answers=ANYTHING | st.dictionaries(st.sampled_from(NAMES), ANYTHING, max_size=4),
    expect=ANYTHING | st.dictionaries(st.sampled_from(EXPECT), ANYTHING, max_size=3),
)
@settings(max_examples=120, deadline=None)
def test_whatever_an_example_says_is_answered_with_words(answers: object, expect: object) -> None:
    example = json.dumps([{"answers": answers, "expect": expect}], ensure_ascii=False)
    with TemporaryDirectory() as folder:
        reading = read(
            Path(folder), sheet=SHEET.removesuffix("examples:\n") + f"examples: {example}"
        )
    assert all(str(each).startswith(each.span.file) for each in reading.problems)


def test_examples_are_tried_in_the_language_they_are_written_in(tmp_path: Path) -> None:
    spanish = "translation: reviewed\ntitle: Confianza\nitems:\n  name: Nombre\n"
    (tmp_path / "sheet.es.yml").write_text(spanish, encoding="utf-8")
    reading = read(tmp_path, sheet=SHEET + MET)
    assert [str(each) for each in reading.problems if each.level == "error"] == []
    assert len(reading.by_id["sheet"].examples) == 1
    assert [each.examples for each in reading.translations["es"]] == [()]
