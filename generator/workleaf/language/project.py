"""A folder of worksheets, read as one: drafts, then what names mean, then worksheets."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TypeAlias

from workleaf import strings
from workleaf.language import (
    finish,
    ids,
    reader,
    recalls,
    results,
    scopes,
    scores,
    settle,
    stable,
    together,
    unused,
)
from workleaf.language import folder as folders
from workleaf.language.drafts import Draft, SharedDraft
from workleaf.language.expressions import Scope, TipData
from workleaf.language.fields.setting import Setting
from workleaf.language.markdown import words
from workleaf.language.memory import Memory
from workleaf.language.source import Report
from workleaf.language.stable import Stable
from workleaf.language.translations import Said, Translations
from workleaf.problems import Problem, Span, tidy
from workleaf.watching import watched
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target


@dataclass(frozen=True)
class Reading:
    """What was read, and everything wrong with it. After an error, worksheets may be incomplete."""

    worksheets: tuple[Worksheet, ...]
    """Sorted by id, gates too."""
    problems: tuple[Problem, ...]
    unsettled: tuple[Problem, ...] = ()
    """Ids that are made from words while a worksheet is drafted; a strict check refuses them."""
    stable: Stable = field(default_factory=Stable)
    """What was published, and what is now."""

    translations: Mapping[str, tuple[Worksheet, ...]] = field(default_factory=dict)
    """Language → the worksheets that are translated into it, sorted by id."""

    @cached_property
    def by_id(self) -> Mapping[str, Worksheet]:
        """The worksheets by id."""
        return {worksheet.id: worksheet for worksheet in self.worksheets}


def read(
    folder: Path,
    *,
    pages: Mapping[str, Target],
    root: Path | None = None,
    pages_in: Mapping[str, Mapping[str, Target]] | None = None,
    memory: Memory | None = None,
) -> Reading:
    """All worksheets of a folder. `pages`: the site's pages by name; empty where no site is known.

    `root`: what the names of files in problems are relative to. `pages_in`: the pages that are
    translated, by language. `memory`: of the last time; only files that changed are read again.
    """
    with _without_collector():
        return _Project(folder, pages, root, pages_in=pages_in, memory=memory).reading()


@contextmanager
def _without_collector() -> Iterator[None]:
    """Nodes and controls form no circles: looking for some takes a quarter of the reading time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def read_file(path: Path, *, pages: Mapping[str, Target], root: Path | None = None) -> Reading:
    """Like `read`, with the problems of one file only; its neighbours are known to it."""
    project = _Project(path.parent, pages, root, also=path)
    whole = project.reading()
    own = {folders.label(path, project.root)}
    own |= {each.file for each in project.translations.beside(path.name)}
    files = (*own, folders.label(path.parent / folders.SHARED, project.root))
    problems = tuple(each for each in whole.problems if each.span.file in files)
    unsettled = tuple(each for each in whole.unsettled if each.span.file in files)
    return replace(whole, problems=problems, unsettled=unsettled)


def translations(folder: Path, *, root: Path | None = None) -> Translations:
    """The translations of a folder, and what there is to translate."""
    return _Project(folder, {}, root).translations


def unsettled(
    folder: Path, *, pages: Mapping[str, Target], root: Path | None = None, also: Path | None = None
) -> tuple[Reading, Mapping[str, settle.Settling]]:
    """What was read, and what files lack of ids, by their names."""
    project = _Project(folder, pages, root, also)
    return project.reading(), settle.settling(project.drafts, project.shared)


Finished: TypeAlias = tuple[tuple[Worksheet, ...], Mapping[str, Scope]]
"""Worksheets, and what names mean in each."""


