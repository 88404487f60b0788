"""Forms as tests look at them: drawn from worksheets, read back as a tree of elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser

from projects import ROOT
from workleaf.language import project
from workleaf.outputs import web
from workleaf.publish import pages
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

VOID = frozenset({"br", "hr", "img", "input", "link", "meta"})
FIELDS = ("input", "select", "textarea")


def draw(worksheet: Worksheet, gate: Worksheet | None = None, **more: str) -> str:
    """A form as a sensitive site shows it."""
    return web.form(
        worksheet,
        gate=gate,
        link=link,
        site_id="test-site",
        privacy="sensitive",
        pdf=more.get("pdf", f"../{worksheet.id}.pdf"),
    )


def link(target: Target) -> str:
    """Addresses that show what was linked."""
    return target.name if target.kind == "address" else f"../{target.name}/"


@cache
def real() -> dict[str, Worksheet]:
    """The guide's own worksheets by id."""
    found, _ = pages.read(ROOT / "content", root=ROOT)
    read = project.read(ROOT / "worksheets", pages=pages.targets(found))
    return {worksheet.id: worksheet for worksheet in read.worksheets}


@dataclass
class Element:
    """One element, its attributes and what is in it."""

    tag: str
    attributes: dict[str, str | None]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    @property
    def text(self) -> str:
        words = (each if isinstance(each, str) else each.text for each in self.children)
        return " ".join("".join(words).split())

    @property
    def around(self) -> Iterator[Element]:
        if self.parent:
            yield self.parent
            yield from self.parent.around

    def all(self, *tags: str) -> list[Element]:
        """Elements with these tags; those of templates for new rows left out."""
        inside = {id(each) for template in self for each in template if template.tag == "template"}
        return [each for each in self if each.tag in tags and id(each) not in inside]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Element("root", {})
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.faults.append(f"an attribute twice on {tag}")
        made = Element(tag, dict(attrs), self.at)
        self.at.children.append(made)
        if tag not in VOID:
            self.at = made

    def handle_endtag(self, tag: str) -> None:
        if self.at.tag != tag:
            self.faults.append(f"</{tag}> closes {self.at.tag} at {self.getpos()}")
        self.at = self.at.parent or self.at

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def read(html: str) -> Element:
    """The tree of a fragment; a tag that is not closed in its place is an error."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    assert not reader.faults, reader.faults[:3]
    assert reader.at is reader.root, f"{reader.at.tag} is not closed"
    return reader.root
