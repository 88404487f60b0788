"""`workleaf translate`: makes and refreshes the translation files of a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workleaf.language import ids, project
from workleaf.language.loader import read
from workleaf.language.source import Report
from workleaf.language.translations import SHARED, Translations, sidecar, written_in
from workleaf.language.translations.walk import Path as Way
from workleaf.language.translations.writing import Given, Refreshed, lost, refreshed
from workleaf.problems import Problem, Span, WorksheetError, problem
from workleaf.publish import exchange
from workleaf.worksheet.languages import CODE, same


@dataclass(frozen=True, kw_only=True)
class Change:
    """A translation file as it will be."""

    path: Path
    refreshed: Refreshed


@dataclass(frozen=True, kw_only=True)
class Plan:
    """Everything that a run would write, and what to say besides."""

    changes: tuple[Change, ...]
    po: bytes
    problems: tuple[Problem, ...] = ()


def plan(
    home: Path, paths: Sequence[Path], language: str, *, root: Path | None, po: Path | None = None
) -> Plan:
    """What refreshing the translations of a folder writes. Raises `WorksheetError`.

    `po` is a file with translations to take in.
    """
    if not CODE.match(language):
        here = Span(file=f"workleaf translate {language}")
        raise WorksheetError([problem("language-unknown", here, found=language)])
    found = project.translations(home, root=root)
    names = _names(found, paths, language)
    given, problems = exchange.read(po, found, language) if po else ({}, ())
    _refuse(found, home, names, language)
    changes = tuple(_changes(found, home, names, language, given))
    return Plan(changes=changes, po=exchange.write(found, names, language), problems=problems)


def _names(found: Translations, paths: Sequence[Path], language: str) -> tuple[str, ...]:
    """The worksheets (and `_shared`) to translate, without those of the language itself."""
    known = [*((SHARED,) if found.shared.node else ()), *sorted(found.drafts)]
    for path in paths:
        name = path.name.partition(".")[0]
        if name not in known:
            near = ids.near(name, known)
            here = Span(file=str(path))
            raise WorksheetError([problem("translate-nothing", here, name=name, near=near)])
    chosen = {path.name.partition(".")[0] for path in paths} or set(known)
    return tuple(name for name in known if name in chosen and not _is_own(found, name, language))


def _is_own(found: Translations, name: str, language: str) -> bool:
    own = found.shared.language if name == SHARED else written_in(found.drafts[name])
    return same(own, language)


def _refuse(found: Translations, home: Path, names: Iterable[str], language: str) -> None:
    """A file that cannot be read whole is left alone: writing it anew could lose something."""
    present = {f"{name}.{language}.yml" for name in names}
    present = {name for name in present if (home / name).exists()}
    whole = {Path(each.file).name for each in found.sidecars.values()}
    faults = [
        each
        for each in found.report.problems
        if each.level == "error" and Path(each.span.file).name in present
    ]
    if faults or present - whole:
        raise WorksheetError(faults)


def _changes(
    found: Translations,
    home: Path,
    names: Iterable[str],
    language: str,
    given: Mapping[str, Mapping[Way, Given]],
) -> Iterator[Change]:
    for name in names:
        texts, phrases = found.texts(name), found.phrases(name)
        if not texts and not phrases:
            continue
        old = found.sidecars.get((name, language))
        made = refreshed(texts, phrases, old, given=given.get(name, {}))
        path = home / f"{name}.{language}.yml"
        _prove(made, old, path, set(given.get(name, {})))
        yield Change(path=path, refreshed=made)


def summary(change: Change) -> str:
    """How far a file is, in words."""
    made = change.refreshed
    parts = [f"{made.translated} translated", f"{made.missing} missing", f"{made.stale} stale"]
    return ", ".join([*parts, *([f"{made.kept} kept"] if made.kept else [])])


def _prove(made: Refreshed, old: sidecar.Sidecar | None, path: Path, given: set[Way]) -> None:
    """Every word that a translator wrote is in the new file too, or nothing is written."""
    report = Report()
    node = read(made.text.encode(), file=path.name, report=report)
    new = sidecar.read(node, file=path.name, language="", report=report) if node else None
    here = Span(file=path.name)
    if new is None or report.failed:
        raise WorksheetError(report.problems or [problem("translate-lost", here, words="all")])
    words = lost(old, new, replaced=given) if old else ()
    if words:
        raise WorksheetError([problem("translate-lost", here, words=words[0][:80])])
