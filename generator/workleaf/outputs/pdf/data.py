"""A worksheet as the data of its layout, and the fields that stand in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from workleaf.outputs.pdf.height import is_long_text
from workleaf.outputs.pdf.questions import blocks
from workleaf.outputs.pdf.sheet import Sheet
from workleaf.outputs.pdf.typeset import Data, Typesetter, condition, words
from workleaf.worksheet.languages import base, same
from workleaf.worksheet.model import CalendarEntry, Result, Step, Worksheet
from workleaf.worksheet.texts import plain
from workleaf.worksheet.timing import planned


def lay_out(
    worksheet: Worksheet,
    *,
    setter: Typesetter,
    says: Mapping[str, str],
    gate: Worksheet | None,
) -> tuple[list[Data], Sheet]:
    """All blocks of a worksheet, and the sheet with its fields."""
    boxes = worksheet.paper == "full" and worksheet.keep != "never"
    sheet = Sheet(setter=setter, words=says, boxes=boxes)
    return list(_blocks(worksheet, sheet, gate)), sheet


def _blocks(worksheet: Worksheet, sheet: Sheet, gate: Worksheet | None) -> Iterator[Data]:
    aside = replace(sheet, boxes=False, level=2)
    yield from blocks(aside, worksheet.start)
    if gate:
        yield from _gate(aside, gate, language=worksheet.language)
    if worksheet.intro:
        yield {"b": "prose", "prose": sheet.setter.prose(worksheet.intro, level=2)}
    for step in worksheet.steps:
        yield from _step(sheet, step)
    if worksheet.results:
        yield _results(sheet, worksheet.results)
    if worksheet.closing:
        yield {"b": "closing", "prose": sheet.setter.prose(worksheet.closing, level=2)}
    yield from blocks(aside, worksheet.end)
    if worksheet.calendar:
        yield _calendar(sheet, worksheet.calendar)


def _gate(sheet: Sheet, gate: Worksheet, *, language: str) -> Iterator[Data]:
    """What a gate says on paper: its items for paper only, marked where they are not translated."""
    said = [
        block
        for step in gate.steps
        for block in blocks(sheet, tuple(each for each in step.controls if each.only_on == "paper"))
    ]
    if said and not same(gate.language, language):
        yield {"b": "prose", "prose": [["p", words(sheet.words["translation_none"])]]}
        tongue = {"language": base(gate.language), "direction": gate.direction}
        yield {"b": "tongue", **tongue, "blocks": said}
    else:
        yield from said


def _step(sheet: Sheet, step: Step) -> Iterator[Data]:
    level = 3 if step.title else 2
    if step.title or step.intro or step.shown_when:
        yield {
            "b": "step",
            "title": sheet.setter.line(step.title),
            "when": condition(step.shown_when),
            "intro": sheet.setter.prose(step.intro, level=level),
        }
    yield from blocks(replace(sheet, level=level), step.controls)


def _results(sheet: Sheet, results: tuple[Result, ...]) -> Data:
    return {
        "b": "results",
        "title": words(sheet.words["paper_reading"]),
        "items": [_result(sheet, each, only=len(results) == 1) for each in results],
    }


def _calendar(sheet: Sheet, entries: tuple[CalendarEntry, ...]) -> Data:
    """What to put into a calendar by hand; quiet, so that it needs no page of its own."""
    lines: list[list[object]] = []
    for entry in entries:
        when = words(f": {planned(entry, sheet.words)}")
        lines.append(["p", [*sheet.setter.line(entry.title), *when]])
    return {
        "b": "note",
        "look": "aside",
        "label": words(sheet.words["calendar_title"]),
        "prose": lines,
        "hint": [],
        "long": False,
        "when": [],
    }


def _result(sheet: Sheet, result: Result, *, only: bool) -> Data:
    when = result.shown_when
    if not when and result.when is None and not only:
        when = sheet.words["paper_otherwise"]
    text = sheet.setter.prose(result.show)
    titles = [target.title or target.name for target in result.go]
    addresses = [sheet.setter.address(target) for target in result.go]
    return {
        "when": condition(when),
        "prose": text,
        "long": is_long_text(text),
        "go": [
            ["a", there, [["t", title]]] for there, title in zip(addresses, titles, strict=True)
        ],
        "see": words(sheet.words["paper_see"]),
        "safety": result.safety,
    }


def title(worksheet: Worksheet) -> str:
    """The title as plain words, for the document and the foot of each page."""
    return plain(worksheet.title)
