"""Problems told: to people in a terminal, to programs as JSON, to GitHub as annotations."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

import click

from workleaf.problems import Problem

_LONGEST: Final = 1000
"""Characters of a source line in JSON; some files are one line."""
_DATA: Final = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY: Final = {**_DATA, ":": "%3A", ",": "%2C"}


def tell(problems: Iterable[Problem]) -> None:
    """Print problems for people, and for GitHub where the build runs there."""
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    for each in problems:
        click.echo(f"{each}\n", err=True)
        if on_github:
            click.echo(annotation(each, file=_in_repository(each.span.file)), err=True)


def as_json(problems: Iterable[Problem]) -> str:
    """A flat list for programs. These keys stay; there may be more one day."""
    return json.dumps([_flat(each) for each in problems], indent=2, ensure_ascii=False)


def _flat(each: Problem) -> Mapping[str, object]:
    span = each.span
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "width": span.width,
        "level": each.level,
        "code": each.code,
        "message": each.message,
        "hint": each.hint,
        "excerpt": each.excerpt[:_LONGEST],
    }


def annotation(each: Problem, *, file: str) -> str:
    """A workflow command; GitHub shows it at its line in the pull request.

    https://docs.github.com/actions/reference/workflow-commands-for-github-actions
    """
    span = each.span
    properties = {
        "file": file,
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.width,
        "title": f"workleaf: {each.code}",
    }
    place = ",".join(f"{key}={_escaped(value, _PROPERTY)}" for key, value in properties.items())
    text = f"{each.message}\n{each.hint}" if each.hint else each.message
    return f"::{each.level} {place}::{_escaped(text, _DATA)}"


def _escaped(value: object, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(sign, sign) for sign in str(value))


def _in_repository(file: str) -> str:
    """The file as GitHub knows it: from the top of the repository, not from this folder."""
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd()).resolve()
    whole = (Path.cwd() / file).resolve()
    return whole.relative_to(top).as_posix() if whole.is_relative_to(top) else file
