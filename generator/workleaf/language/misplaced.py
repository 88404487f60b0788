"""How an item starts, which keys it may have, and what other tools call these things."""

from __future__ import annotations

from functools import cache
from typing import Final

from workleaf.language import ids, options
from workleaf.language.fields import BY_NAME, FIELDS, Field
from workleaf.language.source import Mapping, Node, Report, Scalar

# What other tools call a type.
TYPES_ELSEWHERE: Final = {
    "textarea": "long_text",
    "paragraph": "long_text",
    "long": "long_text",
    "memo": "long_text",
    "comment": "long_text",
    "multiline": "long_text",
    "input": "text",
    "string": "text",
    "short_text": "text",
    "email": "text",
    "integer": "number",
    "decimal": "number",
    "int": "number",
    "slider": "scale",
    "rating": "scale",
    "likert_scale": "scale",
    "nps": "scale",
    "boolean": "yes_no",
    "bool": "yes_no",
    "yesno": "yes_no",
    "radio": "choose_one",
    "radios": "choose_one",
    "radiogroup": "choose_one",
    "select": "choose_one",
    "select_one": "choose_one",
    "single_choice": "choose_one",
    "choice": "choose_one",
    "dropdown": "choose_one",
    "checkbox": "choose_many",
    "checkboxes": "choose_many",
    "select_multiple": "choose_many",
    "multi": "choose_many",
    "multiple_choice": "choose_many",
    "checklist": "choose_many",
    "tagbox": "choose_many",
    "rank": "ranking",
    "order": "ranking",
    "sort": "ranking",
    "matrix": "grid",
    "likert": "grid",
    "calculate": "score",
    "calculation": "score",
    "total": "score",
    "info": "note",
    "markdown": "note",
    "html": "note",
    "heading": "group",
    "section": "group",
    "panel": "group",
    "datetime": "date",
    "log": "tracker",
    "diary": "tracker",
    "builder": "generated_text",
    "letter": "generated_text",
    "sign": "signature",
    "include": "use",
}
# What other tools call a key.
KEYS_ELSEWHERE: Final = {
    "name": "id",
    "help": "hint",
    "description": "hint",
    "instructions": "hint",
    "options": "choices",
    "items": "choices",
    "answers": "choices",
    "relevant": "show_if",
    "visible_if": "show_if",
    "visibleif": "show_if",
    "when": "show_if",
    "if": "show_if",
    "constraint": "check",
    "validate": "check",
    "value": "default",
    "default_value": "default",
    "minimum": "min",
    "maximum": "max",
    "mandatory": "required",
    "is_required": "required",
    "isrequired": "required",
    "prefill": "start_with",
    "questions": "fields",
    "elements": "fields",
}


def start(node: Node, report: Report) -> tuple[Scalar, Scalar] | None:
    """The type of an item and its words; `None`, and a problem, where it does not start so."""
    if not isinstance(node, Mapping) or not node.pairs:
        report.add("item-no-type", node.span)
        return None
    first, label = node.pairs[0]
    if kind := node.key("type"):
        _type_key(node, kind, report)
        return None
    if first.value not in BY_NAME:
        _unknown_type(node, first, report)
        return None
    if not isinstance(label, Scalar):
        report.add(
            "text-looks-like-keys" if isinstance(label, Mapping) else "text-looks-like-list",
            label.span,
        )
        return None
    if not label.value.strip():
        report.add("label-missing", first.span, type=first.value)
        return None
    return first, label


def _type_key(node: Mapping, kind: Scalar, report: Report) -> None:
    value = node.get("type")
    said = value.value if isinstance(value, Scalar) else ""
    named = TYPES_ELSEWHERE.get(said.lower(), said or "text")
    labels = (node.get(key) for key in ("label", "title", "question", "name"))
    label = next((each.value for each in labels if isinstance(each, Scalar)), "…")
    report.add("type-key", kind.span, type=named, label=label)


def _unknown_type(node: Mapping, first: Scalar, report: Report) -> None:
    later = next((key for key, _ in node.pairs if key.value in BY_NAME), None)
    name = TYPES_ELSEWHERE.get(first.value.lower().replace("-", "_"))
    if later:
        report.add("type-not-first", later.span, type=later.value)
    elif name:
        report.add("type-elsewhere", first.span, type=first.value, name=name)
    elif first.value in _all_keys():
        report.add("item-no-type", first.span)
    else:
        near = ids.near(first.value, [*BY_NAME, "use"])
        hint = "" if near else "types: " + ids.listed(BY_NAME)
        report.add("type-unknown", first.span, type=first.value, near=near, known=hint)


def known_keys(node: Mapping, model: type[Field], report: Report) -> dict[str, Node]:
    """The options of an item without its type; keys of other types are noted and left out."""
    known = _known(model)
    data: dict[str, Node] = {}
    for key, value in node.pairs[1:]:
        if key.value in known:
            data[key.value] = value
        else:
            _unknown_key(key, model.type_name, known, report)
            # It is clear what was meant, so nobody is told that it is missing too.
            for meant in _meant(key.value, known):
                data.setdefault(meant, value)
    return data


@cache
def _known(model: type[Field]) -> tuple[str, ...]:
    return tuple(key for key in options.keys(model) if key not in model.without)


def _meant(name: str, known: tuple[str, ...]) -> list[str]:
    """The key that an unknown one stands for, as a list of one or none."""
    elsewhere = KEYS_ELSEWHERE.get(name.lower().replace("-", "_"), "")
    return [elsewhere] if elsewhere in known else ids.close(name, known)


def _unknown_key(key: Scalar, type_name: str, known: tuple[str, ...], report: Report) -> None:
    name = key.value
    elsewhere = KEYS_ELSEWHERE.get(name.lower().replace("-", "_"))
    if name in BY_NAME:
        report.add("type-second", key.span, type=name)
    elif owners := [
        each.type_name for each in FIELDS if name in options.keys(each) and name not in each.without
    ]:
        report.add(
            "key-misplaced", key.span, key=name, type=type_name, types=ids.listed(owners, most=6)
        )
    elif elsewhere in known:
        report.add("key-elsewhere", key.span, key=name, name=elsewhere)
    elif name in ("label", "title", "question", "text"):
        report.add("label-key", key.span, key=name, type=type_name)
    else:
        near = ids.near(name, known)
        hint = "" if near else "known here: " + ids.listed(known)
        report.add("unknown-key", key.span, key=name, near=near, known=hint)


def _all_keys() -> set[str]:
    return {key for each in FIELDS for key in options.keys(each)}
