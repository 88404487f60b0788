"""One file, from nodes to a draft: keys, steps, items, results. Conditions wait for all files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Names
from typing import Final, TypeVar

from workleaf.language import ids, models, options
from workleaf.language.drafts import Draft, SharedDraft, StepDraft
from workleaf.language.fields.choices import ChoiceLines, Lists, lines_of
from workleaf.language.items import Items, Taken, given_ids
from workleaf.language.options import Options
from workleaf.language.sheet import (
    CalendarEntry,
    EveryWorksheet,
    Example,
    Result,
    Shared,
    Step,
    Tip,
    Worksheet,
)
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence

FORMAT = 1
MOST_TIMES = 366
"""How often a calendar entry comes at most: every day for a year."""
L = TypeVar("L", Result, CalendarEntry)
_LISTS: Final[dict[str, type[Options]]] = {
    "steps": Step,
    "results": Result,
    "calendar": CalendarEntry,
    "examples": Example,
}
_HAS_WORDS = re.compile(r"""has_words\([^,()]+,\s*"([^"]*)"\s*\)""")


def read_shared(node: Mapping | None, report: Report) -> SharedDraft:
    """What worksheets share; empty where there is no such file or it cannot be read."""
    if node is None:
        return SharedDraft()
    found = options.read(Shared, node, report)
    parts: dict[str, Sequence] = {}
    for key, value in _named(node.get("parts"), report):
        if isinstance(value, Sequence) and value.items:
            parts[key.value] = value
        else:
            report.add("wants-list", value.span, key=key.value)
    tips: dict[str, Tip] = {}
    for key, value in _named(node.get("wording_tips"), report):
        if isinstance(value, Mapping) and (tip := options.read(Tip, value, report)):
            tips[key.value] = tip
            _inspect_tip(key, value, tip, report)
        elif not isinstance(value, Mapping):
            report.add("wants-keys", value.span, known=ids.listed(options.keys(Tip)))
    every = found.every_worksheet if found and found.every_worksheet else EveryWorksheet()
    lists = Lists(_lists(node, report))
    names = {key: _keys(node.get(key)) for key in ("parts", "choice_lists", "wording_tips")}
    language = found.language.value if found and found.language else "en"
    removed = found.removed if found else ()
    return SharedDraft(
        parts=parts,
        lists=lists,
        tips=tips,
        every=every,
        names=names,
        language=language,
        node=node,
        removed=removed,
    )


def _keys(node: Node | None) -> tuple[Scalar, ...]:
    return tuple(key for key, _ in node.pairs) if isinstance(node, Mapping) else ()


def _inspect_tip(key: Scalar, node: Mapping, tip: Tip, report: Report) -> None:
    if not tip.words and tip.hours is None:
        report.add("tip-empty", key.span, name=key.value)
    for given in ("after", "more_than"):
        if not tip.words and (place := node.key(given)):
            report.add("tip-needs-words", place.span, key=given)
    if tip.hours and not _is_hours(tip.hours.value):
        report.add("tip-hours", tip.hours.span, found=tip.hours.value[:40])


def hours(tip: Tip) -> tuple[str, str] | None:
    """From when to when a tip counts; `None` for at any time."""
    if tip.hours is None or not _is_hours(tip.hours.value):
        return None
    first, _, last = tip.hours.value.partition(" to ")
    return first, last


def _is_hours(text: str) -> bool:
    first, _, last = text.partition(" to ")
    return all(
        len(each) == 5
        and each[2] == ":"
        and each[:2].isdigit()
        and each[3:].isdigit()
        and each < "24:00"
        and each[3:] < "60"
        for each in (first, last)
    )


def _named(node: Node | None, report: Report) -> tuple[tuple[Scalar, Node], ...]:
    """The pairs of a mapping whose keys are names that authors choose."""
    if node is None:
        return ()
    if not isinstance(node, Mapping):
        report.add("wants-names", node.span)
        return ()
    for key, _ in node.pairs:
        if code := ids.fault(key.value):
            example = ids.derived(key.value, (), fallback="name")
            report.add(code, key.span, key="name", found=key.value[:40], example=example)
    return node.pairs


