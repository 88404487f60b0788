"""The templates: one a control, each of which a project may replace by its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jinja2 import Environment, FunctionLoader, StrictUndefined

from workleaf.outputs.web.controls import CONTROLS

HERE = Path(__file__).parent


def environment(overrides: Path | None = None) -> Environment:
    """The compiled templates; `overrides` is a folder that may hold `workleaf/<control>.html`.

    They are compiled again when a project's own change. Ours do not change while they are used.
    """
    return _environment(overrides, _state(overrides))


@cache
def _environment(overrides: Path | None, state: tuple[tuple[str, int], ...]) -> Environment:
    return Environment(
        loader=FunctionLoader(_loader(overrides)),
        autoescape=True,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def _state(overrides: Path | None) -> tuple[tuple[str, int], ...]:
    """A project's own templates and when they were changed."""
    files = sorted((overrides / "workleaf").glob("*.html")) if overrides else ()
    return tuple((file.name, file.stat().st_mtime_ns) for file in files)


def _loader(overrides: Path | None) -> Callable[[str], str | None]:
    """Reads a template by its name, a project's own before ours."""

    def load(name: str) -> str | None:
        own = overrides / "workleaf" / name if overrides else None
        path = own if own and own.is_file() else _path(name)
        return path.read_text("utf-8") if path.is_file() else None

    return load


def _path(name: str) -> Path:
    control = name.removesuffix(".html")
    return (
        HERE / "controls" / control / "template.html"
        if control in CONTROLS
        else HERE / "templates" / name
    )
