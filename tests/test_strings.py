"""UI words: the same keys and blanks in every language, and honest about who has read them."""

from __future__ import annotations

import copy
import re
import string
from pathlib import Path

import pytest

from language_files import one
from workleaf import strings
from workleaf.worksheet.facts import facts

OTHERS = [each for each in strings.languages() if each != "en"]
_BLANK = re.compile(r"\{[^}]*\}")
PATTERNS = ("and", "or", "when_or")


def _blanks(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_there_are_words_in_five_languages() -> None:
    assert strings.languages() == ("ar", "de", "en", "es", "fr")


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys_in_the_same_order(language: str) -> None:
    assert list(strings.words(language)) == list(strings.words("en"))


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_the_same_blanks(language: str) -> None:
    english, words = strings.words("en"), strings.words(language)
    differing = {key for key in english if _blanks(english[key]) != _blanks(words[key])}
    assert differing == set()


@pytest.mark.parametrize("language", OTHERS)
def test_nothing_is_left_empty_or_in_english(language: str) -> None:
    english, words = strings.words("en"), strings.words(language)
    assert [key for key, text in words.items() if not text.strip()] == []
    same = [key for key in english if english[key] == words[key]]
    assert [key for key in same if len(_BLANK.sub("", english[key]).split()) > 2] == []


@pytest.mark.parametrize("language", OTHERS)
def test_words_that_nobody_has_read_say_that_they_are_a_draft(language: str) -> None:
    first = (strings.FOLDER / f"{language}.yml").read_text(encoding="utf-8").splitlines()[0]
    assert "draft: not yet read by somebody who speaks the language" in first


@pytest.mark.parametrize("language", strings.languages())
def test_one_minute_is_said_as_one(language: str, tmp_path: Path) -> None:
    words = strings.words(language)
    short, long = (
        facts(one(tmp_path, f"title: A\nminutes: {each}\nfields:\n  - text: B\n"), words)
        for each in (1, 5)
    )
    assert "5" in long
    assert short != long.replace("5", "1")


@pytest.mark.parametrize("language", strings.languages())
def test_lists_are_joined_as_the_language_does(language: str) -> None:
    for key in PATTERNS:
        assert strings.listed(strings.words(language)[key], ["x"]) == "x"
        joined = strings.listed(strings.words(language)[key], ["x", "y", "z"])
        assert [joined.index(each) for each in "xyz"] == sorted(
            joined.index(each) for each in "xyz"
        )
        assert not any(sign.isdigit() for sign in joined)


def test_lists_in_three_languages() -> None:
    said = {
        code: strings.listed(strings.words(code)["and"], ["أ" if code == "ar" else "a", "b", "c"])
        for code in ("en", "de", "ar")
    }
    assert said == {"en": "a, b and c", "de": "a, b und c", "ar": "أ وb وc"}


def test_a_country_has_the_words_of_its_language_and_unknown_ones_english() -> None:
    assert strings.words("es-MX") is not None
    assert strings.words("es-MX")["yes"] == "Sí"
    assert (strings.instead("es-MX"), strings.instead("he")) == ("", "en")
    assert strings.words("he")["yes"] == "Yes"


def test_numbers_have_the_decimal_sign_of_the_language() -> None:
    assert [strings.number(2.5, code) for code in ("en", "de", "fr-CA")] == ["2.5", "2,5", "2,5"]
    assert strings.number(4.0, "es") == "4"


def test_a_word_that_stands_in_for_another_knows_its_language() -> None:
    word = strings.words("he")["paper_day"].format(number=2)
    assert (word, getattr(word, "language", "")) == ("Day 2", "en")
    copied = copy.deepcopy(word)
    assert (copied, getattr(copied, "language", "")) == ("Day 2", "en")
    both = strings.sentences("", word, strings.words("he")["saved"])
    assert (both, getattr(both, "language", "")) == ("Day 2 Saved", "en")
    assert not hasattr(strings.words("es")["saved"], "language")
