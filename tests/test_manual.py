"""The manual: every block in it is run, it is complete, plain, and out of the reader's way."""

from __future__ import annotations

import json
import re
import shlex
import socket
import subprocess
import sys
import urllib.request
from itertools import zip_longest
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

import manual_pages as manual
from colours import TOKENS, weak
from language_files import read
from manual_pages import Block
from projects import ROOT
from workleaf.cli import main
from workleaf.language import fields, sheet
from workleaf.language.expressions.words import BINDING, FUNCTIONS
from workleaf.language.options import Options
from workleaf.problems import WorksheetError
from workleaf.publish import config, stage
from workleaf.publish.manual import conditions, keys

pytestmark = [pytest.mark.guide, pytest.mark.slow]

PAGES = manual.pages()
SMALL_SITE = """\
site_name: My worksheets
docs_dir: content
theme:
  name: material
  font: false
extra:
  workleaf:
    site_id: my-worksheets
    pdf: no
plugins: [workleaf]
"""
RUNNABLE = ("workleaf", "mkdir")
"""What a block may run in the test's own folder."""
NOT_RUN = 12
"""The most blocks that may stand in the manual without being run; each says why."""


@pytest.mark.parametrize("name", PAGES)
def test_every_block_of_a_page_does_what_the_page_says(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    Following(tmp_path).check(manual.blocks(PAGES[name]))


class Following:
    """Somebody who follows a page step by step in an empty folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = ""
        """What the last step said."""
        (folder / "mkdocs.yml").write_text(SMALL_SITE, encoding="utf-8")
        (folder / "content").mkdir()
        (folder / "content" / "index.md").write_text("# Hello\n", encoding="utf-8")
        (folder / "worksheets").mkdir()

    def check(self, blocks: list[Block]) -> None:
        """All blocks in order; what a step says must be shown, or be nothing."""
        steps = [each for each in blocks if not each.not_run and each.language not in manual.LIVE]
        for block, following in zip_longest(steps, steps[1:]):
            told = following is not None and (
                following.language in ("text", "json", "sh")
                # Files that belong together are looked at together.
                or (block.is_file and following.is_file)
            )
            self.step(block, told=told)

    def step(self, block: Block, *, told: bool) -> None:
        """One block."""
        match block.language:
            case "yaml":
                self.output = self._yaml(block)
                assert told or not self.output, f"line {block.line}: {self.output}"
            case "css":
                self._style(block)
            case "xml" | "markdown":
                assert block.title, f"line {block.line}: a page has its file as title"
                self.output = self._file(block)
                assert told or not self.output, f"line {block.line}: {self.output}"
            case "sh":
                code = self._commands(block)
                assert told or code == 0, f"line {block.line}: {self.output}"
            case "text":
                assert self.output.strip() == block.text.strip(), f"line {block.line}"
            case "json":
                assert json.loads(self.output) == json.loads(block.text), f"line {block.line}"
            case other:
                raise AssertionError(f"line {block.line}: nobody runs a block of '{other}'")

    def _yaml(self, block: Block) -> str:
        if block.title.endswith(".yml"):
            return self._file(block)
        found = yaml.load(block.text, Loader=yaml.BaseLoader)
        text = block.text
        if block.title:
            return self._settings(found)
        if isinstance(found, list):
            text = "title: Some questions\nfields:\n" + text
        elif "title" not in found:
            text = "title: A worksheet\n" + text
        target = self.folder / "worksheets" / "some-questions.yml"
        target.write_text(text, encoding="utf-8")
        said = self.problems()
        target.unlink()
        return said

    def _style(self, block: Block) -> None:
        """A style file goes out with the pages, names only what there is, and can be read."""
        self._file(block)
        known = TOKENS.read_text(encoding="utf-8")
        assert set(re.findall(r"--wl-\w+", block.text)) <= set(re.findall(r"--wl-\w+", known))
        assert weak(block.text) == []
        assert (self.folder / "build/docs" / block.title.removeprefix("content/")).is_file()

    def _settings(self, part: dict[str, object]) -> str:
        """A part of mkdocs.yml takes the place of what is there."""
        file = self.folder / "mkdocs.yml"
        whole = yaml.safe_load(file.read_text(encoding="utf-8"))
        extra = part.get("extra")
        if isinstance(extra, dict) and "workleaf" in extra:
            settings = {**whole["extra"]["workleaf"], **extra["workleaf"]}
            part = {**part, "extra": {**whole["extra"], **extra, "workleaf": settings}}
        file.write_text(yaml.safe_dump({**whole, **part}, sort_keys=False), encoding="utf-8")
        return self.problems()

    def _file(self, block: Block) -> str:
        target = self.folder / block.title
        assert target.resolve().is_relative_to(self.folder), block.title
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(block.text, encoding="utf-8")
        return self.problems()

    def problems(self) -> str:
        """What a check and a build of the pages would say."""
        try:
            site = config.load(self.folder / "mkdocs.yml")
            found = stage.read(site).problems
            if not found and not site.settings.pdf:
                stage.stage(site)
        except WorksheetError as error:
            found = error.problems
        return "\n\n".join(str(each) for each in found)

    def _commands(self, block: Block) -> int:
        said, code = [], 0
        for line in block.text.splitlines():
            command, *words = shlex.split(line, comments=True) or ["mkdir", "-p", "."]
            assert command in RUNNABLE, f"line {block.line}: {command}"
            if command == "mkdir":
                for each in words:
                    (self.folder / each).mkdir(parents=True, exist_ok=True)
            elif words == ["serve"]:
                _serve(self.folder)
            else:
                result = CliRunner().invoke(main, words)
                assert result.exception is None or isinstance(result.exception, SystemExit)
                said.append(result.output)
                code = max(code, result.exit_code)
        self.output = "".join(said)
        return code


def _serve(folder: Path) -> None:
    """Start `workleaf serve` as a person would, see the first page, and stop it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "workleaf", "serve", "--address", f"127.0.0.1:{port}"]
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        assert process.stdout
        said = []
        for line in process.stdout:
            said.append(line)
            if "Serving on" in line:
                break
        assert "Serving on" in said[-1], said
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=20) as answer:
            assert "data-worksheet" in answer.read().decode()
    finally:
        process.terminate()
        process.communicate()


