"""The files of a folder of worksheets, and what their names may be."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from workleaf.language import ids, loader
from workleaf.language.memory import Memory
from workleaf.language.source import Mapping, Report
from workleaf.problems import Span
from workleaf.watching import watched
from workleaf.worksheet.languages import CODE

SHARED_ID = "_shared"
SHARED = f"{SHARED_ID}.yml"


@dataclass
class Files:
    """What was found: nodes by worksheet id, with the name that problems use."""

    worksheets: dict[str, tuple[str, Mapping]] = field(default_factory=dict)
    shared: Mapping | None = None
    unreadable: list[str] = field(default_factory=list)
    sidecars: dict[tuple[str, str], tuple[str, Mapping]] = field(default_factory=dict)
    """Worksheet id (or `_shared`) and language → a translation."""


def root(folder: Path) -> Path:
    """What file names are relative to: the working folder, else the folder around."""
    whole, here = folder.resolve(), Path.cwd()
    return here if whole.is_relative_to(here) else whole.parent


def label(path: Path, base: Path) -> str:
    """How problems name a file."""
    return _label(path.parent.resolve() / path.name, base.resolve())


def _label(whole: Path, base: Path) -> str:
    return whole.relative_to(base).as_posix() if whole.is_relative_to(base) else whole.name


def read(
    folder: Path,
    *,
    root: Path,
    report: Report,
    also: Path | None = None,
    memory: Memory | None = None,
) -> Files:
    """Every worksheet file of the folder, sorted by name; `also` is read whatever it is called."""
    found = Files()
    names: dict[str, str] = {}
    if not folder.is_dir():
        report.add("folder-missing", Span(file=label(folder, root)))
        return found
    paths = {each for each in folder.iterdir() if each.is_file() or each.is_symlink()}
    whole, base = folder.resolve(), root.resolve()
    for path in watched(sorted(paths | ({also} if also else set())), "Opening files"):
        file = label(path, base) if path == also else _label(whole / path.name, base)
        if path != also and not _is_read(path, file, whole, report):
            continue
        if sidecar := translation(path.name):
            _sidecar(path, file, sidecar, found, report, memory)
        elif path.name == SHARED:
            found.shared = loader.load(path, file=file, report=report, memory=memory)
        else:
            _worksheet(path, file, found, names, report, memory)
    return found


def _is_read(path: Path, file: str, folder: Path, report: Report) -> bool:
    """It is a worksheet, or the shared file, by its name; what only looks like one is noted."""
    if path.name.startswith(".") or path.suffix.lower() not in (".yaml", ".yml"):
        return False
    stem = path.name.removesuffix(path.suffix)
    code = ""
    if path.suffix != ".yml":
        code = "file-suffix"
    elif path.is_symlink() and not path.resolve().is_relative_to(folder):
        code = "symlink-outside"
    elif path.name.startswith("_") and stem.partition(".")[0] != SHARED_ID:
        code = "shared-file-name"
    if code:
        report.add(code, Span(file=file), suffix=path.suffix)
    return not code


def translation(file_name: str) -> tuple[str, str] | None:
    """Worksheet id and language of `my-sheet.es.yml`; `None` where it is no translation."""
    name, dot, code = file_name.removesuffix(".yml").partition(".")
    return (name, code) if dot and CODE.match(code) else None


def languages(folder: Path) -> tuple[str, ...]:
    """The languages that some worksheet of a folder is translated into."""
    found = (translation(path.name) for path in folder.glob("*.*.yml"))
    return tuple(sorted({code for name, code in filter(None, found) if name != SHARED_ID}))


def _sidecar(
    path: Path,
    file: str,
    sidecar: tuple[str, str],
    found: Files,
    report: Report,
    memory: Memory | None,
) -> None:
    name, code = sidecar
    if not path.with_name(f"{name}.yml").exists():
        others = (each.stem for each in path.parent.glob("*.yml") if "." not in each.stem)
        near, example = ids.near(name, others), f"my-sheet.{code}.yml"
        report.add("translation-alone", Span(file=file), name=name, near=near, example=example)
    elif node := loader.load(path, file=file, report=report, memory=memory):
        found.sidecars[sidecar] = (file, node)


def _worksheet(
    path: Path,
    file: str,
    found: Files,
    names: dict[str, str],
    report: Report,
    memory: Memory | None,
) -> None:
    name = path.name.removesuffix(path.suffix)
    if code := ids.worksheet_fault(name):
        example = ids.derived(name, (), fallback="worksheet").replace("_", "-")
        report.add(code, Span(file=file), name=name[:80], example=example)
    elif other := names.get(name.lower()):
        report.add("same-address", Span(file=file), other=other)
    names.setdefault(name.lower(), file)
    node = loader.load(path, file=file, report=report, memory=memory)
    if node is None:
        found.unreadable.append(name)
    else:
        found.worksheets[name] = (file, node)
