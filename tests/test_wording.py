"""The guide's tone: a tired person can follow it, nobody is blamed, nothing is promised."""

from __future__ import annotations

import re
from statistics import mean

import pytest

import prose
from language_files import SECTIONS
from projects import ROOT

pytestmark = pytest.mark.guide

SKELETON = (
    '!!! short "In short"',
    "## Why it matters",
    '!!! evidence "What research says"',
    '??? limits "The limits of this research"',
    "## Do this",
    '!!! watch "Watch out for"',
    '!!! example "An example"',
    "## Worksheet",
    "## If this is not you",
    "## Next",
    '!!! rest "Rest"',
)
LABELS = (
    r"toxic",
    r"narcissis\w*",
    r"abusers?",
    r"(?:the|a) victims?",
    r"perpetrators?",
    r"gaslight\w*",
    r"codependen\w*",
    r"crazy",
    r"insane",
    r"commit(?:s|ted)? suicide",
    r"broken (?:person|people)",
    r"damaged goods",
    r"unhealthy",
)
"""Words for behaviour stand in the guide; labels for people do not."""
GENDERED = (
    r"husbands?",
    r"wife",
    r"wives",
    r"(?:boy|girl)friends?",
    r"he or she",
    r"she or he",
    r"his or her",
    r"s/he",
    r"opposite sex",
    r"spouse",
)
PROMISES = (
    r"get your ex",
    r"win (?:them|your ex|him|her) back",
    r"guarantee\w*",
    r"success rates?",
    r"soul ?mates?",
    r"meant to be",
    r"happily ever after",
    r"proven to",
    r"\d+ ?(?:%|per cent|percent) of couples",
    r"always works",
    r"never fails",
    r"will (?:save|fix|heal) (?:your|the) relationship",
    r"you will get (?:them|your)",
)
TRADE_NAMES = (
    r"four horsemen",
    r"love maps?",
    r"sound relationship house",
    r"nonviolent communication",
    r"NVC",
    r"love languages?",
)
BUTTONS = (r"submit", r"error:", r"required field", r"click here")
IDIOMS = (
    r"at the end of the day",
    r"light at the end",
    r"square one",
    r"on the same page",
    r"low-hanging",
    r"game.changer",
    r"rollercoaster",
    r"elephant in the room",
    r"walk(?:ing)? on eggshells",
    r"bridges?",
    r"baggage",
    r"journey",
)
"""Turns of phrase that do not translate; bridges stand in the guide's title only."""
BANNED = {
    "a label for a person": LABELS,
    "a word that leaves somebody out": GENDERED,
    "a promise": PROMISES,
    "somebody's trade name": TRADE_NAMES,
    "a button's or a machine's word": BUTTONS,
    "a turn of phrase that does not translate": IDIOMS,
}
ALLOWED = {
    ("about-the-evidence.md", "success rates"),  # says that none are printed
    ("guide/embrace-change-and-growth.md", "win them back"),  # a mistake that it names
    ("introduction.md", "bridges"),  # the guide's title
    ("licence.md", "bridges"),  # the same
    ("decision-point", "bridge"),  # a picture that is explained in the same sentence
}
OF_LAW_AND_DANGER = (
    "says that one of you must not contact the other",
    "says one of you must not contact the other",
    "you feel you must, or something bad will happen",
)
"""Where "must" may stand."""
PAGES = prose.pages()
WORKSHEETS = prose.worksheets()
ALL = [pytest.param(each, id=each.name) for each in (*PAGES, *WORKSHEETS, *prose.pictures())]


def test_there_are_pages_and_worksheets_to_read() -> None:
    assert len(PAGES) >= 26
    assert len(WORKSHEETS) == 29


@pytest.mark.parametrize("words", ALL)
def test_a_tired_person_can_follow_it(words: prose.Words) -> None:
    assert words.grade <= 8
    assert mean(map(prose.length, words.sentences)) <= 14


@pytest.mark.parametrize("words", ALL)
def test_no_sentence_is_longer_than_twenty_five_words(words: prose.Words) -> None:
    assert [each for each in words.sentences if prose.length(each) > 25] == []


@pytest.mark.parametrize("words", ALL)
def test_its_words_blame_nobody_leave_nobody_out_and_promise_nothing(words: prose.Words) -> None:
    found = [
        (why, match[0], sentence)
        for why, patterns in BANNED.items()
        for sentence in words.sentences
        for match in re.finditer(rf"\b(?:{'|'.join(patterns)})(?!\w)", sentence, re.IGNORECASE)
        if (words.name, match[0].lower()) not in ALLOWED
    ]
    assert found == []


@pytest.mark.parametrize("words", ALL)
def test_each_step_is_a_choice(words: prose.Words) -> None:
    """What one must or should do is for law and danger only; quoted words are somebody's own."""
    pressing = re.compile(r"\byou (?:should|have to|must)\b", re.IGNORECASE)
    own = re.compile(r"[\"“][^\"”]*[\"”]|whether (?:or when )?you should|you have to (?=yourself)")
    found = [each for each in words.sentences if pressing.search(own.sub("", each))]
    assert [each for each in found if not any(law in each for law in OF_LAW_AND_DANGER)] == []


@pytest.mark.parametrize("name", SECTIONS)
def test_a_section_has_its_whole_skeleton_in_order_and_its_length(name: str) -> None:
    path = ROOT / "content" / "guide" / f"{name}.md"
    text = path.read_text(encoding="utf-8")
    places = [text.find(f"\n{part}") for part in SKELETON]
    assert -1 not in places, SKELETON[places.index(-1)]
    assert places == sorted(places)
    page = next(each for each in PAGES if each.name == f"guide/{name}.md")
    assert 700 <= page.count <= 1000
