"""Every message that an author can meet, by code. Nothing else in the project words one.

How a message is written, for somebody who has never heard of YAML:

- The message says what is wrong there, in one line and without blame: small letter first, no full
  stop. It names what stands in the file in '…' and says what the file means now, where that helps:
  "the text from '#1 wish?' on is read as a remark and lost".
- The hint says what to type instead, ready to copy where possible: "write: not answered(name)".
  Only a message that holds the way out itself ("— did you mean 'hint'?") goes without.
- Plain words: text, list, line, key, question, choice, row, worksheet. Never a computer's words
  (scalar, mapping, sequence, null, parse, token, node, invalid, syntax, indentation).
- `known`, `near`, `found` and their like are blanks; `problems.problem` keeps them short.
- A warning is for what may be meant; an error for what cannot be built as it stands.
"""

from __future__ import annotations

from workleaf.catalogue.answers import ANSWERS
from workleaf.catalogue.entry import Entry
from workleaf.catalogue.examples import EXAMPLES
from workleaf.catalogue.expressions import EXPRESSIONS, SORTS
from workleaf.catalogue.language import LANGUAGE
from workleaf.catalogue.pictures import PICTURES
from workleaf.catalogue.site import SITE
from workleaf.catalogue.source import SOURCE
from workleaf.catalogue.stable import STABLE

__all__ = ["CATALOGUE", "NEAR", "SORTS", "Entry"]

CATALOGUE: dict[str, Entry] = {
    **SOURCE,
    **LANGUAGE,
    **EXPRESSIONS,
    **EXAMPLES,
    **ANSWERS,
    **SITE,
    **PICTURES,
    **STABLE,
}

NEAR = " — did you mean '{word}'?"
"""What fills the blank `{near}` where a known word looks like the one found."""
