"""The JSON Schema of the worksheet language, for editors: made from the models that read it.

After `- ` an editor offers the types first: an item without a type has no other keys.
"""

from __future__ import annotations

import inspect
from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from workleaf.language import options
from workleaf.language.fields import FIELDS, Field
from workleaf.language.sheet import EveryWorksheet, Shared, Tip, Worksheet

Schema: TypeAlias = dict[str, Any]
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_ITEMS: Final[Schema] = {"type": "array", "items": {"$ref": "#/$defs/item"}, "minItems": 1}
_TEXT: Final = ["string", "number", "boolean"]
_LISTS: Final[Schema] = {
    "type": "object",
    "additionalProperties": {"$ref": "#/$defs/choices"},
}


def schema() -> Schema:
    """The schema of a worksheet file and of `_shared.yml`, as JSON data."""
    definitions: Schema = {}
    whole = _model(Worksheet, definitions)
    shared = _model(Shared, definitions)
    definitions |= {
        "item": _item(definitions),
        "choices": _choices(),
        "tip": _model(Tip, definitions),
        "every": _model(EveryWorksheet, definitions),
    }
    whole["properties"]["choice_lists"] |= _LISTS
    shared["properties"] |= {
        "parts": {
            **shared["properties"]["parts"],
            "type": "object",
            "additionalProperties": _ITEMS,
        },
        "choice_lists": {**shared["properties"]["choice_lists"], **_LISTS},
        "wording_tips": {
            **shared["properties"]["wording_tips"],
            "type": "object",
            "additionalProperties": {"$ref": "#/$defs/tip"},
        },
    }
    whole["properties"] = shared["properties"] | whole["properties"]
    whole["properties"]["every_worksheet"] = _every()
    whole["anyOf"] = [{"required": [key]} for key in ("title", *shared["properties"])]
    del whole["required"]
    found: Schema = _plain({**whole, "$defs": definitions})
    return {"$schema": _DIALECT, "title": "workleaf worksheet", **found}


def _every() -> Schema:
    """`no` in a worksheet, parts in `_shared.yml`."""
    return {
        "description": options.helps(Worksheet)["every_worksheet"],
        "anyOf": [{"enum": ["yes", "no", True, False]}, {"$ref": "#/$defs/every"}],
    }


def _model(model: type[BaseModel], definitions: Schema) -> Schema:
    """The schema of one model; the models inside it go to the definitions."""
    found: Schema = model.model_json_schema()
    definitions |= found.pop("$defs", {})
    for inside in options.models(model):
        properties = (found if inside is model else definitions[inside.__name__])["properties"]
        for key, said in options.helps(inside).items():
            properties[key]["description"] = said
    for each in (found, *definitions.values()):
        if "fields" in each.get("properties", {}):
            each["properties"]["fields"] |= _ITEMS
    return found


def _item(definitions: Schema) -> Schema:
    """An item: a type first, then the keys of that type."""
    types = {field.type_name: _label(field) for field in FIELDS} | {"use": _use()}
    named = [{"required": [name]} for name in types]
    rules = [_rule(field, definitions) for field in FIELDS]
    rules.append(
        {
            "if": {"type": "object", "required": ["use"]},
            "then": {
                "properties": {
                    "use": _use(),
                    "prefix": {"type": "string", "description": "Put before the ids of the part."},
                    "show_if": {
                        "type": "string",
                        "description": "The part is shown only when this holds.",
                    },
                },
                "additionalProperties": False,
            },
        }
    )
    typed = {"type": "object", "anyOf": named}
    return {
        "type": "object",
        "description": "An item. It starts with its type; the type's value is what is read.",
        "allOf": [{"if": typed, "then": True, "else": {"properties": types}}, *rules],
        "anyOf": named,
        "defaultSnippets": [_snippet(field) for field in FIELDS],
    }


def _rule(field: type[Field], definitions: Schema) -> Schema:
    """The keys that go with one type."""
    found = _model(field, definitions)
    keys = {key: value for key, value in found["properties"].items() if key not in field.without}
    if field.inner_key:
        keys[field.inner_key] |= _ITEMS
    return {
        "if": {"type": "object", "required": [field.type_name]},
        "then": {
            "properties": {field.type_name: _label(field), **keys},
            "required": found.get("required", []),
            "additionalProperties": False,
        },
    }


def _label(field: type[Field]) -> Schema:
    said = inspect.getdoc(field) or ""
    return {
        "type": "string",
        "description": said,
        "markdownDescription": f"**{field.type_name}** · {said}",
    }


def _use() -> Schema:
    return {"type": "string", "description": "Insert a shared part from _shared.yml."}


def _snippet(field: type[Field]) -> Schema:
    body = {field.type_name: "${1:Words}", "id": "${2:short_name}"}
    return {"label": field.type_name, "description": inspect.getdoc(field) or "", "body": body}


def _choices() -> Schema:
    text = {"type": _TEXT}
    return {"anyOf": [{"type": "object", "additionalProperties": text}, {"type": "array"}]}


def _plain(value: Any) -> Any:
    """As an editor wants it: no titles made from names, no `null`, scalars of any kind."""
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: _plain(each) for key, each in value.items() if not _noise(key, each)}
    return _loose(_single(found))


def _noise(key: str, value: Any) -> bool:
    """A title instead of which editors should show the help, or a default that says nothing."""
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, []))


def _single(found: Schema) -> Schema:
    """An option that may be left out is not `null`."""
    kinds = [each for each in found.get("anyOf", ()) if each != {"type": "null"}]
    if "anyOf" in found and len(kinds) == 1 and isinstance(kinds[0], dict):
        rest = {key: each for key, each in found.items() if key != "anyOf"}
        return {**kinds[0], **rest}
    return {**found, "anyOf": kinds} if "anyOf" in found else found


def _loose(found: Schema) -> Schema:
    """YAML reads `Yes` and `12` as other than text; here every scalar is text."""
    if found.get("enum") == ["yes", "no"]:
        rest = {key: each for key, each in found.items() if key not in ("type", "default")}
        return {**rest, "enum": ["yes", "no", True, False]}
    if found.get("type") == "string" and not found.keys() & {"enum", "pattern", "const"}:
        return {**found, "type": _TEXT}
    return found
