"""Worksheets change in any way after they were filled in; no answer is lost.

A sequence is ten versions of a worksheet, each published with its lock. A reader visits some of
them and answers what is empty. What readers have is kept as facts about questions and choices that
never change; after every visit the page holds exactly these, those under Earlier answers included.
`WORKLEAF_DRIFT=5000` tries more.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from language_files import PAGES
from web_pages import link
from workleaf.language import lock, project
from workleaf.outputs import web
from workleaf.worksheet.moved import Moved, Saved, place

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).parent / "conditions" / "visit.js"
SEQUENCES = int(os.environ.get("WORKLEAF_DRIFT", "200"))
KINDS = ("text", "one", "many", "grid", "table")
EDITS = (
    "rename",
    "move",
    "retype",
    "drop a part",
    "rename a part",
    "delete",
    "add again",
    "rename the file",
    "add",
    "reword",
)
Fact = tuple[str, ...]


@dataclass
class Part:
    """A choice, a row or a column; `key` never changes."""

    key: str
    name: str
    was: str = ""


@dataclass
class Question:
    """A question; `key` never changes."""

    key: str
    id: str
    kind: str
    words: str
    parts: list[Part]
    was: str = ""

    def yaml(self) -> str:
        """As an author writes it."""
        lines = [f"  - {TYPES[self.kind]}: {self.words}", f"    id: {self.id}"]
        lines += [f"    renamed_from: {self.was}"] * bool(self.was)
        if self.kind == "grid":
            lines.append("    range: 0 to 3")
        if self.kind != "text":
            lines.append(f"    {WHERE[self.kind]}:")
        for part in self.parts if self.kind != "text" else ():
            if self.kind == "table":
                lines += [f"      - text: Column {part.key}", f"        id: {part.name}"]
            else:
                lines.append(f"      - {part.name}: Words of {part.key}")
            lines += [f"        renamed_from: {part.was}"] * bool(part.was)
        return "\n".join(lines)


TYPES = {
    "text": "text",
    "one": "choose_one",
    "many": "choose_many",
    "grid": "grid",
    "table": "table",
}
WHERE = {"one": "choices", "many": "choices", "grid": "rows", "table": "columns"}


@dataclass
class Author:
    """Somebody who changes a worksheet, and how what it was called before stands for what it is."""

    folder: Path
    name: str = "sheet-0"
    was: str = ""
    questions: list[Question] = field(default_factory=list)
    deleted: list[Question] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    keys: dict[str, str] = field(default_factory=dict)
    """Every id and value there ever was → the key it stands for."""
    count: int = 0

    def fresh(self, kind: str, key: str = "") -> str:
        """A name that was never used."""
        self.count += 1
        name = f"{kind}{self.count}"
        self.keys[name] = key or name
        return name

    def add(self, kind: str) -> None:
        """A new question."""
        name = self.fresh("q")
        parts = [Part(self.keys[each], each) for each in (self.fresh("p"), self.fresh("p"))]
        self.questions.append(Question(name, name, kind, f"Question {name}?", parts))

    def edit(self, what: str, number: int) -> None:
        """Change one thing."""
        self.removed, self.was = [], ""
        for question in self.questions:
            question.was = ""
            for part in question.parts:
                part.was = ""
        if what == "add" or not self.questions:
            return self.add(KINDS[number % len(KINDS)])
        question = self.questions[number % len(self.questions)]
        match what:
            case "rename":
                self._rename(question)
            case "move":
                self.questions.sort(key=lambda each: hash((each.key, number)) % 97)
            case "retype":
                self._rename(question)
                question.kind = KINDS[(KINDS.index(question.kind) + 1 + number % 4) % len(KINDS)]
            case "drop a part" if len(question.parts) > 1 and question.kind != "text":
                part = question.parts.pop(number % len(question.parts))
                self.removed.append(f"{question.id}.{part.name}")
            case "rename a part" if question.kind != "text":
                part = question.parts[number % len(question.parts)]
                part.was, part.name = part.name, self.fresh("p", part.key)
            case "delete":
                self.questions.remove(question)
                self.deleted.append(question)
                self.removed.append(question.id)
            case "add again" if self.deleted:
                self.questions.append(self.deleted.pop(number % len(self.deleted)))
            case "rename the file":
                self.count += 1
                self.was, self.name = self.name, f"sheet-{self.count}"
            case _:
                question.words = f"Question {question.key}, asked anew {number}?"
        if not self.questions:
            self.add("text")
        return None

    def _rename(self, question: Question) -> None:
        question.was, question.id = question.id, self.fresh("q", question.key)

    def publish(self) -> project.Reading:
        """Write the worksheet and its lock."""
        for old in self.folder.glob("*.yml"):
            old.unlink()
        lines = ["title: A sheet"]
        lines += [f"renamed_from: {self.was}"] * bool(self.was)
        lines += [f"removed: [{', '.join(self.removed)}]"] * bool(self.removed)
        lines += ["fields:", *(each.yaml() for each in self.questions)]
        file = self.folder / f"{self.name}.yml"
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        reading = project.read(self.folder, pages=PAGES)
        assert [str(each) for each in reading.problems] == [], file.read_text(encoding="utf-8")
        known = reading.stable.lock or lock.Lock(folder=".")
        text = lock.written(known.learned(reading.stable.sheets))
        (self.folder / lock.NAME).write_text(text, encoding="utf-8")
        return reading

    def wishes(self, visit: int) -> list[tuple[str, str]]:
        """What a reader would answer: the name of a field and what to put in."""
        found = []
        for each in self.questions:
            texts = (f"t{visit}{each.key}", f"u{visit}{each.key}")
            names = [part.name for part in each.parts]
            match each.kind:
                case "text":
                    found.append((each.id, texts[0]))
                case "one":
                    found.append((each.id, names[visit % len(names)]))
                case "many":
                    found += [(f"{each.id}.{name}", "yes") for name in names[: 1 + visit % 2]]
                case "grid":
                    found += [(f"{each.id}.{name}", str(visit % 4)) for name in names]
                case _:
                    found.append((f"{each.id}.1.{names[0]}", texts[0]))
                    found.append((f"{each.id}.2.{names[-1]}", texts[1]))
        return found

    def fact(self, path: str, text: str) -> Fact:
        """What an answer is about, whatever it was called when it was given."""
        while path.startswith("_was."):
            path = path.removeprefix("_was.")
        return tuple(self.keys.get(part, part) for part in (*path.split("."), text))


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    found = browser.new_page()
    found.add_script_tag(path=SCRIPT)
    yield found
    found.close()


def _visit(page: Page, reading: project.Reading, *more: object) -> dict[str, Any]:
    (worksheet,) = reading.worksheets
    html = web.form(worksheet, gate=None, link=link, site_id="s", privacy="ordinary", pdf="")
    found: dict[str, Any] = page.evaluate("values => visit(...values)", [html, *more])
    return found


reads = st.sampled_from([True, False, False])
edits = st.lists(
    st.tuples(st.sampled_from(EDITS), st.integers(0, 1000), reads), min_size=10, max_size=10
)


def test_any_ten_edits_lose_no_answer(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    counted = {"sequences": 0, "facts": 0, "placeless": 0}

    @settings(
        max_examples=SEQUENCES,
        deadline=None,
        database=None,
        derandomize=SEQUENCES == 200,
        suppress_health_check=list(HealthCheck),
    )
    @given(edits)
    def sequence(steps: list[tuple[str, int, bool]]) -> None:
        author = Author(tmp_path_factory.mktemp("drift"))
        for kind in KINDS:
            author.add(kind)
        records: list[dict[str, Any]] = []
        facts: set[Fact] = set()
        for number, (what, where, reads) in enumerate([("reword", 0, True), *steps]):
            author.edit(what, where)
            reading = author.publish()
            if not reads and number < len(steps):
                continue
            found = _visit(page, reading, records, author.wishes(number))
            records = found["records"]
            facts |= {author.fact(*each) for each in found["given"]}
            shown = {author.fact(path, text) for path, text in found["answers"] if text}
            assert shown == facts
            stored = {author.fact(each["path"], each["text"]) for each in records if each["path"]}
            assert stored == facts
            assert {each["worksheet"] for each in records} == {author.name}
        counted["sequences"] += 1
        counted["facts"] += len(facts)
        counted["placeless"] += len(found["placeless"])

    sequence()
    # The sequences try what they are there for.
    assert counted["sequences"] >= SEQUENCES
    assert counted["facts"] > 5 * SEQUENCES
    assert counted["placeless"] > SEQUENCES // 2


names = st.sampled_from(["a", "b", "c", "d", "b__other", "constructor", "1", "__proto__"])
paths = st.lists(names, min_size=1, max_size=4).map(".".join)
some = st.dictionaries(st.sampled_from("abcd"), st.sampled_from("abcd"), max_size=3)
maps = st.builds(
    Moved,
    items=some,
    names=st.dictionaries(st.sampled_from("abcd"), some, max_size=2),
    cells=st.dictionaries(st.sampled_from("abcd"), some, max_size=2),
    texts=st.dictionaries(st.sampled_from(["a", "b", "a.b", "b.c"]), some, max_size=2),
)
saved = st.builds(
    Saved,
    worksheet=st.sampled_from(["now", "before"]),
    path=paths,
    text=st.sampled_from(["", "a", "b", "words"]),
    rev=st.integers(0, 3),
)


def test_python_and_the_browser_put_answers_in_the_same_places(page: Page) -> None:
    cases: list[tuple[list[Saved], Moved]] = []

    @settings(max_examples=500, deadline=None, database=None, derandomize=True)
    @given(st.lists(saved, max_size=6), maps)
    def collect(answers: list[Saved], moved: Moved) -> None:
        cases.append((answers, moved))

    collect()
    given_cases = [
        [[vars(each) for each in answers], "now", moved.parts()] for answers, moved in cases
    ]
    theirs = json.loads(
        page.evaluate("cases => JSON.stringify(place(JSON.parse(cases)))", json.dumps(given_cases))
    )
    assert len(cases) >= 400
    for (answers, moved), found in zip(cases, theirs, strict=True):
        order = {id(each): number for number, each in enumerate(answers)}
        stay = place(answers, "now", moved)
        assert [[order[id(each.saved)], each.path, each.text] for each in stay] == found
