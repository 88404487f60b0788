"""Messages for authors: plain words, and each one with a way out."""

from __future__ import annotations

import re
import string

import pytest

from workleaf.catalogue import CATALOGUE, SORTS, Entry

COMPUTER_WORDS = re.compile(
    r"\b(scalars?|mappings?|sequences?|null|pars\w*|tokens?|nodes?|invalid|syntax|indentation|nested"
    r"|YAML|boolean|integers?|strings?|arrays?|objects?|arguments?|parameters?|expressions?)\b",
    re.IGNORECASE,
)
HOLDS_ITS_WAY_OUT = re.compile(r"here it is called|\{near\}|\{why\}")
ENTRIES = sorted(CATALOGUE.items())


@pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=[code for code, _ in ENTRIES])
def test_a_message_is_plain_and_has_a_way_out(code: str, entry: Entry) -> None:
    assert entry.hint or HOLDS_ITS_WAY_OUT.search(entry.message)
    assert not COMPUTER_WORDS.search(f"{entry.message} {entry.hint}")
    assert not entry.message.endswith(".")
    assert "\n" not in entry.message.removesuffix("\n{why}")
    assert re.fullmatch(r"[a-z][a-z-]*[a-z0-9]", code)


@pytest.mark.parametrize(("code", "entry"), ENTRIES, ids=[code for code, _ in ENTRIES])
def test_a_message_starts_with_a_small_letter_or_with_what_stands_there(
    code: str, entry: Entry
) -> None:
    first = entry.message[0]
    assert first.islower() or first in "'{<$"


def test_every_blank_is_a_plain_name() -> None:
    blanks = {
        name
        for _, entry in ENTRIES
        for text in (entry.message, entry.hint)
        for _, name, _, _ in string.Formatter().parse(text)
        if name is not None
    }
    assert all(name.isidentifier() for name in blanks)


def test_what_an_answer_can_be_is_said_in_words() -> None:
    assert not [words for words in SORTS.values() if COMPUTER_WORDS.search(words)]
