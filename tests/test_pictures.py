"""Pictures: drawings whose words are words, in every language, and said to those who see none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html as lxml_html

from projects import ROOT
from workleaf.problems import WorksheetError
from workleaf.publish import config, pictures, stage
from workleaf.publish.pictures.room import lines, width

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 90">\n'
SAID = "<title>Two ways</title><desc>One way, and another.\n\n  A second thought.</desc>\n"
WAYS = (
    HEAD + SAID + '<path d="M0 0 H9" stroke="pine"/>\n'
    '<text id="ask" x="160" y="20" text-anchor="middle" fill="ink" data-width="90" data-lines="2">'
    "A hard question</text>\n</svg>"
)
MISTAKES = {
    "<svg": "this drawing cannot be read: Couldn't find end of Start Tag svg line 1",
    WAYS.replace("<path", "<script>x</script><path"): "a drawing cannot hold <script>",
    WAYS.replace("<path", '<path style="fill: red"'): "a drawing cannot hold 'style'",
    WAYS.replace("<path", '<path onclick="x()"'): "a drawing cannot hold 'onclick'",
    WAYS.replace('"pine"', '"#17503f"'): "'#17503f' is no colour of the site",
    WAYS.replace("<title>Two ways</title>", ""): "this drawing does not say what it shows",
    WAYS.replace("<desc>", "<title>").replace("</desc>", "</title>"): (
        "this drawing says nothing to those who do not see it"
    ),
    WAYS.replace(' viewBox="0 0 320 90"', ""): "this drawing does not say how large it is",
    WAYS.replace(' id="ask"', ""): (
        "the words 'A hard question' have no id, so nobody can translate them"
    ),
    WAYS.replace('id="ask"', 'id="desc"'): "'desc' names other words of this drawing already",
    WAYS.replace('data-width="90"', 'data-width="wide"'): "'data-width' is a number, not 'wide'",
    WAYS.replace("A hard question", "A hard one that many people do ask"): (
        "'A hard one that many people do ask' would take 4 lines, and the drawing has room for 2"
    ),
}
OF_WORDS = {
    "ask: [a]": "'ask' needs its words beside it, as one text",
    "aks: Una pregunta": "the picture 'ways' has no words 'aks' — did you mean 'ask'?",
    "ask: Una pregunta que no se acaba": (
        "'Una pregunta que no se acaba' would take 4 lines, and the drawing has room for 2"
    ),
    "ask: Interminabilidad": "'Interminabilidad' is wider than the room that it has in the drawing",
    "ask: Una pregunta": "warning: some words of this picture are not translated yet: title, desc",
}


def _said(folder: Path, **files: str) -> list[str]:
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    _, problems = pictures.read(folder, root=folder, languages=("es",))
    return [str(each) for each in problems]


@pytest.mark.parametrize("drawing", MISTAKES)
def test_a_mistake_in_a_drawing_is_told_with_the_way_out(drawing: str, tmp_path: Path) -> None:
    found = _said(tmp_path, ways__svg=drawing)
    assert re.match(r"ways\.svg:\d+:1: " + re.escape(MISTAKES[drawing]), found[0]), found
    assert "\n      = " in found[0]


@pytest.mark.parametrize("words", OF_WORDS)
def test_a_mistake_in_its_words_is_told_at_its_place(words: str, tmp_path: Path) -> None:
    found = _said(tmp_path, ways__svg=WAYS, ways__es__yml=words)
    assert found[0].startswith(f"ways.es.yml:1:1: {OF_WORDS[words]}"), found


def test_words_of_no_drawing_are_told(tmp_path: Path) -> None:
    (found,) = _said(tmp_path, wais__es__yml="ask: Una pregunta")
    assert found == (
        "wais.es.yml:1:1: these are words of a picture 'wais', which is not there\n"
        "      = name the file after a drawing: its-name.es.yml beside its-name.svg"
    )


def test_remarks_of_a_drawing_program_are_left_out(tmp_path: Path) -> None:
    drawn = WAYS.replace("<path", '<?program keep="1"?><!-- note --><path').replace(
        " hard", " <?x?>hard"
    )
    assert _said(tmp_path, ways__svg=drawn) == []
    assert pictures.read(tmp_path, root=tmp_path, languages=())[0].drawings["ways"].words[
        "ask"
    ] == ("A hard question")


def test_a_drawing_is_never_read_beyond_its_bounds(tmp_path: Path) -> None:
    (found,) = _said(tmp_path, ways__svg=WAYS + " " * 200_000)
    assert "this drawing cannot be read: it has more than 200,000 bytes" in found
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;">]>' + WAYS
    _said(tmp_path, ways__svg=bomb.replace("Two ways", "&b;"))
    read, _ = pictures.read(tmp_path, root=tmp_path, languages=())
    assert "aaaa" not in repr(read)


def test_a_picture_follows_the_colours_of_the_site_and_says_all_in_words(tmp_path: Path) -> None:
    assert _said(tmp_path, ways__svg=WAYS) == []
    found, _ = pictures.read(tmp_path, root=tmp_path, languages=())
    html = pictures.figure("ways", found, number=3, own="en", language="en")
    page = lxml_html.fromstring(html)
    (svg,) = page.iter("svg")
    assert 'stroke="var(--wl-pine)"' in html
    assert "style=" not in html
    assert svg.get("role") == "img"
    assert page.get_element_by_id(svg.get("aria-labelledby")).text == "Two ways"
    words = page.get_element_by_id(svg.get("aria-describedby"))
    assert [each.text for each in words] == ["One way, and another.", "A second thought."]
    assert [each.text.strip() for each in svg.iter("tspan")] == ["A hard", "question"]


def test_its_words_are_those_of_the_page_and_say_so_where_they_are_not(tmp_path: Path) -> None:
    _said(tmp_path, ways__svg=WAYS, ways__es__yml="ask: Una pregunta\ntitle: Dos caminos")
    found, _ = pictures.read(tmp_path, root=tmp_path, languages=("es",))
    html = pictures.figure("ways", found, number=1, own="en", language="es")
    assert ">Dos caminos</figcaption>" in html
    assert "Una " in html
    assert '<p lang="en" dir="ltr">One way, and another.</p>' in html
    assert "Dos" not in pictures.figure("ways", found, number=1, own="en", language="en")


def test_a_page_that_asks_for_a_picture_that_is_not_there_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "worksheets").mkdir()
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "ways.svg").write_text(WAYS, encoding="utf-8")
    settings = "docs_dir: content\nextra: {workleaf: {site_id: a-site, pdf: no}}\n"
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    page = "# Home\n\n```picture\nuse: wais\n```\n\n```picture\n```\n"
    (tmp_path / "content" / "index.md").write_text(page, encoding="utf-8")
    with pytest.raises(WorksheetError) as caught:
        stage.stage(config.load(tmp_path / "mkdocs.yml"))
    unknown, nameless = (str(each) for each in caught.value.problems)
    assert unknown == (
        "content/index.md:3:1: there is no picture 'wais' — did you mean 'ways'?\n"
        "      = its name is its file's name without .svg, in the folder pictures/"
    )
    assert nameless == (
        "content/index.md:7:1: this block does not say which picture it shows\n"
        "      = add the line 'use: its-name'"
    )


@pytest.mark.parametrize("room", [74, 90, 120, 200])
def test_lines_keep_all_words_within_their_room(room: int) -> None:
    text = "Say what you hope for, and hear a different answer"
    found = lines(text, 16, room, bold=True)
    assert " ".join(found) == text
    assert all(width(each, 16, bold=True) <= room for each in found)


def test_every_drawing_of_the_guide_stands_on_a_page_and_is_good() -> None:
    found, problems = pictures.read(ROOT / "pictures", root=ROOT, languages=("es",))
    assert [str(each) for each in problems] == []
    pages = "".join(path.read_text("utf-8") for path in (ROOT / "content").rglob("*.md"))
    shown = set(re.findall(r"```picture\nuse: ([\w-]+)\n```", pages))
    assert set(found.drawings) <= shown
    assert len(found.drawings) >= 6
