"""Does a PDF keep its promises? Run on every PDF that is built; every fault is one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from workleaf.outputs.pdf.check_fields import field_faults
from workleaf.outputs.pdf.identity import NAMESPACE
from workleaf.outputs.pdf.opening import opened
from workleaf.outputs.pdf.structure import elements, kids, tree
from workleaf.outputs.pdf.widgets import field_links
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import plain

UA = "{http://www.aiim.org/pdfua/ns/id/}part"
BASE_FONTS = frozenset(
    {"/Type1", "/TrueType", "/Type3", "/CIDFontType0", "/CIDFontType2", "/MMType1"}
)
ACTIONS = frozenset({"/JavaScript", "/Launch", "/SubmitForm"})
FILES = ("/FontFile", "/FontFile2", "/FontFile3")


def check(pdf: bytes, worksheet: Worksheet) -> tuple[str, ...]:
    """What is wrong with a PDF, in words; nothing when it is good."""
    try:
        with opened(pdf) as document:
            return tuple(_faults(document, worksheet))
    except pikepdf.PdfError as error:
        return (f"it cannot be read: {error}",)


def _faults(pdf: Pdf, worksheet: Worksheet) -> Iterator[str]:
    yield from _document(pdf, worksheet)
    yield from _objects(pdf)
    if Name.StructTreeRoot not in pdf.Root:
        yield "it has no structure for assistive technology"
        return
    every = list(tree(pdf))
    yield from _structure(every)
    yield from _widgets(pdf, every)
    yield from field_faults(pdf, worksheet)


def _document(pdf: Pdf, worksheet: Worksheet) -> Iterator[str]:
    root = pdf.Root
    if not root.get(Name.MarkInfo, Dictionary()).get(Name.Marked, False):
        yield "it is not marked as tagged"
    if str(root.get(Name.Lang, "")) != worksheet.language:
        yield f"its language is not '{worksheet.language}'"
    if not root.get(Name.ViewerPreferences, Dictionary()).get(Name.DisplayDocTitle, False):
        yield "viewers are not told to show the title"
    metadata = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
    found = {name: str(metadata.get(name, "")) for name in (UA, "dc:title", *_identity_names())}
    if found[UA] != "1":
        yield "it does not say that it conforms to PDF/UA-1"
    if found["dc:title"] != plain(worksheet.title):
        yield "its title is not the worksheet's"
    wanted = (worksheet.id, str(worksheet.version), worksheet.hash)
    for name, value in zip(_identity_names(), wanted, strict=True):
        if found[name] != value:
            yield f"its metadata gives '{found[name]}' as {name.rpartition('}')[2]}, not '{value}'"
    for key in ("/CreationDate", "/ModDate"):
        if key in pdf.docinfo:
            yield f"it holds a date ({key[1:]}), so no two builds are the same"
    for number, page in enumerate(pdf.pages, start=1):
        if page.obj.get(Name.Tabs) != Name.S:
            yield f"page {number} does not follow the structure with the Tab key"
    for where, _, key in field_links(pdf):
        yield f"the field '{key}' stayed a link on page {pdf.pages.index(where) + 1}"


def _identity_names() -> tuple[str, ...]:
    return tuple(f"{{{NAMESPACE}}}{name}" for name in ("id", "version", "hash"))


def _objects(pdf: Pdf) -> Iterator[str]:
    """Every dictionary is looked at once: what it may start, and fonts."""
    for each in pdf.objects:
        if not isinstance(each, Dictionary | pikepdf.Stream):
            continue
        keys = each.keys()
        inside = (each[key] for key in ("/A", "/OpenAction") if key in keys)
        for one in (each, *(one for one in inside if isinstance(one, Dictionary))):
            if Name.JS in one or str(one.get(Name.S)) in ACTIONS:
                yield "it holds a script, or an action that starts or sends something"
        if "/BaseFont" in keys:
            yield from _font(each)


def _font(font: Object) -> Iterator[str]:
    if str(font.get(Name.Subtype)) not in BASE_FONTS or font.get(Name.Subtype) == Name.Type3:
        return
    descriptor = font.get(Name.FontDescriptor, Dictionary())
    if not any(name in descriptor for name in FILES):
        yield f"the font {str(font[Name.BaseFont])[1:]} is not embedded"


def _structure(every: list[Object]) -> Iterator[str]:
    for each in every:
        kind = each.get(Name.S)
        if kind == Name.TH and Name.Scope not in _attributes(each):
            yield "a table header does not say whether it names a row or a column"
        if kind == Name.Form and _parts(each) != 1:
            yield "a field's element holds more than the field"
        if kind == Name.Figure and Name.Alt not in each:
            yield "a figure has no words"


def _parts(element: Object) -> int:
    below = element.get(Name.K)
    return len(below) if isinstance(below, Array) else 1


def _attributes(element: Object) -> dict[str, Object]:
    found = element.get(Name.A, Dictionary())
    each = found.as_list() if isinstance(found, Array) else [found]
    return {key: value for one in each if isinstance(one, Dictionary) for key, value in one.items()}


def _widgets(pdf: Pdf, every: list[Object]) -> Iterator[str]:
    """Each visible widget ↔ parent tree ↔ Form element ↔ object reference."""
    known = elements(pdf)
    referenced = Counter(
        kid[Name.Obj].objgen
        for element in every
        if element.get(Name.S) == Name.Form
        for kid in kids(element)
        if kid.get(Name.Type) == Name.OBJR
    )
    for page in pdf.pages:
        for each in page.obj.get(Name.Annots, Array()):
            if int(each.get(Name.F, 0)) & 2:
                continue
            yield from _widget(each, known, referenced)


def _widget(
    each: Object, known: dict[int, Object], referenced: Counter[tuple[int, int]]
) -> Iterator[str]:
    if each.get(Name.Subtype) == Name.Link:
        if not str(each.get(Name.Contents, "")):
            yield "a link has no words for screen readers"
        return
    place = f"'{each.get(Name.TU, each.get(Name.T, '?'))}'"
    number = each.get(Name.StructParent)
    element = known.get(int(number)) if number is not None else None
    if element is None or element.get(Name.S) != Name.Form:
        yield f"the field {place} is not part of the structure"
    if referenced[each.objgen] != 1:
        yield f"the structure refers to the field {place} {referenced[each.objgen]} times, not once"
