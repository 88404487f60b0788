"""Answers from JSON: what the page lets readers download."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from workleaf.outputs.answers.model import Answer, Answers
from workleaf.outputs.answers.source import Source

FORMAT = 1
MOST_ANSWERS, LONGEST_PATH = 20_000, 300


def read(data: bytes, source: Source) -> Answers:
    """The answers in a JSON file."""
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise source.error("answers-broken", reason=_reason(error)) from error
    return from_data(found, source)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not UTF-8"
    if isinstance(error, RecursionError):
        return "it is nested too deeply"
    return str(error)


def from_data(data: Any, source: Source) -> Answers:
    """The answers in parsed JSON, its shape checked."""
    if not isinstance(data, dict) or not {"worksheet", "answers"} <= data.keys():
        raise source.error("answers-foreign")
    if data.get("format", FORMAT) != FORMAT:
        raise source.error("answers-format", found=data["format"])
    reason = _misshapen(data)
    if reason:
        raise source.error("answers-shape", reason=reason)
    answers = dict(_filled(data["answers"]))
    return Answers(worksheet=data["worksheet"], version=data["version"], answers=answers)


def _misshapen(data: dict[str, Any]) -> str:
    if not isinstance(data["worksheet"], str) or not data["worksheet"]:
        return "'worksheet' is no name"
    version = data.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        return "'version' is no whole number"
    if not isinstance(data["answers"], dict):
        return "'answers' is no object"
    if len(data["answers"]) > MOST_ANSWERS:
        return f"more than {MOST_ANSWERS} answers"
    for path, value in data["answers"].items():
        if not path or len(path) > LONGEST_PATH:
            return "a name of an answer is empty or too long"
        if not _is_answer(value):
            return f"the answer '{path}' is neither a text nor a tick nor a list of choices"
    return ""


def _is_answer(value: Any) -> bool:
    if isinstance(value, list):
        return all(isinstance(each, str) for each in value)
    return value is None or isinstance(value, str | bool | int | float)


def _filled(answers: dict[str, Any]) -> Iterator[tuple[str, Answer]]:
    for path, value in answers.items():
        if isinstance(value, int | float) and not isinstance(value, bool):
            yield path, str(value).removesuffix(".0")
        elif value if not isinstance(value, str) else value.strip():
            yield path, value
