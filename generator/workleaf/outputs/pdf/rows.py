"""Rows of cells as data: a table where the cells are few and short, else one block for each row."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeGuard, assert_never

from workleaf.outputs.pdf import boxes
from workleaf.outputs.pdf.fields import Field
from workleaf.outputs.pdf.fonts import height
from workleaf.outputs.pdf.height import is_tall
from workleaf.outputs.pdf.sheet import LINE, TEXT_WIDTH, Sheet
from workleaf.outputs.pdf.typeset import Data, Node, condition, words
from workleaf.worksheet.controls import (
    Cell,
    Dated,
    Group,
    Growing,
    Named,
    Pick,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.paths import cell_path, is_on_paper, placed, row_keys
from workleaf.worksheet.texts import plain

WEIGHTS = {"text": 3.0, "lines": 4.0, "email": 3.0, "url": 3.0, "phone": 2.0}
NARROW_WEIGHT, PICK_WEIGHT, SCALE_WEIGHT, NAME_WEIGHT, WIDEST = 1.6, 1.8, 2.6, 2.0, 14.0
FEW_ROWS, FEW_ROWS_HIGH, MANY_ROWS_HIGH = 6, 34.0, 27.0
HIGHEST = 480.0
"""A table of few rows has room for two lines in a cell; heights in points, and the highest cell."""
LETTER, CIRCLE = 5.5, 42.0
"""How wide a letter, and a circle with its room, can be, in points."""
MOST_STACKED, MOST_BESIDE = 4, 6
"""So many choices stand one below the other in a cell of a table; of a scale beside each other."""


def rows(sheet: Sheet, control: Rows, *, name: str) -> Data:
    """The rows of a table, a tracker or a grid with columns."""
    return _table(sheet, control, name) if _is_table(control) else _blocks(sheet, control, name)


def columns(control: Rows) -> tuple[Cell, ...]:
    """The columns that paper carries."""
    return tuple(each for each in control.columns if is_on_paper(each))


def row_name(sheet: Sheet, control: Rows, number: int) -> str:
    """What a row is called, from 0; empty for a table without names for its rows."""
    match control.plan:
        case Named(rows=named):
            return plain(named[number].words, blank=sheet.words["other"])
        case Growing(row_label=label):
            return f"{plain(label)} {number + 1}" if label else ""
        case Dated(every=every):
            return sheet.words[f"paper_{every}"].format(number=number + 1)


def _row_line(sheet: Sheet, control: Rows, number: int) -> list[Node]:
    if isinstance(control.plan, Named):
        return sheet.setter.line(control.plan.rows[number].words)
    return words(row_name(sheet, control, number))


def _weight(cell: Cell) -> float:
    match cell:
        case Write(kind=kind):
            return WEIGHTS.get(kind, NARROW_WEIGHT)
        case Pick(choices=choices) if boxes.is_scale(choices):
            return SCALE_WEIGHT
        case Pick() | Tally() | Say() | Group():
            return PICK_WEIGHT
        case _:
            assert_never(cell)


def _weights(control: Rows) -> list[float]:
    return [_weight(each) for each in columns(control)]


def _share(control: Rows, cell: Cell) -> float:
    """How much of the width a column has, at least."""
    return _weight(cell) / (sum(_weights(control)) + NAME_WEIGHT)


def _is_table(control: Rows) -> bool:
    plan = control.plan
    if control.look == "sheets":
        return False
    names = NAME_WEIGHT if not isinstance(plan, Growing) or plan.row_label else 0.0
    fitting = all(_fits(each) for each in columns(control) if isinstance(each, Pick))
    return fitting and sum(_weights(control)) + names <= WIDEST


def _is_scale(cell: Cell) -> TypeGuard[Pick]:
    return isinstance(cell, Pick) and boxes.is_scale(cell.choices)


def _fits(cell: Pick) -> bool:
    """The choices have room in a cell of a table."""
    most = MOST_BESIDE if boxes.is_scale(cell.choices) else MOST_STACKED
    return len(cell.choices) <= most and not cell.many and cell.other is None


def _spoken(sheet: Sheet, control: Rows, name: str, number: int, cell: Cell) -> str:
    row = row_name(sheet, control, number) or str(number + 1)
    return ", ".join(part for part in (name, row, plain(cell.label)) if part)


def _first_text(control: Rows, number: int, cell: Cell) -> str:
    default = cell.default if isinstance(cell, Write) else ""
    match control.plan:
        case Named(rows=named):
            return dict(named[number].start_with).get(cell.path, default)
        case Growing(start_with=rows) if number < len(rows):
            return dict(rows[number]).get(cell.path, default)
        case _:
            return default


def _first_choice(control: Rows, number: int, cell: Pick) -> tuple[str, ...]:
    text = _first_text(control, number, cell)
    return (text,) if text else cell.default


def _table(sheet: Sheet, control: Rows, name: str) -> Data:
    head = [
        {
            "label": sheet.setter.line(each.label),
            "when": condition(each.shown_when),
            "hint": sheet.setter.prose(each.hint),
            "ends": words(boxes.ends(sheet, each)) if _is_scale(each) else [],
        }
        for each in columns(control)
    ]
    lines = [
        _line(_row_line(sheet, control, number), _table_cells(sheet, control, number, key, name))
        for number, key in enumerate(row_keys(control))
    ]
    named = any(line["name"] for line in lines)
    return {
        "k": "table",
        "named": named,
        "head": head,
        "weights": _weights(control),
        "rows": lines,
        "notes": _notes(sheet, control),
    }


def _line(name: list[Node], cells: list[Data]) -> Data:
    return {"name": name, "cells": cells, "tall": is_tall(cells)}


def _table_cells(sheet: Sheet, control: Rows, number: int, key: str, name: str) -> list[Data]:
    return [_table_cell(sheet, control, number, key, cell, name) for cell in columns(control)]


def _table_cell(sheet: Sheet, control: Rows, number: int, key: str, cell: Cell, name: str) -> Data:
    path = cell_path(control, key, cell)
    spoken = _spoken(sheet, control, name, number, cell)
    match cell:
        case Write():
            return _table_box(sheet, control, number, cell, path, spoken)
        case Pick():
            body = _pick(sheet, cell, path, spoken, _first_choice(control, number, cell))
            # In the width of a cell, choices stand beside each other only where they surely fit.
            room = _share(control, cell) * TEXT_WIDTH
            beside = sum(LETTER * len(plain(each.words)) + CIRCLE for each in cell.choices) < room
            return body | {"layout": "row" if beside else "list"}
        case Tally() | Say() | Group():
            return {"k": "blank"}
        case _:
            assert_never(cell)


def _table_box(
    sheet: Sheet, control: Rows, number: int, cell: Write, path: str, spoken: str
) -> Data:
    text = _first_text(control, number, cell)
    narrow = cell.kind in boxes.NARROW
    form = sheet.words.get(f"paper_form_{cell.kind}", "")
    field = Field(
        path=path,
        kind="text" if narrow else "lines",
        name=f"{spoken} ({form})" if form else spoken,
        default=text,
        max_length=cell.max_length,
    )
    room = height(text, width=TEXT_WIDTH * _share(control, cell) - 6) if text else 0.0
    least = FEW_ROWS_HIGH if len(row_keys(control)) <= FEW_ROWS else MANY_ROWS_HIGH
    return {
        "k": "cell",
        "field": sheet.add(field),
        "height": min(HIGHEST, max(room, least, LINE * cell.lines)),
    }


def _pick(sheet: Sheet, cell: Pick, path: str, spoken: str, start: tuple[str, ...]) -> Data:
    body = boxes.pick(sheet, replace(cell, default=start), path=path, name=spoken)
    if body["k"] == "scale":
        body["ends"] = words(boxes.ends(sheet, cell))
    return body


def _notes(sheet: Sheet, control: Rows) -> list[Data]:
    return [
        {"label": sheet.setter.line(each.label), "words": words(each.how_to)}
        for each in columns(control)
        if isinstance(each, Tally) and each.how_to
    ]


def _blocks(sheet: Sheet, control: Rows, name: str) -> Data:
    found = [
        _line(
            _row_line(sheet, control, number) or words(str(number + 1)),
            [_block_cell(sheet, control, number, key, cell, name) for cell in _asked(control)],
        )
        | {"when": condition(_shown_when(control, number))}
        for number, key in enumerate(row_keys(control))
    ]
    return {"k": "blocks", "rows": found, "notes": _notes(sheet, control)}


def _shown_when(control: Rows, number: int) -> str:
    """When a row is for the reader, in words."""
    return control.plan.rows[number].shown_when if isinstance(control.plan, Named) else ""


def _asked(control: Rows) -> tuple[Cell, ...]:
    """What blocks ask: what is kept nowhere stands there without a box."""
    return tuple(each for each in control.columns if each.only_on != "screen")


def _block_cell(sheet: Sheet, control: Rows, number: int, key: str, cell: Cell, name: str) -> Data:
    path = cell_path(control, key, cell)
    spoken = _spoken(sheet, control, name, number, cell)
    wide, body = False, {"k": "nothing"}
    if is_on_paper(cell):
        wide, body = _block_body(sheet, control, number, cell, path, spoken)
    return {
        "label": sheet.setter.line(cell.label),
        "when": condition(cell.shown_when),
        "hint": sheet.setter.prose(cell.hint),
        "wide": wide,
        "body": body,
    }


def _block_body(
    sheet: Sheet, control: Rows, number: int, cell: Cell, path: str, spoken: str
) -> tuple[bool, Data]:
    """Whether it takes the whole width, and its box."""
    match cell:
        case Write():
            start = replace(cell, default=_first_text(control, number, cell))
            wide = cell.lines > 1 or cell.kind == "lines"
            width = TEXT_WIDTH if wide else TEXT_WIDTH / 2 - 12
            return wide, boxes.write(sheet, start, path=path, name=spoken, width=width)
        case Pick():
            many = len(cell.choices) > MOST_STACKED and not boxes.is_scale(cell.choices)
            body = _pick(sheet, cell, path, spoken, _first_choice(control, number, cell))
            return many or cell.other is not None, body
        case Tally():
            return False, {"k": "blank"}
        case Say():
            return True, {"k": "prose", "prose": sheet.setter.prose(cell.text)}
        case Group():
            return True, _sentence(sheet, cell, path, spoken)
        case _:
            assert_never(cell)


def _sentence(sheet: Sheet, cell: Group, path: str, spoken: str) -> Data:
    """A plan in its row."""
    plan = placed(cell, path)
    held = plan.controls if isinstance(plan, Group) else ()
    parts = (boxes.sentence_part(sheet, each, name=spoken) for each in held)
    return {"k": "sentence", "parts": [part for part in parts if part]}
