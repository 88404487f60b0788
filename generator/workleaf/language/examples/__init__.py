"""Examples inside a worksheet: answers and what should come of them, read and tried."""

from __future__ import annotations

from workleaf.language.drafts import Draft
from workleaf.language.examples import answers, expected
from workleaf.language.fields.setting import Setting
from workleaf.language.sheet import Example as ExampleOptions
from workleaf.language.source import Mapping
from workleaf.worksheet.model import Example, Worksheet
from workleaf.worksheet.outcome import outcome


def tried(draft: Draft, worksheet: Worksheet, setting: Setting) -> tuple[Example, ...]:
    """The examples of a finished worksheet; whatever is not as expected is noted.

    They are tried only where all else is right: what is wrong elsewhere would be told twice.
    """
    sound = not _has_errors(draft, setting)
    return tuple(
        found
        for node, options in draft.examples
        if (found := _tried(node, options, draft, worksheet, setting, sound=sound))
    )


def _tried(
    node: Mapping,
    options: ExampleOptions,
    draft: Draft,
    worksheet: Worksheet,
    setting: Setting,
    *,
    sound: bool,
) -> Example | None:
    before = setting.report.noted
    flat = answers.read(options.answers, worksheet, setting)
    expectation = expected.read(options.expect, node.get("expect"), worksheet, setting)
    if setting.report.noted > before:
        return None
    if sound:
        expected.compare(expectation, outcome(worksheet, flat), worksheet, setting)
    name = options.name.value.strip() if options.name else ""
    return Example(name=name, answers=flat, expected=expectation.expected)


def _has_errors(draft: Draft, setting: Setting) -> bool:
    """Something is wrong in the file, or in a file that worksheets share (`_…`)."""
    wrong = {each.span.file for each in setting.report.problems if each.level == "error"}
    shared = (file for file in wrong if file.rpartition("/")[2].startswith("_"))
    return bool(draft.broken) or draft.file in wrong or any(shared)
