"""Every letter of the guide, read with odd answers: no broken sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final, TypeAlias

import pytest

from language_files import REAL, one
from workleaf.language import project
from workleaf.publish import pages
from workleaf.strings import words
from workleaf.worksheet.answers import values
from workleaf.worksheet.controls import Compose
from workleaf.worksheet.filling import fill_prose
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Block, Break, Inline, Paragraph, Plain, plain, slots

pytestmark = pytest.mark.guide

Answers: TypeAlias = Mapping[str, str]
BLANK: Final = "▁"
ENDS: Final = ".,;:!?…،؟ "
ODD: Final = (
    "Sam", "Sam.", "Sam,", "Sam!", "Sam?", "Sam…", "Sam...", "Sam;", "Sam:", "Sam ,", "Sam .",
    "Sam.,", "Really?!", "Stop!!!", "  padded.  ", "I was late", "I was late. I did not call.",
    "you were late", "You said “no.”", 'You said "no"', "(late again)", "one\ntwo.\nthree.",
    "a long line " * 50 + "ends.", "😀", "So glad 🎉!", "so glad 😀.", "محمد", "شكرا،",
    "هل أنت بخير؟",
    "3", "3.", "2.5", "10:30", "50 %", "100€!", "…", "?", ".", ",", "-", "I", "iPhone",
    "tea, cake and a walk", "${partner}", "{x}", "<b>bold</b>",
)  # fmt: skip


@cache
def letters() -> Mapping[str, tuple[Worksheet, Compose]]:
    """The letters of the guide in every language: `language/worksheet.item`."""
    found, _ = pages.read(REAL.parent / "content", root=REAL.parent)
    read = project.read(REAL, pages=pages.targets(found))
    return {
        f"{worksheet.language}/{worksheet.id}.{control.path}": (worksheet, control)
        for group in (read.worksheets, *read.translations.values())
        for worksheet in group
        for control in worksheet.controls()
        if isinstance(control, Compose)
    }


def asked(letter: Compose) -> dict[str, tuple[str, ...]]:
    """What the letter asks for: question → its choices; none for a text."""
    found: dict[str, tuple[str, ...]] = {}
    for slot in slots(letter.template):
        match slot.tree:
            case ("v", str(path)):
                found[path] = ()
            case ("words", ("v", str(path)), tuple(choices), *_):
                found[path] = tuple(str(each[0]) for each in choices if isinstance(each, tuple))
            case other:
                raise AssertionError(f"a slot that this test cannot answer: {other}")
    return found


def paragraphs(worksheet: Worksheet, letter: Compose, answers: Answers) -> list[str]:
    """The letter as it reads, a paragraph each; what is unanswered is a blank."""
    conjunction = words(worksheet.language)["and"]
    blank_defaults = dict.fromkeys(asked(letter), "")
    read = values(worksheet, {**blank_defaults, **answers})
    filled = fill_prose(letter.template, read, conjunction=conjunction)
    return [as_read(block) for block in filled]


def as_read(block: Block) -> str:
    """With its own lines and spaces, which `plain` takes out."""
    assert isinstance(block, Paragraph)
    return "".join(_leaf(part) for part in block.parts)


def _leaf(part: Inline) -> str:
    match part:
        case Plain(text):
            return text
        case Break():
            return "\n"
        case _:
            return plain((part,), blank=BLANK)


def variants(letter: Compose) -> Iterator[Answers]:
    """Blank; each answer alone; all of them odd in the same way, and each in a way of its own."""
    slots_of = asked(letter)
    yield {}
    texts = [path for path, choices in slots_of.items() if not choices]
    chosen = {path: choices[0] for path, choices in slots_of.items() if choices}
    for path, choices in slots_of.items():
        for choice in choices:
            yield {path: choice}
            yield {**dict.fromkeys(texts, "Sam"), **chosen, path: choice}
    for number, odd in enumerate(ODD):
        yield {**dict.fromkeys(texts, odd), **chosen, **others(slots_of, odd)}
        yield {path: ODD[(number + 7 * at) % len(ODD)] for at, path in enumerate(texts)} | chosen
        for path in texts:
            yield {path: odd}
            yield {**dict.fromkeys(texts, "a quiet evening"), **chosen, path: odd}
            left_out = {each: odd for each in texts if each != path}
            yield {**left_out, **chosen}


def others(slots_of: Mapping[str, tuple[str, ...]], odd: str) -> dict[str, str]:
    """Something else, in the reader's own words."""
    return {
        key: text
        for path, choices in slots_of.items()
        if "other" in choices
        for key, text in ((path, "other"), (f"{path}__other", odd))
    }


