"""Messages: conditions, formulas and answers inside texts."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

EXPRESSIONS: dict[str, Entry] = {}
