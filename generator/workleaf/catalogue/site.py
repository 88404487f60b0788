"""Messages: the site around the worksheets (mkdocs.yml, pages, fences, the finished build)."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

SITE: dict[str, Entry] = {
    "new-name": Entry(
        "'{name}' cannot be the name of a worksheet: it becomes a file and an address",
        "small letters, digits and - : workleaf new worksheet {example}",
    ),
    "new-exists": Entry(
        "there is a worksheet '{name}' already, and nothing was written",
        "choose another name, or change that file",
    ),
    "new-unwritable": Entry(
        "this file cannot be written: {why}", "look at the folder that it would stand in"
    ),
    "new-site-full": Entry(
        "this folder is not empty, and nothing was written",
        "name a new folder: workleaf new site my-guide",
    ),
    "new-site-file": Entry(
        "there is a file of this name, and nothing was written",
        "name a new folder: workleaf new site my-guide",
    ),
    "new-page": Entry(
        "there is a page '{name}' already, and links go by name", "choose another name"
    ),
    "config-missing": Entry(
        "there is no mkdocs.yml here",
        "go to the folder of your guide, or name the file: --config FILE",
    ),
    "config-yaml": Entry(
        "this file cannot be read: {why}", "check the spaces at the start of the line"
    ),
    "config-no-settings": Entry(
        "the settings of workleaf are missing",
        "add 'extra:', below it 'workleaf:', and below that 'site_id: my-guide'",
    ),
    "config-unknown": Entry("workleaf has no setting '{key}'", "settings: {known}"),
    "config-value": Entry("'{key}' is missing or cannot be this", "{about}"),
    "config-page": Entry(
        "'{key}' names a page that is not there: {file}",
        "write its file below the content folder, as in 'nav'",
    ),
    "page-navigation": Entry(
        "'navigation' names the group '{name}', and 'nav' in mkdocs.yml has no such group{near}",
        "write its name on the left as it stands in 'nav'",
    ),
    "config-noindex": Entry(
        "'noindex' names '{name}', and there is no such page or worksheet{near}",
        "write the name of its file, without its ending",
    ),
    "page-encoding": Entry("this page is not UTF-8 text", "save it again as UTF-8"),
    "page-front-matter": Entry(
        "the lines between the two '---' cannot be read: {why}",
        "put texts with ': ' in double quotes",
    ),
    "claim-unmarked": Entry(
        "this page lists the claim {claim}, but no sentence carries it",
        "mark the sentence: [The sentence.]{{#claim-{mark}}}",
    ),
    "claim-unlisted": Entry(
        "a sentence here carries the claim {claim}, but the page does not list it",
        "add it to 'claims:' at the top of the page",
    ),
    "claim-unknown": Entry(
        "no page of the guide makes the claim {claim}",
        "list it at the top of a page and mark its sentence, or take it out here",
    ),
    "evidence-unknown": Entry(
        "there is no reference {reference} on any page",
        "add it to the references, or take it out here",
    ),
    "fence-yaml": Entry(
        "the lines of this block cannot be read: {why}", "write one 'key: value' a line"
    ),
    "fence-shape": Entry(
        "a '{name}' block holds lines like 'use: name-of-a-worksheet'",
        "write one 'key: value' a line",
    ),
    "fence-key": Entry("a '{name}' block has no '{key}'", "it understands: {known}"),
    "fence-use": Entry(
        "this block does not say which worksheet it shows", "add the line 'use: its-name'"
    ),
    "fence-after": Entry(
        "'after' tells about '{id}', which has no card here",
        "add it to 'use', or take the line out",
    ),
    "fence-after-shape": Entry(
        "'after' holds a line a worksheet",
        "write below it: name-of-a-worksheet: what one has afterwards",
    ),
    "fence-show": Entry("this block cannot show '{show}'", "write 'show: line' or leave it out"),
    "fence-no-id": Entry(
        "a worksheet inside a page needs an id", "add a line like 'id: my-question'"
    ),
    "fence-id-taken": Entry(
        "the id '{id}' belongs to another worksheet", "choose an id of its own for this one"
    ),
    "fence-unknown": Entry(
        "there is no worksheet '{id}'",
        "its name is its file's name without .yml, in the folder worksheets/",
    ),
    "fence-twice": Entry("the worksheet '{id}' is on this page already", "show it once on a page"),
    "fence-step": Entry("'{id}' has no step '{step}'", "steps: {known}"),
    "fence-only": Entry("'{id}' has no item '{item}'", "name the item's id"),
    "manual-unknown": Entry(
        "this block shows nothing: '{name}' is not known",
        "name a type, a kind of keys or something to show, as the manual's own pages do",
    ),
    "help-lines-missing": Entry(
        "this block shows help lines, but there is no file {file} in the folder of pages",
        "make it, or take the block out",
    ),
    "help-line-unknown": Entry("help lines have no key '{key}' here", "keys: {known}"),
    "help-line-missing": Entry("'{key}' is missing here", "{about}"),
    "help-line-value": Entry("'{key}' cannot be this", "{about}"),
    "help-line-level": Entry(
        "a line of level '{value}' is not shown to readers",
        "A: seen on a page of the service or of a government. B: seen in the news or with another "
        "body. Leave the line out until somebody has seen it",
    ),
    "help-line-country": Entry(
        "the country '{country}' has no name", "add it under 'countries', such as NZ: New Zealand"
    ),
    "help-line-later": Entry(
        "this page was seen on {on}, after the file's own day {as_of}",
        "if you went through the lines since, set 'as_of' to that day; never guess a date",
    ),
    "help-line-kind": Entry(
        "no help line is of the kind '{kind}'", "name kinds that lines have: {known}"
    ),
    "help-line-nowhere": Entry(
        "no help line is in the country '{country}'", "name countries that lines have: {known}"
    ),
    "pdf-fault": Entry(
        "the PDF of this worksheet would not be right: {fault}",
        "this is a fault of workleaf: please report it with the worksheet",
    ),
    "engine-failed": Entry(
        "{engine} could not build the site:\n{why}", "mend what it names; the last site is kept"
    ),
    "seal-page": Entry(
        "the site has no such page, though a worksheet stands on it",
        "this is a fault of the engine or of a plugin: build with mkdocs",
    ),
    "seal-form": Entry(
        "the form of the worksheet '{id}' is missing on this page",
        "this is a fault of the engine or of a plugin: build with mkdocs",
    ),
    "seal-inline": Entry(
        "this page has an inline '{attribute}' at <{tag}>, which its security policy forbids",
        "put styles into a stylesheet and scripts into a file",
    ),
    "seal-foreign": Entry(
        "this page would load {address} from another host",
        "put the file into your content folder and link it there",
    ),
    "seal-link": Entry("this page links to {address}, which is not there", "check the address"),
    "disk-fault": Entry(
        "this cannot be read or written: {why}",
        "look for free space, and for the right to write here; the last site is kept",
    ),
    "file-missing": Entry("there is no such file", "check its name and folder"),
    "fix-unwritten": Entry(
        "'{words}' could not be written here without changing what the file says",
        "write it by hand: 'id: …' below the words, or 'value: words' in a list of choices",
    ),
    "output-unwritable": Entry(
        "this file cannot be written: {why}", "choose another place with -o"
    ),
}
