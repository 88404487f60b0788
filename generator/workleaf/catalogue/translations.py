"""Messages: translations of worksheets and pages."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

TRANSLATIONS: dict[str, Entry] = {
    "translation-alone": Entry(
        "there is no worksheet '{name}' that this could be a translation of{near}",
        "a translation is called like its worksheet: {example}",
    ),
    "translation-own-language": Entry(
        "'{name}' is written in '{language}' itself",
        "put these words into {file}, or name the file after another language",
    ),
    "translation-logic": Entry(
        "'{key}' is logic, and a translation holds words only",
        "take the line out: {file} says it once, for all languages",
    ),
    "translation-unknown": Entry(
        "there is no '{name}' in {file}{near}",
        "'workleaf translate' keeps these words under 'kept' until they are needed again",
        "warning",
    ),
    "translation-no-source": Entry(
        "{file} has no '{key}' here, so this is not shown",
        "write it there first, or take it out here",
        "warning",
    ),
    "translation-placeholder": Entry(
        "{found} does not stand in the source", "answers of the source: {known}"
    ),
    "translation-placeholder-lost": Entry(
        "{found} of the source is missing here", "put it where the answer belongs in the sentence"
    ),
    "translation-stale": Entry(
        "the source of this has changed; it now says: {now}",
        "put the translation right, then take its line out under 'stale' and 'made_from'",
        "warning",
    ),
    "translation-missing": Entry(
        "{count} {texts} not translated yet: {names}",
        "'workleaf translate {language}' writes them here; readers see the source until then",
        "warning",
    ),
    "translation-safety": Entry(
        "'{name}' is marked 'safety: yes', and this translation is a draft",
        "let somebody who speaks the language read all of it, then write 'translation: reviewed'",
    ),
    "translation-tip": Entry(
        "the tip '{name}' has no words in '{language}', so it is off there",
        "add 'words:' for it in {file}",
        "warning",
    ),
    "translation-page-safety": Entry(
        "this page is about safety, and its translation is a draft",
        "let somebody who speaks the language read all of it, then write 'translation: reviewed' between the '---'",
    ),
    "language-unknown": Entry("'{found}' is no language code", "for example: es, de, pt-BR"),
    "po-unreadable": Entry("this PO file cannot be read: {why}", "save it again as UTF-8"),
    "po-language": Entry(
        "this file holds '{found}', not '{language}'",
        "import it with: workleaf translate {found} --from FILE",
    ),
    "po-unknown": Entry(
        "no worksheet has the text '{name}' any more",
        "it is left out; nothing else is changed",
        "warning",
    ),
    "translate-nothing": Entry(
        "there is no worksheet '{name}' to translate{near}",
        "name its file, or leave it out for all",
    ),
    "translate-lost": Entry(
        "this would lose words: {words}",
        "nothing was written; this is a fault of workleaf: please report it with the file",
    ),
}
