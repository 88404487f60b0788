"""`workleaf translate`: files that translators can live with, and that lose nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import multilingual
from language_files import PAGES
from workleaf.cli import main
from workleaf.language import project
from workleaf.language.translations.writing import _entry
from workleaf.problems import Problem

SOURCE = """title: Trust today
intro: |
  Answer for *today*.

  Take your time.
fields:
  - text: What is your partner called?
    id: partner
    hint: 'Initials: are fine # really'
  - choose_one: How are you?
    id: mood
    choices: {good: Good, low: Low}
"""
SHARED = """wording_tips:
  always: {words: [always, 'on and on'], show: Try one example.}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    multilingual.write(tmp_path)
    for path in (*(tmp_path / "worksheets").iterdir(), *tmp_path.rglob("trust.md")):
        path.unlink()
    (tmp_path / "worksheets/trust.yml").write_text(SOURCE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "worksheets"


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["translate", *words])


def edit(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def test_a_new_file_holds_every_text_as_a_comment(folder: Path) -> None:
    done = run("es")
    assert (done.exit_code, done.stdout) == (
        0,
        "wrote worksheets/trust.es.yml: 0 translated, 7 missing, 0 stale\n",
    )
    text = (folder / "trust.es.yml").read_text("utf-8")
    assert "translation: draft\n# title: Trust today\n" in text
    assert "# intro: |\n#   Answer for *today*.\n#\n#   Take your time.\n" in text
    assert '    # hint: "Initials: are fine # really"\n' in text
    assert "      # good: Good\n" in text


def test_a_second_run_changes_nothing(folder: Path) -> None:
    run("es")
    first = (folder / "trust.es.yml").read_bytes()
    run("es")
    assert (folder / "trust.es.yml").read_bytes() == first


def test_taking_the_sign_away_gives_the_source_itself(folder: Path) -> None:
    run("es")
    path = folder / "trust.es.yml"
    text = re.sub(
        r"(?m)^( *)#(?! Words only| write the| Written by) ?", r"\1", path.read_text("utf-8")
    )
    path.write_text(text, "utf-8")
    reading = project.read(folder, pages=PAGES)
    assert [str(each) for each in reading.problems] == []
    assert run("es").stdout.endswith("7 translated, 0 missing, 0 stale\n")
    assert reading.translations["es"][0].intro == reading.worksheets[0].intro


def test_a_file_that_nobody_has_begun_is_no_translation_yet(folder: Path) -> None:
    run("es")
    assert project.read(folder, pages=PAGES).translations == {}


def _translated(folder: Path) -> Path:
    run("es")
    path = folder / "trust.es.yml"
    edit(path, ("# title: Trust today", "title: Confianza hoy"))
    edit(path, ("# label: What is your partner called?", "label: ¿Cómo se llama tu pareja?"))
    run("es")
    return path


def test_a_changed_source_marks_its_translation_stale_until_the_line_is_taken_out(
    folder: Path,
) -> None:
    path = _translated(folder)
    edit(folder / "trust.yml", ("What is your partner called?", "What do you call your partner?"))
    (before,) = [each for each in _problems(folder) if each.code == "translation-stale"]
    assert "it now says: What do you call your partner?" in before.message
    assert run("es").stdout.endswith("2 translated, 5 missing, 1 stale\n")
    assert "stale:\n  items.partner: What do you call your partner?\n" in path.read_text("utf-8")
    assert run("es").stdout.endswith("1 stale\n")
    edit(path, ("  items.partner: What do you call your partner?\n", ""))
    assert run("es").stdout.endswith("2 translated, 5 missing, 0 stale\n")
    assert "¿Cómo se llama tu pareja?" in path.read_text("utf-8")
    assert not [each for each in _problems(folder) if each.code == "translation-stale"]


def _problems(folder: Path) -> tuple[Problem, ...]:
    return project.read(folder, pages=PAGES).problems


def test_words_whose_source_is_gone_are_kept_and_come_back(folder: Path) -> None:
    path = _translated(folder)
    edit(folder / "trust.yml", ("id: partner", "id: name"))
    assert run("es").stdout.endswith("1 translated, 6 missing, 0 stale, 1 kept\n")
    assert "kept:\n  items.partner: ¿Cómo se llama tu pareja?\n" in path.read_text("utf-8")
    edit(folder / "trust.yml", ("id: name", "id: partner"))
    assert run("es").stdout.endswith("2 translated, 5 missing, 0 stale\n")
    assert "kept:" not in path.read_text("utf-8")


def test_a_translators_remarks_stay_where_they_belong(folder: Path) -> None:
    path = _translated(folder)
    edit(path, ("title: Confianza hoy", "# ask Noor\ntitle: Confianza hoy  # or: Fe"))
    edit(path, ("    # hint:", "    # label: Quizás así\n    # hint:"))
    edit(path, ("      # good: Good", "      # not sure\n      good: Bien"))
    path.write_text(path.read_text("utf-8") + "# the end\n", "utf-8")
    edit(folder / "trust.yml", ("{good: Good, low: Low}", "{fine: Fine, good: Good, low: Low}"))
    run("es")
    text = path.read_text("utf-8")
    assert "# ask Noor\n# or: Fe\ntitle: Confianza hoy\n" in text
    assert "      # fine: Fine\n      # not sure\n      good: Bien\n      # low: Low\n" in text
    assert text.count("# label: Quizás así") == 1
    assert text.endswith("# the end\n")
    run("es")
    assert path.read_text("utf-8") == text


def test_a_source_text_that_changed_before_it_was_translated_is_put_in_place(folder: Path) -> None:
    path = _translated(folder)
    edit(folder / "trust.yml", ("Good", "Well"))
    run("es")
    text = path.read_text("utf-8")
    assert "# good: Well" in text
    assert "# good: Good" not in text


def test_a_file_that_cannot_be_read_is_left_alone(folder: Path) -> None:
    path = _translated(folder)
    for broken in ("items: [a]\n", "title: A\ntitle: B\n", 'title: "open\n', "items:\n\t- x\n"):
        path.write_text(broken, "utf-8")
        done = run("es")
        assert (done.exit_code, path.read_text("utf-8")) == (1, broken)
        assert "trust.es.yml:" in done.output
        assert "Traceback" not in done.output


def test_mistakes_of_the_command_are_told(folder: Path) -> None:
    assert "'ES!' is no language code" in run("ES!").output
    missing = run("es", "worksheets/trst.yml").output
    assert "there is no worksheet 'trst' to translate — did you mean 'trust'?" in missing
    assert run("en").stdout == "Nothing to translate.\n"
    assert "no such file" in run("es", "--from", "none.po").output
    assert not (folder / "trust.es.yml").exists()


def test_phrases_of_wording_tips_are_asked_for(folder: Path) -> None:
    (folder / "_shared.yml").write_text(SHARED, "utf-8")
    run("es", "worksheets/_shared.yml")
    path = folder / "_shared.es.yml"
    assert "    # words: [always, on and on]\n" in path.read_text("utf-8")
    edit(path, ("# words: [always, on and on]", "words: [siempre, 'una, otra']"))
    assert run("es").stdout.startswith("wrote worksheets/_shared.es.yml: 1 translated, 1 missing")
    assert '    words: [siempre, "una, otra"]\n' in path.read_text("utf-8")


def test_a_po_file_goes_out_and_comes_back(folder: Path, tmp_path: Path) -> None:
    _translated(folder)
    assert run("es", "--po", "out.po").exit_code == 0
    po = tmp_path / "out.po"
    first = po.read_bytes()
    text = first.decode()
    assert 'msgctxt "trust:items.partner"' in text
    assert 'msgid "What is your partner called?"\nmsgstr "¿Cómo se llama tu pareja?"' in text
    text = text.replace('msgid "Good"\nmsgstr ""', 'msgid "Good"\nmsgstr "Bien"')
    text = text.replace('msgstr "Confianza hoy"', 'msgstr "La confianza hoy"')
    po.write_text(text, "utf-8")
    assert run("es", "--from", "out.po").stdout.endswith("3 translated, 4 missing, 0 stale\n")
    sheet = (folder / "trust.es.yml").read_text("utf-8")
    assert "good: Bien" in sheet
    assert "title: La confianza hoy" in sheet
    run("es", "--po", "again.po")
    assert (tmp_path / "again.po").read_text("utf-8") == text


def test_what_changed_while_a_po_file_was_away_is_stale(folder: Path, tmp_path: Path) -> None:
    _translated(folder)
    run("es", "--po", "out.po")
    edit(folder / "trust.yml", ("Trust today", "Trust now"), ("id: mood", "id: feeling"))
    po = tmp_path / "out.po"
    edit(po, ('msgid "Low"\nmsgstr ""', 'msgid "Low"\nmsgstr "Mal"'))
    done = run("es", "--from", "out.po")
    assert "no worksheet has the text 'trust:items.mood.choices.low' any more" in done.output
    assert "1 stale" in done.output
    run("es", "--po", "out.po")
    assert '#, fuzzy\nmsgctxt "trust:title"' in po.read_text("utf-8")


def test_a_po_file_of_another_language_or_none_at_all_is_refused(
    folder: Path, tmp_path: Path
) -> None:
    path = _translated(folder)
    before = path.read_bytes()
    run("es", "--po", "out.po")
    assert "this file holds 'es', not 'de'" in run("de", "--from", "out.po").output
    (tmp_path / "bad.po").write_bytes(b'msgid "a\nmsgstr \xff\n')
    assert "this PO file cannot be read" in run("es", "--from", "bad.po").output
    assert path.read_bytes() == before


WORDS = st.text(
    alphabet=st.characters(
        whitelist_categories=("L", "N", "Zs"), whitelist_characters="#:'\"\n-{}"
    ),
    min_size=1,
    max_size=40,
).filter(lambda text: text.strip() != "")
KEYS = ("title", "items.partner.label", "items.partner.hint", "items.mood.choices.good")


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    said=st.lists(WORDS, min_size=4, max_size=4), gone=st.sets(st.sampled_from(["partner", "mood"]))
)
def test_no_word_of_a_translator_is_ever_lost(
    said: list[str], gone: set[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("sheets")
    (folder / "trust.yml").write_text(SOURCE, "utf-8")
    title, label, hint, good = said
    lines = [*_entry("title", title, 0), "items:", "  partner:"]
    lines += [*_entry("label", label, 4), *_entry("hint", hint, 4)]
    lines += ["  mood:", "    choices:", *_entry("good", good, 6)]
    (folder / "trust.es.yml").write_text("\n".join(lines) + "\n", "utf-8")
    source = SOURCE
    for name in gone:
        source = source.replace(f"id: {name}", f"id: other_{name}")
    (folder / "trust.yml").write_text(source, "utf-8")
    for _ in range(2):
        done = CliRunner().invoke(main, ["translate", "es", str(folder / "trust.yml")])
        if "hidden-character" not in done.output and done.exit_code:
            assert "Traceback" not in done.output
            return  # refused: the file is as it was
    found = project.translations(folder).sidecars[("trust", "es")]
    there = {text.value.strip() for text in (*found.texts.values(), *found.kept.values())}
    assert {text.strip() for text in said} <= there


def _command(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_a_translation_is_checked_by_itself_and_has_a_pdf_of_its_own(
    folder: Path, tmp_path: Path
) -> None:
    _translated(folder)
    run("de")
    mine = _command("check", "worksheets/trust.es.yml").output
    assert "trust.es.yml:" in mine
    assert "trust.de.yml:" not in mine
    both = _command("check", "worksheets/trust.yml").output
    assert "trust.es.yml:" in both
    assert "trust.de.yml:" in both
    assert _command("check", "--strict", "worksheets/trust.es.yml").exit_code == 1
    made = _command("pdf", "worksheets/trust.es.yml", "-o", "es.pdf")
    assert (made.exit_code, (tmp_path / "es.pdf").read_bytes()[:5]) == (0, b"%PDF-")
    untouched = _command("pdf", "worksheets/trust.de.yml", "-o", "de.pdf")
    assert (untouched.exit_code, (tmp_path / "de.pdf").exists()) == (1, False)
    assert "Traceback" not in untouched.output
