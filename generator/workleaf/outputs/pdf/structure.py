"""The structure tree that assistive technology reads: looked up, walked and mended."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

_WITHOUT_TABLES = (Name.P, Name.Form, Name.Link, Name.Span, Name.Lbl, Name.H1, Name.H2, Name.H3)


def elements(pdf: Pdf) -> dict[int, Object]:
    """StructParent number → what the parent tree has for it."""
    return dict(_numbers(pdf.Root.StructTreeRoot.ParentTree))


def _numbers(node: Object) -> Iterator[tuple[int, Object]]:
    pairs = node.get(Name.Nums, Array())
    for index in range(0, len(pairs), 2):
        yield int(pairs[index]), pairs[index + 1]
    for kid in node.get(Name.Kids, Array()):
        yield from _numbers(kid)


def kids(element: Object) -> list[Object]:
    """What stands below an element: elements, object references; marked content left out."""
    below = element.get(Name.K)
    each = below.as_list() if isinstance(below, Array) else [below]
    return [kid for kid in each if isinstance(kid, Dictionary)]


def walk(element: Object) -> Iterator[Object]:
    """An element and every element below it, in reading order."""
    yield element
    for kid in kids(element):
        if Name.S in kid:
            yield from walk(kid)


def _rows(element: Object) -> Iterator[Object]:
    """Every row of a table below an element."""
    kind = element.get(Name.S)
    if kind == Name.TR:
        yield element
    elif kind not in _WITHOUT_TABLES:
        for kid in kids(element):
            yield from _rows(kid)


def tree(pdf: Pdf) -> Iterator[Object]:
    """Every element of a document."""
    for kid in kids(pdf.Root.StructTreeRoot):
        yield from walk(kid)


def has_form(element: Object) -> bool:
    """A field stands in this element."""
    return any(each.get(Name.S) == Name.Form for each in walk(element))


def mark_row_headers(pdf: Pdf) -> None:
    """The first cell of a row of fields names the row."""
    for row in _rows(pdf.Root.StructTreeRoot):
        first, *rest = kids(row) or [Dictionary()]
        if first.get(Name.S) == Name.TD and not has_form(first) and any(map(has_form, rest)):
            first.S = Name.TH
            first.A = Dictionary(O=Name.Table, Scope=Name.Row)
