"""Shared parts that stand on every worksheet: before it, after it, and under its scales."""

from __future__ import annotations

from dataclasses import dataclass, replace

from workleaf.language import ids
from workleaf.language.drafts import Draft, SharedDraft
from workleaf.language.fields import Entry
from workleaf.language.fields.setting import Setting
from workleaf.language.items import Items, Taken, given_ids
from workleaf.language.source import Report, Scalar
from workleaf.worksheet.controls import AnyControl, Grid, Group, Pick, Rows, Say, Tally

_SCALES = ("scale", "slider", "stars")


@dataclass(frozen=True, kw_only=True)
class Everywhere:
    """The shared parts of one worksheet, lowered."""

    start: tuple[AnyControl, ...] = ()
    end: tuple[AnyControl, ...] = ()
    under: tuple[Say, ...] = ()
    """Under each scale, grid and score."""

    def noted(self, controls: tuple[AnyControl, ...]) -> tuple[AnyControl, ...]:
        """The controls with the notes under each scale, grid and score."""
        found: list[AnyControl] = []
        for control in controls:
            if isinstance(control, Group):
                control = replace(control, controls=self.noted(control.controls))
            found.append(control)
            if _counts(control):
                found += [
                    # Two underscores cannot come from an author, so this path is free.
                    replace(
                        note,
                        path=f"{note.path}__{control.path}",
                        show_if=control.show_if,
                        look="aside",
                    )
                    for note in self.under
                ]
        return tuple(found)

    def after_results(self) -> tuple[AnyControl, ...]:
        """The notes that stand under the results."""
        return tuple(
            replace(note, path=f"{note.path}__results", look="aside") for note in self.under
        )


def _counts(control: AnyControl) -> bool:
    """It is a scale, a grid or a score, or holds one."""
    match control:
        case Pick(look=look):
            return look in _SCALES
        case Grid() | Tally():
            return True
        case Rows(columns=columns):
            return any(_counts(column) for column in columns)
        case _:
            return False


def lowered(draft: Draft, shared: SharedDraft, setting: Setting) -> Everywhere:
    """The shared parts that stand on this worksheet."""
    if not draft.options.every_worksheet:
        return Everywhere()
    every = shared.every
    under = _part(every.scales, draft, shared, setting)
    return Everywhere(
        start=_part(every.start, draft, shared, setting),
        end=_part(every.end, draft, shared, setting),
        under=tuple(control for control in under if isinstance(control, Say)),
    )


def entries(names: tuple[Scalar, ...], shared: SharedDraft, report: Report) -> tuple[Entry, ...]:
    """The items of some parts; a part that does not exist is noted."""
    found: list[Entry] = []
    for name in names:
        if name.value not in shared.parts:
            near, known = ids.near(name.value, shared.parts), ids.listed(shared.parts)
            report.add(
                "part-unknown", name.span, name=name.value, near=near, known=known or "none yet"
            )
            continue
        node = shared.parts[name.value]
        found += Items(report, shared.parts).read(
            node, Taken(given_ids(node)), within=(name.value,)
        )
    return tuple(found)


def _part(
    names: tuple[Scalar, ...], draft: Draft, shared: SharedDraft, setting: Setting
) -> tuple[AnyControl, ...]:
    own = {entry.id: entry for entry in draft.entries()}
    found: list[AnyControl] = []
    for entry in shared.said(entries(names, shared, setting.report)):
        if entry.id in own:
            setting.report.add("id-of-shared-part", own[entry.id].label.span, id=entry.id)
        if entry.field.type_name == "note":
            found += entry.field.lower(entry, setting)
        else:
            setting.report.add("every-only-notes", entry.label.span, type=entry.field.type_name)
    return tuple(found)
