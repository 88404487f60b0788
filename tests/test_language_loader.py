"""YAML as people, editors and attackers write it: read exactly, or refused with a way out."""

from __future__ import annotations

import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from language_files import PAGES
from workleaf.language import loader, project
from workleaf.language.source import Mapping, Node, Report, Scalar, Sequence

BIDI = "\u202e"
REFUSED = {
    "many laughs": (b"a: &a [x, x]\nb: [*a, *a]\n", "a text that starts with & must be in quotes"),
    "an alias": (b"a: *b\n", "a text that starts with * must be in quotes"),
    "a tag": (b"a: !!python/object:os.system x\n", "a text that starts with ! must be in quotes"),
    "a merge key": (b"a: {<<: {b: c}}\n", "'<<' is not used here"),
    "deep brackets": (
        b"a: " + b"[" * 60 + b"]" * 60,
        "this stands more than 40 steps to the right or inside brackets",
    ),
    "deep blocks": (
        "\n".join("  " * level + "a:" for level in range(60)).encode(),
        "this stands more than 40 steps to the right or inside brackets",
    ),
    "many nodes": (
        b"a: [" + b"1," * 20_001 + b"]",
        "this file has more than 20,000 texts and lists",
    ),
    "a long text": (b"a: " + b"x" * 65_537, "this text is longer than 64 KiB"),
    "a large file": (b"a: b\n" + b"#" * 1_048_577, "this file is larger than 1 MiB"),
    "UTF-16": ("a: b".encode("utf-16"), "this file is not saved as UTF-8 text, but as UTF-16"),
    "Latin-1": (
        "a: é".encode("latin-1"),
        "this file is not saved as UTF-8 text, but as another encoding",
    ),
    "NUL": (b"a: b\0c", "a character that nobody can see stands here (U+0000)"),
    "a bell": (b"a: b\x07c", "a character that nobody can see stands here (U+0007)"),
    "a bell as an escape": (
        b'a: "\\x07"',
        "a character that nobody can see stands here (U+0007)",
    ),
    "right to left": (
        f"a: b{BIDI}c".encode(),
        "a character that nobody can see stands here (U+202E)",
    ),
    "a tab": (b"a:\n\tb: c\n", "a tab stands at the start of this line"),
    "two documents": (b"a: b\n---\nc: d\n", "a line '---' starts a second worksheet here"),
    "nothing": (b"", "this file is empty"),
    "a comment alone": (b"# nothing\n", "this file is empty"),
    "a list at the top": (b"- a\n- b\n", "a worksheet file starts with a line 'title: …'"),
    "a text at the top": (b"hello\n", "a worksheet file starts with a line 'title: …'"),
    "a key twice": (b"a: b\na: c\n", "'a' is written twice here"),
    "a key in two Unicode forms": (
        "é: b\n".encode() + unicodedata.normalize("NFD", "é").encode() + b": c\n",
        f"'{unicodedata.normalize('NFD', 'é')}' is written twice here",
    ),
    "a list as a key": (b"? [a]\n: b\n", "the part before the ':' must be one word"),
    "half a surrogate": (
        b'a: "\\ud800"\n',
        "a backslash in double quotes has a meaning of its own",
    ),
    "an open bracket": (b"a: [b, c\n", "a text that starts with [ must be in quotes"),
    "a percent sign": (b"a: %b\n", "a text that starts with % must be in quotes"),
    "an at sign": (b"a: @b\n", "a text that starts with @ must be in quotes"),
    "a backtick": (b"a: `b`\n", "a text that starts with ` must be in quotes"),
    "a greater sign": (b"a: > b\n", "a text that starts with > must be in quotes"),
    "a bar": (b"a: | b\n", "a text that starts with | must be in quotes"),
    "text after quotes": (b'a: "b" c\n', "a text in quotes ends too early"),
    "a second colon": (b"a: b: c\n", "a second ': ' on one line"),
    "an open quote": (b'a: "b\n', "a quote is opened but never closed"),
}


def read(data: bytes) -> tuple[Mapping | None, Report]:
    """The nodes of some bytes, and what was said about them."""
    report = Report()
    return loader.read(data, file="sheet.yml", report=report), report


