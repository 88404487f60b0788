"""The keys that authors may write, as a manual shows them: made from the models that read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from types import NoneType
from typing import Any, Final, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from workleaf.language import models, options
from workleaf.language.fields import Field
from workleaf.language.fields.charts import Chart
from workleaf.language.sheet import (
    CalendarEntry,
    EveryWorksheet,
    Example,
    Expect,
    Result,
    Shared,
    Step,
    Tip,
    Worksheet,
)
from workleaf.language.takes import AlsoOne, Takes
from workleaf.publish.config import Settings

MODELS: Final[dict[str, type[BaseModel]]] = {
    "worksheet": Worksheet,
    "step": Step,
    "item": Field,
    "chart": Chart,
    "result": Result,
    "calendar": CalendarEntry,
    "example": Example,
    "expect": Expect,
    "shared": Shared,
    "every_worksheet": EveryWorksheet,
    "wording_tip": Tip,
    "settings": Settings,
}
"""What a manual calls a model → the model."""


def table(model: type[BaseModel], *, left_out: Iterable[str] = ()) -> list[str]:
    """The keys of a model as a list of definitions in Markdown, in the order of the model."""
    kept = set(left_out)
    found = [(key, info) for key, info in _fields(model) if key not in kept]
    return [line for key, info in found for line in _entry(key, info)]


def own(field: type[Field]) -> list[str]:
    """The keys that only this type has."""
    return table(field, left_out=options.keys(Field))


def common(field: type[Field]) -> list[str]:
    """Keys of every item that do not go with this type."""
    return [key for key in options.keys(Field) if key in field.without]


def inner(model: type[BaseModel]) -> tuple[type[BaseModel], ...]:
    """Models that are values of a type's own keys, such as the bands of a score."""
    found = (models.nested(model, key) for key, _ in _fields(model))
    return tuple(each for each in found if each is not None and each not in MODELS.values())


def listed(types: Iterable[type[Field]]) -> list[str]:
    """Types with their one line of help."""
    return [f"- `{field.type_name}`: {said(field)}" for field in types]


def said(model: type[BaseModel]) -> str:
    """A model's first sentence."""
    return (model.__doc__ or "").strip()


def _fields(model: type[BaseModel]) -> Iterator[tuple[str, FieldInfo]]:
    for name, info in model.model_fields.items():
        if not info.exclude:
            yield info.alias or name, info


def _entry(key: str, info: FieldInfo) -> list[str]:
    facts = [takes(info), _default(info)]
    about = " · ".join(each for each in facts if each)
    term = f"`{key}`" + (f" <small>{about}</small>" if about else "")
    return [term, f":   {info.description or ''}", ""]


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "must be there"
    match info.default:
        case True | False as flag:
            return f"`{'yes' if flag else 'no'}` if left out"
        case str() | int() | Decimal() if info.default != "":
            return f"`{info.default}` if left out"
        case _:
            return ""


def takes(info: FieldInfo) -> str:
    """What is written for a key, in words."""
    return _takes(info.annotation, tuple(info.metadata))


def _takes(annotation: Any, metadata: tuple[Any, ...] = ()) -> str:
    given = next((each.words for each in reversed(metadata) if isinstance(each, Takes)), None)
    if given is not None:
        return given
    if hasattr(annotation, "__metadata__"):
        return _takes(annotation.__origin__, annotation.__metadata__)
    if get_origin(annotation) is Literal:
        return _choice(get_args(annotation))
    if get_origin(annotation) is tuple:
        return _several(_takes(get_args(annotation)[0]), metadata)
    kinds = [each for each in get_args(annotation) if each is not NoneType]
    if kinds:
        return " or ".join(filter(None, map(_takes, kinds)))
    return _PLAIN.get(annotation, "keys of its own")


_PLAIN: Final[dict[Any, str]] = {str: "words", bool: "`yes` or `no`", int: "a whole number"}


def _several(one: str, metadata: tuple[Any, ...]) -> str:
    if any(isinstance(each, AlsoOne) for each in metadata):
        return f"{one}, or a list"
    return f"a list: each {one}" if one else "a list"


def _choice(words: tuple[str, ...]) -> str:
    *most, last = (f"`{word}`" for word in words)
    return f"{', '.join(most)} or {last}" if most else last
