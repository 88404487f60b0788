"""Looking for whole words in what a reader wrote."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from workleaf.worksheet.values import SPACES

_GAP: Final = re.compile(f"[{SPACES}]+")


def occurrences(text: str, words: Iterable[str], after: Iterable[str] = ()) -> int:
    """How often whole words or phrases stand in a text, in any case.

    Where `after` is given, only later than the first of these.
    """
    plain = _plain(text)
    starts = [_plain(each) for each in after]
    begin = min((end for each in starts for _, end in _places(plain, each)), default=-1)
    if starts and begin < 0:
        return 0
    found = (place for each in words for place, _ in _places(plain, _plain(each)))
    return sum(place >= begin for place in found)


def _plain(text: str) -> str:
    # é may be one sign or two.
    composed = unicodedata.normalize("NFC", text.lower())
    return _GAP.sub(" ", composed.replace("’", "'"))


def _places(text: str, word: str) -> list[tuple[int, int]]:
    """Where a word stands on its own: from, to."""
    found: list[tuple[int, int]] = []
    here = text.find(word) if word else -1
    while here >= 0:
        end = here + len(word)
        if not (_joined(text, here) or _joined(text, end)):
            found.append((here, end))
        here = text.find(word, here + 1)
    return found


def _joined(text: str, here: int) -> bool:
    """A word goes on across this place."""
    return 0 < here < len(text) and _in_word(text[here - 1]) and _in_word(text[here])


def _in_word(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LMN"
