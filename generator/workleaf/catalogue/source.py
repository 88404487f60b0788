"""Messages: YAML text that cannot be read."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

_QUOTE = "put the whole text in double quotes, or start it on the next line after '|'"

SOURCE: dict[str, Entry] = {
    "file-too-large": Entry(
        "this file is larger than {limit}", "a worksheet is a few pages of text; split it"
    ),
    "file-unreadable": Entry("this file cannot be read: {reason}"),
    "file-empty": Entry("this file is empty", "start with 'title:'"),
    "file-no-keys": Entry("a worksheet file starts with 'title:'", "write 'key: value' lines"),
    "second-document": Entry(
        "a second document starts here", "one file is one worksheet; take the line '---' out"
    ),
    "not-utf8": Entry("this file is not UTF-8 text, but {found}", "save it again as UTF-8"),
    "hidden-character": Entry(
        "a character that nobody can see stands here (U+{number})",
        "delete it and type the place again",
    ),
    "tab": Entry("a tab is used for indentation", "replace the tab with spaces"),
    "too-deep": Entry("this is nested more than {limit} levels deep"),
    "too-many-nodes": Entry(
        "this file has more than {limit} texts and lists", "split the worksheet"
    ),
    "text-too-long": Entry("this text is longer than {limit}"),
    "comment-cuts-text": Entry(
        "the text from '{rest}' on is read as a comment and lost",
        "put the whole text in double quotes",
        "warning",
    ),
    "key-not-text": Entry("a key must be one word", "write 'key: value'"),
    "merge-key": Entry(
        "'<<' is not used here", "to use things twice: choices by name, items with '- use: name'"
    ),
    "key-twice": Entry("'{key}' is written twice here", "first on line {line}; keep one"),
    "needs-quotes": Entry("a text that starts with {sign} must be in quotes", _QUOTE),
    "braces-first": Entry(
        "a text that starts with {{{{ must be in quotes", "to put an answer in, write ${{name}}"
    ),
    "second-colon": Entry(
        "a second ': ' on one line", 'put the whole text in double quotes: "…: …"'
    ),
    "list-item-expected": Entry(
        "this line should start a new list item with '- '", "line it up with the '- ' items above"
    ),
    "colon-missing": Entry(
        "this line has no ': '", "write 'key: value', or '- ' before a list item"
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
    "list-in-text": Entry("a list cannot start here", "start it on the next line"),
    "text-after-keys": Entry("this does not belong to the keys above", "write 'key: value' lines"),
    "brackets-open": Entry(
        "a bracket is opened but not closed", "close it, or put the whole text in double quotes"
    ),
    "key-expected": Entry(
        "this line is indented differently from its neighbours",
        "check the spaces at the start of the line",
    ),
    "yaml-broken": Entry("this cannot be read: {reason}", "check quotes, colons and spaces here"),
}
