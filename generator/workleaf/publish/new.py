"""`workleaf new`: files that are good to start from."""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workleaf.language import ids, schema
from workleaf.language.folder import label
from workleaf.problems import Span, WorksheetError, problem
from workleaf.publish.files import replace

_STARTER: Final = Path(__file__).parent / "starters" / "worksheet.yml"
_CHECK: Final = "3. See what could be better:     "


@dataclass(frozen=True)
class Written:
    """What was written, and what to do next."""

    file: str
    """The worksheet or the folder, as the author would name it."""
    next_steps: tuple[str, ...]


def worksheet(
    name: str, *, folder: Path, root: Path, taken: Collection[str] = (), in_site: bool = True
) -> Written:
    """Write a small worksheet, and the schema for editors beside it.

    `taken` are the names of pages: links go by name, so nothing else may have one of them.
    Raises `WorksheetError` for a name that cannot be, and where a file of that name is there.
    """
    path = folder / f"{name}.yml"
    file = label(path, root)
    if ids.worksheet_fault(name):
        raise _error("new-name", name, name=name[:80], example=_near(name))
    if path.exists():
        raise _error("new-exists", file, name=name)
    if name in taken:
        raise _error("new-page", file, name=name)
    title = name.replace("-", " ").capitalize()
    text = _STARTER.read_text(encoding="utf-8").format(title=title, schema=schema.FILE)
    try:
        replace(folder / schema.FILE, as_file())
        with path.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
    except OSError as error:
        raise _error("new-unwritable", file, why=error.strerror or str(error)) from None
    return Written(file, _next(name, file, folder=label(folder, root), in_site=in_site))


def _next(name: str, file: str, *, folder: str, in_site: bool) -> tuple[str, ...]:
    first = f"1. Open {file} and put your own words in."
    if in_site:
        return (
            first,
            "2. Look at it while you write:   workleaf serve",
            _CHECK + "workleaf check",
            "4. Before you publish it:        workleaf fix",
        )
    made = f"workleaf pdf {file} -o {name}.pdf"
    return (first, f"2. Look at it:                   {made}", f"{_CHECK}workleaf check {folder}")


def _near(name: str) -> str:
    """A name like this one that can be."""
    made = ids.derived(name.removesuffix(".yml"), (), fallback="my_worksheet").replace("_", "-")
    return f"{made}-worksheet" if ids.worksheet_fault(made) else made


def as_file() -> bytes:
    """The schema as it stands beside worksheets."""
    return (json.dumps(schema.schema(), indent=1, ensure_ascii=False) + "\n").encode()


def _error(code: str, file: str, **blanks: str) -> WorksheetError:
    return WorksheetError([problem(code, Span(file=file), **blanks)])
