"""`worksheets.lock.json`: names that were published are remembered, and none is lost unnoticed."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from language_files import PAGES, REAL
from workleaf.cli import main
from workleaf.language import lock, project
from workleaf.publish import fixing
from workleaf.worksheet.moved import Moved

FIRST = """
title: Steps
fields:
  - text: Your name
    id: name
  - choose_many: What helps?
    id: helps
    choices: {walk: A walk, talk: A talk}
  - choose_one: How is it?
    id: mood
    choices: {fine: Fine, low: Low}
  - grid: How true?
    id: true
    range: 0 to 3
    rows: {kept: Promises are kept, told: The truth is told}
  - table: Plan
    id: plan
    columns:
      - text: What
        id: what
      - choose_one: Who
        id: who
        choices: {me: Me, you: You}
""".replace("id: true", "id: trust")

Publish = Callable[..., list[str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    found = tmp_path / "worksheets"
    found.mkdir()
    return found


@pytest.fixture
def publish(folder: Path) -> Publish:
    """Write worksheets, fix them with a lock beside the folder; says what was wrong."""

    def act(**files: str) -> list[str]:
        for name, text in files.items():
            file = folder / f"{name if name.startswith('_') else name.replace('_', '-')}.yml"
            file.write_text(textwrap.dedent(text), encoding="utf-8")
        found = fixing.fix(folder, pages=PAGES, start=folder.parent)
        return [each.code for each in found.problems]

    return act


def _lock(folder: Path) -> str:
    return (folder.parent / lock.NAME).read_text(encoding="utf-8")


def _moved(folder: Path, name: str = "steps") -> Moved:
    return project.read(folder, pages=PAGES).by_id[name].moved


def test_a_lock_says_what_is_published_a_line_an_item(folder: Path, publish: Publish) -> None:
    assert publish(steps=FIRST) == []
    found = json.loads(_lock(folder))
    assert found["format"] == 1
    assert found["folder"] == "worksheets"
    items = found["worksheets"]["steps"]["items"]
    assert list(items) == ["helps", "mood", "name", "plan", "trust"]
    assert items["helps"]["choices"] == {"talk": [], "walk": []}
    assert items["trust"]["rows"] == {"kept": [], "told": []}
    assert items["plan"]["columns"]["who"]["kind"] == "one"
    assert '        "name": {"kind": "text", "words": "Your name"},\n' in _lock(folder)


def test_the_same_worksheets_give_the_same_lock_in_any_order(
    folder: Path, publish: Publish
) -> None:
    publish(steps=FIRST)
    before = _lock(folder)
    head, name, *rest = FIRST.partition("  - text: Your name\n    id: name\n")
    assert publish(steps=head + "".join(rest) + name) == []
    assert _lock(folder) == before


def test_names_are_followed_through_any_number_of_versions(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    second = FIRST.replace("id: name", "id: who_am_i\n    renamed_from: name")
    second = second.replace(
        "choices: {walk: A walk, talk: A talk}",
        "choices: [{walk: A walk}, {chat: A chat, renamed_from: talk}]",
    )
    second = second.replace(
        "choices: {fine: Fine, low: Low}",
        "choices: [{fine: Fine}, {down: Down, renamed_from: low}]",
    )
    second = second.replace(
        "rows: {kept: Promises are kept, told: The truth is told}",
        "rows: [{kept: Promises are kept}, {honest: Honest, renamed_from: told}]",
    )
    second = second.replace("id: what", "id: thing\n        renamed_from: what")
    second = second.replace(
        "choices: {me: Me, you: You}", "choices: [{i: I, renamed_from: me}, {you: You}]"
    )
    assert publish(steps=second) == []
    third = second.replace("renamed_from: name", "").replace(
        "id: helps", "id: aid\n    renamed_from: helps"
    )
    third = third.replace("who_am_i", "me\n    renamed_from: who_am_i")
    assert publish(steps=third) == []
    moved = _moved(folder)
    for old, new in {
        "name": "me",
        "who_am_i": "me",
        "helps.talk": "aid.chat",
        "helps__other": "aid__other",
        "aid.walk": "aid.walk",
        "trust.told": "trust.honest",
        "plan.1.what": "plan.1.thing",
        "plan.2-abc.who": "plan.2-abc.who",
        "nothing.known": "nothing.known",
    }.items():
        assert moved.path(old) == new
    assert moved.text("mood", "low") == "down"
    assert moved.text("plan.1.who", "me") == "i"
    assert moved.text("mood__other", "low") == "low"


def test_a_lock_that_has_learnt_a_name_needs_the_line_no_longer(
    folder: Path, publish: Publish
) -> None:
    publish(steps=FIRST)
    publish(steps=FIRST.replace("id: name", "id: me\n    renamed_from: name"))
    assert publish(steps=FIRST.replace("id: name", "id: me")) == []
    assert _moved(folder).items == {"name": "me"}


def test_a_name_may_go_back_to_what_it_was(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    publish(steps=FIRST.replace("id: name", "id: me\n    renamed_from: name"))
    assert publish(steps=FIRST.replace("id: name", "id: name\n    renamed_from: me")) == []
    assert _moved(folder).items == {"me": "name"}


def test_a_question_that_was_given_up_is_remembered_with_its_words_and_may_come_back(
    folder: Path, publish: Publish
) -> None:
    publish(steps=FIRST)
    bare = FIRST.replace("  - text: Your name\n    id: name\n", "")
    assert publish(steps=bare) == ["id-gone"]
    assert publish(steps=bare.replace("fields:", "removed: name\nfields:")) == []
    assert publish(steps=bare) == []
    assert _moved(folder).gone == {"name": "Your name"}
    assert publish(steps=FIRST) == []
    assert _moved(folder).gone == {}
    as_number = FIRST.replace("  - text: Your name", "  - number: Your name")
    publish(steps=bare.replace("fields:", "removed: name\nfields:"))
    assert publish(steps=as_number) == ["kind-changed"]


def test_choices_rows_and_columns_may_be_given_up(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    less = FIRST.replace(", talk: A talk", "").replace(", told: The truth is told", "")
    less = less.replace("\n      - text: What\n        id: what", "")
    assert publish(steps=less) == ["part-gone", "part-gone", "column-gone"]
    given_up = "removed: [helps.talk, trust.told, plan.what]\nfields:"
    assert publish(steps=less.replace("fields:", given_up, 1)) == []
    assert publish(steps=less) == []


def test_a_choice_that_is_no_longer_offered_keeps_its_words(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    full = "choices: [{walk: A walk}, {talk: A *long* talk, removed: yes}]"
    text = FIRST.replace("choices: {walk: A walk, talk: A talk}", full)
    assert publish(steps=text) == []
    assert _moved(folder).dropped == {"helps": {"talk": "A long talk"}}


def test_a_worksheet_may_be_renamed_or_given_up(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST, other=FIRST)
    (folder / "other.yml").rename(folder / "way.yml")
    assert publish() == ["worksheet-gone-renamed"]
    assert publish(way="renamed_from: other" + FIRST) == []
    assert _moved(folder, "way").worksheets == ("other",)
    (folder / "way.yml").unlink()
    assert publish() == ["worksheet-gone"]
    place = project.read(folder, pages=PAGES).problems[0].span
    line = _lock(folder).splitlines()[place.line - 1]
    assert (place.file, line) == (lock.NAME, '    "way": {')
    assert publish(_shared="removed: way\n") == []
    (folder / "_shared.yml").unlink()
    assert publish(way=FIRST) == []
    assert _moved(folder, "way").worksheets == ("other",)


def test_a_strict_check_asks_for_a_lock_that_knows_everything_but_not_for_words(
    folder: Path, publish: Publish
) -> None:
    publish(steps=FIRST)
    reworded = FIRST.replace("Your name", "What are you called?")
    (folder / "steps.yml").write_text(reworded, encoding="utf-8")
    assert project.read(folder, pages=PAGES).unsettled == ()
    more = FIRST + "  - text: More\n    id: more\n"
    (folder / "steps.yml").write_text(more, encoding="utf-8")
    reading = project.read(folder, pages=PAGES)
    assert [each.code for each in reading.unsettled] == ["lock-behind"]
    assert reading.problems == ()


def test_a_file_with_mistakes_is_told_about_those_first(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    before = _lock(folder)
    assert publish(steps=FIRST.replace("  - text: Your name", "  - tekst: Your name")) != []
    assert all(each.code != "id-gone" for each in project.read(folder, pages=PAGES).problems)
    assert _lock(folder) == before


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{\n<<<<<<< HEAD\n  "format": 1,\n', "lock-broken"),
        ("", "lock-broken"),
        ("[" * 100_000, "lock-broken"),
        ('{"format": 1, "folder": 3}', "lock-broken"),
        ('{"format": 1, "folder": "worksheets", "worksheets": {"a": 1}}', "lock-broken"),
        ('{"format": 9}', "lock-newer"),
    ],
)
def test_a_damaged_or_newer_lock_is_told_and_not_written_over(
    folder: Path, publish: Publish, text: str, code: str
) -> None:
    publish(steps=FIRST)
    (folder.parent / lock.NAME).write_text(text, encoding="utf-8")
    assert publish() == [code]
    assert _lock(folder) == text


def test_a_damaged_lock_is_told_with_its_place(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    (folder.parent / lock.NAME).write_text('{\n<<<<<<< HEAD\n  "format": 1,\n', encoding="utf-8")
    (told,) = project.read(folder, pages=PAGES).problems
    assert str(told).startswith("worksheets.lock.json:2:1: this file is damaged")


def test_a_lock_is_about_one_folder_only(folder: Path, publish: Publish) -> None:
    publish(steps=FIRST)
    other = folder.parent / "others"
    other.mkdir()
    (other / "another.yml").write_text(FIRST, encoding="utf-8")
    assert project.read(other, pages=PAGES).problems == ()


def test_answers_that_are_never_kept_are_not_locked(folder: Path, publish: Publish) -> None:
    text = FIRST.replace("id: name", "id: name\n    store: never")
    assert publish(steps=text, gate="store: never" + FIRST) == []
    found = json.loads(_lock(folder))["worksheets"]
    assert "name" not in found["steps"]["items"]
    assert found["gate"]["items"] == {}


def test_a_rename_inside_a_shared_part_counts_with_its_prefix(
    folder: Path, publish: Publish
) -> None:
    uses = "title: A\nfields:\n  - use: who\n  - {use: who, prefix: their}\n"
    publish(steps=uses, _shared="parts:\n  who:\n    - {text: Name, id: name}\n")
    part = "parts:\n  who:\n    - {text: Name, id: called, renamed_from: name}\n"
    assert publish(_shared=part) == []
    assert _moved(folder).items == {"name": "called", "their_name": "their_called"}


def test_a_repeated_group_and_lists_from_other_questions_follow_their_source(
    folder: Path, publish: Publish
) -> None:
    text = (
        FIRST
        + """
  - {ranking: In order, id: ordered, choices_from: helps}
  - group: About each
    id: about
    repeat_for: helps
    fields: [{text: How, id: how}]
  - group: People
    id: people
    repeat: 1 to 3
    fields: [{text: Who, id: whom}]
