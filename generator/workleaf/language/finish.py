"""From a draft to a finished worksheet: texts and conditions understood, items made controls."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final

from workleaf.language import calendars, circles, everywhere, examples, results, together
from workleaf.language.drafts import Draft, SharedDraft, StepDraft
from workleaf.language.everywhere import Everywhere
from workleaf.language.expressions import Item
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar
from workleaf.worksheet import languages
from workleaf.worksheet.controls import Source
from workleaf.worksheet.model import Kind, Step, Worksheet
from workleaf.worksheet.texts import Foreign, Line, Slot, Target

EXPORTS: Final = ("pdf", "json", "md")
_REFERENCE = re.compile(r"[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$")


def worksheet(draft: Draft, setting: Setting, shared: SharedDraft, *, is_gate: bool) -> Worksheet:
    """The finished worksheet; everything wrong with it is noted in the report of the setting."""
    options = draft.options
    language = setting.language
    shared_parts = everywhere.lowered(draft, shared, setting)
    after = shared_parts.after_results() if draft.results else ()
    _inspect(draft, setting)
    values = kinds(draft, setting)
    found = Worksheet(
        id=draft.id,
        title=_bare(options.title, setting),
        steps=tuple(_step(step, shared_parts, setting) for step in draft.steps),
        version=options.version,
        language=language,
        direction=languages.direction(language),
        summary=_bare(options.summary, setting) if options.summary else (),
        intro=setting.prose(options.intro),
        closing=setting.prose(options.closing),
        start=shared_parts.start,
        end=(*after, *shared_parts.end),
        results=results.lowered(draft, setting, is_gate=is_gate),
        minutes=options.minutes,
        who=options.who,
        tags=tuple(_text(tag) for tag in options.tags),
        author=_text(options.author),
        license=_text(options.license),
        source=_text(options.source),
        guide=_guide(options.guide, setting),
        keep=options.store,
        share=options.share,
        paper=options.paper,
        safety=options.safety,
        gate=_text(options.gate),
        is_gate=is_gate,
        calendar=calendars.lowered(draft, setting),
        exports=options.exports or EXPORTS,
        claims=tuple(claim.value for claim in options.claims),
        evidence=tuple(reference.value for reference in options.evidence),
        translation=setting.translation,
        file=draft.file,
        hash=fingerprint(values, setting.scope.items),
        values=values,
    )
    asked = (Source(worksheet=name, item=item) for name, item in sorted(setting.asked))
    found = replace(found, elsewhere=tuple(asked))
    if not draft.examples or setting.translation:
        return found
    return replace(found, examples=examples.tried(draft, found, setting))


def _step(step: StepDraft, shared_parts: Everywhere, setting: Setting) -> Step:
    controls = tuple(
        control for entry in step.entries for control in entry.field.lower(entry, setting)
    )
    options = step.options
    shown = setting.condition(options.show_if) if options else None
    return Step(
        id=step.id,
        title=setting.line(options.title) if options else (),
        controls=shared_parts.noted(controls),
        intro=setting.prose(options.intro) if options else (),
        show_if=shown.tree if shown else None,
        shown_when=shown.words if shown else "",
    )


def _text(scalar: Scalar | None) -> str:
    return scalar.value.strip() if scalar else ""


def _bare(text: Scalar, setting: Setting) -> Line:
    """A title or summary: it stands in lists and on paper, where there are no answers."""
    found = setting.line(text)
    if _has_slot(found):
        setting.report.add("slot-in-title", text.span)
    return found


def _has_slot(line: Line) -> bool:
    return any(
        isinstance(part, Slot) or (isinstance(part, Foreign) and _has_slot(part.parts))
        for part in line
    )


def _guide(name: Scalar | None, setting: Setting) -> Target | None:
    if name is None:
        return None
    found = setting.target(name.value, name.span)
    if found and found.kind != "page":
        setting.report.add("guide-no-page", name.span, name=name.value)
        return None
    return found


def _inspect(draft: Draft, setting: Setting) -> None:
    options, report = draft.options, setting.report
    circles.inspect(draft, setting)
    if not setting.translation:
        together.inspect(draft, setting)
    if options.language and not languages.CODE.match(options.language.value):
        report.add("language-shape", options.language.span, found=options.language.value[:40])
    for key, names in (("claims", options.claims), ("evidence", options.evidence)):
        for name in names:
            if not _REFERENCE.match(name.value):
                report.add("reference-shape", name.span, key=key, found=name.value[:40])
    _duplicates(draft, setting)


def _duplicates(draft: Draft, setting: Setting) -> None:
    options = draft.options
    for key, names in (
        ("tags", options.tags),
        ("claims", options.claims),
        ("evidence", options.evidence),
    ):
        seen: set[str] = set()
        for name in names:
            if name.value in seen:
                setting.report.add("listed-twice", name.span, key=key, name=name.value)
            seen.add(name.value)


def kinds(draft: Draft, setting: Setting) -> dict[str, Kind]:
    """Item id → kind, for everything that has an answer or a number."""
    found: dict[str, Kind] = {}
    for entry in draft.entries():
        item = setting.scope.items.get(entry.id)
        if item and item.kind != "none":
            found[entry.id] = item.kind
    return found


def fingerprint(names: Collection[str], items: Mapping[str, Item]) -> str:
    """What a filled copy must match: ids, kinds and choices, as 16 hex digits."""
    lines = [_line(name, items[name]) for name in names]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def _line(name: str, item: Item) -> str:
    columns = ";".join(_line(column, each) for column, each in item.columns.items())
    return f"{name}:{item.kind}:{','.join(item.choices)}:{','.join(item.rows)}:({columns})"
