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
    "numbers": "several numbers",
    "texts": "several texts",
    "choices": "several choices",
    "dates": "several dates",
    "times": "several times",
    "anys": "several answers",
    "record": "a whole set of answers",
    "rows": "a whole table",
    "condition": "yes or no",
    "unknown": "unknown",
}
"""What an expression can be, as messages say it."""

_TEXTS = 'words stand in straight double quotes: "…"'
_ALIKE = "compare numbers with numbers, dates with dates, words with words"
_SHORTER = "take it apart: put a part of it into a score, or write several results"
_COMPARE = 'for example: mood is "low", trust > 3, answered(name)'

EXPRESSIONS: dict[str, Entry] = {
    # ---------------------------------------------------------------- cannot be read
    "condition-empty": Entry("nothing is written here", _COMPARE),
    "condition-too-long": Entry("this is too long for one condition", _SHORTER),
    "condition-too-large": Entry(
        "with the scores that it names, this is too much to work out",
        "count answers here, not scores of scores",
    ),
    "condition-instead": Entry(
        "'{found}' is written '{instead}' here", "write '{instead}' in its place"
    ),
    "condition-minus": Entry(
        "a minus needs a space on both sides", "write a - b for a difference; a-b is one name"
    ),
    "condition-quote-open": Entry(
        "a quote is opened but never closed", 'put a second " after the word'
    ),
    "condition-quotes": Entry("words do not stand in {found} here", _TEXTS),
    "condition-braces": Entry(
        "names stand alone in a condition, without ${{ }}", "take the signs $, {{ and }} out"
    ),
    "condition-number": Entry(
        "'{found}' is no number and no name",
        "a number is written 3 or 0.5; a name starts with a letter",
    ),
    "condition-bare-day": Entry("a date needs double quotes here", 'write "{found}"'),
    "condition-bare-clock": Entry("a time needs double quotes here", 'write "{found}"'),
    "condition-comma": Entry("a number is written with a point, not a comma", "write {found}"),
    "condition-point": Entry("a number does not start with a point", "write {found}"),
    "condition-sign": Entry(
        "the sign '{found}' is not used in conditions",
        "these are: + - * / < <= > >= ( ) and the words is, is not, and, or, not",
    ),
    "condition-expected": Entry(
        "'{expected}' is missing {before}", "add it, or take the bracket before it out"
    ),
    "condition-list": Entry(
        "a ',' or a ')' is missing {before}", "values in brackets stand like this: sum(a, b)"
    ),
    "condition-join": Entry(
        "two comparisons follow each other", "join them with 'and': a < b and b < c"
    ),
    "condition-between": Entry("'between' is not used here", "write: a >= 1 and a <= 3"),
    "condition-in": Entry(
        "'{found}' is not used here",
        'for one answer write: a is "x" or a is "y"; for several: a includes "x"',
    ),
    "condition-brackets": Entry(
        "'{name}' needs its question in brackets", "for example: {name}(…)"
    ),
    "condition-bracket-closed": Entry(
        "a bracket is closed here that was never opened", "take the ')' out, or add '(' before"
    ),
    "condition-brackets-empty": Entry(
        "nothing stands between these brackets", "fill them, or take them out"
    ),
    "condition-function": Entry(
        "'{name}(…)' is not known here{near}", "what can stand before brackets: {known}"
    ),
    "condition-values": Entry(
        "'{name}' takes {wanted} in its brackets, not {found}", "separate them with commas"
    ),
    "condition-place": Entry(
        "the number of a place is missing between [ and ]", "the first place: needs[1]"
    ),
    "condition-key": Entry(
        "a name is missing after the point", "for example a row of a grid: trust.promises"
    ),
    "condition-unfinished": Entry("something is missing at the end", _COMPARE),
    "condition-unexpected": Entry(
        "'{found}' cannot stand here",
        "join parts with and, or; compare with is, is not, <, >; names have no spaces",
    ),
    # ---------------------------------------------------------------- names nothing
    "condition-unknown": Entry(
        "there is no question with the id '{id}'{near}", "ids here: {known}"
    ),
    "condition-no-answer": Entry(
        "'{id}' has no answer: it is only a heading or a text to read",
        "name a question that people answer",
    ),
    "condition-through-heading": Entry(
        "'{id}' is only a heading or a text to read", "name the question alone: {wanted}"
    ),
    "condition-worksheet": Entry(
        "'{id}' is a whole worksheet", "name one of its questions: {id}.…"
    ),
    "condition-private": Entry(
        "'{path}' is kept from other worksheets",
        "name another answer; its worksheet says 'store: never' or 'share: never' there",
    ),
    "condition-theirs": Entry(
        "'theirs' needs the id of a question", "the other person's answer: theirs.lines"
    ),
    "condition-not-shared": Entry(
        "'{id}' is not shared, so there is never a 'theirs.{id}'",
        "add the line 'share: ok' to the question '{id}'",
    ),
    "unknown-choice": Entry("'{choice}' is not a choice of '{id}'{near}", "choices: {choices}"),
    "condition-choice-unquoted": Entry(
        "'{choice}' is a choice, not a question", 'put it in double quotes: "{choice}"'
    ),
    "condition-no-common": Entry(
        "'{first}' and '{second}' have no choice in common, so they are never the same",
        "choices of '{first}': {choices}",
    ),
    "condition-beyond": Entry(
        "'{path}' goes from {low} to {high}, so it never reaches {found}",
        "write a number from {low} to {high}",
    ),
    "condition-no-place": Entry(
        "'{path}' is one answer, so it has no first or second place",
        "places are in rankings, in questions with several choices and in columns of a table",
    ),
    "condition-place-beyond": Entry(
        "'{path}' has only {most} places", "write a number from 1 to {most}"
    ),
    "condition-place-of-rows": Entry("the row stands after the column", "write: {wanted}"),
    "condition-write-includes": Entry(
        "choices do not stand after a point", 'write: {path} includes "{choice}"'
    ),
    "condition-no-parts": Entry(
        "'{path}' is one answer without parts, so there is no '{part}' in it",
        "write only: {path}",
    ),
    "condition-no-part": Entry("'{path}' has no '{part}'{near}", "it has: {known}"),
    # ---------------------------------------------------------------- does not fit
    "condition-not-yes-no": Entry(
        "this is {found}; a condition is something that is so or not so", _COMPARE
    ),
    "condition-alone": Entry(
        "{text} stands alone", "name the question again before it: … is {text}"
    ),
    "condition-compared": Entry(
        "this compares something that is already yes or no",
        "leave the comparison out, or write 'not' before it",
    ),
    "condition-no-question": Entry(
        "no question is named here, so this never changes", "name the id of a question"
    ),
    "condition-answered": Entry(
        "{found} is not how to ask whether there is an answer", "write: {instead}"
    ),
    "condition-is-several": Entry("'{path}' can have several answers", "write: {wanted}"),
    "condition-is-ranking": Entry(
        "'{path}' is a whole order of choices", "name a place in it: {wanted}"
    ),
    "condition-name-one": Entry("'{path}' holds several answers", "name one: {example}"),
    "condition-list-ordered": Entry(
        "'{path}' holds several answers, and one value is needed here",
        "make one of them: {wanted}",
    ),
    "condition-column": Entry(
        "'{path}' holds more than numbers", "name a column of numbers: {wanted}"
    ),
    "condition-includes-one": Entry("'{path}' has one answer, not several", "write: {wanted}"),
    "condition-includes": Entry(
        "'{operator}' needs a question with several answers before it",
        'for example: causes {operator} "money"',
    ),
    "condition-one-value": Entry(
        "one value is needed here, not several", 'for example: causes includes "money"'
    ),
    "condition-not-ordered": Entry(
        "{found} is never larger or smaller", "<, <=, > and >= compare numbers, dates and times"
    ),
    "condition-sorts": Entry("{left} is never {right}", _ALIKE),
    "condition-date": Entry("'{text}' is no date", 'write it as "2026-01-31"'),
    "condition-time": Entry("'{text}' is no time of day", 'write it as "18:30"'),
    "condition-quoted-number": Entry(
        "'{text}' in quotes is a word, not a number", "take the quotes off: {text}"
    ),
    "condition-not-number": Entry(
        "this is {found}; a number is needed here",
        "name a number, a scale, a score or a column of them",
    ),
    "condition-by-zero": Entry(
        "nothing can be divided by 0", "divide by another number, or by a question"
    ),
    "condition-whole": Entry(
        "a whole number from {least} to {most} is needed here", "write it as digits: {least}"
    ),
    "condition-count-one": Entry(
        "this is {found}; 'count' needs several answers", "to see whether there is one: answered(…)"
    ),
    "condition-count-of": Entry(
        "'count' with two values needs several answers and one value",
        'for example: count(stay.kind, "hope")',
    ),
    "condition-alike": Entry(
        "the values of '{name}' are of different sorts", "all numbers, or all words, or all dates"
    ),
    "condition-series": Entry(
        "'{name}' needs a column of a table or tracker", "for example: {name}(track.trust, 4)"
    ),
    "condition-gap": Entry(
        "'gap' needs two answers of the same sort", "for example: gap(lines, theirs.lines)"
    ),
    "condition-no-date": Entry(
        "this is {found}; a date is needed here", 'name a date question, or write "2026-01-31"'
    ),
    "condition-tip-name": Entry(
        "the name of a wording tip is needed here, in double quotes",
        'for example: has_words(letter, "never")',
    ),
    "condition-tip": Entry("there is no wording tip '{name}'{near}", "wording tips: {known}"),
    "condition-tip-empty": Entry(
        "the wording tip '{name}' has no words to look for", "give it 'words:' in _shared.yml"
    ),
    "condition-no-text": Entry(
        "this is {found}; 'has_words' needs words that people write",
        "name a text, a long_text or a generated_text",
    ),
    "condition-in-text": Entry(
        "this is {found} and cannot stand in a sentence", "name one row, part or column of it"
    ),
}
