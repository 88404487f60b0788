"""The worksheets on the manual's page about conditions."""

from __future__ import annotations

import re

from projects import ROOT

_FILE = ROOT / "content/docs/explanation/conditions.md"
PAGE = _FILE.read_text(encoding="utf-8") if _FILE.is_file() else ""
"""Empty where the manual was taken out together with the guide."""
_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REFUSED = re.compile(
    r'^```yaml title="worksheets/mood.yml"\n(.*?)^```\n\n```text\n(.*?)^```$', re.M | re.S
)


def ten() -> dict[str, str]:
    """The worksheets by an id: `condition-1` and so on."""
    return {f"condition-{number}": text for number, text in enumerate(_BLOCK.findall(PAGE), 1)}


def refusal() -> tuple[str, str]:
    """A worksheet that is refused, and what is said of it."""
    found = _REFUSED.search(PAGE)
    assert found, "the page shows what is refused"
    return found[1], found[2]
