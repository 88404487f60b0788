"""What every form as HTML must be: valid, labelled, safe, and named by answer paths."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

import projects
import web_pages
from pdf_examples import EVERYTHING, GATE, READING, line, prose
from projects import ROOT
from web_pages import FIELDS, Element, draw, read
from workleaf.outputs import web
from workleaf.outputs.web.controls import CONTROLS
from workleaf.outputs.web.rows import sheet
from workleaf.outputs.web.spoken import SPOKEN
from workleaf.strings import words
from workleaf.worksheet.controls import AnyControl, Check, Group, Pick, Recall, Rows, Say, Write
from workleaf.worksheet.model import Beside, Result, Step, Worksheet
from workleaf.worksheet.paths import join, placed, spots
from workleaf.worksheet.texts import Paragraph, Plain, Slot, Target, Tree

WEB = ROOT / "generator" / "workleaf" / "outputs" / "web"
MADE = {
    "every-control": EVERYTHING,
    "only-reading": READING,
    "not-kept": replace(EVERYTHING, keep="never"),
}
REAL = projects.worksheets()
EVERY = pytest.mark.parametrize("name", [*MADE, *REAL])
PHRASING = {"p", "label", "span", "legend", "h2", "h3", "h4", "button", "strong", "em", "output"}
FLOW = {"p", "div", "ul", "ol", "li", "table", "fieldset", "section", "form", "h2", "h3", "h4"}


def form(name: str) -> Element:
    worksheet = worksheet_of(name)
    return read(draw(worksheet, worksheet_of(worksheet.gate) if worksheet.gate else None))


def worksheet_of(name: str) -> Worksheet:
    return MADE.get(name) or web_pages.real()[name]


def sheet_of(*controls: AnyControl, **more: object) -> Worksheet:
    step = Step(id="only", title=line("A step"), controls=controls)
    made = Worksheet(id="a-sheet", title=line("A sheet"), steps=(step,), hash="0" * 16)
    return replace(made, **more)  # type: ignore[arg-type]


def drawn(*controls: AnyControl, **more: object) -> Element:
    return read(draw(sheet_of(*controls, **more)))


@EVERY
def test_ids_are_unique_even_with_a_gate_and_in_new_rows(name: str) -> None:
    ids = [each.get("id") for each in form(name) if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert all(each.startswith(f"{name}--") for each in ids) or name in MADE


@EVERY
def test_every_reference_leads_to_an_element(name: str) -> None:
    root = form(name)
    ids = {each.get("id") for each in root}
    asked = ("for", "aria-labelledby", "aria-describedby")
    wanted = {part for each in root for key in asked for part in each.get(key).split()}
    assert wanted <= ids, wanted - ids


def is_labelled(each: Element, labels: dict[str, Element]) -> bool:
    if each.get("aria-label") or each.get("aria-labelledby"):
        return True
    own = labels.get(each.get("id"))
    found = own or next((up for up in each.around if up.tag == "label"), None)
    return bool(found and found.text)


@EVERY
def test_every_field_has_words_that_name_it(name: str) -> None:
    root = form(name)
    labels = {each.get("for"): each for each in root if each.tag == "label"}
    fields = [each for each in root if each.tag in FIELDS]
    bare = [each.attributes for each in fields if not is_labelled(each, labels)]
    assert not bare


@EVERY
def test_every_group_of_choices_has_a_legend(name: str) -> None:
    groups = [each for each in form(name) if each.tag == "fieldset"]
    first = [
        next((child for child in each.children if isinstance(child, Element)), None)
        for each in groups
    ]
    assert all(child and child.tag == "legend" and child.text for child in first)


@EVERY
def test_words_hold_no_blocks(name: str) -> None:
    wrong = [
        (up.tag, each.tag)
        for each in form(name)
        if each.tag in FLOW and (up := each.parent) and up.tag in PHRASING
    ]
    assert not wrong


@EVERY
def test_nothing_is_styled_or_started_in_the_markup(name: str) -> None:
    names = {key for each in form(name) for key in each.attributes}
    assert "style" not in names
    assert not [key for key in names if key.startswith("on")]


@EVERY
def test_nothing_is_dead_without_scripts(name: str) -> None:
    def is_hidden(each: Element) -> bool:
        return "hidden" in each.attributes or any("hidden" in up.attributes for up in each.around)

    root = form(name)
    assert all(is_hidden(each) for each in root.all("button"))
    assert all(each.get("type") == "button" for each in root if each.tag == "button")


@EVERY
def test_the_browser_offers_nothing_typed_before(name: str) -> None:
    root = form(name)
    asked = [
        each for each in root if each.tag == "form" or (each.tag in FIELDS and each.get("name"))
    ]
    assert all(each.get("autocomplete") == "off" for each in asked)


@EVERY
def test_enter_sends_nothing_even_without_scripts(name: str) -> None:
    forms = form(name).all("form")
    assert forms
    assert all(each.get("method") == "dialog" and not each.get("action") for each in forms)


def expected(control: AnyControl) -> set[str]:
    """The answer paths that the screen shows: all of a control's, rows as many as stand there."""
    if isinstance(control, Group | Say):
        return set()
    if isinstance(control, Recall):
        return {control.path}
    if not isinstance(control, Rows):
        return {spot.path for spot in spots(control)}
    rows = sheet(control, words("en"), lambda _: Markup())
    return {
        spot.path
        for row in rows.rows
        for column in control.columns
        for spot in spots(placed(column, join(control.path, row.key, column.path)))
    }


