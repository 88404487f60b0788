"""What stands for a site elsewhere: its mark as an icon, and the image where an address is shared.

All is made here at build, from the name, the description and the mark of a site; a file of the same
name in the content folder takes its place.
"""

from __future__ import annotations

import hashlib
import json
import struct
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

import typst
import yaml

from workleaf.outputs.pdf.layout import FONTS
from workleaf.publish.config import Site, custom_folder, top_level
from workleaf.publish.files import code_digest, replace
from workleaf.publish.heads import ICON, SHARED, TOUCH_ICON

HERE: Final = Path(__file__).parent
SMALL, LARGE = 32, 180
"""Sizes of the icons: of a tab, and of a phone's first screen."""


def files(site: Site) -> Mapping[str, bytes]:
    """Address → file, those of the author's own left out."""
    mark = _mark(site)
    data = {"name": site.name, "about": site.about, "mark": mark}
    makers: dict[str, Callable[[], bytes]] = {}
    if site.name:
        makers[SHARED] = lambda: _kept(site, "card", data)
    if mark:
        makers[ICON] = lambda: ico(_icon(site, mark, SMALL))
        makers[TOUCH_ICON] = lambda: _icon(site, mark, LARGE)
    return {name: make() for name, make in makers.items() if not (site.content / name).is_file()}


def ico(image: bytes) -> bytes:
    """A PNG of 32 points as the kind of file that the oldest browsers ask for."""
    head = struct.pack("<HHH", 0, 1, 1)
    entry = struct.pack("<BBBBHHII", SMALL, SMALL, 0, 0, 1, 32, len(image), 6 + 16)
    return head + entry + image


def _icon(site: Site, mark: str, size: int) -> bytes:
    ground = "#ffffff" if size == LARGE else ""
    return _kept(site, "icon", {"mark": mark, "size": size, "ground": ground})


def _mark(site: Site) -> str:
    """The drawing that `theme.favicon` names; empty where it is none."""
    theme = top_level(site.config_file).get("theme")
    pairs = theme.value if isinstance(theme, yaml.MappingNode) else []
    named = next((str(value.value) for key, value in pairs if key.value == "favicon"), "")
    folders = (site.content, custom_folder(site))
    paths = (folder / named for folder in folders if folder and named.endswith(".svg"))
    found = next((path for path in paths if path.is_file()), None)
    return found.read_text(encoding="utf-8") if found else ""


def _kept(site: Site, template: str, data: Mapping[str, Any]) -> bytes:
    """An image of the last build where nothing changed that it is made from."""
    said = json.dumps(data, ensure_ascii=False)
    mark = hashlib.sha256(f"{template} {said} {code_digest('publish/identity')}".encode())
    path = site.build / "images" / f"{mark.hexdigest()}.png"
    if not path.is_file():
        made = _compiler(template).compile(format="png", ppi=72, sys_inputs={"data": said})
        if not isinstance(made, bytes):
            raise TypeError("one image is one page")
        replace(path, made)
    return path.read_bytes()


@cache
def _compiler(template: str) -> typst.Compiler:
    return typst.Compiler(
        str(HERE / f"{template}.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
    )
