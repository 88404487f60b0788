"""What each field of a PDF is: its name, kind, words for screen readers and first value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True)
class Field:
    """One widget. The choices of one question are several widgets with the same path."""

    path: str
    """The answer path: the full field name."""
    kind: Literal["text", "lines", "check", "radio", "choice"]
    name: str
    """The question in words, for screen readers."""
    value: str = ""
    """What a ticked check or a chosen circle stands for."""
    words: str = ""
    """The words of a circle or check."""
    sign: str = ""
    """The number inside a circle."""
    default: str = ""
    """The text or the chosen value at first."""
    options: tuple[tuple[str, str], ...] = ()
    """Values and words of a list to choose from."""
    max_length: int | None = None
    middle: bool = False
    """What is written stands in the middle of the box."""

    @property
    def key(self) -> str:
        """What the layout writes into the link that becomes this field."""
        return f"{self.path}#{self.value}" if self.kind == "radio" else self.path

    @property
    def spoken(self) -> str:
        """What a screen reader says."""
        return f"{self.name}: {self.words}" if self.words else self.name
