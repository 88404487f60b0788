"""A translation held against its source: what is missing, stale, unknown, or no words at all."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

from workleaf.language import ids, options
from workleaf.language.fields import FIELDS
from workleaf.language.fields.choices import ChoiceOptions
from workleaf.language.sheet import CalendarEntry, Result, Shared, Step, Tip, Worksheet
from workleaf.language.source import Report, Scalar
from workleaf.language.translations.marks import mark
from workleaf.language.translations.placeholders import placeholders
from workleaf.language.translations.sidecar import NAMES, PHRASES, Sidecar, dotted
from workleaf.language.translations.walk import Path

_MODELS: Final[tuple[type[options.Options], ...]] = (
    *FIELDS,
    Worksheet,
    Step,
    Result,
    CalendarEntry,
    Tip,
    Shared,
    ChoiceOptions,
)
_SHOWN: Final = 4
"""So many missing texts are named; the rest is counted."""


@cache
def _keys() -> tuple[frozenset[str], frozenset[str]]:
    """The keys that hold words, and all others that the language knows."""
    words = {key for model in _MODELS for key in options.said(model).values()}
    words |= {*NAMES, "label", "advice", "chart", "note", "default", *PHRASES}
    every = {key for model in _MODELS for key in options.keys(model)}
    return frozenset(words), frozenset(every - words)


def inspect(sidecar: Sidecar, source: Mapping[Path, Scalar], *, report: Report, name: str) -> None:
    """Note everything that is wrong with a translation of the texts in `source`, a file `name`."""
    name = name.rpartition("/")[2]
    for path in _unknown(sidecar, source):
        _note_unknown(path, sidecar, source, report, name)
    for path, text in source.items():
        if path in sidecar.texts:
            _compare(path, text, sidecar, report)
    _missing(sidecar, source, report)


def _unknown(sidecar: Sidecar, source: Collection[Path]) -> list[Path]:
    """Where a translation begins to name what its source does not have."""
    known = {path[:end] for path in source for end in range(1, len(path) + 1)}
    found = [
        path
        for path in sidecar.keys
        if path not in known
        and (len(path) == 1 or path[:-1] in known)
        and not (path[0] == "wording_tips" and path[-1] in PHRASES)
    ]
    return [path for path in found if path]


def _note_unknown(
    path: Path, sidecar: Sidecar, source: Collection[Path], report: Report, name: str
) -> None:
    key, last = sidecar.keys[path], path[-1]
    words, logic = _keys()
    siblings = [each[len(path) - 1] for each in source if _beside(each, path)]
    if path == ("fields",):
        report.add("key-elsewhere", key.span, key=last, name="items")
    elif _is_name(path):
        near = ids.near(last, siblings)
        report.add("translation-unknown", key.span, name=last, file=name, near=near)
    elif last in logic:
        report.add("translation-logic", key.span, key=last, file=name)
    elif last in words:
        report.add("translation-no-source", key.span, key=last, file=name)
    else:
        near = ids.near(last, {*siblings, *words})
        known = "" if near else "words only: title, summary, intro, steps, items, results, closing"
        report.add("unknown-key", key.span, key=last, near=near, known=known)


def _beside(each: Path, path: Path) -> bool:
    return len(each) >= len(path) and each[: len(path) - 1] == path[:-1]


def _is_name(path: Path) -> bool:
    """The last part of a path is a name that the source gives, not a key of the language."""
    left = 0
    for part in path[:-1]:
        left = left - 1 if left else NAMES.get(part, 0)
    return left > 0


def _compare(path: Path, text: Scalar, sidecar: Sidecar, report: Report) -> None:
    """The same answers stand in both, and the source has not changed since."""
    there = sidecar.texts[path]
    wanted = {each.shape: each.written for each in placeholders(text.value)}
    found = {each.shape: each for each in placeholders(there.value)}
    for shape, each in found.items():
        if shape not in wanted:
            span = there.at(each.offset, len(each.written))
            known = ids.listed(wanted.values()) if wanted else "none"
            report.add("translation-placeholder", span, found=each.written, known=known)
    for shape, written in wanted.items():
        if shape not in found:
            report.add("translation-placeholder-lost", there.span, found=written)
    made_from = sidecar.made_from.get(dotted(path))
    if dotted(path) in sidecar.stale or (made_from and made_from.value != mark(text.value)):
        now = " ".join(text.value.split())
        report.add("translation-stale", there.span, now=now[:80] + "…" * (len(now) > 80))


def _missing(sidecar: Sidecar, source: Mapping[Path, Scalar], report: Report) -> None:
    missing = missing_texts(sidecar, source)
    if not missing:
        return
    more = len(missing) - _SHOWN
    names = ", ".join(dotted(each) for each in missing[:_SHOWN])
    report.add(
        "translation-missing",
        _nearest(missing[0], sidecar).span,
        count=len(missing),
        texts="text is" if len(missing) == 1 else "texts are",
        names=names + (f" and {more} more" if more > 0 else ""),
        language=sidecar.language,
    )


def missing_texts(sidecar: Sidecar, source: Mapping[Path, Scalar]) -> list[Path]:
    """The texts that need a translation and have none."""
    return [path for path, text in source.items() if path not in sidecar.texts and has_words(text)]


def _nearest(path: Path, sidecar: Sidecar) -> Scalar:
    """The key that stands nearest to where a text is missing."""
    around = (path[:end] for end in range(len(path), 0, -1))
    first = sidecar.node.pairs[0][0]
    return next((sidecar.keys[each] for each in around if each in sidecar.keys), first)


def has_words(text: Scalar) -> bool:
    """There is something to translate: more than numbers and answers."""
    bare = text.value
    for each in placeholders(text.value):
        bare = bare.replace(each.written, "")
    return any(sign.isalpha() for sign in bare)
