"""Fill PDFs in as other programs do."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, Object, String

from workleaf.worksheet.controls import Grid, Pick
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import TICKED, Spot, on_paper


def full(worksheet: Worksheet) -> dict[str, str]:
    """A different answer for every field that paper carries, as the values of fields."""
    return {spot.path: _value(spot, n) for n, spot in enumerate(on_paper(worksheet), start=1)}


def _value(spot: Spot, number: int) -> str:
    match spot.control:
        case Pick(many=True) if spot.value:
            return TICKED
        case Pick(look="checkbox", choices=choices):
            return choices[0].value
        case Pick(choices=choices) | Grid(choices=choices):
            return choices[number % len(choices)].value
        case _ if spot.value:
            return str(number % 9 + 1)
        case _:
            return f"{number} – “é” \\ (so)\nnext line"[: getattr(spot.control, "max_length", None)]


def expected(worksheet: Worksheet, filled: Mapping[str, str]) -> dict[str, str | bool | list[str]]:
    """What reading a filled copy must give."""
    found: dict[str, str | bool | list[str]] = {}
    for spot in on_paper(worksheet):
        many = isinstance(spot.control, Pick) and spot.control.many and bool(spot.value)
        value = filled.get(spot.path, "")
        if many and value == TICKED:
            found[spot.path] = True
            picked = found.setdefault(spot.path.rpartition(".")[0], [])
            assert isinstance(picked, list)
            picked.append(spot.value)
        elif value:
            found[spot.path] = value
    return found


def with_pypdf(pdf: bytes, values: Mapping[str, str]) -> bytes:
    """As pypdf fills in a form."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    fields = writer.get_fields() or {}
    named = {
        path: f"/{value}" if fields[path].get("/FT") == "/Btn" else value
        for path, value in values.items()
    }
    for page in writer.pages:
        writer.update_page_form_field_values(page, named, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def with_pikepdf(pdf: bytes, values: Mapping[str, str], *, only_value: bool = False) -> bytes:
    """By hand; `only_value` leaves what is drawn alone, as pdftk and scripts do."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for path, field in terminals(opened).items():
            if path in values:
                _set(field, values[path], only_value=only_value)
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def _set(field: Object, value: str, *, only_value: bool) -> None:
    if str(field.FT) != "/Btn":
        field.V = String(value.replace("\n", "\r"))
        return
    field.V = Name(f"/{value}")
    for widget in [] if only_value else field.get(Name.Kids, [field]):
        on = f"/{value}" in widget.AP.N
        widget.AS = Name(f"/{value}") if on else Name.Off


def terminals(pdf: pikepdf.Pdf) -> dict[str, Object]:
    """Every field with a value, by its full name."""
    found: dict[str, Object] = {}

    def walk(fields: Object, above: str) -> None:
        for each in fields:
            path = ".".join(part for part in (above, str(each.get(Name.T, ""))) if part)
            if Name.Kids in each and Name.FT not in each:
                walk(each.Kids, path)
            else:
                found[path] = each

    walk(pdf.Root.AcroForm.Fields, "")
    return found


def emptied(pdf: bytes) -> bytes:
    """A copy in which every field but the hidden one is empty."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for path, field in terminals(opened).items():
            if not path.startswith("_"):
                field.V = Name.Off if str(field.FT) == "/Btn" else String("")
                for widget in field.get(Name.Kids, [field]):
                    if Name.AS in widget:
                        widget.AS = Name.Off
        out = io.BytesIO()
        opened.save(out)
        return out.getvalue()


def one_field(**more: object) -> bytes:
    """A PDF with one text field, made by nobody we know."""
    with pikepdf.new() as made:
        made.add_blank_page()
        widget = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String("Ann"),
            Rect=Array([0, 0, 9, 9]),
        )
        made.Root.AcroForm = made.make_indirect(
            Dictionary(Fields=Array([made.make_indirect(widget)]))
        )
        out = io.BytesIO()
        made.save(out, **more)  # type: ignore[arg-type]  # any of pikepdf's options
        return out.getvalue()
