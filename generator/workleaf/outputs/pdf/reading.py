"""Questions as text only: for paper without boxes and for answers that are never kept."""

from __future__ import annotations

from typing import assert_never

from workleaf.outputs.pdf.boxes import choices_in_words, is_scale
from workleaf.outputs.pdf.rows import row_name
from workleaf.outputs.pdf.sheet import Sheet
from workleaf.outputs.pdf.typeset import Data, Node, words
from workleaf.worksheet.controls import (
    AnyControl,
    Compose,
    Grid,
    Group,
    Named,
    Order,
    Pick,
    Recall,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.paths import is_on_paper
from workleaf.worksheet.texts import Line, plain

NOTHING: Data = {"k": "nothing"}


def body(sheet: Sheet, control: AnyControl) -> Data:
    """What there is to read under a question."""
    match control:
        case Write() | Say() | Tally():
            return NOTHING
        case Recall():
            return _bullets([words(each) for each in recalled(sheet, control)])
        case Pick():
            if is_scale(control.choices):
                return _bullets([words(choices_in_words(sheet, control))])
            return _lines(sheet, tuple(each.words for each in control.choices))
        case Order():
            return _lines(sheet, tuple(each.words for each in control.choices))
        case Grid():
            return _lines(sheet, tuple(each.words for each in control.rows))
        case Rows():
            return _rows(sheet, control)
        case Compose():
            return {"k": "letter", "prose": sheet.setter.prose(control.template), "tips": []}
        case Group():
            return _group(sheet, control)
        case _:
            assert_never(control)


def recalled(sheet: Sheet, control: Recall) -> list[str]:
    """What a recall shows, and where it comes from, a line each."""
    asked = [(source.title, plain(source.places[0].control.label)) for source in control.sources]
    titles = dict.fromkeys(title for title, _ in asked)
    said = {title: " · ".join(words for each, words in asked if each == title) for title in titles}
    return [
        sheet.words["paper_recall"].format(title=title, questions=words) if title else words
        for title, words in said.items()
    ]


def _bullets(lines: list[list[Node]]) -> Data:
    return {"k": "bullets", "items": lines}


def _lines(sheet: Sheet, lines: tuple[Line, ...]) -> Data:
    return _bullets([sheet.setter.line(each) for each in lines])


def _rows(sheet: Sheet, control: Rows) -> Data:
    found = (each for each in control.columns if is_on_paper(each))
    columns = [each for each in found if not isinstance(each, Say)]
    labels = tuple(each.label for each in columns)
    if not isinstance(control.plan, Named):
        return _lines(sheet, labels)
    asked = " · ".join(plain(label) for label in labels)
    names = [row_name(sheet, control, number) for number in range(len(control.plan.rows))]
    return _bullets([words(f"{name}: {asked}") for name in names])


def _group(sheet: Sheet, control: Group) -> Data:
    blank = sheet.words["paper_blank"]
    lines: list[list[Node]] = []
    for each in control.controls:
        match each:
            case Write():
                stem = f"{plain(each.before)} {blank} {plain(each.after)}".strip()
                lines.append(words(stem if each.before or each.after else plain(each.label)))
            case Say():
                lines.append(words(plain(each.text)))
            case _:
                lines.append(sheet.setter.line(each.label))
    return _bullets(lines)
