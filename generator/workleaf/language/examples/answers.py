"""The answers of an example: ids or answer paths with what is answered, as flat answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias, assert_never

from workleaf.language import ids
from workleaf.language.fields.setting import Setting
from workleaf.language.source import Mapping as Keys
from workleaf.language.source import Node, Scalar, Sequence
from workleaf.worksheet.controls import (
    AnyControl,
    Choice,
    Compose,
    Dated,
    Grid,
    Group,
    Growing,
    Named,
    Order,
    Pick,
    Recall,
    Rows,
    Say,
    Tally,
    Write,
)
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.paths import join, other
from workleaf.worksheet.values import is_date, is_time, typed_number

Answer: TypeAlias = "tuple[str, str | bool]"
Answers: TypeAlias = Iterator[Answer]
_TICKS = {"yes": True, "true": True, "no": False, "false": False}


def read(node: Node, worksheet: Worksheet, setting: Setting) -> dict[str, str | bool]:
    """Answer path → text, `True` for a check; what does not fit is noted."""
    if not isinstance(node, Keys):
        setting.report.add("example-answers", node.span)
        return {}
    known = dict(_answerable((*worksheet.start, *worksheet.controls(), *worksheet.end)))
    found: dict[str, str | bool] = {}
    for key, value in node.pairs:
        first, *rest = key.value.split(".")
        if first in setting.broken:
            continue
        place = _Place(path=first, mark=key, steps=tuple(rest), node=value, setting=setting)
        if first in known:
            found.update(_put(known[first], place))
        elif first == "theirs" or (rest and setting.scope.worksheets(first)):
            setting.report.add("example-elsewhere", key.span, path=key.value)
        else:
            questions = [name for name, each in known.items() if _is_question(name, each)]
            place.unknown("example-answer-unknown", first, questions)
    return found


def _is_question(name: str, control: AnyControl) -> bool:
    """Authors know it as something that takes an answer."""
    silent = (isinstance(control, Group) and control.look == "plain") or (
        isinstance(control, Compose) and not control.editable
    )
    return "." not in name and not silent and not isinstance(control, Say | Tally)


def _answerable(controls: Iterable[AnyControl]) -> Iterator[tuple[str, AnyControl]]:
    for control in controls:
        yield control.path, control
        box = getattr(control, "other", None)
        if isinstance(box, Write):
            yield other(control.path), box


@dataclass(frozen=True, kw_only=True)
class _Place:
    """One thing that an author wrote: the path so far, what of the path is left, and the value."""

    path: str
    mark: Scalar
    """The key to mark where the path is wrong."""
    steps: tuple[str, ...]
    node: Node
    setting: Setting

    def unknown(self, code: str, name: str, known: Iterable[str]) -> None:
        """Note a name that nothing here has."""
        every = list(known)
        blanks = {"near": ids.near(name, every), "known": ids.listed(every, most=12)}
        self.setting.report.add(code, self.mark.span, path=self.path, name=name[:40], **blanks)

    def misfit(self, shape: str) -> None:
        """Note a value of another shape than this answer has."""
        self.setting.report.add("example-shape", self.node.span, path=self.path, shape=shape)

    def down(self, part: str) -> _Place:
        """The place of a part whose steps were taken."""
        return replace(self, path=join(self.path, part))

    def parts(self, known: Collection[str] | None, shape: str) -> Iterator[tuple[str, _Place]]:
        """The parts of the answer that are named, in the path or as keys; `known` are all."""
        if self.steps:
            first, *rest = self.steps
            named = [(first, replace(self, steps=tuple(rest)))]
        elif isinstance(self.node, Keys):
            named = [(key.value, replace(self, mark=key, node=at)) for key, at in self.node.pairs]
        else:
            self.misfit(shape)
            return
        for part, place in named:
            if known is None or part in known:
                yield part, place.down(part)
            else:
                place.unknown("example-part-unknown", part, known)

    def text(self, shape: str = "one text") -> str | None:
        """The value as one text; None where it is none."""
        if self.steps:
            self.setting.report.add("example-no-parts", self.mark.span, path=self.path)
        elif not isinstance(self.node, Scalar):
            self.misfit(shape)
        elif not self.node.value.strip() and not self.node.style:
            self.misfit(f'{shape}; "" for none')
        else:
            return self.node.value.strip("\n")
        return None


def _put(control: AnyControl, place: _Place) -> Answers:
    match control:
        case Write():
            yield from _written(control, place)
        case Compose(editable=True):
            yield from _found(place, place.text())
        case Pick(many=True):
            yield from _picked(control, place)
        case Pick():
            yield from _chosen(control.choices, place)
        case Order():
            yield from _ordered(control, place)
        case Grid():
            rows = [row.value for row in control.rows] + ["other"] * (control.other is not None)
            for _, each in place.parts(rows, f"keys ({ids.listed(rows, most=6)})"):
                yield from _chosen(control.choices, each)
        case Rows():
            yield from _rows(control, place)
        case Group():
            yield from _grouped(control, place)
        case Compose() | Tally() | Say() | Recall():
            place.setting.report.add("example-answer-none", place.mark.span, path=place.path)
        case _:
            assert_never(control)


def _found(place: _Place, text: str | None) -> Answers:
    if text is not None:
        yield place.path, text


def _written(control: Write, place: _Place) -> Answers:
    shapes: dict[str, tuple[str, Callable[[str], bool]]] = {
        "number": ("a number", lambda text: typed_number(text) is not None),
        "date": ("a date like 2026-01-31", is_date),
        "time": ("a time like 18:30", is_time),
    }
    shape, fits = shapes.get(control.kind, ("one text", lambda text: True))
    text = place.text(shape)
    if text and not fits(text):
        place.misfit(shape)
    else:
        yield from _found(place, text)


def _chosen(choices: Iterable[Choice], place: _Place) -> Answers:
    text = place.text("one of the choices")
    if not text or _is_choice(text, choices, place.node, place):
        yield from _found(place, text)


def _is_choice(value: str, choices: Iterable[Choice], node: Node, place: _Place) -> bool:
    known = [choice.value for choice in choices]
    if value not in known:
        blanks = {"near": ids.near(value, known), "choices": ids.listed(known)}
        report = place.setting.report
        report.add("unknown-choice", node.span, choice=value[:40], id=place.path, **blanks)
    return value in known


def _listed(place: _Place, choices: Iterable[Choice]) -> tuple[str, ...] | None:
    """The choices of a list; None where they are named one by one."""
    if place.steps or isinstance(place.node, Keys):
        return None
    nodes = place.node.items if isinstance(place.node, Sequence) else (place.node,)
    texts = [(replace(place, node=node).text("a list of choices"), node) for node in nodes]
    return tuple(text for text, node in texts if text and _is_choice(text, choices, node, place))


def _picked(control: Pick, place: _Place) -> Answers:
    listed = _listed(place, control.choices)
    if listed is not None:
        for value in (choice.value for choice in control.choices):
            if value in listed:
                yield join(place.path, value), True
            elif value in control.default:
                yield join(place.path, value), ""
        return
    known = [choice.value for choice in control.choices]
    for _, each in place.parts(known, "a list of choices"):
        text = each.text("yes or no")
        ticked = _TICKS.get((text or "no").lower())
        if ticked is None:
            each.misfit("yes or no")
        elif text is not None:
            yield each.path, ticked or ""


def _ordered(control: Order, place: _Place) -> Answers:
    listed = _listed(place, control.choices)
    if listed is not None:
        if len(set(listed)) < len(listed) or len(listed) > control.places:
            place.misfit(f"a list of up to {control.places} different choices, the first on top")
        for number, value in enumerate(listed, start=1):
            yield join(place.path, value), str(number)
        return
    places = [str(number + 1) for number in range(control.places)]
    known = [choice.value for choice in control.choices]
    for _, each in place.parts(known, "a list of choices"):
        text = each.text("a place from 1")
        if text and text not in places:
            each.misfit(f"a place from 1 to {control.places}")
        else:
            yield from _found(each, text)


def _rows(control: Rows, place: _Place) -> Answers:
    for row in _each_row(control, place):
        first = control.columns[0].path
        if isinstance(row.node, Scalar) and not row.steps and isinstance(control.plan, Growing):
            row = replace(row, steps=(first,))
        known = dict(_answerable(control.columns))
        for name, cell in row.parts(known, f"keys ({ids.listed(known, most=6)})"):
            yield from _put(known[name], cell)


def _each_row(control: Rows, place: _Place) -> Iterator[_Place]:
    match control.plan:
        case Named(rows=named):
            known: Collection[str] | None = [row.value for row in named]
            shape = f"keys ({ids.listed([row.value for row in named], most=6)})"
        case Growing(most=most):
            known, shape = [str(number + 1) for number in range(most)], "a list of rows"
        case Dated():
            known, shape = None, "dates, each with its entry"
    if isinstance(control.plan, Growing) and isinstance(place.node, Sequence) and not place.steps:
        for number, node in enumerate(place.node.items, start=1):
            if number > control.plan.most:
                place.misfit(f"a list of at most {control.plan.most} rows")
                return
            yield replace(place, node=node).down(str(number))
        return
    for part, row in place.parts(known, shape):
        if known is None and not is_date(part):
            row.setting.report.add("example-date", row.mark.span, found=part[:40])
        else:
            yield row


def _grouped(group: Group, place: _Place) -> Answers:
    """The boxes of a plan or a signature; a group of items has no answer of its own."""
    inside: Mapping[str, AnyControl] = {
        each.path.removeprefix(f"{group.path}."): each
        for each in group.controls
        if each.path.startswith(f"{group.path}.") and not isinstance(each, Say)
    }
    if not inside:
        place.setting.report.add("example-answer-none", place.mark.span, path=place.path)
        return
    for name, each in place.parts(inside, f"keys ({ids.listed(inside)})"):
        yield from _put(inside[name], each)
