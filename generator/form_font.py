"""Make the small font that fields carry, from Source Sans 3: `python generator/form_font.py`.

For development only (it needs fontTools); the font and its measures are committed, and a test makes
them again and compares. The font is renamed, because "Source" is a reserved font name.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent / "workleaf" / "outputs" / "pdf"
SOURCE = HERE / "fonts" / "SourceSans3_400Regular.ttf"
FOLDER = HERE / "form"
NAME = "WorkleafForm"
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x1E9E, 0x1E9E))
"""Latin of Europe; together with the Windows-1252 signs all that Latin answers usually need."""


def characters() -> frozenset[int]:
    """The code points of the form font."""
    signs = bytes(range(0x80, 0xA0)).decode("cp1252", errors="ignore")
    inside = {point for first, last in RANGES for point in range(first, last + 1)}
    return frozenset(inside | {ord(sign) for sign in signs} | {0x2010, 0x2212})


def build() -> tuple[bytes, dict[str, Any]]:
    """The font file and its measures, in thousandths of the font size."""
    options = subset.Options(
        layout_features=[], hinting=False, notdef_outline=True, name_IDs=[1, 2, 4, 6]
    )
    font = TTFont(SOURCE, recalcTimestamp=False)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters())
    cutter.subset(font)
    for record in font["name"].names:
        record.string = "Regular" if record.nameID == 2 else NAME
    written = io.BytesIO()
    font.save(written, reorderTables=True)
    return written.getvalue(), _measures(font)


def _measures(font: TTFont) -> dict[str, Any]:
    scale = 1000 / font["head"].unitsPerEm
    head, widths = font["head"], font["hmtx"]
    glyphs = {
        point: [font.getGlyphID(name), round(widths[name][0] * scale)]
        for point, name in sorted(font.getBestCmap().items())
    }
    box = (head.xMin, head.yMin, head.xMax, head.yMax)
    return {
        "name": NAME,
        "box": [round(each * scale) for each in box],
        # The font's own ascent and descent make 1.42 lines; viewers set typed text by these.
        "ascent": 800,
        "descent": -250,
        "capitals": round(font["OS/2"].sCapHeight * scale),
        "glyphs": {str(point): found for point, found in glyphs.items()},
    }


def main() -> None:
    """Write the font and its measures next to their source."""
    data, measures = build()
    (FOLDER / "form.ttf").write_bytes(data)
    text = json.dumps(measures, separators=(",", ":"))
    (FOLDER / "form.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
