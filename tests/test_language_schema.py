"""The schema for editors comes from the models and says something about every key."""

from __future__ import annotations

import json
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


def _rule(field: type[Field]) -> dict[str, Any]:
    rules = SCHEMA["$defs"]["item"]["allOf"][1:]
    found = [each for each in rules if each["if"]["required"] == [field.type_name]]
    assert len(found) == 1
    rule: dict[str, Any] = found[0]["then"]
    return rule


def test_every_property_is_described() -> None:
    found = dict(_properties(SCHEMA))
    assert len(found) > 300
    assert [path for path, value in found.items() if not value.get("description")] == []


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


def test_one_thing_may_stand_without_a_list() -> None:
    go = SCHEMA["$defs"]["Result"]["properties"]["go"]
    assert [each["type"] for each in go["anyOf"]] == [["string", "number", "boolean"], "array"]


def test_yes_and_no_are_words_and_values() -> None:
    assert SCHEMA["properties"]["safety"]["enum"] == ["yes", "no", True, False]
