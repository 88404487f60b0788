"""The manual of the language: its `manual` and `sample` blocks, made from models and examples.

Nothing is copied by hand, so a page shows a new key or type without being edited.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from workleaf.language.fields import BY_NAME, Field
from workleaf.problems import Problem, problem
from workleaf.publish.directives import Directive
from workleaf.publish.manual import commands, conditions, keys, samples
from workleaf.publish.manual.samples import Sample, Shown
from workleaf.worksheet import paths
from workleaf.worksheet.model import Worksheet

_SHOWS = {
    "operators": conditions.operators,
    "functions": conditions.functions,
    "commands": commands.commands,
}
_OFFERED = (
    "On your site the earlier answer is offered here once there is one. "
    "This page keeps nothing, so it has nothing to offer."
)


@dataclass(frozen=True, kw_only=True)
class Maker:
    """What the blocks of one page need from outside."""

    read: Callable[[Sample], Shown]
    """Reads a sample."""
    live: Callable[[Sample, Worksheet], str]
    """The line that stands for a sample's YAML and its form."""


def markdown(asked: Directive, maker: Maker) -> tuple[str, tuple[Problem, ...]]:
    """The Markdown that stands in a block's place, and what is wrong with the block."""
    if asked.name == "sample":
        text, problems = _sample(samples.own("\n".join(asked.body)), maker)
        return text, tuple(samples.in_page(each, asked) for each in problems)
    unknown = [
        each for each in (*asked.listed, *asked.types, *asked.gallery) if each not in BY_NAME
    ]
    if unknown:
        return "", (problem("manual-unknown", asked.span, name=unknown[0]),)
    if asked.listed:
        return "\n".join(keys.listed(BY_NAME[each] for each in asked.listed)), ()
    if asked.types:
        return _all([_reference(BY_NAME[each], maker) for each in asked.types])
    if asked.gallery:
        return _all([_gallery(BY_NAME[each], maker) for each in asked.gallery])
    if asked.keys in keys.MODELS:
        return "\n".join(keys.table(keys.MODELS[asked.keys])), ()
    if asked.show in _SHOWS:
        return "\n".join(_SHOWS[asked.show]()), ()
    return "", (problem("manual-unknown", asked.span, name=asked.keys or asked.show),)


def _all(
    parts: list[tuple[str, tuple[Problem, ...]]],
) -> tuple[str, tuple[Problem, ...]]:
    text = "\n".join(part for part, _ in parts)
    return text, tuple(each for _, found in parts for each in found)


def _sample(sample: Sample, maker: Maker) -> tuple[str, tuple[Problem, ...]]:
    shown = maker.read(sample)
    wrong = tuple(each for each in shown.problems if each.level == "error")
    if wrong or shown.worksheet is None:
        return "", wrong
    return maker.live(sample, shown.worksheet), ()


def _reference(field: type[Field], maker: Maker) -> tuple[str, tuple[Problem, ...]]:
    """A type: what it is for, its own keys, where its answer goes, and its first example."""
    name = field.type_name
    first = samples.of_type(name)[0]
    example = _of(field, first)
    shown, wrong = _sample(example, maker)
    lines = [f"## `{name}` {{ #{name} }}", "", samples.guide(name), ""]
    lines += [f"### Keys of `{name}` {{ #{name}-keys }}", ""]
    lines += keys.own(field) or ["It has no keys of its own.", ""]
    for each in keys.inner(field):
        lines += [f"**{keys.said(each)}**", "", *keys.table(each)]
    lines += [_places(field), "", *_answers(field, example, maker)]
    lines += [f"### An example of `{name}` {{ #{name}-example }}", "", shown, ""]
    return "\n".join(lines), wrong


def _of(field: type[Field], example: Sample) -> Sample:
    """An example under a name that no other type's example has."""
    name = f"{field.type_name}-{example.name}".replace("_", "-")
    return replace(example, name=name)


def _places(field: type[Field]) -> str:
    """Where the type may stand and which keys of every item it does not take."""
    where = "It may stand in a table, grid or tracker." if field.fits_cell else ""
    left_out = ", ".join(f"`{each}`" for each in keys.common(field))
    return " ".join(filter(None, (where, f"It does not take {left_out}." if left_out else "")))


def _answers(field: type[Field], sample: Sample, maker: Maker) -> list[str]:
    """The names under which the answers of the example are kept."""
    worksheet = maker.read(sample).worksheet
    if worksheet is None:
        return []
    own = [each for each in worksheet.controls() if each.path]
    wanted = {entry.path for entry in own if _is_of(field, sample, entry.path)}
    names = [
        spot.path
        for spot in paths.on_paper(worksheet)
        if any(f"{spot.path}.".startswith((f"{path}.", f"{path}__")) for path in wanted)
    ]
    if not names:
        return ["It has no answer of its own.", ""]
    shown = ", ".join(f"`{each}`" for each in names[:3]) + (" and so on" if names[3:] else "")
    return [f"In the example below the answer is kept as {shown}.", ""]


def _is_of(field: type[Field], sample: Sample, path: str) -> bool:
    """The item with this id is written with this type in the sample."""
    item = ""
    for line in sample.text.splitlines():
        text = line.strip()
        if text.startswith("- "):
            item = text[2:].partition(":")[0]
        if text == f"id: {path}":
            return item == field.type_name
    return False


def _gallery(field: type[Field], maker: Maker) -> tuple[str, tuple[Problem, ...]]:
    """All examples of a type, live."""
    name = field.type_name
    lines = [f"## `{name}` {{ #{name} }}", "", keys.said(field), ""]
    wrong: list[Problem] = []
    for each in samples.of_type(name):
        shown, problems = _sample(_of(field, each), maker)
        title = each.name.replace("-", " ").capitalize()
        lines += [f"### {title} {{ #{name}-{each.name} }}", ""]
        if each.beside:
            lines += [_OFFERED, ""]
        lines += [shown, ""]
        wrong.extend(problems)
    return "\n".join(lines), tuple(wrong)
