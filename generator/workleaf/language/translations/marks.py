"""The mark by which a translation remembers the text it was made from."""

from __future__ import annotations

import hashlib


def mark(text: str) -> str:
    """Ten letters and digits; white space does not count."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:10]