def test_a_block_that_is_not_run_says_why() -> None:
    reasons = [
        block.not_run for path in PAGES.values() for block in manual.blocks(path) if block.not_run
    ]
    assert all(len(reason.split()) >= 3 for reason in reasons), reasons
    assert len(reasons) <= NOT_RUN, "the manual shows what can be tried"


def test_every_type_stands_once_in_reference_and_gallery() -> None:
    found: dict[str, list[str]] = {"list": [], "types": [], "gallery": []}
    for path in PAGES.values():
        for block in manual.blocks(path):
            if block.language == "manual":
                for key, value in yaml.safe_load(block.text).items():
                    if key in found:
                        found[key].extend(value)
    names = sorted(field.type_name for field in fields.FIELDS)
    assert {key: sorted(value) for key, value in found.items()} == dict.fromkeys(found, names)


def test_every_kind_of_keys_stands_in_the_reference() -> None:
    shown = {
        yaml.safe_load(block.text).get("keys")
        for path in PAGES.values()
        for block in manual.blocks(path)
        if block.language == "manual"
    }
    assert set(keys.MODELS) <= shown
    models = vars(sheet).values()
    written = {each for each in models if isinstance(each, type) and issubclass(each, Options)}
    assert written - {Options} <= set(keys.MODELS.values())


def test_every_key_says_what_it_takes() -> None:
    models = [*keys.MODELS.values(), *fields.FIELDS]
    silent = {"fields", "columns", "default", "parts", "choice_lists", "wording_tips", "start_with"}
    for model in models:
        for line in keys.table(model):
            if line.startswith("`") and line.split("`")[1] not in silent:
                assert "<small>" in line, (model.__name__, line)


def test_operators_and_functions_of_the_manual_are_those_of_the_language() -> None:
    assert {*conditions.OPERATORS} == {*BINDING, "not"}
    assert {*conditions.CALLS} == {*FUNCTIONS}


CONDITION_SHEET = """\
title: A sheet
fields:
  - text: Name
    id: partner
  - choose_one: Mood
    id: mood
    choices: {low: Low, good: Good}
  - choose_many: Causes
    id: causes
    choices: {money: Money, time: Time}
  - scale: Calm
    id: calm
    range: 0 to 10
  - scale: Close
    id: close
    range: 0 to 10
  - date: Met
    id: met
  - date: Next
    id: next
  - tracker: Each week
    id: track
    every: week
    fields:
      - scale: Calm
        id: calm
        range: 0 to 10
  - grid: Lines
    id: lines
    share: ok
    range: 0 to 10
    rows: {want: What you want, need: What you need}
  - generated_text: Letter
    id: letter
    template: Hello
    editable: yes
    wording_tips: [always_never]
  - note: See
    id: see
    show_if: CONDITION
"""
TIPS = "wording_tips:\n  always_never:\n    words: [always]\n    show: Try one example.\n"


