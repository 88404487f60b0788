"""The worst that somebody can write into a worksheet file, by name; run in a process of its own.

`python tests/worst.py NAME …` reads each and prints what that took, a line of JSON each.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from workleaf import telling
from workleaf.language import project
from workleaf.worksheet.texts import Target

HEAD: Final = "title: A sheet\nfields:\n"
KIB: Final = 1024
LONGEST: Final = 64 * KIB - 10


def _items(count: int, line: Callable[[int], str]) -> str:
    return HEAD + "".join(line(number) for number in range(count))


def _note(text: str) -> str:
    return HEAD + "  - note: |\n      " + text[:LONGEST] + "\n"


def _notes(text: str) -> str:
    """The same text again and again, as much as a file holds."""
    one = "  - note: |\n      " + text[: LONGEST - 100] + "\n"
    return HEAD + one * ((KIB * KIB - len(HEAD)) // len(one.encode()))


def _doubled(number: int) -> str:
    before = f"s{number - 1} + s{number - 1}" if number else "x + x"
    return f"  - score: S\n    id: s{number}\n    formula: {before}\n"


def _summed(number: int) -> str:
    before = f"s{number - 1}" if number else "x"
    return f"  - score: S\n    id: s{number}\n    sum: [{before}, {before}, {before}]\n"


X = "  - number: X\n    id: x\n"

WORST: Final[dict[str, Callable[[], str]]] = {
    "10 MB": lambda: HEAD + "#" * 10_000_000,
    "a million commas": lambda: "title: [" + "," * 1_000_000 + "]",
    "20,001 nodes": lambda: "title: [" + "1," * 20_001 + "]",
    "a million brackets": lambda: "[" * 1_000_000,
    "a hundred thousand braces": lambda: "{a: " * 100_000,
    "500 levels": lambda: "".join("  " * n + "a:\n" for n in range(500)),
    "100,000 dashes": lambda: "- " * 100_000,
    "question marks": lambda: "? " * 100_000,
    "a million colons": lambda: "a: " * 300_000,
    "many laughs": lambda: (
        "a0: &a0 [x,x]\n"
        + "".join(f"a{n}: &a{n} [*a{n - 1},*a{n - 1},*a{n - 1}]\n" for n in range(1, 200))
    ),
    "a million hidden characters": lambda: "title: " + "\0" * 1_000_000,
    "hidden characters in words": lambda: "title: " + "a\u202e" * 250_000,
    "a tab on each line": lambda: HEAD + "\tx\n" * 300_000,
    "a title of a mebibyte": lambda: "title: " + "x" * 1_000_000,
    "a key of a mebibyte": lambda: "x" * 1_000_000 + ": a",
    "a comment of a mebibyte": lambda: HEAD + "  - text: A\n#" + "x" * 1_000_000,
    "lost comments": lambda: _items(9_000, lambda n: "  - text: The #1 of all\n"),
    "one long line": lambda: "title: A\nfields: [" + "{text: a}, " * 4_900 + "]",
    "one long line of mistakes": lambda: "title: A\nfields: [" + "{txet: a}, " * 4_900 + "]",
    "items alike": lambda: _items(6_600, lambda n: "  - text: Your name\n"),
    "items with ids": lambda: _items(3_900, lambda n: f"  - text: Q\n    id: q{n}\n"),
    "ids alike": lambda: _items(3_900, lambda n: "  - text: Q\n    id: q\n"),
    "wrong keys": lambda: _items(3_900, lambda n: f"  - text: Q\n    hnti{n}: x\n"),
    "keys of one item": lambda: (
        HEAD + "  - text: Q\n" + "".join(f"    k{n}: x\n" for n in range(9_900))
    ),
    "keys of the worksheet": lambda: "".join(f"titel{n}: x\n" for n in range(9_900)),
    "wrong types": lambda: _items(6_600, lambda n: f"  - txet{n}: Q\n"),
    "wrong links": lambda: _items(6_600, lambda n: f"  - note: '[a](here-{n})'\n"),
    "wrong ids in conditions": lambda: _items(
        2_800,
        lambda n: f"  - text: Q\n    id: question_{n}\n    show_if: answered(questoin_{n}x)\n",
    ),
    "wrong ids in one text": lambda: (
        _items(3_000, lambda n: f"  - text: Q\n    id: question_{n}\n")
        + "  - note: "
        + "${qeustion_1} " * 4_000
    ),
    "wrong choices": lambda: (
        HEAD
        + "  - choose_one: Q\n    id: one\n    choices: {"
        + ", ".join(f"choice_{n}: C" for n in range(200))
        + "}\n"
        + "".join(f'  - note: N\n    show_if: one is "cohice_{n}x"\n' for n in range(3_800))
    ),
    "a chain of conditions": lambda: _items(
        2_800,
        lambda n: (
            f"  - text: Q\n    id: q{n}\n    show_if: answered(q{max(n - 1, 0)})\n"
            if n
            else "  - text: Q\n    id: q0\n"
        ),
    ),
    "a circle of 2,800": lambda: _items(
        2_800, lambda n: f"  - text: Q\n    id: q{n}\n    show_if: answered(q{(n + 1) % 2_800})\n"
    ),
    "everything waits for everything": lambda: _items(
        300,
        lambda n: (
            f"  - text: Q\n    id: q{n}\n    show_if: answered("
            + ", ".join(f"q{each}" for each in range(300))
            + ")\n"
        ),
    ),
    "a chain of scores": lambda: (
        HEAD
        + X
        + "".join(
            f"  - score: S\n    id: s{n}\n    formula: {f's{n - 1}' if n else 'x'} + 1\n"
            for n in range(2_800)
        )
    ),
    "scores that double": lambda: HEAD + X + "".join(map(_doubled, range(90))),
    "sums that treble": lambda: HEAD + X + "".join(map(_summed, range(30))),
    "scores of a score": lambda: (
        HEAD
        + X
        + "  - score: S\n    id: s\n    formula: x"
        + " + x" * 50
        + "\n"
        + "".join(f"  - note: N\n    show_if: s + s + s + s > {n}\n" for n in range(3_800))
    ),
    "a score of a score of a score": lambda: (
        HEAD
        + X
        + "".join(
            f"  - score: S\n    id: s{n}\n    formula: "
            + " + ".join([f"s{n - 1}" if n else "x"] * 50)
            + "\n"
            for n in range(20)
        )
    ),
    "a grid of 2,000 rows": lambda: (
        HEAD
        + "  - grid: G\n    id: g\n    range: 0 to 100\n    rows:\n"
        + "".join(f"      r{n}: R\n" for n in range(2_000))
    ),
    "a table of 2,000 columns": lambda: (
        HEAD
        + "  - table: T\n    rows: 200\n    columns:\n"
        + "".join(f"      - text: C\n        id: c{n}\n" for n in range(2_000))
    ),
    "a condition of 64 KiB": lambda: (
        HEAD
        + "  - text: Q\n    id: q\n  - text: R\n    show_if: "
        + "answered(q) and " * 4_000
        + "answered(q)\n"
    ),
    "a condition of brackets": lambda: HEAD + "  - text: Q\n    show_if: " + "(" * 60_000 + "\n",
    "a condition of nots": lambda: HEAD + "  - text: Q\n    show_if: " + "not " * 15_000 + "\n",
    "a condition of minuses": lambda: HEAD + "  - text: Q\n    show_if: " + "- " * 999 + "1 > 2\n",
    "a condition of points": lambda: (
        HEAD + "  - text: Q\n    id: q\n  - text: R\n    show_if: q" + ".a" * 950 + "\n"
    ),
    "a condition of quotes": lambda: HEAD + "  - text: Q\n    show_if: a" + '"' * 1_900 + "\n",
    "a condition of one name": lambda: HEAD + "  - text: Q\n    show_if: " + "a" * 1_990 + "!\n",
    "a condition of minus names": lambda: HEAD + "  - text: Q\n    show_if: " + "a-" * 990 + "\n",
    "a condition of digits": lambda: HEAD + "  - text: Q\n    show_if: " + "1" * 1_990 + " > 1\n",
    "long conditions": lambda: _items(
        470,
        lambda n: (
            "  - number: Q\n    id: q"
            + str(n)
            + "\n    show_if: "
            + f"q{n} > 1 or " * 55
            + f"q{n} < 0\n"
        ),
    ),
    "quotes in a row": lambda: _notes("> " * 30_000),
    "lists in a row": lambda: _notes("- " * 30_000),
    "numbers in a row": lambda: _notes("1. " * 20_000),
    "open brackets in a text": lambda: _notes("[" * 60_000),
    "open pictures in a text": lambda: _notes("![" * 30_000),
    "open links in a text": lambda: _notes("[a](" * 15_000),
    "links in links": lambda: _notes("[" * 20_000 + "a" + "](b)" * 10_000),
    "stars in a text": lambda: _notes("*a **a " * 9_000),
    "stars and words": lambda: _notes("**x* " * 12_000),
    "backticks in a text": lambda: _notes("".join("`" * (n % 40 + 1) + "a" for n in range(3_000))),
    "open tags in a text": lambda: _notes("<a " * 20_000),
    "one open tag": lambda: _notes("<a " + "x " * 30_000),
    "open braces in a text": lambda: _notes("{{" * 30_000),
    "braces and spaces": lambda: _notes("{{" + " " * 60_000 + "x"),
    "percent braces": lambda: _notes("{%" * 30_000),
    "open slots": lambda: _notes("${" * 20_000),
    "an open slot": lambda: _notes("${" + "a" * 60_000),
    "slots": lambda: HEAD + X + "  - note: " + "${x}" * 15_000,
    "spaces in a text": lambda: _notes("a" + " " * 60_000 + "b"),
    "backslashes": lambda: _notes("\\" * 60_000),
    "and signs": lambda: _notes("&#" * 30_000),
    "addresses": lambda: _notes("<http://" * 8_000),
    "lines that open nothing": lambda: HEAD + "  - note: |\n" + "      - a\n" * 15_000,
    "headings": lambda: _notes("# " * 30_000),
    "steps": lambda: "title: A\nsteps:\n" + "  - title: S\n    fields:\n      - text: Q\n" * 2_400,
    "groups in groups": lambda: (
        HEAD
        + "".join(
            "  " * (2 * n + 1) + "- group: G\n" + "  " * (2 * n + 2) + "fields:\n"
            for n in range(18)
        )
        + "  " * 37
        + "- text: Q\n"
    ),
    "results": lambda: (
        HEAD + X + "results:\n" + "".join(f"  - when: x > {n}\n    show: R\n" for n in range(3_300))
    ),
    "choices of everything": lambda: (
        HEAD
        + ("  - choose_many: Q\n    choices: [" + ", ".join(f"c{n}" for n in range(200)) + "]\n")
        * 95
    ),
    "a quote that never ends": lambda: HEAD + '  - text: "' + "a\n    " * 150_000,
    "escapes": lambda: HEAD + '  - text: "' + "\\u00e9" * 20_000 + '"\n',
    "folds": lambda: HEAD + "  - text: >\n" + "      a\n" * 30_000,
    "a wall of percent signs": lambda: "%" * 1_000_000,
    "document ends": lambda: "---\n...\n" * 100_000,
    "carriage returns": lambda: "\r" * 1_000_000,
    "accents": lambda: "title: a" + "\u0301" * 30_000,
    "calendar": lambda: (
        HEAD + "  - date: D\n    id: d\ncalendar:\n" + "  - {title: C, date: d}\n" * 3_300
    ),
    "tags": lambda: (
        HEAD + "  - text: Q\ntags: [" + ", ".join(f"t{n}" for n in range(19_000)) + "]\n"
    ),
}


PAGES: Final = {"safety": Target(kind="page", name="safety", title="Safety", safety=True)}


def measure(name: str) -> dict[str, object]:
    """Read one of them and say what it took."""
    text = WORST[name]()
    slowness = _slowness()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sheet.yml").write_text(text, encoding="utf-8")
        started = time.process_time()
        reading = project.read(Path(folder), pages=PAGES)
        said = "".join(map(str, reading.problems)) + telling.as_json(reading.problems)
        spent = time.process_time() - started
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    spans = (each.span for each in reading.problems)
    return {
        "name": name,
        "seconds": spent,
        "slowness": max(1.0, slowness, _slowness()),
        "mebibytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIB,
        "problems": len(reading.problems),
        "letters": len(said),
        "outside": [
            str(each)
            for each in spans
            if not 1 <= each.line <= len(lines)
            or not 1 <= each.column <= len(lines[each.line - 1]) + 1
        ],
    }


def _slowness() -> float:
    """How much longer than usual this machine takes now, when others work beside us."""
    started = time.process_time()
    sum(map(len, map(str, range(400_000))))
    return (time.process_time() - started) / 0.06


if __name__ == "__main__":
    for each in sys.argv[1:]:
        print(json.dumps(measure(each)), flush=True)  # noqa: T201 - what the test reads
