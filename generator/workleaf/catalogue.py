"""Every message that an author can meet, by code. Nothing else in the project words one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Entry:
    """A message and the way out, with `{blanks}`."""

    message: str
    hint: str = ""
    level: Literal["error", "warning"] = "error"


CATALOGUE: dict[str, Entry] = {
    "unknown-key": Entry("unknown key '{key}'{near}", "{known}"),
}
