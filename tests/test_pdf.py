"""What a PDF promises: fields, words, the same bytes again, and paper to write on."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Literal

import pikepdf
import pypdf
import pytest
from pikepdf import Name

from pdf_examples import EVERYTHING, GATE, READING, SAFE, WRITING, choices, line, prose, rows
from pdf_filling import terminals
from workleaf.outputs import pdf
from workleaf.outputs.pdf.fonts import FOLDER, SMALLEST, fit, fit_line, form_font, wrap
from workleaf.outputs.pdf.structure import tree
from workleaf.outputs.pdf.widgets import EDGE
from workleaf.problems import WorksheetError
from workleaf.worksheet.controls import (
    AnyControl,
    Band,
    Compose,
    Growing,
    Named,
    Order,
    Pick,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.model import Result, Step, Worksheet
from workleaf.worksheet.paths import on_paper
from workleaf.worksheet.texts import Break, Line, Link, Paragraph, Plain, Target

TESTS = Path(__file__).parent
MM = 72 / 25.4


A_TITLE = line("A sheet")


def sheet(*controls: AnyControl, title: Line = A_TITLE) -> Worksheet:
    step = Step(id="step", title=line("A step"), controls=controls)
    return Worksheet(id="a-sheet", title=title, steps=(step,), hash="0" * 16)


def text(made: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@cache
def opened(made: bytes) -> pikepdf.Pdf:
    """Kept open: the objects of a PDF live as long as it does."""
    return pikepdf.open(io.BytesIO(made))


def field(made: bytes, path: str) -> pikepdf.Object:
    return terminals(opened(made))[path]


def heights(made: bytes) -> dict[str, float]:
    found = terminals(opened(made))
    boxes = {path: each.Rect.as_list() for path, each in found.items() if Name.Rect in each}
    return {path: (float(box[3]) - float(box[1])) / MM for path, box in boxes.items()}


@pytest.fixture(scope="module")
def everything() -> bytes:
    return pdf.make(EVERYTHING, site="guide.example", link=address, gate=GATE)


def address(target: Target) -> str:
    return f"https://guide.example/{target.name}/"


@pytest.mark.parametrize("paper", ["a4", "letter"])
@pytest.mark.parametrize("worksheet", [EVERYTHING, READING, GATE, sheet()], ids=lambda w: w.id)
def test_the_checker_finds_nothing(worksheet: Worksheet, paper: Literal["a4", "letter"]) -> None:
    made = pdf.make(worksheet, paper=paper, site="guide.example", link=address)
    assert pdf.check(made, worksheet) == ()
    width = 595 if paper == "a4" else 612
    assert round(float(pypdf.PdfReader(io.BytesIO(made)).pages[0].mediabox.width)) == width


def test_right_to_left_sheets_keep_the_same_promises() -> None:
    worksheet = replace(
        EVERYTHING, language="ar", direction="rtl", title=line("افهم الحاجة إلى التواصل")
    )
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    assert field(made, "own").Q == 2
    fonts = {str(each.get(Name.BaseFont)) for each in opened(made).objects if is_font(each)}
    assert any(name.endswith("NotoSansArabic-SemiBold") for name in fonts), fonts


def is_font(each: pikepdf.Object) -> bool:
    return isinstance(each, pikepdf.Dictionary) and each.get(Name.Type) == Name.Font


def test_fields_are_the_answers_that_paper_carries(everything: bytes) -> None:
    names = set(terminals(opened(everything)))
    assert names == {spot.path for spot in on_paper(EVERYTHING)} | {"_worksheet"}
    assert {"secret", "seen", "danger.a", "log.1.hidden"}.isdisjoint(names)


def test_paper_for_reading_has_words_and_no_box() -> None:
    made = pdf.make(READING)
    assert set(terminals(opened(made))) == {"_worksheet"}
    for words in ("Three things I care about being", "honest", "They keep their word", "I will"):
        assert words in text(made)


def test_every_field_speaks(everything: bytes) -> None:
    found = terminals(opened(everything))
    assert str(found["values.fair"].TU) == "Three things I care about being: fair"
    assert str(found["areas.truth"].TU) == "How true is it? They tell me the truth"
    assert str(found["log.2.made"].TU) == "The log, Week 2, Promises due"
    assert str(found["day"].TU) == "On which day? (YYYY-MM-DD)"
    circle = found["trust"].Kids[4]
    assert str(circle.Contents) == str(circle.TU) == "Trust today: 4"


def test_values_are_saved_as_the_choices_own(everything: bytes) -> None:
    found = terminals(opened(everything))
    assert [str(value) for value in found["month"].Opt[3]] == ["m3", "Month 3"]
    assert {"/not_sure", "/10"} <= {
        key for kid in found["trust"].Kids for key in kid.AP.N.as_dict()
    }
    assert "/Yes" in found["values.fair"].AP.N
    assert "/yes" in found["agree"].AP.N


def test_first_values_stand_in_the_fields_and_are_drawn(everything: bytes) -> None:
    found = terminals(opened(everything))
    assert str(found["own"].V) == "That was my choice and my responsibility."
    assert b"Tj" in found["own"].AP.N.read_bytes()
    assert (Name("/7"), Name.Yes) == (found["trust"].V, found["values.fair"].V)
    assert [kid.AS for kid in found["kind"].Kids] == [Name.Off, Name("/b"), Name.Off]
    assert b"WorkleafFormWide" in found["accents"].AP.N.read_bytes()
    assert Name.NeedAppearances not in opened(everything).Root.AcroForm


def test_letters_outside_the_form_font_are_left_to_the_viewer() -> None:
    made = pdf.make(sheet(Write(path="a", label=line("A"), default="שלום")))
    assert opened(made).Root.AcroForm.NeedAppearances
    assert str(field(made, "a").V) == "שלום"


def test_a_filled_copy_says_which_worksheet_it_is_three_ways(everything: bytes) -> None:
    hidden = field(everything, "_worksheet")
    assert str(hidden.V) == "every-control@3"
    assert int(hidden.F) & 2
    with pikepdf.open(io.BytesIO(everything)) as copy:
        assert str(copy.docinfo["/Worksheet"]) == "every-control@3"
        with copy.open_metadata() as metadata:
            assert metadata["{urn:workleaf:worksheet:1}hash"] == "0123456789abcdef"


def test_what_belongs_on_paper_is_there(everything: bytes) -> None:
    found = text(everything)
    for words in (
        'If you answered "Yes" to "Is it about me?"',
        "About 20 minutes · together, alone or with a counsellor",
        "Do not write if you feel afraid.",
        "Keep this page in a safe place.",
        "How to read your answers",
        'If "Trust today" is less than 4',
        "In all other cases",
        "Add the numbers you circled.",
        "Above 4, up to 8",
        "Week 2",
        "Choose up to 3.",
        "Plain facts, no reasons",
        "guide.example",
        "Thank you.",
        "Do one ordinary thing.",
        "Page 1 of",
    ):
        assert words in found, words
    assert "On the screen only" not in found


def test_writing_lines_are_at_least_eight_millimetres(everything: bytes) -> None:
    found = {path: each for path, each in heights(everything).items() if path != "_worksheet"}
    boxes = {path for path, each in found.items() if each >= 5}
    assert {"partner", "what", "needs.time", "log.1.hard", "plan.if", "values__other"} <= boxes
    printed = {path: found[path] + 2 * EDGE / MM for path in boxes}
    assert all(each >= 7.99 for each in printed.values()), printed
    assert printed["what"] >= 31.9


def test_a_first_text_that_is_long_makes_its_box_higher() -> None:
    story = "Once upon a time. " * 60
    made = pdf.make(sheet(Write(path="story", label=line("Story"), kind="lines", default=story)))
    look = field(made, "story").AP.N.read_bytes().decode()
    baselines = [float(each) for each in re.findall(r"1 0 0 1 \S+ (\S+) Tm", look)]
    assert min(baselines) > 0
    assert " 10.5 Tf" in look


def test_a_question_stays_with_its_boxes_and_a_signature_is_never_alone() -> None:
    notes = tuple(Say(path=f"n{n}", text=prose("Words. " * 60)) for n in range(40))
    signed = next(c for c in EVERYTHING.steps[-1].controls if c.path == "signed")
    for before in range(4, 40, 3):
        made = pdf.make(sheet(*notes[:before], WRITING[2], signed))
        pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made)).pages]
        asked = next(n for n, page in enumerate(pages) if "What happened?" in page)
        on = [
            number
            for number, page in enumerate(opened(made).pages)
            for each in page.obj.get(Name.Annots, [])
            if str(each.get(Name.T, "")) in ("what", "name")
        ]
        assert on == [asked, asked]


def test_rows_on_paper_are_the_first_ones_and_six() -> None:
    columns = (Write(path="a", label=line("A")),)
    made = pdf.make(sheet(Rows(path="t", columns=columns, plan=Growing(first=3, most=10))))
    numbers = {path.split(".")[1] for path in heights(made) if path.startswith("t.")}
    assert numbers == {"1", "2", "3", "4", "5", "6"}


def test_a_dropdown_of_seven_is_circles_and_of_eight_a_list() -> None:
    def made(count: int) -> str:
        words = choices(**{f"c{n}": f"Choice {n}" for n in range(count)})
        worksheet = sheet(Pick(path="p", label=line("Pick"), look="dropdown", choices=words))
        return str(field(pdf.make(worksheet), "p").FT)

    assert (made(7), made(8)) == ("/Btn", "/Ch")


def test_row_headers_name_their_rows(everything: bytes) -> None:
    found = [each for each in tree(opened(everything)) if each.get(Name.S) == Name.TH]
    rows = [each for each in found if b"/Row" in each.A.unparse(resolved=True)]
    assert len(rows) == 2 + 2 + 2
    assert len(found) > len(rows)


def test_links_lead_out_only_by_full_addresses() -> None:
    def uris(target: Target, link: Callable[[Target], str] | None) -> list[str]:
        text_ = (Paragraph((Link(target, line("Read it")), Break(), Plain("x"))),)
        made = pdf.make(sheet(Say(path="s", text=text_)), link=link)
        assert "Read it" in text(made)
        annotations = pypdf.PdfReader(io.BytesIO(made)).pages[0].get("/Annots", [])
        actions = [each.get_object().get("/A") for each in annotations]
        return [str(action["/URI"]) for action in actions if action]

    assert uris(SAFE, address) == ["https://guide.example/safety/"]
    assert uris(SAFE, None) == []
    assert uris(SAFE, lambda _: "../safety/") == []
    for name in ("file:///etc/passwd", "javascript:alert(1)", "field:a", "data:text/html,x"):
        assert uris(Target(kind="address", name=name), None) == []


@pytest.mark.parametrize(
    "words",
    [
        '#read("/etc/passwd")',
        '#image("file:///etc/passwd")',
        "#import sys: inputs",
        "$x$ *a* _b_ `c` <d> @e //f \\ ] [",
        "=a\n= b",
    ],
)
def test_author_text_is_never_run(words: str) -> None:
    made = pdf.make(sheet(Write(path="a", label=line(words)), title=line(words)))
    assert " ".join(words.split()) in text(made)
    assert "root:" not in text(made)


def test_letters_that_no_font_has_are_an_authors_problem() -> None:
    worksheet = replace(sheet(title=line("漢字")), file="worksheets/a-sheet.yml")
    with pytest.raises(WorksheetError) as caught:
        pdf.make(worksheet)
    assert str(caught.value).splitlines()[0] == (
        "worksheets/a-sheet.yml:1:1: no font draws '漢' in the PDF"
    )


def test_signs_that_no_text_may_hold_are_an_authors_problem() -> None:
    with pytest.raises(WorksheetError, match="cannot be laid out") as caught:
        pdf.make(sheet(title=line("a\0b")))
    assert caught.value.problems[0].code == "pdf-layout"


MAKE = """
import hashlib, sys
sys.path[:0] = sys.argv[1:]
from pdf_examples import EVERYTHING, GATE
from workleaf.outputs import pdf
print(hashlib.sha256(pdf.make(EVERYTHING, site="guide.example", gate=GATE)).hexdigest())
"""


@pytest.mark.parametrize(
    ("seed", "zone", "clock"), [("1", "Asia/Tokyo", ""), ("2", "UTC", "86400")]
)
def test_the_same_worksheet_is_the_same_bytes_anywhere(seed: str, zone: str, clock: str) -> None:
    here = hashlib.sha256(pdf.make(EVERYTHING, site="guide.example", gate=GATE)).hexdigest()
    away = {"PYTHONHASHSEED": seed, "TZ": zone} | ({"SOURCE_DATE_EPOCH": clock} if clock else {})
    done = subprocess.run(
        [sys.executable, "-c", MAKE, str(TESTS), str(TESTS.parent / "generator")],
        env={**os.environ, **away},
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
    )
    assert done.stdout.strip() == here


def test_other_words_in_between_do_not_change_a_pdf(everything: bytes) -> None:
    pdf.make(sheet(WRITING[0]))
    assert pdf.make(EVERYTHING, site="guide.example", link=address, gate=GATE) == everything


def test_a_place_box_takes_as_many_digits_as_there_are_choices() -> None:
    ten = choices(**{f"c{n}": f"Choice {n}" for n in range(10)})
    made = pdf.make(sheet(Order(path="o", label=line("Order"), choices=ten, places=3)))
    assert int(field(made, "o.c4").MaxLen) == 2
    assert "Give a place to up to 3." in text(made)


def test_what_is_written_shrinks_before_it_is_cut_off() -> None:
    words = "a fairly long answer " * 12
    size, lines = fit(words, width=200, room=80)
    assert SMALLEST <= size < 10.5
    assert " ".join(lines).split() == words.split()
    assert fit_line("W" * 40, width=200) == SMALLEST
    assert "".join(wrap("x" * 300, 10.5, 100)) == "x" * 300


def test_the_form_font_is_what_its_script_makes() -> None:
    made = json.loads((FOLDER / "form.json").read_text(encoding="utf-8"))
    data, measures = _form_font()
    assert (data, measures) == (form_font().data, made)
    assert form_font().draws("Grüße, žluťoučký, façade, Ștefan, “so” – €")


def _form_font() -> tuple[bytes, dict[str, object]]:
    pytest.importorskip("fontTools", reason="only who changes the form font needs fontTools")
    import form_font as script

    data, measures = script.build()
    return data, measures


def test_nothing_is_cut_off_at_the_end_of_a_page() -> None:
    words = " ".join(f"w{n}" for n in range(3000))
    long = prose(words)
    columns = tuple(
        Write(path=f"c{n}", label=line(f"C{n}"), kind="lines", lines=5) for n in range(12)
    )
    worksheet = replace(
        sheet(
            Say(path="note", look="warning", text=long),
            Write(path="asked", label=line("Asked"), hint=long, kind="lines", lines=90),
            Tally(path="t", tree=1, bands=(Band(up_to=1, label=line("One"), advice=long),)),
            Rows(path="r", columns=columns, plan=Named(rows=rows(a="A", b="B"))),
            Compose(path="l", label=line("Letter"), template=long, editable=True),
        ),
        results=(Result(id="r", show=long),),
        closing=long,
    )
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    assert text(made).count("w2999") == 6
    for page in opened(made).pages:
        for each in page.obj.get(Name.Annots, []):
            assert float(each.Rect[1]) >= 0
