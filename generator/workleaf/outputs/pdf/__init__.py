"""Fillable, accessible PDFs: Typst lays out, pikepdf makes the fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from workleaf.outputs.pdf.check import check
from workleaf.outputs.pdf.forms import add_form
from workleaf.outputs.pdf.layout import draw
from workleaf.outputs.pdf.typeset import Typesetter
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

__all__ = ["check", "make"]


def make(
    worksheet: Worksheet,
    *,
    paper: Literal["a4", "letter"] = "a4",
    site: str = "",
    link: Callable[[Target], str] | None = None,
    gate: Worksheet | None = None,
) -> bytes:
    """The PDF of a worksheet, to print or to fill in.

    `site` is the short address at the foot of each page. `link` gives the full address of a target;
    without one, links are plain words. `gate` adds what the worksheet's gate says on paper.
    Raises `WorksheetError` when a text cannot be laid out.
    """
    pages, fields = draw(worksheet, paper=paper, site=site, setter=Typesetter(link), gate=gate)
    return add_form(pages, worksheet, fields)
