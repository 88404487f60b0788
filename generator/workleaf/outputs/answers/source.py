"""The file that is read, for messages."""

from __future__ import annotations

from dataclasses import dataclass

from workleaf.problems import Span, WorksheetError, problem

MIB = 1024 * 1024


@dataclass(frozen=True)
class Source:
    """A file by its name."""

    name: str

    def error(self, code: str, **blanks: str | int) -> WorksheetError:
        """The message `code` about this file, to be raised."""
        return WorksheetError([problem(code, Span(file=self.name), excerpt="", **blanks)])
