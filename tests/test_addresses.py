"""Addresses inside the site."""

from __future__ import annotations

import pytest

from workleaf.publish.addresses import address, page_name, relative


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("index.md", ""),
        ("begin-here.md", "begin-here/"),
        ("guide/two-words.md", "guide/two-words/"),
        ("safety/index.md", "safety/"),
    ],
)
def test_a_page_has_the_address_that_engines_give_it(file: str, expected: str) -> None:
    assert address(file) == expected


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("index.md", "home"),
        ("guide/two-words.md", "two-words"),
        ("safety/index.md", "safety"),
    ],
)
def test_a_page_goes_by_its_files_name(file: str, expected: str) -> None:
    assert page_name(file) == expected


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("safety/", "worksheets/x/", "../../safety/"),
        ("worksheets/x.pdf", "worksheets/x/", "../x.pdf"),
        ("", "guide/y/", "../../"),
        ("worksheets/x/", "", "worksheets/x/"),
        ("safety/", "safety/", "./"),
    ],
)
def test_links_are_relative_to_the_page(target: str, page: str, expected: str) -> None:
    assert relative(target, page=page) == expected
