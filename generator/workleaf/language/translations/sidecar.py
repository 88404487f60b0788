"""A translation file as it was read: words by path, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from workleaf.language.source import Mapping as Keys
from workleaf.language.source import Node, Report, Scalar, Sequence
from workleaf.language.translations.walk import Path

HOW_FAR: Final = ("draft", "reviewed")
STATE, STALE, MADE_FROM, KEPT = "translation", "stale", "made_from", "kept"
NAMES: Final = {
    "items": 1,
    "steps": 1,
    "results": 1,
    "calendar": 1,
    "choices": 1,
    "rows": 1,
    "columns": 1,
    "fields": 1,
    "bands": 1,
    "wording_tips": 1,
    "choice_lists": 2,
    "parts": 2,
    "start_with": 2,
}
"""Keys below which there are names that the source gives, and for how many levels."""
MAIN: Final = frozenset({"label", "title", "show"})
"""Below a name: the text that the name alone can stand for."""
PHRASES: Final = frozenset({"words", "after"})
"""Of a wording tip: lists that each language has of its own."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Sidecar:
    """`my-sheet.es.yml`, or `_shared.es.yml`."""

    language: str
    file: str
    node: Keys
    state: Literal["draft", "reviewed"] = "draft"
    texts: Mapping[Path, Scalar] = field(default_factory=dict)
    keys: Mapping[Path, Scalar] = field(default_factory=dict)
    """Where each path begins: the key that names it."""
    phrases: Mapping[Path, tuple[Scalar, ...]] = field(default_factory=dict)
    """The words of wording tips."""
    stale: Mapping[str, Scalar] = field(default_factory=dict)
    """Dotted path → what the source says now."""
    made_from: Mapping[str, Scalar] = field(default_factory=dict)
    """Dotted path → the mark of the source text that was translated."""
    kept: Mapping[str, Scalar] = field(default_factory=dict)
    """Dotted path → words whose source is gone."""

    def pick(self, path: Path, text: Scalar) -> Scalar:
        """The translation of a text, or the text itself."""
        return self.texts.get(path, text)


def dotted(path: Path) -> str:
    """A path as people read it."""
    return ".".join(path)


def read(node: Keys, *, file: str, language: str, report: Report) -> Sidecar:
    """The words of a translation file; what is no word is noted."""
    found = _Reading(report)
    top = {key.value: value for key, value in node.pairs}
    for key, value in node.pairs:
        if key.value not in (STATE, STALE, MADE_FROM, KEPT):
            found.key(key, value, (), names=0)
    return Sidecar(
        language=language,
        file=file,
        node=node,
        state=_state(top.get(STATE), report),
        texts=found.texts,
        keys=found.keys,
        phrases=found.phrases,
        stale=dict(_named(top.get(STALE), report)),
        made_from=dict(_named(top.get(MADE_FROM), report)),
        kept=dict(_named(top.get(KEPT), report)),
    )


def _state(node: Node | None, report: Report) -> Literal["draft", "reviewed"]:
    if node is None:
        return "draft"
    if isinstance(node, Scalar) and node.value in HOW_FAR:
        return "reviewed" if node.value == "reviewed" else "draft"
    said = node.value[:40] if isinstance(node, Scalar) else "a list"
    wanted = "'draft' or 'reviewed'"
    report.add("wants-one-of", node.span, key=STATE, wanted=wanted, found=said)
    return "draft"


def _named(node: Node | None, report: Report) -> Iterator[tuple[str, Scalar]]:
    if isinstance(node, Keys):
        for key, value in node.pairs:
            if isinstance(value, Scalar):
                yield key.value, value
            else:
                report.add("text-looks-like-list", value.span, key=key.value)
    elif node is not None and not (isinstance(node, Scalar) and not node.value):
        report.add("wants-names", node.span)


class _Reading:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.texts: dict[Path, Scalar] = {}
        self.keys: dict[Path, Scalar] = {}
        self.phrases: dict[Path, tuple[Scalar, ...]] = {}

    def key(self, key: Scalar, value: Node, at: Path, *, names: int) -> None:
        """One key and what stands under it; `names`: for how many levels keys are names."""
        below = names - 1 if names else NAMES.get(key.value, 0)
        main = not names and bool(at) and key.value in MAIN
        path = at if main else (*at, key.value)
        self.keys.setdefault(path, key)
        match value:
            case Scalar(value="", style=""):
                pass  # left for later
            case Scalar() if not names and self._is_phrase(path):
                self.phrases[path] = (value,)
            case Scalar() if below and not names:
                self.report.add("wants-names", value.span)
            case Scalar():
                self._text(path, key, value)
            case Keys(pairs=pairs):
                for inner, inside in pairs:
                    self.key(inner, inside, path, names=below)
            case Sequence(items=items):
                if self._is_phrase(path) and all(isinstance(each, Scalar) for each in items):
                    self.phrases[path] = tuple(each for each in items if isinstance(each, Scalar))
                else:
                    code = "wants-names" if below and not names else "text-looks-like-list"
                    self.report.add(code, value.span, key=key.value)

    def _text(self, path: Path, key: Scalar, value: Scalar) -> None:
        if not value.value.strip():
            self.report.add("value-empty", key.span, key=key.value)
        elif path in self.texts:
            line = self.texts[path].span.line
            self.report.add("key-twice", key.span, key=key.value, line=line)
        else:
            self.texts[path] = value

    def _is_phrase(self, path: Path) -> bool:
        return len(path) == 3 and path[0] == "wording_tips" and path[2] in PHRASES
