// Elements of pictures. Places are in percent, so a picture fits any width and needs no style of its own.

type Attributes = Readonly<Record<string, string | number>>;

export function svg(name: string, attributes: Attributes = {}, ...inside: (Node | string)[]): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.append(...inside);
  return made;
}

export function html(name: string, type = "", ...inside: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (type) made.className = type;
  made.append(...inside);
  return made;
}

export const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

/** Shapes that tell series and choices apart without colour, all within a circle of 7. */
const SHAPES = [
  "M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0z",
  "M-5.5-5.5h11v11h-11z",
  "M0-7.5L7.5 0L0 7.5L-7.5 0z",
  "M0-7L7 5.5H-7z",
];
const OPEN = [false, true, false, true];

/** The mark of the n-th series at a place. */
export function mark(n: number, x: string | number, y: string | number): SVGElement {
  const at = n % SHAPES.length;
  const shape = svg("path", { d: SHAPES[at]!, class: OPEN[at] ? "wl-open" : "wl-full" });
  return svg("svg", { x, y, width: 1, height: 1, overflow: "visible" }, shape);
}

/** A full, a half and an open circle, then other shapes: what was chosen. */
export function choiceMark(n: number, x: string | number, y: string | number): SVGElement {
  if (n > 2) return mark(n - 2, x, y);
  const ring = svg("circle", { r: 6.5, class: n ? "wl-open" : "wl-full" });
  const half = svg("path", { d: "M0-6.5a6.5 6.5 0 0 1 0 13z", class: "wl-full" });
  return svg("svg", { x, y, width: 1, height: 1, overflow: "visible" }, ring, ...(n === 1 ? [half] : []));
}

/** What the marks stand for. */
export function legend(entries: [SVGElement, string][]): HTMLElement {
  const list = html("ul", "wl-legend");
  for (const [sign, words] of entries) list.append(html("li", "", svg("svg", { "aria-hidden": "true", width: 18, height: 18 }, sign), words));
  return list;
}
