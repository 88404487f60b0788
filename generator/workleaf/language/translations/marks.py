"""The mark by which a translation remembers the text it was made from."""

from __future__ import annotations

import hashlib
import re


def mark(text: str) -> str:
    """Ten letters and digits; white space does not count."""
    found = hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:10]
    # Other tools would read 03e0003866 as a number, and one too large.
    return found.replace("e", "g") if re.fullmatch(r"\d+e\d+", found) else found
