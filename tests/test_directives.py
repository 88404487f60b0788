"""The fences of guide pages."""

from __future__ import annotations

from workleaf.publish.directives import Directive, Text, split


def _directives(text: str) -> list[Directive]:
    parts, problems = split(text, file="content/x.md")
    assert not problems
    return [part for part in parts if isinstance(part, Directive)]


def test_a_worksheet_fence_names_what_it_shows() -> None:
    found = _directives(
        "Before\n\n```worksheet\nuse: small-steps\nstep: log\ncollapsed: yes\n```\nAfter\n"
    )
    assert [(each.name, each.use, each.step, each.collapsed) for each in found] == [
        ("worksheet", ("small-steps",), "log", True)
    ]


def test_the_block_form_is_the_same() -> None:
    (found,) = _directives("/// worksheet | small-steps\n///\n")
    assert (found.name, found.use) == ("worksheet", ("small-steps",))


def test_a_fence_inside_a_longer_fence_stays_an_example() -> None:
    text = "````\n```worksheet\nuse: small-steps\n```\n````\n"
    parts, problems = split(text, file="content/x.md")
    assert not problems
    assert [line for part in parts if isinstance(part, Text) for line in part.lines] == text.split(
        "\n"
    )


def test_text_around_fences_is_kept_to_the_letter() -> None:
    text = "One\n\n```python\nx = 1\n```\n\n```worksheets\n```\nTwo"
    parts, _ = split(text, file="content/x.md")
    kept = [line for part in parts if isinstance(part, Text) for line in part.lines]
    assert kept == ["One", "", "```python", "x = 1", "```", "", "Two"]


def test_an_unknown_key_is_named_with_its_place() -> None:
    _, (found,) = split("\n```worksheet\nuse: a\nonyl: [b]\n```\n", file="content/x.md")
    assert str(found) == (
        "content/x.md:4:1: a 'worksheet' block has no 'onyl'\n"
        "    4 | onyl: [b]\n"
        "      | ^^^^\n"
        "      = it understands: use, step, only, collapsed"
    )


def test_a_block_that_is_no_mapping_is_named() -> None:
    _, (found,) = split("```worksheet\njust words\n```\n", file="content/x.md")
    assert found.code == "fence-shape"


def test_cards_may_say_what_one_has_afterwards() -> None:
    (found,) = _directives("```worksheets\nuse: [a, b]\nafter:\n  a: a plan\n  b: a word\n```\n")
    assert (found.use, dict(found.after)) == (("a", "b"), {"a": "a plan", "b": "a word"})


def test_what_one_has_afterwards_is_a_line_a_worksheet() -> None:
    _, (found,) = split("```worksheets\nuse: [a]\nafter: a plan\n```\n", file="content/x.md")
    assert str(found) == (
        "content/x.md:1:1: 'after' holds a line a worksheet\n"
        "      = write below it: name-of-a-worksheet: what one has afterwards"
    )
