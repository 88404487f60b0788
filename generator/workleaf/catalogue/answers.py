"""Messages: PDFs, and files with answers."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

ANSWERS: dict[str, Entry] = {
    "pdf-layout": Entry(
        "the PDF of this worksheet cannot be laid out: {reason}",
        "look for a text with unusual signs, or for one that is longer than a page",
    ),
    "pdf-letters": Entry(
        "no font draws {letters} in the PDF",
        "use other signs, or words in Latin, Greek, Cyrillic, Arabic or Hebrew letters",
    ),
    "answers-missing": Entry(
        "there is no file '{name}'", "give the path of a PDF, JSON or HTML file"
    ),
    "answers-kind": Entry(
        "'{name}' is no PDF, JSON or HTML file",
        "give a filled PDF, or a file of downloaded answers",
    ),
    "answers-large": Entry(
        "the file is larger than {most} MiB", "a file with answers is far smaller than that"
    ),
    "answers-unreadable": Entry(
        "the file cannot be read: {reason}", "check that it may be read and try again"
    ),
    "answers-broken": Entry(
        "the file is damaged: {reason}", "save or download it once more and try again"
    ),
    "answers-encrypted": Entry(
        "the PDF has a password", "save a copy without a password, then give that"
    ),
    "answers-no-fields": Entry(
        "the PDF has no fields", "a printed or flattened copy cannot be read; give the filled one"
    ),
    "answers-foreign": Entry(
        "the file is no copy of one of our worksheets", "it does not say which worksheet it is"
    ),
    "answers-format": Entry(
        "the answers are of format {found}; this program reads format 1", "use a newer version"
    ),
    "answers-shape": Entry(
        "the file does not hold answers as expected: {reason}",
        "give the file as it was downloaded, without changes",
    ),
    "answers-html": Entry(
        "the page holds no answers", "give a page that was saved with answers, or the JSON file"
    ),
}
