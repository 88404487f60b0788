"""Copies of the project to build in, and ways to build them."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PARTS = ("mkdocs.yml", "worksheets.lock.json", "content", "worksheets", "pictures", "overrides")


def worksheets() -> list[str]:
    """The ids of the guide's worksheets, each once, whatever languages it is in."""
    found = (ROOT / "worksheets").glob("[!_]*.yml")
    return sorted(path.stem for path in found if "." not in path.stem)


def copy(folder: Path, *, translations: bool = True) -> Path:
    """A copy of what authors write, without anything built.

    Without translations it builds in half the time, for tests that are not about languages.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        source = ROOT / name
        if not source.exists():
            continue  # not every guide has them all
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=None if translations else _translated)
        else:
            shutil.copyfile(source, folder / name)
    return folder


def _translated(folder: str, names: list[str]) -> set[str]:
    """The translations in a folder: sidecars, and pages in a folder of their language."""
    sidecars = {name for name in names if name.endswith(".yml") and name.count(".") > 1}
    pages = {"es"} & set(names) if Path(folder) == ROOT / "content" else set()
    return sidecars | pages


def run(
    folder: Path, *command: str, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m …` in a project and wait for it."""
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=folder,
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
    )


def digests(folder: Path) -> dict[str, str]:
    """File → digest for everything in a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
