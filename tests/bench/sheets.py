"""Made-up worksheets and plain pages with the same words, for measuring."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from pathlib import Path

FIELDS: tuple[Callable[[int], str], ...] = (
    lambda n: (
        f"  - text: What is the name of thing {n}?\n    id: text_{n}\n    hint: A few words.\n"
    ),
    lambda n: f"  - long_text: What happened with thing {n}?\n    id: long_{n}\n    lines: 3\n",
    lambda n: (
        f"  - scale: How true is sentence {n}?\n    id: scale_{n}\n    range: 0 to 10\n"
        "    low: not at all\n    high: fully\n"
    ),
    lambda n: (
        f"  - choose_one: Which of these fits {n}?\n    id: one_{n}\n"
        "    choices: {a: The first, b: The second, c: The third}\n"
    ),
    lambda n: (
        f"  - choose_many: What else belongs to {n}?\n    id: many_{n}\n"
        f'    show_if: one_{n - 1} is not "c"\n'
        "    choices: {x: Rest, y: Time, z: Help}\n    other: Something else\n"
    ),
)
CONFIG = """site_name: Bench
site_url: https://example.org/
theme: {{name: material, font: false}}
docs_dir: content
plugins: [{plugins}]
extra:
  workleaf: {{site_id: bench, pdf: {pdf}}}
"""


def worksheet(fields: int, *, number: int = 1) -> str:
    """A worksheet with this many fields, conditions and a score among them."""
    makers = itertools.cycle(FIELDS)
    items = "".join(next(makers)(n) for n in range(1, fields))
    score = "  - score: Your number\n    id: number\n    mean: [scale_3, scale_8]\n"
    head = f"title: Sheet {number}\nsummary: A sheet to measure with.\nminutes: 10\nfields:\n"
    return head + items + score


def plain_page(fields: int, *, number: int = 1) -> str:
    """An ordinary page with the same words."""
    lines = list(_words(worksheet(fields, number=number)))
    return f"# Sheet {number}\n\n" + "\n\n".join(lines) + "\n"


def project(
    folder: Path, *, pages: int, worksheets: bool, search: bool, pdf: bool, fields: int = 40
) -> Path:
    """A project with that many plain pages or worksheets, ready to build."""
    content, sheets = folder / "content", folder / "worksheets"
    content.mkdir(parents=True)
    sheets.mkdir()
    (content / "index.md").write_text("# Home\n", encoding="utf-8")
    for number in range(1, pages + 1):
        if worksheets:
            path, text = sheets / f"sheet-{number}.yml", worksheet(fields, number=number)
        else:
            path, text = content / f"page-{number}.md", plain_page(fields, number=number)
        path.write_text(text, encoding="utf-8")
    names = [name for name, on in (("search", search), ("workleaf", worksheets)) if on]
    config = CONFIG.format(plugins=", ".join(names), pdf="yes" if pdf else "no")
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    return folder


def _words(text: str) -> Iterator[str]:
    for line in text.splitlines()[4:]:
        key, _, value = line.strip().lstrip("- ").partition(": ")
        if key == "choices":
            yield "\n".join(f"- {part.split(': ')[1]}" for part in value.strip("{}").split(", "))
        elif key not in ("id", "show_if", "lines", "range", "mean"):
            yield value
