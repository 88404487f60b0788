"""Languages by their codes: where a line begins, and whether two codes are one language."""

from __future__ import annotations

import re
from typing import Final, Literal

CODE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")
"""A language code: en, es, pt-BR."""
_RIGHT_TO_LEFT: Final = frozenset({"ar", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})


def base(code: str) -> str:
    """The language itself, without country or script."""
    return code.split("-")[0].lower()


def direction(code: str) -> Literal["ltr", "rtl"]:
    """Where its lines begin."""
    return "rtl" if base(code) in _RIGHT_TO_LEFT else "ltr"


def same(one: str, other: str) -> bool:
    """A reader of one reads the other: `es` and `es-MX`."""
    return base(one) == base(other)
