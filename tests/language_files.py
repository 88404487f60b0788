"""What tests of the language share: small folders of worksheets, and the pages of a site."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from workleaf.language import fields, project
from workleaf.problems import Problem
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
PAGES = {
    name: Target(kind="page", name=name, title=name, safety=name in SAFETY)
    for name in (*SECTIONS, *SAFETY, "start-here")
}
_EXAMPLE = re.compile(r"^([a-z][a-z-]*):\n((?:(?:  .*)?\n)+)", re.MULTILINE)


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


def examples() -> dict[str, str]:
    """The examples of all field types, as `type/name` → the YAML of a small worksheet."""
    home = Path(fields.__file__).parent
    return {
        f"{field.type_name}/{name}": textwrap.dedent(body)
        for field in fields.FIELDS
        for name, body in _EXAMPLE.findall(
            (home / field.type_name / "examples.yaml").read_text(encoding="utf-8")
        )
    }
