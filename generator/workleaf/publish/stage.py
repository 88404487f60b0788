"""Content and worksheets become `build/docs`: ordinary pages, PDFs and files for any engine."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workleaf.language import project
from workleaf.problems import Problem, Span, WorksheetError, problem, tidy
from workleaf.publish import cards, directives, pages, pdfs
from workleaf.publish.addresses import page_name
from workleaf.publish.config import Site
from workleaf.publish.files import Folder
from workleaf.publish.forms import Fragments
from workleaf.publish.nav import page_order, with_worksheets
from workleaf.publish.staged import ASSET_FOLDER, Staged
from workleaf.worksheet.model import Worksheet

ASSETS = Path(__file__).parent.parent / "outputs" / "web"
ANCHOR = re.compile(r"\{[^}\n]*#([A-Za-z][\w-]*)[^}\n]*\}")


@dataclass(frozen=True, kw_only=True)
class Found:
    """Everything authors wrote, read and checked together."""

    pages: tuple[pages.Page, ...]
    worksheets: tuple[Worksheet, ...]
    problems: tuple[Problem, ...]
    unsettled: tuple[Problem, ...]
    """Ids that are made from words while drafting; a strict check refuses them."""


def read(site: Site) -> Found:
    """Read all pages and worksheets of a project; every problem is in the answer."""
    found, problems = pages.read(site.content, root=site.root)
    reading = project.read(site.worksheets, pages=pages.targets(found), root=site.root)
    checked = (*problems, *reading.problems, *_references(site, found, reading.worksheets))
    return Found(
        pages=found,
        worksheets=reading.worksheets,
        problems=tidy(checked),
        unsettled=reading.unsettled,
    )


def stage(site: Site, *, nav: list[Any] | None = None, strict: bool = False) -> Staged:
    """Write the stage. Raises `WorksheetError` with all problems before anything is written.

    `strict` refuses warnings too, and ids that are made from words.
    """
    found = read(site)
    _stop(found.problems)
    if strict and (unfit := tidy((*found.problems, *found.unsettled))):
        raise WorksheetError(unfit)
    fragments = Fragments(
        site=site,
        worksheets={each.id: each for each in found.worksheets},
        addresses={each.name: each.address for each in _far_first(found.pages)},
        titles={each.name: each.title for each in _far_first(found.pages)},
        targets=pages.targets(found.pages),
        order=[page_name(file) for file in page_order(nav)],
    )
    texts = {page.file: _page(page, fragments, site) for page in found.pages}
    for worksheet in found.worksheets:
        texts[f"worksheets/{worksheet.id}.md"] = fragments.own_page(worksheet)
    _stop(tidy(fragments.problems))
    files = pdfs.all_pdfs(found.worksheets, site=site, addresses=fragments.addresses)
    _write(site, texts, fragments.made, files)
    groups = cards.grouped(found.worksheets, fragments.order)
    return Staged(
        worksheets={each.id: each.file for each in found.worksheets},
        nav=with_worksheets(nav, groups),
        forms=fragments.forms,
        warnings=tuple(each for each in found.problems if each.level == "warning"),
    )


def _stop(problems: Sequence[Problem]) -> None:
    if any(each.level == "error" for each in problems):
        raise WorksheetError(problems)


def _far_first(found: tuple[pages.Page, ...]) -> list[pages.Page]:
    """So that of two pages with one name the one nearer to the top counts."""
    return sorted(found, key=lambda each: (each.file.count("/"), each.file), reverse=True)


def _page(page: pages.Page, fragments: Fragments, site: Site) -> str:
    file = f"{site.content.relative_to(site.root).as_posix()}/{page.file}"
    parts, problems = directives.split(page.text, file=file)
    fragments.problems.extend(problems)
    lines: list[str] = []
    for part in parts:
        if isinstance(part, directives.Text):
            lines.extend(part.lines)
        else:
            made = fragments.directive(part, page=page.address, name=page.name)
            lines.extend(["", made, ""])
    if page.worksheet:
        asked = directives.Directive(name="worksheet", span=Span(file=file), use=(page.worksheet,))
        lines.extend(["", fragments.directive(asked, page=page.address, name=page.name), ""])
    return "\n".join(lines)


def _references(
    site: Site, found: tuple[pages.Page, ...], worksheets: tuple[Worksheet, ...]
) -> list[Problem]:
    """The claims and references that worksheets name are on a page."""
    claims = {claim for page in found for claim in page.claims}
    anchors = {mark.lower() for page in found for mark in ANCHOR.findall(page.text)}
    problems = []
    for worksheet in worksheets:
        for claim in worksheet.claims:
            if claim not in claims:
                at = _line(site, worksheet, "claims:")
                problems.append(problem("claim-unknown", at, claim=claim))
        for reference in worksheet.evidence:
            if reference.lower() not in anchors:
                at = _line(site, worksheet, "evidence:")
                problems.append(problem("evidence-unknown", at, reference=reference))
    return problems


def _line(site: Site, worksheet: Worksheet, key: str) -> Span:
    path = site.worksheets / f"{worksheet.id}.yml"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    number = next((n for n, line in enumerate(lines, 1) if line.startswith(key)), 1)
    file = path.relative_to(site.root).as_posix()
    return Span(file=file, line=number, width=len(key) - 1)


def _write(
    site: Site, texts: Mapping[str, str], made: Mapping[str, str], files: Mapping[str, bytes]
) -> None:
    folder = Folder(site.stage)
    for path in sorted(site.content.rglob("*")):
        name = path.relative_to(site.content).as_posix()
        if path.is_file() and path.suffix != ".md":
            folder.copy(name, path)
    for name, text in texts.items():
        folder.write(name, text)
    for name, data in files.items():
        folder.write(name, data)
    for path in sorted((ASSETS / "assets").glob("workleaf.*")):
        folder.copy(f"{ASSET_FOLDER}/{path.name}", path)
    for path in sorted((ASSETS / "fonts").glob("*.woff2")):
        folder.copy(f"{ASSET_FOLDER}/fonts/{path.name}", path)
    folder.close()
    fragments = Folder(site.fragments)
    for name, html in made.items():
        fragments.write(f"{name}.html", html)
    fragments.close()
