"""What an example expects: read, and compared with what came of its answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, assert_never

from workleaf.language import ids
from workleaf.language.fields.setting import Setting
from workleaf.language.markdown import words
from workleaf.language.sheet import Expect
from workleaf.language.source import Mapping as Keys
from workleaf.language.source import Node, Scalar, Sequence
from workleaf.problems import Span
from workleaf.worksheet.controls import AnyControl, Compose, Tally
from workleaf.worksheet.filling import number_words
from workleaf.worksheet.model import Expected, Worksheet
from workleaf.worksheet.outcome import Aspect, Outcome, Unmet, on_screen, unmet
from workleaf.worksheet.texts import plain
from workleaf.worksheet.values import typed_number

NONE, UNKNOWN = "none", "unknown"
_UNKNOWN: Final = {
    "score": "example-score-unknown",
    "band": "example-band-unknown",
    "text": "example-text-unknown",
}
_UNMET: Final[Mapping[Aspect, str]] = {
    "visible": "example-visible",
    "hidden": "example-hidden",
    "score": "example-score",
    "band": "example-band",
    "result": "example-result",
    "text": "example-text",
    "pass": "example-pass",
}


@dataclass(frozen=True, kw_only=True)
class Expectation:
    """What is expected, and where each part of it is written."""

    expected: Expected
    spans: Mapping[tuple[str, str], Span] = field(default_factory=dict)
    """(aspect, name) → its place."""


def read(options: Expect, node: Node | None, worksheet: Worksheet, setting: Setting) -> Expectation:
    """The expectation, written at `node`; names that mean nothing are noted."""
    found = _Reader(options, worksheet, setting)
    if isinstance(node, Keys) and (place := node.get("pass")):
        found.spans["pass", ""] = place.span
    return found.read()


class _Reader:
    def __init__(self, options: Expect, worksheet: Worksheet, setting: Setting) -> None:
        self.options, self.worksheet, self.setting = options, worksheet, setting
        self.items = on_screen(worksheet)
        self.steps = [step.id for step in worksheet.steps if step.title]
        self.spans: dict[tuple[str, str], Span] = {}

    def read(self) -> Expectation:
        given = self.options
        found = Expected(
            visible=self._names("visible", given.visible),
            hidden=self._names("hidden", given.hidden),
            scores=dict(self._scores()),
            bands=dict(self._bands()),
            results=self._results(),
            texts=dict(self._texts()),
            passes=given.passes,
        )
        return Expectation(expected=found, spans=self.spans)

    def _names(self, aspect: str, names: tuple[Scalar, ...]) -> tuple[str, ...]:
        known = [*self.items, *self.steps]
        for name in names:
            self.spans[aspect, name.value] = name.span
            if name.value not in known:
                self._unknown("example-item-unknown", name, known)
        return tuple(name.value for name in names)

    def _unknown(self, code: str, name: Scalar, known: list[str]) -> None:
        if name.value in self.setting.broken:
            return
        blanks = {"near": ids.near(name.value, known), "known": ids.listed(known, most=12)}
        self.setting.report.add(code, name.span, name=name.value[:40], **blanks)

    def _facts(
        self, key: str, aspect: str, kind: type[AnyControl]
    ) -> Iterator[tuple[Scalar, AnyControl, Node]]:
        """The pairs of `scores`, `bands` or `texts` that name an item of this kind."""
        node: Node | None = getattr(self.options, key)
        if node is None:
            return
        if not isinstance(node, Keys):
            self.setting.report.add("example-facts", node.span, key=key)
            return
        known = [name for name, each in self.items.items() if isinstance(each, kind)]
        for name, value in node.pairs:
            self.spans[aspect, name.value] = value.span
            if name.value in known:
                yield name, self.items[name.value], value
            else:
                self._unknown(_UNKNOWN[aspect], name, known)

    def _scores(self) -> Iterator[tuple[str, float | None]]:
        for name, _, value in self._facts("scores", "score", Tally):
            text = value.value if isinstance(value, Scalar) else ""
            number = typed_number(text)
            if number is None and text != UNKNOWN:
                self.setting.report.add("example-score-shape", value.span, found=text[:40])
            yield name.value, number

    def _bands(self) -> Iterator[tuple[str, str]]:
        for name, control, value in self._facts("bands", "band", Tally):
            labels = [plain(band.label) for band in getattr(control, "bands", ())]
            text = words(value) if isinstance(value, Scalar) else ""
            if text not in labels and text != NONE:
                blanks = {"near": ids.near(text, labels), "known": ids.listed(labels)}
                blanks["known"] = blanks["known"] or "it has no bands"
                self.setting.report.add(
                    "example-band-label", value.span, name=name.value, found=text[:40], **blanks
                )
            yield name.value, text if text in labels else ""

    def _results(self) -> tuple[str, ...] | None:
        given = self.options.result
        if given is None:
            return None
        known = [each.id for each in self.worksheet.results]
        if [each.value for each in given] == [NONE] and NONE not in known:
            self.spans["result", ""] = given[0].span
            return ()
        for each in given:
            self.spans.setdefault(("result", ""), each.span)
            if each.value not in known:
                self._unknown("example-result-unknown", each, known)
        return tuple(each.value for each in given)

    def _texts(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for name, _, value in self._facts("texts", "text", Compose):
            nodes = value.items if isinstance(value, Sequence) else (value,)
            for each in nodes:
                if not isinstance(each, Scalar) or not each.value.strip():
                    self.setting.report.add("example-text-shape", each.span)
                else:
                    self.spans["text", f"{name.value} {each.value}"] = each.span
            yield name.value, tuple(each.value for each in nodes if isinstance(each, Scalar))


def compare(
    expectation: Expectation, found: Outcome, worksheet: Worksheet, setting: Setting
) -> None:
    """Note everything that is not as expected, with what came instead."""
    for each in unmet(expectation.expected, found):
        key = f"{each.name} {each.words}" if each.aspect == "text" else each.name
        span = expectation.spans[each.aspect, key]
        blanks = _said(each, expectation.expected, found, worksheet)
        setting.report.add(_UNMET[each.aspect], span, name=each.name, **blanks)


def _said(each: Unmet, expected: Expected, found: Outcome, worksheet: Worksheet) -> dict[str, str]:
    """What was expected and what came, in words."""
    match each.aspect:
        case "visible" | "hidden":
            return {"why": _why(each.name, worksheet)}
        case "score":
            wanted, got = expected.scores[each.name], found.scores.get(each.name)
            counted = _counted(each.name, found)
            return {"wanted": _number(wanted), "found": _number(got), "counted": counted}
        case "band":
            wanted_band, value = expected.bands[each.name], found.scores.get(each.name)
            got_band = found.bands.get(each.name) or NONE
            return {"wanted": wanted_band or NONE, "found": got_band, "value": _number(value)}
        case "result":
            wanted_results = expected.results or ()
            why = _why_result(wanted_results, found.results, worksheet)
            return {"wanted": _names(wanted_results), "found": _names(found.results), "why": why}
        case "text":
            return {"words": each.words[:60], "found": found.texts.get(each.name, "")[:200]}
        case "pass":
            wanted_pass = (
                "open the gate; they do not" if expected.passes else "do not open the gate; they do"
            )
            return {"wanted": wanted_pass, "found": _names(found.results)}
        case _:
            assert_never(each.aspect)


def _number(value: float | None) -> str:
    return UNKNOWN if value is None else number_words(value)


def _counted(name: str, found: Outcome) -> str:
    """How much of a score is answered."""
    if name not in found.answered:
        return "it is hidden with these answers"
    answered, of = found.answered[name]
    return f"{answered} of its {of} parts answered" if of else "it is worked out by a formula"


def _why_result(wanted: tuple[str, ...], found: tuple[str, ...], worksheet: Worksheet) -> str:
    """When the first result that is missing, or too much, is shown."""
    apart = [name for name in wanted if name not in found] or [
        name for name in found if name not in wanted
    ]
    first = next((each for each in worksheet.results if each.id in apart), None)
    said = first.shown_when if first and first.shown_when else "When no other result shows."
    return f"'{apart[0]}' – {said}"


def _names(results: tuple[str, ...]) -> str:
    return ids.listed(f"'{each}'" for each in results) or NONE


def _why(name: str, worksheet: Worksheet) -> str:
    """When an item or a step shows, as paper says it."""
    control = on_screen(worksheet).get(name)
    step = next((each for each in worksheet.steps if each.id == name), None)
    said = control.shown_when if control else step.shown_when if step else ""
    return said or "it stands in something that depends on answers, or always shows"
