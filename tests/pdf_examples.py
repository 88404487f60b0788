"""Worksheets made by hand that hold every control in every shape: input for the tests of PDFs."""

from __future__ import annotations

from dataclasses import replace

from workleaf.worksheet.controls import (
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
from workleaf.worksheet.texts import (
    Break,
    Bullets,
    Code,
    Emphasis,
    Heading,
    Line,
    Link,
    Paragraph,
    Plain,
    Prose,
    Quote,
    Slot,
    Strong,
    Target,
)


def line(text: str) -> Line:
    """Plain words."""
    return (Plain(text),) if text else ()


def prose(text: str) -> Prose:
    """One plain paragraph."""
    return (Paragraph(line(text)),)


def choices(**words: str) -> tuple[Choice, ...]:
    """Choices from values and words."""
    return tuple(Choice(value=value, words=line(text)) for value, text in words.items())


def scale(low: int, high: int) -> tuple[Choice, ...]:
    """Numbers to choose from, and "Not sure" apart."""
    numbers = tuple(Choice(value=str(n), words=line(str(n))) for n in range(low, high + 1))
    return (*numbers, Choice(value="not_sure", words=line("Not sure"), apart=True))


def rows(**words: str) -> tuple[GridRow, ...]:
    """Rows of a grid."""
    return tuple(GridRow(value=value, words=line(text)) for value, text in words.items())


SAFE = Target(kind="page", name="safety", title="Safety", safety=True)
RICH: Prose = (
    Heading(line("A heading inside a text")),
    Paragraph(
        (Plain("Words that are "), Strong(line("strong")), Plain(", "), Emphasis(line("stressed")))
    ),
    Paragraph((Code("kept as they are"), Break(), Link(SAFE, line("Read Safety first")))),
    Bullets((prose("a first point"), prose("a second point"))),
    Bullets((prose("one thing"), prose("then another")), ordered=True),
    Quote(prose("Somebody said this.")),
)
WRITING = (
    Write(
        path="partner",
        label=line("What do you call them?"),
        hint=prose("A first name or initials."),
    ),
    Write(path="own", label=line("Own it"), default="That was my choice and my responsibility."),
    Write(
        path="what",
        label=line("What happened?"),
        kind="lines",
        lines=4,
        placeholder="Plain facts, no reasons",
    ),
    Write(
        path="story",
        label=line("It began like this"),
        kind="lines",
        lines=2,
        default="Once upon a time. " * 40,
    ),
    Write(
        path="age", label=line("How many years?"), kind="number", unit=line("years"), minimum="0"
    ),
    Write(path="day", label=line("On which day?"), kind="date"),
    Write(path="hour", label=line("At what time?"), kind="time"),
    Write(path="short", label=line("One word"), max_length=12),
    Write(path="accents", label=line("With accents"), default="Łódź, Šárka, Ștefan – „so“"),
    Write(path="secret", label=line("Read this, do not write"), keep="never"),
    Write(path="seen", label=line("On the screen only"), only_on="screen"),
)
CHOOSING = (
    Pick(
        path="mine",
        label=line("Is it about me?"),
        choices=choices(yes="Yes", no="No", maybe="Sometimes"),
        look="yes_no",
    ),
    Pick(
        path="kind",
        label=line("What was it mostly?"),
        hint=prose("Both can heal."),
        choices=choices(
            a="Mostly a let-down, as far as I can see",
            b="Mostly a deceit, told more than once",
            other="Something else",
        ),
        other=Write(path="kind__other", label=line("What else?")),
        default=("b",),
        shown_when='If you answered "Yes" to "Is it about me?"',
    ),
    Pick(
        path="values",
        label=line("Three things I care about being"),
        choices=choices(
            honest="honest", fair="fair", kind="kind", brave="brave", other="something else"
        ),
        many=True,
        most=3,
        default=("fair",),
        other=Write(path="values__other"),
    ),
    Pick(
        path="trust",
        label=line("Trust today"),
        choices=scale(0, 10),
        look="scale",
        low=line("none"),
        high=line("full"),
        default=("7",),
    ),
    Pick(
        path="month",
        label=line("Which month?"),
        look="dropdown",
        choices=choices(**{f"m{n}": f"Month {n}" for n in range(1, 13)}),
        default=("m3",),
    ),
    Pick(
        path="percent", label=line("How sure, of a hundred?"), look="slider", choices=scale(0, 100)
    ),
    Pick(
        path="agree",
        label=line("Agreed?"),
        look="checkbox",
        choices=choices(yes="I have read this"),
    ),
    Pick(
        path="danger",
        label=line("Never kept"),
        choices=choices(a="first", b="second"),
        keep="never",
    ),
    Order(
        path="needs",
        label=line("Put these in order"),
        choices=choices(honesty="Honesty", time="Time together", space="Space of my own"),
        places=3,
    ),
    Grid(
        path="areas",
        label=line("How true is it?"),
        rows=rows(word="They keep their word", truth="They tell me the truth"),
        choices=scale(0, 4),
        scale=True,
        low=line("not at all"),
        high=line("fully"),
        other=Write(path="areas__other"),
    ),
)
CELLS = (
    Write(path="do", label=line("I will")),
    Write(path="until", label=line("Look again on"), kind="date"),
    Pick(path="size", label=line("Size"), choices=choices(small="small", big="big")),
)
WEEK = (
    Write(path="made", label=line("Promises due"), kind="number"),
    Pick(
        path="trust",
        label=line("Trust this week"),
        choices=scale(0, 10),
        low=line("none"),
        high=line("full"),
    ),
    Tally(
        path="of_ten",
        label=line("Kept, out of ten"),
        tree=1,
        how_to="Ten times kept, divided by due.",
    ),
    Write(path="hard", label=line("One hard moment"), kind="lines", lines=2),
    Write(path="hidden", label=line("Never on paper"), keep="never"),
)
TABLES = (
    Rows(
        path="promises",
        label=line("My promises"),
        columns=CELLS,
        plan=Growing(
            first=1,
            most=3,
            start_with=((("do", "Call on Sunday evenings, before dinner"), ("size", "small")),),
        ),
    ),
    Rows(
        path="weeks",
        label=line("Numbered rows"),
        columns=CELLS,
        plan=Growing(first=1, most=2, row_label=line("Week")),
    ),
    Rows(path="log", label=line("The log"), columns=WEEK, plan=Dated(every="week", times=3)),
    Rows(
        path="space",
        label=line("Close and free"),
        columns=(Write(path="now", label=line("Now")),),
        plan=Named(rows=rows(alone="Time alone", near="Time together")),
    ),
)
ENDING = (
    Group(
        path="plan",
        label=line("My plan"),
        look="sentence",
        controls=(
            Write(path="plan.if", before=line("If"), after=line("happens,")),
            Say(path="plan.words", text=prose("then I take a breath and")),
            Write(path="plan.then", before=line("I will")),
        ),
    ),
    Tally(
        path="score",
        label=line("Your score"),
        tree=1,
        how_to="Add the numbers you circled.",
        bands=(
            Band(up_to=4, label=line("Fragile"), advice=prose("Go slowly.")),
            Band(up_to=8, label=line("Strong")),
        ),
    ),
    Compose(
        path="letter",
        label=line("Your letter"),
        editable=True,
        template=(
            Paragraph(
                (
                    Slot(tree=None, optional=False, name="What do you call them?"),
                    Plain(", I am sorry for "),
                    Slot(tree=None, optional=True, name="What happened?"),
                    Plain("."),
                )
            ),
        ),
    ),
    Group(
        path="more",
        label=line("Together"),
        controls=(
            Write(path="inside", label=line("Inside a group")),
            Say(path="tip", look="tip", text=RICH),
        ),
    ),
    Say(
        path="by_hand",
        look="warning",
        only_on="paper",
        label=line("Mind"),
        text=prose("Keep this page in a safe place."),
    ),
    Group(
        path="signed",
        label=line("Signed"),
        look="signature",
        controls=(
            Write(path="signed.name", label=line("Name")),
            Write(path="signed.date", label=line("Date"), kind="date"),
        ),
    ),
)
RESULTS = (
    Result(
        id="low",
        show=prose("Go slowly."),
        when=True,
        shown_when='If "Trust today" is less than 4',
        go=(SAFE,),
    ),
    Result(id="rest", show=prose("Bring this to your next talk.")),
)
EVERYTHING = Worksheet(
    id="every-control",
    version=3,
    title=line("Every control there is"),
    summary=line("One of each, in each of its shapes."),
    intro=RICH,
    minutes=20,
    who=("together", "alone", "counsellor"),
    start=(Say(path="start", look="help", text=prose("You can stop at any time.")),),
    steps=(
        Step(
            id="write", title=line("Writing"), controls=WRITING, intro=prose("Write as you speak.")
        ),
        Step(
            id="choose",
            title=line("Choosing"),
            controls=CHOOSING,
            shown_when='If you answered "No"',
        ),
        Step(id="tables", title=line("Tables"), controls=TABLES),
        Step(id="end", title=line("The end"), controls=ENDING),
    ),
    results=RESULTS,
    closing=prose("Thank you."),
    end=(Say(path="end", look="aside", text=prose("Do one ordinary thing.")),),
    hash="0123456789abcdef",
    file="worksheets/every-control.yml",
)
READING = replace(EVERYTHING, id="only-reading", paper="reading")
GATE = Worksheet(
    id="the-gate",
    title=line("Before you contact anyone"),
    is_gate=True,
    steps=(
        Step(
            id="gate",
            title=(),
            controls=(
                Write(path="order", only_on="screen"),
                Say(
                    path="do_not",
                    look="warning",
                    only_on="paper",
                    text=prose("Do not write if you feel afraid."),
                ),
            ),
        ),
    ),
)
