"""Answers from a page that was saved with answers: the JSON that stands in it."""

from __future__ import annotations

from html.parser import HTMLParser

from workleaf.outputs.answers import json_file
from workleaf.outputs.answers.model import Answers
from workleaf.outputs.answers.source import Source

CLASS = "wl-answers"


class _Finder(HTMLParser):
    """Collects the text of the first `<script type="application/json" class="wl-answers">`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.inside = False
        self.done = False
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The script begins."""
        found = {name: value or "" for name, value in attrs}
        json_inside = found.get("type") == "application/json"
        classes = found.get("class", "").split()
        self.inside = not self.done and tag == "script" and json_inside and CLASS in classes

    def handle_endtag(self, tag: str) -> None:
        """The script ends."""
        self.done = self.done or (self.inside and tag == "script")
        self.inside = False

    def handle_data(self, data: str) -> None:
        """Text of the script."""
        if self.inside:
            self.text.append(data)


def read(data: bytes, source: Source) -> Answers:
    """The answers in a saved page."""
    finder = _Finder()
    finder.feed(data.decode("utf-8", errors="replace"))
    finder.close()
    if not finder.done:
        raise source.error("answers-html")
    return json_file.read("".join(finder.text).encode(), source)