WRONG: Final = {
    "a mark twice": r"[.,;:!?…،؟][ \n]*[.,;:!?…،؟]",
    "two spaces": r"  +",
    "a space before a mark": r"\s[.,;:!?]",
    "a small letter after a full stop": r"[.!?…][”\"]? +[a-zà-öø-ÿ]",
    "a space at an end": r"^\s|\s$",
    "empty quotation marks": r"“”|\"\"|«\s*»",
    "braces that are left": r"\$\{|\}",
    "words that lead to nothing": r"\w +[.,;:!?]",
}


def wrong(text: str, answers: Answers) -> list[str]:
    """What is broken in a paragraph; what the reader wrote is the reader's."""
    forms = {
        each.strip().rstrip(signs) for each in answers.values() for signs in ("", ",;: ", ENDS)
    }
    own = [
        range(found.start(), found.end())
        for form in forms - {""}
        for found in re.finditer(re.escape(form), text)
    ]
    starts = {each.start for each in own}
    return [
        f"{name}: {found[0]!r} in {text!r}"
        for name, pattern in WRONG.items()
        for found in re.finditer(pattern, text)
        if not any(found.start() in each and found.end() - 1 in each for each in own)
        and not (name.startswith("a small letter") and found.end() - 1 in starts)
    ]


@pytest.mark.parametrize("name", sorted(letters()))
def test_a_letter_has_no_broken_sentence_whatever_is_answered(name: str) -> None:
    worksheet, letter = letters()[name]
    broken: dict[str, Answers] = {}
    tried = 0
    for answers in variants(letter):
        tried += 1
        found = paragraphs(worksheet, letter, answers)
        assert found, "a letter is never empty"
        broken |= {each: answers for text in found for each in wrong(text, answers)}
    assert not broken, "\n".join(islice(broken, 12))
    assert tried >= 3


def test_the_guide_has_letters() -> None:
    assert sum(name.startswith("en/") for name in letters()) == 7


def test_what_is_broken_is_found() -> None:
    for text in (
        "Hello Sam,, I am here.", "I need time.. Then", "I  need", "I need .", "because , I",
        "Hi. then I", "You said “”.", "I ${x}.", "I am here. ", "time , then", "time!. Then",
    ):  # fmt: skip
        assert wrong(text, {"x": "time"}), text
    assert wrong("I need tea... Then", {"x": "tea..."}) == []


LISTS = """
title: Lists
fields:
  - choose_many: What hurt?
    id: causes
    choices: {lies: Lies., money: Money!, time: No time}
    other: Something else
  - ranking: In order
    id: needs
    choices: {calm: to calm, talk: "to talk?", rest: rest.}
  - number: How often?
    id: often
  - generated_text: Letter
    id: letter
    template: |
      These hurt: ${causes}. I need ${needs}, ${often} times.
"""


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({}, "These hurt: ▁. I need ▁, ▁ times."),
        (
            {"causes.lies": "yes", "needs.rest": "1", "often": "2.50"},
            "These hurt: Lies. I need rest, 2.5 times.",
        ),
        (
            {"causes.money": "yes", "needs.talk": "1", "often": "3"},
            "These hurt: Money! I need to talk, 3 times.",
        ),
        (
            {"causes.lies": "yes", "causes.money": "yes", "causes.other": "yes"}
            | {"causes__other": "rain,", "needs.talk": "1", "needs.rest": "2", "needs.calm": "3"},
            "These hurt: Lies, Money and rain. I need to talk, rest and to calm, ▁ times.",
        ),
    ],
)
def test_lists_of_one_two_and_three_read_well(
    answers: dict[str, str], expected: str, tmp_path: Path
) -> None:
    worksheet = one(tmp_path, LISTS)
    (letter,) = (each for each in worksheet.controls() if isinstance(each, Compose))
    filled = fill_prose(letter.template, values(worksheet, answers), conjunction="1, 2 and 3")
    assert plain(filled, blank=BLANK) == expected
