"""What a PDF says about itself, three ways, so that a filled copy is known whoever saved it."""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, String
from pikepdf.models.metadata import PdfMetadata

from workleaf.outputs.pdf.widgets import Form
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import IDENTITY, identity

NAMESPACE = "urn:workleaf:worksheet:1"
READ_ONLY, HIDDEN = 1, 2


def add_identity(form: Form, worksheet: Worksheet, *, name: str) -> None:
    """A hidden field, document properties, and the hash of ids, kinds and choices."""
    pdf = form.pdf
    _hidden_field(form, identity(worksheet), name)
    pdf.Root.Lang = String(worksheet.language)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        PdfMetadata.register_xml_namespace(NAMESPACE, "workleaf")
        metadata[f"{{{NAMESPACE}}}id"] = worksheet.id
        metadata[f"{{{NAMESPACE}}}version"] = str(worksheet.version)
        metadata[f"{{{NAMESPACE}}}hash"] = worksheet.hash
    pdf.docinfo["/Worksheet"] = String(identity(worksheet))


def _hidden_field(form: Form, value: str, name: str) -> None:
    page = form.pdf.pages[0].obj
    widget = form.pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            TU=String(name),
            V=String(value),
            DV=String(value),
            Ff=READ_ONLY,
            F=HIDDEN,
            Rect=Array([0, 0, 0, 0]),
            P=page,
            DA=form.ink.setting,
            AP=Dictionary(N=form.ink.empty(0, 0)),
        )
    )
    if Name.Annots not in page:
        page.Annots = Array()
    page.Annots.append(widget)
    form.attach(widget, IDENTITY)