@pytest.mark.parametrize("example", [*conditions.OPERATORS.values(), *conditions.CALLS.values()])
def test_every_example_of_a_condition_works(example: tuple[str, str], tmp_path: Path) -> None:
    condition, text = example[0], "Hello"
    if condition.startswith(("first", "if")):
        condition, text = "answered(partner)", f"${{{condition}}}"
    elif not re.search(r"[<>]| is | includes | excludes |^not |^answered|^has_words", condition):
        condition = f"{condition} > 0"
    whole = CONDITION_SHEET.replace("CONDITION", condition).replace("Hello", text)
    reading = read(tmp_path, sheet=whole, _shared=TIPS)
    assert [str(each) for each in reading.problems] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_out_of_the_readers_search(name: str) -> None:
    assert manual.front_matter(PAGES[name])["search"] == {"exclude": True}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_at_its_top_what_one_can_do_after_it(name: str) -> None:
    first = manual.prose(PAGES[name]).strip().split("\n\n")[0]
    assert re.search(r"After this page you (can|know)", first), first


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_plain_to_read(name: str) -> None:
    text = manual.prose(PAGES[name])
    found = _sentences(text)
    long = [sentence for sentence in found if len(sentence.split()) > 25]
    assert len(long) <= len(found) // 20, long
    assert _grade(found) <= 8, _grade(found)


def _sentences(text: str) -> list[str]:
    parts = re.split(r"(?<=[.?!:])\s+|\n\s*\n|\n(?=\S)", text)
    return [each for part in parts if len((each := " ".join(part.split())).split()) > 2]


def _grade(sentences: list[str]) -> float:
    """The school years that a text asks for (Flesch and Kincaid)."""
    words = [word for each in sentences for word in re.findall(r"[A-Za-z']+", each)]
    syllables = sum(map(_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def _syllables(word: str) -> int:
    text = re.sub(r"(?:[^laeiouy]es|ed|[^laeiouy]e)$", "", word.lower())
    return max(1, len(re.findall(r"[aeiouy]+", text)))


def test_the_manual_is_last_in_the_navigation_and_whole() -> None:
    site = config.load(ROOT / "mkdocs.yml")
    values = config.top_level(site.config_file)["nav"]
    nav = yaml.SafeLoader("").construct_document(values)
    (last,) = nav[-1].values()
    there = re.findall(r"docs/[\w/-]+\.md", json.dumps(last))
    assert sorted(there) == sorted(f"{name}.md" for name in PAGES)
    assert "docs/" not in json.dumps(nav[:-1])
    assert len(PAGES) <= 45


MISTAKES = {
    "```manual\nkeys: nonsense\n```": "content/index.md:1:1: this block shows nothing: "
    "'nonsense' is not known",
    "```manual\ngallery: [slidder]\n```": "content/index.md:1:1: this block shows nothing: "
    "'slidder' is not known",
    "```sample\ntitle: A\nfields:\n  - txt: Name\n    id: name\n```": "content/index.md:4:5: "
    "unknown type 'txt' — did you mean 'text'?",
    "# Hi\n\n```worksheet\ntitle: A\nid: own\nfields:\n  - txt: Name\n    id: name\n```": (
        "content/index.md:7:5: unknown type 'txt' — did you mean 'text'?"
    ),
    "```worksheet\ntitle: A\nid: there\nfields:\n  - text: Name\n    id: name\n```": (
        "content/index.md:1:1: the id 'there' belongs to another worksheet"
    ),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_in_a_block_is_told_at_its_place_in_the_page(text: str, tmp_path: Path) -> None:
    somebody = Following(tmp_path)
    there = "title: There\nfields:\n  - text: Name\n    id: name\n"
    (tmp_path / "worksheets" / "there.yml").write_text(there, encoding="utf-8")
    (tmp_path / "content" / "index.md").write_text(text + "\n", encoding="utf-8")
    assert somebody.problems().splitlines()[0] == MISTAKES[text]


def test_a_worksheet_in_a_page_is_a_form_that_keeps_its_answers(tmp_path: Path) -> None:
    somebody = Following(tmp_path)
    shared = "choice_lists:\n  agree: {1: No, 2: Yes}\n"
    (tmp_path / "worksheets" / "_shared.yml").write_text(shared, encoding="utf-8")
    sheet = "title: A\nid: own\nfields:\n  - choose_one: Rest?\n    id: rest\n    choices: agree\n"
    text = f"# Hi\n\n```worksheet\n{sheet}```\n"
    (tmp_path / "content" / "index.md").write_text(text, encoding="utf-8")
    assert "the list 'agree' is not used" in somebody.problems()
    made = stage.stage(config.load(tmp_path / "mkdocs.yml"))
    assert made.forms == {"": ("own",)}
    (html,) = (tmp_path / "build" / "fragments").glob("home.form-own-*.html")
    form = html.read_text(encoding="utf-8")
    assert 'data-worksheet="own"' in form
    assert 'data-keep="device"' in form
    assert 'name="rest"' in form
    assert ".pdf" not in form
