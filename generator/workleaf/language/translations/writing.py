"""Writes a translation file: what is translated, what is missing as comments, what is stale.

Nothing that a translator wrote is ever lost: words whose source is gone go to `kept`, and comments
stay with the key that they stand above.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import yaml

from workleaf.language.source import Scalar
from workleaf.language.translations.comparing import has_words
from workleaf.language.translations.marks import mark
from workleaf.language.translations.remarks import Remark, remarks
from workleaf.language.translations.sidecar import KEPT, MADE_FROM, STALE, STATE, Sidecar, dotted
from workleaf.language.translations.walk import Path

HEADER: Final = (
    "# Words only, by id. A line that starts with # is not translated yet: take the # away and",
    "# write the translation. 'draft' becomes 'reviewed' once somebody who speaks it has read all.",
)
NOTES: Final = {
    STALE: "# The source of these has changed: mend the translation, then take the line out here.",
    MADE_FROM: "# Written by workleaf: which source each translation was made from.",
    KEPT: "# Words whose source is gone. They come back with it; take out what is not needed.",
}
OURS: Final = frozenset({*HEADER, *NOTES.values()})
_MAIN: Final = {"steps": "title", "calendar": "title", "results": "show", "wording_tips": "show"}
Words: TypeAlias = "str | tuple[str, ...]"
"""A text, or the phrases of a wording tip."""


@dataclass(frozen=True)
class Given:
    """A translation from elsewhere, and the mark of the text it was made from."""

    words: Words
    mark: str


@dataclass(kw_only=True)
class _Branch:
    """A path of the source: its own text, and what is below it."""

    source: Words | None = None
    inside: dict[str, _Branch] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Refreshed:
    """A translation file as it should be."""

    text: str
    translated: int
    missing: int
    stale: int
    kept: int


def refreshed(
    source: Mapping[Path, Scalar],
    phrases: Mapping[Path, tuple[Scalar, ...]],
    sidecar: Sidecar | None,
    *,
    given: Mapping[Path, Given] | None = None,
) -> Refreshed:
    """The file for the texts of a source, with all that was translated already.

    `given` are translations that come from elsewhere, newer than those of the file.
    """
    return _Writing(source, phrases, sidecar, given or {}).done()


class _Writing:
    def __init__(
        self,
        source: Mapping[Path, Scalar],
        phrases: Mapping[Path, tuple[Scalar, ...]],
        sidecar: Sidecar | None,
        given: Mapping[Path, Given],
    ) -> None:
        self.sidecar, self.given = sidecar, given
        self.source: dict[Path, Words] = {path: text.value for path, text in source.items()}
        self.source |= {path: tuple(each.value for each in line) for path, line in phrases.items()}
        asked = {path for path, text in source.items() if has_words(text)} | set(phrases)
        self.asked = asked
        self.old = _written(sidecar)
        self.marks = {dotted(path): mark(_plain(text)) for path, text in self.source.items()}
        self.words = self._words()
        self.remarks = self._remarks()

    def _words(self) -> dict[Path, Words]:
        """What is translated, with words that were kept for texts that are there again."""
        back = (
            {name: text.value for name, text in self.sidecar.kept.items()} if self.sidecar else {}
        )
        found = {path: self.old[path] for path in self.source if path in self.old}
        for path in self.source:
            if path not in found and dotted(path) in back:
                found[path] = back[dotted(path)]
        given = {path: each.words for path, each in self.given.items() if path in self.source}
        return found | given

    def done(self) -> Refreshed:
        """The whole file."""
        stale, kept = self._stale(), self._kept()
        missing = [path for path in self.source if path in self.asked and path not in self.words]
        state = self.sidecar.state if self.sidecar else "draft"
        lines = [*HEADER, *self._above(STATE), f"{STATE}: {state}"]
        for name, branch in _tree(self.source, self.words, self.asked).items():
            lines += self._branch((name,), name, branch, indent=0)
        lines += self._section(STALE, stale) + self._section(KEPT, kept)
        marks = {dotted(path): self.marks[dotted(path)] for path in (*self.words, *missing)}
        order = [dotted(path) for path in self.source]
        lines += self._section(MADE_FROM, {name: marks[name] for name in order if name in marks})
        lines += [line for remark in self.remarks for line in remark.lines]
        return Refreshed(
            text="\n".join(lines) + "\n",
            translated=len(self.words),
            missing=len(missing),
            stale=len(stale),
            kept=len(kept),
        )

    def _stale(self) -> dict[str, str]:
        """Translations of a source that has changed since, with what it says now."""
        return {
            dotted(path): " ".join(_plain(self.source[path]).split())
            for path in self.words
            if self._is_stale(path)
        }

    def _is_stale(self, path: Path) -> bool:
        name = dotted(path)
        if path in self.given:
            return self.given[path].mark != self.marks[name]
        if self.sidecar is None:
            return False
        made_from = self.sidecar.made_from.get(name)
        changed = made_from is not None and made_from.value != self.marks[name]
        return changed or name in self.sidecar.stale

    def _kept(self) -> dict[str, str]:
        """Words whose source is gone."""
        if self.sidecar is None:
            return {}
        used = {dotted(path) for path in self.words}
        kept = {name: text.value for name, text in self.sidecar.kept.items() if name not in used}
        gone = {
            dotted(path): _plain(text) for path, text in self.old.items() if path not in self.source
        }
        return kept | gone

    def _remarks(self) -> list[Remark]:
        if self.sidecar is None:
            return []
        known = {*self.marks.values(), *(each.value for each in self.sidecar.made_from.values())}
        return remarks(self.sidecar, ours=OURS, known=known)

    def _above(self, name: str, indent: int = 0) -> list[str]:
        """The translator's comments above a path; each is used once."""
        mine = [each for each in self.remarks if each.path == name]
        self.remarks = [each for each in self.remarks if each.path != name]
        return [" " * indent + line for each in mine for line in each.lines]

    def _section(self, name: str, texts: Mapping[str, str]) -> list[str]:
        if not texts:
            return []
        found = ["", NOTES[name], f"{name}:"]
        for path, text in texts.items():
            found += _entry(path, text, 2)
        return found

    def _branch(self, path: Path, key: str, branch: _Branch, *, indent: int) -> Iterator[str]:
        if len(path) == 1 and branch.inside:
            yield ""
        yield from self._above(dotted(path), indent)
        if not branch.inside:
            yield from self._text(path, key, branch, indent)
            return
        yield f"{' ' * indent}{key}:"
        if branch.source is not None:
            main = _MAIN.get(path[-2], "label") if len(path) > 1 else "label"
            yield from self._text(path, main, branch, indent + 2)
        for name, inner in branch.inside.items():
            yield from self._branch((*path, name), name, inner, indent=indent + 2)

    def _text(self, path: Path, key: str, branch: _Branch, indent: int) -> Iterator[str]:
        if path in self.words:
            yield from _entry(key, self.words[path], indent)
        elif branch.source is not None:
            lines = _entry(key, branch.source, 0)
            yield from (f"{' ' * indent}# {line}".rstrip() for line in lines)


