"""The JSON Schema of the worksheet language, for editors: made from the models that read it.

One schema serves every file of the folder: a worksheet, `_shared.yml`, a translation.
"""

from __future__ import annotations

from typing import Any, Final

from workleaf.language import models, options
from workleaf.language.schema import items
from workleaf.language.schema.plain import NAMES, TEXT, Schema, model, plain
from workleaf.language.sheet import EveryWorksheet, Shared, Tip, Worksheet
from workleaf.language.translations import sidecar

FILE: Final = ".workleaf.schema.json"
"""What the schema is called beside worksheets."""
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
_TRANSLATION: Final = {
    sidecar.STATE: "How far it is: `reviewed` once somebody has read it, else `draft`.",
    sidecar.STALE: "Written by `workleaf translate`: texts whose source has changed.",
    sidecar.MADE_FROM: "Written by `workleaf translate`: the source texts that were translated.",
    sidecar.KEPT: "Written by `workleaf translate`: words whose source is gone.",
    "items": "Items by id: their words, or keys with words.",
    "steps": "Steps by id.",
    "results": "Results by id.",
    "calendar": "Entries of the calendar by id.",
    "choice_lists": "Lists of choices by name.",
    "parts": "Shared parts by name, with their items by id.",
    "wording_tips": "Tips by name; each language has words of its own.",
}


def schema() -> Schema:
    """The schema of the files in a folder of worksheets, as JSON data."""
    definitions: Schema = {}
    translation = _sidecar()
    worksheet = _worksheet(definitions)
    definitions |= items.definitions(definitions)
    definitions |= {
        "choices": _choices(),
        "tip": model(Tip, definitions),
        "every": model(EveryWorksheet, definitions),
        "words": _words(),
        "worksheet": worksheet,
        "translation": translation,
    }
    told = [{"required": [key]} for key in (sidecar.STATE, sidecar.MADE_FROM, "items")]
    return {
        "$schema": _DIALECT,
        **plain(
            {
                "description": "A worksheet, what worksheets share, or a translation.",
                "if": {"type": "object", "anyOf": told},
                "then": {"$ref": "#/$defs/translation"},
                "else": {"$ref": "#/$defs/worksheet"},
                "$defs": definitions,
            }
        ),
    }


def _worksheet(definitions: Schema) -> Schema:
    """A worksheet and `_shared.yml` in one: an empty file may become either."""
    whole, shared = model(Worksheet, definitions), model(Shared, definitions)
    lists = {"type": "object", "additionalProperties": {"$ref": "#/$defs/choices"}, **NAMES}
    whole["properties"]["choice_lists"] |= lists
    shared["properties"]["choice_lists"] |= lists
    shared["properties"]["parts"] |= {
        "type": "object",
        "additionalProperties": items.ITEMS,
        **NAMES,
    }
    shared["properties"]["wording_tips"] |= {
        "type": "object",
        "additionalProperties": {"$ref": "#/$defs/tip"},
        **NAMES,
    }
    alone = [key for key in shared["properties"] if key not in whole["properties"]]
    whole["properties"] |= {key: shared["properties"][key] for key in alone}
    whole["properties"]["every_worksheet"] = {
        "description": models.helps(Worksheet)["every_worksheet"],
        "anyOf": [{"enum": ["yes", "no"]}, {"$ref": "#/$defs/every"}],
    }
    del whole["required"]
    is_shared = [{"required": [key]} for key in (*alone, "every_worksheet", "choice_lists")]
    is_sheet = [{"required": [key]} for key in ("title", "fields", "steps")]
    whole["if"] = {"type": "object", "anyOf": is_shared, "not": {"anyOf": is_sheet}}
    whole["then"] = True
    whole["else"] = {"required": ["title"], "anyOf": is_sheet[1:]}
    return whole


def _sidecar() -> Schema:
    """A translation: words only, by the ids of the source."""
    words = {"$ref": "#/$defs/words"}
    texts = options.said(Worksheet)
    known = {key: said for key, said in models.helps(Worksheet).items() if key in texts}
    properties: Schema = {
        key: {**words, "description": said} for key, said in (known | _TRANSLATION).items()
    }
    properties[sidecar.STATE] = {
        "description": _TRANSLATION[sidecar.STATE],
        "enum": list(sidecar.HOW_FAR),
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _words() -> Schema:
    """Words of a translation: a text, texts, or keys with words; empty ones are left for later."""
    inside: dict[str, Any] = {"$ref": "#/$defs/words"}
    return {
        "type": [*TEXT, "null", "array", "object"],
        "items": {"type": TEXT},
        "additionalProperties": inside,
    }


def _choices() -> Schema:
    text = {"type": TEXT}
    return {"anyOf": [{"type": "object", "additionalProperties": text}, {"type": "array"}]}
