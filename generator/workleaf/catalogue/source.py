"""Messages: yAML text that cannot be read."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

SOURCE: dict[str, Entry] = {}
