"""Messages: names that were published and would be lost, and the file that remembers them."""

from __future__ import annotations

from typing import Final

from workleaf.catalogue.entry import Entry

KINDS: Final[dict[str, str]] = {
    "text": "a text",
    "number": "a number",
    "one": "one choice",
    "many": "several choices",
    "order": "a ranking",
    "date": "a date",
    "time": "a time",
    "grid": "a grid with one answer a row",
    "cells": "a grid with columns",
    "rows": "a table",
    "entries": "a tracker",
    "parts": "a question in parts",
}
"""What is saved of an item, as messages say it."""

_RENAMED = "\n    renamed_from: {first}"
_REMOVED = "\n    removed: [{removed}]"

STABLE: dict[str, Entry] = {
    "id-gone": Entry(
        "published and gone: {ids}. Readers have answers under it",
        "renamed? Add below the question:"
        + _RENAMED
        + "\ngiven up? Add to the worksheet:"
        + _REMOVED,
    ),
    "id-gone-renamed": Entry(
        "'{first}' was published and is gone. Is this it, under a new id?",
        "yes? Add below this question:" + _RENAMED + "\ngiven up? Add to the worksheet:" + _REMOVED,
    ),
    "column-gone": Entry(
        "columns of '{item}' that were published and are gone: {names}",
        "renamed? Add to the column:" + _RENAMED + "\ngiven up? Add to the worksheet:" + _REMOVED,
    ),
    "part-gone": Entry(
        "{what} of '{item}' that were published and are gone: {names}",
        "no longer offered? Add to the worksheet:"
        + _REMOVED
        + "\nrenamed? Write each line of the list with '- ' before it, and the new one as:\n    - {new}: …\n      renamed_from: {first}",
    ),
    "kind-changed": Entry(
        "'{id}' was published as {old} and is {new} now. Answers saved under it would not fit",
        "give it a new id, and take the old answers along to be checked:\n    id: {example}\n    renamed_from: {id}",
    ),
    "id-retired": Entry(
        "'{id}' is what '{other}' was called before. Answers saved under it belong there",
        "choose another id, for example: {example}",
    ),
    "renamed-still-there": Entry(
        "'{id}' is still here, so nothing is renamed from it",
        "take the line out, or rename the other one",
    ),
    "renamed-twice": Entry(
        "'{id}' became '{other}' already", "an answer moves to one place: take out one of the lines"
    ),
    "removed-still-there": Entry(
        "'{id}' is in 'removed' and still stands here", "take it out of 'removed'"
    ),
    "worksheet-gone": Entry(
        "the worksheet '{first}' was published and is gone",
        "renamed? Add to its new file:" + _RENAMED + "\ngiven up? Add to _shared.yml:" + _REMOVED,
    ),
    "worksheet-gone-renamed": Entry(
        "the worksheet '{first}' was published and is gone. Is this it, in a new file?",
        "yes? Add to this file:" + _RENAMED + "\ngiven up? Add to _shared.yml:" + _REMOVED,
    ),
    "lock-behind": Entry(
        "worksheets.lock.json does not know this worksheet as it is now",
        "run 'workleaf fix' and commit both files",
        "warning",
    ),
    "lock-broken": Entry(
        "this file is damaged, perhaps by a merge",
        "take the version that was published last (git checkout), then run 'workleaf fix'",
    ),
    "lock-newer": Entry(
        "this file has format {found}; this workleaf knows {known}", "use a newer workleaf"
    ),
}
