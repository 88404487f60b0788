"""Translations: words beside a worksheet, by id; everything else stays the worksheet's."""

from __future__ import annotations

from pathlib import Path

import pytest

from language_files import PAGES, control, said
from workleaf.language import project
from workleaf.worksheet.controls import Compose, Grid, Order, Pick, Rows, Say, Tally, Write
from workleaf.worksheet.languages import direction
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Foreign, Line, Prose, plain

SHEET = """
title: Trust today
summary: See where trust stands.
intro: |
  Answer for *today*.
steps:
  - title: Where we are
    id: here
    fields:
      - text: What is your partner's first name?
        id: partner
        hint: Initials are fine.
      - choose_many: What damaged trust?
        id: causes
        choices:
          - money: Secrets about money
            in_text: the money
          - none: None of these
            exclusive: yes
        other: Something else
      - grid: How true is each sentence?
        id: trust
        range: 0 to 2
        low: Not at all
        high: Completely
        not_sure: yes
        rows: {promises: They keep promises, truth: They tell the truth}
        show_if: causes includes "money" and answered(partner)
      - score: Your score
        id: total
        sum: trust
        bands:
          - up_to: 2
            label: Fragile
            advice: Go slowly.
          - up_to: 4
            label: Strong
      - table: Commitments
        id: steps_to_take
        rows: 2 to 3
        row_label: Week
        start_with: [Talk on Sunday]
        columns:
          - text: What
            id: what
          - choose_one: By whom
            id: who
            choices: {me: Me, both: Both of us}
      - ranking: What comes first?
        id: order
        choices: answers
      - generated_text: Your letter
        id: letter
        template: Dear ${first(partner, "you")}, it was about ${causes}. ${order[1]?}
        wording_tips: [always]
  - title: After
    id: after
    fields:
      - use: quiet
results:
  - id: low
    when: total <= 2
    show: Trust is low today.
    go: safety
choice_lists:
  answers: {talk: A talk, walk: A walk}
"""
SHARED = """
parts:
  quiet:
    - note: Take a breath.
      id: breath
wording_tips:
  always: {words: [always], show: Try one example.}
"""
SPANISH = """
translation: reviewed
title: La confianza hoy
summary: Mira cómo está la confianza.
intro: |
  Responde por *hoy*.
steps:
  here: Dónde estamos
  after: {title: Después}
items:
  partner:
    label: ¿Cómo se llama tu pareja?
    hint: Bastan las iniciales.
  causes:
    label: ¿Qué dañó la confianza?
    choices:
      money: {label: Secretos sobre el dinero, in_text: el dinero}
      none: Nada de esto
    other: Otra cosa
  trust:
    label: ¿Qué tan cierta es cada frase?
    low: Nada
    high: Del todo
    rows: {promises: Cumple sus promesas, truth: Dice la verdad}
  total:
    label: Tu resultado
    bands:
      2: {label: Frágil, advice: Ve despacio.}
      4: Fuerte
  steps_to_take:
    label: Compromisos
    row_label: Semana
    start_with: {1: Hablar el domingo}
    columns:
      what: Qué
      who: {label: Quién, choices: {me: Yo, both: Los dos}}
  order: ¿Qué va primero?
  letter:
    label: Tu carta
    template: "Querida persona ${first(partner, \\"tú\\")}: fue por ${causes}. ${order[1]?}"
results: {low: Hoy hay poca confianza.}
choice_lists: {answers: {talk: Una charla, walk: Un paseo}}
"""
SHARED_SPANISH = """
translation: reviewed
parts: {quiet: {breath: Respira.}}
wording_tips: {always: {words: [siempre], show: Prueba con un ejemplo.}}
"""


def write(folder: Path, **files: str) -> project.Reading:
    for name, text in files.items():
        (folder / f"{name.replace('__', '.')}.yml").write_text(text, encoding="utf-8")
    return project.read(folder, pages=PAGES)


@pytest.fixture
def both(tmp_path: Path) -> tuple[Worksheet, Worksheet]:
    reading = write(
        tmp_path, sheet=SHEET, _shared=SHARED, sheet__es=SPANISH, _shared__es=SHARED_SPANISH
    )
    assert [str(each) for each in reading.problems] == []
    return reading.by_id["sheet"], reading.translations["es"][0]


def test_a_translation_replaces_every_word_and_nothing_else(
    both: tuple[Worksheet, Worksheet],
) -> None:
    source, spanish = both
    assert (spanish.language, spanish.translation, source.translation) == ("es", "reviewed", "")
    assert plain(spanish.title) == "La confianza hoy"
    assert plain(spanish.intro) == "Responde por hoy."
    assert [plain(step.title) for step in spanish.steps] == ["Dónde estamos", "Después"]
    assert plain(spanish.results[0].show) == "Hoy hay poca confianza."
    assert (spanish.id, spanish.hash, spanish.values) == (source.id, source.hash, source.values)
    assert [each.path for each in spanish.controls()] == [each.path for each in source.controls()]
    assert "Foreign" not in repr(spanish)
    causes, trust = control(spanish, "causes"), control(spanish, "trust")
    assert isinstance(causes, Pick)
    assert isinstance(trust, Grid)
    assert [plain(each.words) for each in causes.choices] == [
        "Secretos sobre el dinero",
        "Nada de esto",
        "Otra cosa",
    ]
    assert [plain(each.words) for each in trust.rows] == ["Cumple sus promesas", "Dice la verdad"]
    assert [plain(each.words) for each in trust.choices][-1] == "No sé"
    order, table = control(spanish, "order"), control(spanish, "steps_to_take")
    assert isinstance(order, Order)
    assert isinstance(table, Rows)
    assert [plain(each.words) for each in order.choices] == ["Una charla", "Un paseo"]
    assert "Hablar el domingo" in repr(table.plan)
    assert "Los dos" in repr(table.columns)
    note = control(spanish, "breath")
    assert isinstance(note, Say)
    assert plain(note.text) == "Respira."
    tally = control(spanish, "total")
    assert isinstance(tally, Tally)
    assert [plain(band.label) for band in tally.bands] == ["Frágil", "Fuerte"]


