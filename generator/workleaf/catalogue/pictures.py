"""Messages: drawings that pages show, and their words in other languages."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

PICTURES: dict[str, Entry] = {
    "picture-use": Entry(
        "this block does not say which picture it shows", "add the line 'use: its-name'"
    ),
    "picture-unknown": Entry(
        "there is no picture '{name}'{near}",
        "its name is its file's name without .svg, in the folder {folder}/",
    ),
    "picture-file": Entry(
        "this drawing cannot be read: {why}", "draw it again from one that works"
    ),
    "picture-part": Entry("a drawing cannot hold {part}", "here it may hold: {known}"),
    "picture-colour": Entry(
        "'{colour}' is no colour of the site",
        "use one of these, which follow light, dark and paper: {known}",
    ),
    "picture-number": Entry("'{key}' is a number, not '{value}'", 'write it like this: {key}="16"'),
    "picture-title": Entry(
        "this drawing does not say what it shows",
        "add one line at its top: <title>What it shows</title>",
    ),
    "picture-desc": Entry(
        "this drawing says nothing to those who do not see it",
        "add all that it says, below its title: <desc>In words …</desc>",
    ),
    "picture-size": Entry(
        "this drawing does not say how large it is",
        'write it at its top: <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 400">',
    ),
    "picture-id": Entry(
        "the words '{words}' have no id, so nobody can translate them",
        'add one: <text id="a-name">',
    ),
    "picture-id-twice": Entry(
        "'{id}' names other words of this drawing already", "give these an id of their own"
    ),
    "picture-long": Entry(
        "'{words}' would take {takes} lines, and the drawing has room for {most}",
        "say it in fewer words, or give it more room: data-width, data-lines",
    ),
    "picture-wide": Entry(
        "'{words}' is wider than the room that it has in the drawing",
        "choose a shorter word, or give it more room: data-width",
    ),
    "picture-words-alone": Entry(
        "these are words of a picture '{name}', which is not there",
        "name the file after a drawing: its-name.es.yml beside its-name.svg",
    ),
    "picture-words-unknown": Entry(
        "the picture '{name}' has no words '{id}'{near}", "take the id from its drawing"
    ),
    "picture-words-shape": Entry(
        "'{id}' needs its words beside it, as one text", "write: {id}: the words"
    ),
    "picture-words-missing": Entry(
        "some words of this picture are not translated yet: {known}",
        "add a line for each: its id, then its words",
        "warning",
    ),
}
