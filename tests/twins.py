"""The browser's half of conditions and filling, run in a real browser."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser

FOLDER = Path(__file__).parent / "conditions"


FILES = Path(__file__).parent / "files"
"""What makes the reader's files, for `run`."""


def run(
    browser: Browser, name: str, cases: Sequence[object], *, folder: Path = FOLDER
) -> list[Any]:
    """What the browser makes of each case; numbers come back as floats, as Python has them."""
    page = browser.new_page()
    try:
        page.add_script_tag(path=folder / "twin.js")
        text = page.evaluate("([name, cases]) => twin(name, cases)", [name, json.dumps(cases)])
        found: list[Any] = json.loads(text, parse_int=float)
    finally:
        page.close()
    return found


def difference(one: object, other: object) -> bool:
    """They differ, bit for bit: `True` is not `1.0`, `None` is not `False`."""
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) != len(other) or any(difference(*pair) for pair in pairs)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() != other.keys() or any(difference(one[key], other[key]) for key in one)
    return type(one) is not type(other) or repr(one) != repr(other)
