"""Where a project's things are and its settings: `extra.workleaf` of mkdocs.yml.

Any engine carries `extra`, so templates and scripts see the same settings.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator
from yaml_env_tag import add_env_tag

from workleaf.language.models import helps
from workleaf.language.takes import Takes
from workleaf.problems import Problem, Span, WorksheetError, problem

CONFIG_FILE = "mkdocs.yml"


class Link(BaseModel):
    """A page, written as in `nav`: its file, or `its label: its file`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: str = ""
    label: str = ""

    @model_validator(mode="before")
    @classmethod
    def _as_in_nav(cls, found: object) -> object:
        match found:
            case str():
                return {"file": found}
            case dict() if len(found) == 1:
                ((label, file),) = found.items()
                return {"file": file, "label": label}
            case _:
                raise ValueError("a page is its file, or its label and its file")


AsInNav = Annotated[Link, Takes("a page as in `nav`")]


class Review(BaseModel):
    """Somebody who is to read the guide before it can be called reviewed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: str = Field(min_length=1)
    """`clinician`, `advocate`, `lawyer`, or in your own words: `a midwife`."""
    name: str = ""
    """Who it was; left out until somebody has reviewed the guide."""
    day: date | None = None
    """The day of the review: `2027-03-01`."""

    @model_validator(mode="after")
    def _named_and_dated(self) -> Review:
        if bool(self.name) != bool(self.day):
            raise ValueError("a review has both a name and a date, or neither")
        return self


class Settings(BaseModel):
    """The keys of `extra.workleaf`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    site_id: str = Field(pattern=r"^[a-z][a-z0-9-]{1,62}$")
    """Names the readers' storage. Never change it: a renamed site keeps its readers' answers."""
    privacy: Literal["ordinary", "sensitive"] = "ordinary"
    """`sensitive` asks at the first answer where it may be kept."""
    look: Literal["theme", "workleaf"] = "theme"
    """`workleaf` gives your pages its quiet look, with the exit and a last row; for Material."""
    exit: bool = True
    """`no` leaves out *Leave this page now* and the line that explains it."""
    exit_address: str = Field(default="https://www.bbc.com/weather", pattern=r"^https://")
    """Where *Leave this page now* leads: a page that nobody wonders about."""
    exit_note: str = ""
    """Your own words for the line that explains the exit."""
    exit_page: AsInNav = Link.model_construct()
    """The page that this line leads to."""
    footer: tuple[AsInNav, ...] = ()
    """Pages that the last row of every page leads to, such as help lines and privacy."""
    paper: Literal["a4", "letter"] = "a4"
    """The paper of the PDFs."""
    short_address: str = ""
    """The address in the footer of PDFs; the site's own where it is left out."""
    pdf: bool = True
    """`no` builds no PDFs and shows no *Download PDF*."""
    languages: tuple[str, ...] = ()
    """Languages beside the guide's own, in order; their pages are in content/<language>/."""
    noindex: tuple[str, ...] = ()
    """Names of pages and worksheets that search engines leave out, in every language."""
    licence: str = Field(default="", pattern=r"^(https://.*)?$")
    """The address of the licence of your texts, for programs that read your pages."""
    worksheets: str = "worksheets"
    """The folder with the worksheets."""
    pictures: str = "pictures"
    """The folder with the drawings that pages show."""
    review: tuple[Review, ...] = ()
    """Who is to review the guide: entries with `who`, and once it is done `name` and `day`."""
    contact: str = Field(default="", pattern=r"^(https://\S+|[^@\s]+@[^@\s]+\.[^@\s]+)?$")
    """Where readers report a harm: a mail address, or a page that begins with `https://`."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """A project on disk."""

    root: Path
    config_file: Path
    content: Path
    worksheets: Path
    pictures: Path
    settings: Settings
    site_url: str = ""
    repo_url: str = ""
    language: str = "en"
    name: str = ""
    about: str = ""
    """What the site is, in a sentence."""

    @property
    def build(self) -> Path:
        """What is made on the way to the site; not committed."""
        return self.root / "build"

    @property
    def stage(self) -> Path:
        """The pages that the engine builds."""
        return self.build / "docs"

    @property
    def fragments(self) -> Path:
        """The forms, one file each, that the Markdown extension puts in place."""
        return self.build / "fragments"

    @property
    def theme(self) -> Path:
        """What stands above the theme: the author's overrides, over workleaf's own."""
        return self.build / "theme"

    @property
    def output(self) -> Path:
        """The finished site."""
        return self.root / "site"

    @property
    def short_address(self) -> str:
        """The address for paper, without `https://`."""
        address = self.settings.short_address or self.site_url
        return address.removeprefix("https://").removeprefix("http://").rstrip("/")


def find(start: Path) -> Path | None:
    """The nearest mkdocs.yml at or above `start`."""
    for folder in (start, *start.parents):
        if (folder / CONFIG_FILE).is_file():
            return folder / CONFIG_FILE
    return None


def load(config_file: Path) -> Site:
    """Read a project's configuration. Raises `WorksheetError` with every mistake in it."""
    return site(config_file, _values(config_file))


