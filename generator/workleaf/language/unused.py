"""Shared parts, lists and tips that no worksheet uses."""

from __future__ import annotations

from collections.abc import Mapping

from workleaf.language import everywhere, reader
from workleaf.language.drafts import Draft, SharedDraft
from workleaf.language.source import Report

_KINDS = {"parts": "part", "choice_lists": "list", "wording_tips": "tip"}


def inspect(shared: SharedDraft, drafts: Mapping[str, Draft], report: Report) -> None:
    """Warn about what is shared and not used, and check the items of such parts all the same."""
    used = _used(shared, drafts)
    for key, names in shared.names.items():
        for name in names:
            if name.value not in used[key]:
                report.add("shared-unused", name.span, kind=_KINDS[key], name=name.value)
                if key == "parts" and name.value in shared.parts:
                    everywhere.entries((name,), shared, report)
    for draft in drafts.values():
        for name in draft.own_lists:
            if name.value not in draft.lists.used:
                report.add("list-unused", name.span, name=name.value)


def _used(shared: SharedDraft, drafts: Mapping[str, Draft]) -> dict[str, set[str]]:
    every = shared.every
    parts = {name.value for names in (every.start, every.end, every.scales) for name in names}
    lists: set[str] = set()
    tips = reader.tips_used(drafts)
    for draft in drafts.values():
        parts |= draft.parts
        lists |= draft.lists.used
    return {"parts": parts, "choice_lists": lists, "wording_tips": tips}
