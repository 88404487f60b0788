"""One message of the catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Entry:
    """A message and the way out, with `{blanks}`."""

    message: str
    hint: str = ""
    level: Literal["error", "warning"] = "error"
