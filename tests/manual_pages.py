"""The pages of the manual, and their code blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from projects import ROOT

CONTENT = ROOT / "content"
DOCS = CONTENT / "docs"
LIVE = ("manual", "sample")
"""Blocks that the build resolves; it fails where they are wrong."""
_FENCE = re.compile(
    r"^(?P<mark>`{3,}|~{3,}) ?(?P<info>[^\n]*)\n(?P<body>.*?)^(?P=mark)[ ]*$",
    re.MULTILINE | re.DOTALL,
)
_TITLE = re.compile(r'\btitle="([^"]+)"')
_NOT_RUN = re.compile(r'\bdata-not-run="([^"]+)"')
_LANGUAGE = re.compile(r"^\{?\s*\.?([\w-]+)")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A fenced block of a page."""

    language: str
    title: str
    not_run: str
    """Why no test runs it; empty for those that are run."""
    text: str
    line: int

    @property
    def is_file(self) -> bool:
        """It is to be saved under its title."""
        return self.title.endswith((".yml", ".md", ".css", ".svg"))


def pages() -> dict[str, Path]:
    """Every page of the manual by its name below `content/docs`."""
    return {
        path.relative_to(CONTENT).with_suffix("").as_posix(): path
        for path in sorted([*DOCS.rglob("*.md"), CONTENT / "docs.md"])
        if path.is_file()
    }


def blocks(path: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    text = path.read_text(encoding="utf-8")
    return [_block(found, text) for found in _FENCE.finditer(text)]


def _block(found: re.Match[str], text: str) -> Block:
    info = found["info"]
    language = _LANGUAGE.match(info)
    title, reason = _TITLE.search(info), _NOT_RUN.search(info)
    return Block(
        language=language[1] if language else "",
        title=title[1] if title else "",
        not_run=reason[1] if reason else "",
        text=found["body"],
        line=text.count("\n", 0, found.start()) + 1,
    )


def front_matter(path: Path) -> dict[str, object]:
    """What stands at the top of a page."""
    found = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    assert isinstance(found, dict), path
    return found


def prose(path: Path) -> str:
    """The sentences of a page: without front matter, blocks, headings, code and addresses."""
    text = path.read_text(encoding="utf-8").split("---\n", 2)[2]
    text = _FENCE.sub("", text)
    text = re.sub(r"^(#.*|\|.*|!!! .*)$", "", text, flags=re.MULTILINE)
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", text)
    text = re.sub(r"`[^`]*`", "it", text)
    text = re.sub(r"^\s*(?:[-*]|\d+\.) ", "", text, flags=re.MULTILINE)
    return re.sub(r"[*_]", "", text)
