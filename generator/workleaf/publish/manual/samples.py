"""The examples of every field type as live worksheets: one folder each, read like any worksheet.

An example is one worksheet. What its `from` names stands under `with:` in the same file.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from workleaf.language import fields, ids, project
from workleaf.language.folder import SHARED
from workleaf.problems import Problem
from workleaf.publish.directives import Directive
from workleaf.publish.files import replace as write
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

_EXAMPLE: Final = re.compile(r"^([a-z][a-z-]*):\n((?:(?:  .*)?\n)+)", re.MULTILINE)
_BESIDE: Final = "with"


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A worksheet to look at, and its YAML."""

    name: str
    text: str
    beside: Mapping[str, str] = field(default_factory=dict)
    """Worksheets that it takes answers from: name → their YAML."""


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A sample that was read."""

    sample: Sample
    worksheet: Worksheet | None
    problems: tuple[Problem, ...]


def of_type(type_name: str) -> tuple[Sample, ...]:
    """The examples that stand beside a type, in order."""
    folder = Path(fields.__file__).parent / type_name
    found = _named((folder / "examples.yaml").read_text(encoding="utf-8"))
    beside = _named(found.pop(_BESIDE, ""))
    return tuple(
        Sample(
            name=name,
            text=text,
            beside={each: own for each, own in beside.items() if f" from: {each}." in text},
        )
        for name, text in found.items()
    )


def _named(text: str) -> dict[str, str]:
    """The worksheets of a text, by the names above them."""
    return {name: textwrap.dedent(body).strip() + "\n" for name, body in _EXAMPLE.findall(text)}


def guide(type_name: str) -> str:
    """What there is to know about a type, in Markdown."""
    folder = Path(fields.__file__).parent / type_name
    return (folder / "guide.md").read_text(encoding="utf-8").strip()


def own(text: str) -> Sample:
    """A sample that stands in a page; its name is made from its title."""
    title = re.search(r"^title:\s*(.+)$", text, re.MULTILINE)
    name = ids.derived(title[1] if title else "", (), fallback="sample").replace("_", "-")
    return Sample(name=name, text=text.strip() + "\n")


def read(
    sample: Sample, *, folder: Path, pages: Mapping[str, Target], shared: Path | None = None
) -> Shown:
    """Read a sample in a folder of its own below `folder`, so that no neighbour is known to it.

    `shared` is the file of shared parts that it may use; what is wrong there is told elsewhere.
    """
    home = folder / sample.name
    for name, text in {sample.name: sample.text, **sample.beside}.items():
        _put(home / f"{name}.yml", text)
    if shared is not None and shared.is_file():
        _put(home / SHARED, shared.read_text(encoding="utf-8"))
    reading = project.read(home, pages=pages, root=folder)
    problems = tuple(each for each in reading.problems if not each.span.file.endswith(SHARED))
    return Shown(sample=sample, worksheet=reading.by_id.get(sample.name), problems=problems)


def in_page(found: Problem, asked: Directive) -> Problem:
    """A problem of a sample, at its place in the page that it stands in."""
    line = asked.span.line + found.span.line
    return replace(found, span=replace(found.span, file=asked.span.file, line=line))


def _put(file: Path, text: str) -> None:
    if not file.is_file() or file.read_text(encoding="utf-8") != text:
        write(file, text.encode())
