"""Answers that were read back, under the names that the worksheet has today."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

from workleaf.outputs.answers import Answers
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.moved import Moved, Saved, place
from workleaf.worksheet.paths import TICKED


def today(found: Answers, worksheets: Iterable[Worksheet]) -> Answers:
    """The answers at their places of today, where one of the worksheets is, or was, theirs."""
    for worksheet in worksheets:
        if found.worksheet in (worksheet.id, *worksheet.moved.worksheets):
            return _placed(found, worksheet.id, worksheet.moved)
    return found


def _placed(found: Answers, worksheet: str, moved: Moved) -> Answers:
    single = {path: each for path, each in found.answers.items() if not isinstance(each, list)}
    saved = [
        Saved(found.worksheet, path, each if isinstance(each, str) else TICKED)
        for path, each in single.items()
    ]
    answers = {
        each.path: each.text if isinstance(single[each.saved.path], str) else True
        for each in place(saved, worksheet, moved)
    }
    lists = {
        moved.path(path): [moved.path(f"{path}.{each}").rpartition(".")[2] for each in picked]
        for path, picked in found.answers.items()
        if isinstance(picked, list)
    }
    return dataclasses.replace(found, worksheet=worksheet, answers={**answers, **lists})
