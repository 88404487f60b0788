"""What a reader wants to know before starting: how long it takes and who it is for."""

from __future__ import annotations

from collections.abc import Mapping

from workleaf.strings import listed
from workleaf.worksheet.model import Worksheet


def facts(worksheet: Worksheet, strings: Mapping[str, str]) -> str:
    """`About 20 minutes · alone or with a counsellor`, recommended way first; or empty."""
    parts = []
    if worksheet.minutes:
        about = "about_one_minute" if worksheet.minutes == 1 else "about_minutes"
        parts.append(strings[about].format(minutes=worksheet.minutes))
    if worksheet.who:
        parts.append(listed(strings["or"], [strings[f"who_{each}"] for each in worksheet.who]))
    return " · ".join(parts)