def scalars(node: Node) -> list[Scalar]:
    """Every text of a node."""
    match node:
        case Scalar():
            return [node]
        case Sequence(items=items):
            return [each for item in items for each in scalars(item)]
        case Mapping(pairs=pairs):
            return [each for key, value in pairs for each in (key, *scalars(value))]


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_told(name: str) -> None:
    data, message = REFUSED[name]
    _, report = read(data)
    assert message in [each.message for each in report.problems]
    assert report.failed


def test_a_hundred_thousand_brackets_do_not_end_the_process(tmp_path: Path) -> None:
    file = tmp_path / "brackets.yml"
    file.write_bytes(b"title: " + b"[" * 100_000 + b"]" * 100_000)
    code = (
        "import sys; from pathlib import Path; from workleaf.language import project;"
        "print(len(project.read_file(Path(sys.argv[1]), pages={}).problems))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.strip()) == (0, "1"), done.stderr


def test_scalars_stay_as_they_were_written() -> None:
    words = ["no", "Yes", "on", "012", "1:30", "1_000", "0x10", "2026-01-05", "1.10", "~", "null"]
    node, report = read("\n".join(f"k{n}: {word}" for n, word in enumerate(words)).encode())
    assert report.problems == []
    assert node
    assert [str(value) for _, value in node.pairs] == words


def test_windows_line_ends_and_a_byte_order_mark_are_fine() -> None:
    node, report = read("\ufefftitle: A\r\nintro: |\r\n  B\r\n  C\r\n".encode())
    assert report.problems == []
    assert node
    assert [str(value) for _, value in node.pairs] == ["A", "B\nC\n"]


def test_a_lost_comment_is_a_warning() -> None:
    node, report = read(b"a: What is your #1 wish?\nb: fine # a remark\n")
    assert [(each.level, each.span.column) for each in report.problems] == [("warning", 17)]
    assert node is not None


@pytest.mark.parametrize(
    "text",
    [
        "a: plain words over\n  two lines, and more\n",
        'a: "in quotes \\"twice\\" é \\u00e9 and\n  a fold \\\n  kept"\n',
        "a: 'it''s so, over\n\n  two lines'\n",
        "a: |\n\n  a block\n    deeper\n\n  end\n",
        "a: >-\n  folded\n  words\n\n  again\n",
        "a:\n  - {b: c, d: 'e f'}\n",
    ],
)
def test_every_visible_character_knows_its_place(text: str) -> None:
    node, report = read(text.encode())
    assert node
    assert report.problems == []
    for scalar in scalars(node):
        for offset, sign in enumerate(scalar.value):
            span = scalar.at(offset)
            found = text.split("\n")[span.line - 1][span.column - 1 :][:1]
            assert sign.isspace() or found in (sign, "\\"), (scalar.value, offset)


YAMLISH = some.text(
    alphabet=some.sampled_from("ab:-[]{}&*!<>|?'\"#%@, \n\t0123.~é\u202e\ufeff\\$titlefds"),
    max_size=160,
)
PIECES = some.lists(
    some.sampled_from(
        [
            "title: A sheet",
            "fields:",
            "steps:",
            "results:",
            "  - text: Name",
            "  - grid: How?",
            "  - table: Rows",
            "  - score: Sum",
            "    id: name",
            "    show_if: name is",
            "    rows: {a: A}",
            "    columns:",
            "      - text: Cell",
            "    range: 1 to 5",
            "    choices: [a, a]",
            "    sum: name",
            "    formula: name / 0",
            "    default: [x]",
            "    chart: {type: bar}",
            "  - when: name",
            "    show: ${name} [x](y)",
            "  -",
            "gate: sheet",
            "calendar:",
            "choice_lists:",
        ]
    ),
    max_size=14,
).map("\n".join)


@settings(
    max_examples=300,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=some.one_of(YAMLISH, PIECES))
def test_no_text_ends_in_an_exception(text: str, tmp_path: Path) -> None:
    (tmp_path / "sheet.yml").write_text(text, encoding="utf-8")
    reading = project.read(tmp_path, pages=PAGES)
    assert reading.problems or reading.worksheets


@settings(max_examples=200, deadline=None, database=None)
@given(data=some.binary(max_size=300))
def test_no_bytes_end_in_an_exception(data: bytes) -> None:
    node, report = read(data)
    assert node is not None or report.problems
