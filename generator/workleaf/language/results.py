"""Results: the texts after a worksheet, where they lead, and what gates and safety ask of them."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from workleaf.language.drafts import Draft
from workleaf.language.expressions import Compiled
from workleaf.language.fields.setting import Setting
from workleaf.language.sheet import Result as ResultOptions
from workleaf.language.source import Scalar
from workleaf.worksheet.languages import same
from workleaf.worksheet.model import Beside, Result
from workleaf.worksheet.texts import Target, Tree

# A worksheet is no test: nobody passes it, fails it, or is found healthy or normal.
_JUDGING = re.compile(
    r"\b(?:you (?:have )?(?:pass|fail)(?:ed)?|(?:un)?healthy|(?:ab)?normal)\b", re.IGNORECASE
)


def lowered(draft: Draft, setting: Setting, *, is_gate: bool) -> tuple[Result, ...]:
    """The results of a worksheet."""
    return tuple(
        _lowered(name, options, draft, setting, is_gate=is_gate) for name, options in draft.results
    )


def _lowered(
    name: str, options: ResultOptions, draft: Draft, setting: Setting, *, is_gate: bool
) -> Result:
    when = setting.condition(options.when)
    go = tuple(target for each in options.go if (target := _target(each, setting)))
    if options.passes and not is_gate:
        setting.report.add("pass-outside-gate", options.show.span)
    _inspect(options, go, draft, setting)
    about = _is_about_safety(options, when.reads if when else (), draft)
    found = Result(
        id=name,
        show=setting.prose(options.show),
        when=when.tree if when else None,
        shown_when=when.words if when else "",
        go=go,
        passes=options.passes,
        about_safety=about,
    )
    if not (options.when and when and found.safety):
        return found
    return replace(found, beside=_places(setting.branches(options.when), when.tree, draft))


def _is_about_safety(options: ResultOptions, reads: Collection[str], draft: Draft) -> bool:
    """It is marked `safety: yes`, or asks a question that is."""
    if options.safety is not None:
        return options.safety
    return any(entry.field.safety for entry in draft.entries() if entry.id in reads)


def _target(name: Scalar, setting: Setting) -> Target | None:
    return setting.target(name.value, name.span)


def _inspect(
    options: ResultOptions, go: tuple[Target, ...], draft: Draft, setting: Setting
) -> None:
    if "together" in draft.options.who:
        for name, target in zip(options.go, go, strict=False):
            if target.safety:
                setting.report.add("together-safety", name.span, name=target.name)
    judged = setting.languages.get(options.show.source.file, setting.language)
    for found in _JUDGING.finditer(options.show.value if same(judged, "en") else ""):
        setting.report.add(
            "result-judges", options.show.at(found.start(), len(found[0])), word=found[0]
        )


def _places(branches: tuple[Compiled, ...], whole: Tree, draft: Draft) -> tuple[Beside, ...]:
    """Where a result stands: after the last question of each part between its `or`s.

    At the last of these places it stands whenever its whole condition holds.
    """
    order = [entry.id for entry in draft.entries()]
    found: dict[int, Tree] = {}
    for each in branches:
        read = [order.index(name) for name in each.reads if name in order]
        if read:
            at = max(read)
            found[at] = ("or", found[at], each.tree) if at in found else each.tree
    if not found:
        return ()
    last = max(found)
    return tuple(
        Beside(path=order[at], when=whole if at == last else found[at]) for at in sorted(found)
    )


def can_pass(draft: Draft) -> bool:
    """Some result of it says `pass: yes`."""
    return any(options.passes for _, options in draft.results)
