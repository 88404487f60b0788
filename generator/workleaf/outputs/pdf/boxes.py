"""The boxes of one question as data: to write in, to choose from, to put in order."""

from __future__ import annotations

from math import ceil

from workleaf.outputs.pdf.fields import Field
from workleaf.outputs.pdf.fonts import height
from workleaf.outputs.pdf.sheet import LINE, TEXT_WIDTH, Sheet
from workleaf.outputs.pdf.typeset import Data, words
from workleaf.worksheet.controls import AnyControl, Choice, Compose, Grid, Order, Pick, Say, Write
from workleaf.worksheet.paths import TICKED, join, other
from workleaf.worksheet.texts import Line, plain

MOST_LINES = 28
"""So many writing lines fit on one page under their question."""
NARROW = frozenset({"number", "date", "time"})
MOST_CIRCLES = 7
"""A dropdown with more choices than this stays a list to choose from."""
LONGEST_SCALE = 21
"""A scale with more steps than this is a list to choose from too."""


def write(sheet: Sheet, control: Write, *, path: str, name: str, width: float = TEXT_WIDTH) -> Data:
    """A box to write in; it is high enough for the words that stand in it at first."""
    room = ceil(height(control.default, width=width) / LINE) if control.default else 1
    lines = min(MOST_LINES, max(control.lines, room))
    form = sheet.words.get(f"paper_form_{control.kind}", "")
    several = lines > 1 or control.kind == "lines"
    box = Field(
        path=path,
        kind="lines" if several else "text",
        name=f"{name} ({form})" if form else name,
        default=control.default,
        max_length=control.max_length,
    )
    return {
        "k": "box",
        "field": sheet.add(box),
        "lines": lines,
        "narrow": control.kind in NARROW,
        "unit": sheet.setter.line(control.unit) or words(form),
    }


def pick(sheet: Sheet, control: Pick, *, path: str, name: str) -> Data:
    """Choices: circles, checks, a numbered scale or a list to choose from."""
    if control.many:
        return _checks(sheet, control, path=path, name=name)
    if control.look == "checkbox":
        return _single_check(sheet, control, path=path, name=name)
    if is_list(control):
        return _list(sheet, control, path=path, name=name)
    if is_scale(control.choices):
        return _scale(sheet, control, path=path, name=name)
    items = [_circle(sheet, each, control, path=path, name=name) for each in control.choices]
    return {"k": "choices", "layout": _layout(control.choices), "items": items}


def is_scale(choices: tuple[Choice, ...]) -> bool:
    """The choices are short numbers, perhaps with one that stands apart."""
    signs = [plain(each.words) for each in choices if not each.apart]
    return len(signs) > 1 and all(len(sign) <= 3 and sign[:1] in "-−+0123456789" for sign in signs)


def is_list(control: Pick) -> bool:
    """Too many choices for circles."""
    if is_scale(control.choices):
        return len(control.choices) > LONGEST_SCALE
    return control.look == "dropdown" and len(control.choices) > MOST_CIRCLES


def _layout(choices: tuple[Choice, ...]) -> str:
    lengths = [len(plain(each.words)) for each in choices]
    if sum(lengths) + 6 * len(lengths) <= 80 and len(lengths) <= 6:
        return "row"
    return "columns" if len(lengths) > 3 and max(lengths) <= 36 else "list"


def _circle(
    sheet: Sheet, choice: Choice, control: Pick, *, path: str, name: str, numbered: bool = False
) -> Data:
    sign = plain(choice.words)
    circle = Field(
        path=path,
        kind="radio",
        name=name,
        value=choice.value,
        words=sign,
        sign=sign if numbered else "",
        default=control.default[0] if control.default else "",
    )
    box = _other_box(sheet, control.other, path, name) if choice.value == "other" else {}
    return {
        "field": sheet.add(circle),
        "round": True,
        "sign": circle.sign,
        "words": sheet.setter.line(choice.words),
        **box,
    }


def _other_box(sheet: Sheet, box: Write | None, path: str, name: str) -> Data:
    if box is None:
        return {}
    spoken = f"{name}: {plain(box.label) or sheet.words['other']}"
    field = Field(path=other(path), kind="text", name=spoken, default=box.default)
    return {"other": sheet.add(field)}


def _checks(sheet: Sheet, control: Pick, *, path: str, name: str) -> Data:
    items: list[Data] = []
    for choice in control.choices:
        check = Field(
            path=join(path, choice.value),
            kind="check",
            name=name,
            value=TICKED,
            words=plain(choice.words),
            default=TICKED if choice.value in control.default else "",
        )
        key = sheet.add(check)
        box = _other_box(sheet, control.other, path, name) if choice.value == "other" else {}
        line = sheet.setter.line(choice.words)
        items.append({"field": key, "round": False, "sign": "", "words": line, **box})
    layout = _layout(control.choices)
    return {"k": "choices", "layout": "columns" if layout == "row" else layout, "items": items}


def _single_check(sheet: Sheet, control: Pick, *, path: str, name: str) -> Data:
    choice = control.choices[0]
    check = Field(
        path=path,
        kind="check",
        name=name,
        value=choice.value,
        words=plain(choice.words),
        default=choice.value if choice.value in control.default else "",
    )
    line = sheet.setter.line(choice.words)
    item: Data = {"field": sheet.add(check), "round": False, "sign": "", "words": line}
    return {"k": "choices", "layout": "row", "items": [item]}


