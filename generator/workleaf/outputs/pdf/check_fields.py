"""Are the fields of a PDF the answers of its worksheet: names, values, words, looks?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf

from workleaf.worksheet.controls import Grid, Pick
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import IDENTITY, TICKED, Spot, identity, on_paper


def field_faults(pdf: Pdf, worksheet: Worksheet) -> Iterator[str]:
    """What is wrong with the fields, in words."""
    form = pdf.Root.get(Name.AcroForm)
    if form is None:
        yield "it has no form"
        return
    found = list(_terminals(form.get(Name.Fields, Array()), ""))
    fields = dict(found)
    for path, count in Counter(path for path, _ in found).items():
        if count > 1:
            yield f"{count} fields are called '{path}'"
    spots = {spot.path: spot for spot in on_paper(worksheet)}
    yield from _same(set(fields), {*spots, IDENTITY})
    if IDENTITY in fields and str(fields[IDENTITY].get(Name.V, "")) != identity(worksheet):
        yield f"its field '{IDENTITY}' is not '{identity(worksheet)}'"
    for path, each in fields.items():
        yield from _one(path, each)
        if path in spots:
            yield from _values(spots[path], each)


def _same(found: set[str], wanted: set[str]) -> Iterator[str]:
    for path in sorted(wanted - found):
        yield f"the field '{path}' is missing"
    for path in sorted(found - wanted):
        yield f"the field '{path}' belongs to no question on paper"


def _terminals(fields: Object, above: str) -> Iterator[tuple[str, Object]]:
    for each in fields:
        name = str(each.get(Name.T, ""))
        path = f"{above}.{name}" if above else name
        below = each.get(Name.Kids)
        if below is not None and Name.FT not in each:
            yield from _terminals(below, path)
        else:
            yield path, each


def widgets(field: Object) -> list[Object]:
    """The widgets of one field: itself, or its circles."""
    return list(field[Name.Kids]) if Name.Kids in field else [field]


def on_states(field: Object) -> list[str]:
    """What the checks and circles of a field are called when they are on."""
    return [
        state[1:]
        for widget in widgets(field)
        for state in widget.get(Name.AP, Dictionary()).get(Name.N, Dictionary()).as_dict()
        if state != "/Off"
    ]


def _one(path: str, field: Object) -> Iterator[str]:
    if not str(field.get(Name.TU, "")).strip():
        yield f"the field '{path}' has no words for screen readers"
    if "." in str(field.get(Name.T, "")):
        yield f"the field '{path}' has a dot in a part of its name"
    for widget in widgets(field):
        if Name.N not in widget.get(Name.AP, Dictionary()):
            yield f"the field '{path}' is not drawn"
        if Name.Kids in field and not str(widget.get(Name.Contents, "")):
            yield f"a circle of '{path}' has no words for screen readers"


def _values(spot: Spot, field: Object) -> Iterator[str]:
    """Saved values are the choices' own, never their words."""
    wanted = _wanted(spot)
    if wanted is None:
        return
    if field.get(Name.FT) == Name.Ch:
        found = [str(pair[0]) for pair in field.get(Name.Opt, Array()) if str(pair[0])]
    else:
        found = on_states(field)
    if sorted(found) != sorted(wanted):
        yield f"the field '{spot.path}' saves {', '.join(found)} instead of {', '.join(wanted)}"


def _wanted(spot: Spot) -> list[str] | None:
    match spot.control:
        case Pick(many=True) if spot.value:
            return [TICKED]
        case Pick(look="checkbox", choices=choices):
            return [choices[0].value]
        case Pick(choices=choices) | Grid(choices=choices):
            return [each.value for each in choices]
        case _:
            return None
