"""Problems told: in a terminal, as JSON for programs, as annotations on GitHub."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from workleaf import telling
from workleaf.cli import main
from workleaf.problems import Problem, Span, problem

BAD = "title: A sheet\nfields:\n  - text: Your name\n    id: name\n    hnit: x\n"
KEYS = ["file", "line", "column", "width", "level", "code", "message", "hint", "excerpt"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    (tmp_path / "bad.yml").write_text(BAD, encoding="utf-8")
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def shown(excerpt: str, column: int, width: int = 1) -> list[str]:
    span = Span(file="x.yml", line=7, column=column, width=width)
    made = Problem(code="tab", span=span, message="M", excerpt=excerpt)
    return str(made).split("\n")


# ------------------------------------------------------------------ as JSON


@pytest.mark.usefixtures("folder")
def test_json_is_a_flat_list_with_these_keys_in_this_order() -> None:
    found = run("check", "bad.yml", "--json")
    assert found.exit_code == 1
    assert json.loads(found.stdout) == [
        {
            "file": "bad.yml",
            "line": 5,
            "column": 5,
            "width": 4,
            "level": "error",
            "code": "unknown-key",
            "message": "unknown key 'hnit' — did you mean 'hint'?",
            "hint": "",
            "excerpt": "    hnit: x",
        }
    ]
    assert list(json.loads(found.stdout)[0]) == KEYS


def test_json_of_a_good_worksheet_is_an_empty_list(folder: Path) -> None:
    (folder / "good.yml").write_text(BAD.replace("hnit", "hint"), encoding="utf-8")
    found = run("check", "good.yml", "--json")
    assert (found.exit_code, json.loads(found.stdout)) == (0, [])


@pytest.mark.usefixtures("folder")
def test_json_comes_also_where_there_is_no_project_to_check() -> None:
    found = run("check", "--json")
    assert found.exit_code == 1
    assert [each["code"] for each in json.loads(found.stdout)] == ["config-missing"]
    assert [list(each) for each in json.loads(found.stdout)] == [KEYS]


# ------------------------------------------------------------------ on GitHub


def test_an_annotation_is_exact_to_the_sign() -> None:
    made = Problem(
        code="unknown-key",
        span=Span(file="w/100%, a:b.yml", line=3, column=4, width=2),
        message="50% of 'a:b, c'\r\nis lost",
        hint="write 'x'",
    )
    assert telling.annotation(made, file=made.span.file) == (
        "::error file=w/100%25%2C a%3Ab.yml,line=3,col=4,endColumn=6,"
        "title=workleaf%3A unknown-key::50%25 of 'a:b, c'%0D%0Ais lost%0Awrite 'x'"
    )


def test_a_warning_is_a_warning_there_too() -> None:
    made = problem("comment-cuts-text", Span(file="a.yml"), rest="#1 wish")
    assert telling.annotation(made, file="a.yml").startswith("::warning file=a.yml,line=1,col=1,")


@pytest.mark.usefixtures("folder")
def test_github_gets_each_problem_as_an_annotation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "::error" not in run("check", "bad.yml").output
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    (line,) = (each for each in run("check", "bad.yml").stderr.split("\n") if "::error" in each)
    assert line == (
        "::error file=bad.yml,line=5,col=5,endColumn=9,title=workleaf%3A unknown-key"
        "::unknown key 'hnit' — did you mean 'hint'?"
    )


def test_github_gets_the_file_from_the_top_of_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inner = folder / "guide"
    inner.mkdir()
    (inner / "bad.yml").write_text(BAD, encoding="utf-8")
    monkeypatch.chdir(inner)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    assert "::error file=guide/bad.yml,line=5," in run("check", "bad.yml").stderr


# ------------------------------------------------------------------ for people


def test_a_problem_is_told_with_its_line_and_carets() -> None:
    assert shown("    hnit: x", 5, 4) == ["x.yml:7:5: M", "    7 |     hnit: x", "      |     ^^^^"]


def test_carets_stand_right_under_wide_letters_and_accents() -> None:
    assert shown("名前: x", 5, 1)[2] == "      |       ^"
    assert shown("e\u0301: x", 5, 1)[2] == "      |    ^"


def test_of_a_long_line_the_part_around_the_place_is_shown() -> None:
    _, line, carets = shown("a" * 5000 + "b" + "c" * 5000, 5001)
    assert len(line) < 170
    assert line[carets.index("^")] == "b"
    assert (line[8], line[-1]) == ("…", "…")


def test_what_would_steer_a_terminal_is_shown_as_a_sign() -> None:
    assert shown("a: \x1b[2J\u202eb\ud800", 4)[1] == "    7 | a: �[2J�b�"


def test_a_long_word_of_an_author_is_cut_and_stays_on_one_line() -> None:
    made = problem("wants-number", Span(file="x.yml"), key="max", found="x\ny" * 500)
    assert "\n" not in made.message
    assert len(made.message) < 140


def test_a_file_with_a_name_that_is_no_text_can_be_told(folder: Path) -> None:
    found = run("check", str(folder / "no\udcff.yml"))
    assert found.exit_code == 1
    assert "there is no such file" in found.output
