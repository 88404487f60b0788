"""Schemas of models as editors want them: help from docstrings, no titles, scalars of any kind."""

from __future__ import annotations

from typing import Any, Final, TypeAlias

from pydantic import BaseModel

from workleaf.language import models

Schema: TypeAlias = dict[str, Any]
TEXT: Final = ["string", "number", "boolean"]
"""Every scalar is read as text; YAML tools see numbers and more in some."""
NAMES: Final[Schema] = {"propertyNames": {"pattern": "^[a-z][a-z0-9_]*$"}}
"""Keys are names that authors choose."""
_ANYTHING: Final = [{"type": TEXT}, {"type": ["array", "object"]}]
_YES_NO: Final[Schema] = {
    "pattern": "^([Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE)$",
    "patternErrorMessage": "yes or no is expected here",
    "not": {"type": ["number", "array", "object", "null"]},
    # An `enum` would be offered with quotes, and true and false beside it.
    "defaultSnippets": [{"label": "yes", "body": "yes"}, {"label": "no", "body": "no"}],
}
_SAYS_KIND: Final = frozenset({"type", "anyOf", "enum", "const", "$ref", "oneOf", "allOf", "if"})


def model(found: type[BaseModel], definitions: Schema) -> Schema:
    """The schema of one model; the models inside it go to the definitions."""
    made: Schema = found.model_json_schema()
    definitions |= made.pop("$defs", {})
    for inside in models.models(found):
        each = made if inside is found else definitions[inside.__name__]
        for key, said in models.helps(inside).items():
            each["properties"][key]["description"] = said
        for value in each["properties"].values():
            if not value.keys() & _SAYS_KIND:
                value["anyOf"] = _ANYTHING
    for each in (made, *definitions.values()):
        fields = each.get("properties", {}).get("fields")
        if fields:
            fields |= {"type": "array", "items": {"$ref": "#/$defs/item"}, "minItems": 1}
    return made


def plain(value: Any) -> Any:
    """As an editor wants it: no titles made from names, no `null`, scalars of any kind."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if not isinstance(value, dict):
        return value
    found = {key: plain(each) for key, each in value.items() if not _noise(key, each)}
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
        return {key: each for key, each in rest.items() if key != "enum"} | _YES_NO
    if found.get("type") == "string" and not found.keys() & {"enum", "pattern", "const"}:
        return {**found, "type": TEXT}
    return found
