"""What a stage holds and what engines need to know of it; nothing here knows of worksheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from workleaf.problems import Problem

ASSET_FOLDER: Final = "assets/workleaf"
STYLESHEET: Final = f"{ASSET_FOLDER}/workleaf.css"
SCRIPT: Final = f"{ASSET_FOLDER}/workleaf.js"
GENERATED: Final = "mkdocs.gen.yml"
"""The configuration that engines build the stage with."""


@dataclass(frozen=True, kw_only=True)
class Staged:
    """What a stage holds."""

    worksheets: Mapping[str, str]
    """A worksheet's page in the stage → its YAML file, relative to the project."""
    nav: list[Any] | None
    forms: Mapping[str, tuple[str, ...]]
    """Page address → the worksheets that have a form there (gates come on top)."""
    warnings: tuple[Problem, ...]
    themed: bool = False
    """Pages are in several languages, so the theme's words are too."""
