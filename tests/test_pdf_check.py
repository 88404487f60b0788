"""The checker of PDFs sees every way in which a PDF can break its promises."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from pdf_examples import EVERYTHING
from pdf_filling import terminals
from workleaf.outputs import pdf
from workleaf.outputs.pdf.structure import tree


@pytest.fixture(scope="module")
def good() -> bytes:
    return pdf.make(EVERYTHING, link=lambda target: f"https://guide.example/{target.name}/")


def first(opened: Pdf, kind: Name) -> Object:
    """The first element of this kind."""
    return next(each for each in tree(opened) if each.get(Name.S) == kind)


def untagged(opened: Pdf) -> None:
    opened.Root.MarkInfo.Marked = False


def no_structure(opened: Pdf) -> None:
    del opened.Root.StructTreeRoot


def other_language(opened: Pdf) -> None:
    opened.Root.Lang = String("de")


def title_hidden(opened: Pdf) -> None:
    opened.Root.ViewerPreferences.DisplayDocTitle = False


def no_promise(opened: Pdf) -> None:
    with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
        del metadata["{http://www.aiim.org/pdfua/ns/id/}part"]


def other_title(opened: Pdf) -> None:
    with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["dc:title"] = "Something else"


def other_version(opened: Pdf) -> None:
    with opened.open_metadata(set_pikepdf_as_editor=False) as metadata:
        metadata["{urn:workleaf:worksheet:1}version"] = "9"


def dated(opened: Pdf) -> None:
    opened.docinfo["/CreationDate"] = String("D:20260101000000Z")


def other_tabs(opened: Pdf) -> None:
    opened.pages[0].obj.Tabs = Name.R


def link_left(opened: Pdf) -> None:
    action = Dictionary(S=Name.URI, URI=String("field:gone"))
    rect = Array([0, 0, 9, 9])
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, A=action, Contents="gone")
    opened.pages[0].obj.Annots.append(opened.make_indirect(link))


def script(opened: Pdf) -> None:
    opened.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def font_missing(opened: Pdf) -> None:
    fonts = opened.Root.AcroForm.DR.Font
    fonts.Helv = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    fonts.Helv = opened.make_indirect(fonts.Helv)


def header_without_scope(opened: Pdf) -> None:
    del first(opened, Name.TH).A


def more_than_a_field(opened: Pdf) -> None:
    element = first(opened, Name.Form)
    element.K = Array([element.K, 0])


def silent_link(opened: Pdf) -> None:
    for page in opened.pages:
        for each in page.obj.Annots:
            if each.Subtype == Name.Link:
                del each.Contents


def outside_the_structure(opened: Pdf) -> None:
    del terminals(opened)["own"].StructParent


def not_referred_to(opened: Pdf) -> None:
    first(opened, Name.Form).K = 0


def no_form(opened: Pdf) -> None:
    del opened.Root.AcroForm


def same_name_twice(opened: Pdf) -> None:
    opened.Root.AcroForm.Fields.append(terminals(opened)["own"])


def field_gone(opened: Pdf) -> None:
    terminals(opened)["own"].T = String("owned")


def other_identity(opened: Pdf) -> None:
    terminals(opened)["_worksheet"].V = String("every-control@4")


def silent_field(opened: Pdf) -> None:
    terminals(opened)["own"].TU = String(" ")


def dot_in_a_name(opened: Pdf) -> None:
    terminals(opened)["own"].T = String("own.it")


def not_drawn(opened: Pdf) -> None:
    del terminals(opened)["own"].AP


def silent_circle(opened: Pdf) -> None:
    del terminals(opened)["trust"].Kids[0].Contents


def words_for_values(opened: Pdf) -> None:
    looks = terminals(opened)["mine"].Kids[0].AP
    looks.N = Dictionary({"/Sure": looks.N["/yes"], "/Off": looks.N["/Off"]})


BREAKS: list[tuple[Callable[[Pdf], None], str]] = [
    (untagged, "it is not marked as tagged"),
    (no_structure, "it has no structure for assistive technology"),
    (other_language, "its language is not 'en'"),
    (title_hidden, "viewers are not told to show the title"),
    (no_promise, "it does not say that it conforms to PDF/UA-1"),
    (other_title, "its title is not the worksheet's"),
    (other_version, "its metadata gives '9' as version, not '3'"),
    (dated, "it holds a date (CreationDate), so no two builds are the same"),
    (other_tabs, "page 1 does not follow the structure with the Tab key"),
    (link_left, "the field 'gone' stayed a link on page 1"),
    (script, "it holds a script, or an action that starts or sends something"),
    (font_missing, "the font Helvetica is not embedded"),
    (header_without_scope, "a table header does not say whether it names a row or a column"),
    (more_than_a_field, "a field's element holds more than the field"),
    (silent_link, "a link has no words for screen readers"),
    (outside_the_structure, "the field 'Own it' is not part of the structure"),
    (
        not_referred_to,
        "the structure refers to the field 'What do you call them?' 0 times, not once",
    ),
    (no_form, "it has no form"),
    (same_name_twice, "2 fields are called 'own'"),
    (field_gone, "the field 'own' is missing"),
    (field_gone, "the field 'owned' belongs to no question on paper"),
    (other_identity, "its field '_worksheet' is not 'every-control@3'"),
    (silent_field, "the field 'own' has no words for screen readers"),
    (dot_in_a_name, "the field 'own.it' has a dot in a part of its name"),
    (not_drawn, "the field 'own' is not drawn"),
    (silent_circle, "a circle of 'trust' has no words for screen readers"),
    (words_for_values, "the field 'mine' saves Sure, no, maybe instead of yes, no, maybe"),
]


@pytest.mark.parametrize(("damage", "fault"), BREAKS, ids=[each.__name__ for each, _ in BREAKS])
def test_the_checker_sees(good: bytes, damage: Callable[[Pdf], None], fault: str) -> None:
    with pikepdf.open(io.BytesIO(good)) as opened:
        damage(opened)
        out = io.BytesIO()
        opened.save(out)
    assert fault in pdf.check(out.getvalue(), EVERYTHING)


def test_what_is_no_pdf_is_a_fault() -> None:
    assert pdf.check(b"%PDF-1.7 and no more", EVERYTHING)[0].startswith("it cannot be read: ")


def test_an_independent_reader_finds_no_error(tmp_path: Path, good: bytes) -> None:
    with pikepdf.open(io.BytesIO(good)) as opened:
        assert opened.check_pdf_syntax() == []
    tool = shutil.which("qpdf")
    if tool:
        path = tmp_path / "good.pdf"
        path.write_bytes(good)
        done = subprocess.run([tool, "--check", str(path)], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
