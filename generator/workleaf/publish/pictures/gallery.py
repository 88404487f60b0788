"""All drawings of a site, and their words in every language."""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from workleaf.language import loader
from workleaf.language.source import Report, Scalar
from workleaf.problems import Problem, Span, Suggestion, problem
from workleaf.publish.pictures import drawing
from workleaf.publish.pictures.drawing import Drawing, Text
from workleaf.publish.pictures.room import lines, width
from workleaf.worksheet.languages import CODE

HOW_FAR: Final = "translation"
"""The key of a file of words that says how far it is; nothing is made of it yet."""


@dataclass(frozen=True, kw_only=True)
class Pictures:
    """What pages can show."""

    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    words: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    """Drawing and language → words by id; what is not there is not translated."""


def read(
    folder: Path, *, root: Path, languages: Collection[str]
) -> tuple[Pictures, tuple[Problem, ...]]:
    """The drawings of a folder with their words in these languages, and what is wrong with them."""
    drawings: dict[str, Drawing] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.svg")):
        found, faults = drawing.read(path, file=_label(path, root))
        problems += faults
        if found:
            drawings[path.stem] = found
            problems += _too_long(found.texts)
    report = Report()
    words = {
        (name, code): _words(path, drawings[name], root, report)
        for path, name, code in _files(folder)
        if _is_one(path, name, drawings, folder, root, problems) and code in languages
    }
    missing = _missing(drawings, words, languages, folder, root)
    return Pictures(drawings=drawings, words=words), (*problems, *report.problems, *missing)


def _label(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _files(folder: Path) -> Iterator[tuple[Path, str, str]]:
    """Every file of words with the drawing and the language that its name says."""
    for path in sorted(folder.glob("*.*.yml")):
        name, _, code = path.stem.partition(".")
        if CODE.match(code):
            yield path, name, code


def _is_one(
    path: Path,
    name: str,
    drawings: Mapping[str, Drawing],
    folder: Path,
    root: Path,
    problems: list[Problem],
) -> bool:
    """There is a drawing for these words; one that cannot be read has been told already."""
    if not (folder / f"{name}.svg").is_file():
        at = Span(file=_label(path, root))
        problems.append(problem("picture-words-alone", at, name=name))
    return name in drawings


def _words(path: Path, of: Drawing, root: Path, report: Report) -> Mapping[str, str]:
    """Words by id, each checked against the room that it has."""
    node = loader.read(path.read_bytes(), file=_label(path, root), report=report)
    found: dict[str, str] = {}
    known = of.words
    for key, value in node.pairs if node else ():
        if key.value == HOW_FAR:
            continue
        if key.value not in known:
            near = Suggestion(key.value, known)
            report.add("picture-words-unknown", key.span, id=key.value, name=of.name, near=near)
        elif not isinstance(value, Scalar) or not value.value.strip():
            report.add("picture-words-shape", key.span, id=key.value)
        else:
            found[key.value] = drawing.paragraphs(value.value)
            text = next((each for each in of.texts if each.id == key.value), None)
            if text:
                said = dataclasses.replace(text, words=found[key.value], place=key.span)
                report.problems.extend(_too_long([said]))
    return found


def _too_long(texts: Collection[Text]) -> Iterator[Problem]:
    for each in texts:
        if not each.width:
            continue
        found = lines(each.words, each.size, each.width, bold=each.bold, serif=each.serif)
        if len(found) > each.lines:
            takes, most = str(len(found)), str(each.lines)
            yield problem("picture-long", each.place, words=each.words, takes=takes, most=most)
        for line in found:
            if width(line, each.size, bold=each.bold, serif=each.serif) > each.width:
                yield problem("picture-wide", each.place, words=line)


def _missing(
    drawings: Mapping[str, Drawing],
    words: Mapping[tuple[str, str], Mapping[str, str]],
    languages: Collection[str],
    folder: Path,
    root: Path,
) -> Iterator[Problem]:
    """Words that a translated drawing still has in the language of the site."""
    for (name, code), found in words.items():
        left = [each for each in drawings[name].words if each not in found]
        if left and code in languages:
            at = Span(file=_label(folder / f"{name}.{code}.yml", root))
            yield problem("picture-words-missing", at, known=", ".join(left))
