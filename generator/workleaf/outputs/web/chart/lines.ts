// Lines: a small picture for each series, all over the same days or rows, each with its words.
import type { Panel, Series } from "./data";
import { html, mark, percent, svg } from "./svg";
import { course } from "./summary";
import { scale } from "./bars";

export function lines(panel: Panel, flip: boolean, words: Readonly<Record<string, string>>): HTMLElement {
  return html("div", "wl-plots", ...panel.series.map((each) => plot(panel, each, flip, words)));
}

function plot(panel: Panel, series: Series, flip: boolean, words: Readonly<Record<string, string>>): HTMLElement {
  const [low, high] = series.ends;
  const picture = html("div", "wl-plot", html("div", "wl-plot-ends", html("span", "", high), html("span", "", low)), drawing(panel, series, flip), html("div", "wl-axis", ...firstAndLast(panel)));
  picture.setAttribute("aria-hidden", "true");
  return html("div", "", html("p", "wl-plot-label", series.label), picture, html("p", "wl-hint", course(panel, series, words)));
}

const firstAndLast = ({ rows }: Panel): HTMLElement[] =>
  (rows.length > 1 ? [rows[0]!, rows[rows.length - 1]!] : rows).map((row) => html("span", "", row.name));

function drawing(panel: Panel, series: Series, flip: boolean): SVGElement {
  const across = days(panel);
  const up = scale([series], false, false);
  const middle = (series.low + series.high) / 2;
  const hairs = [series.low, middle, series.high].map((each) => {
    const y = percent(1 - up.place(each));
    return svg("line", { x1: "0%", x2: "100%", y1: y, y2: y, class: "wl-hair" });
  });
  const places = series.answers.map(({ worth }, at) =>
    worth === null ? null : { x: percent(flip ? 1 - across[at]! : across[at]!), y: percent(1 - up.place(worth)) });
  // A row without a number breaks the line: nothing is guessed.
  const joined = places.slice(1).flatMap((to, at) => {
    const from = places[at];
    return from && to ? [svg("line", { x1: from.x, y1: from.y, x2: to.x, y2: to.y, class: "wl-line" })] : [];
  });
  const marks = places.flatMap((each) => (each ? [mark(0, each.x, each.y)] : []));
  return svg("svg", { class: "wl-field" }, ...hairs, ...joined, ...marks);
}

/** Where rows stand from side to side: by their days, or one after the other. */
function days({ rows }: Panel): number[] {
  const times = rows.map(({ day }) => Date.parse(day));
  const [first, last] = [Math.min(...times), Math.max(...times)];
  if (rows.length < 2) return rows.map(() => 0.5);
  return times.every(Number.isFinite) && last > first ? times.map((each) => (each - first) / (last - first)) : rows.map((_row, at) => at / (rows.length - 1));
}
