"""Answers from JSON and from saved pages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workleaf.outputs import answers
from workleaf.problems import WorksheetError

GOOD: dict[str, Any] = {
    "format": 1,
    "site": "guide",
    "worksheet": "small-steps",
    "version": 2,
    "saved": None,
    "answers": {
        "what": "It was raining.\nWe talked.",
        "causes.money": True,
        "causes": ["money"],
        "trust": 7,
        "share": 0.5,
        "whole": 3.0,
        "empty": "",
        "none": None,
        "off": False,
        "nothing": [],
    },
}
READ = {
    "what": "It was raining.\nWe talked.",
    "causes.money": True,
    "causes": ["money"],
    "trust": "7",
    "share": "0.5",
    "whole": "3",
}


def write(tmp_path: Path, name: str, text: str | bytes) -> Path:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def code_of(path: Path) -> str:
    with pytest.raises(WorksheetError) as caught:
        answers.read(path)
    return caught.value.problems[0].code


def test_downloaded_answers_are_read(tmp_path: Path) -> None:
    found = answers.read(write(tmp_path, "mine.json", json.dumps(GOOD)))
    assert (found.worksheet, found.version, found.answers) == ("small-steps", 2, READ)


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    found = answers.read(write(tmp_path, "mine.json", "\ufeff" + json.dumps(GOOD)))
    assert found.answers == READ


def test_a_saved_page_is_read_by_the_answers_in_it(tmp_path: Path) -> None:
    page = (
        "<!doctype html><script>other()</script>"
        f'<script type="application/json" class="wl-answers">{json.dumps(GOOD)}</script><p>Words'
    )
    assert answers.read(write(tmp_path, "page.html", page)).answers == READ


def test_a_page_without_answers_says_so(tmp_path: Path) -> None:
    page = '<script type="application/json" class="wl-data">{}</script>'
    assert code_of(write(tmp_path, "page.html", page)) == "answers-html"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "answers-broken"),
        ("{", "answers-broken"),
        ("[" * 100_000, "answers-broken"),
        ('{"worksheet": "x", "answers": {"a": NaN}}', "answers-broken"),
        (b'{"worksheet": "\xff"}', "answers-broken"),
        ("[]", "answers-foreign"),
        ('{"answers": {}}', "answers-foreign"),
        ('{"format": 2, "worksheet": "x", "version": 1, "answers": {}}', "answers-format"),
        ('{"worksheet": 5, "version": 1, "answers": {}}', "answers-shape"),
        ('{"worksheet": "x", "answers": {}}', "answers-shape"),
        ('{"worksheet": "x", "version": true, "answers": {}}', "answers-shape"),
        ('{"worksheet": "x", "version": 1, "answers": []}', "answers-shape"),
        ('{"worksheet": "x", "version": 1, "answers": {"": "a"}}', "answers-shape"),
        ('{"worksheet": "x", "version": 1, "answers": {"a": {"b": 1}}}', "answers-shape"),
        ('{"worksheet": "x", "version": 1, "answers": {"a": [1]}}', "answers-shape"),
    ],
)
def test_json_that_is_not_as_it_should_be_says_so(
    tmp_path: Path, text: str | bytes, code: str
) -> None:
    assert code_of(write(tmp_path, "mine.json", text)) == code


def test_too_many_answers_are_refused(tmp_path: Path) -> None:
    many = {f"a{number}": "x" for number in range(20_001)}
    text = json.dumps({"worksheet": "x", "version": 1, "answers": many})
    assert code_of(write(tmp_path, "mine.json", text)) == "answers-shape"


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.json"
    with path.open("wb") as file:
        file.truncate(5 * 1024 * 1024 + 1)
    assert code_of(path) == "answers-large"


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, "mine.json", "{}")

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert code_of(path) == "answers-unreadable"
