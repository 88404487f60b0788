"""A stage is made anew only when something it is made from has changed.

What authors wrote, the settings, the words and code of workleaf: a digest of all of it is kept
beside the stage, with the size and time of every file there. While both agree there is nothing to
read, to draw or to check, and what does that is not even loaded.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from workleaf.language.memory import Memory
from workleaf.problems import Problem, Span
from workleaf.publish.config import Site, custom_folder
from workleaf.publish.files import code_digest, replace
from workleaf.publish.staged import GENERATED, Staged

MEMORY: Final = "stage.json"


def staged(
    site: Site,
    *,
    nav: list[Any] | None = None,
    strict: bool = False,
    memory: Memory | None = None,
) -> Staged:
    """The stage of a project, from the last build where nothing changed since.

    Raises `WorksheetError` with all problems before anything is written; `strict` refuses more.
    """
    mark = _mark(site, nav, strict)
    kept = _kept(site, mark)
    if kept is not None:
        return kept
    from workleaf.publish.stage import stage

    made = stage(site, nav=nav, strict=strict, memory=memory)
    _keep(site, mark, made)
    return made


def _mark(site: Site, *more: object) -> str:
    """A digest of everything that a stage is made from."""
    settings = (site.settings, site.site_url, site.repo_url, site.language, more)
    digest = hashlib.sha256(repr((settings, code_digest())).encode())
    for path in _sources(site):
        digest.update(f"\0{path.relative_to(site.root)}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources(site: Site) -> Iterator[Path]:
    """What authors wrote: pages, worksheets, overrides, and the files beside mkdocs.yml."""
    own = custom_folder(site) or site.root / "overrides"
    for folder in sorted({site.content, site.worksheets, site.pictures, own}):
        yield from sorted(path for path in folder.rglob("*") if path.is_file())
    yield from sorted(
        path
        for path in site.root.iterdir()
        if path.suffix in (".yml", ".yaml", ".json") and path.is_file() and path.name != GENERATED
    )


def _state(site: Site) -> dict[str, list[int]]:
    """Every file of the stage with its size and when it was written."""
    return {
        path.relative_to(site.build).as_posix(): [path.stat().st_size, path.stat().st_mtime_ns]
        for folder in (site.stage, site.fragments, site.theme)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _keep(site: Site, mark: str, made: Staged) -> None:
    found = {"mark": mark, "state": _state(site), "staged": dataclasses.asdict(made)}
    replace(site.build / MEMORY, json.dumps(found, ensure_ascii=False).encode())


def _kept(site: Site, mark: str) -> Staged | None:
    """The last stage, where it is of this mark and nobody touched it."""
    try:
        found = json.loads((site.build / MEMORY).read_bytes())
        if found["mark"] != mark or found["state"] != _state(site):
            return None
        return _staged(found["staged"])
    except (OSError, ValueError, KeyError, TypeError):
        return None  # it is made anew, whatever became of the note about it


def _staged(found: dict[str, Any]) -> Staged:
    warnings = tuple(
        Problem(**{**each, "span": Span(**each["span"])}) for each in found["warnings"]
    )
    forms = {page: tuple(names) for page, names in found["forms"].items()}
    noindex = tuple(found["noindex"])
    return Staged(**{**found, "forms": forms, "warnings": warnings, "noindex": noindex})
