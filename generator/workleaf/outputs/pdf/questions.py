"""Controls as blocks of the layout, in reading order. Every control has its place here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from workleaf.outputs.pdf import boxes, charts, height, reading
from workleaf.outputs.pdf.rows import rows
from workleaf.outputs.pdf.sheet import Sheet
from workleaf.outputs.pdf.typeset import Data, condition, words
from workleaf.strings import sentences
from workleaf.worksheet.controls import (
    AnyControl,
    Compose,
    Grid,
    Group,
    Order,
    Pick,
    Recall,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.texts import Prose, plain

COPIED = 3
"""Writing lines to copy an earlier answer by hand."""


def blocks(sheet: Sheet, controls: tuple[AnyControl, ...]) -> list[Data]:
    """The blocks of controls; what belongs on the screen only is left out."""
    return [block for each in controls for block in _blocks(sheet, each)]


def _blocks(sheet: Sheet, control: AnyControl) -> Iterator[Data]:
    if control.only_on == "screen":
        return
    yield from _drawn(sheet, control)
    boxed = sheet.boxes and control.keep != "never"
    picture = charts.chart(sheet, control.chart) if control.chart and boxed else None
    if picture:
        yield picture


def _drawn(sheet: Sheet, control: AnyControl) -> Iterator[Data]:
    match control:
        case Say():
            yield _note(sheet, control)
        case Tally():
            yield _question(sheet, control, _tally(sheet, control))
        case Group(look="plain"):
            yield {
                "b": "group",
                "level": sheet.level,
                "label": sheet.setter.line(control.label),
                "hint": [*_prose(sheet, control.hint), *_take(sheet, control)],
                "when": condition(control.shown_when),
                "blocks": blocks(sheet, control.controls),
            }
        case Group() | Write() | Pick() | Order() | Grid() | Rows() | Compose() | Recall():
            boxed = sheet.boxes and control.keep != "never"
            body = _body(sheet, control) if boxed else reading.body(sheet, control)
            yield _question(sheet, control, body)
        case _:
            assert_never(control)


def _prose(sheet: Sheet, text: Prose) -> list[list[object]]:
    return sheet.setter.prose(text, level=sheet.level)


def _take(sheet: Sheet, control: AnyControl) -> list[list[object]]:
    """How long a timer would run, as a paragraph of its own."""
    found = words(sheet.take(control.timer))
    return [["p", found]] if found else []


def _question(sheet: Sheet, control: AnyControl, body: Data) -> Data:
    hint = _prose(sheet, control.hint)
    return {
        "b": "question",
        "label": sheet.setter.line(control.label),
        "hint": hint,
        "help": words(sentences(_help(sheet, control), sheet.take(control.timer))),
        "when": condition(control.shown_when),
        "body": body,
        "long": height.is_long(body) or height.is_long_text(hint),
        "signature": isinstance(control, Group) and control.look == "signature",
    }


def _help(sheet: Sheet, control: AnyControl) -> str:
    """What the screen tells by itself and paper must say."""
    match control:
        case Write(placeholder=placeholder):
            return placeholder
        case Pick(many=True, least=least, most=most):
            key = {(True, True): "between", (True, False): "least", (False, True): "most"}.get(
                (bool(least), most is not None)
            )
            return sheet.words[f"paper_{key}"].format(least=least, most=most) if key else ""
        case Order(places=places, choices=choices):
            key = "order_how_places" if places < len(choices) else "order_how"
            return sheet.words[key].format(places=places)
        case _:
            return ""


def spoken(control: AnyControl) -> str:
    """The name of a question for screen readers; never empty."""
    return plain(control.label) or control.path


def _body(sheet: Sheet, control: AnyControl) -> Data:
    name = spoken(control)
    match control:
        case Write():
            return boxes.write(sheet, control, path=control.path, name=name)
        case Pick():
            return boxes.pick(sheet, control, path=control.path, name=name)
        case Order():
            return boxes.order(sheet, control, name=name)
        case Grid():
            return boxes.grid(sheet, control, name=name)
        case Rows():
            return rows(sheet, control, name=name)
        case Compose():
            return boxes.letter(sheet, control, name=name)
        case Group(look="signature"):
            return _signature(sheet, control, name)
        case Group():
            return {"k": "sentence", "parts": _sentence(sheet, control, name)}
        case Recall():
            return {
                "k": "copy",
                "from": [words(each) for each in reading.recalled(sheet, control)],
                "lines": COPIED,
            }
        case Tally() | Say():
            return {"k": "nothing"}
        case _:
            assert_never(control)


def _sentence(sheet: Sheet, control: Group, name: str) -> list[Data]:
    """The parts of a plan: words and the boxes between them."""
    parts: list[Data] = []
    for each in control.controls:
        if each.only_on == "screen":
            continue
        part = boxes.sentence_part(sheet, each, name=name)
        parts.append(part or {"block": blocks(sheet, (each,))})
    return parts


def _signature(sheet: Sheet, control: Group, name: str) -> Data:
    parts: list[Data] = []
    for each in control.controls:
        if isinstance(each, Write) and each.only_on != "screen":
            spoken = f"{name}: {plain(each.label)}"
            box = boxes.write(sheet, each, path=each.path, name=spoken)
            parts.append({"label": sheet.setter.line(each.label), "box": box})
        elif isinstance(each, Say) and each.look == "rule":
            parts.append({"label": words(plain(each.text))})
    return {"k": "signature", "parts": parts}


def _note(sheet: Sheet, control: Say) -> Data:
    text = [*_prose(sheet, control.text), *_take(sheet, control)]
    return {
        "b": "note",
        "look": control.look,
        "label": sheet.setter.line(control.label),
        "prose": text,
        "hint": _prose(sheet, control.hint),
        "long": height.is_long_text(text),
        "when": condition(control.shown_when),
    }


def _tally(sheet: Sheet, control: Tally) -> Data:
    """How to work a score out by hand, and what it means."""
    bands: list[Data] = []
    below = ""
    for band in control.bands:
        number = f"{band.up_to:g}".replace(".", sheet.words["decimal"])
        key = "paper_band" if below else "paper_first_band"
        advice = _prose(sheet, band.advice)
        bands.append(
            {
                "range": words(sheet.words[key].format(low=below, high=number)),
                "label": sheet.setter.line(band.label),
                "advice": advice,
                "long": height.is_long_text(advice),
            }
        )
        below = number
    return {
        "k": "tally",
        "how_to": words(control.how_to),
        "bands": bands,
        "boxes": sheet.boxes,
        "title": words(sheet.words["paper_reading"]),
    }
