"""`workleaf new site`: a small, whole guide to make one's own."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Final

from workleaf.language import ids, schema
from workleaf.problems import Span, WorksheetError, problem
from workleaf.publish import new

STARTER: Final = Path(__file__).parent / "starters" / "site"
_DOTTED: Final = "dot"
"""The folder of the starter whose files get a dot in front of their names."""
_FILLED: Final = ("mkdocs.yml", "README.md", "requirements.txt")
"""The files in which `@NAME@` and its like stand for something."""
_UNSEEN: Final = frozenset({".git", ".DS_Store"})
"""What may be in a folder that counts as empty."""


def site(folder: Path, *, shown: str) -> new.Written:
    """Write a whole guide into a new or empty folder, or nothing at all.

    `shown` is the folder as the author named it. Raises `WorksheetError` where something is there.
    """
    target = folder.resolve()
    if target.exists() and not target.is_dir():
        raise _error("new-site-file", shown)
    if target.is_dir() and {path.name for path in target.iterdir()} - _UNSEEN:
        raise _error("new-site-full", shown)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _put(target)
    except OSError as error:
        raise _error("new-unwritable", shown, why=error.strerror or str(error)) from None
    return new.Written(shown, _next(folder))


def _put(target: Path) -> None:
    """Write everything aside first; then the folder, or all that is in it, takes its place."""
    there = target.is_dir()
    aside = target / ".new-site" if there else target.with_name(f".{target.name}.new")
    shutil.rmtree(aside, ignore_errors=True)
    moved: list[Path] = []
    try:
        _write(aside, name=_title(target.name), site_id=_site_id(target.name))
        if not there:
            aside.rename(target)
            return
        for path in sorted(aside.iterdir()):
            moved.append(path.rename(target / path.name))
    except BaseException:
        for path in moved:
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write(folder: Path, *, name: str, site_id: str) -> None:
    filled = {"@NAME@": name, "@ID@": site_id, "@VERSION@": version("workleaf")}
    for file, source in files():
        target = folder / file
        target.parent.mkdir(parents=True, exist_ok=True)
        data = source.read_bytes()
        if file in _FILLED:
            text = re.sub(r"@[A-Z]+@", lambda found: filled[found[0]], data.decode())
            data = text.encode()
        target.write_bytes(data)
    (folder / "worksheets" / schema.FILE).write_bytes(new.as_file())


def files() -> Iterator[tuple[str, Path]]:
    """Each file of the starter: where it goes, and where it is."""
    for path in sorted(STARTER.rglob("*")):
        if path.is_file():
            name = path.relative_to(STARTER).as_posix()
            head, _, rest = name.partition("/")
            yield (f".{rest}" if head == _DOTTED else name), path


def _title(name: str) -> str:
    """The name of a folder as that of a site, within double quotes in YAML."""
    words = re.sub(r"[^\w ]+|_", " ", name).split()
    said = " ".join(words) or "My guide"
    return said[0].upper() + said[1:]


def _site_id(name: str) -> str:
    made = ids.derived(name, (), fallback="my_guide").replace("_", "-")[:63].strip("-")
    return made if len(made) > 1 else "my-guide"


def _next(folder: Path) -> tuple[str, ...]:
    here = os.path.relpath(folder.resolve())
    steps = () if here == "." else (f"Go there:              cd {here}",)
    more = (
        "Look at it:            workleaf serve",
        "Make it yours, step by step: content/make-it-yours.md",
    )
    return tuple(f"{number}. {step}" for number, step in enumerate((*steps, *more), 1))


def _error(code: str, shown: str, **blanks: str) -> WorksheetError:
    return WorksheetError([problem(code, Span(file=shown), **blanks)])
