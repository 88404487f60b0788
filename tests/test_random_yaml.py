"""Random worksheets out of the language's own words: problems with a place, never an exception."""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from language_files import PAGES
from workleaf.language import fields, options, project, sheet
from workleaf.language.expressions.words import BINDING, FUNCTIONS

pytestmark = pytest.mark.torture

EXAMPLES = int(os.environ.get("WORKLEAF_EXAMPLES", "2000"))
"""`WORKLEAF_EXAMPLES=50000 pytest tests/test_random_yaml.py` tries far more."""
SETTINGS: dict[str, Any] = {
    "deadline": None,
    "database": None,
    "derandomize": "WORKLEAF_EXAMPLES" not in os.environ,
    "suppress_health_check": [HealthCheck.function_scoped_fixture],
}
TYPES = [each.type_name for each in fields.FIELDS]
KEYS = sorted({key for each in fields.FIELDS for key in options.keys(each)})
TOP = sorted({*options.keys(sheet.Worksheet), *options.keys(sheet.Shared)})
IDS = [
    "one",
    "two",
    "one.a",
    "two.one",
    "sheet.one",
    "other.two",
    "theirs.one",
    "one[1]",
    "nothing",
]
SIGNS = [*"{}[]:,&*#?|-<>=!%@`'\"\\$~ \n\t"]
SIGNS += ["\u202e", "é", "😀", "\0", "---", ": ", " #1", "${", "{{"]
SCALARS = [
    *("yes", "no", "0", "1", "-3", "2.5", "0 to 10", "3 to 1", "a", "A", "all", "half", "week"),
    *("2026-02-30", "2026-01-31", "18:30", "99", "9" * 20, "", "''", "|", ">", "~", "null"),
    *("safety", "nowhere", "[x](y)", "${one}", "${one?}", "${two[1]}", "**a**", "<b>", "{{ one }}"),
]


PIECES = [*SIGNS, *SCALARS, *KEYS, *TYPES, "\n  ", "\n", ": ", "- "]


class Writer:
    """Writes a worksheet as somebody might who has the words but not the rules."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def one(self, *several: str) -> str:
        return self.random.choice(several)

    def condition(self, depth: int = 2) -> str:
        if depth <= 0 or self.random.random() < 0.4:
            return self.one(*IDS, *IDS, "3", '"a"', "yes", '"2026-01-31"')
        inside = [self.condition(depth - 1) for _ in range(self.random.randrange(1, 4))]
        return self.one(
            f" {self.one(*BINDING)} ".join(inside),
            f"{self.one(*FUNCTIONS)}({', '.join(inside)})",
            f"not {inside[0]}",
            f"({inside[0]})",
        )

    def value(self, depth: int) -> str:
        kind = self.random.random()
        if kind < 0.45 or depth <= 0:
            return self.one(*SCALARS, self.condition())
        inside = [self.value(depth - 1) for _ in range(self.random.randrange(4))]
        if kind < 0.6:
            return "[" + ", ".join(inside) + "]"
        return "{" + ", ".join(f"{self.one(*KEYS, 'a', 'b', '1')}: {each}" for each in inside) + "}"

    def item(self, indent: str, depth: int) -> list[str]:
        lines = [f"{indent}- {self.one(*TYPES)}: {self.one('Words', 'What is it?', *SCALARS)}"]
        if self.random.random() < 0.6:
            lines.append(f"{indent}  id: {self.one('one', 'two', 'three', 'not', 'A')}")
        for key in self.random.sample(KEYS, self.random.randrange(4)):
            if key in ("fields", "columns") and depth > 0:
                lines.append(f"{indent}  {key}:")
                for _ in range(self.random.randrange(3)):
                    lines += self.item(indent + "    ", depth - 1)
            elif key in ("show_if", "check", "formula", "sum", "mean"):
                lines.append(f"{indent}  {key}: {self.condition()}")
            else:
                lines.append(f"{indent}  {key}: {self.value(2)}")
        return lines

    def text(self) -> str:
        lines = ["title: A sheet", "fields:"]
        for _ in range(self.random.randrange(1, 5)):
            lines += self.item("  ", 2)
        for key in self.random.sample(TOP, self.random.randrange(4)):
            lines.append(f"{key}: {self.value(3)}")
        return self.mutated("\n".join(lines) + "\n")

    def mutated(self, text: str) -> str:
        """Signs put in, taken out, lines moved: as hands do, and worse."""
        for _ in range(self.random.choice((0, 0, 0, 1, 1, 2, 5))):
            at, end = self.random.randrange(len(text) + 1), self.random.randrange(8)
            text = text[:at] + self.one("", *SIGNS) + text[at + end :]
        return text


def check_file(folder: Path, text: str, shared: str = "") -> None:
    """Everything that is wrong has its place in the file, and a way out."""
    (folder / "sheet.yml").write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / "_shared.yml").write_bytes(shared.encode("utf-8", "surrogatepass"))
    reading = project.read(folder, pages=PAGES)
    files = {"sheet.yml": text, "_shared.yml": shared}
    for each in reading.problems:
        written = files[Path(each.span.file).name].replace("\r\n", "\n")
        lines = written.replace("\r", "\n").split("\n")
        assert 1 <= each.span.line <= len(lines), each
        line = lines[each.span.line - 1]
        assert 1 <= each.span.column <= len(line) + 1, (each, line)
        assert 1 <= each.span.width <= max(1, len(line) - each.span.column + 1), (each, line)
        assert each.hint or "did you mean" in each.message or "here it is called" in each.message
        assert "\n" not in each.message
        assert "Traceback" not in str(each)
    assert reading.problems or reading.worksheets


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("random")


@settings(**SETTINGS, max_examples=EXAMPLES)
@given(seed=some.integers(0, 2**40))
def test_worksheets_of_the_languages_own_words_are_read_or_told(seed: int, folder: Path) -> None:
    writer = Writer(seed)
    text = writer.text()
    shared = writer.mutated(f"parts: {writer.value(3)}\n") if seed % 5 == 0 else ""
    check_file(folder, text, shared)


@settings(**SETTINGS, max_examples=max(200, EXAMPLES // 10))
@given(text=some.lists(some.sampled_from(PIECES), max_size=60))
def test_random_words_and_signs_are_read_or_told(text: list[str], folder: Path) -> None:
    check_file(folder, "".join(text))
