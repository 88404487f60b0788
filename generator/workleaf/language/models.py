"""What the models of options say about themselves: their help, and the models inside them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel


@cache
def helps(model: type[BaseModel]) -> Mapping[str, str]:
    """What each key of a model is for: the docstring under its field, by the key authors write.

    Read from the source when somebody asks: pydantic's own `use_attribute_docstrings` reads all of
    it at every start, which takes half a second.
    """
    said = dict(pair for each in reversed(model.__mro__[:-1]) for pair in _docstrings(each))
    found = {info.alias or name: said.get(name, "") for name, info in model.model_fields.items()}
    return {key: text for key, text in found.items() if text}


def _docstrings(model: type) -> Iterator[tuple[str, str]]:
    """The annotated names of a class body that have a text right under them."""
    if not issubclass(model, BaseModel) or model is BaseModel:
        return
    body = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    assert isinstance(body, ast.ClassDef), "a class is written as one"
    for here, after in zip(body.body, body.body[1:], strict=False):
        match here, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, inspect.cleandoc(text)
            case _:
                continue


def models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and those inside it."""
    yield model
    for info in model.model_fields.values():
        if inner := _model_in(info.annotation):
            yield from models(inner)


def given(options: BaseModel, key: str) -> Any:
    """The value of a key that only some models have; `None` for the others.

    Quicker than `getattr`: pydantic searches long for what a model lacks.
    """
    return getattr(options, key) if key in _names(type(options)) else None


@cache
def _names(model: type[BaseModel]) -> frozenset[str]:
    return frozenset(model.model_fields)


def nested(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    """The model that the values of a key have, where they have one."""
    for name, info in model.model_fields.items():
        if (info.alias or name) == key:
            return _model_in(info.annotation)
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = getattr(annotation, "__args__", ())
    return next((found for each in inner if (found := _model_in(each))), None)
