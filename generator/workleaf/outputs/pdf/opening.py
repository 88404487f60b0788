"""A PDF in memory, opened from a file: qpdf reads one twice as fast as a Python stream."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    """The document, for as long as its file is there. Raises `pikepdf.PdfError`."""
    with TemporaryDirectory(prefix="workleaf-") as folder:
        file = Path(folder) / "pages.pdf"
        file.write_bytes(data)
        with pikepdf.open(file) as pdf:
            yield pdf
