"""The layout: data in, pages out. One Typst compiler is kept for the whole process."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Literal

import typst

from workleaf.outputs.pdf.data import lay_out, title
from workleaf.outputs.pdf.fields import Field
from workleaf.outputs.pdf.typeset import Data, Typesetter
from workleaf.outputs.pdf.typeset import words as set_words
from workleaf.problems import Span, WorksheetError, problem
from workleaf.strings import Said, instead, words
from workleaf.worksheet.facts import facts
from workleaf.worksheet.model import Worksheet

HERE = Path(__file__).parent
FONTS = HERE / "fonts"
BUSY = Lock()
"""The compiler keeps what it last read, so it works for one thread at a time."""


@cache
def _compiler() -> typst.Compiler:
    # System fonts are ignored: the same input gives the same bytes on every machine.
    return typst.Compiler(
        str(HERE / "templates" / "worksheet.typ"),
        root=str(HERE / "templates"),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
    )


def draw(
    worksheet: Worksheet,
    *,
    paper: Literal["a4", "letter"],
    site: str,
    setter: Typesetter,
    gate: Worksheet | None,
) -> tuple[bytes, list[Field]]:
    """The pages with a link in place of each field, and the fields."""
    says = words(worksheet.language)
    blocks, sheet = lay_out(worksheet, setter=setter, says=says, gate=gate)
    data: Data = {
        "title": title(worksheet),
        "heading": setter.line(worksheet.title),
        "summary": setter.line(worksheet.summary),
        "facts": set_words(_said(facts(worksheet, says), worksheet)),
        "draft": set_words(says["translation_draft"] if worksheet.translation == "draft" else ""),
        "language": worksheet.language,
        "direction": worksheet.direction,
        "paper": paper,
        "site": site,
        "page": says["paper_page"],
        "blocks": blocks,
    }
    return _compile(json.dumps(data, ensure_ascii=False), worksheet), sheet.fields


def _said(text: str, worksheet: Worksheet) -> str:
    """Words of our own, in the language that they are in."""
    other = instead(worksheet.language)
    return Said(text, other) if other else text


def _problem(message: str, worksheet: Worksheet) -> WorksheetError:
    span = Span(file=worksheet.file or worksheet.id)
    letters = re.search(r'the text `"(.+?)"` could not be displayed', message)
    if letters:
        return WorksheetError([problem("pdf-letters", span, letters=f"'{letters[1]}'")])
    return WorksheetError([problem("pdf-layout", span, reason=message)])


def _compile(data: str, worksheet: Worksheet) -> bytes:
    with BUSY:
        try:
            pages = _compiler().compile(
                format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"]
            )
        except typst.TypstError as error:
            raise _problem(error.message, worksheet) from error
    if not isinstance(pages, bytes):
        raise TypeError("one PDF is one file")
    return pages
