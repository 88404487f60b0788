"""What authors may write in conditions, formulas and `${…}`, and what they are told otherwise."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import twins
from workleaf.catalogue.expressions import EXPRESSIONS
from workleaf.language.expressions import (
    ExpressionProblems,
    Fault,
    Item,
    Scope,
    TipData,
    circles,
    compile_condition,
    compile_number,
    compile_text,
    in_order,
    names,
    parts,
)
from workleaf.problems import Span, problem
from workleaf.worksheet.conditions import evaluate

YES_NO = {"yes": "Yes", "no": "No"}
SCALE = Item(kind="number", words="Trust", numeric=True, choices={"not_sure": "Not sure"})
COUNT = Item(kind="number", words="Kept", numeric=True)
KIND = Item(kind="one", words="Kind", choices={"hope": "a hope", "fear": "a fear"})
SCORE = replace(COUNT, words="of ten", tree=("*", 10, ("/", ("v", "kept"), ("v", "made"))))

ITEMS = {
    "partner": Item(kind="text", words="Their name"),
    "safe": Item(kind="one", words="Is it safe?", choices=YES_NO),
    "causes": Item(
        kind="many",
        words="What hurt?",
        choices={"lies": "lies", "money": "the money", "none": "", "other": "Something else"},
        labels={"lies": "Lies", "money": "Secrets about money", "none": "None of these"},
        exclusive=frozenset({"none"}),
    ),
    "aim": Item(kind="one", words="Pick one", choices={"end": "an end", "renew": "a new try"}),
    "lean": Item(kind="number", words="How far?", numeric=True, ends=(0, 10), bounded=True),
    "mood": Item(kind="one", words="Mood", numeric=True, choices={"0": "low", "1": "high"}),
    "worth": Item(kind="one", words="Worth", choices={"a": "A", "b": "B"}, points={"a": 5, "b": 1}),
    "ready": Item(
        kind="grid",
        words="Ready?",
        numeric=True,
        rows={"safe": "I am safe", "free": "I am free"},
        choices={"0": "No", "1": "Partly", "2": "Yes", "not_sure": "Not sure"},
    ),
    "areas": Item(
        kind="cells",
        words="Areas",
        rows={"calm": "Calm", "fun": "Fun"},
        columns={"now": COUNT, "then": COUNT},
    ),
    "track": Item(
        kind="entries",
        words="Week by week",
        columns={"trust": SCALE, "kept": COUNT, "made": COUNT, "ten": SCORE},
    ),
    "stay": Item(kind="rows", words="Reasons", columns={"kind": KIND}),
    "due": Item(kind="date", words="By when?"),
    "at": Item(kind="time", words="At what time?"),
    "next_time": Item(kind="parts", words="Next time", rows={"if": "When", "then": "I will"}),
    "lines": Item(
        kind="grid", words="Lines", numeric=True, shareable=True, rows={"want": "I want"}
    ),
    "needs": Item(kind="order", words="Needs", choices={"time": "Time", "space": "Space"}),
    "note": Item(kind="none", words="Read this"),
    "total": replace(COUNT, words="Your score", tree=("tally", "sum", 1, ("v", "lean"))),
    "secret": Item(kind="text", words="Only here", gives=False),
}
TIPS = {"watching": TipData(words=("password",)), "night": TipData()}
OTHER = Scope(items=ITEMS, title="Check-in", tips=TIPS)
SCOPE = Scope(items=ITEMS, worksheets={"check-in": OTHER}.get, others=("check-in",), tips=TIPS)


def pairs(name: str) -> list[tuple[str, str]]:
    """A condition a line, and under it what is said about it."""
    lines = (twins.FOLDER / name).read_text(encoding="utf-8").split("\n")
    return [(text, said.strip()) for text, said in zip(lines[::2], lines[1::2], strict=False)]


RIGHT, WRONG = pairs("in_words.txt"), pairs("mistakes.txt")


@pytest.mark.parametrize(("text", "words"), RIGHT, ids=[text for text, _ in RIGHT])
def test_a_condition_reads_as_plain_words(text: str, words: str) -> None:
    assert compile_condition(text, SCOPE).words == words


def faults(text: str) -> list[str]:
    """What is said about a condition: place, message, way out."""
    with pytest.raises(ExpressionProblems) as caught:
        compile_condition(text, SCOPE)
    found = []
    for code, offset, width, blanks in caught.value.faults:
        made = problem(code, Span(file="x.yml"), **blanks)
        hint = f" = {made.hint}" if made.hint else ""
        found.append(f"{offset}+{width} {made.message}{hint}")
    return found


@pytest.mark.parametrize(("text", "expected"), WRONG, ids=[text for text, _ in WRONG])
def test_a_mistake_is_named_with_its_place(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_every_mistake_is_named_at_once() -> None:
    assert [each.partition(" ")[0] for each in faults('answered(a) or lean is "3" and b > 1')] == [
        "9+1",
        "24+1",
        "31+1",
    ]


def test_an_empty_or_endless_condition_is_refused() -> None:
    assert faults("  ")[0].startswith("0+1 nothing is written here")
    assert "this is too long for one condition" in faults("safe and " * 100 + "safe")[0]
    assert "this is too long for one condition" in faults("(" * 100_000)[0]
    assert "this is too long for one condition" in faults("not " * 400 + "safe")[0]


TREES = [
    ("safe", ("is", ("v", "safe"), ("s", "yes"))),
    ("not safe is no", ("not", ("is", ("v", "safe"), ("s", "no")))),
    ("mood is 1", ("is", ("v", "mood"), 1.0)),
    ('mood is "1"', ("is", ("v", "mood"), 1.0)),
    ("worth > 3", (">", ("points", ("v", "worth"), (("a", 5), ("b", 1))), 3.0)),
    ("count(causes) > 0", (">", ("count", ("except", ("v", "causes"), ("none",))), 0.0)),
    ("total > 3", (">", ("tally", "sum", 1, ("v", "lean")), 3.0)),
    ("theirs.lines.want > 3", (">", ("get", ("theirs", "lines"), "want"), 3.0)),
    ("check-in.total > 3", (">", ("tally", "sum", 1, ("w", "check-in", "lean")), 3.0)),
    ("areas.now.now > 1", None),
    (
        "last(track.ten) > 1",
        (">", ("last", ("each", ("v", "track"), SCORE.tree)), 1.0),
    ),
    (
        "lean - 1 * 2 > 3 / 4 + 1",
        (">", ("-", ("v", "lean"), ("*", 1.0, 2.0)), ("+", ("/", 3.0, 4.0), 1.0)),
    ),
    (
        "safe or lean > 1 and not safe",
        (
            "or",
            ("is", ("v", "safe"), ("s", "yes")),
            ("and", (">", ("v", "lean"), 1.0), ("not", ("is", ("v", "safe"), ("s", "yes")))),
        ),
    ),
]


@pytest.mark.parametrize(("text", "tree"), TREES, ids=[text for text, _ in TREES])
def test_a_condition_compiles_to_its_tree(text: str, tree: object) -> None:
    if tree is None:
        assert faults(text)
    else:
        assert compile_condition(text, SCOPE).tree == tree


def test_a_score_of_another_worksheets_rows_reads_that_worksheet_but_its_own_columns() -> None:
    rows = Scope(
        items={**ITEMS, "sum": replace(COUNT, tree=("sum", ("each", ("v", "track"), SCORE.tree)))}
    )
    scope = Scope(items={}, worksheets={"check-in": rows}.get)
    tree = compile_number("check-in.sum", scope).tree
    assert tree == ("sum", ("each", ("w", "check-in", "track"), SCORE.tree))


def test_a_choice_stands_in_a_sentence_with_its_words() -> None:
    causes = compile_text("causes", SCOPE)
    answers: dict[str, object] = {"causes": ["money", "none", "other"], "causes__other": "silence"}
    assert evaluate(causes.tree, answers.get) == ["the money", "silence"]
    assert (causes.name, causes.optional) == ("What hurt?", False)
    assert compile_text("partner?", SCOPE).optional
    needs = compile_text("needs[1]", SCOPE)
    values: dict[str, object] = {"needs": ["space", "time"]}
    assert evaluate(needs.tree, values.get) == "Space"
    first = compile_text('first(aim, "nothing")', SCOPE)
    assert evaluate(first.tree, {"aim": "renew"}.get) == "a new try"
    assert evaluate(first.tree, lambda name: None) == "nothing"


@pytest.mark.parametrize("text", ["ready", "stay", "lean > 3", "partner? x", "?"])
def test_what_cannot_stand_in_a_sentence_is_refused(text: str) -> None:
    with pytest.raises(ExpressionProblems):
        compile_text(text, SCOPE)


def test_the_parts_of_a_score_are_its_rows() -> None:
    ready = parts("ready", SCOPE)
    assert [part.path for part in ready] == ["ready.safe", "ready.free"]
    assert ready[0].tree == ("get", ("v", "ready"), "safe")
    assert ready[0].ends == (0.0, 2.0)
    assert [part.path for part in parts("areas.now", SCOPE)] == ["areas.now.calm", "areas.now.fun"]
    assert parts("worth", SCOPE)[0].ends == (1, 5)
    assert parts("lean", SCOPE)[0].ends == (0, 10)
    assert parts("track.trust", SCOPE)[0].tree == ("sum", ("get", ("v", "track"), "trust"))


def test_what_an_expression_names_is_known_before_scores_are_compiled() -> None:
    text = "total > 3 or answered(check-in.total, theirs.lines.want, unknown) or last(track.me)"
    found = names(text.replace("track.me", "track.kept"), SCOPE)
    assert [(each.worksheet, each.item, each.column, each.theirs) for each in found] == [
        ("", "total", "", False),
        ("check-in", "total", "", False),
        ("", "lines", "", True),
        ("", "track", "kept", False),
    ]
    assert [each.at for each in found[:2]] == [(0, 5), (22, 14)]
    assert names("total >", SCOPE) == ()


def test_circles_are_found_and_the_rest_is_put_in_order() -> None:
    assert circles({"a": ["b"], "b": ["c", "d"], "c": [], "d": ["a"]}) == (("a", "b", "d", "a"),)
    assert circles({"a": ["a"]}) == (("a", "a"),)
    assert circles({"a": ["b", "c"], "b": ["c"], "c": []}) == ()
    assert circles({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["c"], "e": ["a"]}) == (
        ("a", "b", "a"),
        ("c", "d", "c"),
    )
    assert in_order({"a": ["b", "x"], "b": ["c"], "c": []}) == ("c", "b", "a")


def test_a_chain_as_long_as_a_file_is_no_trouble() -> None:
    chain = {f"n{n:05}": [f"n{n + 1:05}"] for n in range(20_000)}
    assert circles(chain) == ()
    assert in_order(chain)[0] == "n19999"
    (circle,) = circles({**chain, "n19999": ["n00000"]})
    assert len(circle) == 20_001


def test_an_item_that_is_kept_under_another_id_is_read_from_there() -> None:
    scope = Scope(items={"mood": Item(kind="text", words="Mood", id="start_mood")})
    found = compile_condition("answered(mood)", scope)
    assert found.tree == ("answered", ("v", "start_mood"))
    assert found.reads == {"start_mood"}


def test_every_message_about_conditions_has_an_example() -> None:
    codes = set()
    for text, _ in WRONG:
        with pytest.raises(ExpressionProblems) as caught:
            compile_condition(text, SCOPE)
        codes |= {each.code for each in caught.value.faults}
    elsewhere = {"condition-empty", "condition-in-text"}
    elsewhere |= {"condition-too-long", "condition-too-large"}
    assert set(EXPRESSIONS) == codes | elsewhere


WORDS = """
    safe lean causes ready .safe .x [1] [ ] ( ) , "money" "yes" 3 0.5 and or not is includes < >=
    + - * / count( sum( if( first( last( gap( track.trust theirs. check-in. ? is not
"""
WRITTEN = st.text(max_size=30) | st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


def attempt(compile_it: Callable[[str, Scope], object], text: str) -> tuple[Fault, ...]:
    """What is wrong with a text; nothing when it compiles."""
    try:
        compile_it(text, SCOPE)
    except ExpressionProblems as problems:
        return problems.faults or (Fault("no fault at all", -1, 0, {}),)
    return ()


@settings(max_examples=600, deadline=None)
@given(text=WRITTEN)
def test_whatever_is_written_compiles_or_is_a_named_mistake(text: str) -> None:
    for compile_it in (compile_condition, compile_number, compile_text, parts):
        for code, offset, width, blanks in attempt(compile_it, text):
            assert problem(code, Span(file="x.yml"), **blanks).message
            assert 0 <= offset <= len(text)
            assert width >= 1
