"""PO files: all texts of a language for translation tools, and back."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import PoFileError, read_po, write_po

from workleaf.language.source import Scalar
from workleaf.language.translations import Translations
from workleaf.language.translations.marks import mark
from workleaf.language.translations.sidecar import dotted
from workleaf.language.translations.walk import Path as Way
from workleaf.language.translations.writing import Given
from workleaf.problems import Problem, Span, WorksheetError, problem
from workleaf.worksheet.languages import same

_DATES: Final = re.compile(rb'^"(?:POT-Creation|PO-Revision)-Date:.*\n', re.MULTILINE)
"""Two exports of one project are the same bytes."""


def sources(translations: Translations, name: str) -> dict[Way, str]:
    """What there is to translate in a file, as texts."""
    found = {path: text.value for path, text in translations.texts(name).items()}
    return found | {path: _joined(line) for path, line in translations.phrases(name).items()}


def _joined(line: Iterable[Scalar]) -> str:
    return ", ".join(each.value for each in line)


def write(translations: Translations, names: Iterable[str], language: str) -> bytes:
    """The texts of these files and their translations."""
    catalog = Catalog(locale=language.replace("-", "_"), project="worksheets", version="1")
    for name in names:
        sidecar = translations.sidecars.get((name, language))
        for path, text in sources(translations, name).items():
            said, fuzzy = "", False
            if sidecar:
                there = sidecar.texts.get(path)
                said = there.value if there else _joined(sidecar.phrases.get(path, ()))
                made_from = sidecar.made_from.get(dotted(path))
                changed = made_from is not None and made_from.value != mark(text)
                fuzzy = bool(said) and (changed or dotted(path) in sidecar.stale)
            context = f"{name}:{dotted(path)}"
            catalog.add(text, said, context=context, flags=("fuzzy",) if fuzzy else ())
    made = io.BytesIO()
    write_po(made, catalog, width=100)
    return _DATES.sub(b"", made.getvalue())


def read(
    file: Path, translations: Translations, language: str
) -> tuple[Mapping[str, Mapping[Way, Given]], tuple[Problem, ...]]:
    """File → path → translation, and what has no place any more. Raises `WorksheetError`."""
    catalog = _load(file)
    here = Span(file=file.name)
    if catalog.locale and not same(str(catalog.locale).replace("_", "-"), language):
        found = str(catalog.locale).replace("_", "-")
        raise WorksheetError([problem("po-language", here, found=found, language=language)])
    known = {
        f"{name}:{dotted(path)}": (name, path)
        for name in ("_shared", *translations.drafts)
        for path in sources(translations, name)
    }
    given: dict[str, dict[Way, Given]] = {}
    problems = []
    for message in catalog:
        text = message.string if isinstance(message.string, str) else ""
        if not message.context or not text.strip() or message.fuzzy:
            continue
        if message.context not in known:
            at = Span(file=file.name, line=message.lineno or 1)
            problems.append(problem("po-unknown", at, name=message.context))
            continue
        name, path = known[message.context]
        given.setdefault(name, {})[path] = Given(_words(path, text), mark(str(message.id)))
    return given, tuple(problems)


def _words(path: Way, text: str) -> str | tuple[str, ...]:
    """The phrases of a wording tip are a list."""
    if path[0] == "wording_tips" and len(path) == 3:
        return tuple(each.strip() for each in text.split(",") if each.strip())
    return text


def _load(file: Path) -> Catalog:
    here = Span(file=file.name)
    try:
        with file.open("rb") as opened:
            return read_po(opened, abort_invalid=True)
    except FileNotFoundError:
        raise WorksheetError([problem("file-missing", here)]) from None
    except (PoFileError, UnicodeDecodeError, ValueError, LookupError) as error:
        why = str(error).splitlines()[0][:120] if str(error) else "it is no PO file"
        raise WorksheetError([problem("po-unreadable", here, why=why)]) from None
