"""Words are read without the parser where that makes no difference: here all are read with it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as some
from markdown_it import MarkdownIt

from workleaf.language import markdown
from workleaf.language.source import Scalar, Source

PIECES = [
    *("a", "b c", "é", "7", " ", "  ", "\n", "\n\n", "\t", ".", ")", "-", "+", "#", ">", "!", "|"),
    *("*", "**", "_", "`", "[", "](", "]", "(", "<", "&", "&amp;", "&#33;", "\\", "~", "=", ":"),
    *("{", "}", "{{", "%", "$", "${", "${a}", "@", "^", "https://a.b", "<https://a.b>", "1. "),
]
TEXTS = some.lists(some.sampled_from(PIECES), max_size=14).map("".join)
PLAIN = MarkdownIt("commonmark", {"html": False}).disable(
    ["code", "fence", "hr", "html_block", "html_inline", "lheading", "reference", "image"]
)
PLAIN.validateLink = lambda url: True  # type: ignore[method-assign]
OFTEN = settings(max_examples=500, deadline=None, database=None, derandomize=True)


def scalar(text: str) -> Scalar:
    return Scalar(Source("a.yml", text), 0, len(text), text)


@OFTEN
@given(TEXTS)
def test_a_text_is_what_commonmark_makes_of_it(text: str) -> None:
    ours = [each.as_dict() for each in markdown._MARKDOWN.parse(text)]
    assert ours == [each.as_dict() for each in PLAIN.parse(text)]


@OFTEN
@given(TEXTS)
def test_a_text_without_signs_needs_no_parser(text: str) -> None:
    with_parser = markdown._Reading(scalar(text), markdown._Nowhere())
    assert markdown.line(scalar(text), markdown._Nowhere()) == with_parser.line()
    assert markdown.prose(scalar(text), markdown._Nowhere()) == with_parser.prose()
