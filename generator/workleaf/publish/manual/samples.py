"""The examples of every field type as live worksheets: one folder each, read like any worksheet."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workleaf.language import fields, ids, project
from workleaf.problems import Problem
from workleaf.publish.files import replace
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

_EXAMPLE: Final = re.compile(r"^([a-z][a-z-]*):\n((?:(?:  .*)?\n)+)", re.MULTILINE)


@dataclass(frozen=True, kw_only=True)
class Sample:
    """A worksheet to look at, and its YAML."""

    name: str
    text: str


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A sample that was read."""

    sample: Sample
    worksheet: Worksheet | None
    problems: tuple[Problem, ...]


def of_type(type_name: str) -> tuple[Sample, ...]:
    """The examples that stand beside a type, in order."""
    folder = Path(fields.__file__).parent / type_name
    whole = (folder / "examples.yaml").read_text(encoding="utf-8")
    return tuple(
        Sample(name=name, text=textwrap.dedent(body).strip() + "\n")
        for name, body in _EXAMPLE.findall(whole)
    )


def guide(type_name: str) -> str:
    """What there is to know about a type, in Markdown."""
    folder = Path(fields.__file__).parent / type_name
    return (folder / "guide.md").read_text(encoding="utf-8").strip()


def own(text: str) -> Sample:
    """A sample that stands in a page; its name is made from its title."""
    title = re.search(r"^title:\s*(.+)$", text, re.MULTILINE)
    name = ids.derived(title[1] if title else "", (), fallback="sample").replace("_", "-")
    return Sample(name=name, text=text.strip() + "\n")


def read(sample: Sample, *, folder: Path, pages: Mapping[str, Target]) -> Shown:
    """Read a sample in a folder of its own below `folder`, so that no neighbour is known to it."""
    home = folder / sample.name
    file = home / f"{sample.name}.yml"
    if not file.is_file() or file.read_text(encoding="utf-8") != sample.text:
        replace(file, sample.text.encode())
    reading = project.read(home, pages=pages, root=folder)
    return Shown(sample=sample, worksheet=reading.by_id.get(sample.name), problems=reading.problems)
