"""A filled-in worksheet: what its answers mean, what shows, where scores stand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from workleaf.worksheet.answers import score, shown_results, values, visible
from workleaf.worksheet.controls import (
    AnyControl,
    Band,
    Choice,
    Compose,
    Dated,
    Grid,
    GridRow,
    Group,
    Growing,
    Named,
    Order,
    Pick,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.model import Result, Step, Worksheet
from workleaf.worksheet.texts import Paragraph, Plain, Target, Tree

HELP = Target(kind="page", name="safety", title="Safety", safety=True)
YES = ("is", ("v", "safe"), ("s", "yes"))


def choices(*values: str) -> tuple[Choice, ...]:
    return tuple(Choice(value=value, words=(Plain(value),)) for value in values)


def rows(*values: str) -> tuple[GridRow, ...]:
    return tuple(GridRow(value=value, words=(Plain(value),)) for value in values)


def result(name: str, when: Tree, *, safety: bool = False) -> Result:
    show = (Paragraph((Plain(name),)),)
    return Result(id=name, when=when, show=show, go=(HELP,) if safety else ())


def sheet(*controls: AnyControl, results: tuple[Result, ...] = ()) -> Worksheet:
    step = Step(id="one", title=(), controls=controls)
    return Worksheet(id="notes", title=(Plain("Notes"),), steps=(step,), results=results)


COLUMNS = (
    Write(path="kind"),
    Write(path="weight", kind="number"),
    Tally(path="twice", tree=("*", 2, ("v", "weight"))),
)
FIRST_ROW = (("kind", "hope"), ("weight", "2"))
TABLE = Rows(
    path="table",
    columns=COLUMNS,
    plan=Growing(first=2, most=4, start_with=(FIRST_ROW, (("kind", "x"),))),
)
LOG = Rows(path="log", columns=COLUMNS[1:2], plan=Dated(every="week", times=3))

MANY = Pick(path="a", choices=choices("x", "y"), many=True)

VALUES: list[tuple[AnyControl, dict[str, object], object]] = [
    (Write(path="a"), {"a": "Ann"}, "Ann"),
    (Write(path="a"), {"a": "  "}, None),
    (Write(path="a"), {"a": "7"}, "7"),
    (Write(path="a", kind="number"), {"a": "7,5"}, 7.5),
    (Write(path="a", kind="number"), {"a": 7}, 7.0),
    (Write(path="a", kind="number"), {"a": "seven"}, None),
    (Write(path="a", default="mine"), {}, "mine"),
    (Write(path="a", default="mine"), {"a": ""}, None),
    (Pick(path="a", choices=choices("x", "y")), {"a": "y"}, "y"),
    (Pick(path="a", choices=choices("0", "1")), {"a": "1"}, 1.0),
    (Pick(path="a", choices=choices("0", "2.5")), {"a": "2.5"}, 2.5),
    (Pick(path="a", choices=choices("x"), default=("x",)), {}, "x"),
    (MANY, {"a.y": True, "a.x": ""}, ["y"]),
    (MANY, {"a.y": "yes", "a.x": "yes"}, ["x", "y"]),
    (MANY, {"a": ["y"]}, ["y"]),
    (replace(MANY, default=("x",)), {"a.y": "yes"}, ["x", "y"]),
    (replace(MANY, default=("x",)), {"a.x": ""}, None),
    (Order(path="a", choices=choices("x", "y"), places=2), {"a.x": "2", "a.y": "1"}, ["y", "x"]),
    (
        Grid(path="a", rows=rows("p", "q"), choices=choices("0", "not_sure")),
        {"a.p": "0"},
        {"p": 0.0, "q": None},
    ),
    (
        Grid(path="a", rows=rows("p"), choices=choices("0"), other=Write(path="a__other")),
        {"a.other": "0"},
        {"p": None, "other": 0.0},
    ),
    (
        Rows(path="a", columns=COLUMNS, plan=Named(rows=rows("p", "q"))),
        {"a.p.weight": "3"},
        {"p": {"kind": None, "weight": 3.0}, "q": None},
    ),
    (TABLE, {}, [{"kind": "hope", "weight": 2.0}, {"kind": "x", "weight": None}]),
    (
        TABLE,
        {"table.1.kind": "", "table.1.weight": "", "table.10-ab.kind": "z", "table.2": ""},
        [{"kind": "z", "weight": None}],
    ),
    (
        LOG,
        {"log.2026-02-01.weight": "2", "log.2026-01-05.weight": "1", "log.2026-03-01.weight": ""},
        [{"weight": 1.0, "date": "2026-01-05"}, {"weight": 2.0, "date": "2026-02-01"}],
    ),
    (
        LOG,
        {"log.2.weight": "2", "log.10.weight": "3"},
        [{"weight": 2.0, "date": None}, {"weight": 3.0, "date": None}],
    ),
    (
        Group(path="a", controls=(Write(path="a.if"), Write(path="a.then"))),
        {"a.if": "tea"},
        {"if": "tea", "then": None},
    ),
    (Compose(path="a", template=(), editable=True), {"a": "My own"}, "My own"),
    (Tally(path="a", tree=("+", 1, 2)), {}, 3.0),
    (Say(path="a", text=()), {"a": "x"}, None),
]


@pytest.mark.parametrize(("control", "flat", "expected"), VALUES)
def test_answers_become_values(
    control: AnyControl, flat: dict[str, object], expected: object
) -> None:
    assert values(sheet(control), flat)(control.path) == expected


def test_the_box_beside_other_is_read_by_its_own_name() -> None:
    control = Pick(path="a", choices=choices("x", "other"), other=Write(path="a__other"))
    read = values(sheet(control), {"a": "other", "a__other": "pears"})
    assert read("a__other") == "pears"
    assert values(sheet(Write(path="b")), {"b__other": "x"})("b__other") is None


SAFE = Pick(path="safe", choices=choices("yes", "no"))


@pytest.mark.parametrize(("answer", "value"), [("yes", "x"), ("no", None), ("", None)])
def test_a_hidden_question_counts_as_unanswered(answer: str, value: str | None) -> None:
    flat = {"safe": answer, "why": "x", "in": "x", "plan.if": "x", "step": "x"}
    hidden = Write(path="why", show_if=YES)
    group = Group(path="plan", show_if=YES, controls=(Write(path="plan.if"), Write(path="in")))
    first = Step(id="first", title=(), controls=(SAFE, hidden, group))
    second = Step(id="second", title=(), show_if=YES, controls=(Write(path="step"),))
    found = Worksheet(id="notes", title=(), steps=(first, second))
    read = values(found, flat)
    assert [read(name) for name in ("why", "in", "step")] == [value] * 3
    assert read("plan") == ({"if": "x"} if value else None)
    shown = [control.path for step in visible(found, flat) for control in step.controls]
    assert shown == (["safe", "why", "plan", "step"] if value else ["safe"])


def test_what_depends_on_a_hidden_question_is_hidden_too() -> None:
    second = Write(path="b", show_if=("answered", ("v", "a")))
    found = sheet(SAFE, Write(path="a", show_if=YES), second)
    assert values(found, {"safe": "no", "a": "x", "b": "y"})("b") is None
    assert values(found, {"safe": "yes", "a": "x", "b": "y"})("b") == "y"


def test_a_circle_of_conditions_ends() -> None:
    first = Write(path="a", show_if=("answered", ("v", "b")))
    second = Write(path="b", show_if=("answered", ("v", "a")))
    assert values(sheet(first, second), {"a": "x", "b": "y"})("a") is None


def test_a_cell_that_does_not_show_is_unanswered() -> None:
    hidden = Write(path="why", show_if=("is", ("v", "kind"), ("s", "fear")))
    table = Rows(path="t", columns=(Write(path="kind"), hidden), plan=Growing(first=1, most=3))
    flat = {"t.1.kind": "fear", "t.1.why": "x", "t.2.kind": "hope", "t.2.why": "y"}
    assert values(sheet(table), flat)("t") == [
        {"kind": "fear", "why": "x"},
        {"kind": "hope", "why": None},
    ]


def test_other_worksheets_and_the_other_persons_copy_are_read_where_given() -> None:
    found = sheet(Write(path="a"))
    check_in = values(found, {"a": "theirs"})
    read = values(found, {}, elsewhere={"check-in": check_in}, theirs=check_in)
    assert [read("w:check-in/a"), read("theirs:a")] == ["theirs", "theirs"]
    assert [read("w:unknown/a"), values(found, {})("theirs:a")] == [None, None]


RESULTS = (
    result("first", YES),
    result("danger", ("is", ("v", "fear"), ("s", "yes")), safety=True),
    result("second", ("answered", ("v", "safe"))),
    result("help", ("is", ("v", "fear"), ("s", "yes")), safety=True),
)


@pytest.mark.parametrize(
    ("flat", "shown", "too_few"),
    [
        ({}, [], False),
        ({"safe": ""}, [], False),
        ({"elsewhere": "x"}, [], False),
        ({"note": "x"}, [], True),
        ({"safe": "yes"}, ["first"], False),
        ({"safe": "no"}, ["second"], False),
        ({"fear": "yes"}, ["danger", "help"], False),
        ({"safe": "no", "fear": "yes"}, ["danger", "second", "help"], False),
    ],
)
def test_the_first_result_that_fits_and_all_for_safety_show(
    flat: dict[str, object], shown: list[str], too_few: bool
) -> None:
    fear = Pick(path="fear", choices=choices("yes", "no"))
    found = shown_results(sheet(SAFE, fear, Write(path="note"), results=RESULTS), flat)
    assert ([each.id for each in found.results], found.too_few) == (shown, too_few)


@pytest.mark.parametrize(
    ("flat", "shown"),
    [
        ({"note": "x"}, ["otherwise"]),
        ({"fear": "yes"}, ["danger", "help"]),
        ({"safe": "no"}, ["second"]),
    ],
)
def test_a_result_for_safety_without_a_condition_shows_only_where_no_other_does(
    flat: dict[str, object], shown: list[str]
) -> None:
    fear = Pick(path="fear", choices=choices("yes", "no"))
    results = (*RESULTS, result("otherwise", None, safety=True))
    found = shown_results(sheet(SAFE, fear, Write(path="note"), results=results), flat)
    assert [each.id for each in found.results] == shown


def test_a_blank_worksheet_shows_no_result_even_with_defaults() -> None:
    always = Result(id="always", show=())
    found = sheet(Write(path="a", default="x"), TABLE, results=(always,))
    assert shown_results(found, {}).results == ()
    assert shown_results(found, {"a": "x", "table.1.kind": "hope"}).results == ()
    assert shown_results(found, {"a": ""}).results == (always,)
    assert shown_results(found, {"table.1.kind": "fear"}).results == (always,)


def test_picks_that_stand_from_the_start_are_no_answer() -> None:
    always = Result(id="always", show=())
    many = Pick(path="a", choices=choices("x", "y"), many=True, default=("x",))
    found = sheet(many, results=(always,))
    assert shown_results(found, {"a": ["x"], "a.x": True}).results == ()
    assert shown_results(found, {"a": ["x", "y"]}).results == (always,)


LEAVES = (("get", ("v", "g"), "p"), ("get", ("v", "g"), "q"))
BANDS = (Band(up_to=2, label=(Plain("low"),)), Band(up_to=6, label=(Plain("high"),)))


@pytest.mark.parametrize(
    ("flat", "value", "label", "answered"),
    [
        ({}, None, None, 0),
        ({"g.p": "1"}, None, None, 1),
        ({"g.p": "1", "g.q": "not_sure"}, None, None, 1),
        ({"g.p": "1", "g.q": "1"}, 2.0, "low", 2),
        ({"g.p": "1", "g.q": "2"}, 3.0, "high", 2),
        ({"g.p": "9", "g.q": "9"}, 18.0, None, 2),
    ],
)
def test_a_score_says_where_it_stands(
    flat: dict[str, object], value: float | None, label: str | None, answered: int
) -> None:
    grid = Grid(path="g", rows=rows("p", "q"), choices=choices("1", "2", "9", "not_sure"))
    tally = Tally(path="s", tree=("tally", "sum", 2, *LEAVES), parts=LEAVES, bands=BANDS)
    found = score(tally, values(sheet(grid, tally), flat))
    band = next((each for each in BANDS if each.label == (Plain(label or ""),)), None)
    assert (found.value, found.band, found.answered, found.of) == (value, band, answered, 2)
