"""`workleaf fix`: writes the ids that files lack into them, and says what it wrote."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from workleaf.language import lock, project
from workleaf.language.settle import Settling
from workleaf.problems import Problem, Span, problem, tidy
from workleaf.publish.config import Site
from workleaf.publish.files import replace
from workleaf.worksheet.texts import Target


@dataclass(frozen=True)
class Fixed:
    """What was written, or would be, and what stood in the way."""

    told: tuple[str, ...] = ()
    """A line for each file that changed."""
    problems: tuple[Problem, ...] = ()


def fix(
    folder: Path,
    *,
    pages: Mapping[str, Target],
    root: Path | None = None,
    only: Path | None = None,
    write: bool = True,
    start: Path | None = None,
) -> Fixed:
    """Write what the files of a folder lack, or what one of them lacks.

    A file with errors is left alone: nobody knows yet what it will say. Without errors the lock
    of the folder learns what is published now; `start` makes one in that folder.
    """
    reading, lacking = project.unsettled(folder, pages=pages, root=root, also=only)
    errors = [each for each in reading.problems if each.level == "error"]
    wrong = {each.span.file for each in errors}
    told: list[str] = []
    problems: list[Problem] = []
    for file, settling in sorted(lacking.items()):
        path = folder / Path(file).name
        if only is not None and path.name != only.name:
            continue
        if file in wrong:
            continue
        found, lines = _file(path, file, settling, write=write)
        problems += found
        told += lines
    if only is None and not errors:
        told += _lock(folder, start=start, pages=pages, root=root, write=write)
    left = [each for each in errors if only is None or Path(each.span.file).name == only.name]
    return Fixed(tuple(told), tidy([*left, *problems]))


def _lock(
    folder: Path,
    *,
    start: Path | None,
    pages: Mapping[str, Target],
    root: Path | None,
    write: bool,
) -> list[str]:
    """Let the lock learn what is published now."""
    found = project.read(folder, pages=pages, root=root).stable
    file = found.file or (start / lock.NAME if start else None)
    if file is None:
        return []
    about = os.path.relpath(folder.resolve(), file.parent.resolve())
    known = found.lock or lock.Lock(folder=Path(about).as_posix())
    text = lock.written(known.learned(found.sheets)).encode()
    if file.is_file() and file.read_bytes() == text:
        return []
    if write:
        replace(file, text)
    return [f"{lock.NAME}: what is published now"]


def _file(
    path: Path, file: str, settling: Settling, *, write: bool
) -> tuple[list[Problem], list[str]]:
    data = path.read_bytes()
    made, unwritten = settling.written(data)
    lines = settling.root.source.lines
    problems = [
        problem("fix-unwritten", lack.span, excerpt=lines[lack.span.line - 1], words=lack.words)
        for lack in unwritten
    ]
    names = [lack.words for lack in settling.lacks if lack not in unwritten]
    if not names:
        return problems, []
    if write:
        try:
            replace(path, made)
        except OSError as error:
            why = error.strerror or str(error)
            return [problem("output-unwritable", Span(file=file), why=why)], []
    return problems, [f"{file}: {', '.join(names)}"]


def fix_all(
    paths: tuple[Path, ...],
    *,
    site: Site | None,
    pages: Callable[[Path], Mapping[str, Target]],
    write: bool,
    start_lock: bool = False,
) -> Fixed:
    """The same for the files and folders that were named, or for a whole project.

    `pages` knows the pages of the site around a file.
    """
    found = [_named(path, pages, write=write) for path in paths]
    if site:
        folder, start = site.worksheets, site.root if start_lock else None
        found.append(fix(folder, pages=pages(folder), root=site.root, write=write, start=start))
    told = tuple(line for each in found for line in each.told)
    return Fixed(told, tidy(each for one in found for each in one.problems))


def _named(path: Path, pages: Callable[[Path], Mapping[str, Target]], *, write: bool) -> Fixed:
    if path.is_dir():
        return fix(path, pages=pages(path), write=write)
    if path.is_file():
        return fix(path.parent, pages=pages(path), only=path, write=write)
    return Fixed(problems=(problem("file-missing", Span(file=str(path))),))
