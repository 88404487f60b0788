"""Content and worksheets become `build/docs`: ordinary pages, PDFs and files for any engine."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workleaf.language import project
from workleaf.language.memory import Memory
from workleaf.problems import Problem, Span, Suggestion, WorksheetError, problem, tidy
from workleaf.publish import (
    cards,
    directives,
    editions,
    help_lines,
    identity,
    look,
    pages,
    pdfs,
    pictures,
    sitemap,
)
from workleaf.publish.addresses import page_name
from workleaf.publish.config import Site, navigation, place
from workleaf.publish.files import Folder
from workleaf.publish.forms import Fragments
from workleaf.publish.nav import FIRST_PAGE, groups, page_order, with_worksheets
from workleaf.publish.staged import ASSET_FOLDER, Staged
from workleaf.worksheet.model import Worksheet

ASSETS = Path(__file__).parent.parent / "outputs" / "web"
ANCHOR = re.compile(r"\{[^}\n]*#([A-Za-z][\w-]*)[^}\n]*\}")


@dataclass(frozen=True, kw_only=True)
class Found:
    """Everything authors wrote, read and checked together."""

    pages: tuple[pages.Page, ...]
    worksheets: tuple[Worksheet, ...]
    translations: Mapping[str, tuple[Worksheet, ...]]
    """Language → the worksheets translated into it."""
    pictures: pictures.Pictures
    lines: help_lines.HelpLines | None
    problems: tuple[Problem, ...]
    unsettled: tuple[Problem, ...]
    """Ids that are made from words while drafting; a strict check refuses them."""


def read(site: Site, *, memory: Memory | None = None) -> Found:
    """Read all pages and worksheets of a project; every problem is in the answer.

    With the memory of the last time, only worksheets that changed are read.
    """
    codes = editions.languages(site)
    found, problems = pages.read(site.content, root=site.root, languages=codes)
    reading = project.read(
        site.worksheets,
        pages=pages.targets(found),
        root=site.root,
        pages_in={code: pages.targets(found, code) for code in codes},
        memory=memory,
    )
    drawn, faults = pictures.read(site.pictures, root=site.root, languages=codes)
    lines, wrong = help_lines.read(site.content, root=site.root)
    named = (*_references(site, found, reading.worksheets), *look.missing(site))
    named = (*named, *_left_out(site, {*pages.targets(found), *(w.id for w in reading.worksheets)}))
    named = (*named, *_groups(site, found))
    checked = (*problems, *faults, *wrong, *reading.problems, *named)
    return Found(
        pages=found,
        worksheets=reading.worksheets,
        translations=reading.translations,
        pictures=drawn,
        lines=lines,
        problems=tidy(checked),
        unsettled=reading.unsettled,
    )


def stage(
    site: Site,
    *,
    nav: list[Any] | None = None,
    strict: bool = False,
    memory: Memory | None = None,
) -> Staged:
    """Write the stage. Raises `WorksheetError` with all problems before anything is written.

    `strict` refuses warnings too, and ids that are made from words. `memory`: as in `read`.
    """
    found = read(site, memory=memory)
    _stop(found.problems)
    if strict and (unfit := tidy((*found.problems, *found.unsettled))):
        raise WorksheetError(unfit)
    made = _make(site, found, nav)
    _stop(tidy(made.problems))
    _write(site, made)
    spoken, own = len(made.editions) > 1, site.settings.look == "workleaf"
    if spoken or own:
        look.stage_theme(site, languages=spoken)
    groups = cards.grouped(found.worksheets, made.order)
    others = [editions.nav_entry(each, nav, made.order) for each in made.editions[1:]]
    return Staged(
        worksheets={_file(each): each.file for each in made.worksheets},
        nav=None if nav is None else [*(with_worksheets(nav, groups) or ()), *others],
        forms=made.forms,
        warnings=tuple(each for each in found.problems if each.level == "warning"),
        themed=spoken or own,
        look=look.said(site, made.editions),
        noindex=editions.named(site.settings.noindex, made.editions),
        names={each.language: each.site_name for each in made.editions[1:] if each.site_name},
        versions=editions.by_address(made.editions),
    )


@dataclass(kw_only=True)
class _Made:
    """What a stage will hold."""

    editions: tuple[editions.Edition, ...]
    pictures: pictures.Pictures
    lines: help_lines.HelpLines | None
    order: tuple[str, ...]
    """Page names in the order of the navigation."""
    texts: dict[str, str] = field(default_factory=dict)
    fragments: dict[str, str] = field(default_factory=dict)
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def worksheets(self) -> tuple[Worksheet, ...]:
        """All of them, in every language."""
        return tuple(each for edition in self.editions for each in edition.translated)


def _make(site: Site, found: Found, nav: list[Any] | None) -> _Made:
    everything = editions.editions(site, found.pages, found.worksheets, found.translations)
    order = tuple(page_name(file) for file in page_order(nav))
    made = _Made(editions=everything, pictures=found.pictures, lines=found.lines, order=order)
    for edition in everything:
        _make_edition(edition, made, site)
    if not any(each.level == "error" for each in made.problems):
        for edition in everything:
            made.files |= pdfs.all_pdfs(
                tuple(edition.worksheets.values()),
                site=site,
                addresses=edition.all_addresses,
                chosen=edition.translated,
            )
        made.files |= identity.files(site)
        if site.site_url and not (site.content / "robots.txt").is_file():
            made.files["robots.txt"] = sitemap.robots(site.site_url).encode()
    return made


def _make_edition(edition: editions.Edition, made: _Made, site: Site) -> None:
    """The pages of the site in one language."""
    fragments = Fragments(
        site=site,
        worksheets=edition.worksheets,
        addresses=edition.addresses,
        titles=edition.titles,
        targets={**pages.targets(edition.pages, edition.code)},
        order=made.order,
        language=edition.language,
        editions=made.editions,
        pictures=made.pictures,
        lines=made.lines,
    )
    for page in edition.pages:
        text = _page(page, fragments, site)
        made.texts[page.file] = (
            editions.front_matter(text, page.language) if page.language else text
        )
    for worksheet in edition.translated:
        made.texts[_file(worksheet)] = fragments.own_page(worksheet)
    if file := editions.list_page(edition):
        made.texts[file] = fragments.list_page(edition)
    made.fragments |= fragments.made
    made.forms |= fragments.forms
    made.problems += fragments.problems


def _file(worksheet: Worksheet) -> str:
    """The page of a worksheet in the stage."""
    return f"{cards.address(worksheet).rstrip('/')}.md"


def _stop(problems: Sequence[Problem]) -> None:
    if any(each.level == "error" for each in problems):
        raise WorksheetError(problems)


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
    return "\n".join(_below_heading(lines, fragments.page_switch(page)))


def _below_heading(lines: list[str], added: list[str]) -> list[str]:
    """Lines put under the heading of a page; it stands first, after the front matter."""
    top = next((n for n, line in enumerate(lines) if line.startswith("# ")), None)
    return [*lines[: top + 1], *added, *lines[top + 1 :]] if added and top is not None else lines


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


def _left_out(site: Site, known: Collection[str]) -> Iterator[Problem]:
    """What search engines shall leave out is there."""
    for name in site.settings.noindex:
        if name not in known:
            at, text = place(site.config_file, "noindex", name)
            near = Suggestion(name, sorted(known))
            yield problem("config-noindex", at, excerpt=text, name=name, near=near)


def _groups(site: Site, found: tuple[pages.Page, ...]) -> Iterator[Problem]:
    """The groups that a language has names for are in the navigation."""
    known = set(groups(navigation(site) or ()))
    for page in found:
        for name in page.navigation if page.language and page.source == FIRST_PAGE else ():
            if name not in known:
                lines = page.text.split("\n")
                line = next((n for n, each in enumerate(lines, 1) if f"{name}:" in each), 1)
                file = (site.content / page.file).relative_to(site.root).as_posix()
                at, near = Span(file=file, line=line), Suggestion(name, sorted(known))
                yield problem("page-navigation", at, name=name, near=near)


def _line(site: Site, worksheet: Worksheet, key: str) -> Span:
    path = site.worksheets / f"{worksheet.id}.yml"
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    number = next((n for n, line in enumerate(lines, 1) if line.startswith(key)), 1)
    file = path.relative_to(site.root).as_posix()
    return Span(file=file, line=number, width=len(key) - 1)


def _write(site: Site, made: _Made) -> None:
    folder = Folder(site.stage)
    for path in sorted(site.content.rglob("*")):
        name = path.relative_to(site.content).as_posix()
        if path.is_file() and path.suffix != ".md":
            folder.copy(name, path)
    for name, text in made.texts.items():
        folder.write(name, text)
    for name, data in made.files.items():
        folder.write(name, data)
    for path in sorted((ASSETS / "assets").glob("workleaf.*")):
        folder.copy(f"{ASSET_FOLDER}/{path.name}", path)
    for path in sorted((ASSETS / "fonts").glob("*.woff2")):
        folder.copy(f"{ASSET_FOLDER}/fonts/{path.name}", path)
    folder.close()
    fragments = Folder(site.fragments)
    for name, html in made.fragments.items():
        fragments.write(f"{name}.html", html)
    fragments.close()
