"""Days as people write them."""

from __future__ import annotations

from datetime import date
from typing import Final

_LOCALES: Final = {"en": "en_GB"}
"""Pages in English write days the British way."""


def said(on: str, *, language: str) -> str:
    """A day, a month or a year (ISO) in words, never finer than it is known."""
    from babel.dates import format_date, format_skeleton

    locale = _LOCALES.get(language, language)
    match on.count("-"):
        case 2:
            return format_date(date.fromisoformat(on), "long", locale=locale)
        case 1:
            return format_skeleton("yMMMM", date.fromisoformat(f"{on}-01"), locale=locale)
        case _:
            return on
