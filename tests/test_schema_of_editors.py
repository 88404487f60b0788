"""The schema is one that others understand: two checkers, and the server behind editors."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import language_server
import multilingual
from language_files import REAL, beside, examples
from language_server import Editor, editor
from projects import ROOT, copy
from workleaf.cli import main
from workleaf.language import fields, schema
from workleaf.language.fields import Field
from workleaf.publish import new

pytestmark = pytest.mark.slow

COMMITTED = REAL / schema.FILE
MISTAKES = ROOT / "tests" / "problems"
NODE = pytest.mark.skipif(
    not shutil.which("node") or not language_server.SERVER.exists(),
    reason="there is no Node here, or its packages are not installed (make check installs them)",
)
Checker = Callable[[Path, list[Path]], Mapping[str, list[str]]]

WRONG = {
    "key": "title: A\nfields:\n  - text: B\n    hnit: c\n",
    "type": "title: A\nfields:\n  - txt: B\n",
    "type of other tools": "title: A\nfields:\n  - radio: B\n",
    "two types": "title: A\nfields:\n  - text: B\n    number: C\n",
    "no type": "title: A\nfields:\n  - id: b\n",
    "no key": "title: A\nfields:\n  - B\n",
    "no range": "title: A\nfields:\n  - scale: B\n",
    "range": "title: A\nfields:\n  - {scale: B, range: 0-10}\n",
    "no choices": "title: A\nfields:\n  - choose_one: B\n",
    "both choices": "title: A\nfields:\n  - {choose_one: B, choices: [c], choices_from: d}\n",
    "value of a choice": "title: A\nfields:\n  - {choose_one: B, choices: {Big One: c}}\n",
    "style": "title: A\nfields:\n  - {yes_no: B, style: slider}\n",
    "id": "title: A\nfields:\n  - {text: B, id: My name}\n",
    "yes or no": "title: A\nfields:\n  - {text: B, required: sometimes}\n",
    "list": "title: A\nfields: text\n",
    "empty list": "title: A\nfields: []\n",
    "cell": "title: A\nfields:\n  - table: B\n    columns: [{note: C}]\n",
    "band": "title: A\nfields:\n  - {score: B, formula: 1 + 1, bands: [{label: C}]}\n",
    "chart": "title: A\nfields:\n  - {number: B, chart: {type: pie}}\n",
    "step": "title: A\nsteps:\n  - fields: [{text: B}]\n",
    "result": "title: A\nfields: [{text: B}]\nresults:\n  - when: answered(b)\n",
    "example": "title: A\nfields: [{text: B}]\nexamples:\n  - answers: {}\n",
    "expected": "title: A\nfields: [{text: B}]\nexamples:\n  - {answers: {}, expect: {score: 1}}\n",
    "title": "titel: A\nfields: [{text: B}]\n",
    "no items": "title: A\n",
    "minutes": "title: A\nminutes: ten\nfields: [{text: B}]\n",
    "who": "title: A\nwho: [friends]\nfields: [{text: B}]\n",
    "part": "parts:\n  a: [{text: B, hnit: c}]\n",
    "tip": "wording_tips:\n  a: {words: [b]}\n",
    "translation": "translation: done\ntitle: A\n",
    "translation with logic": "translation: draft\nminutes: 3\n",
}
RIGHT = {
    "loose": "title: 12\nfields:\n  - {text: Yes, id: b, required: Yes}\n  - {number: 7, min: 0}\n",
    "lists": "title: A\nfields:\n  - {choose_one: B, choices: [c, D e]}\n"
    "  - {grid: F, rows: g, range: 0 to 3}\n",
    "nothing to answer": "title: A\nfields:\n  - note: Read this.\n",
    "shared": "every_worksheet: {start: [a]}\nparts: {a: [{note: B}]}\nchoice_lists: {c: {d: E}}\n",
    "translation": "translation: draft\ntitle:\nitems:\n  a: {label: B, choices: {c: D}}\n"
    "stale: {title: A}\n",
}


def with_ajv(file: Path, files: list[Path]) -> Mapping[str, list[str]]:
    command = ["node", str(ROOT / "tests" / "schema_check.mjs"), str(file), *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def with_check_jsonschema(file: Path, files: list[Path]) -> Mapping[str, list[str]]:
    options = ["--schemafile", str(file), "--output-format", "json", "--force-filetype", "yaml"]
    command = [sys.executable, "-m", "check_jsonschema", *options, *map(str, files)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    told = json.loads(done.stdout)
    assert told.get("parse_errors", []) == []
    faults: dict[str, list[str]] = {str(each): [] for each in files}
    for each in told.get("errors", []):
        faults[each["filename"]].append(each["message"])
    return faults


CHECKERS = [pytest.param(with_ajv, marks=NODE), with_check_jsonschema]


@cache
def ours() -> dict[str, str]:
    """Everything that an author could have written, by a name for it."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (shown,) = [
        each for each in re.findall(r"```yaml\n(.*?)```", readme, re.DOTALL) if "title:" in each
    ]
    return {
        **{path.name: path.read_text(encoding="utf-8") for path in sorted(REAL.glob("*.yml"))},
        **{name.replace("/", "-"): text for name, text in examples().items()},
        **{
            f"{name.replace('/', '-')}-{each}": text
            for name in examples()
            for each, text in beside(name).items()
        },
        **{f"right-{name}": text for name, text in RIGHT.items()},
        **{f"talk.{language}": text for language, text in multilingual.SIDECARS.items()},
        "talk": multilingual.SHEET,
        "readme": shown,
    }


