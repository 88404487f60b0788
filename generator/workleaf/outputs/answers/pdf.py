"""Answers from a filled PDF, whichever viewer or program filled it in."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from workleaf.outputs.answers.model import Answer, Answers
from workleaf.outputs.answers.source import Source
from workleaf.worksheet.paths import IDENTITY, TICKED

DEEPEST = 20
"""A field name has far fewer parts; a damaged tree may have a loop."""


@dataclass(frozen=True)
class Found:
    """One field: its path, its kind (`/Tx`, `/Btn`, `/Ch`), the object that holds its value."""

    path: str
    kind: str
    field: Object


def read(data: bytes, source: Source) -> Answers:
    """The answers in a filled PDF; fields that are empty are left out."""
    try:
        with pikepdf.open(io.BytesIO(data)) as opened:
            return _answers(opened, source)
    except pikepdf.PasswordError as error:
        raise source.error("answers-encrypted") from error
    except (pikepdf.PdfError, ValueError, TypeError, AttributeError) as error:
        raise source.error("answers-broken", reason=_first_line(error)) from error


def _first_line(error: Exception) -> str:
    lines = str(error).splitlines()
    return lines[0] if lines else "its objects are not as they should be"


def _answers(pdf: Pdf, source: Source) -> Answers:
    form = pdf.Root.get(Name.AcroForm, Dictionary())
    found = list(_fields(form.get(Name.Fields, Array()), "", "", 0))
    if not found:
        raise source.error("answers-no-fields")
    identity = _identity(pdf, found)
    if identity is None:
        raise source.error("answers-foreign")
    answers: dict[str, Answer] = {}
    for each in found:
        if not each.path.startswith("_"):
            _add(answers, each)
    return Answers(worksheet=identity[0], version=identity[1], answers=answers)


def _fields(fields: Iterable[Object], above: str, kind: str, depth: int) -> Iterator[Found]:
    """Every field with a value of its own, in the order of the document."""
    if depth > DEEPEST:
        return
    for each in fields:
        if not isinstance(each, Dictionary):
            continue
        path = ".".join(part for part in (above, str(each.get(Name.T, ""))) if part)
        own = str(each.get(Name.FT, kind))
        below = [kid for kid in each.get(Name.Kids, Array()) if _is_field(kid)]
        if below:
            yield from _fields(below, path, own, depth + 1)
        elif path:
            yield Found(path, own, each)


def _is_field(kid: Object) -> bool:
    """A field of its own and not just one more place where its parent is drawn."""
    return isinstance(kid, Dictionary) and Name.T in kid


def _identity(pdf: Pdf, found: list[Found]) -> tuple[str, int] | None:
    """Id and version: from the hidden field, else from the document's properties."""
    said = [_text(each.field) for each in found if each.path == IDENTITY]
    said.append(str(pdf.docinfo.get("/Worksheet", "")))
    for text in said:
        match = re.fullmatch(r"([a-z0-9][a-z0-9-]*)@(\d{1,9})", text)
        if match:
            return match[1], int(match[2])
    return None


def _add(answers: dict[str, Answer], each: Found) -> None:
    if each.kind != "/Btn":
        value = _choice(each.field) if each.kind == "/Ch" else _text(each.field)
        if value.strip():
            answers[each.path] = value
        return
    state = _state(each.field)
    if state == TICKED:
        question, _, choice = each.path.rpartition(".")
        answers[each.path] = True
        picked = answers.setdefault(question, [])
        if isinstance(picked, list):
            picked.append(choice)
    elif state:
        answers[each.path] = state


def _text(field: Object) -> str:
    value = field.get(Name.V, "")
    # Long texts may be kept in a stream.
    if isinstance(value, pikepdf.Stream):
        text = value.read_bytes().decode("utf-8", "replace")
    else:
        text = str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _choice(field: Object) -> str:
    """The value of a list; some programs save the words that they show instead."""
    value = field.get(Name.V, "")
    picked = str(value[0]) if isinstance(value, Array) and len(value) else str(value)
    options = [
        (str(each[0]), str(each[1]))
        for each in field.get(Name.Opt, Array())
        if isinstance(each, Array) and len(each) == 2
    ]
    if picked in dict(options):
        return picked
    return next((saved for saved, words in options if words == picked), picked)


def _state(field: Object) -> str:
    """What is ticked or chosen; some programs only set the field, some only what is drawn."""
    drawn = [field, *(kid for kid in field.get(Name.Kids, Array()) if isinstance(kid, Dictionary))]
    states = [field.get(Name.V, ""), *(each.get(Name.AS, "") for each in drawn)]
    named = [str(state).removeprefix("/") for state in states]
    return next((state for state in named if state and state != "Off"), "")