def _lists(node: Mapping, report: Report) -> dict[str, ChoiceLines]:
    lists: dict[str, ChoiceLines] = {}
    for key, value in _named(node.get("choice_lists"), report):
        lists[key.value] = lines_of(value, report)
        if not lists[key.value]:
            report.add("choices-empty", value.span, key=key.value)
    return lists


def read(node: Mapping, report: Report, *, name: str, file: str, shared: SharedDraft) -> Draft:
    """The draft of one worksheet file. What could not be read is left out of it."""
    own = {key.value: value for key, value in node.pairs if key.value not in _LISTS}
    found = options.read(Worksheet, node, report, data=own) or _untitled(node)
    items = Items(report, shared.parts)
    taken = Taken(given_ids(_all_fields(node)))
    steps = _steps(node, items, taken, report)
    _inspect(node, found, name, report)
    lists = Lists({**shared.lists.named, **_lists(node, report)})
    results = _named_lines(node, "results", Result, taken, report)
    calendar = _named_lines(node, "calendar", CalendarEntry, taken, report)
    for written in _mappings(node, "calendar", Report()):
        _repeats(written, report)
    for written in _mappings(node, "results", Report())[:-1]:
        if written.get("when") is None:
            report.add("result-without-when", written.pairs[0][0].span)
    return Draft(
        id=name,
        file=file,
        node=node,
        options=found,
        steps=steps,
        results=results,
        calendar=calendar,
        lists=lists,
        derived=tuple(taken.derived),
        broken=frozenset(taken.broken),
        parts=frozenset(items.used),
        own_lists=_keys(node.get("choice_lists")),
        examples=_examples(node, report),
    )


def _examples(node: Mapping, report: Report) -> tuple[tuple[Mapping, Example], ...]:
    written = _mappings(node, "examples", report)
    found = ((each, options.read(Example, each, report)) for each in written)
    return tuple((each, example) for each, example in found if example)


def _untitled(node: Mapping) -> Worksheet:
    """The options of a worksheet whose title is missing, to go on with."""
    title = Scalar(node.source, node.start, node.start, "?")
    return Worksheet.model_validate({"title": title}, context=Report())


def _all_fields(node: Mapping) -> Node:
    """Every list of items of the worksheet, as one."""
    steps = node.get("steps")
    lists = [node.get("fields")]
    if isinstance(steps, Sequence):
        lists += [each.get("fields") for each in steps.items if isinstance(each, Mapping)]
    found = tuple(each for each in lists if each is not None)
    return Sequence(node.source, node.start, node.end, found)


def _inspect(node: Mapping, found: Worksheet, name: str, report: Report) -> None:
    if found.format != FORMAT and (place := node.get("format")):
        report.add("format-newer", place.span, found=found.format, known=FORMAT)
    if found.id and found.id.value != name:
        report.add("id-not-file", found.id.span, found=found.id.value[:40], name=name)
    if found.minutes == 0 and (place := node.get("minutes")):
        report.add("limit-zero", place.span, key="minutes")
    if found.version == 0 and (place := node.get("version")):
        report.add("limit-zero", place.span, key="version")
    if found.renamed_from and ids.worksheet_fault(found.renamed_from.value):
        was = found.renamed_from
        example = ids.derived(was.value, (), fallback="worksheet").replace("_", "-")
        report.add("worksheet-id", was.span, name=was.value[:40], example=example)


