"""Fragments: what stands in a page's place for a directive, and a worksheet's own page."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from html import escape

from workleaf.outputs import web
from workleaf.problems import Problem, Suggestion, problem
from workleaf.publish import (
    cards,
    editions,
    help_lines,
    help_lists,
    inline,
    manual,
    notices,
    pictures,
)
from workleaf.publish.addresses import relative
from workleaf.publish.config import Site
from workleaf.publish.directives import Directive
from workleaf.publish.editions import Edition, front_matter
from workleaf.publish.help_lines import HelpLines
from workleaf.publish.manual.samples import Sample, read
from workleaf.publish.markdown import highlighted, placeholder
from workleaf.publish.pages import Page
from workleaf.strings import words
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target, plain

MARKDOWN_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\`*_{}[]<>#|~^"})


@dataclass
class Fragments:
    """Makes the HTML that placeholders stand for, and remembers which page holds which forms."""

    site: Site
    worksheets: Mapping[str, Worksheet]
    addresses: Mapping[str, str]
    """Page name → address."""
    titles: Mapping[str, str]
    targets: Mapping[str, Target]
    """What worksheets may link to besides each other."""
    order: Sequence[str]
    """Page names in the order of the navigation."""
    language: str
    """The language of the pages."""
    editions: Sequence[Edition]
    """The site in all its languages, for links between them."""
    lines: HelpLines | None
    """The help lines of the site, where it has any."""
    pictures: pictures.Pictures
    made: dict[str, str] = field(default_factory=dict)
    """Fragment name → HTML."""
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Page address → the worksheets that have a form there."""
    problems: list[Problem] = field(default_factory=list)
    narrowed: set[str] = field(default_factory=set)
    """Addresses of pages that have a menu of countries."""

    def own_page(self, worksheet: Worksheet) -> str:
        """The Markdown of a worksheet's own page."""
        matter = {"title": plain(worksheet.title), "description": plain(worksheet.summary)}
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in matter.items()]
        if worksheet.safety:
            lines.append("safety: yes")
        text = self._own_page(worksheet, lines)
        return front_matter(text, worksheet.language) if worksheet.translation else text

    def _own_page(self, worksheet: Worksheet, lines: list[str]) -> str:
        heading = plain(worksheet.title).translate(MARKDOWN_SIGNS)
        page = cards.address(worksheet)
        switch = self._switch(worksheet, page)
        line = self.form(worksheet, page=page)
        return "\n".join(["---", *lines, "---", "", f"# {heading}", "", *switch, line, ""])

    def _switch(self, worksheet: Worksheet, page: str) -> list[str]:
        """Links to the same worksheet in other languages."""
        found = editions.versions(worksheet, self.editions)
        own = worksheet.language
        others = [(each.language, cards.address(each)) for each in found if each.language != own]
        return self._links(own, page, others)

    def page_switch(self, page: Page) -> list[str]:
        """Links to the same page in other languages, and how far a translation is."""
        found = editions.page_versions(page, self.editions)
        others = [
            (each.language or self.site.language, each.address) for each in found if each != page
        ]
        return [*self._links(self.language, page.address, others), *self._draft(page)]

    def _draft(self, page: Page) -> list[str]:
        """That nobody has read a translation yet."""
        if not page.language or page.translation == "reviewed":
            return []
        said = escape(words(self.language)["translation_draft"])
        html = f'<p class="wl-draft" data-search-exclude><em>{said}</em></p>'
        return ["", self._keep("draft", page.address, html), ""]

    def _links(self, own: str, page: str, others: Sequence[tuple[str, str]]) -> list[str]:
        if not others:
            return []
        return ["", self._keep("languages", page, editions.switch(own, page, others)), ""]

    def list_page(self, edition: Edition) -> str:
        """The page that lists the worksheets of a language."""
        title = words(edition.language)["worksheets"]
        html = self._html_cards(
            tuple(each for each in edition.translated if not each.is_gate),
            f"{edition.code}/worksheets/",
        )
        line = self._keep("cards", f"{edition.code}/worksheets/", html)
        text = "\n".join(
            ["---", f"title: {json.dumps(title)}", "---", "", f"# {title}", "", line, ""]
        )
        return front_matter(text, edition.language)

    def form(
        self, worksheet: Worksheet, *, page: str, collapsed: bool = False, pdf: bool = True
    ) -> str:
        """The placeholder of a worksheet's form on a page."""
        gate = self.worksheets.get(worksheet.gate) if worksheet.gate else None
        has_pdf = pdf and self.site.settings.pdf
        html = web.form(
            worksheet,
            gate=gate,
            link=self._link(page),
            site_id=self.site.settings.site_id,
            privacy=self.site.settings.privacy,
            pdf=relative(cards.pdf_address(worksheet), page=page) if has_pdf else "",
        )
        if collapsed:
            title = escape(plain(worksheet.title))
            html = f'<details class="wl-collapsed"><summary>{title}</summary>{html}</details>'
        self.forms[page] = (*self.forms.get(page, ()), worksheet.id)
        return self._keep(f"form-{worksheet.id}-{len(self.forms[page])}", page, html)

    def directive(self, asked: Directive, *, page: str, name: str) -> str:
        """The placeholder of a directive on the page with this address and name."""
        match asked.name:
            case "worksheet":
                return self._worksheet(asked, page)
            case "manual" | "sample":
                text, problems = manual.markdown(asked, self._maker(page))
                self.problems.extend(problems)
                return text
            case "worksheets":
                html = self._all(page) if asked.all else self._cards(asked, page, name)
                return self._keep(f"cards-{asked.span.line}", page, html)
            case "picture":
                return self._picture(asked, page)
            case "review" | "contact":
                html, problems = notices.html(asked, site=self.site, language=self.language)
                self.problems.extend(problems)
                return self._keep(f"{asked.name}-{asked.span.line}", page, html)
            case _:
                return self._lines(asked, page)

    def _picture(self, asked: Directive, page: str) -> str:
        name = asked.use[0] if asked.use else ""
        if name not in self.pictures.drawings:
            self._no_picture(asked, name)
            return ""
        html = pictures.figure(
            name,
            self.pictures,
            number=asked.span.line,
            own=self.site.language,
            language=self.language,
        )
        return self._keep(f"picture-{asked.span.line}", page, html)

    def _no_picture(self, asked: Directive, name: str) -> None:
        near = Suggestion(name, self.pictures.drawings)
        folder = self.site.settings.pictures
        code = "picture-unknown" if name else "picture-use"
        self.problems.append(problem(code, asked.span, name=name, near=near, folder=folder))

    def _maker(self, page: str) -> manual.Maker:
        """What blocks of the manual need to show live forms, which keep nothing."""

        def live(sample: Sample, worksheet: Worksheet) -> str:
            number = len(self.forms.get(page, ())) + 1
            self.forms[page] = (*self.forms.get(page, ()), worksheet.id)
            form = web.sample(
                worksheet,
                link=self._link(page),
                site_id=self.site.settings.site_id,
                prefix=f"{worksheet.id}--{number}",
            )
            html = f'<div class="wl-sample">{_shown(sample)}{form}</div>'
            return self._keep(f"sample-{number}", page, html)

        folder = self.site.build / "samples"
        return manual.Maker(read=partial(read, folder=folder, pages=self.targets), live=live)

    def _lines(self, asked: Directive, page: str) -> str:
        """Help lines; the first list of a page has the menu for all of them."""
        if self.lines is None:
            self.problems.append(problem("help-lines-missing", asked.span, file=help_lines.FILE))
            return ""
        unknown = help_lines.unknown(self.lines, asked.kinds, asked.countries, span=asked.span)
        self.problems.extend(unknown)
        menu = page not in self.narrowed
        self.narrowed.add(page)
        html = help_lists.html(
            self.lines,
            kinds=asked.kinds,
            countries=asked.countries,
            language=self.language,
            translated=self.language != self.site.language,
            menu=menu,
        )
        return self._keep(f"lines-{asked.span.line}", page, html)

    def _worksheet(self, asked: Directive, page: str) -> str:
        if asked.body:
            return self._inline(asked, page)
        found = [self._known(each, asked) for each in asked.use[:1]]
        worksheet = found[0] if found else None
        if worksheet is None:
            if not asked.use:
                self.problems.append(problem("fence-use", asked.span))
            return ""
        if worksheet.id in self.forms.get(page, ()):
            self.problems.append(problem("fence-twice", asked.span, id=worksheet.id))
            return ""
        return self.form(self._part(worksheet, asked), page=page, collapsed=asked.collapsed)

    def _inline(self, asked: Directive, page: str) -> str:
        """A worksheet that is written in the page."""
        own = {
            each.id: Target(
                kind="worksheet", name=each.id, title=plain(each.title), safety=each.safety
            )
            for each in self.worksheets.values()
        }
        taken = {*self.worksheets, *(each for found in self.forms.values() for each in found)}
        worksheet, problems = inline.read(
            asked, site=self.site, targets={**self.targets, **own}, taken=taken
        )
        self.problems.extend(problems)
        return "" if worksheet is None else self.form(worksheet, page=page, pdf=False)

    def _part(self, worksheet: Worksheet, asked: Directive) -> Worksheet:
        """The worksheet with the asked-for step or items only; results need the whole."""
        steps = worksheet.steps
        if asked.step:
            steps = tuple(step for step in steps if step.id == asked.step)
            if not steps:
                known = ", ".join(step.id for step in worksheet.steps)
                blanks = {"step": asked.step, "id": worksheet.id, "known": known}
                self.problems.append(problem("fence-step", asked.span, **blanks))
        if asked.only:
            known_items = {control.path for control in worksheet.controls()}
            for item in asked.only:
                if item not in known_items:
                    blanks = {"item": item, "id": worksheet.id}
                    self.problems.append(problem("fence-only", asked.span, **blanks))
            steps = tuple(
                dataclasses.replace(
                    step, controls=tuple(each for each in step.controls if each.path in asked.only)
                )
                for step in steps
            )
            steps = tuple(step for step in steps if step.controls)
        if steps == worksheet.steps:
            return worksheet
        return dataclasses.replace(worksheet, steps=steps, results=(), start=(), end=())

    def _cards(self, asked: Directive, page: str, name: str) -> str:
        if asked.use:
            found = [self._known(each, asked) for each in asked.use]
            chosen = tuple(each for each in found if each)
        else:
            chosen = cards.of_page(tuple(self.worksheets.values()), name)
        for each in asked.after.keys() - {worksheet.id for worksheet in chosen}:
            self.problems.append(problem("fence-after", asked.span, id=each))
        return self._html_cards(chosen, page, asked.after)

    def _all(self, page: str) -> str:
        parts = []
        strings = words(self.language)
        for name, group in cards.grouped(self._listed(), self.order).items():
            title = strings["before_you_start"] if name == cards.BEFORE else self.titles.get(name)
            heading = escape(title or strings["other_worksheets"])
            parts.append(f'<h2 id="worksheets-{name or "other"}">{heading}</h2>')
            parts.append(self._html_cards(group, page))
        return "\n".join(parts)

    def _listed(self) -> tuple[Worksheet, ...]:
        """The worksheets in the language of the pages."""
        mine = (each for each in self.editions if each.language == self.language)
        return next((each.translated for each in mine), ())

    def _html_cards(
        self, chosen: tuple[Worksheet, ...], page: str, after: Mapping[str, str] | None = None
    ) -> str:
        html = cards.cards(
            chosen, page=page, language=self.language, pdf=self.site.settings.pdf, after=after
        )
        return f'<div class="wl-cards">{html}</div>'

    def _known(self, worksheet: str, asked: Directive) -> Worksheet | None:
        found = self.worksheets.get(worksheet)
        if found is None:
            self.problems.append(problem("fence-unknown", asked.span, id=worksheet))
        return found

    def _link(self, page: str) -> Callable[[Target], str]:
        def link(target: Target) -> str:
            if target.kind == "address":
                return target.name
            if target.kind == "worksheet":
                found = self.worksheets.get(target.name)
                place = cards.address(found) if found else f"worksheets/{target.name}/"
                return relative(place, page=page)
            return relative(self.addresses[target.name], page=page)

        return link

    def _keep(self, name: str, page: str, html: str) -> str:
        place = page.strip("/").replace("/", ".") or "home"
        key = f"{place}.{name}"
        self.made[key] = html
        return placeholder(key, hashlib.sha256(html.encode()).hexdigest()[:12])


def _shown(sample: Sample) -> str:
    """The YAML of a sample; where it takes two files, each with its name."""
    if not sample.beside:
        return highlighted(sample.text)
    both = {**sample.beside, sample.name: sample.text}
    return "".join(highlighted(text, title=f"{name}.yml") for name, text in both.items())