class _Project:
    """One folder while it is read."""

    def __init__(
        self,
        folder: Path,
        pages: Mapping[str, Target],
        root: Path | None,
        also: Path | None = None,
        pages_in: Mapping[str, Mapping[str, Target]] | None = None,
        memory: Memory | None = None,
    ) -> None:
        self.report = Report()
        self.folder = folder
        self.root = root or folders.root(folder)
        self.pages, self.pages_in = pages, pages_in or {}
        found = folders.read(folder, root=self.root, report=self.report, also=also, memory=memory)
        memory = memory or Memory()
        self.unreadable = set(found.unreadable)
        self.shared: SharedDraft = memory.recall(
            "shared draft", found.shared, partial(reader.read_shared, found.shared), self.report
        )
        self.drafts: dict[str, Draft] = {}
        for name, (file, node) in found.worksheets.items():
            read = partial(reader.read, node, name=name, file=file, shared=self.shared)
            state = (node, self.shared)
            self.drafts[name] = memory.recall(f"{name} draft", state, read, self.report)
        self.gates = {each.options.gate.value for each in self.drafts.values() if each.options.gate}
        self.translations = Translations(found.sidecars, self.drafts, self.shared, self.report)
        self.said = self.translations.written()
        self.targets = self._targets()
        self.names = tuple(sorted({*self.targets, *self.unreadable}))
        self.torn = frozenset(name for name, each in self.drafts.items() if each.broken)

    def reading(self) -> Reading:
        """Everything, finished."""
        self.translations.inspect()
        done, scopes_of = self._in(self.said)
        unused.inspect(self.shared, self.drafts, self.report)
        others = {
            language: self._in(self.translations.read(language), self.pages_in.get(language))[0]
            for language in self.translations.languages
        }
        names = stable.compare(
            self.folder,
            self.drafts,
            scopes_of,
            self.shared,
            unreadable=self.unreadable,
            report=self.report,
        )
        return Reading(
            recalls.linked(names.mapped(done)),
            tidy(self.report.problems),
            tidy((*self._unsettled(), *names.behind)),
            names,
            {language: recalls.linked(names.mapped(each)) for language, each in others.items()},
        )

    def _in(self, said: Said, pages: Mapping[str, Target] | None = None) -> Finished:
        """The worksheets in one language; names of pages and worksheets are in it too."""
        other = copy(self)
        other.said, other.drafts = said, dict(said.drafts)
        other.pages = {**self.pages, **(pages or {})}
        other.targets = other._targets()
        other.names = tuple(sorted({*other.targets, *other.unreadable}))
        return other._finished()

    def _finished(self) -> Finished:
        base = {name: self._setting(draft) for name, draft in self.drafts.items()}
        scopes_of = self._scopes(base)
        done = []
        for name in watched(self.said.names, "Reading worksheets"):
            draft, shared = self.drafts[name], self.said.shared[name]
            setting = replace(base[name], scope=scopes_of[name])
            self._gate(draft)
            done.append(finish.worksheet(draft, setting, shared, is_gate=name in self.gates))
            together.inspect_shown(draft, setting, self.drafts)
        return tuple(done), scopes_of

    def _unsettled(self) -> tuple[Problem, ...]:
        found = Report(self.report.sources)
        for draft in self.drafts.values():
            for each in draft.derived:
                found.add("id-derived", each.span, id=each.id)
        nodes = [draft.node for draft in self.drafts.values()]
        for node in (*nodes, *((self.shared.node,) if self.shared.node else ())):
            for each_list in settle.quick_lists(node):
                line = settle.derived_lines(each_list)[0]
                found.add("value-derived", line.words.span, value=line.value)
        return tidy(found.problems)

    def _scopes(self, settings: Mapping[str, Setting]) -> dict[str, Scope]:
        found: dict[str, Scope] = {}
        others = tuple(self.drafts)
        for name, draft in self.drafts.items():
            items, tips = (
                scopes.items(draft, settings[name]),
                _tips(self.said.shared[name], self.shared),
            )
            found[name] = Scope(items=items, worksheets=found.get, others=others, tips=tips)
        scores.work_out(self.drafts, found, settings)
        return found

    def _setting(self, draft: Draft) -> Setting:
        language = self.said.spoken[draft.id]
        sources = scopes.sources(draft)
        return Setting(
            report=self.report,
            language=language,
            languages=self.said.languages,
            translation=self.said.states.get(draft.id, ""),
            said_words=strings.words(language),
            lists=draft.lists,
            targets=self._target,
            names=self.names,
            sources=sources.lines,
            picked=sources.picked,
            others=sources.others,
            keep=draft.options.store,
            share=draft.options.share,
            broken=self._broken(draft),
        )

    def _broken(self, draft: Draft) -> frozenset[str]:
        """Names that nobody should complain about: what they stand for could not be read."""
        return draft.broken | self.unreadable | (self.torn - {draft.id})

    def _targets(self) -> dict[str, Target]:
        found = dict(self.pages)
        for name, draft in self.drafts.items():
            title, safety = words(draft.options.title), draft.options.safety
            if name in self.pages:
                self.report.add("worksheet-and-page", draft.options.title.span, name=name)
            found[name] = Target(kind="worksheet", name=name, title=title, safety=safety)
        return found

    def _target(self, name: str, span: Span) -> Target | None:
        if name in self.targets:
            return self.targets[name]
        near = ids.near(name, self.names)
        if name not in self.unreadable and (self.pages or near):
            self.report.add("target-unknown", span, name=name, near=near)
            return None
        if name not in self.unreadable:
            self.report.add("target-unchecked", span, name=name)
        return Target(kind="page", name=name, title=name)

    def _gate(self, draft: Draft) -> None:
        gate = draft.options.gate
        if gate is None or gate.value in self.unreadable:
            return
        other = self.drafts.get(gate.value)
        if other is None:
            near = ids.near(gate.value, self.drafts)
            self.report.add("gate-unknown", gate.span, name=gate.value, near=near)
        elif other is draft:
            self.report.add("gate-itself", gate.span)
        elif other.options.gate:
            self.report.add("gate-behind-gate", gate.span, name=gate.value)
        elif not results.can_pass(other):
            self.report.add("gate-no-pass", gate.span, name=gate.value)
        elif "together" in draft.options.who:
            self.report.add("gate-together", gate.span)


def _tips(shared: SharedDraft, written: SharedDraft) -> dict[str, TipData]:
    """The tips in a language; one that has lost its words there is off, whatever the hour."""
    return {
        name: TipData(
            words=tuple(each.value for each in tip.words),
            after=tuple(each.value for each in tip.after),
            more_than=tip.more_than,
            show=tip.show,
            hours=None if written.tips[name].words and not tip.words else reader.hours(tip),
        )
        for name, tip in shared.tips.items()
    }
