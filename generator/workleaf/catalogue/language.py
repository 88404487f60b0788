"""Messages: worksheets that can be read but say something wrong."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

LANGUAGE: dict[str, Entry] = {
    "unknown-key": Entry("unknown key '{key}'{near}", "{known}"),
}
