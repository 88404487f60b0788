"""Every example works for its living."""

from __future__ import annotations

from pathlib import Path

import pytest

from language_files import beside, called, example, examples
from workleaf.language import fields, options
from workleaf.language.fields import Field

EXAMPLES = examples()
COMMON = set(options.keys(Field))


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_reads_without_a_problem(name: str, tmp_path: Path) -> None:
    reading = example(tmp_path, name)
    assert [str(each) for each in reading.problems] == []
    worksheet = reading.by_id[called(name)]
    drawn = {control.path for control in worksheet.controls()}
    answers = {path for path in worksheet.values if path not in drawn}
    assert answers == set(), "every answer has a control"
    assert drawn


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_the_examples_of_a_type_show_all_its_keys(field: type[Field]) -> None:
    texts = "\n".join(
        text for name, text in EXAMPLES.items() if name.startswith(f"{field.type_name}/")
    )
    own = set(options.keys(field)) - COMMON
    assert {key for key in own if f" {key}:" not in texts} == set()


def test_the_examples_together_show_all_keys_that_every_item_may_have() -> None:
    shown = "\n".join(EXAMPLES.values())
    assert {key for key in COMMON if f" {key}:" not in shown} == set()


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_each_type_that_takes_an_answer_from_elsewhere_shows_how(
    field: type[Field], tmp_path: Path
) -> None:
    shown = set()
    for name in (each for each in EXAMPLES if each.startswith(f"{field.type_name}/")):
        home = tmp_path / called(name)
        home.mkdir()
        found = [each.offer for each in example(home, name).by_id[called(name)].controls()]
        assert {each.worksheet for each in found if each} == set(beside(name))
        shown |= set(beside(name))
    assert bool(shown) == ("from" not in field.without)


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_the_guide_of_a_type_names_its_own_keys(field: type[Field]) -> None:
    guide = Path(fields.__file__).parent / field.type_name / "guide.md"
    own = set(options.keys(field)) - COMMON - {field.inner_key}
    told = guide.read_text(encoding="utf-8")
    assert {key for key in own if f"`{key}" not in told} == set()


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_a_type_has_two_to_six_examples(field: type[Field]) -> None:
    count = sum(name.startswith(f"{field.type_name}/") for name in EXAMPLES)
    assert 2 <= count <= 6


@pytest.mark.parametrize("field", fields.FIELDS, ids=lambda field: field.type_name)
def test_the_guide_of_a_type_is_short(field: type[Field]) -> None:
    guide = Path(fields.__file__).parent / field.type_name / "guide.md"
    assert 4 <= len(guide.read_text(encoding="utf-8").splitlines()) <= 15


def test_no_type_is_called_like_a_key() -> None:
    keys = {key for field in fields.FIELDS for key in options.keys(field)}
    assert keys & {*fields.BY_NAME, "use"} == set()