def _written(sidecar: Sidecar | None) -> dict[Path, Words]:
    if sidecar is None:
        return {}
    found: dict[Path, Words] = {path: text.value for path, text in sidecar.texts.items()}
    return found | {
        path: tuple(each.value for each in line) for path, line in sidecar.phrases.items()
    }


def _plain(text: Words) -> str:
    return text if isinstance(text, str) else ", ".join(text)


def _tree(
    source: Mapping[Path, Words], words: Mapping[Path, Words], asked: set[Path]
) -> dict[str, _Branch]:
    """The paths to write, as a tree; texts without words are written only where translated."""
    root = _Branch()
    for path, text in source.items():
        if path not in words and path not in asked:
            continue
        branch = root
        for part in path:
            branch = branch.inside.setdefault(part, _Branch())
        branch.source = text
    return root.inside


def _entry(key: str, text: Words, indent: int) -> list[str]:
    """`key: text` in lines that read back as the same text."""
    space = " " * indent
    if not isinstance(text, str):
        return [f"{space}{key}: [{', '.join(_scalar(each, flow=True) for each in text)}]"]
    if "\n" in text.rstrip("\n") and (block := _block(text)):
        return [f"{space}{key}: {block[0]}", *(f"{space}  {line}".rstrip() for line in block[1:])]
    return [f"{space}{key}: {_scalar(text)}"]


def _block(text: str) -> list[str]:
    """A text of several lines as a block; nothing where a block would not read back the same."""
    sign = "|" if text.endswith("\n") else "|-"
    lines = [sign, *text.removesuffix("\n").split("\n")]
    written = "\n".join([f"key: {sign}", *(f"  {line}".rstrip() for line in lines[1:])]) + "\n"
    return lines if _reads(written) == text else []


def _scalar(text: str, *, flow: bool = False) -> str:
    """A text in one line: bare where that reads back the same, else in double quotes."""
    bare = bool(text) and text == text.strip() and "\n" not in text and " #" not in text
    if (
        bare
        and not (flow and any(sign in text for sign in ",[]{}"))
        and _reads(f"key: {text}\n") == text
    ):
        return text
    return json.dumps(text, ensure_ascii=False)


def _reads(written: str) -> str | None:
    try:
        found = yaml.load(written, Loader=yaml.BaseLoader)
    except yaml.YAMLError:
        return None
    value = found.get("key") if isinstance(found, dict) else None
    return value if isinstance(value, str) else None


def lost(before: Sidecar, after: Sidecar, *, replaced: Collection[Path] = ()) -> Sequence[str]:
    """Words of the file before that are nowhere in the file after, but for those `replaced`."""
    there = {_plain(text).strip() for text in _written(after).values()}
    there |= {text.value.strip() for text in after.kept.values()}
    had = [_plain(text) for path, text in _written(before).items() if path not in replaced]
    had += [text.value for text in before.kept.values()]
    return [text for text in had if text.strip() and text.strip() not in there]
