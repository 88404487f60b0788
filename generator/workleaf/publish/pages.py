"""The guide's own pages: what their front matter says and which names worksheets know them by."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from workleaf.problems import Problem, Span, problem
from workleaf.publish.addresses import address, page_name
from workleaf.worksheet.texts import Target

FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?\n)---[ \t]*(?:\n|\Z)", re.DOTALL)
HEADING = re.compile(r"^#[ \t]+(.+?)[ \t]*(?:\{[^}]*\})?[ \t]*$", re.MULTILINE)
CLAIM = re.compile(r"\{\s*#claim-(\d+)-(\d+)\s*\}")
REFERENCE = re.compile(r"\{\s*#(r\d+)\s*\}")


@dataclass(frozen=True, kw_only=True)
class Page:
    """One Markdown page of the content folder."""

    file: str
    """Below the content folder, with `/`."""
    language: str
    """The folder of its language; empty for the guide's own."""
    translation: str
    """How far a translation is: `reviewed`, or anything else."""
    title: str
    safety: bool
    worksheet: str
    """The worksheet at its end (front matter `worksheet:`); empty for none."""
    claims: tuple[str, ...]
    evidence: tuple[str, ...]
    site_name: str
    """What the site is called in its language, said by the first page of a language."""
    copyright: str
    """The same for the line at the end of every page."""
    navigation: Mapping[str, str]
    """The same for groups of the navigation: their names in the site's own language → here."""
    text: str
    """The whole file."""

    @property
    def name(self) -> str:
        """What worksheets call it in `guide`, `go` and links."""
        return page_name(self.source)

    @property
    def source(self) -> str:
        """The file that it is a translation of; its own file where it is none."""
        return self.file.removeprefix(f"{self.language}/") if self.language else self.file

    @property
    def address(self) -> str:
        """Its address in the site."""
        return address(self.file)

    @property
    def marked(self) -> tuple[str, ...]:
        """The claims that its sentences carry."""
        return tuple(f"{section}.{number}" for section, number in CLAIM.findall(self.text))


def read(
    content: Path, *, root: Path, languages: Collection[str] = ()
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """Every page of the content folder in order of its file, and what is wrong with them.

    Pages in a folder named after one of the `languages` are translations.
    """
    pages: list[Page] = []
    problems: list[Problem] = []
    for path in sorted(content.rglob("*.md")):
        place = Span(file=path.relative_to(root).as_posix())
        try:
            text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
            pages.append(_page(path.relative_to(content).as_posix(), text, languages))
        except UnicodeDecodeError:
            problems.append(problem("page-encoding", place))
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 2 if error.problem_mark else 1
            why = error.problem or "it cannot be read"
            at = Span(file=place.file, line=line)
            problems.append(problem("page-front-matter", at, why=why))
    return tuple(pages), (*problems, *_claims(pages, content, root), *_drafts(pages, content, root))


def targets(pages: tuple[Page, ...], language: str = "") -> Mapping[str, Target]:
    """Page name → target. Of two pages with one name the one nearer to the top counts."""
    found: dict[str, Target] = {}
    safe = {each.file for each in pages if each.safety}
    mine = (page for page in pages if page.language == language)
    for page in sorted(mine, key=lambda each: (each.file.count("/"), each.file), reverse=True):
        about_safety = bool({page.file, page.source} & safe)
        found[page.name] = Target(
            kind="page", name=page.name, title=page.title, safety=about_safety
        )
    return found


def _page(file: str, text: str, languages: Collection[str]) -> Page:
    match = FRONT_MATTER.match(text)
    matter = yaml.load(match[1], Loader=yaml.BaseLoader) if match else None
    values = matter if isinstance(matter, dict) else {}
    heading = HEADING.search(text)
    title = values.get("title") or (heading[1] if heading else page_name(file).replace("-", " "))
    return Page(
        file=file,
        language=next((each for each in languages if file.startswith(f"{each}/")), ""),
        translation=str(values.get("translation", "")),
        title=str(title),
        safety=str(values.get("safety", "no")).lower() in ("yes", "true"),
        worksheet=str(values.get("worksheet", "")),
        claims=_texts(values.get("claims")),
        evidence=_texts(values.get("evidence")),
        site_name=str(values.get("site_name", "")),
        copyright=str(values.get("copyright", "")),
        navigation=_names(values.get("navigation")),
        text=text,
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(each) for each in value) if isinstance(value, list) else ()


def _names(value: object) -> dict[str, str]:
    return {str(key): str(each) for key, each in value.items()} if isinstance(value, dict) else {}


def _drafts(pages: list[Page], content: Path, root: Path) -> list[Problem]:
    """Translations of pages about safety that nobody has read."""
    safe = {page.file for page in pages if page.safety}
    drafts = [page for page in pages if page.language and page.translation != "reviewed"]
    return [
        problem("translation-page-safety", _place(page, content, root))
        for page in drafts
        if {page.file, page.source} & safe
    ]


def _place(page: Page, content: Path, root: Path) -> Span:
    """Where its front matter says how far it is, or the top of the page."""
    lines = page.text.split("\n")
    line = next((n for n, each in enumerate(lines, 1) if each.startswith("translation:")), 1)
    return Span(file=(content / page.file).relative_to(root).as_posix(), line=line)


def _claims(pages: list[Page], content: Path, root: Path) -> list[Problem]:
    """What front matter lists is marked on a sentence of that page, and the other way round."""
    found = []
    for page in pages:
        at = Span(file=(content / page.file).relative_to(root).as_posix())
        for claim in page.claims:
            if claim not in page.marked:
                mark = claim.replace(".", "-")
                found.append(problem("claim-unmarked", at, claim=claim, mark=mark))
        for claim in page.marked:
            if claim not in page.claims:
                found.append(problem("claim-unlisted", at, claim=claim))
    return found
