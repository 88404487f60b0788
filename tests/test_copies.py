"""Copies to read: whatever people write, no file format takes it for anything but words."""

from __future__ import annotations

import base64
import csv
import html
import io
import random
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

import docx
import markdown
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser

import twins

pytestmark = pytest.mark.browser

HEAD = ["Path", "Question", "Answer"]
FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\x00", "＝", "＋", "－", "＠", ";=", "; +", ";＝")
BLOCKS = ("# a", "- b", "1. c", "2) d", "> e", "* f", "***", "---", "===", "```", "~~~", "+ g")
INDENTED = ("    code", "\tcode", "|a|b|", "[x]: http://a.b")
LINKS = (
    "[x](javascript:alert(1))",
    "![x](http://a.b/c.png)",
    "<http://a.b>",
    "`x`",
    "_x_",
    "__x__",
)
TAGS = ("<script>alert(1)</script>", "<b>", "&lt;b&gt;", "&#60;i&#62;", "<!-- x -->", "\\")
MARKS = (*BLOCKS, *INDENTED, *LINKS, *TAGS)
WORDS = ("word", "Ünïcode", "أبدًا", "日本語", "👩‍👩‍👧", "1+1")
PLAIN = (*WORDS, ",", '"', "'", ";", "\n", "\r\n", " ", "  ")
BEFORE_FORMULA = re.compile(r"(^|;)'(?='*[\s\u3000]*[=+\-@＝＋－＠\u2212])|^'(?='*[\t\r\n])")
ODD = ("\ud83d", "\x08", "\x1b", "\x7f", "\u2028", "\ufffe", "\uffff", "]]>", "\x0b")


def _texts(seed: int, count: int, *kinds: tuple[str, ...]) -> list[str]:
    chance = random.Random(seed)
    pieces = [piece for kind in kinds for piece in kind]
    return [
        "".join(chance.choice(pieces) for _ in range(chance.randrange(1, 7))) for _ in range(count)
    ]


def _report(parts: list[Any] | None = None, answers: list[Any] | None = None) -> dict[str, Any]:
    about = {"title": "A sheet", "date": "26 November 2026", "language": "en", "direction": "ltr"}
    return {**about, "parts": parts or [], "answers": answers or []}


def _run(browser: Browser, name: str, cases: list[Any]) -> list[str]:
    return twins.run(browser, name, cases, folder=twins.FILES)


def _rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def _clean(text: str) -> str:
    """The text without signs that are no text."""
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f]", "", text)


def test_no_cell_of_a_table_is_a_formula_and_every_cell_comes_back(browser: Browser) -> None:
    texts = [*_texts(32, 3000, FORMULAS, PLAIN, ODD), *FORMULAS, *(f + "1" for f in FORMULAS)]
    answers = [{"path": "a", "question": text, "answer": text} for text in texts]
    (made,) = _run(browser, "csv", [[_report(answers=answers), HEAD]])
    assert made.startswith('\ufeff"Path","Question","Answer"\r\n')
    rows = _rows(made)[1:]
    for text, (_, question, answer) in zip(texts, rows, strict=True):
        assert question == answer
        assert not re.match(r"[\s\u3000]*[=+\-@＝＋－＠\u2212]|[\t\r\n]", answer), repr(answer)
        assert not re.search(r";[\s\u3000]*[=+\-@＝＋－＠\u2212]", answer), repr(answer)
        back = re.sub(
            r"(^|;)'(?='*(?:[\s\u3000]*[=+\-@＝＋－＠\u2212]))|^'(?='*[\t\r\n])", r"\1", answer
        )
        assert back == _clean(text)