def site(config_file: Path, values: Mapping[str, Any]) -> Site:
    """The project that a configuration describes. Raises `WorksheetError`.

    `values`: the keys of MkDocs as the file has them, or as an engine has read them.
    """
    root = config_file.resolve().parent
    # An engine knows the whole way to this folder, and maybe by another link than ours.
    content = config_file.parent / str(values.get("docs_dir", "docs"))
    settings = _settings(config_file, (values.get("extra") or {}).get("workleaf"))
    theme = values.get("theme")
    return Site(
        root=root,
        config_file=config_file.resolve(),
        content=root / os.path.relpath(content, config_file.parent),
        worksheets=root / settings.worksheets,
        pictures=root / settings.pictures,
        settings=settings,
        site_url=str(values.get("site_url") or ""),
        repo_url=str(values.get("repo_url") or ""),
        language=str(theme.get("language", "en")) if isinstance(theme, Mapping) else "en",
        name=str(values.get("site_name") or ""),
        about=str(values.get("site_description") or ""),
    )


def custom_folder(site: Site) -> Path | None:
    """The author's own overrides of the theme."""
    theme = top_level(site.config_file).get("theme")
    pairs = theme.value if isinstance(theme, yaml.MappingNode) else []
    found = next((value.value for key, value in pairs if key.value == "custom_dir"), None)
    return site.root / str(found) if found else None


def navigation(site: Site) -> list[Any] | None:
    """The navigation of mkdocs.yml; `None` where it has none."""
    node = top_level(site.config_file).get("nav")
    if node is None:
        return None
    found = yaml.SafeLoader("").construct_document(node)
    return found if isinstance(found, list) else None


def top_level(config_file: Path) -> dict[str, yaml.Node]:
    """The top-level keys of a configuration as YAML nodes, tags kept; `INHERIT` is followed."""
    root = yaml.compose(config_file.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    found = (
        {key.value: value for key, value in root.value}
        if isinstance(root, yaml.MappingNode)
        else {}
    )
    parent = found.pop("INHERIT", None)
    if isinstance(parent, yaml.ScalarNode):
        return {**top_level(config_file.parent / parent.value), **found}
    return found


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as engines do; other tags (`!!python/name:`) are not needed here."""


add_env_tag(_Loader)
_Loader.add_multi_constructor("", lambda loader, suffix, node: None)


def _values(config_file: Path) -> dict[str, Any]:
    try:
        nodes = top_level(config_file)
    except FileNotFoundError:
        raise WorksheetError([problem("config-missing", Span(file=config_file.name))]) from None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        span = Span(
            file=config_file.name,
            line=mark.line + 1 if mark else 1,
            column=mark.column + 1 if mark else 1,
        )
        found = problem("config-yaml", span, why=error.problem or "it cannot be read")
        raise WorksheetError([found]) from None
    loader = _Loader("")
    return {key: loader.construct_document(node) for key, node in nodes.items()}


def _settings(config_file: Path, found: object) -> Settings:
    if not isinstance(found, dict):
        place = Span(file=config_file.name)
        raise WorksheetError([problem("config-no-settings", place)])
    values = {key: _plain(key, value) for key, value in found.items()}
    try:
        return Settings.model_validate(values)
    except ValidationError as error:
        raise WorksheetError(_mistakes(config_file, error)) from None


def _plain(key: str, value: object) -> object:
    return value.lower() if key == "paper" and isinstance(value, str) else value


def _mistakes(config_file: Path, error: ValidationError) -> list[Problem]:
    known = ", ".join(Settings.model_fields)
    found = []
    for each in error.errors():
        key = str(each["loc"][0]) if each["loc"] else "workleaf"
        span, text = place(config_file, key)
        if key not in Settings.model_fields:
            found.append(problem("config-unknown", span, excerpt=text, key=key, known=known))
            continue
        about = helps(Settings)[key]
        found.append(problem("config-value", span, excerpt=text, key=key, about=about))
    return found


def place(config_file: Path, key: str, value: str = "") -> tuple[Span, str]:
    """Where a setting stands, or a value at or below it; and its line."""
    lines = config_file.read_text(encoding="utf-8").splitlines()
    line = next((n for n, text in enumerate(lines, 1) if text.strip().startswith(f"{key}:")), 1)
    if value:
        line = next((n for n, text in enumerate(lines, 1) if n >= line and value in text), line)
    text = lines[line - 1] if lines else ""
    at = text.find(value) if value and value in text else len(text) - len(text.lstrip())
    width = len(value or key)
    return Span(file=config_file.name, line=line, column=at + 1, width=width), text
