// A radar: a spoke for each row, a shape for each series. The spokes have numbers, the words stand in a list beside it.
import type { Panel, Series } from "./data";
import { html, legend, mark, svg } from "./svg";
import { scale } from "./bars";

const SIZE = 260;
const RADIUS = 100;
const RINGS = 4;

type Point = [number, number];

/** Fewer answered spokes make no shape. */
export const isShape = ({ series }: Panel): boolean => series.some(({ answers }) => answers.filter(({ worth }) => worth !== null).length > 2);

export function radar(panel: Panel, summary: string): HTMLElement {
  const count = panel.rows.length;
  const at = (part: number, spoke: number): Point => {
    const angle = (2 * Math.PI * spoke) / count - Math.PI / 2;
    return [round(SIZE / 2 + Math.cos(angle) * RADIUS * part), round(SIZE / 2 + Math.sin(angle) * RADIUS * part)];
  };
  const spokes = panel.rows.map((_row, n) => n);
  const rings = Array.from({ length: RINGS }, (_none, n) =>
    svg("polygon", { points: spokes.map((spoke) => at((n + 1) / RINGS, spoke).join()).join(" "), class: "wl-ring" }));
  const rays = spokes.flatMap((spoke) => {
    const [[x, y], [tx, ty]] = [at(1, spoke), at(1.16, spoke)];
    return [svg("line", { x1: SIZE / 2, y1: SIZE / 2, x2: x, y2: y, class: "wl-hair" }), svg("text", { x: tx, y: ty }, String(spoke + 1))];
  });
  const shapes = panel.series.flatMap((each, n) => shape(each, n, at, scale(panel.series, false, false).place));
  const picture = svg("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, class: "wl-radar", role: "img", "aria-label": summary }, ...rings, ...rays, ...shapes);
  const keys = html("ol", "wl-spokes", ...panel.rows.map(({ name, own }) => html("li", own ? "wl-own-words" : "", name)));
  const several = panel.series.length > 1 ? [legend(panel.series.map(({ label }, n) => [mark(n, 9, 9), label]))] : [];
  const { bounded, ends } = panel.series[0]!;
  const words = bounded ? [html("p", "wl-hint", `${ends[0]} – ${ends[1]}`)] : [];
  return html("div", "", ...several, html("div", "wl-radar-body", picture, html("div", "", keys, ...words)));
}

/** The outline goes around where every spoke is answered, and breaks where one is not. */
function shape({ answers }: Series, n: number, at: (part: number, spoke: number) => Point, place: (worth: number) => number): SVGElement[] {
  const corners = answers.map(({ worth }, spoke) => (worth === null ? null : at(place(worth), spoke)));
  const sides = corners.flatMap((from, spoke) => {
    const to = corners[(spoke + 1) % corners.length];
    return from && to ? [svg("line", { x1: from[0], y1: from[1], x2: to[0], y2: to[1], class: `wl-line wl-line-${n % 4}` })] : [];
  });
  const whole = corners.every(Boolean) ? [svg("polygon", { points: corners.map((each) => each!.join()).join(" "), class: "wl-inside" })] : [];
  return [...whole, ...sides, ...corners.flatMap((each) => (each ? [mark(n, each[0], each[1])] : []))];
}

const round = (value: number): number => Math.round(value * 10) / 10;