"""
    )
    assert publish(steps=text) == []
    text = text.replace(
        "choices: {walk: A walk, talk: A talk}",
        "choices: [{walk: A walk}, {chat: A chat, renamed_from: talk}]",
    )
    assert publish(steps=text.replace("id: people", "id: folk\n    renamed_from: people")) == []
    moved = _moved(folder)
    assert moved.path("ordered.talk") == "ordered.chat"
    assert moved.path("about.talk.how") == "about.chat.how"
    assert moved.path("people.1.whom") == "folk.1.whom"
    less = text.replace(", {chat: A chat, renamed_from: talk}", "")
    less = less.replace("fields:", "removed: helps.chat\nfields:", 1)
    assert publish(steps=less.replace("id: people", "id: folk")) == []


def test_the_command_starts_a_lock_and_the_guide_fits_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\nextra:\n  workleaf:\n    site_id: small\n", encoding="utf-8"
    )
    (tmp_path / "worksheets").mkdir()
    (tmp_path / "worksheets" / "steps.yml").write_text(FIRST, encoding="utf-8")

    def run(*words: str) -> str:
        return CliRunner().invoke(main, words).output

    assert run("fix") == "Nothing to write.\n"
    said = "wrote worksheets.lock.json: what is published now\n"
    assert run("fix", "--lock", "--check") == said.replace("wrote", "would write")
    assert not (tmp_path / lock.NAME).exists()
    assert run("fix", "--lock") == said
    assert run("fix") == "Nothing to write.\n"


@pytest.mark.guide
def test_without_a_lock_the_lines_in_the_worksheet_do_the_same(folder: Path) -> None:
    text = FIRST.replace("id: name", "id: me\n    renamed_from: name")
    text = text.replace("fields:", "removed: [wishes]\nrenamed_from: old-steps\nfields:")
    (folder / "steps.yml").write_text(text, encoding="utf-8")
    moved = _moved(folder)
    assert (moved.items, moved.worksheets) == ({"name": "me"}, ("old-steps",))
    assert moved.gone == {"wishes": ""}
    assert project.read(REAL, pages=PAGES).problems == ()


def test_answers_read_back_have_the_names_of_today(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: S\nextra:\n  workleaf:\n    site_id: small\n", encoding="utf-8"
    )
    text = "renamed_from: old-steps" + FIRST.replace("id: name", "id: me\n    renamed_from: name")
    text = text.replace(
        "choices: {walk: A walk, talk: A talk}",
        "choices: [{walk: A walk}, {chat: A chat, renamed_from: talk}]",
    )
    (folder / "steps.yml").write_text(text, encoding="utf-8")
    saved = {"name": "Kim", "helps.talk": True, "helps": ["talk"], "wishes": "None"}
    file = tmp_path / "old.json"
    old = {"format": 1, "worksheet": "old-steps", "version": 1, "answers": saved}
    file.write_text(json.dumps(old), encoding="utf-8")
    said = CliRunner().invoke(main, ("answers", str(file)))
    assert said.exit_code == 0, said.output
    assert json.loads(said.output) == {
        "worksheet": "steps",
        "version": 1,
        "answers": {"me": "Kim", "helps.chat": True, "wishes": "None", "helps": ["chat"]},
    }
