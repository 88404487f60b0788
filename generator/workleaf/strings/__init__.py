"""The words on controls and pages, one YAML file per language, all with the same keys."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

_PLACE = re.compile("[123]")
FOLDER = Path(__file__).parent
USUAL = "en"
"""The language of the words where a language has none."""


class Said(str):
    """A word that stands in for one that a language lacks: it knows its own language."""

    language: str
    __slots__ = ("language",)

    def __new__(cls, text: str, language: str) -> Said:
        """The word `text` of another language."""
        found = super().__new__(cls, text)
        found.language = language
        return found

    def __getnewargs__(self) -> tuple[str, str]:  # type: ignore[override]  # what copies are made of
        return str(self), self.language

    def format(self, *blanks: object, **named: object) -> Said:
        """With its blanks filled, still of that language."""
        return Said(super().format(*blanks, **named), self.language)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have UI words."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yml")))


@cache
def words(language: str) -> Mapping[str, str]:
    """The UI words of a language; English where the language has none.

    Values may hold `{blanks}` for `str.format`.
    """
    file = FOLDER / f"{instead(language) or _base(language)}.yml"
    found: dict[str, str] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    other = instead(language)
    return {key: Said(text, other) for key, text in found.items()} if other else found


def instead(language: str) -> str:
    """The language of its UI words where it has none of its own; empty where it has."""
    return "" if _base(language) in languages() else USUAL


def sentences(*parts: str) -> str:
    """Sentences one after the other, of the language that the first of them is in."""
    said = " ".join(filter(None, parts))
    other = next((each.language for each in parts if each and isinstance(each, Said)), "")
    return Said(said, other) if other else said


def listed(pattern: str, parts: Sequence[str]) -> str:
    """`a, b and c`, by a pattern such as `1, 2 and 3`."""
    *start, last = parts
    _, comma, end, *_ = _PLACE.split(pattern)
    return f"{comma.join(start)}{end}{last}" if start else last


def number(value: float, language: str) -> str:
    """A number as people write it: 4 and not 4.0, with the decimal sign of the language."""
    return f"{value:g}".replace(".", words(language)["decimal"])


def _base(language: str) -> str:
    return language.split("-")[0].lower()
