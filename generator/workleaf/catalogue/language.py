"""Messages: worksheets that can be read but say something wrong."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry
from workleaf.catalogue.files import FILES
from workleaf.catalogue.items import ITEMS
from workleaf.catalogue.texts import TEXTS
from workleaf.catalogue.translations import TRANSLATIONS

KEYS: dict[str, Entry] = {
    "unknown-key": Entry("unknown key '{key}'{near}", "{known}"),
    "key-elsewhere": Entry("unknown key '{key}' — here it is called '{name}'"),
    "key-misplaced": Entry("'{key}' does not go with '{type}'", "it belongs to: {types}"),
    "key-missing": Entry("'{key}' is missing", "add a line '{key}:'"),
    "value-empty": Entry("nothing stands after '{key}:'", "write it down, or take the line out"),
    "list-empty": Entry("'{key}' holds nothing", "add at least one line that starts with '- '"),
    "wants-yes-no": Entry("'{key}' should be yes or no, not '{found}'", "write: {key}: yes"),
    "wants-whole-number": Entry(
        "'{key}' should be a whole number, not '{found}'",
        "write it as digits, for example: {key}: 5",
    ),
    "wants-number": Entry(
        "'{key}' should be a number, not '{found}'", "write it as digits, for example: {key}: 2.5"
    ),
    "number-too-long": Entry(
        "this number has too many digits to be exact", "write one with up to {most} digits"
    ),
    "wants-range": Entry(
        "'{key}' should be written like '0 to 10', not '{found}'", "write: {key}: 0 to 10"
    ),
    "wants-one-of": Entry(
        "'{key}' should be one of {wanted}, not '{found}'",
        "write one of these words after '{key}:'",
    ),
    "wants-list": Entry("'{key}' should be a list", "start each line of it with '- '"),
    "wants-keys": Entry("lines like 'key: value' are expected here", "known here: {known}"),
    "wants-names": Entry(
        "names are expected here, each with what it stands for", "write lines like 'name: …'"
    ),
    "text-looks-like-list": Entry(
        "a text is expected here, not a list", "put a text that starts with [ or - in double quotes"
    ),
    "text-looks-like-keys": Entry(
        "a text is expected here, not 'key: value' lines",
        "put a text that starts with {{ or contains ': ' in double quotes",
    ),
    "range-backwards": Entry(
        "a scale goes from low to high, not from {low} to {high}", "write the smaller number first"
    ),
    "range-too-long": Entry(
        "this scale has more than 101 points", "give it a larger 'step', or ask for a number"
    ),
    "max-below-min": Entry(
        "the largest, {max}, is less than the smallest, {min}", "let 'max' be larger than 'min'"
    ),
    "step-zero": Entry("a step is larger than 0, not {found}", "write for example: step: 1"),
    "limit-zero": Entry("'{key}' is at least 1", "write a larger number, or take the line out"),
    "id-shape": Entry(
        "'{key}' should be small letters, digits and _ , starting with a letter, not '{found}'",
        "for example: {example}",
    ),
    "id-reserved": Entry(
        "'{found}' is a word of conditions and cannot be an id", "for example: {example}"
    ),
    "value-reserved": Entry(
        "'{found}' has a meaning of its own and cannot be used here", "for example: {example}"
    ),
    "value-shape": Entry(
        "the name of a choice or row is small letters, digits and _, not '{found}'",
        "write '{example}' before the ':', and the words that people see after it",
    ),
    "id-underscores": Entry(
        "an id has no '__' and does not end with '_'; this is '{found}'", "for example: {example}"
    ),
    "id-too-long": Entry(
        "an id has at most 64 signs", "choose a shorter one: it is only a name for the answer"
    ),
    "id-confusable": Entry(
        "'{found}' has a letter that only looks like one of a to z", "type it again: {example}"
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

LANGUAGE: dict[str, Entry] = {**KEYS, **ITEMS, **TEXTS, **FILES, **TRANSLATIONS}
