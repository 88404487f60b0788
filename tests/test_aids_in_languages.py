"""Wording tips and calendar entries of a translated worksheet."""

from __future__ import annotations

from pathlib import Path

from language_files import PAGES
from workleaf.language import project
from workleaf.worksheet.controls import Compose
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import plain

SHEET = """
title: A sheet
fields:
  - date: Look again on
    id: again
  - time: At
    id: hour
  - generated_text: Your letter
    id: letter
    template: Dear you
    wording_tips: [always, late, night]
calendar:
  - id: weekly
    title: Quiet hour
    date: again
    time: hour
    every: week
    times: 12
"""
SHARED = """
wording_tips:
  always: {words: [always], after: [never], more_than: 1, show: Try one example.}
  late: {words: [drunk], hours: 22:00 to 06:00, show: Not tonight.}
  night: {hours: 22:00 to 06:00, show: It is late.}
"""
SPANISH = """
translation: reviewed
title: Una hoja
items: {again: Volver a mirar, hour: Hora, letter: {label: Tu carta, template: Hola}}
calendar: {weekly: Hora tranquila}
"""
SHARED_SPANISH = """
translation: reviewed
wording_tips:
  always: {words: [siempre], after: [nunca], show: Prueba con un ejemplo.}
  night: Es tarde.
"""


def _spanish(folder: Path, **more: str) -> tuple[Worksheet, Worksheet]:
    files = {"sheet": SHEET, "_shared": SHARED, "sheet.es": SPANISH, **more}
    for name, text in files.items():
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    reading = project.read(folder, pages=PAGES)
    return reading.by_id["sheet"], reading.translations["es"][0]


def _letter(worksheet: Worksheet) -> Compose:
    (found,) = [each for each in worksheet.controls() if isinstance(each, Compose)]
    return found


def test_a_tip_looks_for_the_words_of_its_own_language(tmp_path: Path) -> None:
    source, spanish = _spanish(tmp_path, **{"_shared.es": SHARED_SPANISH})
    own = ("v", "letter")
    always, late, night = _letter(source).tips
    assert always.tree == ("has_words", own, ("always",), ("never",), 1)
    assert (late.tree, late.hours) == (
        ("has_words", own, ("drunk",), (), 0),
        ("22:00", "06:00"),
    )
    assert (night.tree, night.hours) == (None, ("22:00", "06:00"))
    always, night = _letter(spanish).tips
    assert always.tree == ("has_words", own, ("siempre",), ("nunca",), 1)
    assert plain(always.show) == "Prueba con un ejemplo."
    assert plain(night.show) == "Es tarde."


def test_a_tip_without_words_of_a_language_is_off_there_by_day_and_by_night(
    tmp_path: Path,
) -> None:
    _, spanish = _spanish(tmp_path)
    assert [tip.hours for tip in _letter(spanish).tips] == [("22:00", "06:00")]
    assert [tip.tree for tip in _letter(spanish).tips] == [None]


def test_a_calendar_entry_is_translated_by_its_id(tmp_path: Path) -> None:
    source, spanish = _spanish(tmp_path)
    (entry,) = spanish.calendar
    assert plain(entry.title) == "Hora tranquila"
    assert entry.asked == "Volver a mirar"
    (english,) = source.calendar
    assert (entry.id, entry.date, entry.time) == (english.id, "again", "hour")
    assert (entry.every, entry.times) == ("week", 12)
