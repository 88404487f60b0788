"""Pages with links become a PDF with a form."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from workleaf.outputs.pdf.appearance import Ink, embed_fonts
from workleaf.outputs.pdf.fields import Field
from workleaf.outputs.pdf.identity import add_identity
from workleaf.outputs.pdf.opening import opened
from workleaf.outputs.pdf.structure import elements, mark_row_headers
from workleaf.outputs.pdf.widgets import Form, make_widgets, needs_drawing
from workleaf.strings import words
from workleaf.worksheet.model import Worksheet


def add_form(pages: bytes, worksheet: Worksheet, fields: list[Field]) -> bytes:
    """The finished PDF. Two runs give the same bytes: it holds no date and no random id."""
    with opened(pages) as pdf:
        ink = Ink(pdf, embed_fonts(pdf))
        form = Form(pdf, ink, worksheet.direction == "rtl", top=pdf.make_indirect(Array()))
        make_widgets(form, fields, elements(pdf))
        mark_row_headers(pdf)
        for page in pdf.pages:
            page.obj.Tabs = Name.S
        add_identity(form, worksheet, name=words(worksheet.language)["paper_identity"])
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(Fields=form.top, DR=ink.resources(), DA=ink.setting)
        )
        if needs_drawing(fields):
            pdf.Root.AcroForm.NeedAppearances = True
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        recompress_flate=False,
        deterministic_id=True,
    )
    return out.getvalue()