class _Tags(HTMLParser):
    """Which elements a page has, and its words."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", []))


def _seen(page: str) -> _Tags:
    found = _Tags()
    found.feed(page)
    found.close()
    return found


def _joined(text: str) -> str:
    """The words without spaces, which Markdown moves."""
    text = re.sub(r"[\0-\x08\x0b-\x1f\x7f\u2028\u2029]", " ", text)
    return re.sub(r"\s+", "", re.sub(r"[\ud800-\udfff]", "\ufffd", text))


def test_nothing_that_people_write_becomes_markup(browser: Browser) -> None:
    texts = _texts(34, 800, MARKS, PLAIN, ODD) + list(MARKS)
    cases = [
        _report(
            [
                {"kind": "question", "words": text},
                {"kind": "text", "words": text},
                {"kind": "list", "items": [text], "ordered": False},
            ]
        )
        for text in texts
    ]
    allowed = {"h1", "p", "strong", "br", "ul", "li"}
    for text, made in zip(texts, _run(browser, "markdown", cases), strict=True):
        strict = MarkdownIt("commonmark", {"html": True}).render(made)
        for page in (strict, markdown.markdown(made)):
            tags = _seen(page).tags
            assert {tag for tag, _ in tags} <= allowed, (text, page)
            assert not any(attributes for _, attributes in tags), (text, page)
        words = _seen(strict).words
        for piece in filter(None, re.split(r"\s+", text)):
            assert _joined(piece) in _joined(words), (text, made)


def test_a_table_in_markdown_keeps_its_cells(browser: Browser) -> None:
    rows = [["Row 1", "a|b"], ["Row 2", "x\ny"]]
    part = {"kind": "table", "head": ["", "Kept"], "rows": rows}
    (made,) = _run(browser, "markdown", [_report([part])])
    page = MarkdownIt("commonmark").enable("table").render(made)
    cells = re.findall(r"<t[hd]>(.*?)</t[hd]>", page)
    assert [html.unescape(cell) for cell in cells] == ["", "Kept", "Row 1", "a|b", "Row 2", "x y"]


def _parts(text: str) -> list[dict[str, Any]]:
    return [
        {"kind": "heading", "words": text, "level": 2},
        {"kind": "question", "words": text},
        {"kind": "text", "words": text},
        {"kind": "list", "items": [text, text], "ordered": False},
        {"kind": "table", "head": ["", text], "rows": [["Row 1", text], ["Row 2", ""]]},
    ]


def _kept(text: str) -> str:
    """What XML can hold of a text."""
    text = re.sub(r"[\ud800-\udfff]", "\ufffd", text)
    return re.sub(r"[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", "", text)


def test_a_word_document_holds_every_word(browser: Browser) -> None:
    texts = [*_texts(35, 120, MARKS, PLAIN, ODD), "Plain", "a\n\nb", "a\nb"]
    made = _run(browser, "docx", [_report(_parts(text)) for text in texts])
    for text, data in zip(texts, map(base64.b64decode, made), strict=True):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert archive.testzip() is None
            assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        document = docx.Document(io.BytesIO(data))
        names = [str(each.style.name) for each in document.paragraphs if each.style]
        assert names[:4] == ["Title", "Normal", "Heading 1", "Question"]
        (grid,) = document.tables
        said = re.sub(r"\s+", "", _kept(text))
        assert re.sub(r"\s+", "", document.paragraphs[2].text) == said
        answers = [
            each.text for each in document.paragraphs if each.style and each.style.name == "Answer"
        ]
        assert re.sub(r"\s+", "", "".join(answers)) == said * 3
        assert re.sub(r"\s+", "", grid.cell(0, 1).text) == said
        assert re.sub(r"\s+", "", grid.cell(1, 1).text) == said
        assert grid.cell(1, 0).text == "Row 1"
        assert document.core_properties.title == "A sheet"
        assert document.core_properties.author == ""


def test_a_document_in_arabic_runs_from_right_to_left(browser: Browser) -> None:
    report = {**_report(_parts("أبدًا")), "language": "ar", "direction": "rtl"}
    (made,) = _run(browser, "docx", [report])
    with zipfile.ZipFile(io.BytesIO(base64.b64decode(made))) as archive:
        text = archive.read("word/document.xml").decode()
    assert text.count("<w:p>") == text.count("<w:rtl/>")
    assert "<w:bidiVisual/>" in text
