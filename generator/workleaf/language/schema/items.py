"""Items in the schema: after `- ` an editor offers the types, then the keys of that type only."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Final

from workleaf.language.fields import FIELDS, Field
from workleaf.language.schema.plain import Schema, model

ITEMS: Final[Schema] = {"type": "array", "items": {"$ref": "#/$defs/item"}, "minItems": 1}
_CELLS: Final[Schema] = {"type": "array", "items": {"$ref": "#/$defs/cell"}, "minItems": 1}
_COMMON: Final = "any_item"
_USE: Final[Schema] = {
    "type": "object",
    "properties": {
        "use": {"type": "string", "description": "Insert a shared part from _shared.yml."},
        "prefix": {"type": "string", "description": "Put before the ids of the part."},
        "show_if": {"type": "string", "description": "The part is shown only when this holds."},
    },
    "additionalProperties": False,
}


def definitions(known: Schema) -> Schema:
    """What an item and a cell are, and the keys of each type; models inside go to `known`."""
    common = model(Field, known)["properties"]
    types = {field.type_name: _type(field, common, known) for field in FIELDS}
    cells = [field.type_name for field in FIELDS if field.fits_cell]
    named = {f"needed_for_{name}": found for name, found in {**types, "use": _USE}.items()}
    return {
        _COMMON: {"properties": common},
        "item": _item([*types, "use"], types),
        "cell": _item([*cells, "use"], types),
        **named,
    }


def _item(names: Sequence[str], types: Schema) -> Schema:
    """An item of one of these types.

    Editors know what fits here by `if` and `then`; the types stand in an `else` of their own, so
    that they are offered while there is no type and not after it.
    """
    typed = {"type": "object", "anyOf": [{"required": [name]} for name in names]}
    offered = {name: types.get(name, _USE)["properties"][name] for name in names}
    rules = [
        {
            "if": {"type": "object", "required": [name]},
            "then": {"$ref": f"#/$defs/needed_for_{name}"},
        }
        for name in names
    ]
    without = {"properties": offered, "additionalProperties": False, "minProperties": 1}
    return {
        "type": "object",
        "description": "An item. It starts with its type; the type's value is what is read.",
        "allOf": [{"if": typed, "then": True, "else": without}, *rules],
    }


def _type(field: type[Field], common: Schema, known: Schema) -> Schema:
    """The keys that go with one type; those of every item stand in one place."""
    found = model(field, known)
    keys = {
        key: {"$ref": f"#/$defs/{_COMMON}/properties/{key}"} if common.get(key) == value else value
        for key, value in found["properties"].items()
        if key not in field.without
    }
    if field.inner_key:
        keys[field.inner_key] |= ITEMS if field.type_name == "group" else _CELLS
    made: Schema = {
        "type": "object",
        "properties": {field.type_name: _label(field), **keys},
        "required": found.get("required", []),
        "additionalProperties": False,
    }
    if field.ways:
        made["oneOf"] = [{"required": [way]} for way in field.ways]
    return made


def _label(field: type[Field]) -> Schema:
    said = inspect.getdoc(field) or ""
    return {
        "type": "string",
        "description": said,
        "markdownDescription": f"**{field.type_name}** · {said}",
    }
