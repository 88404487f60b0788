"""Results: the texts after a worksheet, where they lead, and what gates and safety ask of them."""

from __future__ import annotations

import re
from collections.abc import Collection

from workleaf.language.drafts import Draft
from workleaf.language.fields.setting import Setting
from workleaf.language.sheet import Result as ResultOptions
from workleaf.language.source import Scalar
from workleaf.worksheet.languages import same
from workleaf.worksheet.model import Result
from workleaf.worksheet.texts import Target

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
    safety = any(target.safety for target in go)
    return Result(
        id=name,
        show=setting.prose(options.show),
        when=when.tree if when else None,
        shown_when=when.words if when else "",
        go=go,
        passes=options.passes,
        beside=_beside(when.reads, draft) if when and safety else "",
    )


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


def _beside(reads: Collection[str], draft: Draft) -> str:
    """The last item that a condition reads."""
    found = [entry.id for entry in draft.entries() if entry.id in reads]
    return found[-1] if found else ""


def can_pass(draft: Draft) -> bool:
    """Some result of it says `pass: yes`."""
    return any(options.passes for _, options in draft.results)
