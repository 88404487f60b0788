"""What tests of the language share: small folders of worksheets, and the pages of a site."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from workleaf.language import fields, project
from workleaf.problems import Problem
from workleaf.publish.manual import samples
from workleaf.publish.manual.samples import Sample
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

REAL = Path(__file__).resolve().parents[1] / "worksheets"
SAFETY = ("safety", "people-to-call", "my-own-behaviour")
SECTIONS = (
    "understand-the-need",
    "reflect-on-the-past",
    "communication-is-key",
    "set-clear-intentions",
    "embrace-change-and-growth",
    "apologise-and-forgive",
    "rebuild-trust",
    "seek-professional-help",
    "take-things-slow",
    "establish-boundaries",
    "celebrate-progress",
)
"""The pages of the guide's eleven sections, in order."""
PAGES = {
    name: Target(kind="page", name=name, title=name, safety=name in SAFETY)
    for name in (*SECTIONS, *SAFETY, "decision-point-1", "start-here", "begin")
}


def read(folder: Path, **files: str) -> project.Reading:
    """Write worksheets (`trust_steps` becomes `trust-steps.yml`) and read the folder."""
    for name, text in files.items():
        shared = name.startswith("_")
        file = folder / f"{name if shared else name.replace('_', '-')}.yml"
        file.write_text(textwrap.dedent(text), encoding="utf-8")
    return project.read(folder, pages=PAGES)


def one(folder: Path, text: str, **files: str) -> Worksheet:
    """One worksheet without a problem."""
    reading = read(folder, sheet=text, **files)
    assert [str(each) for each in reading.problems] == []
    return reading.by_id["sheet"]


def control(worksheet: Worksheet, path: str) -> object:
    """The control of this path."""
    return next(each for each in worksheet.controls() if each.path == path)


def said(problems: tuple[Problem, ...]) -> list[str]:
    """The messages alone."""
    return [each.message for each in problems]


@cache
def _samples() -> Mapping[str, Sample]:
    return {
        f"{field.type_name}/{each.name}": each
        for field in fields.FIELDS
        for each in samples.of_type(field.type_name)
    }


def examples() -> dict[str, str]:
    """The examples of all field types, as `type/name` → the YAML of a small worksheet."""
    return {name: each.text for name, each in _samples().items()}


def beside(name: str) -> Mapping[str, str]:
    """The worksheets that an example takes answers from, by their ids."""
    return _samples()[name].beside


def called(name: str) -> str:
    """The id of an example as a worksheet."""
    return name.replace("/", "-").replace("_", "-")


def example(folder: Path, name: str) -> project.Reading:
    """Read an example, with what stands beside it."""
    for each, text in {called(name): examples()[name], **beside(name)}.items():
        (folder / f"{each}.yml").write_text(text, encoding="utf-8")
    return project.read(folder, pages=PAGES)
