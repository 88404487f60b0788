// Bars and dots: a row of words with its line, so that words wrap and lines stay comparable at any width.
import type { Panel, Series } from "./data";
import { html, legend, mark, percent, svg } from "./svg";

const STYLES = 4;

/** The places of numbers on a line, which begins at the other side where people read from there. */
export interface Scale {
  place(worth: number): number;
  flip: boolean;
}

/** Bars begin at nothing, dots at the lowest end. */
export function scale(all: Series[], flip: boolean, fromZero: boolean): Scale {
  const low = Math.min(...all.map((each) => each.low), ...(fromZero ? [0] : []));
  const high = Math.max(...all.map((each) => each.high), ...(fromZero ? [0] : []));
  const part = (worth: number): number => Math.max(0, Math.min(1, (worth - low) / (high - low || 1)));
  return { place: (worth) => (flip ? 1 - part(worth) : part(worth)), flip };
}

export function bars(panel: Panel, flip: boolean): HTMLElement {
  const on = scale(panel.series, flip, true);
  const several = panel.series.length > 1;
  const rows = panel.rows.map((_row, at) =>
    line(panel, at, panel.series.map((each, n) => [svg("svg", { class: "wl-track" }, ...ticks(panel, on, true), ...bar(each, at, n, on)), each.answers[at]?.said ?? ""])));
  return body(panel, rows, several ? panel.series.map((each, n) => [svg("rect", { x: 2, y: 4, width: 14, height: 10, class: `wl-bar-${n % STYLES}` }), each.label]) : []);
}

export function dots(panel: Panel, flip: boolean): HTMLElement {
  const on = scale(panel.series, flip, false);
  const several = panel.series.length > 1;
  const rows = panel.rows.map((_row, at) => {
    const marks = panel.series.flatMap((each, n) => {
      const worth = each.answers[at]?.worth ?? null;
      return worth === null ? [] : [mark(n, percent(on.place(worth)), "50%")];
    });
    const track = svg("svg", { class: "wl-track wl-dotted" }, svg("line", { x1: "0%", x2: "100%", y1: "50%", y2: "50%", class: "wl-hair" }), ...ticks(panel, on, false), ...marks);
    return line(panel, at, [[track, panel.series.map((each) => each.answers[at]?.said || "–").join(" · ")]]);
  });
  return body(panel, rows, several ? panel.series.map((each, n) => [mark(n, 9, 9), each.label]) : []);
}

function bar(series: Series, at: number, n: number, on: Scale): SVGElement[] {
  const worth = series.answers[at]?.worth ?? null;
  if (worth === null) return [];
  const [start, end] = [on.place(0), on.place(worth)];
  const long = Math.abs(end - start);
  const shape = { x: percent(Math.min(start, end)), width: percent(long), y: "20%", height: "60%", class: `wl-bar-${n % STYLES}` };
  // Nothing is an answer too: it leaves a foot where the bar would begin.
  return long ? [svg("rect", shape)] : [svg("line", { x1: percent(start), x2: percent(start), y1: "20%", y2: "80%", class: "wl-foot-of-bar" })];
}

/** A hairline at each step of a short scale. */
function ticks({ series: [first] }: Panel, on: Scale, fromZero: boolean): SVGElement[] {
  const low = Math.min(first?.low ?? 0, fromZero ? 0 : Infinity);
  const steps = (first?.high ?? 0) - low;
  const shown = first?.bounded && Number.isInteger(steps) && steps <= 10 ? steps + 1 : 0;
  return Array.from({ length: shown }, (_none, n) => {
    const x = percent(on.place(low + n));
    return svg("line", { x1: x, x2: x, y1: "0%", y2: "100%", class: "wl-hair" });
  });
}

function line({ rows }: Panel, at: number, inside: [SVGElement, string][]): HTMLElement {
  const row = rows[at]!;
  const lines = inside.flatMap(([track, said]) => [track, html("span", "wl-said", said)]);
  return html("div", "wl-bar", html("span", row.own ? "wl-own-words" : "", row.name), html("div", "wl-bar-lines", ...lines));
}

function body({ series }: Panel, rows: HTMLElement[], entries: [SVGElement, string][]): HTMLElement {
  const first = series[0]!;
  const ends = html("div", "wl-bar-lines", html("span", "wl-axis", ...first.ends.map((each) => html("span", "", each))), html("span"));
  const axis = first.bounded ? [html("div", "wl-bar wl-bar-ends", html("span"), ends)] : [];
  return html("div", "wl-bars", ...(entries.length ? [legend(entries)] : []), ...rows, ...axis);
}