def _scale(sheet: Sheet, control: Pick, *, path: str, name: str) -> Data:
    def circles(*, apart: bool) -> list[Data]:
        return [
            _circle(sheet, each, control, path=path, name=name, numbered=not apart)
            for each in control.choices
            if each.apart is apart
        ]

    return {
        "k": "scale",
        "items": circles(apart=False),
        "apart": circles(apart=True),
        "low": sheet.setter.line(control.low),
        "high": sheet.setter.line(control.high),
    }


def _list(sheet: Sheet, control: Pick, *, path: str, name: str) -> Data:
    options = tuple((each.value, plain(each.words)) for each in control.choices)
    box = Field(
        path=path,
        kind="choice",
        name=name,
        options=options,
        default=control.default[0] if control.default else "",
    )
    return {
        "k": "list",
        "field": sheet.add(box),
        "choices": words(choices_in_words(sheet, control)),
        **_other_box(sheet, control.other, path, name),
    }


def choices_in_words(sheet: Sheet, control: Pick) -> str:
    """What there is to choose from, in one line; a scale by its ends."""
    if not is_scale(control.choices):
        return " · ".join(plain(each.words) for each in control.choices)
    apart = [plain(each.words) for each in control.choices if each.apart]
    return " · ".join([ends(sheet, control), *apart])


def ends(sheet: Sheet, control: Pick) -> str:
    """Both ends of a scale in words."""
    steps = [plain(each.words) for each in control.choices if not each.apart]
    low, high = _end(steps[0], control.low), _end(steps[-1], control.high)
    return sheet.words["paper_range"].format(low=low, high=high)


def _end(sign: str, what: Line) -> str:
    return f"{sign} ({plain(what)})" if what else sign


def order(sheet: Sheet, control: Order, *, name: str) -> Data:
    """A small box for a place beside each choice."""
    items = [
        {
            "field": sheet.add(
                Field(
                    path=join(control.path, each.value),
                    kind="text",
                    name=name,
                    words=plain(each.words),
                    default=_place(control, each.value),
                    max_length=len(str(len(control.choices))),
                    middle=True,
                )
            ),
            "words": sheet.setter.line(each.words),
        }
        for each in control.choices
    ]
    return {"k": "places", "items": items}


def _place(control: Order, value: str) -> str:
    """The place that a choice has at first."""
    return str(control.default.index(value) + 1) if value in control.default else ""


def grid(sheet: Sheet, control: Grid, *, name: str) -> Data:
    """A table of circles with a row for each thing asked about."""
    rows: list[Data] = []
    for row in control.rows:
        spoken = f"{name} {plain(row.words)}"
        start = dict(row.start_with).get("", "")
        cells = _grid_cells(sheet, control, join(control.path, row.value), spoken, start)
        rows.append({"words": sheet.setter.line(row.words), "cells": cells})
    if control.other:
        label = plain(control.other.label) or sheet.words["other"]
        box = Field(path=other(control.path), kind="text", name=f"{name} {label}")
        named = sheet.add(box)
        cells = _grid_cells(sheet, control, join(control.path, "other"), f"{name} {label}")
        rows.append({"words": words(label), "box": named, "cells": cells})
    return {
        "k": "grid",
        "head": [sheet.setter.line(each.words) for each in control.choices],
        "apart": sum(each.apart for each in control.choices),
        "numbers": is_scale(control.choices),
        "low": sheet.setter.line(control.low),
        "high": sheet.setter.line(control.high),
        "rows": rows,
    }


def _grid_cells(sheet: Sheet, control: Grid, path: str, name: str, start: str = "") -> list[str]:
    cells = (
        Field(
            path=path,
            kind="radio",
            name=name,
            value=each.value,
            words=plain(each.words),
            default=start,
        )
        for each in control.choices
    )
    return [sheet.add(each) for each in cells]


def sentence_part(sheet: Sheet, part: AnyControl, *, name: str) -> Data:
    """A half of a plan: words and the box between them; nothing for any other control."""
    match part:
        case Write():
            stem = plain((*part.before, *part.after)) or plain(part.label)
            box = write(sheet, part, path=part.path, name=f"{name}: {stem}")
            before, after = sheet.setter.line(part.before), sheet.setter.line(part.after)
            return {"before": before, "box": box, "after": after}
        case Say():
            return {"prose": sheet.setter.prose(part.text, level=sheet.level)}
        case _:
            return {}


def letter(sheet: Sheet, control: Compose, *, name: str) -> Data:
    """A text with ruled blanks, and a box for the reader's own version where there is one."""
    body: Data = {
        "k": "letter",
        "prose": sheet.setter.prose(control.template),
        "tips": [sheet.setter.line(tip.show) for tip in control.tips if not tip.hours],
        "over": words(sheet.words["tips_title"]),
    }
    if control.editable and sheet.boxes:
        spoken = f"{name}: {sheet.words['paper_own_version']}"
        box = Field(path=control.path, kind="lines", name=spoken)
        body["field"] = sheet.add(box)
        body["lines"] = min(14, 3 + len(plain(control.template)) // 45)
        body["own"] = words(sheet.words["paper_own_version"])
    return body
