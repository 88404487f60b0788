"""What was published and what stands now, of a whole folder: the lock, maps of names, breaks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from workleaf.language import breaks, lock, published, scopes
from workleaf.language.drafts import Draft, SharedDraft
from workleaf.language.expressions import Scope
from workleaf.language.lock import Known, Lock, Sheet
from workleaf.language.source import Report
from workleaf.problems import Problem, Span
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.moved import Moved


@dataclass(frozen=True, kw_only=True)
class Stable:
    """The names of a folder of worksheets through time."""

    file: Path | None = None
    """The lock that is about this folder."""
    sheets: Mapping[str, Sheet] = field(default_factory=dict)
    """What is published now."""
    lock: Lock | None = None
    """The lock as it stands."""
    moved: Mapping[str, Moved] = field(default_factory=dict)
    """Maps of the worksheets that have earlier names."""
    behind: tuple[Problem, ...] = ()
    """Worksheets that the lock does not know as they are now."""

    def mapped(self, worksheets: tuple[Worksheet, ...]) -> tuple[Worksheet, ...]:
        """The worksheets with their maps."""
        return tuple(
            replace(each, moved=self.moved[each.id]) if each.id in self.moved else each
            for each in worksheets
        )


def compare(
    folder: Path,
    drafts: Mapping[str, Draft],
    scopes_of: Mapping[str, Scope],
    shared: SharedDraft,
    *,
    unreadable: set[str],
    report: Report,
) -> Stable:
    """Compare a folder with its lock; what would be lost is noted in the report."""
    wrong = {each.span.file for each in report.problems if each.level == "error"}
    sheets = {
        name: published.sheet(draft, scopes_of[name].items, scopes.sources(draft).lines)
        for name, draft in drafts.items()
    }
    file = lock.find(folder)
    known = lock.read(file, folder=folder, report=report) if file else None
    found = known.learned(sheets).worksheets if known else {}
    moved = {}
    behind = Report(report.sources)
    for name, draft in drafts.items():
        if not known and not _mentions(draft, shared):
            continue
        before = known.sheet(name, sheets[name].was) if known else Sheet()
        after = found.get(name) or lock.learned(before, sheets[name], name)
        compared = breaks.Compared(
            draft=draft,
            before=before,
            now=sheets[name],
            after=after,
            dropped=published.dropped(draft),
            report=report,
        )
        if draft.file not in wrong:
            breaks.inspect(compared)
        if (names := published.moved(after, compared.dropped)) != Moved():
            moved[name] = names
        if known and _bare(known.worksheets.get(name)) != _bare(after):
            behind.add("lock-behind", draft.options.title.span)
    if known and file:
        _worksheets(known, file, drafts, sheets, shared, unreadable, report)
    return Stable(
        file=file if known else None,
        sheets=sheets,
        lock=known,
        moved=moved,
        behind=tuple(behind.problems),
    )


def _mentions(draft: Draft, shared: SharedDraft) -> bool:
    """Something in it may be renamed or given up; most worksheets are quickly done with."""
    nodes = (draft.node, *((shared.node,) if shared.node else ()))
    return any(word in node.source.text for node in nodes for word in ("renamed_from", "removed"))


def _bare(sheet: Sheet | None) -> Sheet | None:
    """Without the words: a new wording loses nobody's answers."""
    if sheet is None:
        return None
    items = {name: _wordless(item) for name, item in sheet.items.items()}
    removed = {name: _wordless(item) for name, item in sheet.removed.items()}
    return replace(sheet, items=items, removed=removed)


def _wordless(item: Known) -> Known:
    columns = {name: _wordless(column) for name, column in item.columns.items()}
    return replace(item, words="", columns=columns)


def _worksheets(
    known: Lock,
    file: Path,
    drafts: Mapping[str, Draft],
    sheets: Mapping[str, Sheet],
    shared: SharedDraft,
    unreadable: set[str],
    report: Report,
) -> None:
    taken = {*drafts, *unreadable, *(old for sheet in sheets.values() for old in sheet.was)}
    gone = [name for name in known.worksheets if name not in taken]
    new = {
        name: (sheets[name], draft.options.title)
        for name, draft in drafts.items()
        if name not in known.worksheets and not sheets[name].was
    }
    at = {name: Span(file=lock.NAME, line=lock.line_of(file, name), column=5) for name in gone}
    breaks.worksheets(
        gone, given_up=shared.removed, before=known.worksheets, new=new, at=at, report=report
    )
