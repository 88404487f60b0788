"""The templates: one a control, each of which a project may replace by its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from workleaf.outputs.web.controls import CONTROLS

HERE = Path(__file__).parent


@cache
def environment(overrides: Path | None = None) -> Environment:
    """The compiled templates; `overrides` is a folder that may hold `workleaf/<control>.html`."""
    return Environment(
        loader=FunctionLoader(_loader(overrides)),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _loader(overrides: Path | None) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Reads a template by its name, a project's own before ours, again when its file changes."""

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        own = overrides / "workleaf" / name if overrides else None
        path = own if own and own.is_file() else _path(name)
        if not path.is_file():
            return None
        changed = path.stat().st_mtime_ns
        return path.read_text("utf-8"), str(path), lambda: _time(path) == changed and _is(own, path)

    return load


def _path(name: str) -> Path:
    control = name.removesuffix(".html")
    return (
        HERE / "controls" / control / "template.html"
        if control in CONTROLS
        else HERE / "templates" / name
    )


def _time(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


def _is(own: Path | None, path: Path) -> bool:
    """Whether this is still the file to take: an override may have come."""
    return own is None or own == path or not own.is_file()