@EVERY
def test_fields_are_named_by_their_answer_paths(name: str) -> None:
    worksheet = worksheet_of(name)
    paths = {path for control in worksheet.controls() for path in expected(control)}
    own = next(each for each in form(name).all("form") if not each.get("data-role"))
    names = {each.get("name") for each in own.all(*FIELDS) if "name" in each.attributes}
    assert names == paths


@EVERY
def test_what_paper_does_not_carry_says_so(name: str) -> None:
    root = form(name)
    items = {each.get("data-item"): each for each in root if each.get("data-item")}
    for control in worksheet_of(name).controls():
        if control.path not in items:
            # A part of a sentence or a signature: its group says it.
            assert "." in control.path
            continue
        off = control.keep == "never" or control.only_on == "screen"
        assert (items[control.path].get("data-paper") == "no") == off
    own = next(each for each in root.all("form") if not each.get("data-role"))
    assert (own.get("data-paper") == "no") == (worksheet_of(name).paper == "reading")


@EVERY
def test_conditions_are_numbered_in_the_pages_data(name: str) -> None:
    for own in form(name).all("form"):
        data = json.loads(next(each.text for each in own if each.get("class") == "wl-data"))
        asked = (
            "data-show",
            "data-when",
            "data-check",
            "data-slot",
            "data-tally",
            "data-parts",
            "data-tip",
        )
        used = {int(n) for each in own for key in asked for n in each.get(key).split()}
        assert used == set(range(len(data["trees"])))
        assert set(data["words"]) == set(SPOKEN)


def test_scripts_find_every_word_they_say() -> None:
    asked = set(json.loads((ROOT / "generator" / "client" / "words.json").read_text("utf-8")))
    behaviours = "".join(path.read_text("utf-8") for path in WEB.glob("controls/*/behaviour.ts"))
    own = {word for word in SPOKEN if f"words.{word}" in behaviours}
    assert asked | own == set(SPOKEN)
    assert set(SPOKEN) <= set(words("en"))


def test_what_authors_write_is_never_markup() -> None:
    nasty = '<script>alert("1")</script>'
    control = Pick(
        path="a",
        label=line(nasty),
        hint=prose(nasty),
        choices=(),
        look="dropdown",
        shown_when=nasty,
    )
    html = draw(
        sheet_of(control, Write(path="b", label=line("B"), default=nasty), title=line(nasty))
    )
    assert html.count("<script") == 1
    assert "alert(&#34;1&#34;)" in html


def test_data_cannot_end_its_own_element() -> None:
    sheet = sheet_of(title=line("</script><img>"))
    assert "</script><img>" not in draw(sheet)
    data = next(each for each in read(draw(sheet)) if each.get("class") == "wl-data")
    assert json.loads(data.text)["title"] == "</script><img>"


