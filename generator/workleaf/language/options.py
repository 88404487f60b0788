"""How options are written: the kinds of values that the models of items are made of.

A model reads YAML nodes. What is wrong is noted in the report, at its exact place. Texts stay
nodes, so that what is found in them later has a place too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping as Names
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Final, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainValidator,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
    model_validator,
)
from pydantic_core import ErrorDetails, PydanticCustomError

from workleaf.frozen import dataclass
from workleaf.language import ids
from workleaf.language.models import nested
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence
from workleaf.language.takes import AlsoOne, Takes
from workleaf.problems import Span

T = TypeVar("T")
M = TypeVar("M", bound="Options")

_NOTED: Final = "noted"
_NUMBER = re.compile(r"[+-]?\d{1,15}(?:\.\d{1,9})?$")
_LONG_NUMBER = re.compile(r"[+-]?(?:\d{16,}(?:\.\d*)?|\d*\.\d{10,})")
_RANGE = re.compile(r"(-?\d{1,6}) to (-?\d{1,6})$")


class Options(BaseModel):
    """Keys that an author may write; their docstrings are the help that editors show."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        arbitrary_types_allowed=True,
        validate_by_name=False,
        validate_by_alias=True,
    )

    @model_validator(mode="before")
    @classmethod
    def _open(cls, data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, Mapping):
            return {key.value: value for key, value in data.pairs}
        if isinstance(data, Scalar | Sequence):
            raise note(info, "wants-keys", data.span, known=ids.listed(keys(cls)))
        return data


@cache
def keys(model: type[BaseModel]) -> tuple[str, ...]:
    """The keys of a model as authors write them."""
    fields = model.model_fields.items()
    return tuple(info.alias or name for name, info in fields if not info.exclude)


def read(
    model: type[M],
    node: Mapping,
    report: Report,
    *,
    data: dict[str, Node] | None = None,
) -> M | None:
    """The options written at `node`, or `data` instead of them; all problems are noted.

    Keys with a problem are left out; `None` where what must be there is missing or wrong.
    """
    given = data if data is not None else {key.value: value for key, value in node.pairs}
    try:
        return model.model_validate(given, context=report)
    except ValidationError as error:
        found = error.errors(include_url=False)
    misspelt = _misspelt(found, model)
    for each in found:
        # A key that is misspelt is told once: as unknown, not as missing too.
        if each["type"] != _NOTED and not (each["type"] == "missing" and each["loc"] in misspelt):
            _report(each, model, node, report)
    wrong = {str(each["loc"][0]) for each in found if each["loc"]}
    try:
        rest = {key: value for key, value in given.items() if key not in wrong}
        return model.model_validate(rest, context=Report())
    except ValidationError:
        return None


@cache
def said(model: type[BaseModel]) -> Names[str, str]:
    """The options of a model that readers see as words: attribute → key."""
    return {
        name: info.alias or name
        for name, info in model.model_fields.items()
        if SAID in info.metadata or _is_said(info.annotation)
    }


def _is_said(annotation: Any) -> bool:
    if SAID in getattr(annotation, "__metadata__", ()):
        return True
    return any(_is_said(each) for each in getattr(annotation, "__args__", ()))


def report_of(info: ValidationInfo) -> Report:
    """Where the model that is being read notes its problems."""
    report = info.context
    assert isinstance(report, Report), "a model is read with a report as its context"
    return report


def note(info: ValidationInfo, code: str, span: Span, **blanks: object) -> PydanticCustomError:
    """Note a problem; raise what this returns."""
    report_of(info).add(code, span, **blanks)
    return PydanticCustomError(_NOTED, "noted")


def _misspelt(found: list[ErrorDetails], model: type[BaseModel]) -> set[tuple[int | str, ...]]:
    """The places where an unknown key is close to a known one, under the known name."""
    places: set[tuple[int | str, ...]] = set()
    for each in found:
        *around, name = each["loc"] or ("",)
        if each["type"] == "extra_forbidden":
            places |= {
                (*around, key) for key in ids.close(str(name), _siblings(model, each["loc"]))
            }
    return places


