"""What can be wrong with what an author wrote, where it stands, and the way out.

Every message lives in `CATALOGUE`; a place that finds a problem names its code, fills the blanks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest
from itertools import islice, pairwise
from typing import Final, Literal

from workleaf.catalogue import CATALOGUE, NEAR
from workleaf.frozen import dataclass

_WIDEST: Final = 150
"""Characters of a source line that are shown."""
_LONGEST: Final = 500
"""Characters of a blank in a message."""
_WORDS = "address choice found id key label name part path tag text word"
_LENGTHS: Final = {**dict.fromkeys(_WORDS.split(), 80), "names": 4000, "reason": 4000, "why": 4000}
"""The same where it is one word of an author's, or all of a story."""
_LOOKED_AT, _COMPARED, _TRIED = 40, 400, 4
"""Letters of a word, known words, and those of them that are compared letter by letter."""
_HIDDEN: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)


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
            lines += self._marked()
        if self.hint:
            lines.append("      = " + self.hint.replace("\n", "\n        "))
        return "\n".join(lines)

    def _marked(self) -> tuple[str, str]:
        """The source line, or the part of it around the place, and carets below."""
        start = self.span.column - 1
        first = 0 if len(self.excerpt) <= _WIDEST else max(0, start - _WIDEST // 3)
        last = min(len(self.excerpt), first + _WIDEST)
        before, after = "…" if first else "", "…" if last < len(self.excerpt) else ""
        marked = self.excerpt[start : min(start + self.span.width, last)]
        lead = f"{self.span.line:>5} | "
        empty = " " * (len(lead) - 2) + "| "
        empty += " " * (len(before) + _cells(self.excerpt[first:start]))
        shown = before + visible(self.excerpt[first:last]) + after
        return lead + shown, empty + "^" * max(1, _cells(marked))


class WorksheetError(Exception):
    """Problems that end the work: raised by commands and the plugin, never shown as a traceback."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n\n".join(str(problem) for problem in self.problems))


def problem(code: str, span: Span, *, excerpt: str = "", **blanks: object) -> Problem:
    """The problem `code` of the catalogue at `span`, its blanks filled in."""
    entry = CATALOGUE[code]
    blanks = {key: _short(key, blank) for key, blank in blanks.items()}
    return Problem(
        code=code,
        span=span,
        message=entry.message.format(**blanks),
        hint=entry.hint.format(**blanks),
        level=entry.level,
        excerpt=excerpt,
    )


def visible(text: str) -> str:
    """A text that can be shown: signs that steer a terminal, or turn it round, do not."""
    return _HIDDEN.sub("�", text.replace("\t", "→"))


def _short(key: str, blank: object) -> object:
    """What fills a blank, on one line and cut where it is too long."""
    if not isinstance(blank, str):
        return blank
    most = _LENGTHS.get(key, _LONGEST)
    lines = [visible(each) for each in blank.splitlines()] if key != "why" else [blank]
    text = " ".join(lines) if blank.strip() else visible(blank)
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _cells(text: str) -> int:
    """How many columns of a terminal a text takes."""
    marks = sum(unicodedata.combining(sign) > 0 for sign in text)
    return len(text) - marks + sum(unicodedata.east_asian_width(sign) in "WF" for sign in text)


def tidy(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """In order of place, at most one a place, errors before warnings."""
    best: dict[tuple[str, int, int], Problem] = {}
    for each in problems:
        key = (each.span.file, each.span.line, each.span.column)
        kept = best.get(key)
        if kept is None or (kept.level == "warning" and each.level == "error"):
            best[key] = each
    return tuple(best[key] for key in sorted(best))


@dataclass(frozen=True)
class Suggestion:
    """The blank `{near}`, looked for only when a problem is told: a file may hold thousands."""

    word: str
    known: Iterable[str]

    def __format__(self, spec: str) -> str:
        """Like `near`."""
        return near(self.word, self.known)


def near(word: str, known: Iterable[str]) -> str:
    """The blank `{near}`: the known word that looks like this one, or nothing."""
    found = closest(word, known)
    return NEAR.format(word=found) if found else ""


def closest(word: str, known: Iterable[str]) -> str:
    """The known word that looks most like this one; empty where none does.

    Of many, only those that share pairs of letters are compared: a file may hold thousands of
    unknown words.
    """
    asked = word.casefold()[:_LOOKED_AT]
    pairs = _pairs(asked)
    alike = [
        (2 * len(pairs & (own := _pairs(each))) / (len(pairs) + len(own)), each)
        for each in islice(known, _COMPARED)
    ]
    best = [each for share, each in nlargest(_TRIED, alike) if share > 0.2]
    return next(iter(get_close_matches(asked, best, n=1, cutoff=0.6)), "")


@lru_cache(maxsize=4096)
def _pairs(word: str) -> frozenset[str]:
    """Its letters, and each two that follow each other; a start of it is enough."""
    word = word[:_LOOKED_AT]
    return frozenset((*word, *(a + b for a, b in pairwise(word)), ""))