def written(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """The texts as files in a folder."""
    paths = [folder / f"{name.removesuffix('.yml')}.yml" for name in texts]
    for path, text in zip(paths, texts.values(), strict=True):
        path.write_text(text, encoding="utf-8")
    return paths


def test_the_committed_schema_is_the_one_that_the_command_prints(update_golden: bool) -> None:
    if update_golden:
        COMMITTED.write_bytes(new.as_file())
    assert COMMITTED.read_bytes() == new.as_file(), "pytest --update-golden writes it anew"


def test_it_is_a_schema_by_the_rules_of_schemas() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--check-metaschema", str(COMMITTED)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("check", CHECKERS)
def test_everything_of_ours_is_valid(check: Checker, tmp_path: Path) -> None:
    found = check(COMMITTED, written(tmp_path, ours()))
    assert len(found) > 80
    assert {Path(name).name: told for name, told in found.items() if told} == {}


def test_every_file_that_translate_makes_is_valid(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guide = copy(tmp_path / "guide")
    monkeypatch.chdir(guide)
    made = CliRunner().invoke(main, ["translate", "es"])
    assert made.exit_code == 0, made.output
    files = sorted((guide / "worksheets").glob("*.es.yml"))
    assert len(files) >= 29
    found = with_check_jsonschema(COMMITTED, files)
    assert {Path(name).name: told for name, told in found.items() if told} == {}


@pytest.mark.parametrize("check", CHECKERS)
def test_likely_mistakes_are_not(check: Checker, tmp_path: Path) -> None:
    files = written(tmp_path, WRONG)
    found = check(COMMITTED, files)
    assert [path.stem for path in files if not found[str(path)]] == []


@pytest.fixture(scope="module")
def open_editor() -> Iterator[Editor]:
    with editor({COMMITTED.as_uri(): "*.yml"}) as found:
        yield found


HERE = REAL / "a-new-one.yml"


@NODE
def test_an_editor_underlines_nothing_in_our_worksheets(open_editor: Editor) -> None:
    found = {path.name: open_editor.problems(path) for path in sorted(REAL.glob("*.yml"))}
    assert len(found) >= 30
    assert {name: told for name, told in found.items() if told} == {}


@NODE
def test_an_editor_underlines_a_misspelt_key_and_says_so(open_editor: Editor) -> None:
    assert open_editor.problems(HERE, WRONG["key"]) == ["4: Property hnit is not allowed."]
    assert open_editor.problems(HERE, WRONG["type"]) == ["3: Property txt is not allowed."]
    assert open_editor.problems(HERE, WRONG["no range"]) == ['3: Missing property "range".']
    assert open_editor.problems(HERE, WRONG["yes or no"]) == ["3: yes or no is expected here"]


@NODE
def test_after_a_dash_an_editor_offers_the_types_first_with_one_line_of_help(
    open_editor: Editor,
) -> None:
    for text in (
        "title: A\nfields:\n  - ‸\n",
        "title: A\nsteps:\n  - title: B\n    fields:\n      - ‸\n",
    ):
        offered = open_editor.offers(HERE, text)
        assert {each["label"] for each in offered} == {*fields.BY_NAME, "use"}
        assert len(offered) == len(fields.BY_NAME) + 1, "each once"
        for each in offered:
            said = each["documentation"]
            told = said["value"] if isinstance(said, dict) else said
            assert 10 < len(told) < 160
            assert "\n" not in told


@NODE
def test_after_a_type_an_editor_offers_its_keys_and_no_types(open_editor: Editor) -> None:
    first, *rest = open_editor.offers(HERE, "title: A\nfields:\n  - scale: B\n    id: b\n    ‸\n")
    labels = {each["label"] for each in rest}
    assert "range:" in first["insertText"], "what it needs stands first"
    assert {"range", "low", "high", "hint", "style"} <= labels
    assert labels & {*fields.BY_NAME, "choices", "columns"} == set()


@NODE
def test_columns_offer_only_what_fits_into_rows(open_editor: Editor) -> None:
    text = "title: A\nfields:\n  - table: B\n    columns:\n      - ‸\n"
    fitting = {field.type_name for field in fields.FIELDS if field.fits_cell}
    assert {each["label"] for each in open_editor.offers(HERE, text)} == {*fitting, "use"}


def styles(field: type[Field]) -> list[str]:
    """The values of `style` of a type."""
    keys = schema.schema()["$defs"][f"needed_for_{field.type_name}"]["properties"]
    return sorted(keys["style"]["enum"])


@NODE
@pytest.mark.parametrize(
    "field",
    [field for field in fields.FIELDS if "style" in field.model_fields],
    ids=lambda field: field.type_name,
)
def test_an_editor_completes_the_styles_of_each_type(
    field: type[Field], open_editor: Editor
) -> None:
    text = f"title: A\nfields:\n  - {field.type_name}: B\n    style: ‸\n"
    assert sorted(each["label"] for each in open_editor.offers(HERE, text)) == styles(field)


@NODE
def test_yes_and_no_are_offered_as_they_are_written(open_editor: Editor) -> None:
    offered = open_editor.offers(HERE, "title: A\nfields:\n  - text: B\n    required: ‸\n")
    assert [each["insertText"] for each in offered] == ["no", "yes"]


@NODE
def test_an_editor_tells_what_a_word_is_for(open_editor: Editor) -> None:
    found = "title: A\nmi‸nutes: 3\nfields:\n  - text: B\n"
    assert "How long it takes, in minutes." in open_editor.hover(HERE, found)
    found = "title: A\nfields:\n  - sca‸le: B\n    range: 0 to 10\n"
    assert "**scale** · A number picked on a scale" in open_editor.hover(HERE, found)
    found = "title: A\nfields:\n  - scale: B\n    range: 0 to 10\n    hi‸nt: C\n"
    assert "Help under the question." in open_editor.hover(HERE, found)


@NODE
def test_a_new_worksheet_brings_its_own_help(tmp_path: Path) -> None:
    new.worksheet("first-steps", folder=tmp_path / "worksheets", root=tmp_path)
    path = tmp_path / "worksheets" / "first-steps.yml"
    with editor() as alone:
        assert alone.problems(path) == []
        text = path.read_text(encoding="utf-8")
        assert alone.problems(path, text.replace("hint:", "hnit:")) == [
            "21: Property hnit is not allowed."
        ]
        assert "How long it takes" in alone.hover(path, text.replace("minutes", "min‸utes", 1))


@NODE
def test_those_who_open_this_project_in_an_editor_get_the_schema() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    assert settings["yaml.schemaStore.enable"] is False, "no request to anybody"
    wanted = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert "redhat.vscode-yaml" in wanted["recommendations"]
    with editor(settings["yaml.schemas"]) as found:
        assert found.problems(HERE, WRONG["key"]) == ["4: Property hnit is not allowed."]
        assert found.problems(ROOT / "elsewhere.yml", WRONG["key"]) == []
