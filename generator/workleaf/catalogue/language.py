"""Messages: worksheets that can be read but say something wrong."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry
from workleaf.catalogue.files import FILES
from workleaf.catalogue.items import ITEMS
from workleaf.catalogue.texts import TEXTS

KEYS: dict[str, Entry] = {
    "unknown-key": Entry("unknown key '{key}'{near}", "{known}"),
    "key-elsewhere": Entry("unknown key '{key}' — here it is called '{name}'"),
    "key-misplaced": Entry("'{key}' does not go with '{type}'", "it belongs to: {types}"),
    "key-missing": Entry("'{key}' is missing", "add a line '{key}:'"),
    "value-empty": Entry("nothing stands after '{key}:'", "write it down, or take the line out"),
    "list-empty": Entry("'{key}' holds nothing", "add at least one line that starts with '- '"),
    "wants-yes-no": Entry("'{key}' should be yes or no, not '{found}'"),
    "wants-whole-number": Entry("'{key}' should be a whole number, not '{found}'"),
    "wants-number": Entry("'{key}' should be a number, not '{found}'"),
    "wants-range": Entry("'{key}' should be written like '0 to 10', not '{found}'"),
    "wants-one-of": Entry("'{key}' should be one of {wanted}, not '{found}'"),
    "wants-list": Entry("'{key}' should be a list", "start each line with '- '"),
    "wants-keys": Entry("'key: value' lines are expected here", "known here: {known}"),
    "wants-names": Entry("names are expected here, each with what it stands for"),
    "text-looks-like-list": Entry(
        "a text that starts with [ must be in quotes", "put the whole text in double quotes"
    ),
    "text-looks-like-keys": Entry(
        "a text is expected here, not keys",
        "put a text that starts with {{ or contains ': ' in double quotes",
    ),
    "range-backwards": Entry("a scale goes from low to high, not from {low} to {high}"),
    "range-too-long": Entry(
        "this scale has more than 101 points", "give it a larger 'step', or ask for a number"
    ),
    "max-below-min": Entry("the largest, {max}, is less than the smallest, {min}"),
    "step-zero": Entry("a step is larger than 0, not {found}"),
    "limit-zero": Entry("'{key}' is at least 1"),
    "id-shape": Entry(
        "'{key}' should be small letters, digits and _ , starting with a letter, not '{found}'",
        "for example: {example}",
    ),
    "id-reserved": Entry(
        "'{found}' is a word of conditions and cannot be an id", "for example: {example}"
    ),
    "value-reserved": Entry("'{found}' has a meaning of its own", "for example: {example}"),
    "id-underscores": Entry(
        "an id has no '__' and does not end with '_'; this is '{found}'", "for example: {example}"
    ),
    "id-too-long": Entry("an id has at most 64 characters"),
    "id-confusable": Entry(
        "'{found}' has a letter that only looks like a Latin one", "type it again: {example}"
    ),
    "id-twice": Entry("the id '{id}' is used twice", "first on line {line}; each needs its own id"),
    "id-derived": Entry(
        "this has no id, and answers are saved under it",
        "run 'workleaf fix', or add a line: id: {id}",
        "warning",
    ),
    "value-derived": Entry(
        "these words have no saved value, and answers are saved under it",
        "run 'workleaf fix', or write the value before the words: {value}: …",
        "warning",
    ),
    "id-of-shared-part": Entry(
        "the id '{id}' belongs to a shared part that stands on every worksheet",
        "give this item another id",
    ),
}

LANGUAGE: dict[str, Entry] = {**KEYS, **ITEMS, **TEXTS, **FILES}
