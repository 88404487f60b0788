"""The navigation of another language: what is translated, in the order and groups of the first."""

from __future__ import annotations

from workleaf.publish.nav import groups, translated

NAV = [
    {"Home": "index.md"},
    {"The guide": [{"The guide": "guide/index.md"}, {"1. Look back": "guide/look-back.md"}]},
    {"About": [{"Glossary": "glossary.md"}, {"Licence": "licence.md"}]},
    {"Help": [{"Lines": "lines.md"}]},
]
PAGES = {
    "index.md": ("Inicio", "es/index.md"),
    "guide/index.md": ("La guía", "es/guide/index.md"),
    "guide/look-back.md": ("Mirar atrás", "es/guide/look-back.md"),
    "glossary.md": ("Glosario", "es/glossary.md"),
}
HOME = {"Inicio": "es/index.md"}
GUIDE = {"La guía": [{"La guía": "es/guide/index.md"}, {"1. Mirar atrás": "es/guide/look-back.md"}]}
GLOSSARY = {"Glosario": "es/glossary.md"}


def test_a_group_is_called_as_its_first_page_and_numbers_stay() -> None:
    assert translated(NAV, PAGES, [], {}) == [HOME, GUIDE, GLOSSARY]


def test_a_group_may_have_a_name_and_one_without_pages_is_left_out() -> None:
    found = translated(NAV, PAGES, [], {"About": "Acerca de", "Help": "Ayuda"})
    assert found == [HOME, GUIDE, {"Acerca de": [GLOSSARY]}]


def test_a_year_may_be_the_name_of_a_page_and_of_a_group() -> None:
    nav = [{2024: "glossary.md"}, {2025: [{"Home": "index.md"}]}]
    assert translated(nav, PAGES, [], {"2025": "2025"}) == [GLOSSARY, {"2025": [HOME]}]
    assert list(groups(nav)) == ["2025"]
