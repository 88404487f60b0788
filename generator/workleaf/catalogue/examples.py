"""Messages: the examples of a worksheet, what they answer and what they expect."""

from __future__ import annotations

from workleaf.catalogue.entry import Entry

EXAMPLES: dict[str, Entry] = {
    "example-answers": Entry(
        "'answers' names questions, each with what is answered", "nothing answered: answers: {{}}"
    ),
    "example-nothing": Entry("this example expects nothing", "say what should come: {known}"),
    "example-answer-unknown": Entry("there is no question '{name}'{near}", "ids: {known}"),
    "example-answer-none": Entry("'{path}' takes no answer", "take the line out of 'answers'"),
    "example-part-unknown": Entry("'{path}' has no '{name}'{near}", "it has: {known}"),
    "example-no-parts": Entry(
        "'{path}' is one answer, without parts", "take the point and what follows it out"
    ),
    "example-elsewhere": Entry(
        "an example answers the questions of its own worksheet",
        "'{path}' counts as unanswered here",
    ),
    "example-shape": Entry(
        "the answer to '{path}' should be {shape}", "write it as people answer that question"
    ),
    "example-date": Entry("'{found}' is no date", "write it as 2026-01-31"),
    "example-facts": Entry(
        "'{key}' names items, each with what is expected of it", "write lines like 'id: …'"
    ),
    "example-item-unknown": Entry(
        "there is no item or step '{name}' on the screen{near}", "ids: {known}"
    ),
    "example-score-unknown": Entry("there is no score '{name}'{near}", "scores: {known}"),
    "example-band-unknown": Entry("there is no score '{name}'{near}", "scores: {known}"),
    "example-text-unknown": Entry(
        "there is no generated_text '{name}'{near}", "generated texts: {known}"
    ),
    "example-result-unknown": Entry(
        "there is no result '{name}'{near}", "results: {known}; none at all: none"
    ),
    "example-score-shape": Entry(
        "a score is a number or 'unknown', not '{found}'", "write for example: trust: 12"
    ),
    "example-band-label": Entry(
        "'{name}' has no band '{found}'{near}", "bands: {known}; none of them: none"
    ),
    "example-text-shape": Entry(
        "words of the text are expected here", "write one of its sentences, or a list of them"
    ),
    "example-visible": Entry("'{name}' does not show with these answers", "{why}"),
    "example-hidden": Entry("'{name}' shows with these answers", "{why}"),
    "example-score": Entry("expected {name} {wanted}, got {found}", "{counted}"),
    "example-band": Entry(
        "expected the band '{wanted}' of {name}, got '{found}'", "{name} is {value}"
    ),
    "example-result": Entry("expected the result {wanted}, got {found}", "{why}"),
    "example-text": Entry("'{name}' does not say '{words}'", "it says: {found}"),
    "example-pass": Entry(
        "expected that these answers {wanted}",
        "the result that shows: {found}",
    ),
}
