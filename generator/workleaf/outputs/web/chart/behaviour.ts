// A picture of answers under their question: it comes with the first answer, follows every change, and stands on paper.
import type { Behaviour } from "../../../../client/contract";
import { fields, isTouched } from "../../../../client/fields";
import { bars, dots } from "./bars";
import { type ChartData, type Panel, type Source, inWords, panels } from "./data";
import { calendar, timeline } from "./days";
import { lines } from "./lines";
import { isShape, radar } from "./radar";
import { range } from "./summary";
import { html } from "./svg";
import { table } from "./table";

export const behaviour: Behaviour = (root, sheet) => {
  const chart = JSON.parse(root.querySelector("script")?.textContent || "{}") as ChartData;
  const source: Source = { work: sheet.evaluate, words: sheet.words, lang: sheet.form.lang || "en" };
  const item = root.closest<HTMLElement>("[data-item]");
  // Rows to begin with are no answers yet.
  const around = chart.type === "timeline" && item && fields(item).length ? item : sheet.form;
  sheet.onRefresh(() => show(root, chart, source, isTouched(around)));
};

const shown = new WeakMap<HTMLElement, string>();

/** Draws a chart into its figure, anew only where its answers changed; nothing where there are none. */
export function show(root: HTMLElement, chart: ChartData, source: Source, touched: boolean): void {
  const found = touched ? panels(chart, source).filter((each) => isDrawable(each, chart)) : [];
  const state = JSON.stringify(found);
  root.hidden = !found.length;
  if (shown.get(root) === state) return;
  if (!shown.has(root)) printing(root);
  shown.set(root, state);
  const flip = getComputedStyle(root).direction === "rtl";
  root.querySelector("[data-wl-picture]")?.replaceChildren(...found.map((each) => picture(each, chart, source, flip)));
  root.querySelector("[data-wl-table]")?.replaceChildren(...found.map((each) => table(each, source.words)));
}

function isDrawable(panel: Panel, { type }: ChartData): boolean {
  if (type === "radar") return isShape(panel);
  return type === "calendar" || type === "timeline" || panel.series.some(({ answers }) => answers.some(({ worth }) => worth !== null));
}

function picture(panel: Panel, { type }: ChartData, source: Source, flip: boolean): HTMLElement {
  const made = drawn(panel, type, source, flip);
  return panel.label ? html("div", "wl-panel", html("p", "wl-plot-label", panel.label), made) : made;
}

function drawn(panel: Panel, type: ChartData["type"], { words, lang }: Source, flip: boolean): HTMLElement {
  const summary = panel.series.map((each) => range(panel, each, words)).join(" ");
  switch (type) {
    case "line":
      return lines(panel, flip, words);
    case "radar":
      return radar(panel, summary);
    case "calendar":
      return calendar(panel, lang, words);
    case "timeline":
      return timeline(panel, ({ day }) => inWords(day, lang));
    default: {
      const made = type === "dots" ? dots(panel, flip) : bars(panel, flip);
      made.setAttribute("role", "img");
      made.setAttribute("aria-label", summary);
      return made;
    }
  }
}

/** On paper the table stands open beside its picture. */
function printing(root: HTMLElement): void {
  const details = root.querySelector("details");
  if (!details) return;
  let open = details.open;
  addEventListener("beforeprint", () => {
    open = details.open;
    details.open = true;
  });
  addEventListener("afterprint", () => void (details.open = open));
}
