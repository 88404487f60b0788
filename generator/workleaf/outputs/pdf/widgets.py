"""Links to `field:…` become the widgets of a form, in a tree of fields named by answer paths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import assert_never

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from workleaf.outputs.pdf.appearance import Ink
from workleaf.outputs.pdf.fields import Field
from workleaf.outputs.pdf.fonts import form_font

SCHEME = "field:"
_OF_A_LINK = {"/A", "/Border", "/Contents", "/H", "/BS", "/QuadPoints"}
EDGE = 0.8
"""How far a box to write in keeps from its printed edge, in points."""
MULTILINE, RADIO, COMBO, PRINTED = 1 << 12, 1 << 15, 1 << 17, 4


@dataclass(frozen=True)
class Form:
    """The form of one PDF while it is made."""

    pdf: Pdf
    ink: Ink
    rtl: bool
    top: Array
    """The fields without a parent."""
    nodes: dict[str, Object] = field(default_factory=dict)
    """Every field that has others below it, by full name."""

    def parent(self, path: str) -> Object | None:
        """The field above this path; made when it is first asked for."""
        above, _, _ = path.rpartition(".")
        if not above:
            return None
        if above not in self.nodes:
            self.nodes[above] = self.pdf.make_indirect(Dictionary(Kids=Array()))
            self.attach(self.nodes[above], above)
        return self.nodes[above]

    def attach(self, each: Object, path: str) -> None:
        """Put a field into the tree under its path."""
        each.T = String(path.rpartition(".")[2])
        above = self.parent(path)
        if above is None:
            self.top.append(each)
        else:
            each.Parent = above
            above.Kids.append(each)


def field_links(pdf: Pdf) -> Iterator[tuple[Object, Object, str]]:
    """Every link that stands for a field: page, annotation, key."""
    for page in pdf.pages:
        for annotation in page.obj.get(Name.Annots, Array()):
            address = str(annotation.get(Name.A, Dictionary()).get(Name.URI, ""))
            if address.startswith(SCHEME):
                yield page.obj, annotation, address.removeprefix(SCHEME)


def make_widgets(form: Form, fields: list[Field], elements: dict[int, Object]) -> None:
    """Every field link becomes a widget. Raises `LookupError` when links and fields differ."""
    wanted = {each.key: each for each in fields}
    for page, annotation, key in list(field_links(form.pdf)):
        each = wanted.pop(key)
        _strip(annotation, page)
        element = elements[int(annotation.StructParent)]
        element.S = Name.Form
        # Typst gives a link its address as a spoken text.
        if Name.Alt in element:
            del element.Alt
        if each.kind in ("radio", "check"):
            element.Alt = annotation.Contents = String(each.spoken)
        _become(form, annotation, each)
    if wanted:
        raise LookupError(f"not laid out: {', '.join(wanted)}")


def _strip(annotation: Object, page: Object) -> None:
    for name in _OF_A_LINK & annotation.keys():
        del annotation[name]
    annotation.Subtype, annotation.F, annotation.P = Name.Widget, PRINTED, page
    annotation.MK = Dictionary()


def _size(annotation: Object) -> tuple[float, float]:
    left, bottom, right, top = (float(each) for each in annotation.Rect.as_list())
    return right - left, top - bottom


def _become(form: Form, annotation: Object, each: Field) -> None:
    match each.kind:
        case "radio":
            _radio(form, annotation, each)
        case "check":
            form.attach(annotation, each.path)
            annotation.FT, annotation.TU = Name.Btn, String(each.spoken)
            annotation.V = _state(form, annotation, each)
        case "choice":
            form.attach(annotation, each.path)
            _list(form, annotation, each)
        case "text" | "lines":
            form.attach(annotation, each.path)
            _text(form, annotation, each)
        case _:
            assert_never(each.kind)


def _radio(form: Form, annotation: Object, each: Field) -> None:
    group = form.nodes.get(each.path)
    if group is None:
        group = form.pdf.make_indirect(
            Dictionary(FT=Name.Btn, Ff=RADIO, TU=String(each.name), V=Name.Off, Kids=Array())
        )
        form.nodes[each.path] = group
        form.attach(group, each.path)
    annotation.Parent = group
    annotation.TU = String(each.spoken)
    group.Kids.append(annotation)
    state = _state(form, annotation, each)
    if state != Name.Off:
        group.V = group.DV = state


def _state(form: Form, annotation: Object, each: Field) -> Name:
    """Both looks of a circle or check; how it stands at first."""
    width, height = _size(annotation)
    annotation.AP = form.ink.states(each.kind, each.value, width, height, each.sign)
    state = Name(f"/{each.value}") if each.default == each.value else Name.Off
    annotation.AS = state
    return state


def _list(form: Form, annotation: Object, each: Field) -> None:
    shown = dict(each.options).get(each.default, "")
    options = [("", ""), *each.options]
    annotation.FT, annotation.Ff, annotation.TU = Name.Ch, COMBO, String(each.spoken)
    annotation.Opt = Array([Array([String(value), String(words)]) for value, words in options])
    annotation.V = annotation.DV = String(each.default)
    _look(form, annotation, shown, each)


def _text(form: Form, annotation: Object, each: Field) -> None:
    annotation.FT, annotation.TU = Name.Tx, String(each.spoken)
    annotation.V = annotation.DV = String(each.default.replace("\n", "\r"))
    if each.kind == "lines":
        annotation.Ff = MULTILINE
    if each.max_length is not None:
        annotation.MaxLen = each.max_length
    if each.middle:
        annotation.Q = 1
    elif form.rtl:
        annotation.Q = 2
    _look(form, annotation, each.default, each)


def _inside_the_edge(annotation: Object) -> None:
    """A viewer paints the ground of the whole widget, and the printed edge must stay."""
    left, bottom, right, top = (float(each) for each in annotation.Rect.as_list())
    inner = (left + EDGE, bottom + EDGE, right - EDGE, top - EDGE)
    annotation.Rect = Array([round(each, 2) for each in inner])


def _look(form: Form, annotation: Object, text: str, each: Field) -> None:
    _inside_the_edge(annotation)
    width, height = _size(annotation)
    annotation.DA = form.ink.setting
    # A viewer that draws what is typed paints this ground over the writing lines.
    annotation.MK = Dictionary(BG=Array([1, 1, 1]))
    if not text or not form_font().draws(text):
        look = form.ink.empty(width, height)
    elif each.kind == "lines":
        look = form.ink.lines(text, width, height, share=float(form.rtl))
    else:
        share = 0.5 if each.middle else float(form.rtl)
        look = form.ink.text(text, width, height, share=share)
    annotation.AP = Dictionary(N=look)


def needs_drawing(fields: list[Field]) -> bool:
    """A first value has letters that the form font lacks, so the viewer must draw it."""
    return any(
        not form_font().draws(each.default) for each in fields if each.kind in ("text", "lines")
    )
