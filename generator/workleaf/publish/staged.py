"""What a stage holds and what engines need to know of it; nothing here knows of worksheets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from workleaf.problems import Problem

ASSET_FOLDER: Final = "assets/workleaf"
STYLESHEET: Final = f"{ASSET_FOLDER}/workleaf.css"
SCRIPT: Final = f"{ASSET_FOLDER}/workleaf.js"
LOOK: Final = f"{ASSET_FOLDER}/look.css"
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
    """There are overrides of the theme: workleaf's look, its words in several languages."""
    look: Mapping[str, Any] = field(default_factory=dict)
    """The words and links of workleaf's look, by language; empty without it."""
    noindex: tuple[str, ...] = ()
    """Addresses of pages that search engines leave out."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Language → what the site is called in it, where that is not what it is called elsewhere."""
    versions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Address → language → address, of pages that are in several languages."""

    @property
    def styles(self) -> tuple[str, ...]:
        """Our style sheets; those of authors come after them."""
        return (STYLESHEET, LOOK) if self.look else (STYLESHEET,)

    @property
    def extra(self) -> dict[str, Any]:
        """What is added to `extra`, where templates read it."""
        return {"workleaf_look": dict(self.look)} if self.look else {}
