"""The UI words that scripts say. They stand in the page's data: a script has no words of its own."""

from __future__ import annotations

SPOKEN = (
    "and",
    "copied",
    "row_removed",
    "tally_some",
    "word_count",
)
"""Keys of the UI words; a test compares them with what the scripts ask for."""
