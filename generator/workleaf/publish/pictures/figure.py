"""A drawing as it stands in a page: its words are words, and all that it says can be read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from workleaf.publish.pictures.drawing import COLOURS, Drawing, Node, Text
from workleaf.publish.pictures.gallery import Pictures
from workleaf.publish.pictures.room import lines, width
from workleaf.strings import words as ui_words
from workleaf.worksheet.languages import direction, same

LEADING = 1.2
MIDDLE = 0.35
"""From the middle of a line down to where its letters stand, as a part of their size."""
FACES = {"serif": "var(--wl-serif)", "sans": "var(--wl-sans)"}
NOT_SHOWN = ("id", "data-width", "data-lines", "data-from")


def figure(name: str, pictures: Pictures, *, number: int, own: str, language: str) -> str:
    """The HTML of a picture in a page's language; `own` is the language it was drawn in.

    Those who do not see it hear its title, and can read all that it says below it.
    """
    found = pictures.drawings[name]
    said = _Said(found, {} if same(language, own) else pictures.words.get((name, language), {}))
    said.foreign = "" if same(language, own) else own
    key = f"wl-picture-{number}"
    root = found.root.attributes
    svg = (
        f'<svg viewBox="{escape(root["viewBox"])}" role="img" direction="ltr" fill="none"'
        f' font-size="{escape(root.get("font-size", "16"))}" aria-labelledby="{key}-title"'
        f' aria-describedby="{key}-words" data-search-exclude>'
        f"{_inside(found.root, said)}</svg>"
    )
    text = "".join(f"<p{said.lang('desc')}>{escape(each)}</p>" for each in said.paragraphs)
    title = f'<figcaption id="{key}-title"{said.lang("title")}>{escape(said.word("title"))}'
    return (
        f'<figure class="wl-picture">{svg}{title}</figcaption>'
        f"<details><summary>{escape(ui_words(language)['picture_words'])}</summary>"
        f'<div id="{key}-words">{text}</div></details></figure>'
    )


@dataclass
class _Said:
    """The words of a drawing in a language; those not translated say which one they are in."""

    drawing: Drawing
    translated: Mapping[str, str]
    foreign: str = ""

    def word(self, key: str) -> str:
        """The words with this id."""
        return self.translated.get(key) or self.drawing.words[key]

    @property
    def paragraphs(self) -> list[str]:
        """What the picture says, in paragraphs."""
        return self.word("desc").split("\n")

    def lang(self, key: str) -> str:
        """The attributes that say the language of words, where it is not the page's."""
        if not self.foreign or key in self.translated:
            return ""
        return f' lang="{self.foreign}" dir="{direction(self.foreign)}"'


def _inside(node: Node, said: _Said) -> str:
    return "".join(_element(child, said) for child in node.children)


def _element(node: Node, said: _Said) -> str:
    shown = "".join(
        f' {key}="{escape(_value(key, value))}"'
        for key, value in node.attributes.items()
        if key not in NOT_SHOWN and not (node.text and key in ("x", "y"))
    )
    if node.text:
        return f"<text{shown}{said.lang(node.text.id)}>{_lines(node, node.text, said)}</text>"
    return f"<{node.tag}{shown}>{_inside(node, said)}</{node.tag}>"


def _value(key: str, value: str) -> str:
    if key in ("fill", "stroke") and value in COLOURS:
        return f"var(--wl-{value})"
    return FACES.get(value, value) if key == "font-family" else value


def _lines(node: Node, text: Text, said: _Said) -> str:
    """The words, broken into lines that stand around `y`, or below it where it says so."""
    words = said.word(text.id)
    face = {"bold": text.bold, "serif": text.serif}
    found = lines(words, text.size, text.width, **face) if text.width else (words,)
    step = text.size * LEADING
    x, y = float(node.attributes.get("x", 0)), float(node.attributes.get("y", 0))
    down = node.attributes.get("data-from") == "top"
    first = y + text.size * MIDDLE + (step / 2 if down else -step * (len(found) - 1) / 2)
    return "".join(_spans(found, x + _shift(node, text), first, step))


def _shift(node: Node, text: Text) -> float:
    """Lines end with a space, for those who copy them; it must not move what is centred."""
    part = {"middle": 0.5, "end": 1.0}.get(node.attributes.get("text-anchor", ""), 0.0)
    return part * width(" ", text.size, bold=text.bold, serif=text.serif)


def _spans(found: tuple[str, ...], x: float, first: float, step: float) -> Iterator[str]:
    for number, line in enumerate(found):
        y = f"{first + number * step:.2f}".rstrip("0").rstrip(".")
        across = f"{x:.2f}".rstrip("0").rstrip(".")
        yield f'<tspan x="{across}" y="{y}">{escape(line)} </tspan>'