def _steps(node: Mapping, items: Items, taken: Taken, report: Report) -> tuple[StepDraft, ...]:
    fields, steps = node.get("fields"), node.get("steps")
    if fields is not None and steps is not None:
        report.add("fields-and-steps", (node.key("fields") or node).span)
    if fields is None and steps is None:
        report.add("fields-missing", (node.pairs[0][0] if node.pairs else node).span)
    for key, value in (("fields", fields), ("steps", steps)):
        if isinstance(value, Sequence) and not value.items:
            report.add("list-empty", value.span, key=key)
    found = [StepDraft(id="all", entries=items.read(fields, taken))] if fields is not None else []
    written = _mappings(node, "steps", report)
    names = Taken(frozenset(_ids(written)))
    for each in written:
        step = options.read(Step, each, report)
        title = each.get("title")
        words = title if isinstance(title, Scalar) else None
        name = _name(each, words, "step", names, report)
        inside = each.get("fields")
        if isinstance(inside, Sequence) and not inside.items:
            report.add("list-empty", inside.span, key="fields")
        found.append(StepDraft(id=name, entries=items.read(inside, taken), options=step))
    taken.derived += names.derived
    return tuple(found)


def _name(node: Mapping, words: Scalar | None, fallback: str, names: Taken, report: Report) -> str:
    """The id of a step, a result or a calendar entry."""
    given = node.get("id")
    if not isinstance(given, Scalar) or not given.value:
        return names.derive(node, words, fallback, first=fallback != "step")
    if given.value in names.places:
        line = names.places[given.value].span.line
        report.add("id-twice", given.span, id=given.value, line=line)
    names.places[given.value] = given
    return given.value


def _mappings(node: Mapping, key: str, report: Report) -> tuple[Mapping, ...]:
    """The lines of a list, each of which has keys; what has none is noted."""
    written = node.get(key)
    if written is None:
        return ()
    if not isinstance(written, Sequence):
        report.add("wants-list", written.span, key=key)
        return ()
    known = ids.listed(options.keys(_LISTS[key]))
    for each in written.items:
        if not isinstance(each, Mapping) or not each.pairs:
            report.add("wants-keys", each.span, known=known)
    return tuple(each for each in written.items if isinstance(each, Mapping) and each.pairs)


def _ids(nodes: tuple[Mapping, ...]) -> list[str]:
    found = [each.get("id") for each in nodes]
    return [each.value for each in found if isinstance(each, Scalar)]


def _named_lines(
    node: Mapping, key: str, model: type[L], taken: Taken, report: Report
) -> tuple[tuple[str, L], ...]:
    """The lines of `results` or `calendar`, each with its id."""
    written = _mappings(node, key, report)
    names = Taken(frozenset(_ids(written)))
    found = []
    for each in written:
        line = options.read(model, each, report)
        words = each.get("title") or each.get("show")
        name = _name(each, words if isinstance(words, Scalar) else None, key, names, report)
        if line:
            found.append((name, line))
    taken.derived += names.derived
    return tuple(found)


def _repeats(entry: Mapping, report: Report) -> None:
    """How often a calendar entry comes: `every` and `times` go together."""
    times, every = entry.get("times"), entry.key("every")
    if every and times is None:
        report.add("calendar-every-alone", every.span)
    if not isinstance(times, Scalar) or not times.value.isdigit():
        return
    if not 1 <= int(times.value) <= MOST_TIMES:
        report.add("calendar-times", times.span, found=times.value[:20], most=MOST_TIMES)
    elif int(times.value) > 1 and not every:
        report.add("calendar-times-alone", times.span)


def tips_used(drafts: Names[str, Draft]) -> set[str]:
    """The wording tips that texts name, or that conditions look for."""
    found: set[str] = set()
    for draft in drafts.values():
        for entry in draft.entries():
            found |= {name.value for name in models.given(entry.field, "wording_tips") or ()}
        if "has_words" in draft.node.source.text:
            for text in scalars(draft.node):
                found |= set(_HAS_WORDS.findall(text))
    return found


def scalars(node: Node) -> Iterator[str]:
    """Every text in a node."""
    match node:
        case Scalar(value=value):
            yield value
        case Sequence(items=items):
            for each in items:
                yield from scalars(each)
        case Mapping(pairs=pairs):
            for _, value_node in pairs:
                yield from scalars(value_node)
