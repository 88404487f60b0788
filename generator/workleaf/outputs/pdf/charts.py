"""Charts on paper: empty pictures to draw in by hand, with words for those who do not see them."""

from __future__ import annotations

from workleaf.outputs.pdf.sheet import Sheet
from workleaf.outputs.pdf.typeset import Data, words
from workleaf.worksheet.charts import Chart, Panel, Series

MOST_TICKS = 11
"""Steps of a scale that have a line each."""
MOST_WORDS = 5
"""With more steps than this, numbers stand in the place of words."""
USUAL_ROWS = 6
"""Rows to write in where nobody knows how many there will be."""


def chart(sheet: Sheet, drawn: Chart) -> Data | None:
    """An empty picture; the other person draws on their own paper."""
    panels = [_panel(sheet, each, drawn) for each in drawn.panels if _own(each)]
    if not panels:
        return None
    how = _how(sheet, drawn)
    rows = "; ".join(filter(None, (each["said"] for each in panels)))
    return {
        "b": "chart",
        "kind": _kind(drawn),
        "note": sheet.setter.line(drawn.note),
        "how": words(how),
        "alt": sheet.words["paper_chart_alt"].format(how=how, rows=rows).strip(),
        "panels": panels,
    }


def _own(panel: Panel) -> tuple[Series, ...]:
    return tuple(each for each in panel.series if not each.theirs)


def _kind(drawn: Chart) -> str:
    return "rows" if drawn.type in ("bar", "paired_bar", "dots") else drawn.type


def _how(sheet: Sheet, drawn: Chart) -> str:
    first = _own(drawn.panels[0])[0]
    key = {"bar": "bars", "paired_bar": "bars"}.get(drawn.type, drawn.type)
    if drawn.type == "calendar" and not first.words:
        key = "days"
    marks = ", ".join(said for _, said in first.words)
    low, high = _ends(first)
    return sheet.words[f"paper_chart_{key}"].format(low=low, high=high, marks=marks)


def _panel(sheet: Sheet, panel: Panel, drawn: Chart) -> Data:
    series = _own(panel)
    names = _names(panel, series)
    several = len(series) > 1 and panel.shape != "each"
    legend = [each.label for each in series] if several else []
    said = [panel.label, ", ".join(legend), ", ".join(name for name in names if name)]
    return {
        "label": words(panel.label),
        "legend": [words(each) for each in legend],
        "rows": [words(name) for name in names],
        "count": (panel.room or USUAL_ROWS) if panel.shape == "listed" else len(names),
        "plots": [_plot(each) for each in series],
        "marks": [words(said) for _, said in series[0].words] if drawn.type == "calendar" else [],
        "ticks": [words(tick) for tick in _ticks(series[0], drawn)],
        "numbered": drawn.type == "radar",
        "said": ": ".join(filter(None, said)) if drawn.type != "line" else _plotted(series),
    }


def _plotted(series: tuple[Series, ...]) -> str:
    return ", ".join(each.label for each in series)


def _names(panel: Panel, series: tuple[Series, ...]) -> list[str]:
    """The words of the rows; listed ones are named by hand."""
    match panel.shape:
        case "named":
            return [said for _, said in panel.rows]
        case "each":
            return [each.label for each in series]
        case "listed":
            return [""] * (panel.room or USUAL_ROWS)


def _plot(series: Series) -> Data:
    low, high = _ends(series)
    return {"label": words(series.label), "low": words(low), "high": words(high)}


def _ends(series: Series) -> tuple[str, str]:
    """The lowest and the highest answer; the highest is left open where nobody knows it."""
    if series.ends is None:
        return "0", "…"
    known = dict(series.worth())
    found = [
        known.get(end, "") or said for end, said in zip(series.ends, series.end_words, strict=True)
    ]
    numbers = [f"{end:g}" for end in series.ends]
    low, high = (
        f"{number} ({said})" if said and said != number else number
        for number, said in zip(numbers, found, strict=True)
    )
    return low, high


def _ticks(series: Series, drawn: Chart) -> list[str]:
    """The words of the lines across; only the ends have some where there are many steps."""
    if series.ends is None:
        return ["0", *[""] * (MOST_TICKS - 2), "…"]
    low, high = series.ends
    if drawn.type in ("bar", "paired_bar"):
        low = min(0.0, low)  # a bar begins at nothing
    steps = high - low
    if not steps.is_integer() or steps + 1 > MOST_TICKS:
        return [f"{low:g}", *[""] * (MOST_TICKS - 2), f"{high:g}"]
    numbers = [low + n for n in range(int(steps) + 1)]
    known = dict(series.worth())
    if len(numbers) <= MOST_WORDS and all(number in known for number in numbers):
        return [known[number] for number in numbers]
    return [f"{number:g}" for number in numbers]
