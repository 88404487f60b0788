"""Files of the stage: written only when they changed, whole or not at all, and none left over."""

from __future__ import annotations

import hashlib
import shutil
from functools import cache
from pathlib import Path
from typing import Final

_PACKAGE: Final = Path(__file__).parent.parent


class Folder:
    """A folder whose contents are exactly what was put into it since it was opened."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: set[Path] = set()

    def write(self, name: str, data: bytes | str) -> None:
        """Put a file there; an equal one is not touched, so that nothing watching it wakes."""
        content = data.encode() if isinstance(data, str) else data
        target = self._keep(name)
        if target.is_file() and target.read_bytes() == content:
            return
        replace(target, content)

    def copy(self, name: str, source: Path) -> None:
        """Put a copy of a file there."""
        target = self._keep(name)
        if target.is_file() and target.read_bytes() == source.read_bytes():
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)

    def close(self) -> None:
        """Take away what was not put there this time."""
        if not self.path.is_dir():
            return
        for path in sorted(self.path.rglob("*"), reverse=True):
            if path.is_dir():
                if not any(path.iterdir()):
                    path.rmdir()
            elif path not in self._kept:
                path.unlink()

    def _keep(self, name: str) -> Path:
        target = self.path / name
        self._kept.add(target)
        return target


@cache
def code_digest(*parts: str) -> str:
    """A digest of workleaf itself, code, fonts and words, or of some folders of it."""
    found = hashlib.sha256()
    for folder in [_PACKAGE / part for part in parts] or [_PACKAGE]:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                found.update(path.read_bytes())
    return found.hexdigest()


def replace(target: Path, content: bytes) -> None:
    """Write a file in one step: either the old or the new one is there, never half of it."""
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".{target.name}.new")
    waiting.write_bytes(content)
    waiting.replace(target)
