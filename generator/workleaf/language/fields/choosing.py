"""What the types with choices share: finding the choices, and making them those of a control."""

from __future__ import annotations

from workleaf.language import markdown
from workleaf.language.fields.base import Entry
from workleaf.language.fields.choices import ChoiceLines
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Scalar
from workleaf.worksheet.controls import Choice, Write
from workleaf.worksheet.texts import Line

OTHER = "other"


def found(
    choices: ChoiceLines | Scalar | None, source: Scalar | None, setting: Setting
) -> ChoiceLines:
    """The choices of an item, from its own list, a shared one or another item."""
    if source is not None:
        return setting.sources.get(source.value, ())
    return setting.lists.lines(choices)


def inspect(
    choices: ChoiceLines | Scalar | None, source: Scalar | None, entry: Entry, setting: Setting
) -> None:
    """Note: neither or both ways to give choices, a list or an item that does not exist."""
    own, other = "choices" in entry.keys, "choices_from" in entry.keys
    if own == other:
        code = "choices-both" if own else "choices-missing"
        at = entry.node.key("choices_from") if source is not None else entry.node.pairs[0][0]
        setting.report.add(code, (at or entry.label).span, type=entry.field.type_name)
    elif source is not None and source.value not in setting.sources:
        near = setting.near(source.value, setting.sources)
        setting.report.add("choices-from", source.span, name=source.value, near=near)
    setting.lists.lines(choices, setting.report)


def drawn(lines: ChoiceLines, setting: Setting) -> tuple[Choice, ...]:
    """The choices of a control."""
    return tuple(
        Choice(value=line.value, words=setting.line(line.words), exclusive=line.options.exclusive)
        for line in lines
    )


def meaning(lines: ChoiceLines, other: Scalar | None) -> dict[str, object]:
    """What conditions know about choices, as parts of an `Item`."""
    labels = {line.value: markdown.words(line.words) for line in lines}
    in_text = {line.value: line.in_text for line in lines}
    if other:
        labels[OTHER] = in_text[OTHER] = markdown.words(other)
    return {
        "choices": in_text,
        "labels": labels,
        "numeric": bool(lines) and not other and all(line.value.isdigit() for line in lines),
        "exclusive": frozenset(line.value for line in lines if line.options.exclusive),
        "points": {line.value: float(line.points) for line in lines if line.points is not None},
    }


def other_choice(words: Scalar | None, setting: Setting) -> tuple[Choice, ...]:
    """The choice `other`, where it is offered."""
    return (Choice(value=OTHER, words=setting.line(words)),) if words else ()


def other_box(words: Line, path: str) -> Write:
    """The box that belongs to the choice `other`."""
    return Write(path=f"{path}__{OTHER}", label=words)
