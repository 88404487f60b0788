"""Every message that an author can meet, by code. Nothing else in the project words one."""

from __future__ import annotations

from workleaf.catalogue.answers import ANSWERS
from workleaf.catalogue.entry import Entry
from workleaf.catalogue.expressions import EXPRESSIONS, SORTS
from workleaf.catalogue.language import LANGUAGE
from workleaf.catalogue.site import SITE
from workleaf.catalogue.source import SOURCE

__all__ = ["CATALOGUE", "NEAR", "SORTS", "Entry"]

CATALOGUE: dict[str, Entry] = {**SOURCE, **LANGUAGE, **EXPRESSIONS, **ANSWERS, **SITE}

NEAR = " — did you mean '{word}'?"
"""What fills the blank `{near}` where a known word looks like the one found."""
