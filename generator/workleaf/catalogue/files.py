"""Messages: whole worksheets, their results, and the folder they stand in."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

FILES: dict[str, Entry] = {
    "worksheet-id": Entry(
        "a worksheet's name is small letters, digits and -, up to 64, not '{name}'",
        "for example: {example}.yml",
    ),
    "worksheet-id-device": Entry("'{name}' cannot be the name of a file on Windows"),
    "same-address": Entry("this would have the same address as {other}", "rename one of them"),
    "file-suffix": Entry(
        "a worksheet's file ends with .yml, not {suffix}", "rename it, or it is left out", "warning"
    ),
    "shared-file-name": Entry(
        "only _shared.yml holds shared parts", "this file is left out", "warning"
    ),
    "folder-missing": Entry("there is no such folder of worksheets"),
    "symlink-outside": Entry("this leads out of the folder of worksheets", "copy the file here"),
    "translation-later": Entry(
        "translations are planned and not read yet", "this file is left out", "warning"
    ),
    "worksheet-and-page": Entry(
        "there is a page '{name}' too, and links go by name", "rename one of them"
    ),
    "id-not-file": Entry(
        "a worksheet's id is the name of its file, '{name}', not '{found}'",
        "take the line out, or rename the file",
    ),
    "format-newer": Entry(
        "this file is written in format {found}; this workleaf knows {known}",
        "use a newer workleaf, or take the line out",
    ),
    "fields-and-steps": Entry("a worksheet has 'fields' or 'steps', not both", "keep one"),
    "fields-missing": Entry("this worksheet has no items", "add 'fields:' or 'steps:'"),
    "language-shape": Entry("'{found}' is no language code", "for example: en, es, pt-BR"),
    "reference-shape": Entry("'{found}' is no id for '{key}'", "for example: 1.3 or R12"),
    "listed-twice": Entry("'{name}' stands in '{key}' twice"),
    "guide-no-page": Entry("'{name}' is a worksheet; 'guide' names a page"),
    "calendar-date": Entry("there is no date question '{name}'{near}"),
    "result-without-when": Entry(
        "only the last result may leave 'when' out", "it is shown whenever nothing above it is"
    ),
    "result-judges": Entry(
        "'{word}' judges", "a worksheet is no test: say what may help now", "warning"
    ),
    "together-safety": Entry(
        "no result leads to '{name}' on a worksheet filled in together",
        "a person in danger would be seen answering",
    ),
    "pass-outside-gate": Entry(
        "'pass' belongs to a gate, and no worksheet names this one", "name it with 'gate:'"
    ),
    "gate-unknown": Entry("there is no worksheet '{name}'{near}"),
    "gate-itself": Entry("a worksheet cannot be its own gate"),
    "gate-behind-gate": Entry("'{name}' stands behind a gate itself"),
    "gate-no-pass": Entry(
        "the gate '{name}' can never be passed", "give one of its results 'pass: yes'"
    ),
    "gate-together": Entry("no gate stands on a worksheet filled in together"),
    "every-only-notes": Entry("only notes stand on every worksheet, not '{type}'"),
    "shared-unused": Entry("the {kind} '{name}' is not used", "", "warning"),
    "list-unused": Entry("the list '{name}' is not used", "", "warning"),
    "tip-empty": Entry("the tip '{name}' has no 'words' and no 'hours'"),
    "tip-needs-words": Entry("'{key}' needs 'words'"),
    "tip-hours": Entry("'{found}' are no hours", "write them like 22:00 to 06:00"),
    "tip-unknown": Entry("there is no wording tip '{name}'{near}", "tips stand in _shared.yml"),
}
