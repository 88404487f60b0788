"""`workleaf new site`: a whole guide or nothing, in calm words, without an invented number."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hatchling.builders.wheel import WheelBuilder

import prose
from projects import ROOT, digests
from workleaf.cli import main
from workleaf.language import schema
from workleaf.publish import config, help_lines, new, new_site, stage


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


@pytest.fixture
def site(folder: Path) -> Path:
    found = run("new", "site", "our-guide")
    assert found.exit_code == 0, found.output
    return folder / "our-guide"


def test_a_new_site_is_whole_and_says_what_comes_next(folder: Path) -> None:
    found = run("new", "site", "our-guide")
    assert found.output == (
        "Wrote our-guide\n\nNext:\n"
        "  1. Go there:              cd our-guide\n"
        "  2. Look at it:            workleaf serve\n"
        "  3. Make it yours, step by step: content/make-it-yours.md\n"
    )
    names = set(digests(folder / "our-guide"))
    assert {name for name, _ in new_site.files()} | {f"worksheets/{schema.FILE}"} == names
    assert {".gitignore", ".github/workflows/pages.yml", ".vscode/settings.json"} <= names
    assert [path.name for path in folder.iterdir()] == ["our-guide"], "nothing is left beside it"


def test_it_is_checked_strictly_without_a_word(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    assert run("check", "--strict").output == "No problems found.\n"
    found = config.load(site / "mkdocs.yml")
    assert (found.settings.site_id, found.settings.look) == ("our-guide", "workleaf")
    assert found.settings.privacy == "sensitive"
    values = yaml.safe_load(re.sub(r"!ENV", "", (site / "mkdocs.yml").read_text("utf-8")))
    assert values["site_name"] == "Our guide"
    sheets = stage.read(found).worksheets
    assert len(sheets) == 3
    assert all(any(not example.answers for example in sheet.examples) for sheet in sheets)


def test_its_three_worksheets_show_the_language(site: Path) -> None:
    sheets = {each.id: each for each in stage.read(config.load(site / "mkdocs.yml")).worksheets}
    kinds = {
        name: {type(control).__name__ for control in sheet.controls()}
        for name, sheet in sheets.items()
    }
    assert {"Write", "Pick"} <= kinds["look-back-on-a-week"]
    score = sheets["is-it-a-good-time"]
    assert {"Grid", "Tally"} <= kinds[score.id]
    assert len(score.results) == 3
    assert [control.path for control in score.controls() if control.show_if] == ["rest"]
    assert {"Compose", "Rows"} <= kinds["plan-a-hard-talk"]


def test_nothing_is_left_to_fill_in_but_what_the_author_decides(site: Path) -> None:
    for path in sorted(each for each in site.rglob("*") if each.is_file()):
        assert not re.search(r"@[A-Z]+@|lorem ipsum", path.read_text("utf-8")), path
    assert len((site / "README.md").read_text("utf-8").strip().splitlines()) <= 12


def test_no_number_is_invented(site: Path) -> None:
    found, problems = help_lines.read(site / "content", root=site)
    assert found is not None
    assert not problems
    assert found.lines == ()
    assert found.fallback.url == "https://findahelpline.com"
    assert "local emergency number" in found.fallback.text
    page = (site / "content" / "help.md").read_text("utf-8")
    assert not re.search(r"\d{3}", page)


def test_a_help_line_as_the_example_shows_it_can_be_read(site: Path) -> None:
    file = site / "content" / "help-lines.yml"
    text = file.read_text("utf-8")
    example = "\n".join(line.removeprefix("# ") for line in _example(text))
    head, _, tail = text.partition("lines: []\n")
    file.write_text(example + tail.replace("countries: {}\n", ""), encoding="utf-8")
    found, problems = help_lines.read(site / "content", root=site)
    assert found is not None
    assert not problems
    (line,) = found.lines
    assert (line.country, line.kinds, line.level) == (("XX",), ("crisis",), "A")
    assert head


def _example(text: str) -> list[str]:
    lines = text.splitlines()
    first = lines.index("# lines:")
    return lines[first : lines.index("lines: []")]


def test_its_words_are_as_calm_as_the_guides(site: Path) -> None:
    texts = {
        path.name: tuple(prose.paragraphs(path.read_text("utf-8")))
        for path in sorted((site / "content").rglob("*.md"))
    }
    for name, paragraphs in texts.items():
        words = prose.Words(name, safety=False, paragraphs=paragraphs)
        assert words.grade <= 8, (name, words.grade)
        assert max(map(prose.length, words.sentences)) <= 25, name


def test_its_editor_and_its_workflow_are_ours(site: Path) -> None:
    theirs = json.loads((site / ".vscode" / "settings.json").read_text("utf-8"))
    ours = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert theirs["yaml.schemas"] == ours["yaml.schemas"]
    assert (site / "worksheets" / schema.FILE).read_bytes() == new.as_file()
    for path in sorted((site / "worksheets").glob("*.yml")):
        first = path.read_text("utf-8").splitlines()[0]
        assert first == f"# yaml-language-server: $schema={schema.FILE}"
    uses = [_actions(folder / ".github/workflows/pages.yml") for folder in (site, ROOT)]
    assert uses[0] < uses[1]
    assert sum("@" in each and len(each.partition("@")[2]) == 40 for each in uses[0]) == 2
    needed = (site / "requirements.txt").read_text("utf-8")
    assert re.fullmatch(r"workleaf==\d+\.\d+\.\d+\n", needed)


def _actions(file: Path) -> set[str]:
    jobs = yaml.safe_load(file.read_text("utf-8"))["jobs"].values()
    return {step["uses"] for job in jobs for step in job["steps"] if "uses" in step}


@pytest.mark.parametrize(
    ("name", "site_id", "title"),
    [
        ("2026 “Talks”", "talks", "2026 Talks"),
        ('a "b": c', "a-b-c", "A b c"),
        ("你好", "my-guide", "你好"),
        ("x", "my-guide", "X"),
        ("Über_uns", "uber-uns", "Über uns"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_any_name_of_a_folder_gives_a_site(name: str, site_id: str, title: str) -> None:
    assert run("new", "site", name).exit_code == 0
    found = config.load(Path(name) / "mkdocs.yml")
    assert found.settings.site_id == site_id
    assert f'site_name: "{title}"\n' in (Path(name) / "mkdocs.yml").read_text("utf-8")


def test_a_folder_that_holds_something_is_left_alone(folder: Path) -> None:
    (folder / "mine").mkdir()
    (folder / "mine" / "letter.txt").write_text("Dear Noor", encoding="utf-8")
    before = digests(folder)
    found = run("new", "site", "mine")
    assert found.exit_code == 1
    assert found.output == (
        "mine:1:1: this folder is not empty, and nothing was written\n"
        "      = name a new folder: workleaf new site my-guide\n\n"
    )
    assert digests(folder) == before


def test_an_empty_folder_may_be_there_and_be_this_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".git").mkdir()
    found = run("new", "site", ".")
    assert found.exit_code == 0, found.output
    assert "cd " not in found.output
    assert run("check").output == "No problems found.\n"


@pytest.mark.parametrize("where", ["a-file", "a-file/below"])
def test_a_file_in_its_place_is_told(folder: Path, where: str) -> None:
    (folder / "a-file").write_text("Mine", encoding="utf-8")
    found = run("new", "site", where)
    assert found.exit_code == 1
    assert "Traceback" not in found.output
    assert digests(folder).keys() == {"a-file"}


@pytest.mark.parametrize("there", [True, False])
def test_a_disk_that_fails_half_way_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    if there:
        (folder / "our-guide").mkdir()
    real, count = Path.rename, [0]

    def rename(self: Path, target: Path) -> Path:
        count[0] += 1
        if count[0] > 3 * there:
            raise OSError(28, "No space left on device")
        return real(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    found = run("new", "site", "our-guide")
    assert found.exit_code == 1
    assert "our-guide:1:1: this file cannot be written: No space left on device" in found.output
    assert list(folder.rglob("*")) == ([folder / "our-guide"] if there else [])


def test_the_wheel_carries_the_starter_and_the_look(tmp_path: Path) -> None:
    made = next(iter(WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])))
    held = set(zipfile.ZipFile(made).namelist())
    package = ROOT / "generator" / "workleaf"
    needed = {
        path.relative_to(package.parent).as_posix()
        for part in ("starters", "theme")
        for path in (package / "publish" / part).rglob("*")
        if path.is_file()
    }
    assert len(needed) > 25
    assert needed <= held, sorted(needed - held)
