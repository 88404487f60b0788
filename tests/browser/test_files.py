"""Download my answers, and open them again."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.conftest import Opener
from reader_pages import many, one, table, text
from reading import says, texts, until

pytestmark = pytest.mark.browser

PARTS = (
    text("when"),
    one("safe", ["yes", "no"]),
    many("need", ["company", "quiet"]),
    table("changed", "cause", start_with=("Money", "Time")),
    text("own", default="As it was"),
)


def _download(tab: Page, folder: Path) -> tuple[str, dict[str, Any]]:
    with tab.expect_download() as waiting:
        tab.locator("[data-wl-download]").click()
    waiting.value.save_as(folder / "answers.json")
    return waiting.value.suggested_filename, json.loads(
        (folder / "answers.json").read_text("utf-8")
    )


def _write(path: Path, answers: dict[str, Any], **more: Any) -> Path:
    about = {"format": 1, "site": "test-site", "worksheet": "notes", "version": 1, "saved": None}
    path.write_text(json.dumps({**about, **more, "answers": answers}), "utf-8")
    return path


def test_a_file_holds_every_answer_under_a_plain_name(visit: Opener, tmp_path: Path) -> None:
    tab = visit(*PARTS, privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    tab.locator("[name=safe][value=no]").check()
    tab.locator("[name='need.quiet']").check()
    tab.locator("[name=own]").fill("")
    name, data = _download(tab, tmp_path)
    assert re.fullmatch(r"notes-\d{4}-\d\d-\d\d\.json", name)
    assert {key: data[key] for key in ("format", "site", "worksheet", "version", "saved")} == {
        "format": 1, "site": "test-site", "worksheet": "notes", "version": 1, "saved": None,
    }  # fmt: skip
    assert data["answers"] == {
        "when": "In May",
        "safe": "no",
        "need": ["quiet"],
        "need.quiet": True,
        "changed.1.cause": "Money",
        "changed.2.cause": "Time",
        "own": "",
    }


def test_a_file_comes_back_whole(visit: Opener, tmp_path: Path) -> None:
    tab = visit(*PARTS, privacy="ordinary")
    tab.locator("[name=when]").fill("In May")
    tab.locator("[name='need.quiet']").check()
    tab.locator("[name=own]").fill("")
    tab.locator("[data-row='1'] [data-wl-remove]").click()
    tab.locator("[data-wl-add]").click()
    tab.locator("[name='changed.2.cause']").fill("Silence")
    says(tab, "Saved")
    _, before = _download(tab, tmp_path)
    tab.context.clear_cookies()
    button = tab.locator("body > footer [data-wl-delete]")
    button.click()
    button.click()
    expect(tab.locator("[name=own]")).to_have_value("As it was")
    expect(tab.locator("[data-row]")).to_have_count(2)
    tab.locator("[data-wl-file]").set_input_files(tmp_path / "answers.json")
    says(tab, "The answers of answers.json are in the form now")
    assert [each.input_value() for each in tab.locator("[data-row] input").all()] == [
        "Time",
        "Silence",
    ]
    tab.reload()
    expect(tab.locator("[name=when]")).to_have_value("In May")
    expect(tab.locator("[data-row]")).to_have_count(2)
    _, after = _download(tab, tmp_path)
    assert after == before


def test_answers_in_the_form_are_replaced_only_after_a_yes(visit: Opener, tmp_path: Path) -> None:
    tab = visit(*PARTS, privacy="ordinary")
    tab.locator("[name=when]").fill("Here")
    tab.locator("[name='need.company']").check()
    says(tab, "Saved")
    file = _write(tmp_path / "other.json", {"when": "In the file", "safe": "yes"})
    dialog = tab.get_by_role("dialog", name="There are answers here already")
    for way in ("Escape", "Cancel"):
        tab.locator("[data-wl-file]").set_input_files(file)
        expect(dialog).to_be_visible()
        expect(dialog.get_by_role("button", name="Replace")).to_be_focused()
        if way == "Escape":
            tab.keyboard.press("Escape")
        else:
            dialog.get_by_role("button", name="Cancel").click()
        expect(dialog).to_have_count(0)
        expect(tab.locator("[name=when]")).to_have_value("Here")
    tab.locator("[data-wl-file]").set_input_files(file)
    dialog.get_by_role("button", name="Replace").click()
    expect(tab.locator("[name=when]")).to_have_value("In the file")
    expect(tab.locator("[name=safe][value=yes]")).to_be_checked()
    expect(tab.locator("[name='need.company']")).not_to_be_checked()
    until(lambda: texts(tab).get("when") == "In the file", tab)
    assert texts(tab)["need.company"] == ""


def test_what_has_no_question_is_kept_and_named(visit: Opener, tmp_path: Path) -> None:
    tab = visit(text("when"), privacy="ordinary")
    file = _write(tmp_path / "old.json", {"when": "In May", "gone": "Mine", "lost.row": "Too"})
    tab.locator("[data-wl-file]").set_input_files(file)
    says(tab, "They are kept, and go into every copy: gone, lost.row.")
    until(lambda: texts(tab).get("gone") == "Mine", tab)
    _, data = _download(tab, tmp_path)
    assert data["answers"] == {"when": "In May", "gone": "Mine", "lost.row": "Too"}


GOOD = {"format": 1, "worksheet": "notes", "version": 1, "answers": {"when": "x"}}
WRONG: list[tuple[str, bytes, str]] = [
    ("empty", b"", "is empty"),
    ("truncated", json.dumps(GOOD).encode()[:-9], "cannot be read"),
    ("utf-16", json.dumps(GOOD).encode("utf-16"), "cannot be read"),
    ("latin-1", '{"answers": "Müll"}'.encode("latin-1"), "cannot be read"),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(200), "cannot be read"),
    ("deep", b"[" * 100_000, "cannot be read"),
    ("list", b"[1, 2]", "is no file of answers"),
    ("null", b"null", "is no file of answers"),
    ("text", b'"hello"', "is no file of answers"),
    ("other", b'{"name": "package", "version": "1"}', "is no file of answers"),
    ("no format", json.dumps({**GOOD, "format": None}).encode(), "is no file of answers"),
    ("answers", json.dumps({**GOOD, "answers": "x"}).encode(), "is no file of answers"),
    ("worksheet", json.dumps({**GOOD, "worksheet": "plan"}).encode(), "another worksheet: plan"),
    ("format", json.dumps({**GOOD, "format": 2}).encode(), "newer version of this worksheet"),
    ("version", json.dumps({**GOOD, "version": 9}).encode(), "newer version of this worksheet"),
    ("large", b" " * (5 * 1024 * 1024 + 1), "is too large"),
]


@pytest.mark.parametrize(
    ("content", "words"), [each[1:] for each in WRONG], ids=[w[0] for w in WRONG]
)
def test_a_wrong_file_is_named_and_changes_nothing(
    visit: Opener, errors: list[str], tmp_path: Path, content: bytes, words: str
) -> None:
    tab = visit(text("when"), privacy="ordinary")
    tab.locator("[name=when]").fill("Here")
    says(tab, "Saved")
    (tmp_path / "wrong.json").write_bytes(content)
    tab.locator("[data-wl-file]").set_input_files(tmp_path / "wrong.json")
    says(tab, words)
    says(tab, "wrong.json")
    says(tab, "Nothing was changed")
    expect(tab.locator("[name=when]")).to_have_value("Here")
    expect(tab.locator("dialog")).to_have_count(0)
    assert texts(tab) == {"when": "Here"}
    assert not errors


def test_a_byte_order_mark_does_no_harm(visit: Opener, tmp_path: Path) -> None:
    tab = visit(text("when"), privacy="ordinary")
    (tmp_path / "bom.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(GOOD).encode())
    tab.locator("[data-wl-file]").set_input_files(tmp_path / "bom.json")
    expect(tab.locator("[name=when]")).to_have_value("x")


def test_a_malicious_file_reaches_nothing(visit: Opener, errors: list[str], tmp_path: Path) -> None:
    tab = visit(text("when"), privacy="ordinary")
    many_keys = ",".join(f'"k{number}": "v"' for number in range(20_000))
    (tmp_path / "bad.json").write_text(
        '{"format": 1, "worksheet": "notes", "version": 1, "__proto__": {"polluted": 1}, '
        '"answers": {"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}, '
        '"__proto__.polluted": "yes", "when": "<img src=x onerror=window.__x=1>", '
        '"deep": {"a": {}},'
        f"{many_keys}}}}}",
        "utf-8",
    )
    tab.locator("[data-wl-file]").set_input_files(tmp_path / "bad.json")
    expect(tab.locator("[name=when]")).to_have_value("<img src=x onerror=window.__x=1>")
    says(tab, "are in the form now")
    assert tab.evaluate("({}).polluted === undefined && window.__x === undefined")
    assert len(tab.locator("[data-wl-status]").inner_text()) < 400
    assert not errors
