"""Messages: what stands inside texts."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

TEXTS: dict[str, Entry] = {
    "braces": Entry(
        "'{found}' is printed as it stands", "to put an answer in, write ${{{inside}}}"
    ),
    "slot-open": Entry(
        "${{ is opened but not closed", "write ${{name}}, with the id of a question in it"
    ),
    "slot-in-code": Entry("an answer cannot stand inside `code`", "take the backticks out"),
    "slot-in-link": Entry(
        "an answer cannot be part of an address", "put it into the words instead"
    ),
    "slot-in-title": Entry(
        "an answer cannot stand in the title or summary",
        "write words there; titles stand in lists, where nobody has answered yet",
    ),
    "text-signs": Entry(
        "this text has more than {most} signs like *, [ and `", "split it into several texts"
    ),
    "image": Entry("pictures do not go into worksheets", "put it on a page of the guide"),
    "raw-html": Entry(
        "'{tag}' is printed as it stands", "texts are Markdown: **strong**, *stressed*", "warning"
    ),
    "link-scheme": Entry(
        "'{address}' cannot be linked", "link a worksheet or page by name, or an https:// address"
    ),
    "link-not-secure": Entry("'{address}' is not encrypted", "use https://"),
    "link-empty": Entry("a link leads nowhere", "write [words](name)"),
    "target-unknown": Entry(
        "there is no worksheet and no page '{name}'{near}",
        "a page goes by the name of its file, without .md",
    ),
    "target-unchecked": Entry(
        "'{name}' is no worksheet here, and there is no site to look pages up in",
        "check it in the folder with mkdocs.yml",
        "warning",
    ),
}
