"""What is filled into a PDF comes back as answers, whichever program filled it in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pikepdf
import pytest

from pdf_examples import EVERYTHING, READING
from pdf_filling import emptied, expected, full, one_field, with_pikepdf, with_pypdf
from workleaf.outputs import answers, pdf
from workleaf.problems import WorksheetError

Filler = Callable[[bytes, Mapping[str, str]], bytes]


def value_only(blank: bytes, values: Mapping[str, str]) -> bytes:
    return with_pikepdf(blank, values, only_value=True)


@pytest.fixture(scope="module")
def blank() -> bytes:
    return pdf.make(EVERYTHING)


def saved(tmp_path: Path, data: bytes, name: str = "filled.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("fill", [with_pypdf, with_pikepdf, value_only])
def test_every_field_comes_back_as_it_was_filled_in(
    tmp_path: Path, blank: bytes, fill: Filler
) -> None:
    values = full(EVERYTHING)
    found = answers.read(saved(tmp_path, fill(blank, values)))
    assert (found.worksheet, found.version) == ("every-control", 3)
    assert found.answers == expected(EVERYTHING, values)
    assert answers.unknown(found, EVERYTHING) == ()


def test_a_blank_copy_gives_its_first_values_and_nothing_else(tmp_path: Path, blank: bytes) -> None:
    found = answers.read(saved(tmp_path, blank)).answers
    assert found["own"] == "That was my choice and my responsibility."
    assert (found["kind"], found["values.fair"], found["values"]) == ("b", True, ["fair"])
    assert (found["trust"], found["month"], found["promises.1.size"]) == ("7", "m3", "small")
    assert set(found) == {
        "own", "story", "accents", "kind", "values.fair", "values", "trust", "month",
        "promises.1.do", "promises.1.size",
    }  # fmt: skip


def test_empty_fields_are_left_out(tmp_path: Path, blank: bytes) -> None:
    assert answers.read(saved(tmp_path, emptied(blank))).answers == {}


def test_a_list_saved_by_its_words_comes_back_as_its_value(tmp_path: Path, blank: bytes) -> None:
    filled = with_pikepdf(blank, {"month": "Month 11"})
    assert answers.read(saved(tmp_path, filled)).answers["month"] == "m11"


def test_a_question_that_has_gone_is_named(tmp_path: Path, blank: bytes) -> None:
    found = answers.read(saved(tmp_path, blank))
    assert answers.unknown(found, READING) == tuple(sorted(found.answers))


def test_a_copy_without_its_hidden_field_is_known_by_its_properties(
    tmp_path: Path, blank: bytes
) -> None:
    path = saved(tmp_path, blank)
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        fields = opened.Root.AcroForm.Fields
        del fields[len(fields) - 1]
        opened.save(path)
    assert answers.read(path).worksheet == "every-control"


def encrypted() -> bytes:
    return one_field(encryption=pikepdf.Encryption(user="secret", owner="secret"))


def no_form() -> bytes:
    return pdf.make(EVERYTHING)[:400]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("foreign.pdf", one_field(), "answers-foreign"),
        ("secret.pdf", encrypted(), "answers-encrypted"),
        ("cut.pdf", no_form(), "answers-broken"),
        ("empty.pdf", b"", "answers-broken"),
        ("notes.txt", b"hello", "answers-kind"),
    ],
)
def test_a_file_that_is_no_filled_copy_says_so(
    tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    with pytest.raises(WorksheetError) as caught:
        answers.read(saved(tmp_path, data, name))
    assert [each.code for each in caught.value.problems] == [code]
    assert str(caught.value).startswith(f"{name}:1:1: ")


def test_a_flattened_copy_says_that_it_has_no_fields(tmp_path: Path, blank: bytes) -> None:
    path = saved(tmp_path, blank)
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        del opened.Root.AcroForm
        opened.save(path)
    with pytest.raises(WorksheetError, match="the PDF has no fields"):
        answers.read(path)


def test_a_loop_of_fields_ends(tmp_path: Path, blank: bytes) -> None:
    path = saved(tmp_path, blank)
    with pikepdf.open(path, allow_overwriting_input=True) as opened:
        group = next(each for each in opened.Root.AcroForm.Fields if pikepdf.Name.Kids in each)
        group.Kids.append(group)
        opened.save(path)
    assert answers.read(path).worksheet == "every-control"


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(WorksheetError, match=r"there is no file 'none\.pdf'"):
        answers.read(tmp_path / "none.pdf")
