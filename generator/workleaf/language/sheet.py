"""The keys of a worksheet, its steps and results, and of the file with shared parts."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field as option
from pydantic import ValidationInfo, WithJsonSchema, model_validator

from workleaf.language import ids
from workleaf.language.options import (
    Condition,
    Flag,
    Id,
    Many,
    Name,
    OneOrMore,
    Options,
    Phrase,
    Raw,
    Whole,
    Word,
    Words,
    keys,
    note,
)
from workleaf.language.source import Mapping
from workleaf.language.takes import Takes

Facts = Annotated[Raw, WithJsonSchema({"type": "object"}), Takes("lines of `id: value`")]
"""Keys that are ids of the worksheet; looked at when its items are known."""


class Step(Options):
    """A screen or a section of a worksheet."""

    title: Words
    """Heading of the step."""
    id: Id | None = None
    """Permanent short name of the step."""
    intro: Words | None = None
    """Text before the questions of the step. Markdown."""
    show_if: Condition | None = None
    """The step is shown only when this holds."""
    fields: Raw
    """The items of the step, in order."""


class Result(Options):
    """A text shown after the last step: the first whose `when` is yes."""

    id: Id | None = None
    """Permanent short name of the result."""
    when: Condition | None = None
    """When it is shown; only the last result may leave this out."""
    show: Words
    """The text. Markdown."""
    go: OneOrMore[Name] = ()
    """Worksheets or pages that it leads to."""
    safety: Flag | None = None
    """`yes`: it is about fear or harm, so it is shown at once beside its question and hides no
    other, and never stands on a worksheet filled in together. `no`: its words only sound so."""
    passes: Flag = option(False, alias="pass")
    """`yes` in a gate: this result opens the worksheets behind it."""


class CalendarEntry(Options):
    """An entry of the calendar file."""

    id: Id | None = None
    """Permanent short name of the entry."""
    title: Words
    """What the calendar shows; other people may see it."""
    date: Name | None = None
    """A date question; today when left out."""
    time: Name | None = None
    """A time question; all day when left out or unanswered."""
    every: Word[Literal["day", "week"]] | None = None
    """Repeat it every day or week."""
    times: Whole = 1
    """How often."""


class Expect(Options):
    """What should come of the answers of an example; what is left out may be anything."""

    visible: OneOrMore[Name] = ()
    """Ids of items or steps that show."""
    hidden: OneOrMore[Name] = ()
    """Ids of items or steps that do not show."""
    scores: Facts | None = None
    """Each score with its number, or `unknown`."""
    bands: Facts | None = None
    """Each score with the label of its band, or `none`."""
    result: OneOrMore[Name] | None = None
    """The id of the result that shows, a list where several do, or `none`."""
    texts: Facts | None = None
    """Each generated text with words that stand in it, one or a list."""
    passes: Flag | None = option(None, alias="pass")
    """`yes` if these answers open the worksheets behind this gate, `no` if not."""

    @model_validator(mode="before")
    @classmethod
    def _expects_something(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Mapping) and not data.pairs:
            raise note(info, "example-nothing", data.span, known=ids.listed(keys(cls)))
        return data


class Example(Options):
    """Answers and what should come of them; `workleaf check` tries it, readers never see it."""

    name: Name | None = None
    """What this example is about, for you."""
    answers: Facts
    """Ids or answer paths with what is answered; `{}` for nothing at all."""
    expect: Expect
    """What should come of these answers."""


class Worksheet(Options):
    """One worksheet: one file, named after it."""

    title: Words
    """Name of the worksheet."""
    summary: Words | None = None
    """One sentence for lists and search results."""
    intro: Words | None = None
    """Text before the first question. Markdown."""
    fields: Raw | None = None
    """The items, where the worksheet has no steps."""
    steps: Many[Step] = ()
    """The steps, each with a title and items of its own."""
    results: Many[Result] = ()
    """Texts after the last step; the first that fits is shown."""
    closing: Words | None = None
    """Text after the results. Markdown."""
    minutes: Whole | None = None
    """How long it takes, in minutes."""
    who: OneOrMore[Word[Literal["alone", "together", "counsellor"]]] = ()
    """Who fills it in; the first is recommended."""
    tags: OneOrMore[Name] = ()
    """Words to find it by."""
    author: Name | None = None
    """Who wrote it."""
    license: Name | None = None
    """How it may be used, for example: CC BY 4.0."""
    source: Name | None = None
    """What it is based on."""
    guide: Name | None = None
    """The page it belongs to."""
    store: Word[Literal["device", "session", "never"]] = "device"
    """Where answers are kept: on the device, until the tab closes, or nowhere."""
    share: Word[Literal["private", "ok", "never"]] = "private"
    """`ok`: answers may go into the compare file; `never`: not even to other worksheets here."""
    paper: Word[Literal["full", "reading"]] = "full"
    """`reading`: the printed version has nothing to fill in."""
    safety: Flag = False
    """`yes`: not in the progress view; results that lead here are shown at once."""
    gate: Name | None = None
    """A worksheet asked at the top of this one before a text to somebody is built."""
    calendar: Many[CalendarEntry] = ()
    """Entries of a calendar file."""
    exports: OneOrMore[Word[Literal["pdf", "json", "md", "csv", "docx"]]] = ()
    """Which files to offer; pdf, json and md when left out. A copy to keep (json) always is."""
    claims: OneOrMore[Name] = ()
    """The guide's claims that it covers."""
    evidence: OneOrMore[Name] = ()
    """The references that it rests on."""
    language: Name | None = None
    """Its language, for example: en."""
    version: Whole = 1
    """Raise it when answers to the old text no longer fit the new one."""
    format: Whole = 1
    """The version of this notation."""
    id: Name | None = None
    """Its id, if it is to be said; always the name of the file."""
    renamed_from: Name | None = None
    """The id it had before, so that saved answers are kept."""
    removed: OneOrMore[Name] = ()
    """Ids that were published and given up, also `question.choice`; their answers are kept."""
    choice_lists: Raw | None = None
    """Lists of choices that several items use by name."""
    every_worksheet: Flag = True
    """`no`: without the shared parts that stand on every worksheet."""
    examples: Many[Example] = ()
    """Answers and what should come of them, tried by `workleaf check`."""


class Tip(Options):
    """A tip under a text to somebody that names it; it never blocks."""

    words: OneOrMore[Phrase] = ()
    """Whole words or phrases to look for, in any case."""
    after: OneOrMore[Phrase] = ()
    """Only later than one of these."""
    more_than: Whole = 0
    """Only if they come more often than this."""
    hours: Name | None = None
    """Or: by the device's clock, for example: 22:00 to 06:00."""
    show: Words
    """What the tip says."""


class EveryWorksheet(Options):
    """Shared parts that stand on every worksheet."""

    start: OneOrMore[Name] = ()
    """Before the first step."""
    end: OneOrMore[Name] = ()
    """After the closing."""
    scales: OneOrMore[Name] = ()
    """Under each scale, grid and score, and under the results."""


class Shared(Options):
    """What worksheets share: `_shared.yml`."""

    every_worksheet: EveryWorksheet | None = None
    """Parts that stand on every worksheet."""
    parts: Raw | None = None
    """Lists of items, inserted with `- use: name`."""
    choice_lists: Raw | None = None
    """Lists of choices, used with `choices: name`."""
    wording_tips: Raw | None = None
    """Tips for texts to somebody, used with `wording_tips: [name]`."""
    language: Name | None = None
    """The language of its words; en when left out."""
    removed: OneOrMore[Name] = ()
    """Worksheets that were published and given up."""
