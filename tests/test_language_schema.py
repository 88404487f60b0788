"""The schema for editors comes from the models and says something about every key."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from workleaf.language import fields, options, schema
from workleaf.language.fields import Field

SCHEMA = schema.schema()


def _properties(part: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    """Every property of the schema with its path."""
    if isinstance(part, list):
        for number, each in enumerate(part):
            yield from _properties(each, f"{where}[{number}]")
    elif isinstance(part, dict):
        for key, value in part.get("properties", {}).items():
            yield f"{where}.{key}", value
        for key, value in part.items():
            yield from _properties(value, f"{where}.{key}")


def _resolved(part: dict[str, Any]) -> dict[str, Any]:
    """A part of the schema, or what it names instead."""
    found: Any = SCHEMA
    for step in part.get("$ref", "").split("/")[1:]:
        found = found[step]
    return {**found, **part} if "$ref" in part else part


def _rule(field: type[Field]) -> dict[str, Any]:
    rules = SCHEMA["$defs"]["item"]["allOf"][1:]
    found = [each for each in rules if each["if"]["required"] == [field.type_name]]
    assert len(found) == 1
    return _resolved(found[0]["then"])


def test_every_property_is_described() -> None:
    found = dict(_properties(SCHEMA))
    assert len(found) > 400
    assert [path for path, each in found.items() if not _resolved(each).get("description")] == []


def test_it_is_a_schema_of_2020() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert json.loads(json.dumps(SCHEMA)) == SCHEMA


def test_an_item_without_a_type_is_offered_the_types_and_nothing_else() -> None:
    first = SCHEMA["$defs"]["item"]["allOf"][0]
    types = [field.type_name for field in fields.FIELDS]
    assert list(first["else"]["properties"]) == [*types, "use"]
    assert first["if"]["type"] == "object"


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_a_type_offers_its_own_keys_only(field: type[Field]) -> None:
    rule = _rule(field)
    known = {key for key in options.keys(field) if key not in field.without}
    assert set(rule["properties"]) == {field.type_name, *known}
    assert rule["additionalProperties"] is False


def test_no_title_made_from_a_name_hides_the_help() -> None:
    rule = _rule(fields.BY_NAME["scale"])
    assert "title" not in rule["properties"]["range"]
    assert "title" not in SCHEMA, "editors would show it above every help"


def test_one_thing_may_stand_without_a_list() -> None:
    go = SCHEMA["$defs"]["Result"]["properties"]["go"]
    assert [each["type"] for each in go["anyOf"]] == [["string", "number", "boolean"], "array"]


def test_yes_and_no_are_words_and_values() -> None:
    safety = SCHEMA["$defs"]["worksheet"]["properties"]["safety"]
    assert [each["body"] for each in safety["defaultSnippets"]] == ["yes", "no"]
    words = ["yes", "No", "TRUE", "false", "sometimes", "yes!"]
    fitting = [each for each in words if re.search(safety["pattern"], each)]
    assert fitting == ["yes", "No", "TRUE", "false"]
