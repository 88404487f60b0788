"""Addresses inside the site: from a page's file to its URL, and relative links between URLs."""

from __future__ import annotations

import posixpath


def address(file: str) -> str:
    """The address of a page from its file below the content folder: `guide/x.md` → `guide/x/`."""
    folder, _, name = file.removesuffix(".md").rpartition("/")
    if name in ("index", "README"):
        return f"{folder}/" if folder else ""
    return f"{folder}/{name}/" if folder else f"{name}/"


def relative(target: str, *, page: str) -> str:
    """The way from a page's address to another address of the site."""
    if target == page:
        return "./"
    way = posixpath.relpath("/" + target, "/" + page)
    return way + "/" if target.endswith("/") or not target else way


def page_name(file: str) -> str:
    """The name that worksheets link a page by: its file's name, `index.md` its folder's."""
    folder, _, name = file.removesuffix(".md").rpartition("/")
    if name in ("index", "README"):
        return folder.rpartition("/")[2] or "home"
    return name
