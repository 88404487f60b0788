"""Messages: whole worksheets, their results, and the folder they stand in."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

FILES: dict[str, Entry] = {
    "worksheet-id": Entry(
        "a worksheet's name is small letters, digits and -, up to 64, not '{name}'",
        "for example: {example}.yml",
    ),
    "worksheet-id-device": Entry(
        "'{name}' cannot be the name of a file on Windows",
        "choose another name, for example: my-{name}.yml",
    ),
    "same-address": Entry("this would have the same address as {other}", "rename one of them"),
    "file-suffix": Entry(
        "a worksheet's file ends with .yml, not {suffix}",
        "rename it to end with .yml, or it is left out",
        "warning",
    ),
    "shared-file-name": Entry(
        "only _shared.yml holds shared parts, so this file is left out",
        "rename it, or move what it holds into _shared.yml",
        "warning",
    ),
    "folder-missing": Entry(
        "there is no such folder of worksheets", "make the folder, or check its name in mkdocs.yml"
    ),
    "symlink-outside": Entry("this leads out of the folder of worksheets", "copy the file here"),
    "worksheet-and-page": Entry(
        "there is a page '{name}' too, and links go by name",
        "rename the worksheet's file or the page's",
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
    "fields-missing": Entry(
        "this worksheet has no questions", "add 'fields:' and below it lines that start with '- '"
    ),
    "language-shape": Entry("'{found}' is no language code", "for example: en, es, pt-BR"),
    "reference-shape": Entry("'{found}' is no id for '{key}'", "for example: 1.3 or R12"),
    "listed-twice": Entry("'{name}' stands in '{key}' twice", "take one of them out"),
    "guide-no-page": Entry(
        "'{name}' is a worksheet; 'guide' names a page",
        "name the page that this worksheet belongs to",
    ),
    "calendar-date": Entry(
        "there is no date question '{name}'{near}",
        "name the id of an item that starts with '- date:'",
    ),
    "calendar-time": Entry(
        "there is no time question '{name}'{near}", "without 'time' it is an entry for all day"
    ),
    "calendar-times": Entry("'times' is from 1 to {most}, not {found}", "for example: times: 12"),
    "calendar-times-alone": Entry("'times' needs 'every'", "add 'every: day' or 'every: week'"),
    "calendar-every-alone": Entry("'every' needs 'times'", "for example: times: 12"),
    "result-without-when": Entry(
        "only the last result may leave 'when' out",
        "give this one a line 'when:', or move it to the end",
    ),
    "result-judges": Entry(
        "'{word}' judges the reader", "a worksheet is no test: say what may help now", "warning"
    ),
    "together-safety": Entry(
        "a result of a worksheet filled in together cannot lead to '{name}'",
        "take 'go: {name}' out: a person in danger would be seen answering",
    ),
    "together-marked": Entry(
        "what is marked 'safety: yes' does not stand on a worksheet filled in together",
        "move it to a worksheet for one person: a person in danger would be seen answering",
    ),
    "together-words": Entry(
        "'{word}' is about fear, harm or hidden money, on a worksheet filled in together",
        "ask it in a worksheet for one person, say it in other words, or write 'safety: no' here"
        " if it means something else",
    ),
    "together-heading": Entry(
        "'{word}' is about fear, harm or hidden money, on a worksheet filled in together",
        "move this step to a worksheet for one person, or say it in other words",
    ),
    "together-shows": Entry(
        "'{name}' is about fear, harm or hidden money, and this worksheet is filled in together",
        "take it out: the other person would see the answer; if it means something else,"
        " write 'safety: no' at that question",
    ),
    "pass-outside-gate": Entry(
        "'pass' belongs to a gate, and no worksheet names this one as its gate",
        "take 'pass:' out, or name this worksheet with 'gate:' in another",
    ),
    "gate-unknown": Entry(
        "there is no worksheet '{name}'{near}", "write the name of its file without .yml"
    ),
    "gate-itself": Entry(
        "a worksheet cannot be its own gate", "name another worksheet, or take the line out"
    ),
    "gate-behind-gate": Entry(
        "'{name}' stands behind a gate itself", "name a worksheet without 'gate:'"
    ),
    "gate-no-pass": Entry(
        "the gate '{name}' can never be passed", "give one of its results 'pass: yes'"
    ),
    "gate-together": Entry(
        "no gate stands on a worksheet filled in together",
        "take 'gate:' out, or take 'together' out of 'who:'",
    ),
    "every-only-notes": Entry(
        "only notes stand on every worksheet, not '{type}'",
        "write '- note: …', or use the part in single worksheets",
    ),
    "shared-unused": Entry(
        "the {kind} '{name}' is not used in any worksheet", "use it, or take it out", "warning"
    ),
    "list-unused": Entry(
        "the list '{name}' is not used in this worksheet",
        "use it with 'choices: {name}', or take it out",
        "warning",
    ),
    "tip-empty": Entry(
        "the tip '{name}' has no 'words' and no 'hours'",
        "add a line 'words:' with what to look for",
    ),
    "tip-needs-words": Entry(
        "'{key}' needs 'words' beside it", "add a line 'words:', or take '{key}:' out"
    ),
    "tip-hours": Entry("'{found}' are no hours", "write them like 22:00 to 06:00"),
    "tip-unknown": Entry("there is no wording tip '{name}'{near}", "tips stand in _shared.yml"),
}
