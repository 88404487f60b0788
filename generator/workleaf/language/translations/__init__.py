"""Translations: words of worksheets by id, in files beside them; logic is never in them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from workleaf.language import reader
from workleaf.language.drafts import Draft, SharedDraft
from workleaf.language.sheet import Tip
from workleaf.language.source import Mapping as Keys
from workleaf.language.source import Report, Scalar
from workleaf.language.translations import comparing, sidecar, walk
from workleaf.language.translations.sidecar import Sidecar
from workleaf.language.translations.walk import Path
from workleaf.problems import Span
from workleaf.worksheet.languages import same

SHARED = "_shared"


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a project says in one language, or in the languages it was written in."""

    drafts: Mapping[str, Draft]
    """All worksheets; those without a translation as they were written."""
    shared: Mapping[str, SharedDraft]
    """What each of them shares, in its language."""
    spoken: Mapping[str, str]
    """The language of each of them."""
    names: tuple[str, ...]
    """The worksheets that this is about."""
    states: Mapping[str, Literal["draft", "reviewed"]]
    """How far each translation is; empty for worksheets as they were written."""
    languages: Mapping[str, str]
    """File → the language of its words."""


class Translations:
    """All translation files of a folder."""

    def __init__(
        self,
        files: Mapping[tuple[str, str], tuple[str, Keys]],
        drafts: Mapping[str, Draft],
        shared: SharedDraft,
        report: Report,
    ) -> None:
        self.drafts, self.shared, self.report = drafts, shared, report
        self.sidecars = {
            key: sidecar.read(node, file=file, language=key[1], report=report)
            for key, (file, node) in files.items()
        }
        self.places = walk.places(shared) if files else {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that some worksheet is translated into."""
        begun = {each.language for name, each in self._translated() if each.texts}
        return tuple(sorted(begun))

    def _translated(self) -> Iterator[tuple[str, Sidecar]]:
        """The translations of worksheets; those that nobody has begun are none yet."""
        for (name, _), each in self.sidecars.items():
            if name in self.drafts and each.texts:
                yield name, each

    def texts(self, name: str) -> Mapping[Path, Scalar]:
        """What there is to translate in a worksheet or in the shared file."""
        if name == SHARED:
            return walk.shared_texts(self.shared)
        return walk.texts_of(self.drafts[name], self.places or walk.places(self.shared))

    def phrases(self, name: str) -> Mapping[Path, tuple[Scalar, ...]]:
        """The phrases of wording tips, of which each language has its own."""
        if name != SHARED:
            return {}
        return {
            ("wording_tips", tip, key): words
            for tip, each in self.shared.tips.items()
            for key, words in (("words", each.words), ("after", each.after))
            if words
        }

    def beside(self, file_name: str) -> tuple[Sidecar, ...]:
        """The translations that belong to a file: of a worksheet all, of a translation itself."""
        name, _, code = file_name.removesuffix(".yml").partition(".")
        return tuple(
            each
            for (other, language), each in self.sidecars.items()
            if other in (name, SHARED) and code in ("", language)
        )

    # ------------------------------------------------------------ what is wrong

    def inspect(self) -> None:
        """Note what is wrong with the files: words that do not fit, drafts about safety."""
        self._inspect_tips()
        for (name, code), each in sorted(self.sidecars.items()):
            if name == SHARED:
                self._inspect_shared(each)
            elif name in self.drafts:
                self._inspect(self.drafts[name], code, each)

    def _inspect(self, draft: Draft, code: str, each: Sidecar) -> None:
        if same(code, written_in(draft)):
            file = draft.file.rpartition("/")[2]
            blanks = {"name": draft.id, "language": written_in(draft), "file": file}
            self.report.add("translation-own-language", Span(file=each.file), **blanks)
            return
        texts = walk.texts_of(draft, self.places)
        comparing.inspect(each, texts, report=self.report, name=draft.file)
        if draft.options.safety and each.state != "reviewed" and each.texts:
            self._refuse(each, draft.id)

    def _inspect_shared(self, each: Sidecar) -> None:
        texts = walk.shared_texts(self.shared)
        comparing.inspect(each, texts, report=self.report, name=self.shared.file)
        translated = {name for name, other in self._translated() if other.language == each.language}
        about_safety = sorted(
            name
            for name, draft in self.drafts.items()
            if draft.options.safety and name in translated
        )
        if about_safety and each.state != "reviewed":
            self._refuse(each, about_safety[0])

    def _refuse(self, each: Sidecar, name: str) -> None:
        place = each.node.get(sidecar.STATE)
        span = place.span if place else Span(file=each.file)
        self.report.add("translation-safety", span, name=name)

    def _inspect_tips(self) -> None:
        """Tips that are off in a language because it has no words for them."""
        users: dict[str, dict[str, Draft]] = {}
        for name, draft in self.drafts.items():
            users.setdefault(written_in(draft), {})[name] = draft
        for name, each in self._translated():
            users.setdefault(each.language, {})[name] = self.drafts[name]
        for code, drafts in sorted(users.items()):
            self._silent_tips(code, reader.tips_used(drafts))

    def _silent_tips(self, code: str, used: Collection[str]) -> None:
        found = self._shared(code).tips
        own = self.sidecars.get((SHARED, code))
        file = own.file if own else self.shared.file.replace(".yml", f".{code}.yml")
        for name, tip in self.shared.tips.items():
            if name in used and tip.words and not found[name].words:
                key = own.keys.get(("wording_tips", name)) if own else None
                span = (key or tip.show).span
                self.report.add("translation-tip", span, name=name, language=code, file=file)

    # ------------------------------------------------------------ what is said

    def written(self) -> Said:
        """All worksheets as they were written; shared parts in the language of each."""
        spoken = {name: written_in(draft) for name, draft in self.drafts.items()}
        return self._said(spoken, {}, tuple(self.drafts))

    def read(self, language: str) -> Said:
        """All that is translated into one language."""
        translated = {name: each for name, each in self._translated() if each.language == language}
        written = {name: written_in(draft) for name, draft in self.drafts.items()}
        spoken = written | dict.fromkeys(translated, language)
        return self._said(spoken, translated, tuple(translated))

    def _said(
        self, spoken: Mapping[str, str], translated: Mapping[str, Sidecar], names: tuple[str, ...]
    ) -> Said:
        shared = {code: self._shared(code) for code in {*spoken.values()}}
        drafts = {
            name: self._draft(draft, translated.get(name), spoken[name], shared[spoken[name]])
            for name, draft in self.drafts.items()
        }
        return Said(
            drafts=drafts,
            shared={name: shared[code] for name, code in spoken.items()},
            spoken=spoken,
            names=tuple(sorted(names)),
            states={name: each.state for name, each in translated.items()},
            languages=self._languages(),
        )

    def _languages(self) -> dict[str, str]:
        files = {each.file: written_in(each) for each in self.drafts.values()}
        files |= {each.file: each.language for each in self.sidecars.values()}
        return files | ({self.shared.file: self.shared.language} if self.shared.file else {})

    def _draft(
        self, draft: Draft, each: Sidecar | None, language: str, shared: SharedDraft
    ) -> Draft:
        own = self.sidecars.get((SHARED, language))
        if each is None and own is None:
            return draft
        moved = walk.Walk(
            pick=each.pick if each else _source,
            shared=own.pick if own else _source,
            places=self.places,
        )
        done = walk.draft(draft, moved, shared.lists)
        return replace(done, file=each.file) if each else done

    def _shared(self, language: str) -> SharedDraft:
        """The shared parts in a language. A tip without phrases of that language is off."""
        own = self.sidecars.get((SHARED, language))
        if same(language, self.shared.language):
            return self.shared
        if own is None:
            tips = {name: _with_phrases(tip, (), ()) for name, tip in self.shared.tips.items()}
            return replace(self.shared, tips=tips)
        found = walk.shared_draft(self.shared, own.pick)
        moved = walk.Walk(pick=own.pick, shared=own.pick, places=self.places)
        return replace(
            found,
            tips={name: _tip(name, tip, own) for name, tip in found.tips.items()},
            said=lambda entries: moved.entries(entries, ("parts",)),
        )


def written_in(draft: Draft) -> str:
    """The language that a worksheet was written in."""
    return draft.options.language.value if draft.options.language else "en"


def _source(path: Path, text: Scalar) -> Scalar:
    return text


def _tip(name: str, tip: Tip, own: Sidecar) -> Tip:
    words = own.phrases.get(("wording_tips", name, "words"), ())
    after = own.phrases.get(("wording_tips", name, "after"), ())
    return _with_phrases(tip, words, after)


def _with_phrases(tip: Tip, words: tuple[Scalar, ...], after: tuple[Scalar, ...]) -> Tip:
    """A tip that needs one of some words before it needs them in every language."""
    lost = bool(tip.after) and not after
    return tip.model_copy(update={"words": () if lost else words, "after": after})
