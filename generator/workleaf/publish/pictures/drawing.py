"""A drawing as its author made it: shapes in the colours of the site, and words with ids.

It holds little on purpose: what is not in these lists could load, run or lose its colour at night.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from workleaf.problems import Problem, Span, problem

COLOURS: Final = (
    *("ink", "soft", "pine", "pen", "ochre", "brick"),
    *("desk", "sheet", "tint", "note", "warn", "edge", "rule"),
)
"""Names of the site's colours; each follows light, dark and paper."""
SHAPES: Final = ("g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
PARTS: Final = ("svg", "title", "desc", "text", *SHAPES)
PLACES: Final = tuple("d x y x1 y1 x2 y2 cx cy r rx ry width height points transform".split())
LOOKS: Final = (
    *("fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"),
    *("font-size", "font-weight", "font-family", "font-style", "text-anchor"),
)
OF_WORDS: Final = ("id", "data-width", "data-lines", "data-from")
SIZE: Final = 200_000
"""The most bytes of a drawing."""
SAFE: Final = {
    "resolve_entities": False,
    "no_network": True,
    "remove_comments": True,
    "remove_pis": True,
}
"""How a file is read: nothing is fetched, and what is neither a shape nor words is left out."""
SVG: Final = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, kw_only=True)
class Text:
    """Words in a drawing, and the room they have."""

    id: str
    words: str
    width: float
    lines: int
    size: float
    bold: bool
    serif: bool
    place: Span


@dataclass(frozen=True, kw_only=True)
class Node:
    """A part of a drawing: a shape, a group or words."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple[Node, ...]
    text: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Drawing:
    """A finished drawing."""

    name: str
    title: str
    """What it says in one line."""
    desc: str
    """All that it says, for those who do not see it."""
    root: Node
    texts: tuple[Text, ...]

    @property
    def words(self) -> dict[str, str]:
        """Everything that can be translated, by id."""
        return {
            "title": self.title,
            "desc": self.desc,
            **{each.id: each.words for each in self.texts},
        }


def read(path: Path, *, file: str) -> tuple[Drawing | None, tuple[Problem, ...]]:
    """The drawing of a file, or what is wrong with it."""
    data = path.read_bytes()
    if len(data) > SIZE:
        why = f"it has more than {SIZE:,} bytes"
        return None, (problem("picture-file", Span(file=file), why=why),)
    try:
        root = etree.fromstring(data, etree.XMLParser(**SAFE))
    except etree.XMLSyntaxError as error:
        at = Span(file=file, line=error.lineno or 1)
        return None, (problem("picture-file", at, why=str(error.msg).split(", line")[0]),)
    reading = _Reading(file)
    node = reading.node(root, {})
    drawing = Drawing(
        name=path.stem,
        title=_own(root, "title"),
        desc=_own(root, "desc"),
        root=node,
        texts=tuple(_texts(node)),
    )
    problems = (*reading.problems, *_lacks(drawing, file))
    return (None if problems else drawing), problems


def paragraphs(text: str) -> str:
    """Words without the shape they have in their file: one paragraph a line."""
    found = (" ".join(each.split()) for each in text.split("\n\n"))
    return "\n".join(each for each in found if each)


def _own(root: etree._Element, tag: str) -> str:
    found = root.find(f"{SVG}{tag}")
    return "" if found is None else paragraphs("".join(found.itertext()))


def _texts(node: Node) -> Iterator[Text]:
    if node.text:
        yield node.text
    for child in node.children:
        yield from _texts(child)


def _lacks(drawing: Drawing, file: str) -> Iterator[Problem]:
    top = Span(file=file)
    if not drawing.title:
        yield problem("picture-title", top)
    if not drawing.desc:
        yield problem("picture-desc", top)
    if "viewBox" not in drawing.root.attributes:
        yield problem("picture-size", top)
    seen = {"title", "desc"}
    for each in drawing.texts:
        if not each.id:
            yield problem("picture-id", each.place, words=each.words)
        elif each.id in seen:
            yield problem("picture-id-twice", each.place, id=each.id)
        seen.add(each.id)


class _Reading:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def node(self, element: etree._Element, looks: Mapping[str, str]) -> Node:
        """An element with what its words inherit from those around it."""
        tag = self._tag(element)
        attributes = {
            key: value for key, value in element.attrib.items() if self._fits(element, key)
        }
        for key in ("fill", "stroke"):
            self._colour(element, attributes.get(key, "none"))
        looks = {**looks, **{key: each for key, each in attributes.items() if key in LOOKS}}
        parts = [each for each in element if each.tag not in (f"{SVG}title", f"{SVG}desc")]
        text = self._text(element, attributes, looks) if tag == "text" else None
        if tag == "text":
            for each in parts:
                self._refuse(each, f"<{_short(each)}> inside its words", SHAPES)
            parts = []
        return Node(
            tag=tag,
            attributes=attributes,
            children=tuple(self.node(each, looks) for each in parts),
            text=text,
        )

    def _tag(self, element: etree._Element) -> str:
        tag = _short(element)
        is_root = element.getparent() is None
        if tag not in PARTS or element.tag != SVG + tag or (tag == "svg") != is_root:
            self._refuse(element, f"<{tag}>", PARTS[1:])
        return tag

    def _fits(self, element: etree._Element, key: str) -> bool:
        known: tuple[str, ...] = (*PLACES, *LOOKS)
        known += OF_WORDS if element.tag == f"{SVG}text" else ()
        known += ("viewBox",) if element.getparent() is None else ()
        if key in known:
            return True
        self._refuse(element, f"'{key.rpartition('}')[2]}'", known)
        return False

    def _colour(self, element: etree._Element, value: str) -> None:
        if value not in (*COLOURS, "none"):
            known = ", ".join((*COLOURS, "none"))
            at = self._place(element)
            self.problems.append(problem("picture-colour", at, colour=value, known=known))

    def _text(
        self, element: etree._Element, attributes: Mapping[str, str], looks: Mapping[str, str]
    ) -> Text:
        return Text(
            id=attributes.get("id", ""),
            words=" ".join("".join(element.itertext()).split()),
            width=self._number(element, attributes, "data-width", 0),
            lines=int(self._number(element, attributes, "data-lines", 1)),
            size=self._number(element, looks, "font-size", 16),
            bold=looks.get("font-weight", "400") >= "600",
            serif=looks.get("font-family", "") == "serif",
            place=self._place(element),
        )

    def _number(
        self, element: etree._Element, values: Mapping[str, str], key: str, usual: float
    ) -> float:
        try:
            return float(values.get(key, usual))
        except ValueError:
            found = problem("picture-number", self._place(element), key=key, value=values[key])
            self.problems.append(found)
            return usual

    def _refuse(self, element: etree._Element, part: str, known: tuple[str, ...]) -> None:
        at = self._place(element)
        self.problems.append(problem("picture-part", at, part=part, known=", ".join(known)))

    def _place(self, element: etree._Element) -> Span:
        return Span(file=self.file, line=element.sourceline or 1)


def _short(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]
