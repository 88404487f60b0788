"""What was probably meant where an expression cannot be read, or never holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from workleaf.language.expressions.faults import Fault, fault
from workleaf.language.expressions.nodes import Binary, Node, Path, Words
from workleaf.language.expressions.tokens import Token
from workleaf.language.expressions.words import FUNCTIONS, INSTEAD

EMPTY: Final = frozenset(
    """empty blank null none nil missing undefined unanswered skipped nothing filled set given
    """.split()
)
"""What other notations call an answer that is not there, or there."""
_THERE: Final = frozenset({"filled", "set", "given"})


def unexpected(tokens: Sequence[Token], here: int) -> Fault:
    """Why the token at `here` cannot stand there."""
    token = tokens[here]
    before = tokens[here - 1] if here else None
    after = tokens[min(here + 1, len(tokens) - 1)]
    if token.sort == "end":
        return fault("condition-unfinished", token.at)
    if token.sort == "name" and token.text in INSTEAD:
        blanks = {"found": token.text, "instead": INSTEAD[token.text]}
        return fault("condition-instead", token.at, **blanks)
    if token.text == "between":
        return fault("condition-between", token.at)
    if token.text in ("in", "of"):
        return fault("condition-in", token.at, found=token.text)
    if before and before.sort == "name" and before.text in FUNCTIONS:
        return fault("condition-brackets", before.at, name=before.text)
    if token.text == "," and before and before.sort == after.sort == "number":
        whole = (before.offset, after.offset + len(after.text) - before.offset)
        return fault("condition-comma", whole, found=f"{before.text}.{after.text}")
    if token.text == "." and after.sort in ("number", "name") and after.text.isdigit():
        whole = (token.offset, 1 + len(after.text))
        return fault("condition-point", whole, found=f"0.{after.text}")
    if token.text == ")" and before and before.text == "(":
        return fault("condition-brackets-empty", before.at)
    if token.text == ")":
        return fault("condition-bracket-closed", token.at)
    return fault("condition-unexpected", token.at, found=token.text)


def empty(node: Binary) -> Fault | None:
    """`name is empty`, `name is ""`: an answer that is not there is asked for with `answered`."""
    asked, value = node.left, node.right
    if not isinstance(asked, Path) or node.operator not in ("is", "is not"):
        return None
    word = _word(value)
    if word is None:
        return None
    wants_none = (node.operator == "is") != (word in _THERE)
    instead = f"not answered({asked})" if wants_none else f"answered({asked})"
    at = value.at if word else (max(0, value.at[0] - 1), 2)
    return fault("condition-answered", at, found=str(value) if word else '""', instead=instead)


def _word(value: Node) -> str | None:
    match value:
        case Words(value=words) if not words.strip():
            return ""
        case Path(keys=(only,)) if only.name in (*EMPTY, "answered"):
            return "given" if only.name == "answered" else str(only.name)
        case _:
            return None
