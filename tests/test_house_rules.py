"""The promises that the layout makes (see CONTRIBUTING.md)."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement

from workleaf import strings
from workleaf.catalogue import CATALOGUE
from workleaf.language import fields
from workleaf.outputs.web import controls

ROOT = Path(__file__).resolve().parents[1]
GENERATOR = ROOT / "generator"
PACKAGE = GENERATOR / "workleaf"
LOCKS = GENERATOR / "requirements"
MODULE_LINES, FUNCTION_LINES, PLUGIN_LINES = 400, 50, 150
CLAIMS_TO_TEST = re.compile(r"raises|warns|assert|check|expect|fail")
"""How calls are named that assert something for a test."""


@cache
def tracked() -> tuple[Path, ...]:
    """The project's files: all that git has or would take."""
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = (ROOT / name for name in sorted(set(listed.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


def code(*suffixes: str) -> list[Path]:
    """The source files with these endings that people write."""
    return [
        path
        for path in tracked()
        if path.suffix in suffixes and path.is_relative_to(ROOT) and "assets" not in path.parts
    ]


@cache
def text(path: Path) -> str:
    """A file's text; empty where it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def name(path: Path) -> str:
    """A file's name within the project."""
    return path.relative_to(ROOT).as_posix()


def python_functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a Python module and its length in lines."""
    for node in ast.walk(ast.parse(text(path))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{name(path)}:{node.lineno} {node.name}", length(node)


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many lines a function has."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


FUNCTION = re.compile(r"\bfunction\b|=> \{$|^ +(?!(?:if|for|while|switch|catch)\b)[\w ]+\(.*\{$")


def script_functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function of a script and its own length: functions inside it count by themselves."""
    lines = text(path).splitlines()
    spans = [
        (start, closing(lines, start))
        for start, line in enumerate(lines)
        if line.endswith("{") and FUNCTION.search(line)
    ]
    for start, end in spans:
        inside = {n for a, b in spans if start < a and b <= end for n in range(a, b + 1)}
        yield f"{name(path)}:{start + 1}", end - start + 1 - len(inside)


def closing(lines: list[str], start: int) -> int:
    """The line of the brace that closes at the indentation of the line that opened it."""
    indentation = len(lines[start]) - len(lines[start].lstrip())
    brace = re.compile(rf"^ {{{indentation}}}\}}")
    return next((n for n in range(start + 1, len(lines)) if brace.match(lines[n])), start)


def folders(package: Path) -> set[str]:
    """The folders of a package."""
    return {path.name for path in package.iterdir() if path.is_dir() and path.name[0] not in "._"}


FIELDS = PACKAGE / "language" / "fields"
CONTROLS = PACKAGE / "outputs" / "web" / "controls"


def test_modules_are_small_rooms() -> None:
    lengths = {name(path): text(path).count("\n") for path in code(".py", ".ts", ".mjs")}
    assert {path: lines for path, lines in lengths.items() if lines > MODULE_LINES} == {}


def test_functions_are_short() -> None:
    found = [each for path in code(".py") for each in python_functions(path)]
    found += [each for path in code(".ts", ".mjs") for each in script_functions(path)]
    assert [where for where, lines in found if lines >= FUNCTION_LINES] == []


def test_every_field_type_is_in_the_list() -> None:
    assert {each.type_name for each in fields.FIELDS} == folders(FIELDS)


@pytest.mark.parametrize("part", ["__init__.py", "examples.yaml", "guide.md"])
def test_a_field_type_is_whole(part: str) -> None:
    lacking = [
        folder for folder in sorted(folders(FIELDS)) if not (FIELDS / folder / part).is_file()
    ]
    assert lacking == []


def test_every_control_is_in_the_list() -> None:
    assert set(controls.CONTROLS) == folders(CONTROLS)


def test_every_behaviour_is_bundled() -> None:
    behaviours = {path.parent.name for path in CONTROLS.glob("*/behaviour.ts")}
    listed = "".join(
        text(GENERATOR / "client" / name) for name in ("behaviours.ts", "logic.ts", "charts.ts")
    )
    assert set(re.findall(r'controls/(\w+)/behaviour"', listed)) == behaviours


def test_every_style_is_bundled() -> None:
    styles = {path.parent.name for path in CONTROLS.glob("*/style.css")}
    listed = text(PACKAGE / "outputs" / "web" / "workleaf.css")
    assert set(re.findall(r"controls/(\w+)/style\.css", listed)) == styles


def test_imports_point_one_way() -> None:
    command = [shutil.which("lint-imports", path=bin_folder()) or "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def bin_folder() -> str:
    """Where the commands of this environment are."""
    import sysconfig

    return sysconfig.get_path("scripts")


def test_only_the_plugin_imports_the_host_and_it_is_thin() -> None:
    host = re.compile(r"^\s*(?:from|import) mkdocs\b", re.MULTILINE)
    importers = [name(path) for path in PACKAGE.rglob("*.py") if host.search(text(path))]
    plugin = PACKAGE / "publish" / "plugin.py"
    assert importers == [name(plugin)]
    assert text(plugin).count("\n") < PLUGIN_LINES


def test_no_file_names_a_path_of_a_machine() -> None:
    machine = re.compile(r"""(?<![\w.}/-])/(?:work|tmp|root|home)/[\w.-]+""")
    found = {name(path): hit.group() for path in tracked() if (hit := machine.search(text(path)))}
    assert found == {}


def test_no_lock_or_setting_names_a_registry() -> None:
    address = re.compile(
        r"--find-links|--(?:extra-)?index-url|file://|\"resolved\"|https?://\S*(?:pypi|npmjs|registry)"
    )
    watched = [*LOCKS.glob("*.txt"), *GENERATOR.glob("*.json"), GENERATOR / ".npmrc"]
    found = {name(path): hit.group() for path in watched if (hit := address.search(text(path)))}
    assert found == {}


def test_every_locked_package_has_a_hash() -> None:
    for lock in LOCKS.glob("*.txt"):
        packages = re.split(r"\n(?=[\w-]+==)", text(lock))
        assert len(packages) > 20
        assert [each.split()[0] for each in packages if "--hash=sha256:" not in each] == []


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads(text(ROOT / "pyproject.toml"))
    asked = [*project["project"]["dependencies"], *project["dependency-groups"]["build"]]
    for lock, wanted in (("site", asked), ("test", asked + project["dependency-groups"]["test"])):
        pinned = dict(
            re.findall(r"^([\w.-]+)==([\w.]+)", text(LOCKS / f"{lock}.txt"), re.MULTILINE)
        )
        for requirement in map(Requirement, wanted):
            version = pinned.get(requirement.name.lower(), "")
            assert version, f"{lock}.txt lacks {requirement.name}: run `make lock`"
            assert requirement.specifier.contains(version), f"{requirement} but {version} is locked"


def test_all_languages_have_the_same_words() -> None:
    words = {
        path.stem: yaml.load(text(path), Loader=yaml.BaseLoader)
        for path in (PACKAGE / "strings").glob("*.yml")
    }
    assert set(words) == set(strings.languages())
    for language, found in words.items():
        assert found.keys() == words["en"].keys(), language
        for key, value in found.items():
            blanks = re.findall(r"\{\w*\}", value)
            assert sorted(blanks) == sorted(re.findall(r"\{\w*\}", words["en"][key])), key


def test_every_test_asserts_something() -> None:
    empty = []
    for path in code(".py"):
        if not path.name.startswith("test_"):
            continue
        for node in ast.walk(ast.parse(text(path))):
            is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test")
            if is_test and not any(map(asserts, ast.walk(node))):
                empty.append(f"{name(path)} {ast.unparse(node).splitlines()[0]}")
    assert empty == []


def asserts(node: ast.AST) -> bool:
    """Whether a node is an assertion, or a call that is named like one."""
    if isinstance(node, ast.Call):
        return bool(CLAIMS_TO_TEST.search(ast.unparse(node.func)))
    return isinstance(node, ast.Assert)


def test_no_test_sleeps() -> None:
    asleep = re.compile(r"\btime\.sleep\(|\bwait_for_timeout\(")
    tests = [path for path in code(".py") if path.is_relative_to(ROOT / "tests")]
    assert [
        name(path) for path in tests if asleep.search(text(path)) and path != Path(__file__)
    ] == []


def test_nothing_is_left_for_later() -> None:
    later = re.compile(
        r"\b(?:T[O]DO|FIX[M]E|X{3}|H[A]CK|NotImplemented[E]rror)\b|pytest\.mark\.(?:s[k]ip|x[f]ail)\b"
    )
    found = [
        f"{name(path)}: {hit}"
        for path in code(".py", ".ts", ".mjs", ".css")
        for hit in later.findall(text(path))
    ]
    assert found == []


def test_every_message_is_used() -> None:
    written = "\n".join(
        text(path) for path in PACKAGE.rglob("*.py") if "catalogue" not in path.parts
    )
    assert [each for each in CATALOGUE if f'"{each}"' not in written] == []


def test_no_message_has_two_homes() -> None:
    homes = (PACKAGE / "catalogue").glob("*.py")
    codes = [
        each
        for path in homes
        for each in re.findall(r'^    "([\w-]+)": Entry\(', text(path), re.MULTILINE)
    ]
    assert sorted(codes) == sorted(set(codes))
    assert set(codes) == set(CATALOGUE)