def _report(each: ErrorDetails, model: type[BaseModel], node: Mapping, report: Report) -> None:
    if report.is_full(node.span.file):
        return
    holder, here = _holder(node, each["loc"])
    name = str(each["loc"][-1]) if each["loc"] else ""
    match each["type"]:
        case "extra_forbidden":
            at = holder.key(name) if isinstance(holder, Mapping) else None
            words = _siblings(model, each["loc"])
            close = ids.near(name, words)
            hint = "" if close else f"known here: {ids.listed(words)}"
            report.add("unknown-key", (at or node).span, key=name, near=close, known=hint)
        case "missing":
            report.add("key-missing", _first(holder).span, key=name)
        case "literal_error":
            wanted = each.get("ctx", {}).get("expected", "")
            name = next(str(step) for step in reversed(each["loc"]) if isinstance(step, str))
            report.add("wants-one-of", here.span, key=name, wanted=wanted, found=_shown(here))
        case other:
            raise AssertionError(f"unexpected problem: {other} at {each['loc']}")


def _holder(node: Node, loc: tuple[int | str, ...]) -> tuple[Node, Node]:
    """The node that holds the last step of a place, and the node at it."""
    holder, here = node, node
    for step in loc:
        found: Node | None = None
        if isinstance(here, Mapping) and isinstance(step, str):
            found = here.get(step)
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            found = here.items[step]
        if found is None:
            holder = here
            continue
        holder, here = here, found
    return holder, here


def _siblings(model: type[BaseModel], loc: tuple[int | str, ...]) -> tuple[str, ...]:
    """The keys known at a place inside a model."""
    for step in loc[:-1]:
        if isinstance(step, str):
            model = nested(model, step) or model
    return keys(model)


def _first(node: Node) -> Node:
    """What to mark for a key that is missing: the first key there is."""
    return node.pairs[0][0] if isinstance(node, Mapping) and node.pairs else node


def _shown(node: Node) -> str:
    return (
        node.value[:40]
        if isinstance(node, Scalar)
        else "a list"
        if isinstance(node, Sequence)
        else "keys"
    )


def key_of(info: ValidationInfo) -> str:
    """The key being read, as authors write it."""
    return (info.field_name or "").rstrip("_")


def text(node: Any, info: ValidationInfo) -> Scalar:
    """A text that is not empty."""
    if not isinstance(node, Scalar):
        code = "text-looks-like-list" if isinstance(node, Sequence) else "text-looks-like-keys"
        raise note(info, code, node.span, key=key_of(info))
    if not node.value.strip() and not node.style:
        raise note(info, "value-empty", node.span, key=key_of(info))
    return node


def _filled(node: Any, info: ValidationInfo) -> Scalar:
    found = text(node, info)
    if not found.value.strip():
        raise note(info, "value-empty", found.span, key=key_of(info))
    return found


def _flag(node: Any, info: ValidationInfo) -> bool:
    found = text(node, info)
    answer = {"yes": True, "true": True, "no": False, "false": False}.get(found.value.lower())
    if answer is None:
        raise note(info, "wants-yes-no", found.span, key=key_of(info), found=_shown(found))
    return answer


def _whole(node: Any, info: ValidationInfo) -> int:
    found = text(node, info)
    if not re.fullmatch(r"[0-9]{1,9}", found.value):
        code = "number-too-long" if found.value.isdecimal() else "wants-whole-number"
        raise note(info, code, found.span, key=key_of(info), found=_shown(found), most=9)
    return int(found.value)


