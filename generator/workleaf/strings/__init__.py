"""The words on controls and pages, one YAML file per language, all with the same keys."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).parent


def languages() -> tuple[str, ...]:
    """The languages that have UI words."""
    return tuple(sorted(file.stem for file in FOLDER.glob("*.yml")))


@cache
def words(language: str) -> Mapping[str, str]:
    """The UI words of a language; English where the language has none.

    Values may hold `{blanks}` for `str.format`.
    """
    base = language.split("-")[0]
    file = FOLDER / f"{base if base in languages() else 'en'}.yml"
    found: dict[str, str] = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found
