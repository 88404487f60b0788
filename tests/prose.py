"""The guide's words as its readers meet them: a page or a worksheet, in sentences."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from projects import ROOT
from workleaf.language import project
from workleaf.publish.pictures import read

with (
    warnings.catch_warnings()
):  # it asks pkg_resources for its word list, which says that it is old
    warnings.simplefilter("ignore")
    import textstat

FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
FENCE = re.compile(r"^(`{3,}).*?^\1\s*$", re.DOTALL | re.MULTILINE)
CITED = re.compile(r"\s*\((?:(?:see )?\[R\d+\]\([^)]*\)(?:[,;]| and)?\s*)+\)")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
SPAN = re.compile(r"\[([^\[\]]*)\]\{[^}]*\}")
LEFT_OUT = re.compile(r"\{[^}]*\}|<[^>]+>|[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}")
BOX = re.compile(r"^\s*(?:!!!|\?\?\?\+?)\s+.*$", re.MULTILINE)
ITEM = re.compile(r"^\s*(?:[-*]|\d+\.)\s+", re.MULTILINE)
CELLS = re.compile(r"^\s*\|.*$", re.MULTILINE)
END = re.compile(r"(?<=[.?!…])[\"”'’)]*\s+(?=[\"“'‘(]*[A-Z0-9…])")
NOT_PROSE = ("docs/", "references.md")
"""The manual has its own readers; a list of references is names and titles."""


@dataclass(frozen=True)
class Words:
    """The prose of one page or worksheet."""

    name: str
    safety: bool
    paragraphs: tuple[str, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """Each sentence, without its final mark's company."""
        found = (part.strip() for each in self.paragraphs for part in END.split(each))
        return tuple(each for each in found if re.search(r"\w", each))

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade; items of lists count as sentences."""
        ended = (
            each if each[-1] in ".?!" else f"{each.rstrip(',;:…')}." for each in self.sentences
        )
        return float(textstat.textstat.flesch_kincaid_grade(" ".join(ended)))

    @property
    def count(self) -> int:
        """How many words there are."""
        return sum(length(each) for each in self.sentences)


def length(sentence: str) -> int:
    """How many words a sentence has."""
    return len([each for each in sentence.split() if re.search(r"\w", each)])


def paragraphs(text: str) -> Iterator[str]:
    """The paragraphs, list items and table cells of a Markdown text, without its marks."""
    text = FENCE.sub("", FRONT_MATTER.sub("", text))
    text = BOX.sub("", text)
    text = CITED.sub("", text)
    text = SPAN.sub(r"\1", LINK.sub(r"\1", SPAN.sub(r"\1", text)))
    text = CELLS.sub(lambda row: "\n\n".join(row[0].split("|")), text)
    text = ITEM.sub("\n", text)
    for block in re.split(r"\n\s*\n", text):
        lines = [each for each in block.split("\n") if not each.lstrip().startswith("#")]
        joined = LEFT_OUT.sub("", " ".join(" ".join(lines).split())).strip()
        if re.search(r"\w", joined) and not set(joined) <= set("-: "):
            yield joined


def pages() -> tuple[Words, ...]:
    """The guide's pages in its own language."""
    content = ROOT / "content"
    found = []
    for path in sorted(content.rglob("*.md")):
        name = path.relative_to(content).as_posix()
        if name.startswith(NOT_PROSE) or re.match(r"[a-z]{2}/", name):
            continue
        text = path.read_text(encoding="utf-8")
        matter = FRONT_MATTER.match(text)
        safety = bool(matter and re.search(r"^safety: *(yes|true)", matter[0], re.MULTILINE))
        found.append(Words(name, safety, tuple(paragraphs(text))))
    return tuple(found)


def worksheets() -> tuple[Words, ...]:
    """The texts of the guide's worksheets, as a translator is given them."""
    found = project.translations(ROOT / "worksheets", root=ROOT)
    return tuple(
        Words(
            name,
            "safety" in name or "gate" in name,
            tuple(line for text in found.texts(name).values() for line in paragraphs(text.value)),
        )
        for name in sorted(found.drafts)
    )


def pictures() -> tuple[Words, ...]:
    """What the guide's pictures say, in the words for those who do not see them."""
    found, _ = read(ROOT / "pictures", root=ROOT, languages=())
    return tuple(
        Words(name, False, (drawn.title, *drawn.desc.split("\n")))
        for name, drawn in found.drawings.items()
    )
