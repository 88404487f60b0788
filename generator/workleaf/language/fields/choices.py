"""Choices and rows: a quick list, `value: Words` lines, a shared list, or the full form."""

from __future__ import annotations

from collections.abc import Mapping as Names
from dataclasses import field
from decimal import Decimal
from typing import Annotated, Any, Final, TypeAlias

from pydantic import PlainValidator, ValidationInfo, WithJsonSchema

from workleaf.frozen import dataclass
from workleaf.language import ids
from workleaf.language.markdown import words
from workleaf.language.options import (
    Flag,
    Number,
    Options,
    Phrase,
    key_of,
    note,
    read,
    report_of,
    text,
)
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence
from workleaf.language.takes import Takes

MOST: Final = 200


def _value(node: Any, info: ValidationInfo) -> Scalar:
    found = text(node, info)
    if code := ids.value_fault(found.value):
        example = ids.derived(found.value, (), fallback="choice", value=True)
        raise note(
            info, code, found.span, key=key_of(info), found=found.value[:40], example=example
        )
    return found


Value = Annotated[
    Scalar,
    PlainValidator(_value),
    WithJsonSchema({"type": "string", "pattern": "^[a-z0-9][a-z0-9_]*$"}),
]
"""The permanent name of a choice or row."""


class ChoiceOptions(Options):
    """What a choice may say beside its value and words."""

    exclusive: Flag = False
    """`yes`: choosing it clears the other choices, and it is not counted."""
    points: Number | None = None
    """What it is worth in scores; a whole-number value is worth itself."""
    in_text: Phrase | None = None
    """Its words inside a sentence; `""` for none."""
    renamed_from: Value | None = None
    """The value it had before, so that saved answers are kept."""
    removed: Flag = False
    """`yes`: it is no longer offered; saved answers keep it."""


_NOTHING_MORE: Final = ChoiceOptions()


@dataclass(frozen=True, eq=False)
class ChoiceLine:
    """One choice or row."""

    value: str
    words: Scalar
    derived: bool = False
    """The value was made from the words."""
    options: ChoiceOptions = field(default_factory=lambda: _NOTHING_MORE)

    @property
    def in_text(self) -> str:
        """Its words inside a sentence."""
        own = self.options.in_text
        return words(self.words) if own is None else own.value

    @property
    def points(self) -> Decimal | None:
        """What it is worth in scores, where that is not its value."""
        return self.options.points


ChoiceLines: TypeAlias = tuple[ChoiceLine, ...]


def _choices(node: Any, info: ValidationInfo) -> ChoiceLines | Scalar:
    report = report_of(info)
    if isinstance(node, Scalar):
        return text(node, info)
    before = report.noted
    lines = lines_of(node, report)
    if not lines and before == report.noted:
        raise note(info, "choices-empty", node.span, key=key_of(info))
    if len(lines) > MOST:
        raise note(
            info, "choices-too-many", node.span, key=key_of(info), count=len(lines), most=MOST
        )
    return lines


Choices = Annotated[
    ChoiceLines | Scalar,
    PlainValidator(_choices),
    WithJsonSchema(
        {
            "anyOf": [
                {"type": "string", "description": "The name of a shared list."},
                {
                    "type": "object",
                    "additionalProperties": {"type": ["string", "number", "boolean"]},
                    "propertyNames": {"pattern": "^[a-z0-9][a-z0-9_]*$"},
                },
                {"type": "array", "items": {"type": ["string", "number", "boolean", "object"]}},
            ]
        }
    ),
    Takes("lines, or the name of a shared list"),
]
"""Choices or rows, or the name of a shared list."""


def lines_of(node: Node, report: Report) -> ChoiceLines:
    """The choices written at a node, with all problems noted."""
    lines: list[ChoiceLine] = []
    pairs = node.pairs if isinstance(node, Mapping) else ()
    for key, value in pairs:
        if isinstance(value, Scalar):
            _add(ChoiceLine(key.value, value), key, lines, report)
        else:
            report.add("choice-words", value.span, value=key.value)
    for item in node.items if isinstance(node, Sequence) else ():
        _listed(item, lines, report)
    return tuple(lines)


def _listed(item: Node, lines: list[ChoiceLine], report: Report) -> None:
    match item:
        case Scalar():
            taken = {line.value for line in lines}
            same = next((line for line in lines if line.words.value == item.value), None)
            if same:
                report.add("choice-twice", item.span, value=item.value, line=same.words.span.line)
                return
            value = item.value if item.value.isdigit() else ""
            value = value or ids.derived(item.value, taken, fallback="choice", value=True)
            _add(ChoiceLine(value, item, derived=True), item, lines, report)
        case Mapping(pairs=((key, Scalar() as label), *more)):
            rest = Mapping(item.source, item.start, item.end, tuple(more))
            options = read(ChoiceOptions, rest, report)
            _add(ChoiceLine(key.value, label, options=options or _NOTHING_MORE), key, lines, report)
        case Mapping() | Sequence():
            report.add("choice-words", item.span, value="value")


def _add(line: ChoiceLine, place: Scalar, lines: list[ChoiceLine], report: Report) -> None:
    same = next((each for each in lines if each.value == line.value), None)
    if not line.derived and (code := ids.value_fault(line.value)):
        example = ids.derived(line.value, (), fallback="choice", value=True)
        code = "value-shape" if code == "id-shape" else code
        report.add(code, place.span, found=line.value[:40], example=example)
    elif not line.words.value.strip():
        report.add("value-empty", place.span, key=line.value)
    elif same:
        report.add("choice-twice", place.span, value=line.value, line=same.words.span.line)
    else:
        lines.append(line)


@dataclass(frozen=True)
class Lists:
    """The shared choice lists that a place knows, and which of them were used."""

    named: Names[str, ChoiceLines] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def whole(self, choices: ChoiceLines | Scalar | None) -> ChoiceLines:
        """The choices with those that are no longer offered."""
        if isinstance(choices, Scalar):
            return self.named.get(choices.value, ())
        return choices or ()

    def lines(
        self, choices: ChoiceLines | Scalar | None, report: Report | None = None
    ) -> ChoiceLines:
        """The choices themselves; a name that is no list is noted in the report and gives none."""
        if choices is None:
            return ()
        if isinstance(choices, tuple):
            return tuple(line for line in choices if not line.options.removed)
        self.used.add(choices.value)
        if choices.value in self.named:
            return self.lines(self.named[choices.value])
        if report is not None:
            near, known = ids.near(choices.value, self.named), ids.listed(self.named)
            report.add(
                "list-unknown",
                choices.span,
                name=choices.value,
                near=near,
                known=known or "none yet",
            )
        return ()
