"""A worksheet that is written right into a page. Its id stands in it: answers are saved under it.

It is read alone, with the shared parts at hand, and has neither a page nor a PDF of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from workleaf.language import folder
from workleaf.problems import Problem, problem
from workleaf.publish.config import Site
from workleaf.publish.directives import Directive
from workleaf.publish.manual import samples
from workleaf.worksheet.model import Worksheet
from workleaf.worksheet.texts import Target

_ID: Final = re.compile(r"^id:[ \t]*([^\s#]+)", re.MULTILINE)


def read(
    asked: Directive, *, site: Site, targets: Mapping[str, Target], taken: Iterable[str]
) -> tuple[Worksheet | None, tuple[Problem, ...]]:
    """The worksheet of a block, and what is wrong with it, at its place in the page."""
    text = "\n".join(asked.body) + "\n"
    found = _ID.search(text)
    if not found:
        return None, (problem("fence-no-id", asked.span),)
    if found[1] in taken:
        return None, (problem("fence-id-taken", asked.span, id=found[1]),)
    shown = samples.read(
        samples.Sample(name=found[1], text=text),
        folder=site.build / "inline",
        pages=targets,
        shared=site.worksheets / folder.SHARED,
    )
    wrong = tuple(samples.in_page(each, asked) for each in shown.problems)
    broken = any(each.level == "error" for each in wrong)
    return None if broken else shown.worksheet, wrong
