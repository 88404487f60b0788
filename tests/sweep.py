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
    "safety": "safety: yes",
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
OWN: Final[dict[str, dict[str, str]]] = {
    "text": {
        "placeholder": "placeholder: Ann or Ben",
        "format": "format: email",
        "max_length": "max_length: 20",
    },
    "long_text": {
        "placeholder": "placeholder: Ann or Ben",
        "lines": "lines: 7",
        "max_length": "max_length: 200",
    },
    "number": {"min": "min: 2", "max": "max: 9", "unit": "unit: hours", "step": "step: 0.5"},
    "scale": {
        "range": "range: 1 to 3",
        "step": "range: 0 to 1\n    step: 0.5",
        "low": "low: Cold",
        "high": "high: Warm",
        "not_sure": "not_sure: yes",
        "style": "style: stars",
        "slider": "style: slider",
    },
    "yes_no": {"style": "style: checkbox", "maybe": "maybe: Perhaps"},
    "choose_one": {
        "choices": "choices: {x: Only this, y: Or that}",
        "choices_from": "choices_from: lines",
        "other": "other: Something of mine",
        "style": "style: dropdown",
    },
    "choose_many": {
        "choices": "choices: [{x: Only this}, {y: None of it, exclusive: yes}]",
        "choices_from": "choices_from: lines",
        "other": "other: Something of mine",
        "min_choices": "min_choices: 1",
        "max_choices": "max_choices: 1",
        "style": "style: checklist",
        "cards": "style: cards",
    },
    "ranking": {
        "choices": "choices: {x: Only this, y: Or that}",
        "choices_from": "choices_from: lines",
        "picks": "choices_from: picks",
        "max_choices": "max_choices: 2",
    },
    "date": {"min": "min: 2026-01-05", "max": "max: 2026-12-31"},
    "time": {"min": "min: 09:30", "max": "max: 18:00"},
    "grid": {
        "rows": "rows: {x: This row, y: That row}",
        "range": "range: 1 to 3",
        "step": "range: 0 to 4\n    step: 2",
        "choices": "choices: {x: Never, y: Always}",
        "columns": "columns: [{time: When, id: when}, {yes_no: Well, id: well}]",
        "low": "low: Cold",
        "high": "high: Warm",
        "not_sure": "not_sure: Cannot say",
        "other": "other: Something of mine",
    },
    "table": {
        "columns": "columns: [{date: Due, id: due}, {yes_no: Done, id: done}]",
        "rows": "rows: 8",
        "row_label": "row_label: Week",
        "add_label": "add_label: One more week",
        "start_with": "start_with: [Tea, {what: Bread, much: 2}]",
    },
    "plan": {"if": "if: When I notice … again", "then": "then: I will ..."},
    "tracker": {
        "every": "every: day",
        "for": "for: 5",
        "fields": "fields: [{scale: Mood, id: mood, range: 0 to 10}]",
    },
    "generated_text": {
        "template": "template: Much is ${much}.",
        "editable": "editable: yes",
        "max_words": "max_words: 30",
        "wording_tips": "wording_tips: [always]",
        "copy": "copy: no",
    },
    "score": {
        "sum": "sum: [anchor, much]",
        "mean": "mean: [anchor, much]",
        "formula": "formula: much * 2",
        "reverse": "sum: [anchor, much]\n    reverse: anchor",
        "needs": "sum: [anchor, much]\n    needs: any",
        "bands": "bands: [{up_to: 5, label: Little, advice: Go on.}, {up_to: 9, label: Much}]",
    },
    "signature": {"typed": "typed: no"},
    "note": {"style": "style: warning"},
    "recall": {"of": "of: [elsewhere.words, much]"},
    "group": {
        "fields": "fields: [{text: What, id: what}, {note: Read this.}]",
        "repeat": "repeat: 2 to 9",
        "repeat_for": "repeat_for: picks",
        "row_label": "row_label: Person",
        "add_label": "add_label: One more person",
    },
}
"""A value for each key of a type's own; and further values under another name."""
ONLY_ONE: Final[dict[str, tuple[str, ...]]] = {
    "choices_from": ("choices",),
    "choices": ("range",),
    "columns": ("range",),
    "mean": ("sum",),
    "formula": ("sum",),
    "repeat_for": ("repeat",),
}
"""Least keys that give way to another."""


def item(type_name: str, id_: str, *lines: str, indent: int = 2) -> str:
    """An item of the sweep as YAML; a line takes the place of the least line with its key."""
    own = [line.replace("{id}", id_) for line in lines if line]
    given = {line.partition(":")[0] for line in own}
    away = {key for name in given for key in ONLY_ONE.get(name, ())} | given
    least = [line for line in LEAST[type_name] if line.partition(":")[0] not in away]
    body = [f"- {type_name}: {ANYTHING.format(id=id_)}", f"  id: {id_}"]
    body += [f"  {line}" for line in (*least, *own)]
    return "".join(f"{' ' * indent}{line}\n" for line in body)
