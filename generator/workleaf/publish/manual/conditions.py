"""Operators and functions of conditions as a manual shows them; a test compiles each example."""

from __future__ import annotations

from typing import Final

from workleaf.language.expressions.words import BINDING, FUNCTIONS, MANY

OPERATORS: Final[dict[str, tuple[str, str]]] = {
    "is": ('mood is "low"', "The answer is this one."),
    "is not": ('mood is not "low"', "The answer is another one."),
    "includes": ('causes includes "money"', "This choice is among the picks."),
    "excludes": ('causes excludes "money"', "This choice is not among the picks."),
    "<": ("calm < 4", "Less than. For numbers and dates."),
    "<=": ("calm <= 4", "Less than, or just as much."),
    ">": ("calm > 4", "More than. For dates: later than."),
    ">=": ("calm >= 4", "More than, or just as much."),
    "+": ("calm + close", "Both added up."),
    "-": ("calm - close", "The first without the second. Put spaces round it."),
    "*": ("calm * 2", "Times."),
    "/": ("calm / 2", "Divided by. Nothing can be divided by 0: that is unknown."),
    "and": ('calm > 4 and mood is "good"', "Both hold."),
    "or": ('calm > 4 or mood is "good"', "One of them holds, or both."),
    "not": ("not answered(partner)", "It does not hold."),
}
"""Operator → an example and what it says."""

CALLS: Final[dict[str, tuple[str, str]]] = {
    "answered": ("answered(partner)", "Yes when there is an answer, or a part of one."),
    "sum": ("sum(calm, close)", "All numbers added up. Needs half of them answered."),
    "mean": ("mean(calm, close)", "The average. Needs half of them answered."),
    "min": ("min(calm, close)", "The smallest number that is there."),
    "max": ("max(calm, close)", "The largest number that is there."),
    "count": ("count(causes) >= 2", "How many picks, rows or entries there are; 0 for none."),
    "round": ("round(mean(calm, close), 1)", "Rounded; the last number says to how many places."),
    "first": ('first(partner, "Dear you")', "The first of these that has an answer."),
    "last": ("mean(last(track.calm, 3))", "The newest number of a tracker, or the newest few."),
    "if": (
        'if(calm > 4, "calm", "tense")',
        "The second value if the first holds, else the third.",
    ),
    "days_between": ("days_between(met, next)", "The days from one date to another."),
    "trend": ("trend(track.calm, 4) > 0", "Whether the newest few numbers rise (above 0) or fall."),
    "gap": (
        "gap(lines, theirs.lines) > 3",
        "The largest difference, row by row, to the other copy.",
    ),
    "has_words": ('has_words(letter, "always_never")', "A text has words of this wording tip."),
}
"""Function → an example and what it gives."""


def operators() -> list[str]:
    """Every operator, the ones that bind most loosely last."""
    order = sorted(BINDING, key=lambda each: -BINDING[each])
    place = next(n for n, each in enumerate(order) if each == "and")
    return _list(OPERATORS, (*order[:place], "not", *order[place:]))


def functions() -> list[str]:
    """Every function with how many values it takes."""
    return _list(CALLS, tuple(FUNCTIONS))


def _list(known: dict[str, tuple[str, str]], order: tuple[str, ...]) -> list[str]:
    lines = []
    for name in order:
        example, about = known[name]
        values = f" <small>{_values(*FUNCTIONS[name])}</small>" if name in FUNCTIONS else ""
        lines += [f"`{name}`{values}", f":   {about} `{example}`", ""]
    return lines


def _values(least: int, most: int) -> str:
    if most == MANY:
        return "one value or more"
    if least == most:
        return f"{least} values"
    return f"{least} or {most} values"
