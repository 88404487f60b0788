"""Messages: conditions, formulas and answers inside texts."""

from __future__ import annotations

from typing import Final

from workleaf.catalogue.entry import Entry

SORTS: Final[dict[str, str]] = {
    "number": "a number",
    "text": "a text",
    "choice": "a choice",
    "date": "a date",
    "time": "a time",
    "any": "an answer",
    "list": "several answers",
    "record": "answers in rows or parts",
    "rows": "a table of answers",
    "condition": "yes or no",
    "unknown": "unknown",
}
"""What an expression can be, as messages say it."""

_TEXTS = 'texts stand in straight double quotes: "…"'
_ALIKE = "numbers with numbers, dates with dates, words with words"

EXPRESSIONS: dict[str, Entry] = {
    "condition-empty": Entry("nothing is written here"),
    "condition-too-long": Entry(
        "this is too long for one condition", "take it apart: a score, or several results"
    ),
    "condition-instead": Entry("'{found}' is written '{instead}' here"),
    "condition-minus": Entry(
        "a minus has a space on both sides", "a-b is one name, a - b is a difference"
    ),
    "condition-quote-open": Entry("a quote is opened but never closed", _TEXTS),
    "condition-quotes": Entry("{found} does not hold a text here", _TEXTS),
    "condition-braces": Entry("names stand alone here, without ${{ }}"),
    "condition-number": Entry(
        "'{found}' is no number and no name",
        "a number is written 3 or 0.5; a name starts with a letter",
    ),
    "condition-sign": Entry("'{found}' means nothing here"),
    "condition-expected": Entry("expected '{expected}' {before}"),
    "condition-list": Entry("expected ',' or ')' {before}"),
    "condition-join": Entry(
        "two comparisons follow each other", "join them with 'and': a < b and b < c"
    ),
    "condition-function": Entry("there is no function '{name}'{near}", "functions: {known}"),
    "condition-values": Entry("'{name}' takes {wanted}, not {found}"),
    "condition-place": Entry("a place from 1 stands in [ ]", "the first: needs[1]"),
    "condition-key": Entry("a row, a column or a part is named after '.'"),
    "condition-unfinished": Entry("something is missing here"),
    "condition-unexpected": Entry("did not expect '{found}'"),
    "condition-unknown": Entry("there is no '{id}'{near}", "ids: {known}"),
    "condition-no-answer": Entry("'{id}' is only text to read and has no answer"),
    "condition-worksheet": Entry("'{id}' is a worksheet", "name one of its answers: {id}.…"),
    "condition-private": Entry(
        "'{path}' is kept from other worksheets",
        "its worksheet, or the question, says 'store: never' or 'share: never'",
    ),
    "condition-theirs": Entry("'theirs' needs a name", "the other person's answer: theirs.lines"),
    "condition-not-shared": Entry(
        "'{id}' is not shared, so there is never a 'theirs.{id}'",
        "give '{id}' the line 'share: ok'",
    ),
    "unknown-choice": Entry("'{choice}' is not a choice of '{id}'{near}", "choices: {choices}"),
    "condition-choice-unquoted": Entry(
        "'{choice}' is a choice, not a question", 'put it in double quotes: "{choice}"'
    ),
    "condition-no-place": Entry(
        "'{path}' is no list, so it has no places",
        "places: rankings, several choices, columns of a table",
    ),
    "condition-write-includes": Entry(
        "'{path}' has no parts", 'to ask for a choice, write: {path} includes "{choice}"'
    ),
    "condition-no-parts": Entry("'{path}' has no parts, so there is no '{part}' in it"),
    "condition-no-part": Entry("'{path}' has no '{part}'{near}", "it has: {known}"),
    "condition-not-yes-no": Entry(
        "this is {found}, not a condition", "compare it: … is …, … > …, answered(…)"
    ),
    "condition-alone": Entry(
        "'{text}' stands alone", 'name the question again: a is "x" or a is "{text}"'
    ),
    "condition-compared": Entry(
        "this compares something that is already yes or no",
        "leave the comparison out, or write 'not …'",
    ),
    "condition-no-question": Entry("no question is named here, so this never changes"),
    "condition-is-several": Entry("'{path}' has several answers", "write '{wanted}'"),
    "condition-name-one": Entry("'{path}' has several answers", "name one: {example}"),
    "condition-includes-one": Entry("'{path}' has one answer, not several", "write '{wanted}'"),
    "condition-includes": Entry("'{operator}' needs a question with several answers before it"),
    "condition-one-value": Entry("one value is needed here"),
    "condition-not-ordered": Entry(
        "{found} has no order", "<, <=, > and >= compare numbers, dates and times"
    ),
    "condition-sorts": Entry("{left} is never {right}", _ALIKE),
    "condition-date": Entry("'{text}' is no date", "write it as 2026-01-31"),
    "condition-time": Entry("'{text}' is no time", "write it as 18:30"),
    "condition-quoted-number": Entry("'{text}' in quotes is a text", "take the quotes off: {text}"),
    "condition-not-number": Entry("this is {found}; a number is needed here"),
    "condition-whole": Entry("a whole number from {least} to {most} is needed here"),
    "condition-count-one": Entry(
        "this is {found}; 'count' needs several answers", "to see whether there is one: answered(…)"
    ),
    "condition-count-of": Entry(
        "'count' with two values needs several answers and one value",
        'for example: count(stay.kind, "hope")',
    ),
    "condition-alike": Entry("'{name}' needs values of one sort", _ALIKE),
    "condition-series": Entry(
        "'{name}' needs a column of a table or tracker", "for example: {name}(track.trust, 4)"
    ),
    "condition-gap": Entry("'gap' needs two answers of the same sort"),
    "condition-no-date": Entry("this is {found}; a date is needed here"),
    "condition-tip-name": Entry("the name of a wording tip in double quotes is needed here"),
    "condition-tip": Entry("there is no wording tip '{name}'{near}", "wording tips: {known}"),
    "condition-tip-empty": Entry("the wording tip '{name}' has no words to look for"),
    "condition-no-text": Entry("this is {found}; 'has_words' needs words that were written"),
    "condition-in-text": Entry(
        "this is {found} and cannot stand in a sentence", "name a row, a part or a column"
    ),
}
