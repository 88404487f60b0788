"""Charts and recalled answers on paper: empty pictures that say in words what they are."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from language_files import beside, examples, one
from workleaf.outputs import pdf
from workleaf.outputs.pdf.structure import tree
from workleaf.worksheet.model import Worksheet

CHARTS = sorted(name for name, text in examples().items() if "chart:" in text)
MIXED = """
    title: A sheet
    fields:
      - grid: How is it today?
        id: life
        choices: {0: Bad, 1: So so, 2: Good}
        rows: {body: My body, rest: My rest, joy: Joy}
        share: ok
        chart:
          type: dots
          of: [life, theirs.life]
          note: Further to the right is better.
      - recall: What you wrote
        id: again
        of: life
"""


def figures(data: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        return [str(each.Alt) for each in tree(opened) if each.get("/S") == "/Figure"]


def words(data: bytes) -> str:
    pages = PdfReader(io.BytesIO(data)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_a_figure_with_words_in_a_document_without_faults(
    name: str, tmp_path: Path
) -> None:
    worksheet = one(tmp_path, examples()[name], **beside(name))
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    found = figures(made)
    assert len(found) == sum(each.chart is not None for each in worksheet.controls())
    assert all(each.startswith("An empty picture to draw in by hand.") for each in found)


def test_an_empty_picture_says_how_it_is_drawn_and_what_its_rows_are(tmp_path: Path) -> None:
    made = pdf.make(one(tmp_path, MIXED))
    (found,) = figures(made)
    assert found == (
        "An empty picture to draw in by hand. Put a dot in each row where your answer is. "
        "My body, My rest, Joy"
    )
    said = words(made)
    assert "Put a dot in each row where your answer is. Further to the right is better." in said
    assert "Bad So so Good" in said


def test_the_other_person_draws_on_their_own_paper(tmp_path: Path) -> None:
    assert "The other person" not in words(pdf.make(one(tmp_path, MIXED)))


@pytest.mark.parametrize("key", ["paper: reading", "store: never"])
def test_paper_for_reading_has_nothing_to_draw_in(key: str, tmp_path: Path) -> None:
    text = MIXED.replace("title: A sheet", f"title: A sheet\n    {key}")
    worksheet = one(tmp_path, text[: text.index("      - recall")])
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    assert figures(made) == []


def _two_sheets(folder: Path) -> Worksheet:
    earlier = """
        title: The first talk
        fields:
          - text: What did you learn?
            id: learned
    """
    return one(
        folder,
        """
        title: A sheet
        fields:
          - recall: The talk
            id: talk
            of: first-talk.learned
        """,
        first_talk=earlier,
    )


def test_an_earlier_answer_has_room_to_be_copied_by_hand_and_no_field(tmp_path: Path) -> None:
    worksheet = _two_sheets(tmp_path)
    made = pdf.make(worksheet)
    assert pdf.check(made, worksheet) == ()
    assert "The talk From “The first talk”: What did you learn?" in words(made)
    fields = PdfReader(io.BytesIO(made)).get_fields() or {}
    assert set(fields) == {"_worksheet"}