def test_conditions_are_said_in_the_language(both: tuple[Worksheet, Worksheet]) -> None:
    trust = control(both[1], "trust")
    assert isinstance(trust, Grid)
    assert trust.shown_when.startswith("Si ")
    assert "«Secretos sobre el dinero»" in trust.shown_when
    assert "¿Cómo se llama tu pareja?" in trust.shown_when
    english = control(both[0], "trust")
    assert isinstance(english, Grid)
    assert trust.show_if == english.show_if


def test_letters_use_the_words_of_the_language(both: tuple[Worksheet, Worksheet]) -> None:
    letter = control(both[1], "letter")
    assert isinstance(letter, Compose)
    assert "el dinero" in repr(letter.template)
    assert "'tú'" in repr(letter.template)
    assert "the money" not in repr(letter.template)


def _foreign(text: Line | Prose) -> list[str]:
    return [part.language for part in _parts(text) if isinstance(part, Foreign)]


def _parts(text: object) -> list[object]:
    inside = text if isinstance(text, tuple) else getattr(text, "parts", ())
    return [part for each in inside for part in (each, *_parts(each))]


def test_a_text_without_translation_stays_and_says_its_language(tmp_path: Path) -> None:
    short = "title: La confianza hoy\nitems:\n  partner: ¿Cómo se llama tu pareja?\n"
    reading = write(tmp_path, sheet=SHEET, _shared=SHARED, sheet__es=short)
    spanish = reading.translations["es"][0]
    name, causes = control(spanish, "partner"), control(spanish, "causes")
    assert isinstance(name, Write)
    assert isinstance(causes, Pick)
    assert (plain(name.label), _foreign(name.label)) == ("¿Cómo se llama tu pareja?", [])
    assert (plain(name.hint), _foreign(name.hint)) == ("Initials are fine.", ["en"])
    assert _foreign(causes.choices[0].words) == ["en"]
    assert spanish.translation == "draft"
    warning = next(each for each in reading.problems if each.code == "translation-missing")
    assert warning.level == "warning"
    assert warning.message.startswith("32 texts are not translated yet: summary, intro, steps.here")
    assert (warning.span.line, warning.span.column) == (1, 1)
    tip = next(each for each in reading.problems if each.code == "translation-tip")
    assert "'always' has no words in 'es'" in tip.message


def test_a_safety_worksheet_refuses_a_draft(tmp_path: Path) -> None:
    safe = "title: Is it safe?\nsafety: yes\nfields: [{text: A word, id: word}]\n"
    draft = "translation: draft\ntitle: ¿Es seguro?\nitems: {word: Una palabra}\n"
    reading = write(tmp_path, sheet=safe, sheet__es=draft)
    (error,) = reading.problems
    assert (error.level, error.span.line, error.span.column) == ("error", 1, 14)
    assert error.message == "'sheet' is marked 'safety: yes', and this translation is a draft"
    assert "translation: reviewed" in error.hint
    reviewed = write(tmp_path, sheet__es=draft.replace("draft", "reviewed", 1))
    assert said(reviewed.problems) == []


def test_a_draft_of_shared_words_is_refused_for_safety_worksheets_too(tmp_path: Path) -> None:
    safe = "title: Is it safe?\nsafety: yes\nfields: [{use: quiet}]\n"
    reviewed = "translation: reviewed\ntitle: ¿Es seguro?\n"
    shared = SHARED_SPANISH.replace("reviewed", "draft")
    reading = write(tmp_path, sheet=safe, _shared=SHARED, sheet__es=reviewed, _shared__es=shared)
    errors = [each for each in reading.problems if each.level == "error"]
    assert [(each.code, Path(each.span.file).name) for each in errors] == [
        ("translation-safety", "_shared.es.yml")
    ]


def test_worksheets_of_several_languages_share_parts_in_their_own(tmp_path: Path) -> None:
    german = "title: Ruhe\nlanguage: de\nfields: [{use: quiet}]\n"
    shared_german = "translation: reviewed\nparts: {quiet: {breath: Atme durch.}}\n"
    reading = write(tmp_path, ruhe=german, _shared=SHARED, _shared__de=shared_german)
    note = control(reading.by_id["ruhe"], "breath")
    assert isinstance(note, Say)
    assert (plain(note.text), _foreign(note.text)) == ("Atme durch.", [])


def test_hebrew_and_arabic_run_from_the_right() -> None:
    assert [direction(each) for each in ("ar", "he", "fa-IR", "es", "de")] == [
        "rtl",
        "rtl",
        "rtl",
        "ltr",
        "ltr",
    ]
