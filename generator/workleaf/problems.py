"""What can be wrong with what an author wrote, where it stands, and the way out.

Every message lives in `CATALOGUE`; a place that finds a problem names its code, fills the blanks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Literal

from workleaf.catalogue import CATALOGUE, NEAR


@dataclass(frozen=True, kw_only=True, order=True)
class Span:
    """A place in a source file. `line` and `column` count from 1."""

    file: str
    """Relative to the project."""
    line: int = 1
    column: int = 1
    width: int = 1
    """How many characters are marked."""


@dataclass(frozen=True, kw_only=True)
class Problem:
    """One thing to mend: a code, a place, what was found and the way out."""

    code: str
    span: Span
    message: str
    hint: str = ""
    level: Literal["error", "warning"] = "error"
    excerpt: str = ""
    """The source line, as it stands."""

    def __str__(self) -> str:
        """`file:line:col: message`, the source line, carets and `= what to do`."""
        span = self.span
        mark = "" if self.level == "error" else "warning: "
        lines = [f"{span.file}:{span.line}:{span.column}: {mark}{self.message}"]
        if self.excerpt.strip():
            lead = f"{span.line:>5} | "
            shown = self.excerpt.replace("\t", "→")
            width = max(1, min(span.width, len(shown) - span.column + 1))
            lines.append(lead + shown)
            lines.append(" " * (len(lead) - 2) + "| " + " " * (span.column - 1) + "^" * width)
        if self.hint:
            lines.append("      = " + self.hint)
        return "\n".join(lines)


class WorksheetError(Exception):
    """Problems that end the work: raised by commands and the plugin, never shown as a traceback."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(str(problem) for problem in self.problems))


def problem(code: str, span: Span, *, excerpt: str = "", **blanks: object) -> Problem:
    """The problem `code` of the catalogue at `span`, its blanks filled in."""
    entry = CATALOGUE[code]
    return Problem(
        code=code,
        span=span,
        message=entry.message.format(**blanks),
        hint=entry.hint.format(**blanks),
        level=entry.level,
        excerpt=excerpt,
    )


def tidy(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In order of place, at most one a place, errors before warnings."""
    best: dict[tuple[str, int, int], Problem] = {}
    for each in problems:
        key = (each.span.file, each.span.line, each.span.column)
        kept = best.get(key)
        if kept is None or (kept.level == "warning" and each.level == "error"):
            best[key] = each
    return tuple(best[key] for key in sorted(best))


def near(word: str, known: Iterable[str]) -> str:
    """The blank `{near}`: the known word that looks like this one, or nothing."""
    found = get_close_matches(word.casefold(), list(known), n=1, cutoff=0.6)
    return NEAR.format(word=found[0]) if found else ""
