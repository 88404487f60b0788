"""workleaf's own look: part of the package, with words and links in the language of each page."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from workleaf.problems import WorksheetError
from workleaf.publish import config, engine, look, stage

SETTINGS = """\
site_name: A small guide
docs_dir: content
theme:
  name: material
  font: false
extra:
  workleaf:
    site_id: small-guide
    pdf: no
    languages: [es]
    look: workleaf
    exit_page: {Stay safe: leaving.md}
    footer:
      - help.md
      - Licence: licence.md
plugins: [workleaf]
"""
PAGES = {
    "index.md": "# Hello\n",
    "leaving.md": "# Leaving this site\n",
    "help.md": "# People & places\n",
    "licence.md": "# Licence of it all\n",
    "es/index.md": "# Hola\n",
    "es/help.md": "# Ayuda\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "worksheets").mkdir()
    for name, text in PAGES.items():
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path


def _set(folder: Path, old: str, new: str) -> config.Site:
    file = folder / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")
    return config.load(file)


def test_the_look_comes_with_workleaf_and_the_authors_files_stand_over_it(folder: Path) -> None:
    own = folder / "mine" / "404.html"
    own.parent.mkdir()
    own.write_text("Not here.\n", encoding="utf-8")
    site = _set(folder, "  font: false", "  font: false\n  custom_dir: mine")
    staged = stage.stage(site)
    assert staged.themed
    names = {path.relative_to(site.theme).as_posix() for path in site.theme.rglob("*")}
    assert {"main.html", "workleaf.html", "assets/workleaf/look.css"} <= names
    assert (site.theme / "404.html").read_text(encoding="utf-8") == "Not here.\n"
    made = yaml.safe_load(engine.write_config(site, staged).read_text(encoding="utf-8"))
    assert made["theme"]["custom_dir"] == "build/theme"
    assert made["extra_css"] == ["assets/workleaf/workleaf.css", "assets/workleaf/look.css"]
    assert sorted(made["extra"]["workleaf_look"]) == ["en", "es"]


def test_links_of_the_last_row_lead_to_the_page_in_the_readers_language(folder: Path) -> None:
    said = stage.stage(config.load(folder / "mkdocs.yml")).look
    assert said["en"]["links"] == [
        {"label": "People &amp; places", "address": "help/", "spoken": ""},
        {"label": "Licence", "address": "licence/", "spoken": ""},
    ]
    assert said["es"]["links"] == [
        {"label": "Ayuda", "address": "es/help/", "spoken": ""},
        {"label": "Licence", "address": "licence/", "spoken": ' lang="en" dir="ltr"'},
    ]
    assert said["es"]["leave"] == "Salir de esta página ahora"
    assert said["es"]["exit_page"]["label"] == "Stay safe"


def test_the_exit_its_words_and_its_address_are_the_authors(folder: Path) -> None:
    usual = stage.stage(config.load(folder / "mkdocs.yml")).look["en"]
    assert usual["exit_address"] == "https://www.bbc.com/weather"
    changed = "exit_address: https://example.org/\n    exit_note: Not alone?\n    look: workleaf"
    own = stage.stage(_set(folder, "look: workleaf", changed)).look
    assert (own["en"]["exit_address"], own["en"]["note"]) == ("https://example.org/", "Not alone?")
    assert own["es"]["note"] == "", "these words are in one language only"
    without = stage.stage(_set(folder, "look: workleaf", "exit: no\n    look: workleaf")).look
    assert without["en"]["exit_address"] == ""


def test_a_site_with_a_theme_of_its_own_keeps_it(folder: Path) -> None:
    site = _set(folder, "look: workleaf", "look: theme")
    assert stage.stage(site).look == {}
    assert not (site.theme / "main.html").exists()
    assert (site.theme / "partials" / "language.html").is_file()


def test_a_page_that_is_not_there_is_told_at_its_line(folder: Path) -> None:
    site = _set(folder, "- help.md", "- halp.md")
    assert [str(each) for each in look.missing(site)] == [
        (
            "mkdocs.yml:14:9: 'footer' names a page that is not there: halp.md\n"
            "   14 |       - halp.md\n"
            "      |         ^^^^^^^\n"
            "      = write its file below the content folder, as in 'nav'"
        )
    ]


def test_a_link_that_is_no_link_is_told(folder: Path) -> None:
    with pytest.raises(WorksheetError) as caught:
        _set(folder, "- help.md", "- [help.md]")
    assert [each.code for each in caught.value.problems] == ["config-value"]


def test_a_name_for_a_group_that_is_not_there_is_told(folder: Path) -> None:
    first = folder / "content" / "es" / "index.md"
    first.write_text("---\nnavigation:\n  Abuot: Acerca de\n---\n# Hola\n", encoding="utf-8")
    site = _set(folder, "plugins:", "nav: [{About: [help.md]}, index.md]\nplugins:")
    (found,) = stage.read(site).problems
    assert str(found) == (
        "content/es/index.md:3:1: 'navigation' names the group 'Abuot',"
        " and 'nav' in mkdocs.yml has no such group — did you mean 'About'?\n"
        "      = write its name on the left as it stands in 'nav'"
    )


def test_the_navigation_of_a_translation_has_the_same_groups_under_its_own_titles(
    folder: Path,
) -> None:
    """A group is called as its `index.md` is; what is not translated is left out of it."""
    for name, text in {
        "guide/index.md": "# The guide\n",
        "guide/last.md": "# The last part\n",
        "es/guide/index.md": "# La guía\n",
        "es/guide/last.md": "# La última parte\n",
        "es/more.md": "# Algo más\n",
    }.items():
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    nav = [
        {"Home": "index.md"},
        {"Parts": [{"All": "guide/index.md"}, {"Away": "leaving.md"}, {"L": "guide/last.md"}]},
        {"About": [{"Help": "help.md"}, {"Licence": "licence.md"}]},
    ]
    staged = stage.stage(config.load(folder / "mkdocs.yml"), nav=nav)
    assert staged.nav is not None
    *_, spanish = staged.nav
    assert spanish == {
        "Español": [
            {"Inicio": "es/index.md"},
            {
                "La guía": [
                    {"La guía": "es/guide/index.md"},
                    {"La última parte": "es/guide/last.md"},
                ]
            },
            {"Ayuda": "es/help.md"},
            {"Algo más": "es/more.md"},
        ]
    }
