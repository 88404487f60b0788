"""Messages: YAML text that cannot be read."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

_QUOTE = "put the whole text in double quotes, or start it on the next line after '|'"

SOURCE: dict[str, Entry] = {
    "file-too-large": Entry(
        "this file is larger than {limit}",
        "a worksheet is a few pages of text; split it into two files",
    ),
    "many-errors": Entry(
        "more is wrong in this file, and only the first {most} mistakes are told",
        "mend those first, then check again",
    ),
    "many-warnings": Entry(
        "there are more warnings for this file than the first {most}",
        "look at those first, then check again",
        "warning",
    ),
    "file-unreadable": Entry(
        "this file cannot be opened: {reason}", "check that it is a file, and that you may read it"
    ),
    "file-empty": Entry(
        "this file is empty", "start it with a line 'title: …', then 'fields:' and the questions"
    ),
    "file-no-keys": Entry(
        "a worksheet file starts with a line 'title: …'",
        "write 'title:' and a name first, then 'fields:' and the questions below it",
    ),
    "second-document": Entry(
        "a line '---' starts a second worksheet here",
        "take the line '---' out; one file is one worksheet",
    ),
    "not-utf8": Entry(
        "this file is not saved as UTF-8 text, but as {found}",
        "open it in your editor and choose 'Save with encoding: UTF-8'",
    ),
    "hidden-character": Entry(
        "a character that nobody can see stands here (U+{number})",
        "delete it and type the place again",
    ),
    "tab": Entry(
        "a tab stands at the start of this line",
        "replace the tab with spaces: two for each step to the right",
    ),
    "too-deep": Entry(
        "this stands more than {limit} steps to the right or inside brackets",
        "take some of it out; a worksheet needs fewer than ten",
    ),
    "too-many-nodes": Entry(
        "this file has more than {limit} texts and lists", "split the worksheet into two files"
    ),
    "text-too-long": Entry(
        "this text is longer than {limit}", "split it into several shorter texts"
    ),
    "comment-cuts-text": Entry(
        "the text from '{rest}' on is read as a remark and lost",
        "put the whole text in double quotes",
        "warning",
    ),
    "key-not-text": Entry(
        "the part before the ':' must be one word",
        "write 'word: value', or '- ' before each line of a list",
    ),
    "merge-key": Entry(
        "'<<' is not used here", "to use things twice: choices by name, items with '- use: name'"
    ),
    "key-twice": Entry(
        "'{key}' is written twice here", "it stands on line {line} too; keep one of them"
    ),
    "needs-quotes": Entry(
        "a text that starts with {sign} must be in quotes",
        _QUOTE,
    ),
    "braces-first": Entry(
        "a text that starts with {{{{ must be in quotes",
        "to put an answer in, write ${{name}}, and put the whole text in double quotes",
    ),
    "condition-first-sign": Entry("a condition cannot start with {sign} in this file", "{instead}"),
    "second-colon": Entry(
        "a second ': ' on one line", 'put the whole text in double quotes: "…: …"'
    ),
    "list-item-expected": Entry(
        "this line should start a new line of the list with '- '",
        "line it up with the '- ' lines above",
    ),
    "colon-missing": Entry(
        "this line has no ': '", "write 'key: value', or '- ' before a line of a list"
    ),
    "quote-open": Entry(
        "a quote is opened but never closed", "close it with the same kind of quote"
    ),
    "quote-closed-early": Entry(
        "a text in quotes ends too early",
        'put the whole text in quotes; a quote inside it is written \\" in double quotes',
    ),
    "bad-escape": Entry(
        "a backslash in double quotes has a meaning of its own", "write \\\\ for a backslash"
    ),
    "space-after-colon": Entry("a space is missing after the ':'", "write 'key: value'"),
    "space-after-dash": Entry("a space is missing after the '-'", "write '- ' and then the word"),
    "list-in-text": Entry(
        "a list cannot start on this line", "start it on the next line, with '- '"
    ),
    "text-after-keys": Entry(
        "this does not belong to the 'key: value' lines above",
        "write 'key: value' here too, or indent it under the line above",
    ),
    "brackets-open": Entry(
        "a bracket is opened but not closed", "close it, or put the whole text in double quotes"
    ),
    "key-expected": Entry(
        "this line is indented differently from its neighbours",
        "give it as many spaces at the start as the lines it belongs to",
    ),
    "yaml-broken": Entry("this cannot be read: {reason}", "check quotes, colons and spaces here"),
}
