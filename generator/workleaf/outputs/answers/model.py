"""What a file with answers says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Answer: TypeAlias = str | bool | list[str]
"""A text, a tick, or all ticked choices of a question."""


@dataclass(frozen=True, kw_only=True)
class Answers:
    """The answers of one copy of a worksheet, by answer path; empty ones are left out."""

    worksheet: str
    version: int
    answers: Mapping[str, Answer] = field(default_factory=dict)
