"""Puts a whole form together: gate, question about keeping, steps, results, files."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final, Literal, TypeAlias

from markupsafe import Markup

from workleaf.outputs.web import charts
from workleaf.outputs.web.drawing import Drawing, Shown
from workleaf.outputs.web.spoken import SPOKEN
from workleaf.outputs.web.templating import environment
from workleaf.outputs.web.texts import Texts, spoken
from workleaf.outputs.web.trees import Trees, as_json
from workleaf.strings import instead, words
from workleaf.worksheet.controls import AnyControl, Group
from workleaf.worksheet.facts import facts
from workleaf.worksheet.languages import same
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target, Tree, plain

Role: TypeAlias = Literal["", "gate", "sample"]
_TOP: Final[Mapping[Role, int]] = {"": 2, "gate": 3, "sample": 4}
"""The level of the first heading in a form."""


@dataclasses.dataclass(frozen=True, kw_only=True)
class _Surroundings:
    link: Callable[[Target], str]
    site_id: str
    privacy: str
    pdf: str
    overrides: Path | None
    language: str
    """That of the worksheet; a gate may not be translated into it yet."""


def form(
    worksheet: Worksheet,
    *,
    gate: Worksheet | None,
    link: Callable[[Target], str],
    site_id: str,
    privacy: Literal["ordinary", "sensitive"],
    pdf: str,
    overrides: Path | None = None,
) -> str:
    """A worksheet as an HTML fragment without a heading of its own.

    `gate` is drawn before it as a form of its own. `link` gives addresses relative to the page,
    `pdf` is that of the worksheet's PDF, empty for none. `overrides` is the project's folder of
    template overrides: `workleaf/<control>.html` in it takes the place of a control's template.
    """
    around = _Surroundings(
        link=link,
        site_id=site_id,
        privacy=privacy,
        pdf=pdf,
        overrides=overrides,
        language=worksheet.language,
    )
    before = _draw(gate, around, role="gate", prefix=f"{worksheet.id}--{gate.id}") if gate else ""
    return before + _draw(worksheet, around, role="", prefix=worksheet.id)


def sample(
    worksheet: Worksheet, *, link: Callable[[Target], str], site_id: str, prefix: str
) -> str:
    """A live form to look at: nothing in it is kept, and nothing stands around it."""
    around = _Surroundings(
        link=link,
        site_id=site_id,
        privacy="ordinary",
        pdf="",
        overrides=None,
        language=worksheet.language,
    )
    shown = dataclasses.replace(worksheet, keep="never", gate="")
    return _draw(shown, around, role="sample", prefix=prefix)


def _draw(worksheet: Worksheet, around: _Surroundings, *, role: Role, prefix: str) -> str:
    strings = words(worksheet.language)
    trees = Trees()
    beside = _beside(worksheet)
    top = _TOP[role]
    drawing = Drawing(
        worksheet=worksheet,
        prefix=prefix,
        texts=Texts(link=around.link, trees=trees),
        strings=strings,
        environment=environment(around.overrides),
        level=top,
        beside=beside,
    )
    apart = {each.result.id for found in beside.values() for each in found}
    template = drawing.environment.get_template("form.html")
    return template.render(
        d=drawing,
        inside=drawing.inside(),
        worksheet=worksheet,
        steps=worksheet.steps,
        step_level=top,
        results=[result for result in worksheet.results if result.id not in apart],
        beside=beside,
        role=role,
        untranslated=_untranslated(worksheet, around.language),
        title=plain(worksheet.title),
        facts=facts(worksheet, strings),
        site_id=around.site_id,
        privacy=around.privacy,
        pdf=around.pdf,
        # Called at the end of the template, when every condition has its number.
        data=lambda: _data(worksheet, trees, strings),
    )


def _untranslated(worksheet: Worksheet, language: str) -> Markup:
    """That a gate is not in the language of what it stands before, said in that language."""
    if same(worksheet.language, language):
        return Markup()
    said = words(language)["translation_none"]
    spoken_in = instead(language) or language
    return Markup('<p class="wl-unkept"{}>{}</p>').format(spoken(spoken_in), said)


def _data(worksheet: Worksheet, trees: Trees, strings: Mapping[str, str]) -> Markup:
    """What scripts need."""
    spoken = {key: strings[key] for key in SPOKEN}
    data: dict[str, object] = {"trees": trees.all, "words": spoken, "title": plain(worksheet.title)}
    if worksheet.elsewhere:
        data["elsewhere"] = [charts.source(each) for each in worksheet.elsewhere]
    moved = worksheet.moved.parts()
    return as_json({**data, "moved": moved} if moved else data)


def _beside(worksheet: Worksheet) -> Mapping[str, tuple[Shown, ...]]:
    """Results that stand beside a question, by the path of the control they come after."""
    found: dict[str, tuple[Shown, ...]] = {}
    paths = [control.path for control in _answerable(worksheet)]
    for result in worksheet.results:
        stands: dict[str, Tree] = {}
        for each in result.beside:
            at = [path for path in paths if f"{each.path}.".startswith(f"{path}.")]
            for path in at[-1:]:
                before = stands.pop(path, None)
                stands[path] = each.when if before is None else ("or", before, each.when)
        for number, (path, when) in enumerate(stands.items(), start=1):
            is_last = number == len(stands)
            shown = Shown(
                result=dataclasses.replace(result, when=result.when if is_last else when),
                is_last=is_last,
            )
            found[path] = (*found.get(path, ()), shown)
    return found


def _answerable(worksheet: Worksheet) -> Iterator[AnyControl]:
    """The controls that are drawn one after the other; those of one sentence are one."""
    for step in worksheet.steps:
        yield from _single(step.controls)


def _single(controls: tuple[AnyControl, ...]) -> Iterator[AnyControl]:
    for control in controls:
        if isinstance(control, Group) and control.look == "plain":
            yield from _single(control.controls)
        else:
            yield control