def _number(node: Any, info: ValidationInfo) -> Decimal:
    found = text(node, info)
    if not _NUMBER.match(found.value):
        code = "number-too-long" if _LONG_NUMBER.fullmatch(found.value) else "wants-number"
        raise note(info, code, found.span, key=key_of(info), found=_shown(found), most=15)
    return Decimal(found.value)


@dataclass(frozen=True)
class Range:
    """Both ends of a scale."""

    low: int
    high: int
    written: Scalar

    @property
    def span(self) -> Span:
        """Its place for problems."""
        return self.written.span


def _range(node: Any, info: ValidationInfo) -> Range:
    found = text(node, info)
    ends = _RANGE.match(found.value)
    if not ends:
        raise note(info, "wants-range", found.span, key=key_of(info), found=_shown(found))
    low, high = int(ends[1]), int(ends[2])
    if low >= high:
        raise note(info, "range-backwards", found.span, low=low, high=high)
    return Range(low, high, found)


def _id(node: Any, info: ValidationInfo) -> Scalar:
    found = text(node, info)
    if code := ids.fault(found.value):
        example = ids.derived(found.value, (), fallback="my_question")
        raise note(info, code, found.span, key=key_of(info), found=_shown(found), example=example)
    return found


def _node(node: Any) -> Node:
    found: Node = node
    return found


def _list(node: Any, info: ValidationInfo) -> Any:
    if isinstance(node, Sequence):
        return node.items
    if isinstance(node, Scalar | Mapping):
        raise note(info, "wants-list", node.span, key=key_of(info))
    return node


def _one_or_more(node: Any) -> Any:
    if isinstance(node, Sequence):
        return node.items
    return (node,) if isinstance(node, Scalar | Mapping) else node


def _unwrap(node: Any, info: ValidationInfo) -> str:
    return text(node, info).value


def _schema(kind: str, **more: object) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


SAID: Final = "said to readers"
"""Marks the options that a translation may hold."""

Words = Annotated[Scalar, PlainValidator(_filled), _schema("string"), SAID, Takes("words")]
"""Words or Markdown that readers see."""
Phrase = Annotated[Scalar, PlainValidator(text), _schema("string"), SAID, Takes("words")]
"""A text that may be empty in quotes."""
Condition = Annotated[Scalar, PlainValidator(_filled), _schema("string"), Takes("a condition")]
"""A condition or formula."""
Name = Annotated[Scalar, PlainValidator(_filled), _schema("string"), Takes("a name or value")]
"""The name of something: a page, a list, a person."""
_ID: Final = _schema("string", pattern="^[a-z][a-z0-9_]*$")
Id = Annotated[Scalar, PlainValidator(_id), _ID, Takes("an id: small letters, digits and `_`")]
"""A permanent name."""
_YES_NO: Final = _schema("string", enum=["yes", "no"])
Flag = Annotated[bool, PlainValidator(_flag), _YES_NO, Takes("`yes` or `no`")]
"""Yes or no."""
_WHOLE: Final = _schema("integer", minimum=0)
Whole = Annotated[int, PlainValidator(_whole), _WHOLE, Takes("a whole number")]
"""A whole number."""
Number = Annotated[Decimal, PlainValidator(_number), _schema("number"), Takes("a number")]
"""A number."""
Ends = Annotated[
    Range,
    PlainValidator(_range),
    _schema("string", pattern="^-?[0-9]+ to -?[0-9]+$", examples=["0 to 10"]),
    Takes("two whole numbers with `to` between them"),
]
"""Both ends of a scale: `0 to 10`."""
Raw = Annotated[Node, PlainValidator(_node), WithJsonSchema({}), Takes("")]
"""Anything; looked at later."""


Many = Annotated[tuple[T, ...], BeforeValidator(_list)]
"""A list."""
OneOrMore = Annotated[tuple[T, ...], BeforeValidator(_one_or_more), AlsoOne()]
"""One thing, or a list of them."""
Word = Annotated[T, BeforeValidator(_unwrap)]
"""One of a few words."""
