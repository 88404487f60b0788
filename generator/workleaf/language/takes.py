"""Marks beside a kind of value: what an author may write for it, for schema and manual."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler
from pydantic_core import CoreSchema


@dataclass(frozen=True)
class Takes:
    """What is written, in the words of the manual."""

    words: str


class AlsoOne:
    """In the schema: one thing may stand without a list around it."""

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        found = handler(core)
        return {"anyOf": [found["items"], found]}
