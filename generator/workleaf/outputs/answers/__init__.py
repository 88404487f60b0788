"""Answers read back: from a filled PDF, from downloaded JSON, from a page saved with answers."""

from __future__ import annotations

from pathlib import Path

from workleaf.outputs.answers import html, json_file, pdf
from workleaf.outputs.answers.model import Answers
from workleaf.outputs.answers.source import MIB, Source
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import on_paper

__all__ = ["Answers", "read", "unknown"]

MOST = {".pdf": 50 * MIB, ".json": 5 * MIB, ".html": 50 * MIB, ".htm": 50 * MIB}
"""How large a file may be, by its ending."""
READERS = {".pdf": pdf.read, ".json": json_file.read, ".html": html.read, ".htm": html.read}


def read(path: Path) -> Answers:
    """What was filled in. Raises `WorksheetError` for a file that holds no answers of ours."""
    source = Source(path.name)
    kind = path.suffix.lower()
    if not path.is_file():
        raise source.error("answers-missing", name=path.name)
    if kind not in READERS:
        raise source.error("answers-kind", name=path.name)
    return READERS[kind](_bytes(path, MOST[kind], source), source)


def _bytes(path: Path, most: int, source: Source) -> bytes:
    try:
        if path.stat().st_size > most:
            raise source.error("answers-large", most=most // MIB)
        return path.read_bytes()
    except OSError as error:
        raise source.error("answers-unreadable", reason=error.strerror or "no access") from error


def unknown(answers: Answers, worksheet: Worksheet) -> tuple[str, ...]:
    """The paths of answers that a worksheet does not ask for on paper, sorted."""
    known = {spot.path for spot in on_paper(worksheet)}
    lists = {path.rpartition(".")[0] for path in known}
    return tuple(sorted(path for path in answers.answers if path not in known | lists))
