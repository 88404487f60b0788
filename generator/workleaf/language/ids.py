"""Ids: the permanent names of answers. What they may be, and how one is made from words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from typing import Final

from workleaf import problems

# Words of conditions and names with a meaning of their own.
RESERVED: Final = frozenset(
    "and or not is includes excludes yes no true false theirs constructor prototype".split()
)
# Values that the language gives itself.
RESERVED_VALUES: Final = frozenset({"other", "not_sure", "constructor", "prototype"})
LONGEST: Final = 64
LONGEST_WORDS: Final = 400

# Device names of Windows, where a file of that name cannot exist.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$")
_ITEM = re.compile(r"[a-z][a-z0-9_]*$")
_VALUE = re.compile(r"[a-z0-9][a-z0-9_]*$")
_WORKSHEET = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*$")


def fault(name: str) -> str:
    """The code of what is wrong with an item's id; empty when nothing is."""
    if name in RESERVED:
        return "id-reserved"
    return _shape(name, _ITEM)


def value_fault(name: str) -> str:
    """The code of what is wrong with the value of a choice, a row or a column."""
    if name in RESERVED_VALUES:
        return "value-reserved"
    return _shape(name, _VALUE)


def worksheet_fault(name: str) -> str:
    """The code of what is wrong with the id of a worksheet."""
    if _DEVICES.match(name):
        return "worksheet-id-device"
    return "" if _WORKSHEET.match(name) and len(name) <= LONGEST else "worksheet-id"


def _shape(name: str, pattern: re.Pattern[str]) -> str:
    if "__" in name or name.endswith("_"):
        return "id-underscores"
    if len(name) > LONGEST:
        return "id-too-long"
    if pattern.match(name):
        return ""
    return "id-confusable" if pattern.match(_latin(name)) else "id-shape"


def _latin(name: str) -> str:
    """The name with letters that look like Latin ones replaced: a Cyrillic а by a."""
    return "".join(_LOOKALIKES.get(sign, sign) for sign in unicodedata.normalize("NFC", name))


_LOOKALIKES: Final = dict(zip("аеорсухіјѕԁһո", "aeopcyxijsdhn", strict=True)) | {
    "ν": "v",
    "ο": "o",
    "α": "a",
}


def derived(
    words: str,
    taken: Container[str],
    *,
    fallback: str,
    value: bool = False,
    counts: dict[str, int] | None = None,
) -> str:
    """An id made from words that is not `taken`: `What happened?` → `what_happened`.

    `counts` remembers the number for the next one of the same words, where there may be thousands.
    """
    plain = (
        unicodedata.normalize("NFKD", _latin(words[:LONGEST_WORDS]))
        .encode("ascii", "ignore")
        .decode()
    )
    name = "_".join(re.findall(r"[a-z0-9]+", plain.lower())[:6])[:40].strip("_")
    if not value:
        name = name.lstrip("0123456789_")
    name = name or fallback
    if name in (RESERVED_VALUES if value else RESERVED):
        name = f"{name}_answer"
    found, number = name, counts.get(name, 2) if counts else 2
    while found in taken:
        found, number = f"{name}_{number}", number + 1
    if counts is not None:
        counts[name] = number
    return found


def near(word: str, known: Iterable[str]) -> str:
    """` — did you mean 'x'?`, or nothing."""
    return problems.near(word, known)


def close(word: str, known: Iterable[str]) -> list[str]:
    """The known word that a misspelt one is closest to, as a list of one or none."""
    found = problems.closest(word, known)
    return [found] if found else []


def listed(words: Iterable[str], *, most: int = 30) -> str:
    """`a, b, c`, cut off after `most`."""
    every = list(words)
    return ", ".join(every[:most]) + (", …" if len(every) > most else "")
