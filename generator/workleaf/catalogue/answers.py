"""Messages: files with answers."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

ANSWERS: dict[str, Entry] = {}
