"""What the sweep crosses: each type's least, and a value for each key it takes."""

from __future__ import annotations

from typing import Final

CHOICES = "choices: {a: First, b: Second}"
LEAST: Final[dict[str, tuple[str, ...]]] = {
    "text": (),
    "long_text": (),
    "number": (),
    "scale": ("range: 0 to 5",),
    "yes_no": (),
    "choose_one": (CHOICES,),
    "choose_many": (CHOICES,),
    "ranking": ("choices: {a: First, b: Second, c: Third}",),
    "date": (),
    "time": (),
    "grid": ("rows: {r: One row, s: Another row}", "range: 0 to 5"),
    "table": ("columns: [{text: What, id: what}, {number: Much, id: much}]", "rows: 2 to 4"),
    "plan": (),
    "tracker": ("every: week", "for: 3", "fields: [{number: Much, id: much}]"),
    "generated_text": ('template: "Dear ${first(anchor, 1)}"',),
    "score": ("sum: [much, more]",),
    "signature": (),
    "note": (),
    "recall": ("of: elsewhere.words",),
    "group": ("repeat: 1 to 3", "fields: [{text: What, id: what}]"),
}
"""The own keys without which an item of a type is none."""
SHARED: Final[dict[str, str]] = {
    "hint": "hint: Help with {id}.",
    "required": "required: yes",
    "show_if": "show_if: anchor > 3",
    "check": "check: much > 3\n    check_message: Look at {id} again.",
    "share": "share: never",
    "store": "store: never",
    "only_on": "only_on: screen",
    "timer": "timer: 7",
    "renamed_from": "renamed_from: old_{id}",
}
"""A value for each key of every item; those that need more are in `APART`."""
APART: Final[frozenset[str]] = frozenset({"id", "check_message", "default", "from", "chart"})
"""Keys that have their value elsewhere here, or tests of their own."""
MORE: Final[dict[str, str]] = {
    "session": "store: session",
    "paper": "only_on: paper",
}
"""Other values of the same keys."""
DEFAULTS: Final[dict[str, tuple[str, dict[str, str]]]] = {
    "text": ("default: Hello", {"": "Hello"}),
    "long_text": ("default: Hello", {"": "Hello"}),
    "number": ("default: 3", {"": "3"}),
    "scale": ("default: 3", {"": "3"}),
    "yes_no": ("default: no", {"": "no"}),
    "choose_one": ("default: b", {"": "b"}),
    "choose_many": ("default: [a, b]", {".a": "yes", ".b": "yes"}),
    "ranking": ("default: [c, a]", {".c": "1", ".a": "2"}),
    "date": ("default: 2026-11-26", {"": "2026-11-26"}),
    "time": ("default: 09:30", {"": "09:30"}),
    "grid": ("default: {s: 4}", {".s": "4"}),
    "table": (
        "default: [Tea, {what: Bread, much: 2}]",
        {".1.what": "Tea", ".2.what": "Bread", ".2.much": "2"},
    ),
    "plan": ("default: {then: I leave}", {".then": "I leave"}),
    "signature": (
        "default: {name: Ann, date: 2026-11-26}",
        {".name": "Ann", ".date": "2026-11-26"},
    ),
}
"""A default shaped like the answer, and the answers that it stands for."""
ANYTHING: Final = "Words of {id}"
"""The words of each item in the sweep."""


def item(type_name: str, id_: str, *lines: str, indent: int = 2) -> str:
    """An item of the sweep as YAML; a line takes the place of the least line with its key."""
    own = [line.replace("{id}", id_) for line in lines if line]
    given = {line.partition(":")[0] for line in own}
    least = [line for line in LEAST[type_name] if line.partition(":")[0] not in given]
    body = [f"- {type_name}: {ANYTHING.format(id=id_)}", f"  id: {id_}"]
    body += [f"  {line}" for line in (*least, *own)]
    return "".join(f"{' ' * indent}{line}\n" for line in body)