def test_equal_conditions_stand_once() -> None:
    tree: Tree = ("is", ("v", "a"), ("s", "x"))
    root = drawn(
        Write(path="a", label=line("A")),
        Write(path="b", label=line("B"), show_if=tree),
        Write(
            path="c", label=line("C"), show_if=tree, check=Check(tree=True, message=line("Look"))
        ),
    )
    assert [each.get("data-show") for each in root if each.get("data-show")] == ["0", "0"]
    assert [each.get("data-check") for each in root if each.get("data-check")] == ["1"]


def test_a_slot_is_a_blank_with_its_questions_name() -> None:
    slot = Slot(tree=("v", "a"), optional=True, name="Their name")
    root = drawn(Say(path="s", text=(Paragraph((Plain("Dear "), slot)),)))
    found = next(each for each in root if each.get("class") == "wl-slot")
    assert "data-optional" in found.attributes
    assert found.text == "Their name"


def test_a_result_that_leads_to_safety_stands_beside_its_question() -> None:
    away = Target(kind="page", name="safety", title="Is it safe?", safety=True)
    result = Result(id="afraid", show=prose("Please read this."), when=True, go=(away,))
    result = replace(result, beside=(Beside(path="a", when=True),))
    plan = Group(path="g", label=line("G"), controls=(Write(path="a", label=line("A")),))
    root = drawn(plan, Write(path="b", label=line("B")), results=(result,))
    found = next(each for each in root if each.get("data-result"))
    assert found.parent
    assert found.parent.get("role") == "status"
    before = found.parent.parent
    assert before
    assert before.get("data-item") == "g"
    assert "../safety/" in [each.get("href") for each in found]


def test_a_gate_is_a_form_of_its_own_before_the_worksheet() -> None:
    root = read(draw(replace(EVERYTHING, gate=GATE.id), GATE))
    gate, own = root.all("form")
    assert (gate.get("data-role"), gate.get("data-worksheet")) == ("gate", GATE.id)
    assert own.get("data-gate") == GATE.id
    assert not [each for each in gate if "data-wl-status" in each.attributes]


def test_two_worksheets_may_ask_the_same_gate_on_one_page() -> None:
    other = replace(EVERYTHING, id="another-one")
    root = read(draw(replace(EVERYTHING, gate=GATE.id), GATE) + draw(other, GATE))
    ids = [each.get("id") for each in root if "id" in each.attributes]
    assert len(ids) == len(set(ids))


def test_a_worksheet_that_keeps_nothing_offers_no_files_and_asks_nothing() -> None:
    root = read(draw(replace(EVERYTHING, keep="never")))
    names = {key for each in root for key in each.attributes}
    assert not names & {"data-wl-keep", "data-wl-download", "data-wl-open"}
    assert words("en")["unkept"] in root.text


def test_without_a_pdf_there_is_no_link_to_one() -> None:
    links = [each.get("href") for each in read(draw(EVERYTHING, pdf="")).all("a")]
    assert not [each for each in links if each.endswith("pdf")]


def test_a_project_may_draw_a_control_in_its_own_way(tmp_path: Path) -> None:
    (tmp_path / "workleaf").mkdir()
    own = tmp_path / "workleaf" / "say.html"
    own.write_text("<aside>{{ d.prose(control.text) }}</aside>", encoding="utf-8")

    def html() -> str:
        return web.form(
            sheet_of(Say(path="s", text=prose("Words"))),
            gate=None,
            link=web_pages.link,
            site_id="s",
            privacy="ordinary",
            pdf="",
            overrides=tmp_path,
        )

    assert "<aside><p>Words</p></aside>" in html()
    own.unlink()
    assert "wl-say" in html()


def test_parts_without_a_heading_may_stand_twice() -> None:
    part = Group(path="", controls=(Say(path="s", text=prose("Words")),), show_if=True)
    root = drawn(part, part)
    ids = [each.get("id") for each in root if "id" in each.attributes]
    assert len(ids) == len(set(ids))
    assert len([each for each in root if each.get("data-show")]) == 2


def test_templates_are_short() -> None:
    found = [*WEB.glob("templates/*.html"), *WEB.glob("controls/*/template.html")]
    assert len(found) > len(CONTROLS)
    for path in found:
        assert len(path.read_text("utf-8").splitlines()) < 60, path.name
