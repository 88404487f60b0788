"""What gathers while a worksheet becomes the data of its layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from workleaf.outputs.pdf.fields import Field
from workleaf.outputs.pdf.typeset import Typesetter
from workleaf.worksheet.timing import take

TEXT_WIDTH = 482.0
"""Room between the margins of A4 in points; Letter has a little more."""
LINE = 22.7
"""One writing line: 8 mm, in points."""


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One worksheet on its way to paper."""

    setter: Typesetter
    words: Mapping[str, str]
    boxes: bool
    """False where the paper is for reading only."""
    level: int = 3
    """The level of headings inside a step."""
    fields: list[Field] = field(default_factory=list)
    """Every field laid out so far."""

    def take(self, timer: tuple[int, ...]) -> str:
        """How long a timer runs."""
        return take(timer, self.words)

    def add(self, each: Field) -> str:
        """Remember a field; its key goes into the layout."""
        self.fields.append(each)
        return each.key
