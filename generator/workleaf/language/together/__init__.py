"""Worksheets filled in together: nothing on them asks about fear, harm or hidden money.

A person in danger would be seen answering. What an author marks `safety: yes` is refused, and so
are words that can hardly mean anything else; `safety: no` says that they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml

from workleaf.language.drafts import Draft
from workleaf.language.fields import Entry
from workleaf.language.fields.setting import Setting
from workleaf.language.options import Options, said
from workleaf.language.source import Scalar

FOLDER: Final = Path(__file__).parent
_BEGUN: Final = frozenset({"default", "start_with", "template"})
"""What stands in boxes at first: two people may change it, and nobody is asked."""


def inspect(draft: Draft, setting: Setting) -> None:
    """Note what a worksheet filled in together should not ask or say."""
    if "together" not in draft.options.who:
        return
    if draft.options.safety and (place := draft.node.key("safety")):
        setting.report.add("together-marked", place.span)
    for step in draft.steps:
        if step.options:
            _listen(step.options.title, "together-heading", setting)
        for entry in _every(step.entries):
            _item(entry, draft, setting)
    for _, result in draft.results:
        if result.safety:
            setting.report.add("together-marked", result.show.span)
        elif result.safety is None:
            _listen(result.show, "together-words", setting)


def inspect_shown(draft: Draft, setting: Setting, drafts: Mapping[str, Draft]) -> None:
    """Note which answers of other worksheets such a worksheet should not show or ask for."""
    if "together" not in draft.options.who or setting.translation:
        return
    for (worksheet, item), place in (*setting.recalled.items(), *setting.asked.items()):
        other = drafts.get(worksheet)
        if other and any(
            _about_fear(inner, other, setting)
            for entry in other.entries()
            if entry.id == item
            for inner in _every((entry,))
        ):
            setting.report.add("together-shows", place, name=f"{worksheet}.{item}")


def _about_fear(entry: Entry, draft: Draft, setting: Setting) -> bool:
    """An item is about fear, harm or hidden money, or stands on a worksheet about safety."""
    if entry.field.safety is not None:
        return entry.field.safety
    if draft.options.safety:
        return True
    texts = (entry.label, *_texts(entry.field, draft))
    return any(_found(text, setting) for text in texts)


def _every(entries: tuple[Entry, ...]) -> Iterator[Entry]:
    """Items, what stands in groups and in rows."""
    for entry in entries:
        yield entry
        yield from _every(entry.inner)


def _item(entry: Entry, draft: Draft, setting: Setting) -> None:
    if entry.field.safety and (place := entry.node.key("safety")):
        setting.report.add("together-marked", place.span)
    elif entry.field.safety is None and entry.field.type_name != "note":
        for text in (entry.label, *_texts(entry.field, draft)):
            _listen(text, "together-words", setting)


def _texts(options: Options, draft: Draft) -> Iterator[Scalar]:
    """The words of an item beside its label: hint, choices, rows, bands."""
    words = said(type(options))
    for name in type(options).model_fields:
        value = getattr(options, name)
        if name in _BEGUN:
            continue
        if isinstance(value, Scalar) and name in words:
            yield value
        elif isinstance(value, Scalar) and name in ("choices", "rows"):
            yield from (line.words for line in draft.lists.whole(value))
        elif isinstance(value, tuple):
            for each in value:
                if isinstance(each, Options):
                    yield from _texts(each, draft)
                elif isinstance(line := getattr(each, "words", None), Scalar):
                    yield line


def _listen(text: Scalar, code: str, setting: Setting) -> None:
    """Note the first word in a text that is about fear, harm or hidden money."""
    if found := _found(text, setting):
        place = text.at(found.start(), len(found[0]))
        setting.report.add(code, place, word=found[0])


def _found(text: Scalar, setting: Setting) -> re.Match[str] | None:
    language = setting.languages.get(text.source.file, setting.language)
    return _heard(language.split("-")[0].lower()).search(text.value)


@cache
def _heard(language: str) -> re.Pattern[str]:
    """The words of a language; none where it has no list."""
    file = FOLDER / f"{language}.yml"
    listed = yaml.safe_load(file.read_text(encoding="utf-8")) if file.exists() else []
    words = "|".join(re.escape(each).replace("'", "['’]").replace(r"\ ", r"\s+") for each in listed)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)" if words else r"(?!)", re.IGNORECASE)
